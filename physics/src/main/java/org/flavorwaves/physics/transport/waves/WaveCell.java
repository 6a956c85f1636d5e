package org.flavorwaves.physics.transport.waves;

import java.util.Arrays;

import org.flavorwaves.physics.state.MomentumModes;

/**
 * The growing waves of one cell of an aligned stream: their frequencies, and the exchange with the polarizations over a
 * step. A wave gains (I + noise)(exp(2 gamma dt) - 1), or I (exp(2 gamma dt) - 1) from the quanta that every growing
 * wave has at least, and the same gain is taken from the modes as P_i (1 - q_i) with
 * q_i = sum of the gains times |psi_i|^2/P_i^2, so that sum w s dP vanishes (FW unstable-identity).
 *
 * <p>A step goes in parts, so short that two halves end where one does: a burst takes its own time, however long the
 * step of the stream is. Where a q exceeds a bound the gains of waves and modes are both multiplied by the s for which
 * s times the explicit gain is the gain with the growth rates at P_i (1 - s q_i): the implicit balance between waves
 * and drive. Scaling down the gain alone would end in other states.
 */
final class WaveCell {
    /** Largest q that is taken as it is. */
    private static final double EXPLICIT = 0.02;

    /** Largest share of a polarization that is taken in one step. */
    private static final double LARGEST = 0.9;

    private static final int BISECTIONS = 30;

    /** Share of a polarization that is taken without a comparison with halves of the step. */
    private static final double SMALL = 0.01;

    /** Difference of polarizations between a step and its halves, in units of the largest one. */
    private static final double ACCURACY = 1e-3;

    /** Shortest part of a step. */
    private static final double SHORTEST = 1.0 / 256;

    private final WaveGrid m_grid;

    private final GrowingWaves m_waves;

    private final WaveExchange m_exchange;

    private final int m_n;

    private final double[] m_damping;

    private final double[] m_weights;

    /** I of each slot per dK. */
    final double[] m_intensity;

    /** Physical Re Omega where a wave grows, else NaN. */
    final double[] m_frequency;

    /** I and the noise beside it that grows. */
    private final double[] m_source;

    private final double[] m_gain;

    private final double[] m_share;

    private final double[] m_trial;

    /** Polarizations and intensities before a part of a step, and polarizations after it in one piece. */
    private final double[] m_from;

    private final double[] m_intensityFrom;

    private final double[] m_whole;

    private final boolean m_quantal;

    /** N over I of a slot where it grew last. */
    private final double[] m_quanta;

    private double m_seed;

    WaveCell(final WaveGrid grid, final MomentumModes modes, final double strength, final double[] damping,
        final boolean mirrored) {
        m_grid = grid;
        m_waves = new GrowingWaves(grid, modes, strength, false, mirrored);
        m_exchange = m_waves.exchange();
        m_n = modes.size();
        m_damping = damping.clone();
        m_weights = modes.weights();
        final int slots = m_exchange.roots().size();
        m_intensity = new double[slots];
        m_frequency = m_waves.frequencies();
        m_quantal = grid.start() == WaveGrid.Start.QUANTA;
        m_quanta = new double[slots];
        Arrays.fill(m_quanta, Double.NaN);
        m_source = new double[slots];
        m_gain = new double[slots];
        m_share = new double[m_exchange.beams()];
        m_trial = new double[m_n];
        m_from = new double[m_n];
        m_intensityFrom = new double[slots];
        m_whole = new double[m_n];
    }

    /** The noise of polarizations, which waves that enter have and to which collisions damp. */
    void setNoise(final double[] p) {
        m_seed = m_quantal ? 0 : m_grid.seed() * m_exchange.meanNoise(p);
    }

    /**
     * Gives the waves that were found the intensity of noise; quanta begin where waves grow. A growing wave has at
     * least its own noise, and what of it is in the source counts already.
     */
    void sow() {
        for (int j = 0; j < m_intensity.length; j++) {
            m_intensity[j] = Math.max(0, m_seed - sourceOf(j));
        }
    }

    /** Gives a slot the intensity of a wave and the quanta that it counts. */
    void put(final int slot, final double intensity, final double content) {
        m_intensity[slot] = Double.isNaN(intensity) ? 0 : intensity;
        m_quanta[slot] = content / intensity;
    }

    /** Takes the waves of another cell, which were found in the same medium. */
    void take(final WaveCell before) {
        final int[] successors = m_exchange.roots().successors(before.m_exchange.roots());
        sow();
        for (final int successor : successors) {
            if (successor >= 0) {
                m_intensity[successor] = 0;
            }
        }
        for (int j = 0; j < successors.length; j++) {
            if (successors[j] >= 0) {
                m_intensity[successors[j]] += before.m_intensity[j];
                m_quanta[successors[j]] = before.m_quanta[j];
            }
        }
    }

    /** What a slot holds per dk: the intensity, or quanta N a state; NaN if the wave has not begun. */
    double content(final int slot) {
        return m_quantal ? m_intensity[slot] * m_quanta[slot] : m_intensity[slot];
    }

    /** I of a slot per dk; NaN if its quanta have not begun. */
    double intensity(final int slot) {
        return m_quantal && m_intensity[slot] == 0 ? Double.NaN : m_intensity[slot];
    }

    /** How far the waves that exchange, as they were found last, are from keeping their shapes; NaN if none grows. */
    double mixing(final double[] p, final double[] inTime, final double[] along, final double matter) {
        return m_exchange.mixing(p, inTime, along, matter, m_waves::shifted, j -> m_intensity[j] + sourceOf(j));
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
        return m_waves.growth(slot);
    }

    /**
     * Finds the growing waves of the present polarizations.
     *
     * @param p P_i along the axis
     * @param matter lambda, the part of the frequency that is common to all waves
     * @return the largest growth rate
     */
    double find(final double[] p, final double matter) {
        return m_waves.find(p, matter, m_intensity, m_quanta);
    }

    /**
     * The exchange over a step with the waves that were found last, in parts so short that their halves end in the same
     * polarizations.
     *
     * @param p P_i along the axis; changed
     * @param dt length of the step
     */
    void exchange(final double[] p, final double dt) {
        double left = dt;
        double part = dt;
        while (left > 0) {
            part = Math.min(part, left);
            System.arraycopy(p, 0, m_from, 0, m_n);
            System.arraycopy(m_intensity, 0, m_intensityFrom, 0, m_intensity.length);
            boolean isDone = step(p, part) <= SMALL || part <= dt * SHORTEST;
            if (!isDone) {
                System.arraycopy(p, 0, m_whole, 0, m_n);
                restore(p);
                step(p, part / 2);
                step(p, part / 2);
                isDone = difference(p, m_whole) <= ACCURACY;
            }
            if (isDone) {
                left -= part;
                if (left > 0) {
                    follow(p);
                }
                part *= 2;
            } else {
                restore(p);
                part /= 2;
            }
        }
    }

    private void restore(final double[] p) {
        System.arraycopy(m_from, 0, p, 0, m_n);
        System.arraycopy(m_intensityFrom, 0, m_intensity, 0, m_intensity.length);
    }

    /** The largest difference in units of the largest polarization. */
    private static double difference(final double[] p, final double[] q) {
        double most = 0;
        double size = 0;
        for (int i = 0; i < p.length; i++) {
            most = Math.max(most, Math.abs(p[i] - q[i]));
            size = Math.max(size, Math.abs(q[i]));
        }
        return most / size;
    }

    /** Follows the waves to the medium with which the next part of a step begins. */
    private void follow(final double[] p) {
        m_exchange.setPolarization(p);
        for (int j = 0; j < m_gain.length; j++) {
            m_waves.move(j, p);
        }
        m_exchange.roots().accept();
    }

    /** The exchange in one part; returns the largest share that it takes of a polarization. */
    double step(final double[] p, final double dt) {
        m_exchange.setPolarization(p);
        Arrays.fill(m_share, 0);
        double gain = 0;
        for (int j = 0; j < m_gain.length; j++) {
            m_gain[j] = 0;
            final double growth = m_waves.move(j, p);
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
        return s * largest;
    }

    /** The noise that grows beside I in the wave of a slot, as it was found last. */
    private double sourceOf(final int slot) {
        return m_quantal || m_waves.growth(slot) == 0 ? 0 : m_grid.seed() * m_waves.noise(slot);
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
                if (m_gain[j] > 0 && m_exchange.roots().move(j, m_waves.shifted(j))) {
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
