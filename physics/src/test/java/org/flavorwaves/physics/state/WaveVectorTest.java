package org.flavorwaves.physics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WaveVectorTest {
    private static final WaveVector K = new WaveVector(2, -3, 6);

    @Test
    void hasLengthAndDirection() {
        assertThat(K.norm()).isCloseTo(7, within(1e-15));
        assertThat(K.unit().minus(new WaveVector(2 / 7.0, -3 / 7.0, 6 / 7.0)).norm()).isLessThan(1e-15);
        assertThat(new WaveVector(3e-200, 0, -4e-200).unit().kx()).isCloseTo(0.6, within(1e-15));
        assertThatThrownBy(WaveVector.ZERO::unit).hasMessageContaining("no direction");
    }

    @Test
    void isAVector() {
        assertThat(K.dot(0.5, -0.25, 2)).isEqualTo(13.75);
        assertThat(K.negated()).isEqualTo(new WaveVector(-2, 3, -6));
        assertThat(K.plus(new WaveVector(1, 1, 1)).times(2)).isEqualTo(new WaveVector(6, -4, 14));
    }
}
