package org.flavorwaves.physics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void potentialOfADensityIsTheSpecifiedNumber() {
        assertThat(Units.potential(1)).isCloseTo(6.42285e-33, within(1e-38));
    }

    @Test
    void vacuumFrequencyIsTheSpecifiedNumber() {
        assertThat(Units.vacuumFrequency(1, 1)).isCloseTo(2.53387e-2, within(1e-7));
    }

    @Test
    void invertedOrderingIsANegativeFrequency() {
        assertThat(Units.vacuumFrequency(-2.5e-3, 10)).isNegative();
    }
}
