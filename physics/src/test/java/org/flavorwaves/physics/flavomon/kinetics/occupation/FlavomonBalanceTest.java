package org.flavorwaves.physics.flavomon.kinetics.occupation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FlavomonBalanceTest {
    /** (1 + N) ln(1 + N) - N ln N tends to N (1 - ln N) for few quanta and to 1 + ln N for many. */
    @Test
    void entropyOfQuantaIsAccurateForFewAndMany() {
        assertThat(FlavomonBalance.boseEntropy(0)).isZero();
        assertThat(FlavomonBalance.boseEntropy(1e-320)).isBetween(0.0, 1e-300);
        assertThat(FlavomonBalance.boseEntropy(1e-9)).isCloseTo(1e-9 * (1 - Math.log(1e-9)), within(1e-17));
        assertThat(FlavomonBalance.boseEntropy(1)).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(FlavomonBalance.boseEntropy(1e20)).isCloseTo(1 + Math.log(1e20), within(1e-13));
    }
}
