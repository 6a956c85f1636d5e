package org.flavorwaves.physics.linear.collective;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveVector;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Tells fast, slow and collisional waves apart by switching terms off: a wave needs a term if without it nothing grows
 * at the same wave vector, in the same state, at half its rate. First vacuum oscillations and depolarization are both
 * left out, then depolarization alone.
 */
public final class WaveOriginFinder {
    private static final double SHARE = 0.5;

    private final Background m_background;

    /**
     * A finder for the waves of one background.
     *
     * @param background the background
     */
    public WaveOriginFinder(final Background background) {
        m_background = background;
    }

    /**
     * Decides the origin of a wave.
     *
     * @param wave a growing wave of the background
     * @return which terms it needs
     */
    public WaveOrigin of(final UnstableWave wave) {
        final MomentumModes modes = m_background.state().modes();
        final boolean slow = Arrays.stream(modes.omegas()).anyMatch(omega -> omega != 0);
        final boolean damped = Arrays.stream(modes.depolarizations()).anyMatch(rate -> rate != 0);
        if (!slow && !damped || grows(wave.k(), wave.growth(), false)) {
            return WaveOrigin.FAST;
        }
        if (!damped || slow && grows(wave.k(), wave.growth(), true)) {
            return WaveOrigin.SLOW;
        }
        return WaveOrigin.COLLISIONAL;
    }

    private boolean grows(final WaveVector k, final double growth, final boolean keepVacuum) {
        final FlavorState state = m_background.state();
        final MomentumModes modes = state.modes();
        final Species[] species = new Species[modes.size()];
        Arrays.setAll(species, modes::species);
        final MomentumModes.Builder builder = MomentumModes.builder().species(species)
            .velocity(modes.vxs(), modes.vys(), modes.vzs()).weight(modes.weights());
        if (keepVacuum) {
            builder.omega(modes.omegas());
        }
        final FlavorState reduced = new FlavorState(builder.build(), state.traces(), state.pxs(), state.pys(),
            state.pzs());
        return new UnstableWaveSearch(SHARE * growth, false)
            .solve(Background.of(reduced, m_background.environment()), k).fastest().isPresent();
    }
}
