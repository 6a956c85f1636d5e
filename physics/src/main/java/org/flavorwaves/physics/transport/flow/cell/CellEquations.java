package org.flavorwaves.physics.transport.flow.cell;

import java.util.Arrays;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The equations of the mixing equilibrium of a cell (JK 16) and their derivative: the collective numbers over
 * sum w |P| and, in a frame that turns, its rate and a multiplier are the unknowns.
 */
final class CellEquations {
    private final CellSums m_sums;

    private final Turning m_turning;

    private final double[] m_axis;

    /** n x reference. */
    private final double[] m_phase = new double[3];

    private final int m_fields;

    private final int m_size;

    private final CellPoint m_point;

    private final double[] m_f;

    private final double[] m_matrix;

    private final double[] m_physical;

    private double m_scale;

    private double m_rateScale;

    CellEquations(final MomentumModes modes, final Environment environment, final Turning turning,
        final double... axis) {
        m_sums = new CellSums(modes, environment);
        m_turning = turning;
        m_axis = axis.clone();
        m_fields = 3 * m_sums.components();
        m_size = m_fields + (turning == Turning.NONE ? 0 : 2);
        m_point = new CellPoint(modes.size());
        m_f = new double[m_size];
        m_matrix = new double[m_size * (m_size + 1)];
        m_physical = new double[m_fields];
    }

    /** The number of unknowns. */
    int size() {
        return m_size;
    }

    CellSums sums() {
        return m_sums;
    }

    /** What the equations depend on. */
    CellPoint point() {
        return m_point;
    }

    /** The unit of the unknown numbers, sum w |P|. */
    double scale() {
        return m_scale;
    }

    void setScale(final double scale) {
        m_scale = scale;
    }

    /** The unit of the unknown rate. */
    void setRateScale(final double scale) {
        m_rateScale = scale;
    }

    /** Fixes the phase of a frame that turns: J^0 stays in the half plane of n and a reference. */
    void refer(final double x, final double y, final double z) {
        m_phase[0] = m_axis[1] * z - m_axis[2] * y;
        m_phase[1] = m_axis[2] * x - m_axis[0] * z;
        m_phase[2] = m_axis[0] * y - m_axis[1] * x;
        final double length = norm(m_phase[0], m_phase[1], m_phase[2]);
        for (int a = 0; a < 3; a++) {
            m_phase[a] = length == 0 ? a == 1 ? 1 : 0 : m_phase[a] / length;
        }
    }

    /** Sets the unknowns to the numbers of a cell and a rate. */
    void load(final double[] field, final double rate, final double[] x) {
        for (int m = 0; m < m_sums.components(); m++) {
            for (int a = 0; a < 3; a++) {
                x[3 * m + a] = m_scale == 0 ? 0 : field[3 * m_sums.spaceTime(m) + a] / m_scale;
            }
        }
        if (m_turning != Turning.NONE) {
            x[m_fields] = rate / m_rateScale;
            x[m_fields + 1] = 0;
        }
    }

    /** Goes on from earlier numbers and an earlier rate in the ratio of two parts of a path. */
    void predict(final double ratio, final double[] before, final double rateBefore, final double[] x) {
        for (int m = 0; m < m_sums.components() && m_scale > 0; m++) {
            for (int a = 0; a < 3; a++) {
                x[3 * m + a] += ratio * (x[3 * m + a] - before[3 * m_sums.spaceTime(m) + a] / m_scale);
            }
        }
        if (m_turning != Turning.NONE) {
            x[m_fields] += ratio * (x[m_fields] - rateBefore / m_rateScale);
        }
    }

    /** Writes the numbers of a cell and returns the rate. */
    double store(final double[] x, final double[] field) {
        for (int m = 0; m < m_sums.components(); m++) {
            for (int a = 0; a < 3; a++) {
                field[3 * m_sums.spaceTime(m) + a] = x[3 * m + a] * m_scale;
            }
        }
        return m_turning == Turning.NONE ? 0 : x[m_fields] * m_rateScale;
    }

    /** Evaluates the equations at x into m_f; their largest size. */
    double evaluate(final double[] x) {
        for (int c = 0; c < m_fields; c++) {
            m_physical[c] = x[c] * m_scale;
        }
        final boolean turns = m_turning != Turning.NONE;
        final double rate = turns ? x[m_fields] * m_rateScale : 0;
        m_sums.evaluate(m_point, m_physical, turns ? rate * m_axis[0] : 0, turns ? rate * m_axis[1] : 0,
            turns ? rate * m_axis[2] : 0, m_turning == Turning.ALONG);
        if (m_scale == 0) {
            return 0;
        }
        for (int c = 0; c < m_fields; c++) {
            m_f[c] = x[c] - m_sums.m_g[c] / m_scale;
        }
        if (turns) {
            multiplier(x);
        }
        double largest = 0;
        for (final double f : m_f) {
            largest = Math.max(largest, Double.isNaN(f) ? Double.POSITIVE_INFINITY : Math.abs(f));
        }
        return largest;
    }

    /** Adds tau g (n x J) and the two conditions of a frame that turns. */
    private void multiplier(final double[] x) {
        for (int m = 0; m < m_sums.components(); m++) {
            final double factor = m == 0 ? x[m_fields + 1] : -x[m_fields + 1];
            for (int a = 0; a < 3; a++) {
                m_f[3 * m + a] += factor * turned(x, m, a);
            }
        }
        final int at = m_turning == Turning.ALONG ? m_fields - 3 : 0;
        m_f[m_fields] = m_axis[0] * x[at] + m_axis[1] * x[at + 1] + m_axis[2] * x[at + 2]
            - m_point.m_conserved / m_scale;
        m_f[m_fields + 1] = m_phase[0] * x[0] + m_phase[1] * x[1] + m_phase[2] * x[2];
    }

    /** Component a of n x J^m. */
    private double turned(final double[] x, final int m, final int a) {
        final int b = (a + 1) % 3;
        final int c = (a + 2) % 3;
        return m_axis[b] * x[3 * m + c] - m_axis[c] * x[3 * m + b];
    }

    /** Solves for the step of Newton's method at x, where the equations were evaluated; false if it is not defined. */
    boolean linearize(final double[] x) {
        assemble(x);
        return eliminate();
    }

    /** The step of an unknown. */
    double step(final int c) {
        return m_matrix[c * (m_size + 1) + m_size];
    }

    /** The derivative by the unknowns, with m_f in the last column. */
    private void assemble(final double[] x) {
        final int row = m_size + 1;
        Arrays.fill(m_matrix, 0);
        final int place = m_turning == Turning.ALONG ? m_sums.components() - 1 : 0;
        final double sign = m_turning == Turning.ALONG ? -1 : 1;
        for (int m = 0; m < m_sums.components(); m++) {
            for (int a = 0; a < 3; a++) {
                final int e = 3 * m + a;
                for (int n = 0; n < m_sums.components(); n++) {
                    final double g = n == 0 ? m_point.m_strength : -m_point.m_strength;
                    for (int b = 0; b < 3; b++) {
                        m_matrix[e * row + 3 * n + b] = (m == n && a == b ? 1 : 0) - g * m_sums.s(m, n, a, b);
                    }
                }
                if (m_turning != Turning.NONE) {
                    double turn = 0;
                    for (int b = 0; b < 3; b++) {
                        turn += m_sums.s(m, place, a, b) * m_axis[b];
                    }
                    m_matrix[e * row + m_fields] = sign * turn * m_rateScale / m_scale;
                    m_matrix[e * row + m_fields + 1] = (m == 0 ? 1 : -1) * turned(x, m, a);
                }
                m_matrix[e * row + m_size] = m_f[e];
            }
        }
        if (m_turning != Turning.NONE) {
            for (int b = 0; b < 3; b++) {
                m_matrix[m_fields * row + 3 * place + b] = m_axis[b];
                m_matrix[(m_fields + 1) * row + b] = m_phase[b];
            }
            m_matrix[m_fields * row + m_size] = m_f[m_fields];
            m_matrix[(m_fields + 1) * row + m_size] = m_f[m_fields + 1];
        }
    }

    /** Gauss and Jordan with partial pivoting; the step is left in the last column. */
    private boolean eliminate() {
        final int row = m_size + 1;
        for (int k = 0; k < m_size; k++) {
            int pivot = k;
            for (int r = k + 1; r < m_size; r++) {
                pivot = Math.abs(m_matrix[r * row + k]) > Math.abs(m_matrix[pivot * row + k]) ? r : pivot;
            }
            final double largest = m_matrix[pivot * row + k];
            if (!(Math.abs(largest) > 0) || Double.isInfinite(largest)) {
                return false;
            }
            for (int c = k; c < row; c++) {
                final double swap = m_matrix[pivot * row + c];
                m_matrix[pivot * row + c] = m_matrix[k * row + c];
                m_matrix[k * row + c] = swap / largest;
            }
            for (int r = 0; r < m_size; r++) {
                final double factor = m_matrix[r * row + k];
                if (r != k && factor != 0) {
                    for (int c = k; c < row; c++) {
                        m_matrix[r * row + c] -= factor * m_matrix[k * row + c];
                    }
                }
            }
        }
        return true;
    }

    private static double norm(final double x, final double y, final double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
