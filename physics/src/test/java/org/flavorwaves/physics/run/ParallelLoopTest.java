package org.flavorwaves.physics.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParallelLoopTest {
    /** The reason of the lowest index, in its own words, on every run. */
    @Test
    void theFirstFailureComesOutAsItIs() {
        for (int run = 0; run < 200; run++) {
            assertThatThrownBy(() -> ParallelLoop.forEach(64, "tasks", Progress.NONE, index -> {
                if (index >= 5) {
                    throw new IllegalArgumentException("task " + index);
                }
            })).isExactlyInstanceOf(IllegalArgumentException.class).hasMessage("task 5");
        }
    }
}
