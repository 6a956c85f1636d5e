package org.flavorwaves.physics.linear.collective;

import java.util.List;

import org.flavorwaves.physics.linear.WaveBackground;
import org.flavorwaves.physics.state.AngularModel;

/**
 * Tells fast, slow and collisional waves apart by switching terms off: a wave needs a term if without it nothing grows
 * at the same wave vector, in the same state, at half its rate. First vacuum oscillations and collisions are both left
 * out, then collisions alone.
 */
public final class WaveOriginFinder {
    private static final double SHARE = 0.5;

    private final boolean m_slow;

    private final boolean m_damped;

    private final AngularModel m_model;

    private final WaveBackground m_fast;

    private final WaveBackground m_undamped;

    /**
     * A finder for the waves of one background.
     *
     * @param background the background
     */
    public WaveOriginFinder(final WaveBackground background) {
        this(background, AngularModel.BEAMS);
    }

    /**
     * A finder for waves that were found with a choice of what stands between the directions.
     *
     * @param background the background
     * @param model beams as given or a continuous spectrum
     */
    public WaveOriginFinder(final WaveBackground background, final AngularModel model) {
        m_model = model;
        m_slow = background.largestVacuum() != 0;
        m_damped = background.largestDamping() != 0;
        m_fast = m_slow || m_damped ? background.reduced(false) : background;
        m_undamped = m_slow && m_damped ? background.reduced(true) : m_fast;
    }

    /**
     * Decides the origin of a wave.
     *
     * @param wave a growing wave of the background
     * @return which terms it needs
     */
    public WaveOrigin of(final UnstableWave wave) {
        return of(new UnstableWaves(wave.k(), List.of(wave), wave.growth(), 0, 0)).get(0);
    }

    /**
     * Decides the origin of all waves at one wave vector, with one search for each term that is left out.
     *
     * @param waves growing waves of the background
     * @return which terms each of them needs
     */
    public List<WaveOrigin> of(final UnstableWaves waves) {
        if (waves.waves().isEmpty() || !m_slow && !m_damped) {
            return waves.waves().stream().map(wave -> WaveOrigin.FAST).toList();
        }
        final double fast = growth(m_fast, waves);
        final double undamped = m_slow && m_damped ? growth(m_undamped, waves) : fast;
        return waves.waves().stream().map(wave -> {
            if (fast >= SHARE * wave.growth()) {
                return WaveOrigin.FAST;
            }
            return !m_damped || undamped >= SHARE * wave.growth() ? WaveOrigin.SLOW : WaveOrigin.COLLISIONAL;
        }).toList();
    }

    /** The fastest growth without some terms; 0 if it is below half of the slowest wave's. */
    private double growth(final WaveBackground background, final UnstableWaves waves) {
        final double slowest = waves.waves().stream().mapToDouble(UnstableWave::growth).min().orElseThrow();
        return new UnstableWaveSearch(SHARE * slowest, false, m_model).solve(background, waves.k()).fastest()
            .map(UnstableWave::growth).orElse(0.0);
    }
}
