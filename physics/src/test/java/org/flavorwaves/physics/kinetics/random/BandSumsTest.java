package org.flavorwaves.physics.kinetics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.blocks.DenseOperator;
import org.flavorwaves.physics.numerics.ComplexProducts;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Frequencies, shares and noise of followed bands against the dense eigenvectors of M_k. */
class BandSumsTest {
    private static final WaveVector AXIS = new WaveVector(0.6, 0, 0.8);

    private static final int GASES = 30;

    /** Non-aligned equilibria with vacuum mixing, matter, damping, neutrinos and antineutrinos. */
    @Test
    void equilibriaAgreeWithDenseVectors() {
        int compared = 0;
        for (int seed = 0; seed < GASES; seed++) {
            final Random random = new Random(seed);
            final Environment environment = new Environment(0.3, 2.5, 1.2);
            final FlavorState state =
                Backgrounds.equilibrium(Backgrounds.modes(7, random, seed % 2 == 0), environment, random);
            final Background background = Background.of(state, environment);
            assertThat(background.structure()).isEqualTo(BackgroundStructure.EQUILIBRIUM);
            compared += compare(background, new CoupledBandSums(background, AXIS), BandSector.TRANSVERSE, random);
        }
        assertThat(compared).isGreaterThan(GASES / 3);
    }

    /** Both circular sectors of a gas with antineutrinos, vacuum frequencies, matter and damping. */
    @Test
    void alignedSectorsAgreeWithDenseVectors() {
        int compared = 0;
        for (int seed = 0; seed < GASES; seed++) {
            final Random random = new Random(seed);
            final FlavorState state = Backgrounds.alongZ(Backgrounds.modes(7, random, seed % 2 == 0), random);
            final Background background = Background.of(state, new Environment(0, 1.5, 3));
            assertThat(background.structure()).isEqualTo(BackgroundStructure.ALIGNED);
            compared += compare(background, new AlignedBandSums(background, AXIS, 1), BandSector.PLUS, random);
            compared += compare(background, new AlignedBandSums(background, AXIS, -1), BandSector.MINUS, random);
        }
        assertThat(compared).isGreaterThan(GASES / 3);
    }

    /** y T x and y T' x from the residues are those of the matrices. */
    @Test
    void residuesGiveProductsWithTheMatrices() {
        final Random random = new Random(3);
        final Environment environment = new Environment(0.3, 2.5, 1.2);
        final Background tilted = Background.of(
            Backgrounds.equilibrium(Backgrounds.modes(7, random, true), environment, random), environment);
        final Background aligned =
            Background.of(Backgrounds.alongZ(Backgrounds.modes(7, random, true), random), new Environment(0, 1.5, 3));
        for (final BandSums sums : List.of(new CoupledBandSums(tilted, AXIS), new AlignedBandSums(aligned, AXIS, 1),
            new AlignedBandSums(aligned, AXIS, -1))) {
            final int n = sums.dimension();
            final double[] x = random.doubles(2 * n).toArray();
            final double[] y = random.doubles(2 * n).toArray();
            final double[][] matrices = new double[2][2 * n * n];
            final BandProjection vectors = sums.projection();
            final double[] products = new double[4];
            final double[] column = new double[2 * n];
            sums.sampler().sample(0.7, 0.4, 0.3, matrices[0], matrices[1]);
            sums.project(x, y, vectors);
            sums.product(0.7, 0.4, 0.3, vectors, products);
            for (int m = 0; m < 2; m++) {
                ComplexProducts.multiply(matrices[m], x, column);
                assertThat(products[2 * m]).isCloseTo(ComplexProducts.dotRe(y, column), within(1e-13));
                assertThat(products[2 * m + 1]).isCloseTo(ComplexProducts.dotIm(y, column), within(1e-13));
            }
        }
    }

    private static int compare(final Background background, final BandSums sums, final BandSector sector,
        final Random random) {
        final double k = 0.4 + random.nextDouble();
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors())
            .solve(DenseOperator.of(background, AXIS.times(k)));
        final ComplexMatrix dual = eigen.leftBiorthogonal();
        final int n = background.size();
        final double[] noise = random.doubles(n).toArray();
        int compared = 0;
        for (int b = 0; b < eigen.size(); b++) {
            final FollowedBand band = new FollowedBand(0, k, sector, sums);
            if (eigen.im(b) < 1e-3 || !band.start(eigen.re(b), eigen.im(b), List.of())
                || Math.hypot(band.omegaRe() - eigen.re(b), band.growth() - eigen.im(b)) > 1e-9) {
                continue;
            }
            compared++;
            double norm = 0;
            for (int i = 0; i < n; i++) {
                norm += background.state().modes().weight(i) * square(eigen.right(), i, b);
            }
            double expected = 0;
            for (int i = 0; i < n; i++) {
                assertThat(band.shares()[i]).isCloseTo(square(eigen.right(), i, b) / norm, within(1e-9));
                expected += noise[i] * norm * across(background.state(), dual, i, b);
            }
            assertThat(band.noise(noise)).isCloseTo(expected, within(1e-8 * expected));
            assertThat(band.condition()).isGreaterThanOrEqualTo(1);
        }
        return compared;
    }

    private static double square(final ComplexMatrix vectors, final int i, final int b) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            sum += Math.pow(vectors.re(3 * i + a, b), 2) + Math.pow(vectors.im(3 * i + a, b), 2);
        }
        return sum;
    }

    /** The part of the square that is across P_i. */
    private static double across(final FlavorState state, final ComplexMatrix vectors, final int i, final int b) {
        final double[] p = {state.px(i), state.py(i), state.pz(i)};
        double re = 0;
        double im = 0;
        for (int a = 0; a < 3; a++) {
            re += p[a] * vectors.re(3 * i + a, b);
            im += p[a] * vectors.im(3 * i + a, b);
        }
        return square(vectors, i, b) - (re * re + im * im) / (state.length(i) * state.length(i));
    }
}
