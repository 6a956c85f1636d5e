package org.flavorwaves.physics.equilibrium.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.equilibrium.CoRotation;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The frequency at which the spectrum splits when the nu-nu term vanishes slowly in the co-rotating frame (Raffelt and
 * Smirnov; JK II D): P_i ends along eps_i sign(s_i omega_i - omega_split) n. Every mode stands for the signed
 * frequencies between those half-way to its neighbours, over which the density of the spectrum is constant, so that a
 * split within a mode can be told.
 *
 * @param fromConservation the frequency that follows from the conservation of n.J^0 alone,
 *            sum_i w_i s_i eps_i |P_i| sign(s_i omega_i - omega_split) = n.J^0; of several the one nearest to
 *            {@code fromState}; NaN if there is none
 * @param candidates how many such frequencies there are
 * @param fromState the frequency below which lies the share of the modes (by w_i |P_i|) that points against eps_i n
 * @param pivot Omega - q n.J^0, at which the field along n vanishes in a medium without flux; NaN if there is flux
 * @param width q |n x J^0|: modes within it are not yet along n
 * @param spacing width in frequency of the mode in which the split is
 */
public record SpectralSplit(double fromConservation, int candidates, double fromState, double pivot, double width,
    double spacing) {

    /** |J^1..3| relative to sum_i w_i |P_i| above which there is flux. */
    private static final double FLUX = 1e-9;

    /**
     * Finds the split, O(N log N).
     *
     * @param path a path in a co-rotating frame with one axis
     * @param point where on it
     * @return the frequencies, in the units of the potentials
     * @throws IllegalArgumentException if the path is at rest, or all modes have the same signed frequency
     */
    public static SpectralSplit of(final PathResult path, final PathPoint point) {
        final CoRotation r = path.reference().rotation();
        if (!path.rotates()) {
            throw new IllegalArgumentException("Only a path in a co-rotating frame ends in a spectral split.");
        }
        final Bins bins = Bins.of(path, point, r);
        final double[] j = point.field().toArray();
        final double[] axis = {r.axisX(), r.axisY(), r.axisZ()};
        final double across = FrameFinder.length(FrameFinder.cross(axis, new double[]{j[0], j[1], j[2]}));
        final double fromState = bins.fromState();
        final List<Double> roots = bins.fromConservation(path.reference().conserved());
        final double nearest = roots.stream().min(Comparator.comparingDouble(x -> Math.abs(x - fromState)))
            .orElse(Double.NaN);
        return new SpectralSplit(nearest, roots.size(), fromState, pivot(path, point),
            Math.abs(point.selfInteraction()) * across, bins.spacing(fromState));
    }

    /**
     * Omega - q n.J^0 of a point.
     *
     * @param path a path in a co-rotating frame
     * @param point where on it
     * @return in the units of the potentials; NaN if there is flux
     */
    public static double pivot(final PathResult path, final PathPoint point) {
        final double scale = Scales.field(path.reference().input());
        final double[] j = point.field().toArray();
        for (int c = 3; c < j.length; c++) {
            if (Math.abs(j[c]) > FLUX * scale) {
                return Double.NaN;
            }
        }
        return point.reference() + point.excess();
    }

    /**
     * Modes of equal signed frequency together.
     *
     * @param edges limits of the bins, one more than bins
     * @param signed sum of w s eps |P|
     * @param mass sum of w |P|
     * @param against part of {@code mass} that points against eps n
     */
    private record Bins(double[] edges, double[] signed, double[] mass, double[] against) {

        static Bins of(final PathResult path, final PathPoint point, final CoRotation r) {
            final FlavorState state = path.state(point);
            final MomentumModes modes = state.modes();
            final Integer[] order = new Integer[state.size()];
            final double[] x = new double[order.length];
            for (int i = 0; i < order.length; i++) {
                order[i] = i;
                x[i] = modes.species(i).sign() * modes.omega(i);
            }
            Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
            final double[][] sums = new double[4][order.length];
            int bins = 0;
            for (final int i : order) {
                if (bins == 0 || x[i] > sums[0][bins - 1]) {
                    sums[0][bins++] = x[i];
                }
                final double mass = modes.weight(i) * state.length(i);
                final int eps = path.start().alignment().sign(i);
                final double along = modes.weight(i)
                    * (r.axisX() * state.px(i) + r.axisY() * state.py(i) + r.axisZ() * state.pz(i));
                sums[1][bins - 1] += modes.species(i).sign() * eps * mass;
                sums[2][bins - 1] += mass;
                sums[3][bins - 1] += (mass - eps * along) / 2;
            }
            return new Bins(edges(Arrays.copyOf(sums[0], bins)), Arrays.copyOf(sums[1], bins),
                Arrays.copyOf(sums[2], bins), Arrays.copyOf(sums[3], bins));
        }

        private static double[] edges(final double[] x) {
            final int n = x.length;
            if (n < 2) {
                throw new IllegalArgumentException("All modes have the same signed frequency, " + x[0]
                    + "; a spectral split needs two.");
            }
            final double[] edges = new double[n + 1];
            for (int k = 1; k < n; k++) {
                edges[k] = (x[k - 1] + x[k]) / 2;
            }
            edges[0] = 2 * x[0] - edges[1];
            edges[n] = 2 * x[n - 1] - edges[n - 1];
            return edges;
        }

        /** Where the cumulative mass is that of all that points against eps n. */
        double fromState() {
            double left = Arrays.stream(against).sum();
            for (int k = 0; k < mass.length; k++) {
                if (left <= mass[k]) {
                    return mass[k] > 0 ? edges[k] + left / mass[k] * (edges[k + 1] - edges[k]) : edges[k];
                }
                left -= mass[k];
            }
            return edges[mass.length];
        }

        /** All x with (sum above x) - (sum below x) of the signed densities = n.J^0. */
        List<Double> fromConservation(final double value) {
            final List<Double> roots = new ArrayList<>();
            double excess = Arrays.stream(signed).sum() - value;
            for (int k = 0; k < signed.length; k++) {
                final double next = excess - 2 * signed[k];
                if (excess == 0) {
                    roots.add(edges[k]);
                } else if (excess * next < 0) {
                    roots.add(edges[k] + excess / (excess - next) * (edges[k + 1] - edges[k]));
                }
                excess = next;
            }
            return roots;
        }

        double spacing(final double x) {
            int k = 0;
            while (k < mass.length - 1 && edges[k + 1] < x) {
                k++;
            }
            return edges[k + 1] - edges[k];
        }
    }
}
