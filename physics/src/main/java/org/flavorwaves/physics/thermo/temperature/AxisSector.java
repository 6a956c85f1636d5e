package org.flavorwaves.physics.thermo.temperature;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.numerics.roots.ScalarRoots;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * The thermal states with all collective numbers along one axis n of flavor space, as the roots of one equation.
 *
 * <p>With kappa = |beta q|, one channel of the nu-nu term favours order (J^0 for beta q &gt; 0, sigma along n at
 * beta H_i.n = Y_i) and the others oppose it:
 *
 * <pre>
 * Y_i = beta e_i + kappa (a_i x - b_i.u),     x = sum_i w_i a_i p_i(Y_i),     u = sum_i w_i b_i p_i(Y_i)
 * </pre>
 *
 * <p>where a = 1 and b = v for beta q &gt; 0; for beta q &lt; 0, and velocities along one line l, a = v.l and b = 1. At
 * given x the equation for u is the gradient of a strictly convex function, so u(x) is unique and
 *
 * <pre>
 * f(x) = x - sum_i w_i a_i p_i(Y_i(x)),
 * f'(x) = 1 - kappa D,     D = min over t of sum_i w_i p'_i (a_i - b_i.t)^2 + |t|^2/kappa,    attained by t = du/dx.
 * </pre>
 *
 * <p>D rises with every p'_i, which falls with |Y_i|, and |t|^2 &lt;= kappa sum_i w_i p'_i a_i^2 bounds how far Y_i
 * moves: bounds on f' over an interval of x.
 */
final class AxisSector implements ScalarRoots.Bounded {
    private static final int MAX_INNER = 200;

    private static final double SHORTEST_STEP = 1e-12;

    /** The inner equation is solved when |F| is below this share of the scale. */
    private static final double ROUNDING = 1e-15;

    /** Below this share of the scale, a step that does not help ends the iteration. */
    private static final double NEARLY = 1e-12;

    private final ThermalModes m_modes;

    private final double[] m_axis;

    private final double[] m_line;

    private final double m_kappa;

    private final boolean m_aligning;

    private final double[] m_external;

    private final double[] m_w;

    private final double[] m_a;

    private final double[][] m_b;

    private final double[] m_y;

    private final double[] m_slope;

    private final double[] m_u;

    private final double m_reach;

    private final double m_responseBound;

    /**
     * Sets the sector up.
     *
     * @param modes the modes
     * @param axis n, a unit vector along which all external terms lie
     * @param line l, a unit vector along which all velocities lie; used for beta q &lt; 0 only
     * @param beta inverse flavor temperature
     */
    AxisSector(final ThermalModes modes, final double[] axis, final double[] line, final double beta) {
        m_modes = modes;
        m_axis = axis;
        m_line = line;
        m_kappa = Math.abs(beta * modes.strength());
        m_aligning = beta * modes.strength() > 0;
        final int n = modes.size();
        m_external = new double[n];
        m_w = new double[n];
        m_y = new double[n];
        m_slope = new double[n];
        final double[] one = new double[n];
        Arrays.fill(one, 1);
        final double[][] v = {modes.velocities(0), modes.velocities(1), modes.velocities(2)};
        final double[] along = new double[n];
        double reach = 0;
        double response = 0;
        for (int i = 0; i < n; i++) {
            m_external[i] = beta * (modes.externalX(i) * axis[0] + modes.externalZ(i) * axis[2]);
            m_w[i] = modes.active(i) ? modes.weight(i) : 0;
            along[i] = m_aligning ? 1 : v[0][i] * line[0] + v[1][i] * line[1] + v[2][i] * line[2];
            reach += m_w[i] * Math.abs(along[i]) * modes.relation().largest(modes.trace(i));
            response += m_w[i] * along[i] * along[i] * modes.relation().slope(modes.trace(i), 0);
        }
        m_a = along;
        m_b = m_aligning ? Arrays.stream(v).filter(c -> Arrays.stream(c).anyMatch(x -> x != 0))
            .toArray(double[][]::new) : new double[][]{one};
        m_u = new double[m_b.length];
        m_reach = reach;
        m_responseBound = response;
    }

    /** The largest |x| a solution can have. */
    double reach() {
        return m_reach;
    }

    @Override
    public double value(final double x) {
        solveInner(x);
        double sum = 0;
        for (int i = 0; i < m_y.length; i++) {
            sum += m_w[i] * m_a[i] * polarization(i);
        }
        return x - sum;
    }

    /** The 12 collective numbers of a root. */
    double[] field(final double x) {
        solveInner(x);
        final double[] j = new double[CollectiveField.SIZE];
        for (int i = 0; i < m_y.length; i++) {
            final double p = m_w[i] * polarization(i);
            for (int m = 0; m < 4; m++) {
                final double v = m == 0 ? 1 : velocity(i, m - 1);
                for (int a = 0; a < 3; a++) {
                    j[3 * m + a] += v * p * m_axis[a];
                }
            }
        }
        return j;
    }

    private double velocity(final int i, final int component) {
        if (!m_aligning) {
            return m_a[i] * m_line[component];
        }
        return m_modes.velocity(i, component);
    }

    private double polarization(final int i) {
        return Math.copySign(m_modes.relation().polarization(m_modes.trace(i), Math.abs(m_y[i])), m_y[i]);
    }

    private void fillArguments(final double x, final double[] u) {
        for (int i = 0; i < m_y.length; i++) {
            double channel = m_a[i] * x;
            for (int c = 0; c < u.length; c++) {
                channel -= m_b[c][i] * u[c];
            }
            m_y[i] = m_external[i] + m_kappa * channel;
        }
    }

    /** u(x) by Newton, damped; the matrix 1 + kappa X is positive definite. Leaves Y_i and u behind. */
    private void solveInner(final double x) {
        fillArguments(x, m_u);
        if (m_u.length == 0) {
            return;
        }
        double[] f = inner(m_u);
        double norm = NewtonSolver.norm(f);
        final double scale = m_modes.scale();
        for (int it = 0; it < MAX_INNER && norm > ROUNDING * scale; it++) {
            final double[] step = LeastSquares.solve(innerDerivative(), f);
            final double[] start = m_u.clone();
            double share = 1;
            double[] trial = tryInner(x, start, step, share);
            while (NewtonSolver.norm(trial) >= norm && norm > NEARLY * scale && share > SHORTEST_STEP) {
                share /= 2;
                trial = tryInner(x, start, step, share);
            }
            if (NewtonSolver.norm(trial) >= norm) {
                System.arraycopy(start, 0, m_u, 0, m_u.length);
                fillArguments(x, m_u);
                return;
            }
            f = trial;
            norm = NewtonSolver.norm(f);
        }
    }

    private double[] tryInner(final double x, final double[] start, final double[] step, final double share) {
        for (int c = 0; c < m_u.length; c++) {
            m_u[c] = start[c] - share * step[c];
        }
        fillArguments(x, m_u);
        return inner(m_u);
    }

    private double[] inner(final double[] u) {
        final double[] f = u.clone();
        for (int i = 0; i < m_y.length; i++) {
            final double p = m_w[i] * polarization(i);
            for (int c = 0; c < f.length; c++) {
                f[c] -= m_b[c][i] * p;
            }
        }
        return f;
    }

    private double[][] innerDerivative() {
        for (int i = 0; i < m_y.length; i++) {
            m_slope[i] = m_modes.relation().slope(m_modes.trace(i), Math.abs(m_y[i]));
        }
        final double[][] matrix = responseOfChannels();
        for (int c = 0; c < matrix.length; c++) {
            for (int d = 0; d < matrix.length; d++) {
                matrix[c][d] = (c == d ? 1 : 0) + m_kappa * matrix[c][d];
            }
        }
        return matrix;
    }

    private double[][] responseOfChannels() {
        final int d = m_b.length;
        final double[][] matrix = new double[d][d];
        for (int c = 0; c < d; c++) {
            for (int e = 0; e <= c; e++) {
                double sum = 0;
                for (int i = 0; i < m_slope.length; i++) {
                    sum += m_w[i] * m_slope[i] * m_b[c][i] * m_b[e][i];
                }
                matrix[c][e] = sum;
                matrix[e][c] = sum;
            }
        }
        return matrix;
    }

    @Override
    public double[] derivative(final double x, final double half) {
        solveInner(x);
        double bound = m_responseBound;
        for (int pass = 0; pass < 2; pass++) {
            fillSlopes(half, Math.sqrt(m_kappa * bound), -1);
            double response = 0;
            for (int i = 0; i < m_slope.length; i++) {
                response += m_w[i] * m_slope[i] * m_a[i] * m_a[i];
            }
            bound = Math.min(bound, response);
        }
        fillSlopes(half, Math.sqrt(m_kappa * bound), -1);
        final double most = reducedResponse();
        fillSlopes(half, Math.sqrt(m_kappa * bound), 1);
        return new double[]{1 - m_kappa * most, 1 - m_kappa * reducedResponse()};
    }

    /** p' at the end of the range of |Y_i| on the given side: -1 for the low end, where p' is largest. */
    private void fillSlopes(final double half, final double channelRate, final int side) {
        for (int i = 0; i < m_slope.length; i++) {
            double b2 = 0;
            for (final double[] b : m_b) {
                b2 += b[i] * b[i];
            }
            final double radius = m_kappa * half * (Math.abs(m_a[i]) + Math.sqrt(b2) * channelRate);
            m_slope[i] = m_modes.relation().slope(m_modes.trace(i), Math.max(0, Math.abs(m_y[i]) + side * radius));
        }
    }

    /** D for the p' at hand. */
    private double reducedResponse() {
        final int d = m_b.length;
        double response = 0;
        final double[] mixed = new double[d];
        for (int i = 0; i < m_slope.length; i++) {
            response += m_w[i] * m_slope[i] * m_a[i] * m_a[i];
            for (int c = 0; c < d; c++) {
                mixed[c] += m_w[i] * m_slope[i] * m_a[i] * m_b[c][i];
            }
        }
        if (d == 0) {
            return response;
        }
        final double[][] matrix = responseOfChannels();
        for (int c = 0; c < d; c++) {
            matrix[c][c] += 1 / m_kappa;
        }
        final double[] t = LeastSquares.solve(matrix, mixed);
        for (int c = 0; c < d; c++) {
            response -= mixed[c] * t[c];
        }
        return response;
    }
}
