package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.kinetics.waves.SecularWindow;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.qke.BoxSample;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Evolutions against exact growth, conservation laws and their own accuracy; refusals and stops. */
class FlavorWaveKineticsTest {
    private static final KineticsOptions EXACT =
        KineticsOptions.DEFAULT.withWindow(SecularWindow.INFINITE).withAccuracy(1e-9, 0.01);

    private static KineticsResult run(final KineticsOptions options, final FlavorState state, final double k,
        final InitialWaves waves, final double... times) {
        return new FlavorWaveKinetics(options).evolve(state, Environment.FAST,
            KineticsChecks.box(2 * Math.PI / k, 1), waves, times, 10, Progress.NONE);
    }

    /** Reference case 6: K = 1.5, growth sqrt 2; the amplitude of a small wave grows by exp(sqrt 2 t). */
    @Test
    void smallWavesGrowByTheirFrequency() {
        final KineticsResult result = run(EXACT, KineticsChecks.twoBeams(1, 0.5), 1.5,
            InitialWaves.single(1, -1, 1e-8), 0, 1, 4);
        final double[] actions = result.samples().stream().mapToDouble(s -> s.action(1, 3)).toArray();
        assertThat(result.last().omegaIm(1, 3)).isCloseTo(Math.sqrt(2), within(1e-13));
        assertThat(Math.log(actions[1] / actions[0])).isCloseTo(2 * Math.sqrt(2), within(1e-9));
        assertThat(Math.log(actions[2] / actions[0])).isCloseTo(8 * Math.sqrt(2), within(1e-9));
        assertThat(result.last().phase(1, 3)).isCloseTo(-0.5 * 4, within(1e-9));
        assertThat(result.backgrounds()).isEqualTo(1);
    }

    /**
     * One helical wave and the z components are closed under the box equation; it swings like a pendulum. The error is
     * of the second order in the background step.
     */
    @Test
    void helicalWaveSwingsAsTheBoxDoes() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        final double[] times = {0, 2.5, 5, 7.5, 10, 12.5};
        final WaveBasis basis = WaveBasis.of(Background.of(state, Environment.FAST),
            KineticsChecks.box(2 * Math.PI / 2.8, 1), Progress.NONE);
        final List<BoxSample> box = KineticsChecks.resolved(basis, InitialWaves.single(1, -1, 0.01), 4, 12.5, 5);
        final double[] error = new double[2];
        for (int r = 0; r < 2; r++) {
            final KineticsResult result = run(EXACT.withAccuracy(1e-9, r == 0 ? 0.008 : 0.001), state, 2.8,
                InitialWaves.single(1, -1, 0.01), times);
            for (int t = 0; t < times.length; t++) {
                final KineticsSample sample = result.samples().get(t);
                error[r] = Math.max(error[r], Math.abs(sample.state().pz(1) - box.get(t).mean().pz(1)));
                assertThat(sample.monitors().leptonDrift()).isLessThan(1e-14);
            }
        }
        assertThat(box.get(2).mean().pz(1)).isLessThan(0.486);
        assertThat(error[0]).isLessThan(3e-5);
        assertThat(error[1]).isLessThan(error[0] / 32).isLessThan(5e-7);
    }

    /**
     * With bands followed in small enough steps and pairs of one frequency alone, the gas ends where growth does. There
     * (K - 1.5 + 2 x)^2 = 4 (1 - x)(0.5 - x) with x the loss of each beam, x = 0.31/11.2 at K = 2.8.
     */
    @Test
    void followedWavesEndAtMarginalStability() {
        final KineticsResult result = run(EXACT.withAccuracy(1e-9, 0.0002).withTransfer(Transfer.FOLLOW)
            .withBounds(1, 1L << 30).withWindow(SecularWindow.of(0)), KineticsChecks.twoBeams(1, 0.5), 2.8,
            InitialWaves.single(1, -1, 0.01), 0, 40);
        final double marginal = 0.31 / 11.2;
        assertThat(result.stopped()).isEmpty();
        assertThat(1 - result.last().state().pz(0)).isCloseTo(marginal, within(2e-4));
        assertThat(result.last().monitors().largestGrowth()).isLessThan(0.1);
        assertThat(result.worstOverlap()).isLessThan(0.9);
    }

    @Test
    void identitiesHoldOnANonAlignedEquilibrium() {
        final Background background = KineticsChecks.equilibrium(4, 2);
        final KineticsResult result = new FlavorWaveKinetics(EXACT.withAccuracy(1e-10, 0.01)).evolve(
            background.state(), background.environment(), KineticsChecks.box(12, 3),
            InitialWaves.randomTilts(1e-3, 3), new double[]{0, 10, 20}, 0, Progress.NONE);
        for (final KineticsSample sample : result.samples()) {
            assertThat(sample.monitors().lengthDrift()).isLessThan(1e-7);
            assertThat(sample.monitors().viscosityResidual()).isLessThan(1e-13);
        }
    }

    /** Any window keeps |P|^2 of the background and the pairs of its waves. */
    @Test
    void everyWindowKeepsTheSecondIdentity() {
        final Background background = KineticsChecks.equilibrium(4, 2);
        for (final double delta : new double[]{0.1, 0.5, 2}) {
            final KineticsResult result = new FlavorWaveKinetics(KineticsOptions.DEFAULT.withAccuracy(1e-10, 0.01)
                .withWindow(SecularWindow.of(delta))).evolve(background.state(), background.environment(),
                KineticsChecks.box(12, 3), InitialWaves.randomTilts(1e-3, 3), new double[]{0, 10, 20}, 0,
                Progress.NONE);
            assertThat(result.last().monitors().lengthDrift()).isLessThan(1e-8);
        }
    }

    /** A very wide window is an infinite one, also for a mode of which |P|^2 says nothing to rounding. */
    @Test
    void shortPolarizationsShrinkByTheirShare() {
        final Background background = KineticsChecks.equilibrium(4, 2);
        final double share = 1e-4;
        final double[][] p = {background.state().pxs(), background.state().pys(), background.state().pzs()};
        for (final double[] component : p) {
            component[0] *= share / background.state().length(0);
        }
        final FlavorState state = background.state().withPolarization(p[0], p[1], p[2]);
        final double[][] lengths = new double[2][];
        for (int r = 0; r < 2; r++) {
            lengths[r] = new FlavorWaveKinetics(KineticsOptions.DEFAULT.withAccuracy(1e-9, 0.01)
                .withWindow(r == 0 ? SecularWindow.INFINITE : SecularWindow.of(1e6))).evolve(state,
                background.environment(), KineticsChecks.box(12, 3), InitialWaves.randomTilts(0.1, 3),
                new double[]{0, 40}, 0, Progress.NONE).last().state().lengths();
        }
        assertThat(lengths[0][0]).isBetween(0.1 * state.length(0), 0.9 * state.length(0));
        assertThat(lengths[1][0]).isCloseTo(lengths[0][0], within(1e-4 * state.length(0)));
        assertThat(lengths[1]).containsExactly(lengths[0], within(1e-6));
    }

    /** Any window keeps the lepton number of an aligned gas while its beams lose their polarization. */
    @Test
    void everyWindowKeepsTheFirstIdentity() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        for (final double delta : new double[]{0.5, 2}) {
            final KineticsResult result = new FlavorWaveKinetics(KineticsOptions.DEFAULT
                .withWindow(SecularWindow.of(delta)).withBounds(10, 1L << 30)).evolve(state, Environment.FAST,
                KineticsChecks.box(8, 4), InitialWaves.randomTilts(0.05, 3), new double[]{0, 2}, 0, Progress.NONE);
            assertThat(result.last().state().pz(0)).isLessThan(0.97);
            assertThat(result.last().monitors().leptonDrift()).isLessThan(1e-13);
        }
    }

    /** Without waves collisions alone shrink the background, exp(-D t). */
    @Test
    void collisionsShrinkTheBackground() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).depolarization(0.1, 0.3).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.9, -0.5});
        final KineticsResult result = run(EXACT, state, 1, InitialWaves.uniform(0, 1), 3);
        assertThat(result.last().state().pz(0)).isCloseTo(0.9 * Math.exp(-0.3), within(1e-9));
        assertThat(result.last().state().pz(1)).isCloseTo(-0.5 * Math.exp(-0.9), within(1e-9));
        assertThat(result.last().monitors().lengthDrift()).isLessThan(1e-8);
    }

    @Test
    void switchesTurnThePartsOff() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        final InitialWaves waves = InitialWaves.single(1, -1, 0.05);
        final KineticsResult neither = run(EXACT.withBackground(false, true), state, 2.8, waves, 0, 3);
        assertThat(neither.last().state().pz(0)).isEqualTo(neither.samples().get(0).state().pz(0));
        final KineticsResult frozen =
            run(EXACT.withBackground(true, false).withBounds(10, 1L << 30), state, 2.8, waves, 0, 3);
        assertThat(frozen.backgrounds()).isEqualTo(1);
        final double growth = frozen.last().omegaIm(1, 3);
        final double gained = frozen.last().action(1, 3) - frozen.samples().get(0).action(1, 3);
        assertThat(gained).isCloseTo(0.0025 * Math.expm1(6 * growth), within(1e-9));
        final double share = new FlavorViscosity(frozen.basis().orElseThrow(), 0)
            .rates(frozen.samples().get(0).amplitudes())[0] / (2 * growth * 0.0025);
        assertThat(frozen.samples().get(0).state().pz(0) - frozen.last().state().pz(0))
            .isCloseTo(share * gained, within(1e-9));
    }

    /** Outputs end no steps: a run of many is that of one, and what is within steps is as good as their ends. */
    @Test
    void outputsDoNotChangeTheRun() {
        final Background background = KineticsChecks.equilibrium(4, 2);
        final double[] times = new double[41];
        Arrays.setAll(times, t -> 0.5 * t);
        final KineticsResult many = evolve(background, 1e-5, times);
        final KineticsResult one = evolve(background, 1e-5, 20);
        assertThat(many.steps()).isEqualTo(one.steps()).isLessThan(40);
        assertThat(many.last().amplitudes()).isEqualTo(one.last().amplitudes());
        assertThat(many.last().state().lengths()).isEqualTo(one.last().state().lengths());
        final KineticsResult exact = evolve(background, 1e-10, times);
        for (int t = 0; t < times.length; t++) {
            final KineticsSample sample = many.samples().get(t);
            final double[] wanted = exact.samples().get(t).amplitudes();
            assertThat(sample.time()).isEqualTo(times[t]);
            assertThat(sample.state().lengths())
                .containsExactly(exact.samples().get(t).state().lengths(), within(1e-5));
            final double largest = Arrays.stream(wanted).map(Math::abs).max().orElseThrow();
            assertThat(sample.amplitudes()).containsExactly(wanted, within(1e-3 * largest));
        }
    }

    /** A background that is held, so that bands are those of the start. */
    private static KineticsResult evolve(final Background background, final double tolerance, final double... times) {
        return new FlavorWaveKinetics(KineticsOptions.DEFAULT.withAccuracy(tolerance, 0.01)
            .withBackground(true, false).withBounds(10, 1L << 30)).evolve(background.state(),
            background.environment(), KineticsChecks.box(12, 3), InitialWaves.randomTilts(0.03, 3), times, 0,
            Progress.NONE);
    }

    @Test
    void repeatedRunsAreIdentical() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        final KineticsResult a = run(KineticsOptions.DEFAULT, state, 2, InitialWaves.randomTilts(0.01, 5), 0, 3);
        final KineticsResult b = run(KineticsOptions.DEFAULT, state, 2, InitialWaves.randomTilts(0.01, 5), 0, 3);
        assertThat(a.last().amplitudes()).isEqualTo(b.last().amplitudes());
        assertThat(a.triads()).isEqualTo(b.triads());
    }

    @Test
    void vanishingPolarizationStopsUnlessReversalIsAllowed() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        final InitialWaves waves = InitialWaves.single(1, -1, 0.01);
        final KineticsResult stopped = run(EXACT.withReversal(false), state, 1.5, waves, 0, 3, 4);
        assertThat(stopped.stopped()).hasValueSatisfying(text -> assertThat(text).contains("mode 1")
            .contains("reached 0").contains("reversal"));
        assertThat(stopped.samples()).hasSize(2);
        final KineticsResult reversed = run(EXACT, state, 1.5, waves, 0, 3, 3.6);
        assertThat(reversed.stopped()).isEmpty();
        assertThat(reversed.last().state().pz(1)).isNegative();
        assertThat(reversed.reversed()).isEqualTo(1);
        assertThat(reversed.shortest()).matches(s -> s.mode() == 1 && s.share() == 0);
        assertThat(reversed.shortest().time()).isBetween(3.0, 3.6);
    }

    @Test
    void violatedIdentityStops() {
        final KineticsResult result = run(EXACT.withTransfer(Transfer.FOLLOW).withBounds(1e-6, 1L << 30),
            KineticsChecks.twoBeams(1, 0.5), 2.8, InitialWaves.single(1, -1, 0.01), 0, 5, 10);
        assertThat(result.stopped()).hasValueSatisfying(text -> assertThat(text).contains("second identity")
            .contains("above the bound"));
        assertThat(result.samples()).hasSize(2);
    }

    @Test
    void memoryIsRefusedWithTheBytes() {
        assertThatThrownBy(() -> run(EXACT.withBounds(0.1, 1000), KineticsChecks.twoBeams(1, 0.5), 2,
            InitialWaves.uniform(0.01, 1), 1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("bytes").hasMessageContaining("2 modes and 1 waves");
    }

    @Test
    void badInputIsRefused() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        final InitialWaves waves = InitialWaves.uniform(0.01, 1);
        assertThatThrownBy(() -> run(EXACT, state, 2, waves)).hasMessageContaining("Times");
        assertThatThrownBy(() -> run(EXACT, state, 2, waves, 1, 1)).hasMessageContaining("rise");
        assertThatThrownBy(() -> run(EXACT, state, 2, InitialWaves.single(2, 0, 1), 1))
            .hasMessageContaining("n = 2");
        assertThatThrownBy(() -> run(EXACT, state, 2, InitialWaves.single(1, 3, 2), 1))
            .hasMessageContaining("lower the initial amplitude");
        assertThatThrownBy(() -> InitialWaves.uniform(-1, 1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> SecularWindow.of(-1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> KineticsChecks.box(0, 1)).hasMessageContaining("length");
        assertThatThrownBy(() -> KineticsChecks.box(1, 0)).hasMessageContaining("nMax is 0");
    }

    @Test
    void cancellationEndsTheRun() {
        final Progress cancelled = (fraction, message) -> {
            if (fraction > 0.02) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> new FlavorWaveKinetics(EXACT).evolve(KineticsChecks.twoBeams(1, 0.5),
            Environment.FAST, KineticsChecks.box(3, 2), InitialWaves.uniform(1e-3, 1), new double[]{0, 50}, 0,
            cancelled)).isInstanceOf(CancellationException.class);
    }

    /** The window decides on the number of triads, and the result says so. */
    @Test
    void resultsTellTheWindow() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        final KineticsResult some = run(KineticsOptions.DEFAULT, state, 2, InitialWaves.uniform(1e-3, 1), 1);
        assertThat(some.delta()).isEqualTo(SecularWindow.AUTO.delta(some.basis().orElseThrow()));
        final double[] none = run(EXACT, state, 2, InitialWaves.uniform(1e-3, 1), 1).last().amplitudes();
        assertThat(Arrays.stream(none).allMatch(Double::isFinite)).isTrue();
    }
}
