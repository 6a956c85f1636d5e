package org.flavorwaves.physics.linear.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.WaveOriginFinder;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The fastest wave with all terms: the complete search of {@link GrowthMaximizer} on a line or in a box about shifted
 * k = 0, as wide as the strength of the nu-nu term allows coupling, and once more about the fastest wave of the fast
 * limit.
 */
final class FullSearch {
    /** Half-width of the region about a fast wave, in units of the strength. */
    private static final double NEAR = 0.03;

    /** A wave that was fast is not lost when it grows at this part of its rate. */
    private static final double SHARE = 0.2;

    /** Phase velocities of a map for each grid point across the flux. */
    private static final int ACROSS = 4;

    private final SurveyOptions m_options;

    private final Background m_background;

    private final LeptonNumber m_lepton;

    private final double m_strength;

    private final WaveVector m_axis;

    FullSearch(final SurveyOptions options, final FlavorState state, final Environment environment) {
        m_options = options;
        m_background = Background.of(state, environment);
        m_lepton = LeptonNumber.of(state, environment);
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        m_strength = sum * Math.abs(environment.selfInteraction());
        m_axis = m_lepton.direction().orElse(new WaveVector(0, 0, 1));
    }

    /** Whether a state has terms besides the nu-nu one that decide about growth. */
    static boolean hasMoreTerms(final FlavorState state) {
        final MomentumModes modes = state.modes();
        return Arrays.stream(modes.omegas()).anyMatch(omega -> omega != 0)
            || Arrays.stream(modes.depolarizations()).anyMatch(rate -> rate != 0);
    }

    /**
     * Searches.
     *
     * @param fast what the fast limit says
     * @return the fastest wave with all terms
     */
    CellStability search(final CellStability fast) {
        if (m_strength == 0) {
            return CellStability.stable(fast.crossingDepth());
        }
        final double floor = m_options.floor() * m_strength;
        final List<UnstableWave> waves = new ArrayList<>();
        new GrowthMaximizer(wide(), floor).search(m_background, Progress.NONE).wave().ifPresent(waves::add);
        if (fast.growth() > 0) {
            final Region near = new Region(new WaveVector(fast.kx(), fast.ky(), fast.kz()),
                List.of(m_axis.times(NEAR * m_strength)), List.of(3));
            new GrowthMaximizer(near, Math.max(floor, SHARE * fast.growth())).search(m_background, Progress.NONE)
                .wave().ifPresent(waves::add);
        }
        Optional<UnstableWave> best = Optional.empty();
        for (final UnstableWave wave : waves) {
            best = best.isEmpty() || wave.growth() > best.get().growth() ? Optional.of(wave) : best;
        }
        final double found = best.map(UnstableWave::growth).orElse(0.0);
        if (fast.polarization() == WavePolarization.TRANSVERSE && fast.growth() > found) {
            return fast;
        }
        return best.map(wave -> row(wave, fast.crossingDepth()))
            .orElseGet(() -> CellStability.stable(fast.crossingDepth()));
    }

    private Region wide() {
        final double half = m_strength
            + Math.abs(m_background.environment().selfInteraction()) * m_lepton.absolute()
            + Arrays.stream(m_background.state().modes().omegas()).map(Math::abs).max().orElse(0);
        final WaveVector center = m_lepton.physical(WaveVector.ZERO);
        final int along = 2 * m_options.resolution() + 1;
        if (m_options.directions() == SurveyOptions.Directions.FLUX) {
            return new Region(center, List.of(m_axis.times(half)), List.of(along));
        }
        final Direction[] frame = LeptonMedium.frame(new Direction(m_axis.kx(), m_axis.ky(), m_axis.kz()));
        final int across = 1 + 2 * Math.max(2, m_options.resolution() / ACROSS / 2);
        return new Region(center, List.of(m_axis.times(half),
            new WaveVector(frame[0].x(), frame[0].y(), frame[0].z()).times(half),
            new WaveVector(frame[1].x(), frame[1].y(), frame[1].z()).times(half)),
            List.of(m_options.resolution() + 1, across, across));
    }

    private CellStability row(final UnstableWave wave, final double depth) {
        final WaveVector k = wave.k();
        final double mirror = k.dot(m_axis.kx(), m_axis.ky(), m_axis.kz()) > 0 ? -1 : 1;
        return new CellStability(CellStability.OK, false,
            CellStability.Kind.of(new WaveOriginFinder(m_background).of(wave)), wave.growth(),
            mirror * wave.omegaRe(), mirror * k.kx(), mirror * k.ky(), mirror * k.kz(),
            WavePolarization.MIXED, depth);
    }
}
