package org.flavorwaves.physics.numerics.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The transform against its definition. */
class LaneFftTest {
    private static final int LANES = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 8, 12, 15, 20, 27, 50, 64, 90, 100})
    void isTheSumOfItsDefinition(final int size) {
        final LaneFft fft = new LaneFft(size);
        final double[][] re = random(size, 1);
        final double[][] im = random(size, 2);
        final double[][] x = random(size, 1);
        final double[][] y = random(size, 2);
        fft.toHarmonics(x, y, 0, 1, LANES);
        for (int n = 0; n < size; n++) {
            for (int l = 0; l < LANES; l++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int p = 0; p < size; p++) {
                    final double angle = -2 * Math.PI * (n * p % size) / size;
                    sumRe += re[p][l] * Math.cos(angle) - im[p][l] * Math.sin(angle);
                    sumIm += re[p][l] * Math.sin(angle) + im[p][l] * Math.cos(angle);
                }
                assertThat(x[fft.position(n)][l]).isCloseTo(sumRe, within(1e-14 * size));
                assertThat(y[fft.position(n)][l]).isCloseTo(sumIm, within(1e-14 * size));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 40, 2000, 2048, 1875})
    void comesBack(final int size) {
        final LaneFft fft = new LaneFft(size);
        final double[][] x = random(size, 1);
        final double[][] y = random(size, 2);
        fft.toHarmonics(x, y, 0, 1, LANES);
        fft.toPoints(x, y, 0, 1, LANES);
        final double[][] re = random(size, 1);
        final double[][] im = random(size, 2);
        for (int p = 0; p < size; p++) {
            for (int l = 0; l < LANES; l++) {
                assertThat(x[p][l] / size).isCloseTo(re[p][l], within(2e-15));
                assertThat(y[p][l] / size).isCloseTo(im[p][l], within(2e-15));
            }
        }
    }

    @Test
    void refusesOtherPrimeFactors() {
        assertThatThrownBy(() -> new LaneFft(14)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The number of points must be a product of 2, 3 and 5, but 14 has the factor 7.");
    }

    private static double[][] random(final int size, final long seed) {
        final Random random = new Random(seed);
        final double[][] rows = new double[size][LANES];
        for (final double[] row : rows) {
            for (int l = 0; l < LANES; l++) {
                row[l] = random.nextDouble() - 0.5;
            }
        }
        return rows;
    }
}
