package org.flavorwaves.physics.linear.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.linear.CoherentBackground;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;

/** The survey of cells of three flavors that are coherent. */
class CoherentSurveyTest {
    private static final SurveyOptions OPTIONS =
        new SurveyOptions(SurveyOptions.Terms.AUTO, SurveyOptions.Directions.FLUX, false, 24, 1e-2);

    private static final StabilitySurvey SURVEY = new StabilitySurvey(OPTIONS);

    private static final double[][] DIAGONAL = {{0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, {0.3, 0.25, 0.05, 0, 0, 0, 0, 0, 0},
        {0.2, 0.3, 0.1, 0, 0, 0, 0, 0, 0}};

    private static ThreeFlavorState diagonal(final double omega, final double damping) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NUBAR)
            .rings(1, -1, 0.3).weight(1, 0.8, 0.4).depolarization(damping, damping / 2, damping / 3).build();
        final double[] omegas = {omega, omega, omega};
        return new ThreeFlavorState(modes, new double[3], omegas, DIAGONAL);
    }

    /** All density matrices turned by one element of SU(3). */
    private static ThreeFlavorState turned(final ThreeFlavorState state) {
        final double[] turned = state.vectors();
        for (int i = 0; i < state.size(); i++) {
            FlavorAlgebra.turn(new double[]{0.3, -0.7, 1.1, 0.4, 0.9, -0.5, 0.2, 0.8}, turned,
                FlavorAlgebra.SIZE * i);
        }
        return state.withVectors(turned);
    }

    private static CellStability assess(final ThreeFlavorState state, final ThreeFlavorEnvironment environment) {
        return SURVEY.assess(new ThreeFlavorBackground(state, environment), Progress.NONE);
    }

    /** The neutrino-neutrino term does not know of flavors: the fastest of the three pairs, found without a search. */
    @Test
    void aTurnedStateHasTheGrowthOfItsFastestPair() {
        final ThreeFlavorState state = diagonal(0, 0);
        double fastest = 0;
        for (final FlavorPair pair : FlavorPair.values()) {
            fastest = Math.max(fastest, SURVEY.assess(state.pair(pair), Environment.FAST).growth());
        }
        assertThat(fastest).isGreaterThan(0.3);
        assertThat(turned(state).isDiagonal()).isFalse();
        final CellStability cell = assess(turned(state), ThreeFlavorEnvironment.FAST);
        assertThat(cell.status()).isEqualTo(CellStability.OK);
        assertThat(cell.growth()).isCloseTo(fastest, within(1e-9));
        assertThat(cell.kind()).isEqualTo(CellStability.Kind.FAST);
    }

    /** With mixing, matter and damping: a wave of the complete search at the wave vector that is reported. */
    @Test
    void theFastestWaveIsOneOfTheCompleteSearch() {
        final ThreeFlavorState state = turned(diagonal(0.4, 0.02));
        final ThreeFlavorEnvironment mixing = new ThreeFlavorEnvironment(0.5878, 0.7557, 0.1494, 3.7, 0.7, 1);
        final CellStability cell = assess(state, mixing);
        final UnstableWave wave = new UnstableWaveSearch(1e-3, false).solve(
            CoherentBackground.of(new ThreeFlavorBackground(state, mixing)),
            new WaveVector(cell.kx(), cell.ky(), cell.kz())).fastest().orElseThrow();
        assertThat(cell.growth()).isCloseTo(wave.growth(), within(1e-9));
        assertThat(wave.growthSlope().kz()).isCloseTo(0, within(1e-5));
    }

    /** One flavor basis for all modes and no crossing in it: nothing grows. */
    @Test
    void aTurnedStateWithoutACrossingIsStable() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1)
            .weight(1, 0.8).build();
        final ThreeFlavorState state = turned(new ThreeFlavorState(modes, new double[2], new double[2],
            new double[][]{{0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}, {0.5, 0.3, 0.05, 0, 0, 0, 0, 0, 0}}));
        assertThat(assess(state, ThreeFlavorEnvironment.FAST).stable()).isTrue();
    }

    @Test
    void theFastLimitOfCoherentFlavorsIsRefused() {
        final CellStability cell = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
            SurveyOptions.Directions.FLUX, true, 24, 1e-3)).assess(new ThreeFlavorBackground(turned(diagonal(0, 0)),
            ThreeFlavorEnvironment.FAST), Progress.NONE);
        assertThat(cell.ok()).isFalse();
        assertThat(cell.status()).contains("coherent");
    }
}
