package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.flavorwaves.physics.numerics.ComplexEigenSolver.Options;
import org.junit.jupiter.api.Test;

class ComplexEigenSolverTest {
    private static final double ROUNDING = 1e-13;

    private static EigenDecomposition all(final ComplexMatrix a) {
        return new ComplexEigenSolver(Options.allVectors()).solve(a);
    }

    @Property(tries = 60)
    void traceIsTheSumAndResidualsAreRounding(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 60) final int n) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final EigenDecomposition e = all(a);
        assertThat(e.converged()).isTrue();
        double re = 0;
        double im = 0;
        for (int i = 0; i < n; i++) {
            re += e.re(i) - a.re(i, i);
            im += e.im(i) - a.im(i, i);
        }
        assertThat(Math.hypot(re, im)).isLessThan(ROUNDING * a.frobeniusNorm());
        assertThat(e.residual()).isLessThan(ROUNDING);
    }

    @Test
    void rotationHasEigenvaluesPlusMinusI() {
        final EigenDecomposition e = all(TestMatrices.real(new double[]{0, 1}, new double[]{-1, 0}));
        assertThat(Math.abs(e.im(0))).isCloseTo(1, within(1e-15));
        assertThat(e.im(0) + e.im(1)).isCloseTo(0, within(1e-15));
        assertThat(e.condition(0)).isCloseTo(1, within(1e-15));
    }

    @Test
    void entryThatIsNotFiniteIsNamed() {
        final ComplexMatrix a = ComplexMatrix.identity(3);
        a.set(1, 2, 0, Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> all(a)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("(1, 2)").hasMessageContaining("Infinity");
    }

    @Test
    void notConvergedIsAnAnswerThatRefusesValues() {
        final ComplexMatrix a = TestMatrices.random(30, 30, new Random(1));
        final EigenDecomposition e = new ComplexEigenSolver(new Options(true, true, true, 1)).solve(a);
        assertThat(e.converged()).isFalse();
        assertThat(e.unconverged()).isPositive();
        assertThatThrownBy(() -> e.re(0)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("of 30 eigenvalues");
    }
}
