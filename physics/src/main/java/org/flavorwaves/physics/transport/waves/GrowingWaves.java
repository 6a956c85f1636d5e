package org.flavorwaves.physics.transport.waves;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.flavomon.beams.SlotOrder;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The frequencies and growth rates of the growing waves of one cell of an aligned stream: at the wave numbers of a
 * grid, and optionally where the beams of the lesser sign are in resonance with the real waves of all others,
 * omega = k v_c: there a beam that is weak makes waves grow, in an interval of k that may lie between those of a grid
 * (FW beam-resonance).
 */
final class GrowingWaves {
    /** Directions up to which waves are searched at all wave numbers, and the step between wave numbers with more. */
    private static final int FEW_BEAMS = 24;

    private static final int STRIDE = 8;

    /** Change of a lepton number, in units of the largest one, after which waves are searched anew. */
    private static final double SEARCH = 0.01;

    private final WaveGrid m_grid;

    private final WaveExchange m_exchange;

    private final int m_slots;

    private final boolean m_mirrored;

    /** Physical Re Omega where a wave grows, else NaN. */
    private final double[] m_frequency;

    private final double[] m_growth;

    private final double[] m_noise;

    /** Shifted wave numbers of the resonances, two a beam; NaN where there is none. */
    private final double[] m_resonance;

    private final double[] m_searched;

    /** Which slots waves have. */
    private final SlotOrder m_order;

    private final boolean m_sphere;

    private int m_turn = -1;

    GrowingWaves(final WaveGrid grid, final MomentumModes modes, final double strength, final boolean resonant,
        final boolean mirrored) {
        m_mirrored = mirrored;
        m_grid = grid;
        final Beams all = resonant ? Beams.rings(modes) : Beams.of(modes);
        final int beams = all.size();
        m_slots = all.slots();
        m_exchange = new WaveExchange(modes, all, strength, grid.count() + (resonant ? 2 * beams : 0));
        m_resonance = new double[resonant ? 2 * beams : 0];
        m_order = new SlotOrder(m_exchange.roots());
        m_sphere = m_slots == FollowedRoots.SPHERE_SLOTS;
        final int slots = m_exchange.roots().size();
        m_frequency = new double[slots];
        m_growth = new double[slots];
        m_noise = new double[slots];
        m_searched = new double[beams];
        Arrays.fill(m_searched, Double.NaN);
    }

    WaveExchange exchange() {
        return m_exchange;
    }

    int size() {
        return m_growth.length;
    }

    double growth(final int slot) {
        return m_growth[slot];
    }

    /** What a noise of 1 is in the wave of a slot that grows (FW wave-noise). */
    double noise(final int slot) {
        return m_noise[slot];
    }

    double[] frequencies() {
        return m_frequency;
    }

    /** Shifted wave number of a slot. */
    double shifted(final int slot) {
        final int m = slot / m_slots;
        return m < m_grid.count() ? m_grid.centre(m) + m_exchange.flux() : m_resonance[m - m_grid.count()];
    }

    /** Moves the wave of a slot to the medium of the exchange; 0 if it has none that grows. */
    double move(final int slot, final double[] p) {
        final double k = shifted(slot);
        return Double.isNaN(k) ? 0 : m_exchange.move(slot, k, p);
    }

    /**
     * Finds the growing waves of the present polarizations.
     *
     * @param p P_i along the axis
     * @param matter lambda, the part of the frequency that is common to all waves
     * @param carried what waves carry, by slot; reordered with them
     * @return the largest growth rate
     */
    double find(final double[] p, final double matter, final double[]... carried) {
        setPolarization(p);
        if (!m_exchange.hasCrossing()) {
            Arrays.fill(m_growth, 0);
            Arrays.fill(m_frequency, Double.NaN);
            m_exchange.roots().clear();
            Arrays.fill(m_searched, Double.NaN);
            m_turn = -1;
            return 0;
        }
        double fastest = follow(p, matter);
        m_exchange.roots().accept();
        final boolean changed = hasChanged();
        if (changed || m_exchange.roots().hasLost()) {
            search(changed);
            for (final double[] values : carried) {
                m_order.carry(values);
            }
            m_exchange.roots().watch();
            fastest = follow(p, matter);
            m_exchange.roots().accept();
        }
        return fastest;
    }

    private double follow(final double[] p, final double matter) {
        startResonances();
        double fastest = 0;
        for (int j = 0; j < m_growth.length; j++) {
            m_growth[j] = move(j, p);
            m_noise[j] = m_exchange.noise();
            m_frequency[j] =
                m_growth[j] > 0 ? m_exchange.roots().re(j) - m_exchange.density() - matter : Double.NaN;
            fastest = Math.max(fastest, m_growth[j]);
        }
        return fastest;
    }

    /**
     * Searches the waves that are not known where some were lost and, if the medium has changed, at all wave numbers;
     * with many directions, whose searches take O(N^3), at some in turn, from which waves are continued to the others.
     * Then the slots of a branch of rings are made the same at all wave numbers. Between mirrors waves of -K have the
     * slots of those of K, into which they are reflected.
     */
    private void search(final boolean changed) {
        final FollowedRoots roots = m_exchange.roots();
        final int stride = m_turn < 0 || !m_sphere || m_exchange.beams() <= FEW_BEAMS ? 1 : STRIDE;
        m_turn = changed ? (m_turn + 1) % stride : m_turn;
        final int half = m_mirrored ? m_grid.count() / 2 : 0;
        for (int x = 0; x < m_grid.count(); x++) {
            final int m = (x + half) % m_grid.count();
            if (roots.hasLost(m) || changed && m % stride == m_turn) {
                roots.search(m, shifted(m_slots * m), like(m, half));
            }
        }
        for (int m = 1; m < m_grid.count() && stride > 1; m++) {
            roots.spread(m, shifted(m_slots * m), m - 1);
        }
        for (int m = m_grid.count() - 2; m >= 0 && stride > 1; m--) {
            roots.spread(m, shifted(m_slots * m), m + 1);
        }
        for (int x = 0; x < m_grid.count() && !m_sphere; x++) {
            final int m = (x + half) % m_grid.count();
            m_order.order(m, like(m, half));
        }
        for (int c = 0; c < m_searched.length && changed; c++) {
            m_searched[c] = m_exchange.number(c);
        }
    }

    private int like(final int m, final int half) {
        return m < half ? m_grid.count() - 1 - m : m > half ? m - 1 : -1;
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

    /** Changes the medium, and where its beams are in resonance. */
    void setPolarization(final double[] p) {
        m_exchange.setPolarization(p);
        double sum = 0;
        for (int c = 0; c < m_searched.length; c++) {
            sum += m_exchange.number(c);
        }
        for (int c = 0; 2 * c < m_resonance.length; c++) {
            final double[] k = m_exchange.number(c) * sum < 0 ? m_exchange.resonances(c)
                : new double[]{Double.NaN, Double.NaN};
            m_resonance[2 * c] = k[0];
            m_resonance[2 * c + 1] = k[1];
        }
    }

    /** Gives resonances that have no growing wave the one that their beam makes. */
    private void startResonances() {
        for (int r = 0; r < m_resonance.length; r++) {
            final int m = m_grid.count() + r;
            if (!Double.isNaN(m_resonance[r]) && m_growth[m_slots * m] == 0) {
                final double growth = m_exchange.resonantGrowth(r / 2, m_resonance[r]);
                if (growth > 0) {
                    m_exchange.roots().start(m, m_resonance[r], m_resonance[r] * m_exchange.cosine(r / 2), growth);
                }
            }
        }
    }
}
