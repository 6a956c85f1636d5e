package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;

/** Spectra that are constant in frequency. */
class FrequencyBoxTest {

    @Test
    void spreadsEveryModeAndKeepsTheSums() {
        final FlavorState state = RandomStates.random(7, new Random(2));
        final FlavorState spread = new FrequencyBox(-2, 0, 4).applyTo(state);
        assertThat(spread.size()).isEqualTo(28);
        assertThat(CollectiveField.of(spread).toArray()).containsExactly(CollectiveField.of(state).toArray(),
            within(1e-15));
        for (int i = 0; i < 28; i++) {
            assertThat(spread.modes().omega(i)).isEqualTo(new double[]{-1.75, -1.25, -0.75, -0.25}[i % 4]);
            assertThat(spread.modes().species(i)).isEqualTo(state.modes().species(i / 4));
            assertThat(spread.trace(i)).isEqualTo(state.trace(i / 4));
        }
    }

    @Test
    void refusesEmptyBoxes() {
        assertThatThrownBy(() -> new FrequencyBox(1, 1, 4)).hasMessage(
            "A box of frequencies needs finite ascending ends but has 1.0 and 1.0.");
        assertThatThrownBy(() -> new FrequencyBox(0, 1, 0))
            .hasMessage("A box of frequencies needs at least 1 bin but has 0.");
    }
}
