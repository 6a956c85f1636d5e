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

    /** exp(-i Re Omega s) of the first point, and of a step. */
    private final double[] m_first;

    private final double[] m_step;

    private final double[] m_turn;

    private final double[] m_turned;

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
        m_turn = new double[2 * basis.size()];
        m_turned = new double[2 * basis.size()];
        m_first = turns(points > 1 ? -m_tau + 2 * m_tau / points : 0);
        m_step = turns(points > 1 ? 2 * m_tau / points : 0);
        m_re = new double[basis.waves()][basis.bands()];
        m_im = new double[basis.waves()][basis.bands()];
        m_frameRe = new double[basis.waves()][basis.bands()];
        m_frameIm = new double[basis.waves()][basis.bands()];
    }

    private double[] turns(final double time) {
        final double[] turns = new double[2 * m_basis.size()];
        for (int at = 0; at < m_basis.size(); at++) {
            turns[2 * at] = Math.cos(m_basis.omegaRe(at) * time);
            turns[2 * at + 1] = -Math.sin(m_basis.omegaRe(at) * time);
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
        Arrays.fill(out, 0, m_turn.length, 0);
        System.arraycopy(m_first, 0, m_turn, 0, m_turn.length);
        for (int q = 1; q < Math.max(2, m_points); q++) {
            final double s = m_points > 1 ? 2.0 * q / m_points - 1 : 0;
            final double weight = m_points > 1 ? (1 + Math.cos(Math.PI * s)) / m_points : 1;
            forEach(w -> synthesize(w, phi));
            m_products.evaluate();
            forEach(w -> project(w, weight, out));
        }
    }

    private void forEach(final IntConsumer task) {
        final IntStream waves = IntStream.range(0, m_basis.waves());
        if ((long) m_turn.length * m_basis.bands() > PARALLEL) {
            waves.parallel().forEach(task);
        } else {
            waves.forEach(task);
        }
    }

    private void synthesize(final int w, final double[] phi) {
        for (int c = 2 * w * m_basis.bands(); c < 2 * (w + 1) * m_basis.bands(); c += 2) {
            m_turned[c] = phi[c] * m_turn[c] - phi[c + 1] * m_turn[c + 1];
            m_turned[c + 1] = phi[c] * m_turn[c + 1] + phi[c + 1] * m_turn[c];
        }
        m_basis.synthesize(m_turned, w, m_frameRe[w], m_frameIm[w], m_re[w], m_im[w]);
        m_products.take(w + 1, m_re[w], m_im[w]);
    }

    /** Adds left . (i products), turned back, and moves the turn on. */
    private void project(final int w, final double weight, final double[] out) {
        m_products.give(w + 1, m_re[w], m_im[w]);
        m_basis.project(m_re[w], m_im[w], w, m_frameRe[w], m_frameIm[w], m_turned);
        for (int c = 2 * w * m_basis.bands(); c < 2 * (w + 1) * m_basis.bands(); c += 2) {
            out[c] += weight * (m_turned[c] * m_turn[c + 1] - m_turned[c + 1] * m_turn[c]);
            out[c + 1] += weight * (m_turned[c] * m_turn[c] + m_turned[c + 1] * m_turn[c + 1]);
            final double re = m_turn[c] * m_step[c] - m_turn[c + 1] * m_step[c + 1];
            m_turn[c + 1] = m_turn[c] * m_step[c + 1] + m_turn[c + 1] * m_step[c];
            m_turn[c] = re;
        }
    }
}
