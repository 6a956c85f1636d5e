package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** The distance of waves from being synchronized (JK 22). */
class WaveSynchronyTest {
    private static MomentumModes gas(final int n, final long seed) {
        final Random random = new Random(seed);
        final MomentumModes.Builder builder = MomentumModes.builder();
        final Species[] species = new Species[n];
        final double[] weights = new double[n];
        final double[][] v = new double[3][n];
        for (int i = 0; i < n; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            weights[i] = 0.2 + random.nextDouble();
            final double c = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[0][i] = Math.sqrt(1 - c * c) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - c * c) * Math.sin(phi);
            v[2][i] = c;
        }
        return builder.species(species).weight(weights).velocity(v[0], v[1], v[2]).build();
    }

    private static double[] numbers(final int n, final long seed) {
        return new Random(seed).doubles(n, -1, 1).toArray();
    }

    private static MomentumModes beams() {
        return MomentumModes.builder().species(Species.NU, Species.NU).weight(1, 1)
            .velocity(new double[2], new double[2], new double[]{1, -1}).build();
    }

    /** Along one direction with any phases 0, circular and perpendicular 1. */
    @Test
    void knowsLinearAndCircularWaves() {
        final WaveSynchrony linear = new WaveSynchrony(beams(),
            new WaveFunction(new double[]{0.3, 0, 0.4, -0.6, 0, -0.8}, new double[]{0.6, 0, 0.8, 0.15, 0, 0.2}));
        assertThat(linear.share(0)).isCloseTo(0, within(1e-16));
        assertThat(linear.bound()).isGreaterThan(1);
        final WaveSynchrony circular = new WaveSynchrony(beams(),
            new WaveFunction(new double[]{1, 0, 0, 0, -2, 0}, new double[]{0, 1, 0, 2, 0, 0}));
        assertThat(circular.share(0)).isCloseTo(1, within(1e-15));
        assertThat(circular.torque()).isCloseTo(circular.bound(), within(1e-14));
        final WaveSynchrony crossed = new WaveSynchrony(beams(),
            new WaveFunction(new double[]{1, 0, 0, 0, 1, 0}, new double[6]));
        assertThat(crossed.share(1)).isCloseTo(1, within(1e-15));
        assertThat(crossed.torque()).isCloseTo(2 * 2, within(1e-14));
        assertThat(new WaveSynchrony(beams(), new WaveFunction(new double[6], new double[6])).share(0)).isNaN();
    }

    /** |conj(H) x P|^2 = |H|^2 |P|^2 - |H . P|^2 with the sum over pairs of modes. */
    @Test
    void isTheSumOverPairs() {
        final int n = 7;
        final MomentumModes modes = gas(n, 3);
        final double[] re = numbers(3 * n, 4);
        final double[] im = numbers(3 * n, 5);
        final WaveSynchrony synchrony = new WaveSynchrony(modes, new WaveFunction(re, im));
        double torques = 0;
        for (int i = 0; i < n; i++) {
            double hh = 0;
            double pp = 0;
            double hpRe = 0;
            double hpIm = 0;
            for (int a = 0; a < 3; a++) {
                double hr = 0;
                double hi = 0;
                for (int j = 0; j < n; j++) {
                    final double f = modes.weight(j) * modes.species(j).sign() * (1 - modes.vx(i) * modes.vx(j)
                        - modes.vy(i) * modes.vy(j) - modes.vz(i) * modes.vz(j));
                    hr += f * re[3 * j + a];
                    hi += f * im[3 * j + a];
                }
                hh += hr * hr + hi * hi;
                pp += re[3 * i + a] * re[3 * i + a] + im[3 * i + a] * im[3 * i + a];
                hpRe += hr * re[3 * i + a] - hi * im[3 * i + a];
                hpIm += hr * im[3 * i + a] + hi * re[3 * i + a];
            }
            final double torque = Math.sqrt(hh * pp - hpRe * hpRe - hpIm * hpIm);
            assertThat(synchrony.share(i)).isCloseTo(torque / Math.sqrt(hh * pp), within(1e-13));
            torques += modes.weight(i) * torque;
        }
        assertThat(synchrony.torque()).isCloseTo(torques, within(1e-12));
    }

    /** Two flavors in the pair of electron and tau. */
    @Test
    void holdsForAPairOfThreeFlavors() {
        final int n = 5;
        final MomentumModes modes = gas(n, 11);
        final double[][] two = {numbers(3 * n, 12), numbers(3 * n, 13)};
        final double[][] three = new double[2][8 * n];
        for (int part = 0; part < 2; part++) {
            for (int i = 0; i < n; i++) {
                three[part][8 * i + 3] = two[part][3 * i];
                three[part][8 * i + 4] = two[part][3 * i + 1];
                three[part][8 * i + 2] = two[part][3 * i + 2] / 2;
                three[part][8 * i + 7] = two[part][3 * i + 2] * Math.sqrt(3) / 2;
            }
        }
        final WaveSynchrony pair = new WaveSynchrony(modes, WaveFunction.owning(three[0], three[1], 8));
        final WaveSynchrony synchrony = new WaveSynchrony(modes, new WaveFunction(two[0], two[1]));
        assertThat(pair.torque()).isCloseTo(synchrony.torque(), within(1e-13));
        assertThat(pair.bound()).isCloseTo(synchrony.bound(), within(1e-13));
    }

    @Test
    void wantsAsManyModes() {
        assertThatThrownBy(() -> new WaveSynchrony(beams(), new WaveFunction(new double[3], new double[3])))
            .hasMessage("The wave has 1 modes but there are 2.");
    }
}
