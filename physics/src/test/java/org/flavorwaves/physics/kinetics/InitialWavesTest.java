package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;

import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;

class InitialWavesTest {
    private static final Background BEAMS = Background.of(KineticsChecks.twoBeams(1, 0.5), Environment.FAST);

    private static final BoxModes BOX = KineticsChecks.box(2 * Math.PI / 0.75, 3);

    private static final WaveBasis BASIS = WaveBasis.of(BEAMS, BOX, Progress.NONE);

    private static double[] amplitudes(final InitialWaves waves) {
        return BASIS.expand(waves.on(BEAMS, BOX, n -> BASIS));
    }

    /** One band of one wave, the fastest of it if none is named. */
    @Test
    void singleWaves() {
        for (int n = 1; n <= 3; n++) {
            int fastest = 0;
            for (int b = 0; b < BASIS.bands(); b++) {
                fastest = BASIS.omegaIm(BASIS.index(n, b)) > BASIS.omegaIm(BASIS.index(n, fastest)) ? b : fastest;
            }
            for (int band = -1; band < BASIS.bands(); band++) {
                final double[] phi = amplitudes(InitialWaves.single(n, band, 0.3));
                for (int c = 0; c < phi.length; c++) {
                    final boolean chosen = c == 2 * BASIS.index(n, band < 0 ? fastest : band);
                    assertThat(phi[c]).isCloseTo(chosen ? 0.3 : 0, within(1e-14));
                }
            }
        }
        assertThat(BASIS.largestGrowth()).isGreaterThan(1);
    }

    /** The same |A| in all bands, phases anywhere. */
    @Test
    void uniformWaves() {
        final double[] phi = amplitudes(InitialWaves.uniform(0.2, 4));
        double re = 0;
        double im = 0;
        for (int c = 0; c < phi.length; c += 2) {
            assertThat(Math.hypot(phi[c], phi[c + 1])).isCloseTo(0.2, within(1e-14));
            re = Math.max(re, Math.abs(phi[c]));
            im = Math.max(im, Math.abs(phi[c + 1]));
        }
        assertThat(Math.min(re, im)).isGreaterThan(0.17);
    }

    /** Tilts are transverse, with a variance of (amplitude |P|)^2 in each of the four real numbers of a mode. */
    @Test
    void randomTilts() {
        final FlavorState state = RandomStates.random(2000, new Random(8));
        double sum = 0;
        double across = 0;
        for (final WaveFunction wave : InitialWaves.randomTilts(0.01, 3).on(
            Background.withoutStructure(state, Environment.FAST), BOX, n -> BASIS)) {
            for (int i = 0; i < state.size(); i++) {
                final double length = state.length(i);
                assertThat(wave.re(i, 0) * state.px(i) + wave.re(i, 1) * state.py(i) + wave.re(i, 2) * state.pz(i))
                    .isCloseTo(0, within(1e-16));
                assertThat(wave.im(i, 0) * state.px(i) + wave.im(i, 1) * state.py(i) + wave.im(i, 2) * state.pz(i))
                    .isCloseTo(0, within(1e-16));
                sum += wave.weight(i) / (4 * 1e-4 * length * length);
                across += wave.re(i, 0) * wave.im(i, 0) / (1e-4 * length * length);
            }
        }
        assertThat(sum / 6000).isCloseTo(1, withinPercentage(2));
        assertThat(across / 6000).isCloseTo(0, within(0.05));
    }
}
