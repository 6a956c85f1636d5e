package org.flavorwaves.physics.qke;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.linear.WaveSynchrony;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * The powers |P_{i,n}|^2 (sum over the flavor axes) of a run and how far its waves are from synchronized (JK 22), for
 * one n of each pair +-n, which are alike in both.
 */
public final class BoxSpectra {
    private final BoxGrid m_grid;

    private final int m_modes;

    private final int m_pairs;

    /** For each output time the powers of mode i and pair p at i pairs + p. */
    private final List<double[]> m_powers = new ArrayList<>();

    /** For each output time the shares of the torque in the same order, then those of all modes by pair. */
    private final List<double[]> m_shares = new ArrayList<>();

    BoxSpectra(final BoxGrid grid, final int modes, final boolean keep) {
        m_grid = grid;
        m_modes = modes;
        m_pairs = keep ? grid.harmonics() / 2 : 0;
    }

    void add(final BoxField field) {
        final double[] powers = new double[Math.multiplyExact(m_modes, m_pairs)];
        final double[] shares = new double[Math.multiplyExact(m_modes + 1, m_pairs)];
        for (int p = 0; p < m_pairs; p++) {
            final WaveSynchrony synchrony = new WaveSynchrony(field.modes(), field.wave(harmonic(p)));
            for (int i = 0; i < m_modes; i++) {
                powers[i * m_pairs + p] = field.power(i, harmonic(p));
                shares[i * m_pairs + p] = synchrony.share(i);
            }
            shares[m_modes * m_pairs + p] = synchrony.torque() / synchrony.bound();
        }
        m_powers.add(powers);
        m_shares.add(shares);
    }

    /**
     * The number of pairs of harmonics.
     *
     * @return (harmonics - 1)/2, or 0 if no spectra were kept
     */
    public int pairs() {
        return m_pairs;
    }

    /**
     * The harmonic of a pair.
     *
     * @param pair 0 to pairs() - 1
     * @return index of n in the box; its opposite follows
     */
    public int harmonic(final int pair) {
        return 2 * pair + 1;
    }

    /**
     * The box.
     *
     * @return its grid
     */
    public BoxGrid grid() {
        return m_grid;
    }

    /**
     * A power.
     *
     * @param time index of the output time
     * @param i mode index
     * @param pair index of the pair of harmonics
     * @return |P_{i,n}|^2
     */
    public double power(final int time, final int i, final int pair) {
        return m_powers.get(time)[i * m_pairs + pair];
    }

    /**
     * The torque of a wave on the mean of a mode beside the most that it could be (JK 22).
     *
     * @param time index of the output time
     * @param i mode index
     * @param pair index of the pair of harmonics
     * @return |H_{i,-n} x P_{i,n}|/(|H_{i,-n}||P_{i,n}|), 0 to 1; NaN without wave or field
     */
    public double torqueShare(final int time, final int i, final int pair) {
        return m_shares.get(time)[i * m_pairs + pair];
    }

    /**
     * The same of all modes.
     *
     * @param time index of the output time
     * @param pair index of the pair of harmonics
     * @return sum_i w_i |H_{i,-n} x P_{i,n}|/sum_i w_i |H_{i,-n}||P_{i,n}|, 0 to 1; NaN without wave or field
     */
    public double torqueShare(final int time, final int pair) {
        return torqueShare(time, m_modes, pair);
    }
}
