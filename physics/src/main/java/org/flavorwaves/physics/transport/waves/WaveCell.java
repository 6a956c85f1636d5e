package org.flavorwaves.physics.transport.waves;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The growing waves of one cell of an aligned stream: their frequencies, and the exchange with the polarizations over a
 * step. A wave gains (I + noise)(exp(2 gamma dt) - 1), or I (exp(2 gamma dt) - 1) from the quanta that every growing
 * wave has at least, and the same gain is taken from the modes as P_i (1 - q_i) with
 * q_i = sum of the gains times |psi_i|^2/P_i^2, so that sum w s dP vanishes (FW unstable-identity).
 *
 * <p>Where a q exceeds a bound the gains of waves and modes are both multiplied by the s for which s times the explicit
 * gain is the gain with the growth rates at P_i (1 - s q_i): the implicit balance between waves and drive. Scaling down
 * the gain alone would end in other states.
 */
final class WaveCell {
    /** Largest q that is taken as it is. */
    private static final double EXPLICIT = 0.02;

    /** Largest share of a polarization that is taken in one step. */
    private static final double LARGEST = 0.9;

    private static final int BISECTIONS = 30;

    /** Beams up to which waves are searched at all wave numbers, and the step between wave numbers with more. */
    private static final int FEW_BEAMS = 24;

    private static final int STRIDE = 8;

    /** Growth rate in units of sum |g| of what counts as stable where waves are in equilibrium. */
    private static final double STABLE = 2e-3;

    /** Most steps into that equilibrium, and the largest change in one of them, in units of the largest |P|. */
    private static final int RELAXATIONS = 200;

    private static final double RELAXATION = 0.02;

    /** The largest share of a polarization that such a step takes, so that waves can be followed. */
    private static final double HALF = 0.5;

    private static final int SECANTS = 20;

    /** Change of a lepton number, in units of the largest one, after which waves are searched anew. */
    private static final double SEARCH = 0.01;

    private final WaveGrid m_grid;

    private final WaveExchange m_exchange;

    private final int m_n;

    private final double[] m_damping;

    private final double[] m_weights;

    /** I of each slot per dK. */
    final double[] m_intensity;

    /** Physical Re Omega where a wave grows, else NaN; then that of all growing waves. */
    final double[] m_frequency;

    private final double[] m_growth;

    /** I and the noise beside it that grows. */
    private final double[] m_source;

    private final double[] m_gain;

    private final double[] m_share;

    private final double[] m_searched;

    private final double[] m_trial;

    private final boolean m_quantal;

    /** N over I of a slot where it grew last. */
    private final double[] m_quanta;

    private double m_seed;

    private int m_turn = -1;

    WaveCell(final WaveGrid grid, final MomentumModes modes, final double strength, final double[] damping) {
        m_grid = grid;
        m_exchange = new WaveExchange(modes, strength, grid.count());
        m_n = modes.size();
        m_damping = damping.clone();
        m_weights = modes.weights();
        final int slots = m_exchange.roots().size();
        m_intensity = new double[slots];
        m_frequency = new double[slots];
        m_growth = new double[slots];
        m_quantal = grid.start() == WaveGrid.Start.QUANTA;
        m_quanta = new double[slots];
        Arrays.fill(m_quanta, Double.NaN);
        m_source = new double[slots];
        m_gain = new double[slots];
        m_share = new double[m_exchange.beams()];
        m_searched = new double[m_exchange.beams()];
        Arrays.fill(m_searched, Double.NaN);
        m_trial = new double[m_n];
    }

    /** Gives all waves the intensity of noise; quanta begin where waves grow. */
    void sow(final double[] p) {
        m_seed = m_quantal ? 0 : FastStream.noise(m_grid, m_weights, m_exchange.beams(), p);
        Arrays.fill(m_intensity, m_seed);
    }

    /** What a slot holds per dk: the intensity, or quanta N a state; NaN if the wave has not begun. */
    double content(final int slot) {
        return m_quantal ? m_intensity[slot] * m_quanta[slot] : m_intensity[slot];
    }

    double seed() {
        return m_seed;
    }

    double flux() {
        return m_exchange.flux();
    }

    double density() {
        return m_exchange.density();
    }

    double growth(final int slot) {
        return m_growth[slot];
    }

    private double shifted(final int slot) {
        return m_grid.centre(slot / FollowedRoots.SLOTS) + m_exchange.flux();
    }

    /**
     * Finds the growing waves of the present polarizations.
     *
     * @param p P_i along the axis
     * @param matter lambda, the part of the frequency that is common to all waves
     * @return the largest growth rate
     */
    double find(final double[] p, final double matter) {
        m_exchange.setPolarization(p);
        if (!m_exchange.hasCrossing()) {
            Arrays.fill(m_growth, 0);
            Arrays.fill(m_frequency, Double.NaN);
            m_exchange.roots().clear();
            Arrays.fill(m_searched, Double.NaN);
            return 0;
        }
        if (hasChanged()) {
            search();
        }
        m_exchange.roots().watch();
        double fastest = move(p, matter);
        if (m_exchange.roots().hasLost()) {
            m_exchange.roots().accept();
            search();
            fastest = move(p, matter);
        }
        m_exchange.roots().accept();
        return fastest;
    }

    private double move(final double[] p, final double matter) {
        double fastest = 0;
        for (int j = 0; j < m_growth.length; j++) {
            m_growth[j] = m_exchange.move(j, shifted(j), p);
            m_frequency[j] =
                m_growth[j] > 0 ? m_exchange.roots().re(j) - m_exchange.density() - matter : Double.NaN;
            fastest = Math.max(fastest, m_growth[j]);
        }
        return fastest;
    }

    /**
     * Searches at all wave numbers; after the first time with many beams at some in turn, from which waves are
     * continued to the others.
     */
    private void search() {
        for (int c = 0; c < m_searched.length; c++) {
            m_searched[c] = m_exchange.number(c);
        }
        final FollowedRoots roots = m_exchange.roots();
        final int stride = m_turn < 0 || m_exchange.beams() <= FEW_BEAMS ? 1 : STRIDE;
        m_turn = (m_turn + 1) % stride;
        for (int m = m_turn; m < m_grid.count(); m += stride) {
            roots.search(m, shifted(FollowedRoots.SLOTS * m));
        }
        for (int m = 1; m < m_grid.count(); m++) {
            roots.spread(m, shifted(FollowedRoots.SLOTS * m), m - 1);
        }
        for (int m = m_grid.count() - 2; m >= 0; m--) {
            roots.spread(m, shifted(FollowedRoots.SLOTS * m), m + 1);
        }
    }

    private boolean hasChanged() {
        double largest = 0;
        for (int c = 0; c < m_searched.length; c++) {
            largest = Math.max(largest, Math.abs(m_exchange.number(c)));
        }
        boolean changed = false;
        for (int c = 0; c < m_searched.length; c++) {
            changed |= !(Math.abs(m_exchange.number(c) - m_searched[c]) <= SEARCH * largest);
        }
        return changed;
    }

    /**
     * The exchange over a step with the waves that were found last.
     *
     * @param p P_i along the axis; changed
     * @param dt length of the step
     */
    void exchange(final double[] p, final double dt) {
        m_exchange.setPolarization(p);
        Arrays.fill(m_share, 0);
        double gain = 0;
        for (int j = 0; j < m_gain.length; j++) {
            m_gain[j] = 0;
            final double growth = m_exchange.move(j, shifted(j), p);
            if (growth == 0) {
                decay(j, 0, dt);
                continue;
            }
            if (m_quantal) {
                m_quanta[j] = m_exchange.quanta();
                m_intensity[j] = Math.max(m_intensity[j], m_grid.seed() * m_exchange.ofField());
            }
            m_source[j] = m_intensity[j] + (m_quantal ? 0 : m_grid.seed() * m_exchange.noise());
            m_gain[j] = m_source[j] * Math.expm1(2 * growth * dt);
            gain += m_gain[j];
            double damping = 0;
            for (int i = 0; i < m_n; i++) {
                damping += m_weights[i] * m_damping[i] * p[i] * p[i] * m_exchange.share(m_exchange.beamOf(i));
            }
            decay(j, damping, dt);
            for (int c = 0; c < m_share.length; c++) {
                m_share[c] += m_gain[j] * m_grid.width() * m_exchange.share(c);
            }
        }
        double largest = 0;
        for (final double share : m_share) {
            largest = Math.max(largest, share);
        }
        final double s = largest > EXPLICIT ? balance(p, dt, gain, Math.min(1, LARGEST / largest)) : 1;
        for (int j = 0; j < m_gain.length; j++) {
            m_intensity[j] += s * m_gain[j];
        }
        for (int i = 0; i < m_n; i++) {
            p[i] *= 1 - s * m_share[m_exchange.beamOf(i)];
        }
    }

    /**
     * Takes from the polarizations what growing waves would, in the proportion of their rates, until none grows faster
     * than a floor; what still grows after many steps is left, and is in the growth rates.
     *
     * @param p P_i along the axis; changed
     * @param matter lambda
     */
    void relax(final double[] p, final double matter) {
        for (int step = 0; step < RELAXATIONS; step++) {
            final double fastest = find(p, matter);
            final double floor = STABLE * m_exchange.strength();
            if (fastest <= floor) {
                return;
            }
            Arrays.fill(m_share, 0);
            for (int j = 0; j < m_growth.length; j++) {
                if (m_growth[j] > 0) {
                    m_exchange.move(j, shifted(j), p);
                    for (int c = 0; c < m_share.length; c++) {
                        m_share[c] += m_growth[j] * m_exchange.share(c);
                    }
                }
            }
            double largest = 0;
            double change = 0;
            double length = 0;
            for (int i = 0; i < m_n; i++) {
                final double share = m_share[m_exchange.beamOf(i)];
                largest = Math.max(largest, share);
                change = Math.max(change, share * Math.abs(p[i]));
                length = Math.max(length, Math.abs(p[i]));
            }
            final double s =
                stableShare(p, fastest, floor, Math.min(RELAXATION * length / change, HALF / largest));
            for (int i = 0; i < m_n; i++) {
                p[i] *= 1 - s * m_share[m_exchange.beamOf(i)];
            }
        }
    }

    /** The least s up to a highest one at which P_i (1 - s q_i) has no wave above the floor, on secants of gamma^2. */
    private double stableShare(final double[] p, final double fastest, final double floor, final double highest) {
        double low = 0;
        double lowSquare = fastest * fastest;
        double high = highest;
        double highSquare = square(fastest(p, high));
        if (highSquare > floor * floor) {
            return high;
        }
        final double target = square(0.75 * floor);
        for (int step = 0; step < SECANTS && highSquare < square(0.5 * floor); step++) {
            final double s = step % 2 == 0 ? low + (high - low) * (lowSquare - target) / (lowSquare - highSquare)
                : 0.5 * (low + high);
            final double growth = square(fastest(p, s));
            if (growth > floor * floor) {
                low = s;
                lowSquare = growth;
            } else {
                high = s;
                highSquare = growth;
            }
        }
        return high;
    }

    private static double square(final double x) {
        return x * x;
    }

    /** The largest growth rate of the waves that were found last at P_i (1 - s q_i). */
    private double fastest(final double[] p, final double s) {
        setTrial(p, s);
        double fastest = 0;
        for (int j = 0; j < m_growth.length; j++) {
            if (m_growth[j] > 0 && m_exchange.roots().move(j, shifted(j))) {
                fastest = Math.max(fastest, m_exchange.roots().growth(j));
            }
        }
        return fastest;
    }

    private void setTrial(final double[] p, final double s) {
        for (int i = 0; i < m_n; i++) {
            m_trial[i] = p[i] * (1 - s * m_share[m_exchange.beamOf(i)]);
        }
        m_exchange.setPolarization(m_trial);
    }

    /** Collisions damp a wave by the mean rate of its modes, down to the noise. */
    private void decay(final int slot, final double damping, final double dt) {
        if (damping > 0) {
            m_intensity[slot] = m_seed + (m_intensity[slot] - m_seed) * Math.exp(-2 * damping * dt);
        }
    }

    /** The s of the implicit balance. */
    private double balance(final double[] p, final double dt, final double gain, final double highest) {
        double low = 0;
        double high = highest;
        for (int step = 0; step < BISECTIONS; step++) {
            final double s = 0.5 * (low + high);
            setTrial(p, s);
            double implicit = 0;
            for (int j = 0; j < m_gain.length && implicit < s * gain; j++) {
                if (m_gain[j] > 0 && m_exchange.roots().move(j, shifted(j))) {
                    implicit += m_source[j] * Math.expm1(2 * m_exchange.roots().growth(j) * dt);
                }
            }
            if (implicit < s * gain) {
                high = s;
            } else {
                low = s;
            }
        }
        return low;
    }
}
