package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;
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
 * A product is O(N nMax log nMax) by fields; the change between bands and components costs O(nMax (3N)^2) a point.
 * Points stand side by side in groups; which ones depends on their number alone, so that the result does not depend on
 * the number of threads. An infinite Delta is a single point. Not thread-safe.
 */
public final class SecularTerm {
    /** Points side by side at most. */
    private static final int MOST_TOGETHER = 32;

    /** Points side by side at least, where a single group would do. */
    private static final int FEWEST_TOGETHER = 8;

    /** Sums over points at most, each of which may have a thread of its own. */
    private static final int MOST_SUMS = 4;

    /** Numbers of a component of a wave at a point, at most: waves, turns, work space, fields at four points a wave. */
    private static final int NUMBERS = 12;

    /** Operations of a point from which on threads pay. */
    private static final long PARALLEL = 20_000;

    private final WaveBasis m_basis;

    private final int m_points;

    private final boolean m_parallel;

    /** Points side by side. */
    private final int m_together;

    private final double[] m_weights;

    /** exp(-i Re Omega s) at the first point of each group, [group][wave][real, imaginary][band]. */
    private final double[][][][] m_first;

    /** The same relative to the first point, [wave][real, imaginary][band][point of a group]. */
    private final double[][][][] m_turns;

    private final PointAverage[] m_sums;

    /**
     * The term in a basis of waves.
     *
     * @param basis the bands that amplitudes are counted in
     * @param delta width of the secular window in the units of the potentials, above 0, may be infinite
     * @throws IllegalArgumentException if the window is too narrow for the frequencies of the box
     */
    public SecularTerm(final WaveBasis basis, final double delta) {
        this(basis, delta, AveragePoints.of(basis, delta));
    }

    SecularTerm(final WaveBasis basis, final double delta, final int points) {
        m_basis = basis;
        m_points = points;
        m_weights = new double[Math.max(1, points - 1)];
        Arrays.setAll(m_weights, q -> points > 1 ? (1 + Math.cos(Math.PI * (2.0 * (q + 1) / points - 1))) / points : 1);
        m_parallel = 2L * basis.size() * basis.bands() > PARALLEL;
        final int groups = Math.max((m_weights.length + MOST_TOGETHER - 1) / MOST_TOGETHER,
            m_parallel ? Math.min(MOST_SUMS, m_weights.length / FEWEST_TOGETHER) : 1);
        m_together = (m_weights.length + groups - 1) / groups;
        m_first = new double[groups][basis.waves()][2][basis.bands()];
        m_turns = new double[basis.waves()][2][basis.bands()][m_together];
        final double step = points > 1 ? 2 * Math.PI / delta / points : 0;
        for (int w = 0; w < basis.waves(); w++) {
            for (int r = 0; r < basis.bands(); r++) {
                final double omega = basis.omegaRe(basis.index(w + 1, basis.vectors(w).order()[r]));
                setTurns(omega, step, m_turns[w][0][r], m_turns[w][1][r]);
                for (int g = 0; g < groups; g++) {
                    final double s = step * (g * m_together + 1 - 0.5 * points);
                    m_first[g][w][0][r] = points > 1 ? Math.cos(omega * s) : 1;
                    m_first[g][w][1][r] = points > 1 ? -Math.sin(omega * s) : 0;
                }
            }
        }
        m_sums = new PointAverage[Math.min(groups, MOST_SUMS)];
        Arrays.setAll(m_sums, k -> new PointAverage(basis, m_together));
    }

    private static void setTurns(final double omega, final double step, final double[] re, final double[] im) {
        final double cos = Math.cos(omega * step);
        final double sin = Math.sin(omega * step);
        re[0] = 1;
        for (int t = 1; t < re.length; t++) {
            re[t] = re[t - 1] * cos + im[t - 1] * sin;
            im[t] = im[t - 1] * cos - re[t - 1] * sin;
        }
    }

    /**
     * Predicts the memory of the points that are worked on at once.
     *
     * @param modes number of modes N
     * @param waves number of waves nMax
     * @return bytes, an estimate from above
     */
    public static long bytes(final long modes, final long waves) {
        return NUMBERS * MOST_SUMS * MOST_TOGETHER * (waves + 1) * (3 * modes + 3) * Double.BYTES;
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
        final IntStream sums = IntStream.range(0, m_sums.length);
        if (m_parallel && m_sums.length > 1) {
            sums.parallel().forEach(k -> add(k, phi));
        } else {
            sums.forEach(k -> add(k, phi));
        }
        Arrays.fill(out, 0, 2 * m_basis.size(), 0);
        for (final PointAverage sum : m_sums) {
            sum.addTo(out);
        }
    }

    /** Adds the groups k, k + K, k + 2 K, ... of K sums. */
    private void add(final int k, final double[] phi) {
        m_sums[k].clear();
        for (int g = k; g < m_first.length; g += m_sums.length) {
            final int from = g * m_together;
            m_sums[k].add(phi, m_first[g], m_turns, m_weights, from, Math.min(m_together, m_weights.length - from));
        }
    }
}
