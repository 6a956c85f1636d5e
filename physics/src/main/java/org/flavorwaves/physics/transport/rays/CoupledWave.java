package org.flavorwaves.physics.transport.rays;

import java.util.Arrays;

/**
 * A wave of a general mixing equilibrium. With b_i = V_i.x (three complex flavor components), a_i = y.V_i and
 * A_i = nu_i - i [H_i]x, nu_i = Omega - v_i.k + i D_i,
 *
 * <pre>
 * psi_i = -i A_i^-1 (P_i x b_i),   l_i = a_i A_i^-1,   left_i = w_i s_i l_i
 * dOmega/dk = sum left.v psi/sum left.psi
 * dOmega/dz = sum [left.(i dH x psi + i b x dP - i dD psi) + s dw a.psi]/sum left.psi
 * </pre>
 *
 * so that (FW ray-force) costs O(N). Complex vectors stand as re, im of x, y, z.
 */
final class CoupledWave extends TrackedWave {
    private static final int SIZE = 12;

    private static final int VECTOR = CoupledResolvents.VECTOR;

    private final BackgroundProfile m_profile;

    private final CoupledMedium m_medium;

    private final CoupledResolvents m_resolvents;

    private final int m_modes;

    private final double[] m_streaming;

    private final double[] m_psi;

    private final double[] m_psiRate;

    /** l_i and b_i of the last evaluation. */
    private final double[] m_left;

    private final double[] m_field;

    private final double[] m_u = new double[VECTOR];

    private final double[] m_v = new double[VECTOR];

    private double m_scale;

    CoupledWave(final BackgroundProfile profile) {
        super(SIZE);
        m_profile = profile;
        m_medium = new CoupledMedium(profile);
        m_resolvents = new CoupledResolvents(m_medium);
        m_modes = profile.size();
        m_streaming = new double[m_modes];
        m_psi = new double[VECTOR * m_modes];
        m_psiRate = new double[VECTOR * m_modes];
        m_left = new double[VECTOR * m_modes];
        m_field = new double[VECTOR * m_modes];
    }

    @Override
    boolean moveTo(final double z, final double kx, final double ky, final double kz) {
        if (!m_medium.moveTo(z)) {
            return false;
        }
        m_scale = 0;
        double largest = 0;
        for (int i = 0; i < m_modes; i++) {
            m_streaming[i] = kx * m_profile.velocity(0, i) + ky * m_profile.velocity(1, i)
                + kz * m_profile.velocity(2, i);
            double square = 0;
            for (int a = 0; a < 3; a++) {
                square += m_medium.m_p[3 * i + a] * m_medium.m_p[3 * i + a];
            }
            m_scale += Math.abs(m_medium.m_weight[i]) * Math.sqrt(square);
            largest = Math.max(largest, m_medium.m_length[i]);
        }
        m_scale = Math.abs(m_profile.selfInteraction()) * m_scale + largest;
        return true;
    }

    @Override
    double scale() {
        return m_scale;
    }

    @Override
    int block() {
        return 0;
    }

    @Override
    TrackedWave duplicate() {
        final CoupledWave wave = new CoupledWave(m_profile);
        wave.copyFrom(this);
        return wave;
    }

    @Override
    void pureMode(final int pole, final double[] x, final double[] y) {
        final int i = pole / 2;
        final double sign = pole % 2 == 0 ? 1 : -1;
        final double[] n = new double[3];
        int least = 0;
        for (int a = 0; a < 3; a++) {
            n[a] = m_medium.m_h[3 * i + a] / m_medium.m_length[i];
            least = Math.abs(n[a]) < Math.abs(n[least]) ? a : least;
        }
        for (int a = 0; a < 3; a++) {
            final double re = (a == least ? 1 : 0) - n[least] * n[a];
            final int c = (a + 1) % 3;
            final int d = (a + 2) % 3;
            final double im = sign * (n[c] * (d == least ? 1 : 0) - n[d] * (c == least ? 1 : 0));
            for (int m = 0; m < 4; m++) {
                final double v = m == 0 ? 1 : m_profile.velocity(m - 1, i);
                x[2 * (3 * m + a)] = v * re;
                x[2 * (3 * m + a) + 1] = v * im;
                y[2 * (3 * m + a)] = (m == 0 ? 1 : -v) * re;
                y[2 * (3 * m + a) + 1] = -(m == 0 ? 1 : -v) * im;
            }
        }
    }

    @Override
    void sample() {
        Arrays.fill(m_t, 0);
        Arrays.fill(m_derivative, 0);
        final double[] r = m_resolvents.m_resolvent;
        final double[] slope = m_resolvents.m_resolventSlope;
        for (int i = 0; i < m_modes; i++) {
            m_resolvents.resolvent(m_re - m_streaming[i], m_im + m_medium.m_damping[i], i);
            final double w = -m_profile.selfInteraction() * m_medium.m_weight[i];
            for (int m = 0; m < 4; m++) {
                final double vm = m == 0 ? w : w * m_profile.velocity(m - 1, i);
                for (int n = 0; n < 4; n++) {
                    final double factor = n == 0 ? vm : -vm * m_profile.velocity(n - 1, i);
                    for (int a = 0; a < 3; a++) {
                        final int row = 2 * ((3 * m + a) * SIZE + 3 * n);
                        for (int c = 0; c < VECTOR; c++) {
                            m_t[row + c] += factor * r[VECTOR * a + c];
                            m_derivative[row + c] += factor * slope[VECTOR * a + c];
                        }
                    }
                }
            }
        }
        for (int c = 0; c < SIZE; c++) {
            m_t[2 * (c * SIZE + c)] += 1;
        }
    }

    /** b_i = g V_i.x. */
    private void field(final double[] x, final int i, final double[] out, final int at) {
        final double g = m_profile.selfInteraction();
        for (int c = 0; c < VECTOR; c++) {
            out[at + c] = g * (x[c] - m_profile.velocity(0, i) * x[VECTOR + c]
                - m_profile.velocity(1, i) * x[2 * VECTOR + c] - m_profile.velocity(2, i) * x[3 * VECTOR + c]);
        }
    }

    private void load(final int i, final double[] out) {
        for (int c = 0; c < VECTOR; c++) {
            out[c] = m_y[c] + m_profile.velocity(0, i) * m_y[VECTOR + c]
                + m_profile.velocity(1, i) * m_y[2 * VECTOR + c] + m_profile.velocity(2, i) * m_y[3 * VECTOR + c];
        }
    }

    private void resolve(final int i, final int sign, final double[] u, final double[] out, final int at) {
        m_resolvents.resolve(m_re - m_streaming[i], m_im + m_medium.m_damping[i], i, sign, u, out, at);
    }

    /** b_i, psi_i and l_i of all modes. */
    private void waves() {
        for (int i = 0; i < m_modes; i++) {
            field(m_x, i, m_field, VECTOR * i);
            Arrays.fill(m_u, 0);
            CoupledResolvents.addCross(-1, m_medium.m_p, i, m_field, VECTOR * i, m_u);
            resolve(i, 1, m_u, m_psi, VECTOR * i);
            load(i, m_u);
            resolve(i, -1, m_u, m_left, VECTOR * i);
        }
    }

    private static double dotRe(final double[] x, final int at, final double[] y, final int from) {
        double sum = 0;
        for (int c = 0; c < VECTOR; c += 2) {
            sum += x[at + c] * y[from + c] - x[at + c + 1] * y[from + c + 1];
        }
        return sum;
    }

    private static double dotIm(final double[] x, final int at, final double[] y, final int from) {
        double sum = 0;
        for (int c = 0; c < VECTOR; c += 2) {
            sum += x[at + c] * y[from + c + 1] + x[at + c + 1] * y[from + c];
        }
        return sum;
    }

    @Override
    void measure() {
        waves();
        double normRe = 0;
        double normIm = 0;
        Arrays.fill(m_group, 0);
        Arrays.fill(m_gradient, 0);
        for (int i = 0; i < m_modes; i++) {
            final double w = m_medium.m_weight[i];
            final double re = w * dotRe(m_left, VECTOR * i, m_psi, VECTOR * i);
            final double im = w * dotIm(m_left, VECTOR * i, m_psi, VECTOR * i);
            normRe += re;
            normIm += im;
            for (int axis = 0; axis < 3; axis++) {
                m_group[2 * axis] += m_profile.velocity(axis, i) * re;
                m_group[2 * axis + 1] += m_profile.velocity(axis, i) * im;
            }
            Arrays.fill(m_u, 0);
            CoupledResolvents.addCross(1, m_medium.m_hSlope, i, m_psi, VECTOR * i, m_u);
            CoupledResolvents.addCross(-1, m_medium.m_pSlope, i, m_field, VECTOR * i, m_u);
            load(i, m_v);
            final double change = m_medium.m_weightSlope[i];
            m_gradient[0] += w * dotRe(m_left, VECTOR * i, m_u, 0) + im * m_medium.m_dampingSlope[i]
                + change * dotRe(m_v, 0, m_psi, VECTOR * i);
            m_gradient[1] += w * dotIm(m_left, VECTOR * i, m_u, 0) - re * m_medium.m_dampingSlope[i]
                + change * dotIm(m_v, 0, m_psi, VECTOR * i);
        }
        final double size = normRe * normRe + normIm * normIm;
        for (int axis = 0; axis < 3; axis++) {
            AlignedWave.divide(m_group, 2 * axis, normRe, normIm, size);
        }
        AlignedWave.divide(m_gradient, 0, normRe, normIm, size);
    }

    @Override
    Measures character() {
        waves();
        double norm = 0;
        double fourth = 0;
        double left = 0;
        double signature = 0;
        double productRe = 0;
        double productIm = 0;
        final double[] form = new double[2];
        for (int i = 0; i < m_modes; i++) {
            final double w = m_medium.m_weight[i];
            double own = 0;
            for (int c = VECTOR * i; c < VECTOR * (i + 1); c++) {
                own += m_psi[c] * m_psi[c];
                left += w * w * m_left[c] * m_left[c];
            }
            norm += own;
            fourth += own * own;
            m_resolvents.form(i, m_psi, m_psi, form);
            signature += form[0];
            productRe += w * dotRe(m_left, VECTOR * i, m_psi, VECTOR * i);
            productIm += w * dotIm(m_left, VECTOR * i, m_psi, VECTOR * i);
        }
        return new Measures(signature / norm, Math.sqrt(norm * left) / Math.hypot(productRe, productIm),
            norm * norm / fourth);
    }

    /** dpsi_i/dt at fixed x: A^-1 (-i dP/dt x b - dnu/dt psi + i dH/dt x psi). */
    private void ownRate(final int i, final double zRate, final double kRate, final double[] omegaRate,
        final double[] out) {
        final double nuRe = omegaRate[0] - m_profile.velocity(2, i) * kRate;
        final double nuIm = omegaRate[1] + m_medium.m_dampingSlope[i] * zRate;
        for (int c = 0; c < VECTOR; c += 2) {
            final double re = m_psi[VECTOR * i + c];
            final double im = m_psi[VECTOR * i + c + 1];
            m_u[c] = -(nuRe * re - nuIm * im);
            m_u[c + 1] = -(nuRe * im + nuIm * re);
        }
        CoupledResolvents.addCross(-zRate, m_medium.m_pSlope, i, m_field, VECTOR * i, m_u);
        CoupledResolvents.addCross(zRate, m_medium.m_hSlope, i, m_psi, VECTOR * i, m_u);
        resolve(i, 1, m_u, out, 0);
    }

    @Override
    void applyRate(final double zRate, final double kRate, final double[] omegaRate, final double[] out) {
        waves();
        Arrays.fill(out, 0);
        for (int i = 0; i < m_modes; i++) {
            ownRate(i, zRate, kRate, omegaRate, m_v);
            for (int c = 0; c < VECTOR; c++) {
                final double x = m_medium.m_weight[i] * m_v[c]
                    + m_medium.m_weightSlope[i] * zRate * m_psi[VECTOR * i + c];
                out[c] -= x;
                for (int axis = 0; axis < 3; axis++) {
                    out[(axis + 1) * VECTOR + c] -= m_profile.velocity(axis, i) * x;
                }
            }
        }
    }

    @Override
    Turn turnOfFunction(final double zRate, final double kRate, final double[] omegaRate) {
        turn(zRate, kRate, omegaRate);
        final double[] field = new double[VECTOR];
        final double[] sums = new double[6];
        for (int i = 0; i < m_modes; i++) {
            ownRate(i, zRate, kRate, omegaRate, m_v);
            field(m_xRate, i, field, 0);
            Arrays.fill(m_u, 0);
            CoupledResolvents.addCross(-1, m_medium.m_p, i, field, 0, m_u);
            resolve(i, 1, m_u, m_psiRate, VECTOR * i);
            for (int c = 0; c < VECTOR; c++) {
                m_psiRate[VECTOR * i + c] += m_v[c];
            }
            final double w = m_medium.m_weight[i];
            sums[0] += w * dotRe(m_left, VECTOR * i, m_psi, VECTOR * i);
            sums[1] += w * dotIm(m_left, VECTOR * i, m_psi, VECTOR * i);
            sums[2] += w * dotRe(m_left, VECTOR * i, m_psiRate, VECTOR * i);
            sums[3] += w * dotIm(m_left, VECTOR * i, m_psiRate, VECTOR * i);
            for (int c = VECTOR * i; c < VECTOR * (i + 1); c += 2) {
                sums[4] += m_psi[c] * m_psi[c] + m_psi[c + 1] * m_psi[c + 1];
                sums[5] += m_psi[c] * m_psiRate[c] + m_psi[c + 1] * m_psiRate[c + 1];
            }
        }
        final double along = (sums[2] * sums[0] + sums[3] * sums[1]) / (sums[0] * sums[0] + sums[1] * sums[1]);
        return new Turn(sums[5] / sums[4] - along, neighbour());
    }

    /** The Rayleigh quotient of dpsi/dt, made orthogonal to psi, in the form of (FW action). */
    private double neighbour() {
        final double[] form = new double[2];
        double norm = 0;
        double pRe = 0;
        double pIm = 0;
        for (int i = 0; i < m_modes; i++) {
            m_resolvents.form(i, m_psi, m_psi, form);
            norm += form[0];
            m_resolvents.form(i, m_psi, m_psiRate, form);
            pRe += form[0];
            pIm += form[1];
        }
        final double[] j = new double[2 * SIZE];
        for (int i = 0; i < m_modes; i++) {
            for (int c = 0; c < VECTOR; c += 2) {
                final int at = VECTOR * i + c;
                m_psiRate[at] -= (pRe * m_psi[at] - pIm * m_psi[at + 1]) / norm;
                m_psiRate[at + 1] -= (pRe * m_psi[at + 1] + pIm * m_psi[at]) / norm;
            }
            for (int c = 0; c < VECTOR; c++) {
                final double x = m_medium.m_weight[i] * m_psiRate[VECTOR * i + c];
                j[c] += x;
                for (int axis = 0; axis < 3; axis++) {
                    j[(axis + 1) * VECTOR + c] += m_profile.velocity(axis, i) * x;
                }
            }
        }
        double numerator = 0;
        double denominator = 0;
        final double[] field = new double[VECTOR];
        for (int i = 0; i < m_modes; i++) {
            field(j, i, field, 0);
            m_resolvents.form(i, m_psiRate, m_psiRate, form);
            denominator += form[0];
            for (int c = 0; c < VECTOR; c++) {
                m_u[c] = m_streaming[i] * m_psiRate[VECTOR * i + c];
            }
            CoupledResolvents.addCross(1, m_medium.m_h, i, m_psiRate, VECTOR * i, m_u);
            CoupledResolvents.addCross(-1, m_medium.m_p, i, field, 0, m_u);
            System.arraycopy(m_u, 0, m_left, VECTOR * i, VECTOR);
            m_resolvents.form(i, m_psiRate, m_left, form);
            numerator += form[0];
        }
        return numerator / denominator;
    }

    @Override
    int poles() {
        return 2 * m_modes;
    }

    @Override
    void offsets(final double[] out) {
        for (int i = 0; i < m_modes; i++) {
            final double nu = m_re - m_streaming[i];
            out[2 * i] = nu - m_medium.m_length[i];
            out[2 * i + 1] = nu + m_medium.m_length[i];
        }
    }
}
