package org.flavorwaves.physics.transport.rays;

import java.util.Arrays;

/**
 * A wave of one circular sector of a background along one flavor axis. With nu_i = Omega - v_i.k + i D_i,
 * d_i = nu_i - q H_i and q = +1 for fluctuations that precess by Hhat x c = -i c, q = -1 for their mirror
 * (P^x + iP^y on an axis z), resolvents are numbers (FW resolvent):
 *
 * <pre>
 * r_i = -q P_i/d_i,   T^mn = delta^mn - sum_i w_i s_i V^m_i V^n_i g_nn r_i
 * dOmega/dk = sum u r' v/sum u r',   dOmega/dz = -sum (y.V)(V.x) d(w s r)/dz / sum u r',   u_i = w_i s_i (y.V_i)(V_i.x)
 * </pre>
 */
final class AlignedWave extends TrackedWave {
    private static final int SIZE = 4;

    private final BackgroundProfile m_profile;

    private final AlignedMedium m_medium;

    private final int m_q;

    private final int m_modes;

    private final double[] m_streaming;

    /** 1/d_i. */
    private final double[] m_inverse;

    /** V_i.x and y.V_i. */
    private final double[] m_field;

    private final double[] m_load;

    /** psi_i and its rate. */
    private final double[] m_psi;

    private final double[] m_psiRate;

    private final double[] m_rateField = new double[2];

    private double m_scale;

    AlignedWave(final BackgroundProfile profile, final int q) {
        super(SIZE);
        m_profile = profile;
        m_medium = new AlignedMedium(profile);
        m_q = q;
        m_modes = profile.size();
        m_streaming = new double[m_modes];
        m_inverse = new double[2 * m_modes];
        m_field = new double[2 * m_modes];
        m_load = new double[2 * m_modes];
        m_psi = new double[2 * m_modes];
        m_psiRate = new double[2 * m_modes];
    }

    @Override
    boolean moveTo(final double z, final double kx, final double ky, final double kz) {
        m_medium.moveTo(z);
        m_scale = 0;
        double largest = 0;
        for (int i = 0; i < m_modes; i++) {
            m_streaming[i] = kx * m_profile.velocity(0, i) + ky * m_profile.velocity(1, i)
                + kz * m_profile.velocity(2, i);
            m_scale += Math.abs(m_medium.m_weight[i] * m_medium.m_p[i]);
            largest = Math.max(largest, Math.abs(m_medium.m_h[i]));
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
        return m_q;
    }

    @Override
    TrackedWave duplicate() {
        final AlignedWave wave = new AlignedWave(m_profile, m_q);
        wave.copyFrom(this);
        return wave;
    }

    @Override
    void pureMode(final int pole, final double[] x, final double[] y) {
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
        x[0] = 1;
        y[0] = 1;
        for (int axis = 0; axis < 3; axis++) {
            x[2 * axis + 2] = m_profile.velocity(axis, pole);
            y[2 * axis + 2] = -m_profile.velocity(axis, pole);
        }
    }

    @Override
    void sample() {
        Arrays.fill(m_t, 0);
        Arrays.fill(m_derivative, 0);
        for (int i = 0; i < m_modes; i++) {
            final double x = m_re - m_streaming[i] - m_q * m_medium.m_h[i];
            final double y = m_im + m_medium.m_damping[i];
            final double size = 1 / (x * x + y * y);
            final double re = x * size;
            final double im = -y * size;
            final double charge = m_q * m_profile.selfInteraction() * m_medium.m_weight[i] * m_medium.m_p[i];
            add(i, charge * re, charge * im, -charge * (re * re - im * im), -2 * charge * re * im);
        }
        for (int m = 0; m < SIZE; m++) {
            for (int n = 0; n < m; n++) {
                copy(m_t, m, n);
                copy(m_derivative, m, n);
            }
        }
        for (int m = 0; m < SIZE; m++) {
            for (int n = 1; n < SIZE; n++) {
                final int at = 2 * (m * SIZE + n);
                m_t[at] = -m_t[at];
                m_t[at + 1] = -m_t[at + 1];
                m_derivative[at] = -m_derivative[at];
                m_derivative[at + 1] = -m_derivative[at + 1];
            }
            m_t[2 * (m * SIZE + m)] += 1;
        }
    }

    /** Adds the symmetric part V^m V^n (-w s r) and its derivative. */
    private void add(final int i, final double tRe, final double tIm, final double dRe, final double dIm) {
        final double vx = m_profile.velocity(0, i);
        final double vy = m_profile.velocity(1, i);
        final double vz = m_profile.velocity(2, i);
        add(0, 1, tRe, tIm, dRe, dIm);
        add(1, vx, tRe, tIm, dRe, dIm);
        add(2, vy, tRe, tIm, dRe, dIm);
        add(3, vz, tRe, tIm, dRe, dIm);
        add(SIZE + 1, vx * vx, tRe, tIm, dRe, dIm);
        add(SIZE + 2, vx * vy, tRe, tIm, dRe, dIm);
        add(SIZE + 3, vx * vz, tRe, tIm, dRe, dIm);
        add(2 * SIZE + 2, vy * vy, tRe, tIm, dRe, dIm);
        add(2 * SIZE + 3, vy * vz, tRe, tIm, dRe, dIm);
        add(3 * SIZE + 3, vz * vz, tRe, tIm, dRe, dIm);
    }

    private void add(final int entry, final double factor, final double tRe, final double tIm, final double dRe,
        final double dIm) {
        m_t[2 * entry] += factor * tRe;
        m_t[2 * entry + 1] += factor * tIm;
        m_derivative[2 * entry] += factor * dRe;
        m_derivative[2 * entry + 1] += factor * dIm;
    }

    private static void copy(final double[] matrix, final int m, final int n) {
        matrix[2 * (m * SIZE + n)] = matrix[2 * (n * SIZE + m)];
        matrix[2 * (m * SIZE + n) + 1] = matrix[2 * (n * SIZE + m) + 1];
    }

    /** V_i.x with the metric, times the strength of the nu-nu term. */
    private void field(final double[] x, final int i, final double[] out, final int at) {
        final double g = m_profile.selfInteraction();
        for (int part = 0; part < 2; part++) {
            out[at + part] = g * (x[part] - m_profile.velocity(0, i) * x[2 + part]
                - m_profile.velocity(1, i) * x[4 + part] - m_profile.velocity(2, i) * x[6 + part]);
        }
    }

    /** 1/d_i at the present frequency, V_i.x and y.V_i. */
    private void loads() {
        for (int i = 0; i < m_modes; i++) {
            final double x = m_re - m_streaming[i] - m_q * m_medium.m_h[i];
            final double y = m_im + m_medium.m_damping[i];
            m_inverse[2 * i] = x / (x * x + y * y);
            m_inverse[2 * i + 1] = -y / (x * x + y * y);
            field(m_x, i, m_field, 2 * i);
            for (int part = 0; part < 2; part++) {
                m_load[2 * i + part] = m_y[part] + m_profile.velocity(0, i) * m_y[2 + part]
                    + m_profile.velocity(1, i) * m_y[4 + part] + m_profile.velocity(2, i) * m_y[6 + part];
            }
        }
    }

    @Override
    void measure() {
        loads();
        double normRe = 0;
        double normIm = 0;
        double slopeRe = 0;
        double slopeIm = 0;
        Arrays.fill(m_group, 0);
        for (int i = 0; i < m_modes; i++) {
            final double cRe = m_field[2 * i] * m_load[2 * i] - m_field[2 * i + 1] * m_load[2 * i + 1];
            final double cIm = m_field[2 * i] * m_load[2 * i + 1] + m_field[2 * i + 1] * m_load[2 * i];
            final double dRe = m_inverse[2 * i];
            final double dIm = m_inverse[2 * i + 1];
            final double onceRe = cRe * dRe - cIm * dIm;
            final double onceIm = cRe * dIm + cIm * dRe;
            final double twiceRe = onceRe * dRe - onceIm * dIm;
            final double twiceIm = onceRe * dIm + onceIm * dRe;
            final double charge = m_q * m_medium.m_weight[i] * m_medium.m_p[i];
            normRe += charge * twiceRe;
            normIm += charge * twiceIm;
            for (int axis = 0; axis < 3; axis++) {
                m_group[2 * axis] += m_profile.velocity(axis, i) * charge * twiceRe;
                m_group[2 * axis + 1] += m_profile.velocity(axis, i) * charge * twiceIm;
            }
            final double change = m_q * (m_medium.m_weightSlope[i] * m_medium.m_p[i]
                + m_medium.m_weight[i] * m_medium.m_pSlope[i]);
            final double hSlope = m_q * m_medium.m_hSlope[i];
            final double damping = m_medium.m_dampingSlope[i];
            slopeRe += change * onceRe + charge * (hSlope * twiceRe + damping * twiceIm);
            slopeIm += change * onceIm + charge * (hSlope * twiceIm - damping * twiceRe);
        }
        final double size = normRe * normRe + normIm * normIm;
        for (int axis = 0; axis < 3; axis++) {
            divide(m_group, 2 * axis, normRe, normIm, size);
        }
        m_gradient[0] = slopeRe;
        m_gradient[1] = slopeIm;
        divide(m_gradient, 0, normRe, normIm, size);
    }

    static void divide(final double[] c, final int at, final double re, final double im, final double size) {
        final double x = (c[at] * re + c[at + 1] * im) / size;
        c[at + 1] = (c[at + 1] * re - c[at] * im) / size;
        c[at] = x;
    }

    @Override
    Measures character() {
        loads();
        double norm = 0;
        double fourth = 0;
        double left = 0;
        double signature = 0;
        double productRe = 0;
        double productIm = 0;
        for (int i = 0; i < m_modes; i++) {
            final double inverse = m_inverse[2 * i] * m_inverse[2 * i] + m_inverse[2 * i + 1] * m_inverse[2 * i + 1];
            final double field = m_field[2 * i] * m_field[2 * i] + m_field[2 * i + 1] * m_field[2 * i + 1];
            final double load = m_load[2 * i] * m_load[2 * i] + m_load[2 * i + 1] * m_load[2 * i + 1];
            final double p = m_medium.m_p[i];
            final double w = m_medium.m_weight[i];
            norm += p * p * field * inverse;
            fourth += p * p * field * inverse * p * p * field * inverse;
            signature += m_q * w * p * field * inverse;
            left += w * w * load * inverse;
            final double cRe = m_field[2 * i] * m_load[2 * i] - m_field[2 * i + 1] * m_load[2 * i + 1];
            final double cIm = m_field[2 * i] * m_load[2 * i + 1] + m_field[2 * i + 1] * m_load[2 * i];
            final double iRe = m_inverse[2 * i] * m_inverse[2 * i] - m_inverse[2 * i + 1] * m_inverse[2 * i + 1];
            final double iIm = 2 * m_inverse[2 * i] * m_inverse[2 * i + 1];
            productRe += w * p * (cRe * iRe - cIm * iIm);
            productIm += w * p * (cRe * iIm + cIm * iRe);
        }
        return new Measures(signature / norm, Math.sqrt(norm * left) / Math.hypot(productRe, productIm),
            norm * norm / fourth);
    }

    /** dr/dt of a mode for a moving wave: r' dd/dt - q dP/dt /d. */
    private void resolventRate(final int i, final double zRate, final double kRate, final double[] omegaRate,
        final double[] out) {
        final double re = m_inverse[2 * i];
        final double im = m_inverse[2 * i + 1];
        final double dRe = omegaRate[0] - m_profile.velocity(2, i) * kRate - m_q * m_medium.m_hSlope[i] * zRate;
        final double dIm = omegaRate[1] + m_medium.m_dampingSlope[i] * zRate;
        final double squareRe = re * re - im * im;
        final double squareIm = 2 * re * im;
        final double p = m_q * m_medium.m_p[i];
        final double pRate = m_q * m_medium.m_pSlope[i] * zRate;
        out[0] = p * (squareRe * dRe - squareIm * dIm) - pRate * re;
        out[1] = p * (squareRe * dIm + squareIm * dRe) - pRate * im;
    }

    @Override
    void applyRate(final double zRate, final double kRate, final double[] omegaRate, final double[] out) {
        loads();
        Arrays.fill(out, 0);
        final double[] rate = m_rateField;
        for (int i = 0; i < m_modes; i++) {
            resolventRate(i, zRate, kRate, omegaRate, rate);
            final double w = m_medium.m_weight[i];
            final double old = -m_q * m_medium.m_p[i] * m_medium.m_weightSlope[i] * zRate;
            final double rRe = w * rate[0] + old * m_inverse[2 * i];
            final double rIm = w * rate[1] + old * m_inverse[2 * i + 1];
            final double re = rRe * m_field[2 * i] - rIm * m_field[2 * i + 1];
            final double im = rRe * m_field[2 * i + 1] + rIm * m_field[2 * i];
            out[0] -= re;
            out[1] -= im;
            for (int axis = 0; axis < 3; axis++) {
                out[2 * axis + 2] -= m_profile.velocity(axis, i) * re;
                out[2 * axis + 3] -= m_profile.velocity(axis, i) * im;
            }
        }
    }

    @Override
    Turn turnOfFunction(final double zRate, final double kRate, final double[] omegaRate) {
        turn(zRate, kRate, omegaRate);
        final double[] rate = new double[2];
        final double[] field = new double[2];
        final double[] sums = new double[6];
        for (int i = 0; i < m_modes; i++) {
            resolventRate(i, zRate, kRate, omegaRate, rate);
            field(m_xRate, i, field, 0);
            final double r = -m_q * m_medium.m_p[i];
            final double rRe = r * m_inverse[2 * i];
            final double rIm = r * m_inverse[2 * i + 1];
            final double bRe = m_field[2 * i];
            final double bIm = m_field[2 * i + 1];
            final double psiRe = rRe * bRe - rIm * bIm;
            final double psiIm = rRe * bIm + rIm * bRe;
            final double dotRe = rate[0] * bRe - rate[1] * bIm + rRe * field[0] - rIm * field[1];
            final double dotIm = rate[0] * bIm + rate[1] * bRe + rRe * field[1] + rIm * field[0];
            m_psi[2 * i] = psiRe;
            m_psi[2 * i + 1] = psiIm;
            m_psiRate[2 * i] = dotRe;
            m_psiRate[2 * i + 1] = dotIm;
            final double w = m_medium.m_weight[i];
            final double lRe = w * (m_load[2 * i] * m_inverse[2 * i] - m_load[2 * i + 1] * m_inverse[2 * i + 1]);
            final double lIm = w * (m_load[2 * i] * m_inverse[2 * i + 1] + m_load[2 * i + 1] * m_inverse[2 * i]);
            sums[0] += lRe * psiRe - lIm * psiIm;
            sums[1] += lRe * psiIm + lIm * psiRe;
            sums[2] += lRe * dotRe - lIm * dotIm;
            sums[3] += lRe * dotIm + lIm * dotRe;
            sums[4] += psiRe * psiRe + psiIm * psiIm;
            sums[5] += psiRe * dotRe + psiIm * dotIm;
        }
        final double along = (sums[2] * sums[0] + sums[3] * sums[1]) / (sums[0] * sums[0] + sums[1] * sums[1]);
        return new Turn(sums[5] / sums[4] - along, neighbour());
    }

    /** The Rayleigh quotient of dpsi/dt, made orthogonal to psi, in the form sum w s psi* psi/P. */
    private double neighbour() {
        double pRe = 0;
        double pIm = 0;
        double norm = 0;
        for (int i = 0; i < m_modes; i++) {
            final double form = form(i);
            norm += form * (m_psi[2 * i] * m_psi[2 * i] + m_psi[2 * i + 1] * m_psi[2 * i + 1]);
            pRe += form * (m_psi[2 * i] * m_psiRate[2 * i] + m_psi[2 * i + 1] * m_psiRate[2 * i + 1]);
            pIm += form * (m_psi[2 * i] * m_psiRate[2 * i + 1] - m_psi[2 * i + 1] * m_psiRate[2 * i]);
        }
        final double[] j = new double[2 * SIZE];
        for (int i = 0; i < m_modes; i++) {
            final double re = m_psiRate[2 * i] - (pRe * m_psi[2 * i] - pIm * m_psi[2 * i + 1]) / norm;
            final double im = m_psiRate[2 * i + 1] - (pRe * m_psi[2 * i + 1] + pIm * m_psi[2 * i]) / norm;
            m_psiRate[2 * i] = re;
            m_psiRate[2 * i + 1] = im;
            for (int part = 0; part < 2; part++) {
                final double x = m_medium.m_weight[i] * (part == 0 ? re : im);
                j[part] += x;
                for (int axis = 0; axis < 3; axis++) {
                    j[2 * axis + 2 + part] += m_profile.velocity(axis, i) * x;
                }
            }
        }
        double numerator = 0;
        double denominator = 0;
        final double[] field = new double[2];
        for (int i = 0; i < m_modes; i++) {
            final double re = m_psiRate[2 * i];
            final double im = m_psiRate[2 * i + 1];
            final double square = re * re + im * im;
            field(j, i, field, 0);
            numerator += form(i) * (m_streaming[i] + m_q * m_medium.m_h[i]) * square
                - m_q * m_medium.m_weight[i] * (re * field[0] + im * field[1]);
            denominator += form(i) * square;
        }
        return numerator / denominator;
    }

    private double form(final int i) {
        final double p = m_medium.m_p[i];
        return p == 0 ? 0 : m_medium.m_weight[i] / p;
    }

    @Override
    int poles() {
        return m_modes;
    }

    @Override
    void offsets(final double[] out) {
        for (int i = 0; i < m_modes; i++) {
            out[i] = m_re - m_streaming[i] - m_q * m_medium.m_h[i];
        }
    }
}
