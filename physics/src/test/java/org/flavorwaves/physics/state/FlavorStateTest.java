package org.flavorwaves.physics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlavorStateTest {
    private static final MomentumModes TWO = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
        .weight(1, 1).build();

    @Test
    void lengthAboveTraceNamesModeAndBothValues() {
        assertThatThrownBy(() -> FlavorState.alongZ(TWO, new double[]{1, 0.5}, new double[]{1, -0.6}))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("Mode 1").hasMessageContaining("0.6")
            .hasMessageContaining("0.5");
    }

    @Test
    void occupationAboveOneIsRefused() {
        assertThatThrownBy(() -> FlavorState.alongZ(TWO, new double[]{1.5, 1}, new double[]{0.6, 1}))
            .hasMessageContaining("Mode 0").hasMessageContaining("2.1");
    }

    @Test
    void notANumberIsRefused() {
        assertThatThrownBy(() -> FlavorState.alongZ(TWO, new double[]{1, 1}, new double[]{Double.NaN, 1}))
            .hasMessageContaining("Mode 0 is not finite");
    }

    @Test
    void fasterThanLightIsRefused() {
        assertThatThrownBy(
            () -> MomentumModes.builder().species(Species.NU).rings(1.5).weight(1).build())
            .hasMessageContaining("|v| = 1.5");
    }

    @Test
    void arraysAreCopiedInAndOut() {
        final double[] pz = {1, 1};
        final FlavorState state = FlavorState.alongZ(TWO, new double[]{1, 1}, pz);
        pz[0] = 0;
        state.pzs()[1] = 0;
        assertThat(state.pzs()).containsExactly(1, 1);
    }

    @Test
    void sourcesAreRealizableAndRatesNotNegative() {
        final double[] zeros = {0, 0};
        assertThatThrownBy(() -> new Absorption(new double[]{1, 1}, new double[]{1, 0.5}, zeros, zeros,
            new double[]{1, -0.6})).isInstanceOf(InvalidModeException.class)
            .hasMessageContaining("Mode 1 has |P_source| = 0.6, above P0_source = 0.5");
        assertThatThrownBy(() -> new Absorption(new double[]{-1, 1}, zeros, zeros, zeros, zeros))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("Mode 0 has absorption rate kappa = -1.0");
        assertThatThrownBy(() -> MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1)
            .absorption(Absorption.none(3)).build()).hasMessageContaining("2 modes").hasMessageContaining("3");
    }

    @Test
    void absorptionAddsToTheDampingOfTheCoherence() {
        final Absorption absorption = new Absorption(new double[]{0.25, 0.5}, new double[]{0.4, 0.6},
            new double[]{0, 0.1}, new double[]{0, 0.2}, new double[]{0.3, 0.4});
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).depolarization(1, 2).absorption(absorption).build();
        assertThat(modes.dampings()).containsExactly(1.25, 2.5);
        assertThat(absorption.acts()).isTrue();
        final Absorption swapped = absorption.select(1, 0, 1);
        assertThat(swapped.size()).isEqualTo(3);
        assertThat(swapped.rate(0)).isEqualTo(0.5);
        assertThat(swapped.trace(2)).isEqualTo(0.6);
        assertThat(swapped.px(0)).isEqualTo(0.1);
        assertThat(swapped.py(0)).isEqualTo(0.2);
        assertThat(swapped.pz(1)).isEqualTo(0.3);
        assertThat(Absorption.none(2).acts()).isFalse();
    }

    @Test
    void collectiveNumbersCarryTheSpeciesSign() {
        final FlavorState state = FlavorState.alongZ(TWO, new double[]{1, 1}, new double[]{1, 1});
        final CollectiveField j = CollectiveField.of(state);
        assertThat(j.get(0, 2)).isZero();
        assertThat(j.get(3, 2)).isEqualTo(2);
    }
}
