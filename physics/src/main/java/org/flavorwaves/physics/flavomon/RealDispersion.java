package org.flavorwaves.physics.flavomon;

/**
 * Flavomons to leading order in their growth rate: the dispersion relation with principal values at real, subluminal
 * phase velocity u (FR 20).
 *
 * <p>On a ray omega = u k the integrals are I_n = c_n(u)/k with c_n(u) = PV integral G v^n/(u - v) dv, so that each u
 * fixes the wave numbers at which a mode has that phase velocity:
 *
 * <pre>longitudinal  k = (c_0 - c_2)/2 +- sqrt((c_0 + c_2)^2/4 - c_1^2),     transverse  k = (c_2 - c_0)/2</pre>
 *
 * <p>For G = sum_l a_l P_l, c_0 = 2 sum_l a_l Q_l(u), and c_{n+1} = u c_n - M_n. Not thread-safe: it is set to a u and
 * then asked.
 */
public final class RealDispersion {
    private final double[] m_series;

    private final double[] m_c = new double[3];

    private final double[] m_slope = new double[3];

    /** (2l + 1)/(l + 1) and l/(l + 1) of Q_{l+1} = (2l + 1)/(l + 1) u Q_l - l/(l + 1) Q_{l-1}. */
    private final double[] m_forward;

    private final double[] m_backward;

    /** Where the integrals are; NaN where they are not of this medium. */
    private double m_u = Double.NaN;

    /**
     * Prepares a dispersion relation.
     *
     * @param order highest order L of the Legendre series of G
     */
    public RealDispersion(final int order) {
        m_series = new double[order + 1];
        m_forward = new double[order + 1];
        m_backward = new double[order + 1];
        for (int l = 0; l <= order; l++) {
            m_forward[l] = (2.0 * l + 1) / (l + 1);
            m_backward[l] = l / (l + 1.0);
        }
    }

    /**
     * Changes the medium.
     *
     * @param series a_0 ... a_L in the unit of the potentials
     */
    public void medium(final double[] series) {
        System.arraycopy(series, 0, m_series, 0, m_series.length);
        m_u = Double.NaN;
    }

    /**
     * Moves to a phase velocity.
     *
     * @param u in (-1, 1)
     */
    public void at(final double u) {
        if (u == m_u) {
            return;
        }
        m_u = u;
        final double narrow = (1 - u) * (1 + u);
        double below = 0.5 * (Math.log1p(u) - Math.log1p(-u));
        double q = u * below - 1;
        double sum = m_series[0] * below;
        double slope = m_series[0];
        for (int l = 1; l < m_series.length; l++) {
            sum += m_series[l] * q;
            slope += m_series[l] * l * (below - u * q);
            final double next = m_forward[l] * u * q - m_backward[l] * below;
            below = q;
            q = next;
        }
        slope /= narrow;
        m_c[0] = 2 * sum;
        m_slope[0] = 2 * slope;
        m_c[1] = u * m_c[0] - moment(0);
        m_slope[1] = m_c[0] + u * m_slope[0];
        m_c[2] = u * m_c[1] - moment(1);
        m_slope[2] = m_c[1] + u * m_slope[1];
    }

    /** M_0 = 2 a_0, M_1 = 2 a_1/3. */
    private double moment(final int n) {
        return n == 0 ? 2 * m_series[0] : m_series.length > 1 ? 2 * m_series[1] / 3 : 0;
    }

    /**
     * The wave number of a mode on this ray.
     *
     * @param branch which solution
     * @return k; NaN if the branch has no mode of this phase velocity
     */
    public double waveNumber(final WaveBranch branch) {
        if (branch == WaveBranch.TRANSVERSE) {
            return 0.5 * (m_c[2] - m_c[0]);
        }
        return 0.5 * (m_c[0] - m_c[2]) + branch.side() * Math.sqrt(discriminant());
    }

    private double discriminant() {
        return 0.25 * (m_c[0] + m_c[2]) * (m_c[0] + m_c[2]) - m_c[1] * m_c[1];
    }

    /**
     * How the wave number changes along a branch.
     *
     * @param branch which solution
     * @return dk/du; 0 where modes merge
     */
    double waveNumberSlope(final WaveBranch branch) {
        if (branch == WaveBranch.TRANSVERSE) {
            return 0.5 * (m_slope[2] - m_slope[0]);
        }
        final double half =
            0.25 * (m_c[0] + m_c[2]) * (m_slope[0] + m_slope[2]) - m_c[1] * m_slope[1];
        return 0.5 * (m_slope[0] - m_slope[2]) + branch.side() * half / Math.sqrt(discriminant());
    }

    /**
     * The coupling of a mode to the neutrinos that move with it, Z |e.V|^2 with e.V at v = u (FR 16); for each of the
     * two transverse polarizations |e.V|^2 = (1 - u^2)/2, averaged over the ring. Its sign is that of Z.
     *
     * @param branch the branch of the mode
     * @param k its wave number
     * @return a potential
     */
    public double coupling(final WaveBranch branch, final double k) {
        final double z = renormalisation(branch, k);
        if (branch == WaveBranch.TRANSVERSE) {
            return 0.5 * z * (1 - m_u * m_u);
        }
        final double[] e = polarization(k);
        return z * (e[0] + m_u * e[1]) * (e[0] + m_u * e[1]);
    }

    /**
     * The wave-function renormalisation Z (FR S61), 1/Z = J_0 e_0^2 + 2 J_1 e_0 e_z + J_2 e_z^2 with J_n =
     * -c_n'(u)/k^2.
     *
     * @param branch the branch of the mode
     * @param k its wave number
     * @return Z for sum |e_n|^2 = 1, a potential
     */
    public double renormalisation(final WaveBranch branch, final double k) {
        if (branch == WaveBranch.TRANSVERSE) {
            return -2 * k * k / (m_slope[0] - m_slope[2]);
        }
        final double[] e = polarization(k);
        return -k * k / (m_slope[0] * e[0] * e[0] + 2 * m_slope[1] * e[0] * e[1] + m_slope[2] * e[1] * e[1]);
    }

    /** Lower components (e_0, e_z) of unit length: (I_1, 1 - I_0) or (1 + I_2, -I_1), whichever is larger. */
    private double[] polarization(final double k) {
        double time = m_c[1];
        double axis = k - m_c[0];
        double square = time * time + axis * axis;
        final double other = (k + m_c[2]) * (k + m_c[2]) + m_c[1] * m_c[1];
        if (square < other) {
            time = k + m_c[2];
            axis = -m_c[1];
            square = other;
        }
        final double norm = Math.sqrt(square);
        return new double[]{time / norm, axis / norm};
    }
}
