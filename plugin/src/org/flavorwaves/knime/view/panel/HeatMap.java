package org.flavorwaves.knime.view.panel;

import java.util.Arrays;

/**
 * Values over rectangles.
 *
 * @param x edges of the columns, rising
 * @param y edges of the rows, rising
 * @param levels the different values; the first is NaN, of empty rectangles
 * @param runs whether {@code cells} has lengths
 * @param cells the level of each rectangle, row after row from the lowest, as {@link Levels} writes it
 */
public record HeatMap(double[] x, double[] y, double[] levels, boolean runs, String cells) {
    /** Most columns or rows: more cannot be told apart. */
    public static final int MOST = 160;

    /**
     * A heat map of values at places; every place has the rectangle that is nearer to it than to others, which reaches
     * as far beyond the first and the last place as to the other side. One place is one wide.
     *
     * @param x places along x, rising
     * @param y places along y, rising
     * @param values of each place, row after row; NaN leaves it empty
     * @return the heat map; of more than {@value #MOST} places along an axis, neighbors are averaged
     */
    public static HeatMap at(final double[] x, final double[] y, final double[] values) {
        return of(edges(x), edges(y), values);
    }

    /**
     * A heat map of values over rectangles, with as many digits as colors can show.
     *
     * @param x edges of the columns, rising
     * @param y edges of the rows, rising
     * @param values of each rectangle, row after row from the lowest; NaN leaves it empty
     * @return the heat map; of more than {@value #MOST} columns or rows, neighbors are averaged
     */
    public static HeatMap of(final double[] x, final double[] y, final double[] values) {
        final int stepX = (x.length - 2 + MOST) / MOST;
        final int stepY = (y.length - 2 + MOST) / MOST;
        final boolean fine = stepX <= 1 && stepY <= 1;
        final double[] coarseX = every(x, Math.max(1, stepX));
        final double[] coarseY = every(y, Math.max(1, stepY));
        final Levels levels = Levels.of(fine ? values
            : averaged(values, x.length - 1, new int[]{stepX, stepY}, coarseX.length - 1, coarseY.length - 1));
        return new HeatMap(Rounded.of(coarseX), Rounded.of(coarseY), levels.levels(), levels.runs(), levels.cells());
    }

    /**
     * What lies between the ends of axes.
     *
     * @param across its end that is NaN cuts nothing off
     * @param up its end that is NaN cuts nothing off
     * @return the heat map without the rest
     */
    HeatMap within(final Axis across, final Axis up) {
        return new HeatMap(cut(x, across), cut(y, up), levels, runs, cells);
    }

    private static double[] cut(final double[] edges, final Axis axis) {
        return Arrays.stream(edges).map(e -> e < axis.min() ? axis.min() : e > axis.max() ? axis.max() : e).toArray();
    }

    /**
     * The value of each rectangle.
     *
     * @return row after row from the lowest; NaN where it is empty
     */
    public double[] values() {
        return new Levels(levels, runs, cells).values();
    }

    /** One more than places: the middles, and beyond the first and last place as much as on their other side. */
    private static double[] edges(final double[] places) {
        final int n = places.length;
        final double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = (places[i - 1] + places[i]) / 2;
        }
        edges[0] = n > 1 ? 2 * places[0] - edges[1] : places[0] - 0.5;
        edges[n] = n > 1 ? 2 * places[n - 1] - edges[n - 1] : places[0] + 0.5;
        return edges;
    }

    private static double[] averaged(final double[] values, final int columns, final int[] steps, final int width,
        final int height) {
        final double[] sums = new double[width * height];
        final int[] counts = new int[sums.length];
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                final int at = i / columns / steps[1] * width + i % columns / steps[0];
                sums[at] += values[i];
                counts[at]++;
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] > 0 ? sums[i] / counts[i] : Double.NaN;
        }
        return sums;
    }

    private static double[] every(final double[] edges, final int step) {
        final int n = (edges.length - 2) / step + 1;
        final double[] coarse = new double[n + 1];
        for (int i = 0; i < n; i++) {
            coarse[i] = edges[i * step];
        }
        coarse[n] = edges[edges.length - 1];
        return coarse;
    }
}
