package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.SecularWindow;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Waves as fields are the amplitudes of all bands with an infinite window. */
class FullWavesTest {
    private static final InitialWaves START = InitialWaves.randomTilts(1e-2, 7);

    private static KineticsResult evolve(final Background background, final Waves waves, final BoxModes box,
        final double step, final double... times) {
        return new FlavorWaveKinetics(KineticsOptions.DEFAULT.withWaves(waves).withWindow(SecularWindow.INFINITE)
            .withAccuracy(1e-9, step).withBounds(1, 1L << 30)).evolve(background.state(), background.environment(), box,
            START, times, 0, Progress.NONE);
    }

    /** The largest differences of polarizations and amplitudes at the last moment. */
    private static void agree(final Background background, final BoxModes box, final double step,
        final double bound, final double... times) {
        final KineticsResult fields = evolve(background, Waves.FULL, box, step, times);
        final KineticsResult bands = evolve(background, Waves.SECULAR, box, step, times);
        final FlavorState state = bands.last().state();
        double fall = 0;
        for (int i = 0; i < state.size(); i++) {
            fall = Math.max(fall, 1 - state.length(i) / background.state().length(i));
        }
        assertThat(fall).as("depolarization that is compared").isGreaterThan(20 * bound);
        assertThat(fields.last().state().pxs()).containsExactly(state.pxs(), within(bound));
        assertThat(fields.last().state().pys()).containsExactly(state.pys(), within(bound));
        assertThat(fields.last().state().pzs()).containsExactly(state.pzs(), within(bound));
        for (int n = 1; n <= box.nMax(); n++) {
            assertThat(fields.last().power(n)).isCloseTo(bands.last().power(n), within(bound));
        }
        for (final KineticsSample sample : fields.samples()) {
            assertThat(sample.monitors().lengthDrift()).isLessThan(1e-7);
        }
        assertThat(fields.last().monitors().torqueShare()).isBetween(1e-3, 1.0)
            .isCloseTo(bands.last().monitors().torqueShare(), within(1e-4));
        assertThat(fields.last().monitors().waveTorque()).isCloseTo(bands.last().monitors().waveTorque(),
            within(1e-4));
        for (final int s : new int[]{0, times.length - 1}) {
            final KineticsSample field = fields.samples().get(s);
            final KineticsSample band = bands.samples().get(s);
            final double scale = s == 0 ? 1e-3 : 1e-1;
            final double fastest = IntStream.range(0, state.size()).mapToDouble(i -> Math.abs(band.viscosity(i)))
                .max().orElseThrow();
            for (int i = 0; i < state.size(); i++) {
                assertThat(field.viscosity(i)).isCloseTo(band.viscosity(i), within(scale * fastest));
            }
        }
    }

    private static Background damped() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .rings(1, -1, 0.2).weight(1, 1, 0.5).omega(0.1, 0.2, 0.1).depolarization(0.01, 0.02, 0).build();
        final FlavorState state =
            FlavorState.alongZ(modes, new double[]{1, 1, 1}, new double[]{1, 0.7, 0.3});
        return Background.of(state, new Environment(0, 3, 1));
    }

    @Test
    void agreeOnAnAlignedGasWithCollisions() {
        agree(damped(), KineticsChecks.box(4, 5), 1e-4, 1e-7, 0, 1, 2);
    }

    /** What products drive in phase with a band, which depends on the phase of both. */
    @Test
    void drivingOfFieldsIsThatOfAmplitudes() {
        final double driving = evolve(damped(), Waves.SECULAR, KineticsChecks.box(4, 5), 1e-4, 0, 1).last().monitors()
            .waveDriving();
        assertThat(driving).isGreaterThan(1e-6);
        assertThat(evolve(damped(), Waves.FULL, KineticsChecks.box(4, 5), 1e-4, 0, 1).last().monitors().waveDriving())
            .isCloseTo(driving, within(1e-3 * driving));
    }

    @Test
    void agreeOnAMixingEquilibrium() {
        agree(KineticsChecks.equilibrium(5, 2), KineticsChecks.box(12, 4), 4e-3, 2e-5, 0, 60, 120);
    }

    @Test
    void agreeOnARotatingEquilibriumAndASkewAxis() {
        agree(KineticsChecks.rotating(5, 4, 1, 1, 1, -1, 1), new BoxModes(12, new WaveVector(1, -2, 2).unit(), 3), 2e-3,
            3e-5, 0, 40, 80);
        agree(KineticsChecks.rotating(5, 4, 1, 1, 1, -1, 1), new BoxModes(12, new WaveVector(1, 0, 0), 3), 2e-3, 3e-5,
            0, 40, 80);
    }

    /** Without external terms the frame rotates about an axis that is in no plane of the coordinates. */
    @Test
    void agreeOnAGasThatRotatesByItself() {
        final FlavorState random = RandomStates.random(5, new Random(2));
        final FlavorState state = new FlavorState(random.modes().toBuilder().omega(new double[5]).build(),
            random.traces(), random.pxs(), random.pys(), random.pzs());
        final EquilibriumResult result =
            new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(state, Environment.FAST, Progress.NONE);
        assertThat(result.converged()).isTrue();
        assertThat(Math.abs(result.rotation().omega() * result.rotation().axisY())).isGreaterThan(0.01);
        agree(Background.of(result.state(), Environment.FAST), KineticsChecks.box(12, 3), 2e-3, 1e-5, 0, 5, 10);
    }

    /** Aligned along any axis, the whole gas turns about that of the matter, and its waves with it. */
    @Test
    void agreeOnAnAlignedGasThatTurnsInMatter() {
        final FlavorState random = RandomStates.random(5, new Random(2));
        final MomentumModes modes =
            random.modes().toBuilder().omega(new double[5]).depolarization(new double[5]).build();
        final double[][] p = new double[3][5];
        for (int i = 0; i < 5; i++) {
            p[0][i] = 0.6 * random.pz(i);
            p[2][i] = 0.8 * random.pz(i);
        }
        final FlavorState state = new FlavorState(modes, random.traces(), p[0], p[1], p[2]);
        final Environment environment = new Environment(0.6, 3, 1);
        final Background background = Background.coRotating(state, environment, 0, 0, 3);
        assertThat(background.structure()).isEqualTo(BackgroundStructure.ALIGNED);
        agree(background, KineticsChecks.box(8, 3), 1e-3, 1e-5, 0, 4, 8);
    }

    /** A mean that falls as exp(-D t) turns by twice the background step at a time: D t/(2 step) steps and turns. */
    @Test
    void meanIsTurnedInStepsOfTwiceTheBackgroundStep() {
        final Background background = KineticsChecks.equilibrium(5, 2);
        final double[] damping = {0.1, 0.1, 0.1, 0.1, 0.1};
        final FlavorState state = new FlavorState(
            background.state().modes().toBuilder().depolarization(damping).build(), background.state().traces(),
            background.state().pxs(), background.state().pys(), background.state().pzs());
        final KineticsResult result = new FlavorWaveKinetics(KineticsOptions.DEFAULT.withWaves(Waves.FULL)
            .withAccuracy(1e-9, 2e-3).withBounds(1, 1L << 30)).evolve(state, background.environment(),
                KineticsChecks.box(12, 2), InitialWaves.randomTilts(1e-6, 7), new double[]{0, 4}, 0, Progress.NONE);
        assertThat(result.last().state().length(2)).isCloseTo(state.length(2) * Math.exp(-0.4), within(1e-10));
        assertThat(result.steps()).isBetween(100L, 101L);
        assertThat(result.backgrounds()).isBetween(102, 104);
    }

    /** Small waves keep their digits while they grow. */
    @Test
    void smallWavesGrowByTheirFrequency() {
        final KineticsResult result = new FlavorWaveKinetics(KineticsOptions.DEFAULT.withWaves(Waves.FULL)).evolve(
            KineticsChecks.twoBeams(1, 0.5), Environment.FAST, KineticsChecks.box(2 * Math.PI / 1.5, 1),
            InitialWaves.single(1, -1, 1e-8), new double[]{0, 4}, 0, Progress.NONE);
        assertThat(Math.log(result.last().power(1) / result.samples().get(0).power(1)))
            .isCloseTo(8 * Math.sqrt(2), within(1e-6));
    }
}
