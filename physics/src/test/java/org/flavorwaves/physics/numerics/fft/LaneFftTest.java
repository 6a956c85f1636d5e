package org.flavorwaves.physics.numerics.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

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
        fft.toHarmonics(x, y, LANES);
        for (int n = 0; n < size; n++) {
            for (int l = 0; l < LANES; l++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int p = 0; p < size; p++) {
                    final double angle = -2 * Math.PI * (n * p % size) / size;
                    sumRe += re[p][l] * Math.cos(angle) - im[p][l] * Math.sin(angle);
                    sumIm += re[p][l] * Math.sin(angle) + im[p][l] * Math.cos(angle);
                }
                assertThat(x[fft.row(n)][l]).isCloseTo(sumRe, within(1e-14 * size));
                assertThat(y[fft.row(n)][l]).isCloseTo(sumIm, within(1e-14 * size));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 40, 2000, 2048, 1875})
    void comesBack(final int size) {
        final LaneFft fft = new LaneFft(size);
        final double[][] x = random(size, 1);
        final double[][] y = random(size, 2);
        fft.toHarmonics(x, y, LANES);
        fft.toPoints(x, y, LANES);
        final double[][] re = random(size, 1);
        final double[][] im = random(size, 2);
        for (int p = 0; p < size; p++) {
            for (int l = 0; l < LANES; l++) {
                assertThat(x[p][l] / size).isCloseTo(re[p][l], within(2e-15));
                assertThat(y[p][l] / size).isCloseTo(im[p][l], within(2e-15));
            }
        }
    }

    /** c of n along the first axis and m along the second is the transform along one axis of that along the other. */
    @Test
    void transformsAxisByAxis() {
        final LaneFft both = new LaneFft(6, 20);
        final LaneFft second = new LaneFft(20);
        final double[][] x = random(120, 1);
        final double[][] y = random(120, 2);
        final double[][] re = random(120, 1);
        final double[][] im = random(120, 2);
        both.toHarmonics(x, y, LANES);
        for (int p = 0; p < 6; p++) {
            second.toHarmonics(Arrays.copyOfRange(re, 20 * p, 20 * p + 20), Arrays.copyOfRange(im, 20 * p, 20 * p + 20),
                LANES);
        }
        for (int n = -2; n < 4; n++) {
            for (int m = 0; m < 20; m++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int p = 0; p < 6; p++) {
                    final int row = 20 * p + second.row(m);
                    final double angle = -2 * Math.PI * n * p / 6;
                    sumRe += re[row][0] * Math.cos(angle) - im[row][0] * Math.sin(angle);
                    sumIm += re[row][0] * Math.sin(angle) + im[row][0] * Math.cos(angle);
                }
                assertThat(x[both.row(n, m)][0]).isCloseTo(sumRe, within(1e-12));
                assertThat(y[both.row(n, m)][0]).isCloseTo(sumIm, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 25, 1000, 2000, 8000, 32768})
    void isTheSumOfItsParts(final int size) {
        for (final LaneFft fft : List.of(new LaneFft(size), new LaneFft(1, size, 6))) {
            final int rows = fft.sections() * fft.columns();
            final double[][] x = random(rows, 1);
            final double[][] y = random(rows, 2);
            final double[][] re = random(rows, 1);
            final double[][] im = random(rows, 2);
            fft.toHarmonics(x, y, LANES);
            inColumns(fft, 3, (from, to) -> fft.splitColumns(from, to, re, im, LANES));
            IntStream.range(0, fft.sections()).forEach(s -> fft.splitSection(s, re, im, LANES));
            assertThat(re).isDeepEqualTo(x);
            assertThat(im).isDeepEqualTo(y);
            fft.toPoints(x, y, LANES);
            IntStream.range(0, fft.sections()).forEach(s -> fft.joinSection(s, re, im, LANES));
            inColumns(fft, 4, (from, to) -> fft.joinColumns(from, to, re, im, LANES));
            assertThat(re).isDeepEqualTo(x);
            assertThat(im).isDeepEqualTo(y);
        }
    }

    @FunctionalInterface
    private interface Columns {
        void visit(int from, int to);
    }

    /** All columns, so many at once, and the rest. */
    private static void inColumns(final LaneFft fft, final int atOnce, final Columns part) {
        for (int from = 0; from < fft.columns(); from += atOnce) {
            part.visit(from, Math.min(fft.columns(), from + atOnce));
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
