package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.kinetics.waves.SecularWindow;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.qke.BoxSample;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Waves and their mean that are absorbed and emitted (FW source). */
class AbsorbedWavesTest {
    private static final KineticsOptions EXACT = KineticsOptions.DEFAULT.withWindow(SecularWindow.INFINITE)
        .withAccuracy(1e-9, 0.01).withBounds(1, 1L << 30);

    private static FlavorState absorbed(final FlavorState state, final double[] kappa, final double factor) {
        final int n = state.size();
        final double[][] source = {state.traces(), state.pxs(), state.pys(), state.pzs()};
        for (final double[] component : source) {
            for (int i = 0; i < n; i++) {
                component[i] *= factor;
            }
        }
        return new FlavorState(state.modes().toBuilder()
            .absorption(new Absorption(kappa, source[0], source[1], source[2], source[3])).build(), state.traces(),
            state.pxs(), state.pys(), state.pzs());
    }

    private static KineticsResult run(final KineticsOptions options, final FlavorState state, final double k,
        final int nMax, final InitialWaves waves, final double... times) {
        return new FlavorWaveKinetics(options).evolve(state, Environment.FAST,
            KineticsChecks.box(2 * Math.PI / k, nMax), waves, times, 0, Progress.NONE);
    }

    /** kappa alone: |P| = P_s + (P - P_s) exp(-kappa t), and so P0, in a mode that starts empty as well. */
    @Test
    void meanRelaxesToItsSource() {
        final double[] kappa = {0.3, 0.05, 2};
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .rings(1, -1, 0.3).weight(1, 1, 0.5).absorption(new Absorption(kappa, new double[]{1.2, 0.4, 1},
                new double[3], new double[3], new double[]{0.2, 0.3, 0.7})).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 0.9, 0}, new double[]{0.9, 0.1, 0});
        for (final Waves waves : new Waves[]{Waves.FULL, Waves.SECULAR}) {
            final KineticsResult result = run(EXACT.withWaves(waves), state, 1.5, 1,
                InitialWaves.single(1, 0, 0), 0, 2, 7);
            for (final KineticsSample sample : result.samples()) {
                for (int i = 0; i < 3; i++) {
                    final double decay = Math.exp(-kappa[i] * sample.time());
                    final double source = modes.absorption().pz(i);
                    assertThat(sample.state().pz(i)).isCloseTo(source + (state.pz(i) - source) * decay,
                        within(waves == Waves.FULL ? 2e-9 : 1e-8));
                    assertThat(sample.state().trace(i)).isCloseTo(modes.absorption().trace(i)
                        + (state.trace(i) - modes.absorption().trace(i)) * decay, within(1e-14));
                }
            }
        }
    }

    /** Over a mean that its source keeps as it is, a small wave grows as sqrt 2 - kappa (reference case 6). */
    @Test
    void wavesAreDampedByKappa() {
        final FlavorState state = absorbed(KineticsChecks.twoBeams(1, 0.5), new double[]{0.3, 0.3}, 1);
        for (final Waves waves : new Waves[]{Waves.FULL, Waves.SECULAR}) {
            final KineticsResult result =
                run(EXACT.withWaves(waves), state, 1.5, 1, InitialWaves.single(1, -1, 1e-8), 0, 4);
            assertThat(Math.log(result.last().power(1) / result.samples().get(0).power(1)))
                .isCloseTo(8 * (Math.sqrt(2) - 0.3), within(1e-6));
        }
    }

    /** One helical wave and the z components are closed under the box equation, which absorbs and emits as well. */
    @Test
    void drivenHelicalWaveSwingsAsTheBoxDoes() {
        final FlavorState state = absorbed(KineticsChecks.twoBeams(1, 0.5), new double[]{0.02, 0.05}, 0.7);
        final WaveBasis basis = WaveBasis.of(Background.of(state, Environment.FAST),
            KineticsChecks.box(2 * Math.PI / 2.2, 1), Progress.NONE);
        final InitialWaves start = InitialWaves.single(1, -1, 0.01);
        final List<BoxSample> box = KineticsChecks.resolved(basis, start, 4, 15, 5);
        final double[] times = {0, 3, 6, 9, 12, 15};
        final KineticsResult full = run(EXACT.withWaves(Waves.FULL), state, 2.2, 1, start, times);
        final KineticsResult secular =
            run(EXACT.withWaves(Waves.SECULAR).withAccuracy(1e-9, 0.002), state, 2.2, 1, start, times);
        double fall = 1;
        for (int t = 0; t < times.length; t++) {
            for (int i = 0; i < 2; i++) {
                final double pz = box.get(t).mean().pz(i);
                fall = Math.min(fall, pz / state.pz(i));
                assertThat(full.samples().get(t).state().pz(i)).isCloseTo(pz, within(1e-6));
                assertThat(secular.samples().get(t).state().pz(i)).isCloseTo(pz, within(2e-3));
                assertThat(full.samples().get(t).state().trace(i)).isCloseTo(box.get(t).mean().trace(i),
                    within(1e-12));
            }
        }
        assertThat(fall).isLessThan(0.6);
    }

    /** The waves of a non-aligned equilibrium and their mean, by fields and by amplitudes. */
    @Test
    void fieldsAndAmplitudesAgreeOnADrivenEquilibrium() {
        final Background background = KineticsChecks.equilibrium(5, 2);
        final FlavorState state =
            absorbed(background.state(), new double[]{0.004, 0.01, 0.002, 0.02, 0.005}, 0.6);
        final KineticsResult[] results = new KineticsResult[2];
        for (final Waves waves : new Waves[]{Waves.FULL, Waves.SECULAR}) {
            results[waves == Waves.FULL ? 0 : 1] =
                new FlavorWaveKinetics(EXACT.withWaves(waves).withAccuracy(1e-9, 4e-3)).evolve(state,
                    background.environment(), KineticsChecks.box(12, 4), InitialWaves.randomTilts(1e-2, 7),
                    new double[]{0, 30, 60}, 0, Progress.NONE);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(results[0].last().state().length(i)).isCloseTo(results[1].last().state().length(i),
                within(2e-5));
            assertThat(1 - results[0].last().state().length(i) / state.length(i)).isGreaterThan(0.03);
        }
        for (int n = 1; n <= 4; n++) {
            assertThat(results[0].last().power(n)).isCloseTo(results[1].last().power(n), within(2e-5));
        }
        assertThat(results[0].last().monitors().viscosityResidual()).isLessThan(1e-12);
        assertThat(results[0].last().monitors().lengthDrift()).isNaN();
        assertThat(results[0].last().monitors().leptonDrift()).isNaN();
    }

    /** With one kappa the lepton number relaxes to that of the sources whatever strong waves do. */
    @Test
    void leptonNumberRelaxesWithOneRate() {
        final FlavorState state = absorbed(KineticsChecks.twoBeams(1, 0.5), new double[]{0.1, 0.1}, 0.4);
        for (final Waves waves : new Waves[]{Waves.FULL, Waves.SECULAR}) {
            final KineticsResult result = run(EXACT.withWaves(waves).withWindow(SecularWindow.AUTO), state, 1.1, 3,
                InitialWaves.randomTilts(0.01, 2), 0, 2, 4);
            final FlavorState last = result.last().state();
            assertThat(last.pz(0)).isLessThan(0.75);
            final double start = result.samples().get(0).state().pz(0) - result.samples().get(0).state().pz(1);
            assertThat(last.pz(0) - last.pz(1)).isCloseTo(
                0.4 * 0.5 + (start - 0.4 * 0.5) * Math.exp(-0.4), within(1e-8));
            assertThat(result.last().monitors().leptonDrift()).isLessThan(waves == Waves.FULL ? 1e-12 : 1e-8);
        }
    }
}
