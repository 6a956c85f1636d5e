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

    /** 1e32 neutrinos per cm^3, and the atmospheric splitting at 10 MeV. */
    @Test
    void unitsAreProportionalToWhatTheyConvert() {
        assertThat(Units.potential(1e32)).isCloseTo(0.642285, within(1e-6));
        assertThat(Units.vacuumFrequency(2.5e-3, 10)).isCloseTo(6.334675e-6, within(2e-11));
        assertThat(Units.perSecond(2)).isCloseTo(5.99584916e10, within(1.0));
    }
}
