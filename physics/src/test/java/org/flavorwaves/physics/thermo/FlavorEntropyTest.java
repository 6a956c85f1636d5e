package org.flavorwaves.physics.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class FlavorEntropyTest {

    private static FlavorState scaled(final FlavorState state, final double[] rates, final double time) {
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (int i = 0; i < state.size(); i++) {
            for (int c = 0; c < 3; c++) {
                p[c][i] *= Math.exp(-rates[i] * time);
            }
        }
        return state.withPolarization(p[0], p[1], p[2]);
    }

    /** Antineutrinos count like neutrinos: the reference mode of case 10 twice, with weights. */
    @Test
    void totalIsTheWeightedSumWithoutTheSpeciesSign() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(2, 3)
            .build();
        final FlavorEntropy entropy = FlavorEntropy
            .of(FlavorState.alongZ(modes, new double[]{0.6, 0.6}, new double[]{0.3, -0.3}));
        assertThat(entropy.total()).isCloseTo(5 * 1.1108479, within(3e-7));
        assertThat(entropy.entropy(0)).isCloseTo(1.1108479, within(6e-8));
        assertThat(entropy.entropy(1)).isEqualTo(entropy.entropy(0));
        assertThat(entropy.affinity(1)).isCloseTo(0.7669652, within(5e-8));
        assertThat(entropy.production(new double[]{0.1, 0})).isCloseTo(2 * 0.1 * 0.3 * 0.7669652, within(1e-8));
    }

    /** dS/dt of d|P|/dt = -gamma |P| by central differences. */
    @Test
    void productionIsTheRateOfTheTotal() {
        final Random random = new Random(3);
        final FlavorState state = RandomStates.random(40, random);
        final double[] rates = random.doubles(40).toArray();
        final double dt = 1e-4;
        final FlavorState now = scaled(state, rates, 2 * dt);
        final double slope = (FlavorEntropy.of(scaled(now, rates, dt)).total()
            - FlavorEntropy.of(scaled(now, rates, -dt)).total()) / (2 * dt);
        assertThat(FlavorEntropy.of(now).production(rates)).isPositive().isCloseTo(slope, within(1e-5 * slope));
    }

    @Test
    void pureModesProduceOnlyWhenTheyDecay() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 1)
            .build();
        final FlavorEntropy pure = FlavorEntropy.of(FlavorState.alongZ(modes, new double[]{1, 0}, new double[]{1, 0}));
        assertThat(pure.total()).isZero();
        assertThat(pure.production(new double[]{0, 1})).isZero();
        assertThat(pure.production(new double[]{1e-3, 0})).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> pure.production(new double[1])).hasMessageContaining("2").hasMessageContaining("1");
    }
}
