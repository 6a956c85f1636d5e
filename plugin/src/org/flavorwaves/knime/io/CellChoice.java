package org.flavorwaves.knime.io;

import java.util.OptionalDouble;

/**
 * Which part of a file is read.
 *
 * @param every along each axis of the grid, or of a list, only every so-many-th cell; at least 1
 * @param lower smallest x, y, z of a cell
 * @param upper largest x, y, z of a cell
 * @param finalState of files with moments before and after the instability: those after it
 * @param time of files with many times: the one nearest to this, in s; the last one if it is empty
 */
public record CellChoice(int every, double[] lower, double[] upper, boolean finalState, OptionalDouble time) {
    /** All of it, before the instability. */
    public static final CellChoice ALL = new CellChoice(1,
        new double[]{Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY},
        new double[]{Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}, false,
        OptionalDouble.empty());

    /**
     * Every n-th cell of all.
     *
     * @param n at least 1
     * @return the choice
     */
    public static CellChoice everyNth(final int n) {
        return new CellChoice(n, ALL.lower, ALL.upper, false, OptionalDouble.empty());
    }

    /**
     * The time that is read.
     *
     * @param times at least one, in s
     * @return index of the one nearest to the time asked for, or of the last one
     */
    public int nearest(final double[] times) {
        int best = times.length - 1;
        for (int i = 0; time.isPresent() && i < times.length; i++) {
            if (Math.abs(times[i] - time.getAsDouble()) < Math.abs(times[best] - time.getAsDouble())) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Whether a place is in the ranges.
     *
     * @param x its x
     * @param y its y
     * @param z its z
     * @return true if it is
     */
    public boolean holds(final double x, final double y, final double z) {
        return holds(0, x) && holds(1, y) && holds(2, z);
    }

    private boolean holds(final int axis, final double value) {
        return !isBounded(axis) || value >= lower[axis] && value <= upper[axis];
    }

    /**
     * Whether there is a range along an axis.
     *
     * @param axis 0, 1 or 2
     * @return true if not all numbers are in it
     */
    public boolean isBounded(final int axis) {
        return lower[axis] != Double.NEGATIVE_INFINITY || upper[axis] != Double.POSITIVE_INFINITY;
    }
}
