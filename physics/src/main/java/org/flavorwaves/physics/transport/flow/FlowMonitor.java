package org.flavorwaves.physics.transport.flow;

import org.flavorwaves.physics.thermo.FlavorEntropy;
import org.flavorwaves.physics.transport.flow.cell.CellPoint;
import org.flavorwaves.physics.transport.flow.cell.CellSums;

/**
 * What is watched in a cell. Values that are not defined there are NaN.
 *
 * @param entropy S/V = sum w s(P0, |P|) (JK 91)
 * @param quasistaticity largest rate, over the polarized modes, at which the direction of a mode turns along its way,
 *            over |H_i|: the size of the nonadiabatic part of the Hamiltonian (JK 31)
 * @param mixing {@link Closure#mixing(int)} of the cell
 * @param scaleRatio 1/(sum w |P|) over the shortest length on which matter or a |P_i| changes (JK 6)
 * @param minField least |H_i| over w_i |P_i| (1 - |v_i|^2) of the polarized modes that act on themselves (FW own-field)
 */
public record FlowMonitor(double entropy, double quasistaticity, double mixing, double scaleRatio, double minField) {

    /**
     * Watches a cell.
     *
     * @param sample the stream
     * @param c index of the cell
     * @return the values
     */
    public static FlowMonitor of(final FlowSample sample, final int c) {
        final FlowCells cells = sample.cells();
        final int n = cells.modes();
        final double[] h = fields(cells, c);
        double scale = 0;
        double least = Double.POSITIVE_INFINITY;
        double turning = 0;
        for (int i = 0; i < n; i++) {
            final double size = cells.grid().weight(c, i) * Math.abs(cells.signedLength(c, i));
            scale += size;
            if (size == 0) {
                continue;
            }
            final double length =
                Math.sqrt(h[3 * i] * h[3 * i] + h[3 * i + 1] * h[3 * i + 1] + h[3 * i + 2] * h[3 * i + 2]);
            final double own = Math.abs(cells.strength(c)) * size
                * CellSums.ownFactor(cells.grid().modes(), i, cells.grid().velocity(c, i));
            least = own > 0 ? Math.min(least, length / own) : least;
            turning = Math.max(turning, turning(sample, c, i) / length);
        }
        scale *= Math.abs(cells.strength(c));
        return new FlowMonitor(FlavorEntropy.of(cells.state(c)).total(), scale == 0 ? Double.NaN : turning,
            sample.mixing().length == 0 ? Double.NaN : sample.mixing()[c],
            scale == 0 || cells.cells() == 1 ? Double.NaN : slope(cells, c) / scale,
            Double.isInfinite(least) ? Double.NaN : least);
    }

    /**
     * The Hamiltonian vectors of a cell, in the frame in which it is in equilibrium.
     *
     * @param cells the stream
     * @param c index of the cell
     * @return H_{i,a} at 3 i + a, in the units of the potentials
     */
    public static double[] fields(final FlowCells cells, final int c) {
        final CellSums sums = new CellSums(cells.grid().modes(), cells.environment(c));
        final CellPoint point = new CellPoint(cells.modes());
        point.setPotentials(cells.matter(c), cells.strength(c));
        for (int i = 0; i < cells.modes(); i++) {
            point.setMode(i, cells.grid().velocity(c, i), 0);
        }
        final double[] field = new double[3 * sums.components()];
        for (int m = 0; m < sums.components(); m++) {
            for (int a = 0; a < 3; a++) {
                field[3 * m + a] = cells.field(c, sums.spaceTime(m), a);
            }
        }
        final boolean along = cells.turning(c) != 0;
        final double rate = along ? cells.turning(c) : cells.rotation(c);
        final double[] n = cells.turnAxis();
        sums.evaluate(point, field, rate * n[0], rate * n[1], rate * n[2], along);
        return sums.hamiltonian();
    }

    /** |(d_t + v d_z) Hhat_i|, at most. */
    private static double turning(final FlowSample sample, final int c, final int i) {
        final FlowCells cells = sample.cells();
        final double inTime = sample.turning().length == 0 ? 0 : sample.turning()[c][i];
        final int before = Math.max(0, c - 1);
        final int after = Math.min(cells.cells() - 1, c + 1);
        if (before == after) {
            return inTime;
        }
        double square = 0;
        for (int a = 0; a < 3; a++) {
            final double d = cells.units(after)[3 * i + a] - cells.units(before)[3 * i + a];
            square += d * d;
        }
        return inTime + Math.abs(cells.grid().velocity(c, i)) * Math.sqrt(square)
            / (cells.grid().centre(after) - cells.grid().centre(before));
    }

    /** The largest of |d ln lambda/dz| and |d|P_i|/dz| over the largest |P|. */
    private static double slope(final FlowCells cells, final int c) {
        final int before = Math.max(0, c - 1);
        final int after = Math.min(cells.cells() - 1, c + 1);
        final double distance = cells.grid().centre(after) - cells.grid().centre(before);
        double largest = 0;
        double change = 0;
        for (int i = 0; i < cells.modes(); i++) {
            largest = Math.max(largest, Math.abs(cells.signedLength(c, i)));
            change = Math.max(change, Math.abs(cells.signedLength(after, i) - cells.signedLength(before, i)));
        }
        final double lengths = largest == 0 ? 0 : change / largest / distance;
        final double matter = cells.matter(c) == 0 ? 0
            : Math.abs((cells.matter(after) - cells.matter(before)) / cells.matter(c)) / distance;
        return Math.max(lengths, matter);
    }
}
