package org.flavorwaves.physics.flavomon.beams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.junit.jupiter.api.Test;

/** Growing waves of random beams against all eigenvalues of the dense problem. */
class GrowingRootsTest {
    private static final int MEDIA = 3000;

    /** Growth, in units of sum |g|, that a double root cannot hide in rounding. */
    private static final double FLOOR = 1e-6;

    @Test
    void growingWavesAreThoseOfTheDenseProblem() {
        final Random random = new Random(20261129);
        int growing = 0;
        int most = 0;
        int certain = 0;
        for (int medium = 0; medium < MEDIA; medium++) {
            final int n = 2 + random.nextInt(25);
            final Sector sector = random.nextInt(4) == 0 ? Sector.TRANSVERSE : Sector.LONGITUDINAL;
            final double[] v = new double[n];
            final double[] g = new double[n];
            double size = 0;
            for (int i = 0; i < n; i++) {
                v[i] = i == 0 && random.nextBoolean() ? 1 : 2 * random.nextDouble() - 1;
                g[i] = amount(random, v[i], medium % 3);
                size += Math.abs(g[i]);
            }
            final double k = (random.nextBoolean() ? 3 : 1e-3) * size * random.nextGaussian();
            final List<Complex> found = GrowingRoots.find(sector, v, g, k, FLOOR * size);
            growing += found.size();
            most = Math.max(most, found.size());
            compare(found, GrowingRoots.dense(sector, v, g, k), size + Math.abs(k));
            certain += GrowingRoots.mayBeMore(sector, v, g, k, found.size()) ? 0 : 1;
            if (!found.isEmpty()) {
                assertThat(GrowingRoots.mayBeMore(sector, v, g, k, found.size() - 1)).isTrue();
            }
            if (sector == Sector.LONGITUDINAL && medium % 3 == 0) {
                assertThat(found.size()).isLessThanOrEqualTo(2);
            }
        }
        assertThat(certain).isGreaterThan(MEDIA * 3 / 4);
        assertThat(growing).isGreaterThan(MEDIA / 2);
        assertThat(most).isGreaterThan(5);
    }

    /** A smooth spectrum with one crossing, beams of both signs in turn, or of very different numbers and none. */
    private static double amount(final Random random, final double v, final int kind) {
        return switch (kind) {
            case 0 -> (1 + v * v) * (0.3 - v);
            case 1 -> random.nextGaussian();
            default -> random.nextInt(4) == 0 ? 0 : random.nextGaussian() * Math.pow(10, -12 * random.nextDouble());
        };
    }

    private static void compare(final List<Complex> found, final EigenDecomposition dense, final double scale) {
        int b = 0;
        for (int i = 0; i < dense.size(); i++) {
            if (dense.im(i) > 2 * FLOOR * scale) {
                final Complex root = new Complex(dense.re(i), dense.im(i));
                final double error = found.stream().mapToDouble(x -> x.subtract(root).abs()).min().orElse(1) / scale;
                assertThat(error).as("of " + root).isLessThan(1e-10);
                b++;
            }
        }
        assertThat(found.stream().filter(x -> x.getImaginary() > 2 * FLOOR * scale).count()).isEqualTo(b);
    }

    @Test
    void twoOppositeBeamsGrowAsInClosedForm() {
        final double[] v = {1, -1};
        final double[] g = {0.7, -0.4};
        final List<Complex> found = GrowingRoots.find(Sector.LONGITUDINAL, v, g, 0.2, 1e-9);
        assertThat(found).hasSize(1);
        final double half = 0.2;
        assertThat(found.get(0).getReal()).isCloseTo(0, within(1e-14));
        assertThat(found.get(0).getImaginary()).isCloseTo(Math.sqrt(4 * 0.28 - half * half), within(1e-14));
    }

    @Test
    void beamsOfOneSignDoNotGrow() {
        final double[] v = {-1, -0.2, 0.5, 1};
        final double[] g = {0.7, 0.4, 1e-9, 2};
        for (final double k : new double[]{0, 1e-9, 0.3, -2, 50}) {
            assertThat(GrowingRoots.find(Sector.LONGITUDINAL, v, g, k, 1e-9)).isEmpty();
        }
    }

    /** Lepton numbers that cross zero at most twice make at most two waves of a wave number, others three. */
    @Test
    void fewCrossingsMakeFewWaves() {
        final Random random = new Random(12);
        final int[] most = new int[4];
        for (int medium = 0; medium < 20_000; medium++) {
            final int n = 8 + random.nextInt(20);
            final double[] v = random.doubles(n, -1, 1).sorted().toArray();
            final int crossings = 1 + medium % 3;
            final double[] zeros = random.doubles(crossings, -1, 1).toArray();
            final double[] g = new double[n];
            double size = 0;
            for (int i = 0; i < n; i++) {
                g[i] = Math.exp(2 * random.nextGaussian());
                for (final double zero : zeros) {
                    g[i] *= Math.signum(v[i] - zero);
                }
                size += Math.abs(g[i]);
            }
            final double k = size * random.nextGaussian();
            final int found = GrowingRoots.find(Sector.LONGITUDINAL, v, g, k, FLOOR * size).size();
            most[crossings] = Math.max(most[crossings], found);
        }
        assertThat(most[1]).isBetween(1, 2);
        assertThat(most[2]).isEqualTo(2);
        assertThat(most[3]).isBetween(2, 3);
    }

    /** One that has them, by numpy. */
    @Test
    void threeCrossingsMayMakeThreeWaves() {
        final double[] v = {-1, -0.9, -0.4, -0.1, 0.8, 1};
        final double[] g = {0.1, -0.3, -0.5, 1.8, 0.4, -1.3};
        final List<Complex> found = GrowingRoots.find(Sector.LONGITUDINAL, v, g, -1.3, 1e-6);
        assertThat(found).hasSize(3);
        assertThat(found.get(2).getReal()).isCloseTo(-0.91477428, within(1e-8));
        assertThat(found.get(2).getImaginary()).isCloseTo(0.0736388, within(1e-7));
        assertThat(GrowingRoots.beyond(v, g, -1.3, 1e-6, 2)).isCloseTo(0.0736388, within(1e-7));
        assertThat(GrowingRoots.beyond(v, g, -1.3, 1e-6, 3)).isZero();
        assertThat(GrowingRoots.beyond(v, g, -5, 1e-6, 2)).isZero();
    }
}
