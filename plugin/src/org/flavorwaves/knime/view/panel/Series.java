package org.flavorwaves.knime.view.panel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * A curve, an area or points. A curve can consist of pieces, with NaN between them.
 *
 * @param name its name in the legend; empty to leave it out of the legend
 * @param kind how it is drawn
 * @param color its color
 * @param x places along x
 * @param y places along y
 * @param values what the colors of points mean; empty to draw all in the color of the series
 * @param labels names of the points or, if there are fewer, of the pieces; empty if they have none
 * @param shifts how often the shifts of a {@link Frame} are added, for each label or once for all; empty to leave the
 *            series out of other frames
 * @param all number of points before they were thinned
 */
public record Series(String name, Kind kind, Color color, double[] x, double[] y, double[] values, String[] labels,
    double[] shifts, int all) {
    /** Most points of a series that are drawn; of more, the extremes of neighbors are. */
    public static final int MOST = 2400;

    /** How a series is drawn. */
    public enum Kind {
        /** A line. */
        LINE,
        /** A dashed line. */
        DASHED,
        /** A thin line, for what others are compared with. */
        THIN,
        /** A line, and the area between it and zero. */
        AREA,
        /** Points. */
        POINTS,
        /** Diamonds with their labels. */
        MARKS
    }

    /**
     * A series in one color.
     *
     * @param name its name in the legend; empty to leave it out
     * @param kind how it is drawn
     * @param color its color
     * @param x places along x
     * @param y places along y
     * @param labels names of the points or of the pieces
     * @return the series
     */
    public static Series of(final String name, final Kind kind, final Color color, final double[] x, final double[] y,
        final String... labels) {
        return new Series(name, kind, color, x, y, new double[0], labels, new double[0], x.length);
    }

    /**
     * Points whose colors mean values.
     *
     * @param name its name in the legend; empty to leave it out
     * @param x places along x
     * @param y places along y
     * @param values what the colors mean
     * @param labels names of the points
     * @return the series
     */
    public static Series valued(final String name, final double[] x, final double[] y, final double[] values,
        final String... labels) {
        return new Series(name, Kind.POINTS, Color.INK, x, y, values, labels, new double[0], x.length);
    }

    /**
     * These points as diamonds without labels, which show behind other points.
     *
     * @return the series
     */
    public Series marked() {
        return new Series(name, Kind.MARKS, color, x, y, values, new String[0], shifts, all);
    }

    /**
     * This series in a color.
     *
     * @param other the color
     * @return the series
     */
    public Series in(final Color other) {
        return new Series(name, kind, other, x, y, values, labels, shifts, all);
    }

    /**
     * This series with its place in other frames.
     *
     * @param times how often the shifts of a frame are added, for each label or once for all
     * @return the series
     */
    public Series shifted(final double... times) {
        return new Series(name, kind, color, x, y, values, labels, times, all);
    }

    /**
     * This series with about {@value #MOST} points and the ends of all pieces, and numbers of seven digits, which are
     * as many as a figure can show.
     *
     * @return the series
     */
    Series thinned() {
        final int[] kept = kept();
        final double[] keptValues = values.length == 0 ? values : Rounded.of(pick(values, kept));
        final String[] keptLabels = labels.length < x.length ? labels
            : Arrays.stream(kept).mapToObj(i -> labels[i]).toArray(String[]::new);
        final double[] keptShifts = shifts.length < x.length ? shifts : pick(shifts, kept);
        return new Series(name, kind, color, Rounded.of(pick(x, kept)), Rounded.of(pick(y, kept)), keptValues,
            keptLabels, keptShifts, x.length);
    }

    private static double[] pick(final double[] from, final int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> from[i]).toArray();
    }

    /** Of each run of neighbors the lowest and the highest point, and the ends of every piece. */
    private int[] kept() {
        final int n = x.length;
        if (n <= MOST) {
            return IntStream.range(0, n).toArray();
        }
        final BitSet keep = new BitSet(n);
        final int step = (2 * n + MOST - 1) / MOST;
        for (int from = 0; from < n; from += step) {
            int low = from;
            int high = from;
            for (int i = from; i < Math.min(n, from + step); i++) {
                low = y[i] < y[low] || isGap(low) ? i : low;
                high = y[i] > y[high] || isGap(high) ? i : high;
                if (isGap(i)) {
                    keep.set(Math.max(0, i - 1), Math.min(n, i + 2));
                }
            }
            keep.set(low);
            keep.set(high);
        }
        keep.set(0);
        keep.set(n - 1);
        return keep.stream().toArray();
    }

    private boolean isGap(final int i) {
        return Double.isNaN(x[i]) || Double.isNaN(y[i]);
    }
}
