package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.numerics.NearestRotation;

/**
 * The rotations and reflections of flavor space that leave the external terms of all modes unchanged, and so carry
 * solutions into solutions: all of them without external terms, those about a common axis, or only the reflection of y,
 * because the external terms lie in the x-z plane.
 *
 * <p>Two solutions count as one if they are copies of each other. The distance of two sets of collective numbers is the
 * smallest there is between their copies.
 */
final class FlavorSymmetry {
    /** Vectors are parallel, or equal, within this share of the largest. */
    private static final double PARALLEL = 1e-12;

    /** A component is zero below this share of the scale. */
    private static final double NO_LENGTH = 1e-7;

    private final double[] m_axis;

    private final boolean m_free;

    private final boolean m_equal;

    private FlavorSymmetry(final double[] axis, final boolean free, final boolean equal) {
        m_axis = axis;
        m_free = free;
        m_equal = equal;
    }

    /** Looks at the external terms of all active modes. */
    static FlavorSymmetry of(final ThermalModes modes, final double[] preferredAxis) {
        double x = 0;
        double z = 0;
        for (int i = 0; i < modes.size(); i++) {
            if (modes.active(i) && Math.hypot(modes.externalX(i), modes.externalZ(i)) > Math.hypot(x, z)) {
                x = modes.externalX(i);
                z = modes.externalZ(i);
            }
        }
        final double longest = Math.hypot(x, z);
        if (longest == 0) {
            return new FlavorSymmetry(preferredAxis, true, true);
        }
        boolean parallel = true;
        boolean equal = true;
        for (int i = 0; i < modes.size(); i++) {
            if (modes.active(i)) {
                final double ex = modes.externalX(i);
                final double ez = modes.externalZ(i);
                parallel &= Math.abs(ex * z - ez * x) <= PARALLEL * longest * longest;
                equal &= Math.hypot(ex - x, ez - z) <= PARALLEL * longest;
            }
        }
        return new FlavorSymmetry(parallel ? new double[]{x / longest, 0, z / longest} : new double[0], false,
            parallel && equal);
    }

    /** Whether there are no external terms. */
    boolean isFree() {
        return m_free;
    }

    /** Whether the external terms of all modes are the same vector. */
    boolean isEqual() {
        return m_equal;
    }

    /** Whether there is an axis that no external term leaves. */
    boolean hasAxis() {
        return m_axis.length > 0;
    }

    /** Component a of the axis. */
    double axis(final int a) {
        return m_axis[a];
    }

    /** Which copies a solution has, for collective numbers of the given scale. */
    SymmetryFamily family(final double[] j, final double scale) {
        final double bound = NO_LENGTH * scale;
        if (m_free) {
            return largest(j) <= bound ? SymmetryFamily.SINGLE : SymmetryFamily.SPHERE;
        }
        if (hasAxis()) {
            return across(j, m_axis) <= bound ? SymmetryFamily.SINGLE : SymmetryFamily.CIRCLE;
        }
        double y = 0;
        for (int m = 0; m < 4; m++) {
            y = Math.max(y, Math.abs(j[3 * m + 1]));
        }
        return y <= bound ? SymmetryFamily.SINGLE : SymmetryFamily.MIRROR_PAIR;
    }

    /** Whether all J^m lie along one axis of flavor space, for collective numbers of the given scale. */
    static boolean isOnOneAxis(final double[] j, final double scale) {
        double longest = 0;
        double[] n = {0, 0, 1};
        for (int m = 0; m < 4; m++) {
            final double length = Math.sqrt(j[3 * m] * j[3 * m] + j[3 * m + 1] * j[3 * m + 1]
                + j[3 * m + 2] * j[3 * m + 2]);
            if (length > longest) {
                longest = length;
                n = new double[]{j[3 * m] / length, j[3 * m + 1] / length, j[3 * m + 2] / length};
            }
        }
        return across(j, n) <= NO_LENGTH * scale;
    }

    private static double largest(final double[] j) {
        double largest = 0;
        for (final double value : j) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double across(final double[] j, final double[] axis) {
        double largest = 0;
        for (int m = 0; m < 4; m++) {
            final double along = j[3 * m] * axis[0] + j[3 * m + 1] * axis[1] + j[3 * m + 2] * axis[2];
            double sum = 0;
            for (int a = 0; a < 3; a++) {
                final double part = j[3 * m + a] - along * axis[a];
                sum += part * part;
            }
            largest = Math.max(largest, Math.sqrt(sum));
        }
        return largest;
    }

    /**
     * The copy of y that is nearest to x.
     *
     * @param x 12 collective numbers, further entries are ignored
     * @param y 12 collective numbers
     * @return 12 collective numbers
     */
    double[] nearestCopy(final double[] x, final double[] y) {
        final double[][] rotation = m_free ? NearestRotation.of(overlap(x, y))
            : hasAxis() ? axisRotation(x, y) : mirror(x, y);
        final double[] copy = new double[12];
        for (int m = 0; m < 4; m++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    copy[3 * m + a] += rotation[a][b] * y[3 * m + b];
                }
            }
        }
        return copy;
    }

    private static double[][] overlap(final double[] x, final double[] y) {
        final double[][] overlap = new double[3][3];
        for (int m = 0; m < 4; m++) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    overlap[a][b] += x[3 * m + a] * y[3 * m + b];
                }
            }
        }
        return overlap;
    }

    private static double[][] mirror(final double[] x, final double[] y) {
        double overlap = 0;
        for (int m = 0; m < 4; m++) {
            overlap += x[3 * m + 1] * y[3 * m + 1];
        }
        return new double[][]{{1, 0, 0}, {0, overlap < 0 ? -1 : 1, 0}, {0, 0, 1}};
    }

    /** The best rotation about the axis, or rotation after reflection of y, which the axis is across. */
    private double[][] axisRotation(final double[] x, final double[] y) {
        final double nx = m_axis[0];
        final double nz = m_axis[2];
        final double[][] frame = {{nz, 0, -nx}, {0, 1, 0}, {nx, 0, nz}};
        final double[][] o = turned(frame, overlap(x, y));
        final double cosSum = o[0][0] + o[1][1];
        final double sinSum = o[1][0] - o[0][1];
        final double cosDifference = o[0][0] - o[1][1];
        final double sinDifference = o[1][0] + o[0][1];
        final double proper = Math.hypot(cosSum, sinSum);
        final double improper = Math.hypot(cosDifference, sinDifference);
        final boolean reflect = improper > proper;
        final double size = Math.max(proper, improper);
        final double c = size > 0 ? (reflect ? cosDifference : cosSum) / size : 1;
        final double s = size > 0 ? (reflect ? sinDifference : sinSum) / size : 0;
        final double sign = reflect ? -1 : 1;
        final double[][] inFrame = {{c, -s * sign, 0}, {s, c * sign, 0}, {0, 0, 1}};
        final double[][] back = {{nz, 0, nx}, {0, 1, 0}, {-nx, 0, nz}};
        return turned(back, inFrame);
    }

    /** frame . matrix . frame^T. */
    private static double[][] turned(final double[][] frame, final double[][] matrix) {
        final double[][] result = new double[3][3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 3; c++) {
                    for (int d = 0; d < 3; d++) {
                        result[a][b] += frame[a][c] * matrix[c][d] * frame[b][d];
                    }
                }
            }
        }
        return result;
    }

    /** The distance of two sets of collective numbers, |x - nearest copy of y|_2. */
    double distance(final double[] x, final double[] y) {
        final double[] copy = nearestCopy(x, y);
        double sum = 0;
        for (int c = 0; c < copy.length; c++) {
            sum += (x[c] - copy[c]) * (x[c] - copy[c]);
        }
        return Math.sqrt(sum);
    }

    /**
     * The distance of two solutions for telling them apart: that of their nearest copies, but for two solutions along
     * the axis the distance as they are, because both signs along the axis are told apart.
     */
    double difference(final double[] x, final double[] y, final double bound) {
        if (!hasAxis() || across(x, m_axis) > bound || across(y, m_axis) > bound) {
            return distance(x, y);
        }
        double sum = 0;
        for (int c = 0; c < y.length; c++) {
            sum += (x[c] - y[c]) * (x[c] - y[c]);
        }
        return Math.sqrt(sum);
    }
}
