package org.flavorwaves.physics.threeflavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two flavors among three, there and back. */
class OtherFlavorTest {
    private static final MomentumModes MODES = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
        .weight(1, 0.8).build();

    private static final double[] NONE = new double[2];

    private static FlavorState two(final double px, final double py) {
        return new FlavorState(MODES, new double[]{0.8, 0.6}, new double[]{px, 0}, new double[]{py, 0},
            new double[]{0.3, -0.2});
    }

    @ParameterizedTest
    @EnumSource
    void thereAndBackIsTheSame(final OtherFlavor other) {
        final FlavorState state = other == OtherFlavor.EACH ? two(0, 0) : two(0.4, -0.2);
        final FlavorState back = other.two(other.three(state, NONE, NONE));
        for (int i = 0; i < 2; i++) {
            assertThat(back.trace(i)).isCloseTo(state.trace(i), within(1e-15));
            assertThat(back.px(i)).isCloseTo(state.px(i), within(1e-15));
            assertThat(back.py(i)).isCloseTo(state.py(i), within(1e-15));
            assertThat(back.pz(i)).isCloseTo(state.pz(i), within(1e-15));
        }
    }

    /** A pure state of e and (mu + tau)/sqrt 2 stays pure: the eigenvalues of rho are those of two flavors and 0. */
    @Test
    void superpositionIsOneState() {
        final double[] rho = OtherFlavor.SUPERPOSITION.three(two(0.4, -0.2), NONE, NONE).rho(0);
        assertThat(rho[1] + rho[2]).isCloseTo(0.25, within(1e-15));
        assertThat(rho[1] * rho[2] - rho[7] * rho[7] - rho[8] * rho[8]).isCloseTo(0, within(1e-16));
        assertThat(rho[3] * rho[3] + rho[4] * rho[4] + rho[5] * rho[5] + rho[6] * rho[6])
            .isCloseTo((0.4 * 0.4 + 0.2 * 0.2) / 4, within(1e-15));
    }

    @Test
    void coherenceWithEachOfTwoIsRefused() {
        assertThatThrownBy(() -> OtherFlavor.EACH.three(two(0.4, 0), NONE, NONE))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("Mode 0 has a coherence of 0.2");
    }
}
