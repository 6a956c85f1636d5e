package org.flavorwaves.physics.qke;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * The powers |P_{i,n}|^2 (sum over the flavor axes) of a run for one n of each pair +-n, whose powers are equal.
 */
public final class BoxSpectra {
    private final BoxGrid m_grid;

    private final int m_modes;

    private final int m_pairs;

    /** For each output time the powers of mode i and pair p at i pairs + p. */
    private final List<double[]> m_powers = new ArrayList<>();

    BoxSpectra(final BoxGrid grid, final int modes, final boolean keep) {
        m_grid = grid;
        m_modes = modes;
        m_pairs = keep ? grid.harmonics() / 2 : 0;
    }

    void add(final BoxField field) {
        final double[] powers = new double[Math.multiplyExact(m_modes, m_pairs)];
        for (int i = 0; i < m_modes; i++) {
            for (int p = 0; p < m_pairs; p++) {
                powers[i * m_pairs + p] = field.power(i, 2 * p + 1);
            }
        }
        m_powers.add(powers);
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
}
