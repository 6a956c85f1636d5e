package org.flavorwaves.physics.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.flavorwaves.physics.numerics.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;

class MixingEquilibriumTest {

    @Test
    void randomStateEndsParallel() {
        final FlavorState input = RandomStates.random(100, new Random(3));
        final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(input,
            new Environment(0.3, 3, 1), Progress.NONE);
        assertThat(result.converged()).isTrue();
        assertThat(result.misalignment()).isLessThan(1e-12);
    }
}
