package org.flavorwaves.physics.linear.collective.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.StructuredStates;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectiveMatrixTest {
    private static final WaveVector K = new WaveVector(0.4, -0.7, 0.3);

    /**
     * det(1 - K(Omega)) is the characteristic polynomial of the coupled problem over that of the uncoupled one: the
     * product of Omega - Omega_b over all bands, divided by that over all poles v.k - i D and v.k - i D +- |H|.
     */
    @ParameterizedTest
    @EnumSource
    void determinantIsTheRatioOfCharacteristicPolynomials(final BackgroundStructure structure) {
        for (int seed = 0; seed < 4; seed++) {
            final Background background = StructuredStates.background(structure, 9, seed);
            final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, K);
            for (final Complex omega : new Complex[]{new Complex(0.3, 0.4), new Complex(-1.1, 0.05)}) {
                Complex ratio = Complex.ONE;
                for (int b = 0; b < bands.size(); b++) {
                    ratio = ratio.multiply(omega.subtract(new Complex(bands.omegaRe(b), bands.omegaIm(b))));
                }
                for (int i = 0; i < background.size(); i++) {
                    final Complex z = omega.subtract(K.dot(background.state().modes().vx(i),
                        background.state().modes().vy(i), background.state().modes().vz(i)))
                        .add(new Complex(0, background.state().modes().depolarization(i)));
                    final double h = background.hamiltonian().length(i);
                    ratio = ratio.divide(z).divide(z.add(h)).divide(z.subtract(h));
                }
                Complex product = Complex.ONE;
                for (final CollectiveMatrix matrix : CollectiveMatrix.of(background, K)) {
                    product = product.multiply(matrix.determinant(omega));
                }
                assertThat(product.subtract(ratio).abs()).isLessThan(1e-11 * ratio.abs());
            }
        }
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
