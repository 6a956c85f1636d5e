package org.flavorwaves.physics.kinetics.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Vectors with the zeros of the structures of backgrounds against sums over all components. */
class FramedVectorsTest {
    private static final int MODES = 7;

    private static final int SIZE = 3 * MODES;

    private final double[][] m_re = new double[SIZE][SIZE];

    private final double[][] m_im = new double[SIZE][SIZE];

    /** Trivial bands with 2N components and one of their own, transverse ones that are real or complex. */
    private FramedVectors vectors() {
        final Random random = new Random(3);
        final FramedVectors vectors = new FramedVectors(SIZE, SIZE);
        for (int b = 0; b < SIZE; b++) {
            for (int c = 0; c < 2 * MODES; c++) {
                m_re[b][c] = b == 1 ? 0 : random.nextGaussian();
                m_im[b][c] = b % 5 == 2 ? random.nextGaussian() : 0;
            }
            if (b < MODES) {
                m_re[b][2 * MODES + b] = 1;
            }
            vectors.set(b, m_re[b], m_im[b]);
        }
        return vectors;
    }

    private static double[] numbers(final int seed) {
        return new Random(seed).doubles(SIZE, -1, 1).toArray();
    }

    @Test
    void sumsAreThoseOverAllComponents() {
        final FramedVectors vectors = vectors();
        final int[] order = vectors.order();
        assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, SIZE).toArray());
        final double[] x = numbers(1);
        final double[] y = numbers(2);
        final double[] expectedRe = numbers(3);
        final double[] expectedIm = numbers(4);
        final double[] singleRe = expectedRe.clone();
        final double[] singleIm = expectedIm.clone();
        for (int r = 0; r < SIZE; r++) {
            for (int c = 0; c < SIZE; c++) {
                expectedRe[c] += x[r] * m_re[order[r]][c] - y[r] * m_im[order[r]][c];
                expectedIm[c] += x[r] * m_im[order[r]][c] + y[r] * m_re[order[r]][c];
            }
            vectors.add(order[r], x[r], y[r], singleRe, singleIm);
        }
        assertThat(singleRe).containsExactly(expectedRe, within(1e-13));
        assertThat(singleIm).containsExactly(expectedIm, within(1e-13));
    }

    @Test
    void statesSideBySideAreSumsOfTheirOwn() {
        final FramedVectors vectors = vectors();
        final int[] order = vectors.order();
        final int states = 7;
        final double[][][] factors = new double[2][SIZE][states];
        final double[][][] sums = new double[2][SIZE][states];
        final double[][][] expected = new double[states][][];
        for (int t = 0; t < states; t++) {
            final double[][] own = {numbers(10 + t), numbers(20 + t), numbers(30 + t), numbers(40 + t)};
            for (int r = 0; r < SIZE; r++) {
                for (int part = 0; part < 2; part++) {
                    factors[part][r][t] = own[part][r];
                    sums[part][r][t] = own[2 + part][r];
                }
            }
            expected[t] = new double[][]{own[2], own[3]};
            for (int r = 0; r < SIZE; r++) {
                vectors.add(order[r], own[0][r], own[1][r], own[2], own[3]);
            }
        }
        vectors.addAll(order, factors[0], factors[1], sums[0], sums[1], states);
        for (int t = 0; t < states; t++) {
            for (int c = 0; c < SIZE; c++) {
                for (int part = 0; part < 2; part++) {
                    assertThat(sums[part][c][t]).isCloseTo(expected[t][part][c], within(1e-13));
                }
            }
        }
    }

    @Test
    void transposedVectorsGiveProductsWithAll() {
        final FramedVectors vectors = vectors();
        final int[] order = vectors.order();
        final double[] x = numbers(1);
        final double[] y = numbers(2);
        final double[] re = new double[SIZE];
        final double[] im = new double[SIZE];
        final FramedVectors rows = vectors.transposed(order);
        for (int c = 0; c < SIZE; c++) {
            rows.add(c, x[c], y[c], re, im);
        }
        for (int r = 0; r < SIZE; r++) {
            double productRe = 0;
            double productIm = 0;
            for (int c = 0; c < SIZE; c++) {
                productRe += m_re[order[r]][c] * x[c] - m_im[order[r]][c] * y[c];
                productIm += m_re[order[r]][c] * y[c] + m_im[order[r]][c] * x[c];
            }
            assertThat(re[r]).isCloseTo(productRe, within(1e-13));
            assertThat(im[r]).isCloseTo(productIm, within(1e-13));
        }
    }

    /** Re (x + i y) v . conj(s), mode by mode. */
    @Test
    void overlapsAreByModes() {
        final FramedVectors vectors = vectors();
        final double[] sRe = numbers(5);
        final double[] sIm = numbers(6);
        for (int b = 0; b < SIZE; b++) {
            final double[] out = new double[MODES];
            vectors.addOverlaps(b, 0.3, -0.7, sRe, sIm, out);
            final double[] expected = new double[MODES];
            for (int c = 0; c < SIZE; c++) {
                final double re = 0.3 * m_re[b][c] + 0.7 * m_im[b][c];
                final double im = 0.3 * m_im[b][c] - 0.7 * m_re[b][c];
                expected[c % MODES] += re * sRe[c] + im * sIm[c];
            }
            assertThat(out).containsExactly(expected, within(1e-13));
        }
    }

    /** Imaginary parts of a real vector that are rounding are left out. */
    @Test
    void roundingIsLeftOut() {
        final FramedVectors vectors = new FramedVectors(1, SIZE);
        final double[] re = numbers(1);
        final double[] im = new double[SIZE];
        Arrays.fill(im, 1e-15);
        vectors.set(0, re, im);
        final double[] sumRe = new double[SIZE];
        final double[] sumIm = new double[SIZE];
        vectors.add(0, 1, 0, sumRe, sumIm);
        assertThat(sumRe).containsExactly(re);
        assertThat(sumIm).containsOnly(0);
    }
}
