package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The three-wave term N_{n,b} = left_{n,b} . N_n of the amplitude equation (JK 63) with
 *
 * <pre>N_n[i] = i sum_{m not in {0, n}} H_{i,n-m} x P_{i,m},   |m|, |n - m| &lt;= nMax</pre>
 *
 * <p>(JK 67), averaged over time along the free motion of the waves, which is the secular approximation (JK 77) without
 * a table of triads (FW secular-average):
 *
 * <pre>sum_q g_q exp(i Re Omega_b s_q) left_b . N[sum_l Phi_l psi_l exp(-i Re Omega_l s_q)],   |s_q| &lt;= tau</pre>
 *
 * <p>with tau = pi/Delta and Hann's weight g_q = (1 + cos(pi s_q/tau))/Q on Q equal steps. A triad whose phase turns at
 * the rate x counts by {@link #weight}; Q is so large that no x of the box comes near the period of that sum, Q Delta.
 * A product is O(N nMax log nMax) by fields; the change between bands and components costs O(nMax (3N)^2) a point. An
 * infinite Delta is a single point. Not thread-safe.
 */
public final class SecularTerm {
    /** Operations of a point from which on waves are shared between threads. */
    private static final long PARALLEL = 200_000;

    private final WaveBasis m_basis;

    private final BoxProducts m_products;

    private final double m_tau;

    private final int m_points;

    /** exp(-i Re Omega s) of each wave at the first point, real parts, imaginary parts; bands as they are ordered. */
    private final double[][][] m_first;

    /** The same of a step. */
    private final double[][][] m_step;

    private final double[][][] m_turn;

    private final double[][][] m_phi;

    private final double[][][] m_turned;

    private final double[][][] m_sum;

    private final double[][] m_re;

    private final double[][] m_im;

    private final double[][] m_frameRe;

    private final double[][] m_frameIm;

    /**
     * The term in a basis of waves.
     *
     * @param basis the bands that amplitudes are counted in
     * @param products the products in its box
     * @param delta width of the secular window in the units of the potentials, above 0, may be infinite
     * @throws IllegalArgumentException if the window is too narrow for the frequencies of the box
     */
    public SecularTerm(final WaveBasis basis, final BoxProducts products, final double delta) {
        this(basis, products, delta, AveragePoints.of(basis, delta));
    }

    SecularTerm(final WaveBasis basis, final BoxProducts products, final double delta, final int points) {
        m_basis = basis;
        m_products = products;
        m_points = points;
        m_tau = Math.PI / delta;
        m_first = turns(points > 1 ? -m_tau + 2 * m_tau / points : 0);
        m_step = turns(points > 1 ? 2 * m_tau / points : 0);
        m_turn = new double[basis.waves()][2][basis.bands()];
        m_phi = new double[basis.waves()][2][basis.bands()];
        m_turned = new double[basis.waves()][2][basis.bands()];
        m_sum = new double[basis.waves()][2][basis.bands()];
        m_re = new double[basis.waves()][basis.bands()];
        m_im = new double[basis.waves()][basis.bands()];
        m_frameRe = new double[basis.waves()][basis.bands()];
        m_frameIm = new double[basis.waves()][basis.bands()];
    }

    private double[][][] turns(final double time) {
        final double[][][] turns = new double[m_basis.waves()][2][m_basis.bands()];
        for (int w = 0; w < turns.length; w++) {
            for (int r = 0; r < m_basis.bands(); r++) {
                final double angle = m_basis.omegaRe(m_basis.index(w + 1, m_basis.order(w)[r])) * time;
                turns[w][0][r] = Math.cos(angle);
                turns[w][1][r] = -Math.sin(angle);
            }
        }
        return turns;
    }

    /**
     * The weight of a triad in the limit of many points (FW secular-weight).
     *
     * @param mismatch rate x at which its phase turns
     * @param delta width of the secular window
     * @return sinc(x tau) pi^2/(pi^2 - (x tau)^2) with tau = pi/Delta: 1 at x = 0, 1/2 at x = Delta, 0 at 2 Delta
     */
    public static double weight(final double mismatch, final double delta) {
        final double y = mismatch / delta;
        if (Double.isInfinite(delta) || y == 0) {
            return 1;
        }
        return Math.abs(y) == 1 ? 0.5 : Math.sin(Math.PI * y) / (Math.PI * y * (1 - y * y));
    }

    /**
     * The points of the average.
     *
     * @return Q
     */
    public int points() {
        return m_points;
    }

    /**
     * Evaluates the term.
     *
     * @param phi amplitudes, at least 2 nMax 3N entries
     * @param out N_{n,b} in the same order, set
     */
    public void evaluate(final double[] phi, final double[] out) {
        for (int w = 0; w < m_basis.waves(); w++) {
            start(w, phi);
        }
        for (int q = 1; q < Math.max(2, m_points); q++) {
            final double s = m_points > 1 ? 2.0 * q / m_points - 1 : 0;
            final double weight = m_points > 1 ? (1 + Math.cos(Math.PI * s)) / m_points : 1;
            forEach(this::synthesize);
            m_products.evaluate();
            forEach(w -> project(w, weight));
        }
        for (int w = 0; w < m_basis.waves(); w++) {
            for (int r = 0; r < m_basis.bands(); r++) {
                final int at = 2 * m_basis.index(w + 1, m_basis.order(w)[r]);
                out[at] = m_sum[w][0][r];
                out[at + 1] = m_sum[w][1][r];
            }
        }
    }

    private void start(final int w, final double[] phi) {
        for (int part = 0; part < 2; part++) {
            for (int r = 0; r < m_basis.bands(); r++) {
                m_phi[w][part][r] = phi[2 * m_basis.index(w + 1, m_basis.order(w)[r]) + part];
            }
            Arrays.fill(m_sum[w][part], 0);
            System.arraycopy(m_first[w][part], 0, m_turn[w][part], 0, m_basis.bands());
        }
    }

    private void forEach(final IntConsumer task) {
        final IntStream waves = IntStream.range(0, m_basis.waves());
        if (2L * m_basis.size() * m_basis.bands() > PARALLEL) {
            waves.parallel().forEach(task);
        } else {
            waves.forEach(task);
        }
    }

    private void synthesize(final int w) {
        final double[][] turned = m_turned[w];
        multiply(m_phi[w], m_turn[w], turned[0], turned[1]);
        m_basis.synthesize(turned[0], turned[1], w, m_frameRe[w], m_frameIm[w], m_re[w], m_im[w]);
        m_products.take(w + 1, m_re[w], m_im[w]);
    }

    /** Adds left . (i products), turned back, and moves the turn on. */
    private void project(final int w, final double weight) {
        m_products.give(w + 1, m_re[w], m_im[w]);
        m_basis.project(m_re[w], m_im[w], w, m_frameRe[w], m_frameIm[w]);
        final double[] turnRe = m_turn[w][0];
        final double[] turnIm = m_turn[w][1];
        addImaginary(weight, m_re[w], m_im[w], m_turn[w], m_sum[w]);
        System.arraycopy(turnRe, 0, m_turned[w][0], 0, turnRe.length);
        System.arraycopy(turnIm, 0, m_turned[w][1], 0, turnIm.length);
        multiply(m_turned[w], m_step[w], turnRe, turnIm);
    }

    /** re + i im = a b. */
    private static void multiply(final double[][] a, final double[][] b, final double[] re, final double[] im) {
        final double[] ar = a[0];
        final double[] ai = a[1];
        final double[] br = b[0];
        final double[] bi = b[1];
        for (int r = 0; r < re.length; r++) {
            re[r] = ar[r] * br[r] - ai[r] * bi[r];
            im[r] = ar[r] * bi[r] + ai[r] * br[r];
        }
    }

    /** sum += i weight (re + i im) conj(turn). */
    private static void addImaginary(final double weight, final double[] re, final double[] im,
        final double[][] turn, final double[][] sum) {
        final double[] tr = turn[0];
        final double[] ti = turn[1];
        final double[] sr = sum[0];
        final double[] si = sum[1];
        for (int r = 0; r < re.length; r++) {
            sr[r] += weight * (re[r] * ti[r] - im[r] * tr[r]);
            si[r] += weight * (re[r] * tr[r] + im[r] * ti[r]);
        }
    }
}
