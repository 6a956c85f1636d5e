package org.flavorwaves.physics.equilibrium.system;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.ParametrizedSystem;
import org.flavorwaves.physics.state.CollectiveField;

/**
 * The equilibrium equations (JK 16) in dimensionless form. Unknowns: J/W with W = sum_i w_i |P_i|, then Omega_k/h, then
 * one number tau for each condition on the phase. Equations, all over W:
 *
 * <pre>
 * F(J) + tau g (n x J),  F(J) = J - sum_i c_i V_i Hhat_i(J)          12
 * n_k.J^p - its conserved value                one for each axis of the frame
 * J^m.(n x reference)                          one for each condition on the phase
 * dF^m_a/dJ^n_b     = delta - strength S^mn_ab g_nn
 * dF^m_a/dOmega_k   = g_pp S^mp_ab n_k,b
 * dF^m_a/dt         = -(R + S^mn_ab g_nn (u'^n_b + strength' J^n_b))
 * </pre>
 *
 * <p>with the sums of {@link CollectiveSums} and p the place of the frame ({@link Frame}). Where there is a phase the
 * equations are invariant under rotations about n, so that (n x J).g F vanishes identically: one equation is redundant,
 * tau is 0 at every solution, and together with the condition on the phase it makes the system square and regular.
 */
public final class EquilibriumSystem implements ParametrizedSystem {
    private static final int SIZE = CollectiveField.SIZE;

    /** Place of the pair (m, n) among the ten of {@link CollectiveSums}. */
    private static final int[][] PAIR = {{0, 1, 2, 3}, {1, 4, 5, 6}, {2, 5, 7, 8}, {3, 6, 8, 9}};

    /** Place of (a, b) among the six of {@link CollectiveSums}. */
    private static final int[][] FLAVOR = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};

    private final CollectiveSums m_sums;

    private final CouplingPath m_path;

    private final Frame m_frame;

    private final double m_fieldScale;

    private final double m_rateScale;

    private final Couplings m_at = new Couplings();

    private final Couplings m_rates = new Couplings();

    private final double[] m_j = new double[SIZE];

    private final double[] m_omega;

    private final double[] m_out = new double[CollectiveSums.LENGTH];

    /**
     * Puts the equations together.
     *
     * @param sums the sums over modes
     * @param path coefficients of the Hamiltonian vectors against the parameter t
     * @param frame resting or co-rotating frame
     * @param fieldScale W > 0, in the units of the potentials
     * @param rateScale h > 0, in the units of the potentials; times the factor of the path
     */
    public EquilibriumSystem(final CollectiveSums sums, final CouplingPath path, final Frame frame,
        final double fieldScale, final double rateScale) {
        m_sums = sums;
        m_path = path;
        m_frame = frame;
        m_fieldScale = fieldScale;
        m_rateScale = rateScale;
        m_omega = new double[frame.rotations()];
    }

    @Override
    public int unknowns() {
        return SIZE + m_frame.rotations() + m_frame.phases().length;
    }

    @Override
    public int equations() {
        return SIZE + m_frame.rotations() + m_frame.phases().length;
    }

    /**
     * The unknowns at t = 0 for given collective numbers and rotation rates, in the units of the potentials.
     *
     * @param j the 12 numbers J^m_a at 3 m + a
     * @param omega one rate for each rotation of the frame
     * @return a new array of dimensionless unknowns, 0 where none is given
     */
    public double[] unknownsOf(final double[] j, final double[] omega) {
        final double[] x = new double[unknowns()];
        for (int c = 0; c < SIZE; c++) {
            x[c] = j[c] / m_fieldScale;
        }
        for (int k = 0; k < omega.length; k++) {
            x[SIZE + k] = omega[k] / unit(0);
        }
        return x;
    }

    /**
     * The collective numbers, in the units of the potentials.
     *
     * @param x unknowns, as many as {@link #unknowns}
     * @return a new array of the 12 numbers J^m_a at 3 m + a
     */
    public double[] fieldOf(final double[] x) {
        final double[] j = new double[SIZE];
        for (int c = 0; c < SIZE; c++) {
            j[c] = x[c] * m_fieldScale;
        }
        return j;
    }

    /** The unit of the rotation rates at t, in the units of the potentials. */
    private double unit(final double t) {
        return m_rateScale * m_path.rotationUnit(t);
    }

    /**
     * The rotation vector at a point, in the units of the potentials.
     *
     * @param x unknowns, as many as {@link #unknowns}
     * @param t parameter of the path
     * @return its components along x, y, z; 0 in a frame at rest
     */
    public double[] rotationOf(final double[] x, final double t) {
        final double[] omega = new double[m_frame.rotations()];
        for (int k = 0; k < omega.length; k++) {
            omega[k] = x[SIZE + k] * unit(t);
        }
        return new double[]{m_frame.rotation(omega, 0), m_frame.rotation(omega, 1), m_frame.rotation(omega, 2)};
    }

    /**
     * Whether the rotation rate can be counted from a signed frequency.
     *
     * @return whether the frame has one rotation, about the axis of the vacuum terms
     */
    public boolean refers() {
        return m_frame.rotations() == 1
            && m_sums.isMassAxis(m_frame.axis(0, 0), m_frame.axis(0, 1), m_frame.axis(0, 2));
    }

    /**
     * Counts the rotation rate from a signed frequency s_i omega_i from now on.
     *
     * @param x unknowns, changed accordingly
     * @param t parameter
     * @param reference the frequency, in the units of the potentials
     */
    public void refer(final double[] x, final double t, final double reference) {
        x[SIZE] += (m_sums.reference() - reference) / unit(t);
        m_sums.refer(reference);
    }

    /**
     * The coefficients of the Hamiltonian vectors at a point, rotation included; valid until the next call.
     *
     * @param x unknowns, as many as {@link #unknowns}
     * @param t parameter of the path
     * @return the coefficients, an object that the next call overwrites
     */
    public Couplings couplings(final double[] x, final double t) {
        load(x, t);
        return m_at;
    }

    @Override
    public void residual(final double[] x, final double t, final double[] f) {
        load(x, t);
        m_sums.evaluate(m_j, m_at, m_out);
        equations(x, f);
    }

    private void load(final double[] x, final double t) {
        for (int c = 0; c < SIZE; c++) {
            m_j[c] = x[c] * m_fieldScale;
        }
        for (int k = 0; k < m_omega.length; k++) {
            m_omega[k] = x[SIZE + k] * unit(t);
        }
        m_path.at(t, m_at);
        m_at.addField(m_frame.place(), -m_frame.rotation(m_omega, 0), -m_frame.rotation(m_omega, 1),
            -m_frame.rotation(m_omega, 2));
    }

    private void equations(final double[] x, final double[] f) {
        for (int c = 0; c < SIZE; c++) {
            f[c] = x[c] - m_out[c] / m_fieldScale;
        }
        for (int p = 0; p < m_frame.phases().length; p++) {
            for (int m = 0; m < 4; m++) {
                final double[] turned = turned(x, p, m);
                for (int a = 0; a < 3; a++) {
                    f[3 * m + a] += x[SIZE + m_frame.rotations() + p] * turned[a];
                }
            }
        }
        int row = SIZE;
        for (int k = 0; k < m_frame.rotations(); k++, row++) {
            f[row] = -m_frame.conserved(k) / m_fieldScale;
            for (int a = 0; a < 3; a++) {
                f[row] += m_frame.axis(k, a) * x[3 * m_frame.place() + a];
            }
        }
        for (final Frame.Phase phase : m_frame.phases()) {
            f[row] = 0;
            for (int a = 0; a < 3; a++) {
                f[row] += phase.row(a) * x[3 * phase.place() + a];
            }
            row++;
        }
    }

    /** g_mm n x J^m for the axis n of a phase. */
    private double[] turned(final double[] x, final int p, final int m) {
        final double[] turned =
            FrameFinder.cross(m_frame.phases()[p].axis(), Arrays.copyOfRange(x, 3 * m, 3 * m + 3));
        for (int a = 0; a < 3; a++) {
            turned[a] *= m == 0 ? 1 : -1;
        }
        return turned;
    }

    @Override
    public void linearize(final double[] x, final double t, final double[] f, final double[][] derivative) {
        load(x, t);
        m_path.rates(t, m_rates);
        m_sums.linearize(m_j, m_at, m_rates, m_out);
        equations(x, f);
        final double unit = unit(t);
        final double growth = m_path.rotationUnitRate(t) / m_path.rotationUnit(t);
        m_rates.addField(m_frame.place(), -growth * m_frame.rotation(m_omega, 0),
            -growth * m_frame.rotation(m_omega, 1), -growth * m_frame.rotation(m_omega, 2));
        final int last = unknowns();
        for (int m = 0; m < 4; m++) {
            for (int a = 0; a < 3; a++) {
                final double[] line = derivative[3 * m + a];
                double rate = m_out[CollectiveSums.R + 3 * m + a];
                for (int n = 0; n < 4; n++) {
                    final double g = n == 0 ? 1 : -1;
                    for (int b = 0; b < 3; b++) {
                        final double s = sum(m, n, a, b) * g;
                        final int column = 3 * n + b;
                        line[column] = (m == n && a == b ? 1 : 0) - m_at.m_strength * s;
                        rate += s * (m_rates.m_given[column] + m_rates.m_strength * m_j[column]);
                    }
                }
                final int place = m_frame.place();
                for (int k = 0; k < m_frame.rotations(); k++) {
                    line[SIZE + k] = 0;
                    for (int b = 0; b < 3; b++) {
                        line[SIZE + k] += (place == 0 ? unit : -unit) * sum(m, place, a, b) * m_frame.axis(k, b)
                            / m_fieldScale;
                    }
                }
                line[last] = -rate / m_fieldScale;
            }
        }
        phases(x, derivative);
        conditions(derivative);
    }

    private void phases(final double[] x, final double[][] derivative) {
        final double[] unit = new double[3];
        for (int p = 0; p < m_frame.phases().length; p++) {
            final int column = SIZE + m_frame.rotations() + p;
            for (int m = 0; m < 4; m++) {
                final double[] turned = turned(x, p, m);
                for (int b = 0; b < 3; b++) {
                    derivative[3 * m + b][column] = turned[b];
                    Arrays.fill(unit, 0);
                    unit[b] = m == 0 ? x[column] : -x[column];
                    final double[] change = FrameFinder.cross(m_frame.phases()[p].axis(), unit);
                    for (int a = 0; a < 3; a++) {
                        derivative[3 * m + a][3 * m + b] += change[a];
                    }
                }
            }
        }
    }

    private double sum(final int m, final int n, final int a, final int b) {
        return m_out[CollectiveSums.S + 6 * PAIR[m][n] + FLAVOR[a][b]];
    }

    private void conditions(final double[][] derivative) {
        int row = SIZE;
        for (int k = 0; k < m_frame.rotations(); k++, row++) {
            Arrays.fill(derivative[row], 0);
            for (int a = 0; a < 3; a++) {
                derivative[row][3 * m_frame.place() + a] = m_frame.axis(k, a);
            }
        }
        for (final Frame.Phase phase : m_frame.phases()) {
            Arrays.fill(derivative[row], 0);
            for (int a = 0; a < 3; a++) {
                derivative[row][3 * phase.place() + a] = phase.row(a);
            }
            row++;
        }
    }
}
