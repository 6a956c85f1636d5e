package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import java.util.Optional;

import org.flavorwaves.physics.qke.wigner.BandProjection;
import org.flavorwaves.physics.qke.wigner.WignerFunction;
import org.flavorwaves.physics.run.Progress;

/**
 * The Wigner function of one cell at places and wave numbers.
 *
 * @param function the Wigner function
 * @param length L of the box
 * @param points number of points of the box
 * @param places the places
 * @param trace tr R at [2 kappa - 2][place]
 * @param square tr R^2 at the same
 * @param band the part of one band, if asked for
 * @param intensity its intensity at the same; empty without a band
 */
record CellWigner(WignerFunction function, double length, int points, double[] places, double[][] trace,
    double[][] square, Optional<BandProjection> band, double[][] intensity) {

    static CellWigner of(final WignerFunction function, final double length, final int points, final int count,
        final Optional<BandProjection> band, final Progress progress) {
        final int rows = 2 * function.waves() - 1;
        final double[] places = new double[count];
        final double[][] trace = new double[rows][count];
        final double[][] square = new double[rows][count];
        for (int q = 0; q < count; q++) {
            progress.report(q / (double) count, "summing the Wigner function");
            places[q] = length * q / count;
            for (int r = 0; r < rows; r++) {
                trace[r][q] = function.trace(r + 2, places[q]);
                square[r][q] = function.squareTrace(r + 2, places[q]);
            }
        }
        final double[][] intensity = new double[rows][];
        for (int r = 0; r < rows && band.isPresent(); r++) {
            intensity[r] = band.get().intensities(r + 2, places);
        }
        return new CellWigner(function, length, points, places, trace, square, band, intensity);
    }

    /** The power of all waves, sum |Psi_n|^2. */
    double power() {
        double sum = 0;
        for (int n = 1; n <= function.waves(); n++) {
            sum += function.power(n);
        }
        return sum;
    }

    /** Sum of |Psi_n|^4 over the square of the power: one over the number of waves that share it. */
    double concentration() {
        double sum = 0;
        for (int n = 1; n <= function.waves(); n++) {
            sum += function.power(n) * function.power(n);
        }
        return power() > 0 ? sum / (power() * power()) : Double.NaN;
    }

    /** The most negative trace over the largest one. */
    double lowest() {
        double low = 0;
        double high = 0;
        for (final double[] row : trace) {
            for (final double value : row) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high > 0 ? low / high : Double.NaN;
    }

    /** Share of the negative parts of the trace in the sum of its sizes. */
    double negativeShare() {
        double negative = 0;
        double all = 0;
        for (final double[] row : trace) {
            for (final double value : row) {
                negative += Math.max(0, -value);
                all += Math.abs(value);
            }
        }
        return all > 0 ? negative / all : Double.NaN;
    }

    /** Largest error of the mean over places at a wave number, over the power; NaN with too few places. */
    double identityError() {
        if (places.length < 2 * function.waves() || !(power() > 0)) {
            return Double.NaN;
        }
        double worst = 0;
        for (int r = 0; r < trace.length; r++) {
            double mean = 0;
            for (final double value : trace[r]) {
                mean += value / places.length;
            }
            final double exact = r % 2 == 0 ? function.power(r / 2 + 1) : 0;
            worst = Math.max(worst, Math.abs(mean - exact));
        }
        return worst / power();
    }
}
