package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class BeamsTest {
    private static final double[] V = {0.9, 0.2, -0.6};

    private static final double[] W = {0.7, 0.4, 0.5};

    private static final double[] P = {0.6, 0.9, 0.3};

    /** Every mode as several of the same direction that share its weight. */
    private static MomentumModes modes(final int parts) {
        final Species[] species = new Species[V.length * parts];
        final double[] v = new double[species.length];
        final double[] w = new double[species.length];
        for (int i = 0; i < v.length; i++) {
            species[i] = i / parts == 1 ? Species.NUBAR : Species.NU;
            v[i] = V[i / parts];
            w[i] = W[i / parts] / parts;
        }
        return MomentumModes.builder().species(species).rings(v).weight(w).build();
    }

    private static double[] polarizations(final int parts) {
        final double[] p = new double[V.length * parts];
        Arrays.setAll(p, i -> P[i / parts]);
        return p;
    }

    @Test
    void noiseOfSingleModesIsTheirMeanPower() {
        final MomentumModes modes = modes(1);
        assertThat(Beams.of(modes).noise(modes.weights(), P))
            .isCloseTo((0.7 * 0.36 + 0.4 * 0.81 + 0.5 * 0.09) / 3, within(1e-16));
    }

    /** Noise of its own in each of four equal modes: the mean of a direction, and what waves have, is a quarter. */
    @Test
    void noiseFallsWithTheNumberOfModes() {
        final MomentumModes one = modes(1);
        final MomentumModes four = modes(4);
        assertThat(Beams.of(four).noise(four.weights(), polarizations(4)))
            .isCloseTo(Beams.of(one).noise(one.weights(), P) / 4, within(1e-16));
        final WaveExchange[] exchanges = new WaveExchange[2];
        for (int x = 0; x < 2; x++) {
            final int parts = x == 0 ? 1 : 4;
            exchanges[x] = new WaveExchange(modes(parts), Beams.of(modes(parts)), 1, 1);
            exchanges[x].setPolarization(polarizations(parts));
            exchanges[x].roots().search(0, -0.65);
            assertThat(exchanges[x].move(0, -0.65, polarizations(parts))).isGreaterThan(0.01);
        }
        assertThat(exchanges[1].noise() / exchanges[0].noise()).isCloseTo(0.25, within(1e-12));
    }

    /** Four directions about the axis in the place of each ring: as much noise a wave as in rings of four modes. */
    @Test
    void noiseOfDirectionsIsThatOfTheirRings() {
        final double[][] v = new double[3][4 * V.length];
        for (int i = 0; i < v[0].length; i++) {
            final double across = Math.sqrt(1 - V[i / 4] * V[i / 4]);
            v[0][i] = across * Math.cos(Math.PI * (i % 4) / 2);
            v[1][i] = across * Math.sin(Math.PI * (i % 4) / 2);
            v[2][i] = V[i / 4];
        }
        final MomentumModes rings = modes(4);
        final Species[] species = new Species[v[0].length];
        Arrays.fill(species, Species.NU);
        final MomentumModes sphere =
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(rings.weights()).build();
        assertThat(Beams.of(sphere).size()).isEqualTo(12);
        assertThat(Beams.of(sphere).noise(sphere.weights(), polarizations(4)))
            .isCloseTo(Beams.of(rings).noise(rings.weights(), polarizations(4)), within(1e-16));
    }
}
