package org.flavorwaves.physics.linear.collective.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.StructuredStates;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CollectiveMatrixTest {
    private static final WaveVector K = new WaveVector(0.4, -0.7, 0.3);

    private static final double[] Z = {0, 0, 1};

    /**
     * det(1 - K(Omega)) is the characteristic polynomial of the coupled problem over that of the uncoupled one: the
     * product of Omega - Omega_b over all bands, divided by that over all poles v.k - i D and v.k - i D +- |H|.
     */
    @ParameterizedTest
    @EnumSource
    void determinantIsTheRatioOfCharacteristicPolynomials(final BackgroundStructure structure) {
        for (int seed = 0; seed < 4; seed++) {
            checkDeterminant(StructuredStates.background(structure, 9, seed), new double[3], 0, 0);
        }
    }

    /** The same in frames that rotate in time, H_i - Omega n, and turn along z, H_i + v_z K n. */
    @ParameterizedTest
    @CsvSource({"ALIGNED, 0.8, 0", "ALIGNED, 0, -1.3", "GENERAL, 0.8, 0", "GENERAL, 0, -1.3"})
    void determinantInFramesThatTurn(final BackgroundStructure structure, final double rotation,
        final double turning) {
        final double[] n = {0.36, 0.48, 0.8};
        for (int seed = 0; seed < 4; seed++) {
            checkDeterminant(framed(structure, seed, n, 0, rotation, turning), n, rotation, turning);
            checkDeterminant(framed(structure, seed, Z, 0.7, rotation, turning), Z, rotation, turning);
        }
    }

    /** A background without vacuum terms in a frame that turns about n; if it is aligned, it is along n. */
    private static Background framed(final BackgroundStructure structure, final int seed, final double[] n,
        final double matter, final double rotation, final double turning) {
        final FlavorState random = StructuredStates.background(structure, 9, seed).state();
        final MomentumModes modes = random.modes().toBuilder().omega(new double[9]).build();
        final double[][] p = {random.pxs(), random.pys(), random.pzs()};
        for (int i = 0; i < 9 && structure == BackgroundStructure.ALIGNED; i++) {
            for (int a = 0; a < 3; a++) {
                p[a][i] = random.pz(i) * n[a];
            }
        }
        final FlavorState state = new FlavorState(modes, random.traces(), p[0], p[1], p[2]);
        final Environment environment = new Environment(0, matter, 0.9);
        final Background background = rotation != 0
            ? Background.coRotating(state, environment, rotation * n[0], rotation * n[1], rotation * n[2])
            : Background.turningAlong(state, environment, turning * n[0], turning * n[1], turning * n[2]);
        assertThat(background.structure()).isEqualTo(structure);
        return background;
    }

    private static void checkDeterminant(final Background background, final double[] n, final double rotation,
        final double turning) {
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, K);
        final MomentumModes modes = background.state().modes();
        final double[] poles = new double[3 * background.size()];
        for (final Complex omega : new Complex[]{new Complex(0.3, 0.4), new Complex(-1.1, 0.05)}) {
            Complex ratio = Complex.ONE;
            for (int b = 0; b < bands.size(); b++) {
                ratio = ratio.multiply(omega.subtract(new Complex(bands.omegaRe(b), bands.omegaIm(b))));
            }
            for (int i = 0; i < background.size(); i++) {
                final Complex z = omega.subtract(K.dot(modes.vx(i), modes.vy(i), modes.vz(i)))
                    .add(new Complex(0, modes.depolarization(i)));
                final double frame = modes.vz(i) * turning - rotation;
                final double h = Math.sqrt(Math.pow(background.hamiltonian().hx(i) + frame * n[0], 2)
                    + Math.pow(background.hamiltonian().hy(i) + frame * n[1], 2)
                    + Math.pow(background.hamiltonian().hz(i) + frame * n[2], 2));
                ratio = ratio.divide(z).divide(z.add(h)).divide(z.subtract(h));
                poles[3 * i] = omega.getReal() - z.getReal();
                poles[3 * i + 1] = poles[3 * i] + h;
                poles[3 * i + 2] = poles[3 * i] - h;
            }
            Complex product = Complex.ONE;
            for (final CollectiveMatrix matrix : CollectiveMatrix.of(background, K)) {
                product = product.multiply(matrix.determinant(omega));
                for (final double pole : matrix.sums().poles()) {
                    assertThat(Arrays.stream(poles).map(p -> Math.abs(p - pole)).min().orElseThrow())
                        .isLessThan(1e-12);
                }
            }
            assertThat(product.subtract(ratio).abs()).isLessThan(1e-11 * ratio.abs());
        }
    }

    /** x T' y without the matrices is what the matrices give. */
    @ParameterizedTest
    @EnumSource
    void slopesAreThoseOfTheMatrices(final BackgroundStructure structure) {
        final Random random = new Random(5);
        for (final CollectiveMatrix matrix : CollectiveMatrix.of(StructuredStates.background(structure, 7, 3), K)) {
            final double[] x = random.doubles(2 * matrix.dimension(), -1, 1).toArray();
            final double[] y = random.doubles(2 * matrix.dimension(), -1, 1).toArray();
            final Complex omega = new Complex(0.2, 0.3);
            final double[] out = new double[8];
            matrix.sums().slopes(0.2, 0.3, x, y, out);
            for (int c = 0; c < 4; c++) {
                final ComplexMatrix m = c == 0 ? matrix.derivative(omega) : matrix.slope(omega, c - 1);
                Complex sum = Complex.ZERO;
                for (int a = 0; a < matrix.dimension(); a++) {
                    for (int b = 0; b < matrix.dimension(); b++) {
                        sum = sum.add(new Complex(x[2 * a], x[2 * a + 1]).multiply(new Complex(m.re(a, b), m.im(a, b)))
                            .multiply(new Complex(y[2 * b], y[2 * b + 1])));
                    }
                }
                assertThat(out[2 * c]).isCloseTo(sum.getReal(), within(1e-13));
                assertThat(out[2 * c + 1]).isCloseTo(sum.getImaginary(), within(1e-13));
            }
        }
    }

    /** The collective numbers of a band lead back to its vector. */
    @ParameterizedTest
    @EnumSource
    void wavesAreTheVectorsOfTheBands(final BackgroundStructure structure) {
        final Background background = structure == BackgroundStructure.ALIGNED
            ? framed(structure, 2, new double[]{0.36, 0.48, 0.8}, 0, 0.8, 0)
            : StructuredStates.background(structure, 9, 3);
        assertThat(background.structure()).isEqualTo(structure);
        final BandSet bands = new BandSolver(BandDetail.VECTORS).solve(background, K);
        int compared = 0;
        for (int b = 0; b < bands.size(); b++) {
            final WaveFunction band = bands.vectors().orElseThrow().right(b);
            final BandSector sector = bands.sector(b);
            for (final CollectiveMatrix matrix : CollectiveMatrix.of(background, K)) {
                if (matrix.sector() == sector) {
                    final double[] re = new double[3 * background.size()];
                    final double[] im = new double[re.length];
                    matrix.sums().wave(bands.omegaRe(b), bands.omegaIm(b),
                        numbers(background.state().modes(), band, structure), re, im);
                    final WaveFunction wave = new WaveFunction(re, im).conjugate();
                    assertThat(Math.hypot(wave.dotRe(band), wave.dotIm(band)))
                        .isCloseTo(wave.norm() * band.norm(), withinPercentage(1e-9));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(15);
    }

    /** J^m of all flavor components, or of the component along an axis across that of an aligned background. */
    private static double[] numbers(final MomentumModes modes, final WaveFunction wave,
        final BackgroundStructure structure) {
        final int flavors = structure == BackgroundStructure.ALIGNED ? 1 : 3;
        final double[] across = {0.8, -0.6, 0};
        final double[] numbers = new double[8 * flavors];
        for (int i = 0; i < modes.size(); i++) {
            final double[] v = {1, modes.vx(i), modes.vy(i), modes.vz(i)};
            final double w = modes.weight(i) * modes.species(i).sign();
            for (int m = 0; m < 4; m++) {
                for (int a = 0; a < 3; a++) {
                    final int at = 2 * (flavors == 1 ? m : 3 * m + a);
                    final double factor = w * v[m] * (flavors == 1 ? across[a] : 1);
                    numbers[at] += factor * wave.re(i, a);
                    numbers[at + 1] += factor * wave.im(i, a);
                }
            }
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void derivativesAreThoseOfTheMatrix(final BackgroundStructure structure) {
        final Background background = StructuredStates.background(structure, 7, 3);
        final Complex omega = new Complex(0.2, 0.3);
        final double step = 1e-5;
        for (int b = 0; b < CollectiveMatrix.of(background, K).size(); b++) {
            final CollectiveMatrix matrix = CollectiveMatrix.of(background, K).get(b);
            assertThat(difference(matrix.at(omega.add(step)), matrix.at(omega.subtract(step)), step)
                .minus(matrix.derivative(omega)).maxNorm()).isLessThan(1e-8);
            for (int axis = 0; axis < 3; axis++) {
                final WaveVector dk = new WaveVector(axis == 0 ? step : 0, axis == 1 ? step : 0,
                    axis == 2 ? step : 0);
                assertThat(difference(CollectiveMatrix.of(background, K.plus(dk)).get(b).at(omega),
                    CollectiveMatrix.of(background, K.minus(dk)).get(b).at(omega), step)
                    .minus(matrix.slope(omega, axis)).maxNorm()).isLessThan(1e-8);
            }
        }
    }

    private static ComplexMatrix difference(final ComplexMatrix plus, final ComplexMatrix minus, final double step) {
        final ComplexMatrix d = plus.minus(minus);
        for (int r = 0; r < d.rows(); r++) {
            for (int c = 0; c < d.columns(); c++) {
                d.set(r, c, d.re(r, c) / (2 * step), d.im(r, c) / (2 * step));
            }
        }
        return d;
    }

    @Test
    void sizeIsReducedToWhatTheStateHas() {
        final List<CollectiveMatrix> rings = CollectiveMatrix.of(StructuredStates.rings(5, new Random(1)), K);
        assertThat(rings).extracting(CollectiveMatrix::dimension).containsExactly(2, 2);
        assertThat(rings).extracting(CollectiveMatrix::sector).containsExactly(BandSector.PLUS, BandSector.MINUS);
        assertThat(CollectiveMatrix.of(StructuredStates.background(BackgroundStructure.ALIGNED, 5, 1), K))
            .extracting(CollectiveMatrix::dimension).containsExactly(4, 4);
        assertThat(CollectiveMatrix.of(StructuredStates.background(BackgroundStructure.GENERAL, 5, 1), K))
            .extracting(CollectiveMatrix::dimension).containsExactly(12);
    }
}
