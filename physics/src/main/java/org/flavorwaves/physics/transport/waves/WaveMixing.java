package org.flavorwaves.physics.transport.waves;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.numerics.ComplexPivoting;

/**
 * How well a growing wave of an aligned medium keeps its shape while the medium changes along its ray: the norm of what
 * it takes up of all other waves to first order, |sum_b' psi_b' left_b'.(d psi_b/dt)/(Omega_b - Omega_b')|. The sum
 * over waves is the resolvent at its own frequency, O(N) (FW wave-mixing). Where one other wave dominates it is the
 * largest |left_b'.d psi_b/dt|/|Omega_b - Omega_b'|.
 */
final class WaveMixing {
    private static final double[] METRIC = {1, -1, -1, -1};

    /** Distance on either side of the frequency at which the resolvent is taken, as a share of sum |g|. */
    private static final double BESIDE = 1e-7;

    /** Components of (1, v) that occur, [component][mode], and which they are. */
    private final double[][] m_v;

    private final int[] m_used;

    private final double[] m_z;

    private final double[] m_w;

    private final double[] m_signed;

    private final double[] m_p;

    /** omega - k.v_i. */
    private final Complex[] m_detuning;

    private final double m_beside;

    /** e.V_i of the wave. */
    private final Complex[] m_force;

    private final Complex[] m_psi;

    private final Complex[] m_left;

    /**
     * Prepares a wave.
     *
     * @param v velocities of the modes, [axis][mode]
     * @param w their weights
     * @param signed w_i s_i
     * @param p strength of the nu-nu term times P_i along the axis
     * @param detuning omega - k.v_i of a growing wave
     * @param force its e.V_i
     */
    WaveMixing(final double[][] v, final double[] w, final double[] signed, final double[] p,
        final Complex[] detuning, final Complex[] force) {
        final int n = w.length;
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        final double[][] all = {ones, v[0], v[1], v[2]};
        m_used = IntStream.range(0, all.length).filter(a -> Arrays.stream(all[a]).anyMatch(x -> x != 0)).toArray();
        m_v = Arrays.stream(m_used).mapToObj(a -> all[a]).toArray(double[][]::new);
        m_z = v[2];
        m_w = w;
        m_signed = signed;
        m_p = p;
        m_detuning = detuning;
        m_force = new Complex[n];
        m_psi = new Complex[n];
        m_left = new Complex[n];
        double norm = 0;
        double scale = 0;
        Complex product = Complex.ZERO;
        for (int i = 0; i < n; i++) {
            m_psi[i] = force[i].multiply(p[i]).divide(detuning[i]);
            m_left[i] = force[i].multiply(signed[i]).divide(detuning[i]);
            norm += w[i] * square(m_psi[i]);
            scale += Math.abs(signed[i] * p[i]);
            product = product.add(m_left[i].multiply(m_psi[i]));
        }
        m_beside = BESIDE * scale;
        final double root = Math.sqrt(norm);
        for (int i = 0; i < n; i++) {
            m_force[i] = force[i].divide(root);
            m_psi[i] = m_psi[i].divide(root);
            m_left[i] = m_left[i].multiply(root).divide(product);
        }
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
        for (int i = 0; i < m_w.length; i++) {
            velocity = velocity.add(m_left[i].multiply(m_psi[i]).multiply(m_z[i]));
        }
        final double group = velocity.getReal();
        final double force = -product(m_left, change(along, matter, 0)).getReal();
        final double[] rates = inTime.clone();
        for (int i = 0; i < rates.length; i++) {
            rates[i] += group * along[i];
        }
        final Complex[] change = change(rates, group * matter, force);
        remove(change);
        final Complex[] mixed = solve(solve(change));
        double norm = 0;
        for (int i = 0; i < mixed.length; i++) {
            norm += m_w[i] * square(mixed[i]);
        }
        return Math.sqrt(norm);
    }

    /** dM psi for changes of P_i, lambda and K. */
    private Complex[] change(final double[] p, final double matter, final double k) {
        final double[] sums = new double[m_v.length];
        for (int a = 0; a < sums.length; a++) {
            for (int i = 0; i < p.length; i++) {
                sums[a] += METRIC[m_used[a]] * m_signed[i] * m_v[a][i] * p[i];
            }
        }
        final Complex[] change = new Complex[p.length];
        for (int i = 0; i < p.length; i++) {
            double shift = k * m_z[i] - matter;
            for (int a = 0; a < sums.length; a++) {
                shift -= sums[a] * m_v[a][i];
            }
            change[i] = m_psi[i].multiply(shift).add(m_force[i].multiply(p[i]));
        }
        return change;
    }

    /** (Omega - M)^-1 of a vector without a part along psi, without one; the mean of both sides of Omega. */
    private Complex[] solve(final Complex[] right) {
        final Complex[] solution = new Complex[right.length];
        Arrays.fill(solution, Complex.ZERO);
        for (int side = -1; side <= 1; side += 2) {
            final Complex beside = new Complex(0, side * m_beside);
            final int n = m_v.length;
            final double[] matrix = new double[2 * n * n];
            final double[] field = new double[2 * n];
            for (int a = 0; a < n; a++) {
                for (int i = 0; i < right.length; i++) {
                    final Complex inverse = m_detuning[i].add(beside).reciprocal().multiply(m_signed[i] * m_v[a][i]);
                    final Complex part = inverse.multiply(right[i]);
                    field[2 * a] += part.getReal();
                    field[2 * a + 1] += part.getImaginary();
                    for (int b = 0; b < n; b++) {
                        final double g = m_p[i] * METRIC[m_used[b]] * m_v[b][i];
                        matrix[2 * (a * n + b)] -= g * inverse.getReal();
                        matrix[2 * (a * n + b) + 1] -= g * inverse.getImaginary();
                    }
                }
                matrix[2 * (a * n + a)] += 1;
            }
            final ComplexPivoting elimination = new ComplexPivoting(n);
            elimination.factor(matrix);
            elimination.solveRight(field);
            for (int i = 0; i < right.length; i++) {
                Complex force = Complex.ZERO;
                for (int a = 0; a < n; a++) {
                    force = force.add(new Complex(field[2 * a], field[2 * a + 1])
                        .multiply(METRIC[m_used[a]] * m_v[a][i]));
                }
                solution[i] = solution[i].add(force.multiply(m_p[i]).add(right[i])
                    .divide(m_detuning[i].add(beside)).multiply(0.5));
            }
        }
        remove(solution);
        return solution;
    }

    /** Takes the part along psi out of a vector. */
    private void remove(final Complex[] from) {
        final Complex part = product(m_left, from);
        for (int i = 0; i < from.length; i++) {
            from[i] = from[i].subtract(m_psi[i].multiply(part));
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
