package org.flavorwaves.knime.view;

/**
 * Values over rectangles.
 *
 * @param x edges of the columns, rising
 * @param y edges of the rows, rising
 * @param values of each rectangle, row after row from the lowest; NaN leaves it empty
 */
public record HeatMap(double[] x, double[] y, double[] values) {
    /** Most columns or rows: more cannot be told apart. */
    public static final int MOST = 160;

    /**
     * A heat map of values at places; every place has the rectangle that is nearer to it than to others.
     *
     * @param x places along x, rising
     * @param y places along y, rising
     * @param values of each place, row after row
     * @return the heat map; of more than {@value #MOST} places along an axis, neighbors are averaged
     */
    public static HeatMap at(final double[] x, final double[] y, final double[] values) {
        final HeatMap map = new HeatMap(edges(x), edges(y), values).coarse();
        return new HeatMap(Rounded.of(map.x), Rounded.of(map.y), Rounded.coarsely(map.values));
    }

    /**
     * The edges between places.
     *
     * @param places rising
     * @return one more than places: the middles, and the first and last place; one place is one wide
     */
    public static double[] edges(final double[] places) {
        final int n = places.length;
        final double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = (places[i - 1] + places[i]) / 2;
        }
        edges[0] = n > 1 ? places[0] : places[0] - 0.5;
        edges[n] = n > 1 ? places[n - 1] : places[0] + 0.5;
        return edges;
    }

    private HeatMap coarse() {
        final int columns = x.length - 1;
        final int rows = y.length - 1;
        final int stepX = (columns + MOST - 1) / MOST;
        final int stepY = (rows + MOST - 1) / MOST;
        if (stepX <= 1 && stepY <= 1) {
            return this;
        }
        final double[] coarseX = every(x, stepX);
        final double[] coarseY = every(y, stepY);
        final int width = coarseX.length - 1;
        final double[] sums = new double[width * (coarseY.length - 1)];
        final int[] counts = new int[sums.length];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                final double value = values[r * columns + c];
                if (Double.isFinite(value)) {
                    sums[r / stepY * width + c / stepX] += value;
                    counts[r / stepY * width + c / stepX]++;
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] > 0 ? sums[i] / counts[i] : Double.NaN;
        }
        return new HeatMap(coarseX, coarseY, sums);
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
