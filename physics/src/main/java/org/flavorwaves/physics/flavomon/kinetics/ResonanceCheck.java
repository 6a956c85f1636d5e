package org.flavorwaves.physics.flavomon.kinetics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;

/**
 * Whether resonance describes how waves of a medium grow, told before any step: how much of the growth of the beams'
 * own waves the modes of real frequency have. Where two modes have merged there is none.
 */
final class ResonanceCheck {
    /** Share of the growth below which resonance is no description. */
    static final double LEAST = 1.0 / 3;

    /** Share of the growth from which resonance is the description to choose. */
    static final double GOOD = 0.5;

    /** About how many wave numbers are searched for all growing waves; others continue them. */
    private static final int SEARCHES = 12;

    private final WaveNumberGrid m_grid;

    private final MediumSeries m_medium;

    private final List<FlavomonWave> m_modes;

    private final boolean m_transverse;

    /**
     * Prepares the check.
     *
     * @param grid the wave numbers
     * @param waves the modes at time 0
     * @param transverse whether transverse waves take part
     */
    ResonanceCheck(final WaveNumberGrid grid, final ResonantWaves waves, final boolean transverse) {
        m_grid = grid;
        m_medium = waves.medium();
        m_modes = waves.describe();
        m_transverse = transverse;
    }

    /**
     * Why resonance does not describe the medium.
     *
     * @param least share of the growth that resonance must have, both summed over the wave numbers and of the fastest
     *            wave
     * @return a sentence; empty if it does
     */
    Optional<String> obstacle(final double least) {
        final double[] exact = growth(Sector.LONGITUDINAL);
        if (m_transverse) {
            final double[] transverse = growth(Sector.TRANSVERSE);
            Arrays.setAll(exact, at -> Math.max(exact[at], transverse[at]));
        }
        double all = 0;
        double resonant = 0;
        int fastest = 0;
        for (int at = 0; at < exact.length; at++) {
            all += m_grid.width(at) * exact[at];
            resonant += m_grid.width(at) * Math.min(exact[at], resonance(at));
            fastest = exact[at] > exact[fastest] ? at : fastest;
        }
        if (resonant >= least * all && resonance(fastest) >= least * exact[fastest]) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, "Resonance does not describe these waves, which grow too strongly"
            + " or in too narrow a crossing: modes of real frequency have %.0f %% of the growth, and %.0f %% of that of"
            + " the fastest wave, at k = %.4g; use the quasi-linear closure.", 100 * resonant / all,
            100 * resonance(fastest) / exact[fastest], m_grid.waveNumber(fastest)));
    }

    private double resonance(final int at) {
        double growth = 0;
        for (final FlavomonWave mode : m_modes) {
            if (mode.waveNumber() == m_grid.waveNumber(at)) {
                growth = Math.max(growth, mode.growth());
            }
        }
        return growth;
    }

    /** The fastest growth of the beams at each wave number. */
    private double[] growth(final Sector sector) {
        final AngularCells cells = m_medium.cells();
        final int n = m_grid.size();
        final FollowedRoots roots = new FollowedRoots(sector, cells.velocities(), n);
        final double[] g = new double[cells.size()];
        Arrays.setAll(g, m_medium::number);
        roots.setNumbers(g);
        final int stride = Math.max(1, n / SEARCHES);
        for (int at = stride / 2; at < n; at += stride) {
            roots.search(at, shifted(at));
        }
        for (int at = 1; at < n; at++) {
            roots.spread(at, shifted(at), at - 1);
        }
        for (int at = n - 2; at >= 0; at--) {
            roots.spread(at, shifted(at), at + 1);
        }
        final double[] growth = new double[n];
        for (int j = 0; j < roots.size(); j++) {
            final int at = j / FollowedRoots.SLOTS;
            if (roots.move(j, shifted(at))) {
                growth[at] = Math.max(growth[at], roots.growth(j));
            }
        }
        return growth;
    }

    private double shifted(final int at) {
        return m_grid.waveNumber(at) + m_medium.flux();
    }
}
