package org.flavorwaves.physics.numerics;

/**
 * Many functions on one grid, each interpolated by a cubic spline whose third derivative is continuous at the second
 * and
 * the last but one node (de Boor's not-a-knot condition), so that cubics are reproduced and the ends are as accurate as
 * the middle: error O(h^4), slope O(h^3). Two nodes are joined by a line, three by a parabola. Values and slopes of all
 * functions at one place cost O(functions), without allocation. Immutable.
 */
public final class CubicSpline {
    /** Powers of a cubic. */
    private static final int POWERS = 4;

    /** Places in an interval at which bounds are checked, plus one. */
    private static final int PARTS = 4;

    private final double[] m_x;

    private final int m_functions;

    /** Coefficients, [interval][power][function]. */
    private final double[] m_coefficients;

    private final int m_limited;

    private CubicSpline(final double[] x, final double[][] values, final double[][] slopes, final int limited) {
        m_x = x.clone();
        m_functions = values.length;
        m_limited = limited;
        m_coefficients = new double[(x.length - 1) * POWERS * m_functions];
        for (int j = 0; j + 1 < x.length; j++) {
            final double h = x[j + 1] - x[j];
            for (int f = 0; f < m_functions; f++) {
                final double rise = (values[f][j + 1] - values[f][j]) / h;
                final int at = j * POWERS * m_functions + f;
                m_coefficients[at] = values[f][j];
                m_coefficients[at + m_functions] = slopes[f][j];
                m_coefficients[at + 2 * m_functions] = (3 * rise - 2 * slopes[f][j] - slopes[f][j + 1]) / h;
                m_coefficients[at + 3 * m_functions] = (slopes[f][j] + slopes[f][j + 1] - 2 * rise) / (h * h);
            }
        }
    }

    /**
     * Interpolates.
     *
     * @param x nodes, rising, at least two
     * @param values one row a function, one value a node
     * @return the spline
     * @throws IllegalArgumentException if there are fewer than two nodes, they do not rise, or a row has another length
     */
    public static CubicSpline of(final double[] x, final double[][] values) {
        check(x, values);
        return new CubicSpline(x, values, slopes(x, values), 0);
    }

    /**
     * Interpolates functions that have bounds. One whose spline leaves its bounds between nodes is interpolated
     * monotonically wherever its values are monotone (F. N. Fritsch and R. E. Carlson, SIAM J. Numer. Anal. 17 (1980)
     * 238, with the weighted harmonic mean of slopes): no overshoot, but O(h^2) near extrema.
     *
     * @param x nodes, rising, at least two
     * @param values one row a function, one value a node, within the bounds
     * @param lower lower bound of each function
     * @param upper upper bound of each function
     * @return the interpolation
     * @throws IllegalArgumentException if there are fewer than two nodes, they do not rise, or a row has another length
     */
    public static CubicSpline bounded(final double[] x, final double[][] values, final double[] lower,
        final double[] upper) {
        check(x, values);
        final double[][] slopes = slopes(x, values);
        final CubicSpline free = new CubicSpline(x, values, slopes, 0);
        final double[] v = new double[values.length];
        final double[] unused = new double[values.length];
        final boolean[] leaves = new boolean[values.length];
        for (int j = 0; j + 1 < x.length; j++) {
            for (int part = 1; part < PARTS; part++) {
                free.at(x[j] + part * (x[j + 1] - x[j]) / PARTS, v, unused);
                for (int f = 0; f < v.length; f++) {
                    leaves[f] |= !(v[f] >= lower[f] && v[f] <= upper[f]);
                }
            }
        }
        int limited = 0;
        for (int f = 0; f < values.length; f++) {
            if (leaves[f]) {
                monotoneSlopes(x, values[f], slopes[f]);
                limited++;
            }
        }
        return limited == 0 ? free : new CubicSpline(x, values, slopes, limited);
    }

    private static void check(final double[] x, final double[][] values) {
        if (x.length < 2) {
            throw new IllegalArgumentException("An interpolation needs at least two nodes, not " + x.length + ".");
        }
        for (int j = 1; j < x.length; j++) {
            if (!(x[j] > x[j - 1])) {
                throw new IllegalArgumentException("Nodes must rise, but node " + j + " at " + x[j] + " follows one at "
                    + x[j - 1] + ".");
            }
        }
        for (final double[] row : values) {
            if (row.length != x.length) {
                throw new IllegalArgumentException("There are " + x.length + " nodes and " + row.length + " values.");
            }
        }
    }

    private static double[][] slopes(final double[] x, final double[][] values) {
        final int n = x.length;
        final double[][] slopes = new double[values.length][n];
        if (n == 2) {
            for (int f = 0; f < values.length; f++) {
                slopes[f][0] = (values[f][1] - values[f][0]) / (x[1] - x[0]);
                slopes[f][1] = slopes[f][0];
            }
            return slopes;
        }
        final double[] lower = new double[n];
        final double[] diagonal = new double[n];
        final double[] upper = new double[n];
        for (int j = 1; j + 1 < n; j++) {
            lower[j] = x[j + 1] - x[j];
            upper[j] = x[j] - x[j - 1];
            diagonal[j] = 2 * (lower[j] + upper[j]);
        }
        final double h0 = x[1] - x[0];
        final double h1 = x[2] - x[1];
        final double e0 = x[n - 1] - x[n - 2];
        final double e1 = x[n - 2] - x[n - 3];
        diagonal[0] = h1;
        upper[0] = h0 + h1;
        diagonal[n - 1] = e1;
        lower[n - 1] = e0 + e1;
        for (int f = 0; f < values.length; f++) {
            final double[] v = values[f];
            final double first = (v[1] - v[0]) / h0;
            final double second = (v[2] - v[1]) / h1;
            if (n == POWERS - 1) {
                final double bend = (second - first) / (h0 + h1);
                slopes[f] = new double[]{first - h0 * bend, first + h0 * bend, second + h1 * bend};
                continue;
            }
            final double[] right = new double[n];
            for (int j = 1; j + 1 < n; j++) {
                right[j] = 3 * (lower[j] * (v[j] - v[j - 1]) / upper[j] + upper[j] * (v[j + 1] - v[j]) / lower[j]);
            }
            final double last = (v[n - 1] - v[n - 2]) / e0;
            final double before = (v[n - 2] - v[n - 3]) / e1;
            right[0] = ((3 * h0 + 2 * h1) * h1 * first + h0 * h0 * second) / (h0 + h1);
            right[n - 1] = (e0 * e0 * before + (3 * e0 + 2 * e1) * e1 * last) / (e0 + e1);
            slopes[f] = tridiagonal(lower, diagonal, upper, right);
        }
        return slopes;
    }

    private static double[] tridiagonal(final double[] lower, final double[] diagonal, final double[] upper,
        final double[] right) {
        final int n = right.length;
        final double[] factor = new double[n];
        final double[] slopes = new double[n];
        double pivot = diagonal[0];
        slopes[0] = right[0] / pivot;
        for (int j = 1; j < n; j++) {
            factor[j] = upper[j - 1] / pivot;
            pivot = diagonal[j] - lower[j] * factor[j];
            slopes[j] = (right[j] - lower[j] * slopes[j - 1]) / pivot;
        }
        for (int j = n - 2; j >= 0; j--) {
            slopes[j] -= factor[j + 1] * slopes[j + 1];
        }
        return slopes;
    }

    private static void monotoneSlopes(final double[] x, final double[] v, final double[] out) {
        final int n = x.length;
        for (int j = 1; j + 1 < n; j++) {
            final double left = (v[j] - v[j - 1]) / (x[j] - x[j - 1]);
            final double right = (v[j + 1] - v[j]) / (x[j + 1] - x[j]);
            final double a = x[j + 1] - x[j - 1] + x[j + 1] - x[j];
            final double b = x[j + 1] - x[j - 1] + x[j] - x[j - 1];
            out[j] = left * right > 0 ? (a + b) / (a / left + b / right) : 0;
        }
        out[0] = (v[1] - v[0]) / (x[1] - x[0]);
        out[n - 1] = (v[n - 1] - v[n - 2]) / (x[n - 1] - x[n - 2]);
    }

    /**
     * The number of functions that keep their bounds only by monotone interpolation.
     *
     * @return functions for which the nodes are too coarse
     */
    public int limited() {
        return m_limited;
    }

    /**
     * The first node.
     *
     * @return left end
     */
    public double from() {
        return m_x[0];
    }

    /**
     * The last node.
     *
     * @return right end
     */
    public double to() {
        return m_x[m_x.length - 1];
    }

    /**
     * Values and slopes of all functions; beyond the ends the outermost cubics go on.
     *
     * @param x place
     * @param values room for the values
     * @param slopes room for the derivatives
     */
    public void at(final double x, final double[] values, final double[] slopes) {
        final int j = interval(x);
        final double t = x - m_x[j];
        final int c0 = j * POWERS * m_functions;
        final int c1 = c0 + m_functions;
        final int c2 = c1 + m_functions;
        final int c3 = c2 + m_functions;
        for (int f = 0; f < m_functions; f++) {
            final double b = m_coefficients[c1 + f];
            final double c = m_coefficients[c2 + f];
            final double d = m_coefficients[c3 + f];
            values[f] = m_coefficients[c0 + f] + t * (b + t * (c + t * d));
            slopes[f] = b + t * (2 * c + 3 * t * d);
        }
    }

    private int interval(final double x) {
        int low = 0;
        int high = m_x.length - 1;
        while (high - low > 1) {
            final int middle = (low + high) >>> 1;
            if (m_x[middle] <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
