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
    void collectiveNumbersCarryTheSpeciesSign() {
        final FlavorState state = FlavorState.alongZ(TWO, new double[]{1, 1}, new double[]{1, 1});
        final CollectiveField j = CollectiveField.of(state);
        assertThat(j.get(0, 2)).isZero();
        assertThat(j.get(3, 2)).isEqualTo(2);
    }
}
