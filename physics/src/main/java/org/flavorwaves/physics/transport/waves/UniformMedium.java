package org.flavorwaves.physics.transport.waves;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.state.FlavorState;

/**
 * The medium of {@link UniformWaves} at one time, given by the roots of |P_i|, and the waves that grow in it. Waves are
 * followed from one accepted medium to the next and searched anew when a lepton number has changed by a hundredth of
 * the largest one, or has doubled. Not thread-safe.
 */
final class UniformMedium {
    /** Change of a lepton number, in units of the largest one, after which waves are searched anew. */
    private static final double SEARCH = 0.01;

    private static final double DOUBLED = 0.5;

    private final FlavorState m_state;

    private final UniformSetup m_setup;

    private WaveExchange m_exchange;

    private final double[] m_sign;

    private final double[] m_weights;

    private final double[] m_p;

    /** sqrt |P| and time of the medium that was set last. */
    private final double[] m_medium;

    private final double[] m_growth;

    private final double[] m_damping;

    /** |psi_i|^2/P_i^2 of the slots, by beam. */
    private final double[][] m_shares;

    /** N over I of a slot where it grew last. */
    private final double[] m_quanta;

    /** I that belongs to a seed of 1. */
    private final double[] m_least;

    private final double[] m_searched;

    UniformMedium(final FlavorState state, final UniformSetup setup) {
        m_state = state;
        m_setup = setup;
        m_exchange = exchange(0);
        m_sign = new double[state.size()];
        for (int i = 0; i < m_sign.length; i++) {
            m_sign[i] = Math.signum(state.pz(i) != 0 ? state.pz(i) : setup.drive()[i]);
        }
        m_weights = state.modes().weights();
        m_p = new double[m_sign.length];
        m_medium = new double[m_sign.length + 1];
        Arrays.fill(m_medium, Double.NaN);
        final int slots = m_exchange.roots().size();
        m_growth = new double[slots];
        m_damping = new double[slots];
        m_least = new double[slots];
        m_quanta = setup.quanta().clone();
        m_shares = new double[slots][m_exchange.beams()];
        m_searched = new double[m_exchange.beams()];
    }

    private WaveExchange exchange(final double t) {
        return new WaveExchange(m_state.modes(), Beams.of(m_state.modes()), m_setup.strength().applyAsDouble(t),
            m_setup.waveNumbers().length);
    }

    /** Sets the medium and moves its waves, unless they are there already. */
    void set(final double[] y, final double t) {
        boolean same = m_medium[m_p.length] == t;
        for (int i = 0; i < m_p.length; i++) {
            same &= m_medium[i] == y[i];
            m_medium[i] = y[i];
            m_p[i] = m_sign[i] * y[i] * y[i];
        }
        if (same) {
            return;
        }
        m_medium[m_p.length] = t;
        m_exchange.setStrength(m_setup.strength().applyAsDouble(t));
        m_exchange.setPolarization(m_p);
        for (int j = 0; j < m_growth.length; j++) {
            m_growth[j] = m_exchange.move(j, shifted(j), m_p);
            m_damping[j] = 0;
            if (m_growth[j] > 0) {
                m_quanta[j] = m_exchange.quanta();
                m_least[j] = m_setup.start() == WaveGrid.Start.QUANTA ? m_exchange.ofField() : m_exchange.noise();
                for (int c = 0; c < m_shares[j].length; c++) {
                    m_shares[j][c] = m_exchange.share(c);
                }
                for (int i = 0; i < m_p.length; i++) {
                    m_damping[j] += m_weights[i] * m_setup.loss()[i] * m_p[i] * m_p[i] * share(j, i);
                }
            }
        }
    }

    private double shifted(final int slot) {
        final double k = m_setup.waveNumbers()[slot / m_exchange.roots().slots()];
        return m_setup.shifted() ? k : k + m_exchange.flux();
    }

    /** Sets an accepted medium, from which waves are followed, and searches where it has changed enough. */
    void follow(final double[] y, final double t) {
        m_exchange.roots().watch();
        m_medium[m_p.length] = Double.NaN;
        set(y, t);
        m_exchange.roots().accept();
        if (hasChanged()) {
            search(y, t);
        }
    }

    private boolean hasChanged() {
        boolean changed = m_exchange.roots().hasLost();
        double largest = 0;
        for (int c = 0; c < m_searched.length; c++) {
            largest = Math.max(largest, Math.abs(m_exchange.number(c)));
        }
        for (int c = 0; c < m_searched.length; c++) {
            final double change = Math.abs(m_exchange.number(c) - m_searched[c]);
            changed |= change > SEARCH * largest || change > DOUBLED * Math.abs(m_exchange.number(c));
        }
        return changed;
    }

    /** Searches the waves of a medium, and sets it. */
    void search(final double[] y, final double t) {
        set(y, t);
        for (int c = 0; c < m_searched.length; c++) {
            m_searched[c] = m_exchange.number(c);
        }
        for (int k = 0; k < m_setup.waveNumbers().length; k++) {
            m_exchange.roots().search(k, shifted(m_exchange.roots().slots() * k));
        }
        m_medium[m_p.length] = Double.NaN;
        set(y, t);
    }

    /** Forgets the waves and searches anew; returns the slots in which the earlier ones are now. */
    int[] renew(final double[] y, final double t) {
        final FollowedRoots before = m_exchange.roots();
        final double[] quanta = m_quanta.clone();
        set(y, t);
        m_exchange = exchange(t);
        m_medium[m_p.length] = Double.NaN;
        search(y, t);
        final int[] successors = m_exchange.roots().successors(before);
        for (int j = 0; j < successors.length; j++) {
            if (successors[j] >= 0 && !(m_growth[successors[j]] > 0)) {
                m_quanta[successors[j]] = quanta[j];
            }
        }
        return successors;
    }

    int slots() {
        return m_growth.length;
    }

    double[] polarizations() {
        return m_p;
    }

    double sign(final int mode) {
        return m_sign[mode];
    }

    double[] growths() {
        return m_growth;
    }

    double growth(final int slot) {
        return m_growth[slot];
    }

    double damping(final int slot) {
        return m_damping[slot];
    }

    double share(final int slot, final int mode) {
        return m_shares[slot][m_exchange.beamOf(mode)];
    }

    double quanta(final int slot) {
        return m_quanta[slot];
    }

    double least(final int slot) {
        return m_least[slot];
    }

    /** The mean intensity of noise in a wave for seeds of 1. */
    double noise() {
        return m_exchange.meanNoise(m_p);
    }

    /** How far the waves are from keeping their shape while the polarizations change, weighted by their intensities. */
    double mixing(final double[] changes, final double[] intensities) {
        return m_exchange.mixing(m_p, changes, new double[m_p.length], 0, this::shifted, j -> intensities[j]);
    }
}
