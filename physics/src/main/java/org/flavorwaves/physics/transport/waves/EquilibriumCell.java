package org.flavorwaves.physics.transport.waves;

import java.util.Arrays;

import org.flavorwaves.physics.state.MomentumModes;

/** One cell whose waves are in equilibrium at all times: it goes to the nearest state in which none grows. */
final class EquilibriumCell {
    /** Growth rate in units of sum |g| of what counts as stable. */
    private static final double STABLE = 2e-3;

    /** Most steps into the equilibrium, and the largest change in one of them, in units of the largest |P|. */
    private static final int RELAXATIONS = 200;

    private static final double RELAXATION = 0.02;

    /** The largest share of a polarization that a step takes, so that waves can be followed. */
    private static final double HALF = 0.5;

    private static final int SECANTS = 20;

    private final GrowingWaves m_waves;

    private final WaveExchange m_exchange;

    private final int m_n;

    private final double[] m_share;

    private final double[] m_trial;

    EquilibriumCell(final WaveGrid grid, final MomentumModes modes, final double strength) {
        m_waves = new GrowingWaves(grid, modes, strength, true, false);
        m_exchange = m_waves.exchange();
        m_n = modes.size();
        m_share = new double[m_exchange.beams()];
        m_trial = new double[m_n];
    }

    GrowingWaves waves() {
        return m_waves;
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
            final double fastest = m_waves.find(p, matter);
            final double floor = STABLE * m_exchange.strength();
            if (fastest <= floor) {
                return;
            }
            Arrays.fill(m_share, 0);
            for (int j = 0; j < m_waves.size(); j++) {
                if (m_waves.growth(j) > 0) {
                    m_waves.move(j, p);
                    for (int c = 0; c < m_share.length; c++) {
                        m_share[c] += m_waves.growth(j) * m_exchange.share(c);
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
        for (int i = 0; i < m_n; i++) {
            m_trial[i] = p[i] * (1 - s * m_share[m_exchange.beamOf(i)]);
        }
        m_waves.setPolarization(m_trial);
        double fastest = 0;
        for (int j = 0; j < m_waves.size(); j++) {
            if (m_waves.growth(j) > 0) {
                fastest = Math.max(fastest, m_waves.move(j, m_trial));
            }
        }
        return fastest;
    }

}
