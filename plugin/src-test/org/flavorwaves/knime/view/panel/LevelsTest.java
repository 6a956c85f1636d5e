package org.flavorwaves.knime.view.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Values as levels and letters. */
class LevelsTest {
    private static double[] again(final double... values) {
        return Levels.of(values).values();
    }

    @Test
    void valuesComeBackWithFourDigits() {
        assertThat(again(1, 0.123456, Double.NaN, -2e10, 0)).containsExactly(1, 0.1235, Double.NaN, -2e10, 0);
        assertThat(again()).isEmpty();
    }

    @Test
    void equalNeighborsAreRuns() {
        final double[] values = new double[500];
        Arrays.fill(values, 100, 350, 7.5);
        Arrays.fill(values, 350, 500, Double.NaN);
        final Levels levels = Levels.of(values);
        assertThat(levels.runs()).isTrue();
        assertThat(levels.cells().length()).isLessThan(50);
        assertThat(levels.values()).containsExactly(values);
    }

    /** More levels than letters can name lose digits, not values. */
    @Test
    void tooManyLevelsHaveFewerDigits() {
        final double[] values = IntStream.range(0, 20_000).mapToDouble(i -> Math.exp(1e-3 * i)).toArray();
        final Levels levels = Levels.of(values);
        assertThat(levels.runs()).isTrue();
        assertThat(levels.levels().length).isLessThan(2500);
        final double[] again = levels.values();
        assertThat(again).hasSameSizeAs(values);
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs(again[i] / values[i] - 1)).isLessThan(0.06);
        }
    }

    @Test
    void lettersNeedNoEscape() {
        final double[] values = IntStream.range(0, 2000).mapToDouble(i -> i).toArray();
        assertThat(Levels.of(values).cells()).doesNotContainPattern("[\"\\\\<>&']");
    }
}
