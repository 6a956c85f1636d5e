package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.linear.blocks.DenseOperator;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

class WaveOperatorTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.7, 0.9);

    private static Background background(final long seed) {
        final Random random = new Random(seed);
        final FlavorState vectors = RandomStates.random(7, random);
        return Background.of(new FlavorState(Backgrounds.modes(7, random, true), vectors.traces(), vectors.pxs(),
            vectors.pys(), vectors.pzs()), ENVIRONMENT);
    }

    private static WaveFunction wave(final int modes, final Random random) {
        return new WaveFunction(random.doubles(3L * modes, -1, 1).toArray(),
            random.doubles(3L * modes, -1, 1).toArray());
    }

    /**
     * The nonlinear equation of motion at P + e Psi minus the one at P, divided by e, is -i M_0 Psi: the operator is
     * the linearisation of (JK 1). The right-hand side is quadratic in P, so the quotient at e and -e gives it exactly.
     */
    @Test
    void isTheLinearisationOfTheEquationOfMotion() {
        final Random random = new Random(3);
        final FlavorState state = RandomStates.random(6, random);
        final double[][] delta = new double[3][];
        for (int a = 0; a < 3; a++) {
            delta[a] = random.doubles(6, -0.02, 0.02).toArray();
        }
        final double[] psi = new double[18];
        for (int i = 0; i < 6; i++) {
            for (int a = 0; a < 3; a++) {
                psi[3 * i + a] = delta[a][i];
            }
        }
        final FlavorState shrunk = state.withPolarization(scaled(state.pxs(), 0.8), scaled(state.pys(), 0.8),
            scaled(state.pzs(), 0.8));
        final double[] plus = torque(shrunk, delta, 1);
        final double[] minus = torque(shrunk, delta, -1);
        final WaveFunction applied = new WaveOperator(Background.of(shrunk, ENVIRONMENT), WaveVector.ZERO)
            .apply(new WaveFunction(psi, new double[18]));
        for (int c = 0; c < 18; c++) {
            // i d_t Psi = M Psi: Im(M Psi) = d_t Psi for real Psi at k = 0
            assertThat(applied.toArrayIm()[c]).isCloseTo((plus[c] - minus[c]) / 2, within(1e-15));
            assertThat(applied.toArrayRe()[c]).isZero();
        }
    }

    private static double[] scaled(final double[] x, final double factor) {
        final double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }

    /** H_i x P_i at P + sign delta. */
    private static double[] torque(final FlavorState state, final double[][] delta, final int sign) {
        final int n = state.size();
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (int a = 0; a < 3; a++) {
            for (int i = 0; i < n; i++) {
                p[a][i] += sign * delta[a][i];
            }
        }
        final Hamiltonian h = Hamiltonian.of(state.withPolarization(p[0], p[1], p[2]), ENVIRONMENT);
        final double[] torque = new double[3 * n];
        for (int i = 0; i < n; i++) {
            torque[3 * i] = h.hy(i) * p[2][i] - h.hz(i) * p[1][i];
            torque[3 * i + 1] = h.hz(i) * p[0][i] - h.hx(i) * p[2][i];
            torque[3 * i + 2] = h.hx(i) * p[1][i] - h.hy(i) * p[0][i];
        }
        return torque;
    }

    @Test
    void denseMatrixAndCollectiveFormAgree() {
        final Random random = new Random(5);
        final WaveVector k = new WaveVector(0.3, -1.1, 0.6);
        final ComplexMatrix m = DenseOperator.of(background(5), k);
        final WaveFunction psi = wave(7, random);
        final WaveFunction right = new WaveOperator(background(5), k).apply(psi);
        for (int r = 0; r < 21; r++) {
            double re = 0;
            double im = 0;
            for (int c = 0; c < 21; c++) {
                final double x = psi.toArrayRe()[c];
                final double y = psi.toArrayIm()[c];
                re += m.re(r, c) * x - m.im(r, c) * y;
                im += m.re(r, c) * y + m.im(r, c) * x;
            }
            assertThat(right.toArrayRe()[r]).isCloseTo(re, within(1e-14));
            assertThat(right.toArrayIm()[r]).isCloseTo(im, within(1e-14));
        }
    }

    /** (JK 51), with the conjugation acting on every entry. */
    @Test
    void oppositeWaveVectorIsMinusTheConjugate() {
        final Background background = background(8);
        final WaveVector k = new WaveVector(0.3, -1.1, 0.6);
        final ComplexMatrix m = DenseOperator.of(background, k);
        final ComplexMatrix mirror = DenseOperator.of(background, k.negated());
        for (int r = 0; r < 21; r++) {
            for (int c = 0; c < 21; c++) {
                assertThat(mirror.re(r, c)).isEqualTo(-m.re(r, c));
                assertThat(mirror.im(r, c)).isEqualTo(m.im(r, c));
            }
        }
    }

    @Test
    void normBoundsTheOperator() {
        final Random random = new Random(11);
        final WaveVector k = new WaveVector(0.3, -1.1, 0.6);
        final WaveOperator operator = new WaveOperator(background(11), k);
        for (int trial = 0; trial < 50; trial++) {
            final WaveFunction psi = wave(7, random);
            assertThat(operator.apply(psi).norm()).isLessThanOrEqualTo(operator.norm() * psi.norm());
        }
        assertThat(operator.norm()).isLessThan(3 * DenseOperator.of(background(11), k).frobeniusNorm());
    }

    @Test
    void waveFunctionOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new WaveOperator(background(1), WaveVector.ZERO).apply(wave(3, new Random(1))))
            .hasMessageContaining("3 modes").hasMessageContaining("7");
    }
}
