package org.flavorwaves.physics.numerics.eigen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The unitary stages of the eigensolver, one by one: A Q = Q H and H Z = Z T. */
class SchurFormTest {
    private static void assertUnitary(final ComplexMatrix q) {
        assertThat(q.adjoint().multiply(q).minus(ComplexMatrix.identity(q.rows())).maxNorm()).isLessThan(1e-13);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 0, 1", "3, 0, 2", "20, 0, 19", "34, 0, 33", "35, 0, 34", "36, 0, 35", "100, 0, 99",
        "150, 0, 149", "80, 3, 70", "40, 0, 37", "40, 2, 39", "200, 10, 190"})
    void hessenbergReductionIsASimilarity(final int n, final int low, final int high) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(n));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (j < low || i > high) {
                    a.set(i, j, 0, 0);
                }
            }
        }
        final Columns h = Columns.of(a, 0);
        final ComplexMatrix q = HessenbergReduction.reduce(h, low, high, true, Progress.NONE).toMatrix();
        for (int j = 0; j < n; j++) {
            for (int i = j + 2; i < n; i++) {
                assertThat(h.abs1(i, j)).isZero();
            }
        }
        assertUnitary(q);
        assertThat(a.multiply(q).minus(q.multiply(h.toMatrix())).frobeniusNorm())
            .isLessThan(1e-14 * a.frobeniusNorm() * Math.sqrt(n));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 40, 112, 113, 180, 300})
    void qrIterationGivesTheSchurForm(final int n) {
        final Columns h = Columns.of(TestMatrices.random(n, n, new Random(n)), 0);
        for (int j = 0; j < n; j++) {
            for (int i = j + 2; i < n; i++) {
                h.re()[j][i] = 0;
                h.im()[j][i] = 0;
            }
        }
        final ComplexMatrix original = h.toMatrix();
        final Columns values = h.copy();
        final Columns z = Columns.identity(n);
        assertThat(new HessenbergQr(h, z, true, Progress.NONE).reduce(0, n - 1, 60)).isZero();
        for (int j = 0; j < n; j++) {
            for (int i = j + 1; i < n; i++) {
                assertThat(h.abs1(i, j)).isZero();
            }
        }
        assertUnitary(z.toMatrix());
        assertThat(original.multiply(z.toMatrix()).minus(z.toMatrix().multiply(h.toMatrix())).frobeniusNorm())
            .isLessThan(1e-14 * original.frobeniusNorm() * Math.sqrt(n));
        assertThat(new HessenbergQr(values, Columns.zeros(0, 0), false, Progress.NONE).reduce(0, n - 1, 60)).isZero();
        assertThat(new SpectrumMatch(diagonal(values), diagonal(h)).worst())
            .isLessThan(1e-12 * original.frobeniusNorm());
    }

    private static EigenDecomposition diagonal(final Columns t) {
        final double[] re = new double[t.count()];
        final double[] im = new double[t.count()];
        for (int i = 0; i < re.length; i++) {
            re[i] = t.re()[i][i];
            im[i] = t.im()[i][i];
        }
        return EigenDecomposition.values(re, im, 0, 0);
    }
}
