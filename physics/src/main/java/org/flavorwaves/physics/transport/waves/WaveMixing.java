package org.flavorwaves.physics.transport.waves;

import org.apache.commons.math3.complex.Complex;

/**
 * How well a growing wave of an aligned medium keeps its shape while the medium changes along its ray: the norm of what
 * it takes up of all other waves to first order, |sum_b' psi_b' left_b'.(d psi_b/dt)/(Omega_b - Omega_b')|. The sum
 * over waves is the resolvent at its own frequency, O(N) (FW wave-mixing). Where one other wave dominates it is the
 * largest |left_b'.d psi_b/dt|/|Omega_b - Omega_b'|.
 */
final class WaveMixing {
    private final double[] m_v;

    private final double[] m_w;

    private final double[] m_signed;

    private final double[] m_p;

    /** omega - k v_i. */
    private final Complex[] m_detuning;

    /** V_i.J of the wave. */
    private final Complex[] m_force;

    private final Complex[] m_psi;

    private final Complex[] m_left;

    /** J and its matrix 1 - sum g V V/(omega - k v), bordered so that it can be inverted. */
    private final Complex[] m_matrix = new Complex[4];

    /**
     * Prepares a wave.
     *
     * @param v cos theta of the modes
     * @param w their weights
     * @param signed w_i s_i
     * @param p strength of the nu-nu term times P_i along the axis
     * @param omega shifted frequency of a growing wave
     * @param k its shifted wave number
     */
    WaveMixing(final double[] v, final double[] w, final double[] signed, final double[] p, final Complex omega,
        final double k) {
        final int n = v.length;
        m_v = v;
        m_w = w;
        m_signed = signed;
        m_p = p;
        m_detuning = new Complex[n];
        m_force = new Complex[n];
        m_psi = new Complex[n];
        m_left = new Complex[n];
        final Complex[] sums = {Complex.ZERO, Complex.ZERO, Complex.ZERO};
        for (int i = 0; i < n; i++) {
            m_detuning[i] = omega.subtract(k * v[i]);
            Complex term = m_detuning[i].reciprocal().multiply(signed[i] * p[i]);
            for (int m = 0; m < sums.length; m++) {
                sums[m] = sums[m].add(term);
                term = term.multiply(v[i]);
            }
        }
        final Complex[] row = {Complex.ONE.subtract(sums[0]), sums[1], sums[1].negate(), Complex.ONE.add(sums[2])};
        final boolean first = row[0].abs() + row[1].abs() >= row[2].abs() + row[3].abs();
        final Complex time = first ? row[1].negate() : row[3].negate();
        final Complex axis = first ? row[0] : row[2];
        double norm = 0;
        Complex product = Complex.ZERO;
        for (int i = 0; i < n; i++) {
            m_force[i] = time.subtract(axis.multiply(v[i]));
            m_psi[i] = m_force[i].multiply(p[i]).divide(m_detuning[i]);
            m_left[i] = m_force[i].multiply(signed[i]).divide(m_detuning[i]);
            norm += w[i] * square(m_psi[i]);
            product = product.add(m_left[i].multiply(m_psi[i]));
        }
        final double root = Math.sqrt(norm);
        for (int i = 0; i < n; i++) {
            m_force[i] = m_force[i].divide(root);
            m_psi[i] = m_psi[i].divide(root);
            m_left[i] = m_left[i].multiply(root).divide(product);
        }
        m_matrix[0] = row[0].add(time.conjugate().multiply(time.conjugate()));
        m_matrix[1] = row[1].add(time.conjugate().multiply(axis.conjugate()));
        m_matrix[2] = row[2].subtract(axis.conjugate().multiply(time.conjugate()));
        m_matrix[3] = row[3].subtract(axis.conjugate().multiply(axis.conjugate()));
    }

    /**
     * The mixing for a change of the medium.
     *
     * @param inTime d_t P_i, times the strength
     * @param along d_z P_i, times the strength
     * @param matter d_z lambda
     * @return the norm, sum w |.|^2 of the root
     */
    double of(final double[] inTime, final double[] along, final double matter) {
        Complex velocity = Complex.ZERO;
        for (int i = 0; i < m_v.length; i++) {
            velocity = velocity.add(m_left[i].multiply(m_psi[i]).multiply(m_v[i]));
        }
        final double group = velocity.getReal();
        final double force = -product(m_left, change(along, matter, 0)).getReal();
        final double[] rates = inTime.clone();
        for (int i = 0; i < rates.length; i++) {
            rates[i] += group * along[i];
        }
        final Complex[] change = change(rates, group * matter, force);
        remove(change, m_psi, product(m_left, change));
        final Complex[] mixed = solve(solve(change));
        double norm = 0;
        for (int i = 0; i < mixed.length; i++) {
            norm += m_w[i] * square(mixed[i]);
        }
        return Math.sqrt(norm);
    }

    /** dM psi for changes of P_i, lambda and K. */
    private Complex[] change(final double[] p, final double matter, final double k) {
        double density = 0;
        double flux = 0;
        for (int i = 0; i < p.length; i++) {
            density += m_signed[i] * p[i];
            flux += m_signed[i] * m_v[i] * p[i];
        }
        final Complex[] change = new Complex[p.length];
        for (int i = 0; i < p.length; i++) {
            change[i] = m_psi[i].multiply(k * m_v[i] - density + m_v[i] * flux - matter)
                .add(m_force[i].multiply(p[i]));
        }
        return change;
    }

    /** (Omega - M)^-1 of a vector without a part along psi, without a part along psi. */
    private Complex[] solve(final Complex[] right) {
        Complex time = Complex.ZERO;
        Complex axis = Complex.ZERO;
        for (int i = 0; i < right.length; i++) {
            final Complex part = right[i].multiply(m_signed[i]).divide(m_detuning[i]);
            time = time.add(part);
            axis = axis.add(part.multiply(m_v[i]));
        }
        final Complex determinant =
            m_matrix[0].multiply(m_matrix[3]).subtract(m_matrix[1].multiply(m_matrix[2]));
        final Complex first =
            m_matrix[3].multiply(time).subtract(m_matrix[1].multiply(axis)).divide(determinant);
        final Complex second =
            m_matrix[0].multiply(axis).subtract(m_matrix[2].multiply(time)).divide(determinant);
        final Complex[] solution = new Complex[right.length];
        for (int i = 0; i < right.length; i++) {
            solution[i] = first.subtract(second.multiply(m_v[i])).multiply(m_p[i]).add(right[i])
                .divide(m_detuning[i]);
        }
        remove(solution, m_psi, product(m_left, solution));
        return solution;
    }

    private static void remove(final Complex[] from, final Complex[] vector, final Complex part) {
        for (int i = 0; i < from.length; i++) {
            from[i] = from[i].subtract(vector[i].multiply(part));
        }
    }

    private static Complex product(final Complex[] a, final Complex[] b) {
        Complex sum = Complex.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    private static double square(final Complex z) {
        return z.getReal() * z.getReal() + z.getImaginary() * z.getImaginary();
    }
}
