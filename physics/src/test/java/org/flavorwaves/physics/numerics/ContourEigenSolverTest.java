package org.flavorwaves.physics.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.flavorwaves.physics.numerics.ComplexEigenSolver.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contour-integral solver on nonlinear eigenproblems whose roots are known by another route. */
class ContourEigenSolverTest {
    private static final ContourEigenSolver SOLVER = new ContourEigenSolver();

    /** A scalar function as a 1 x 1 matrix; receives z and fills f and f'. */
    private interface Scalar {
        void at(double x, double y, double[] f, double[] derivative);
    }

    private static AnalyticMatrix scalar(final Scalar function) {
        return new AnalyticMatrix() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public void evaluate(final double re, final double im, final double[] valueRe, final double[] valueIm,
                final double[] derivativeRe, final double[] derivativeIm) {
                final double[] f = new double[2];
                final double[] d = new double[2];
                function.at(re, im, f, d);
                valueRe[0] = f[0];
                valueIm[0] = f[1];
                derivativeRe[0] = d[0];
                derivativeIm[0] = d[1];
            }
        };
    }

    /** A_0 + z A_1 + z^2 A_2 + ... */
    static AnalyticMatrix polynomial(final ComplexMatrix... coefficients) {
        final int n = coefficients[0].rows();
        return new AnalyticMatrix() {
            @Override
            public int size() {
                return n;
            }

            @Override
            public void evaluate(final double re, final double im, final double[] valueRe, final double[] valueIm,
                final double[] derivativeRe, final double[] derivativeIm) {
                Arrays.fill(valueRe, 0);
                Arrays.fill(valueIm, 0);
                Arrays.fill(derivativeRe, 0);
                Arrays.fill(derivativeIm, 0);
                for (int p = coefficients.length - 1; p >= 0; p--) {
                    for (int i = 0; i < n * n; i++) {
                        final double dr = derivativeRe[i];
                        derivativeRe[i] = dr * re - derivativeIm[i] * im + valueRe[i];
                        derivativeIm[i] = dr * im + derivativeIm[i] * re + valueIm[i];
                        final double vr = valueRe[i];
                        valueRe[i] = vr * re - valueIm[i] * im + coefficients[p].re(i / n, i % n);
                        valueIm[i] = vr * im + valueIm[i] * re + coefficients[p].im(i / n, i % n);
                    }
                }
            }
        };
    }

    private static ComplexMatrix times(final ComplexMatrix a, final double factor) {
        final ComplexMatrix b = new ComplexMatrix(a.rows(), a.columns());
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.columns(); j++) {
                b.set(i, j, factor * a.re(i, j), factor * a.im(i, j));
            }
        }
        return b;
    }

    private static void assertSameRoots(final ContourSpectrum found, final EigenDecomposition all,
        final ComplexBox box, final double tolerance) {
        int inside = 0;
        for (int i = 0; i < all.size(); i++) {
            if (box.contains(all.re(i), all.im(i), 0)) {
                inside++;
                double nearest = Double.POSITIVE_INFINITY;
                for (final NonlinearRoot root : found.roots()) {
                    nearest = Math.min(nearest, Math.hypot(root.re() - all.re(i), root.im() - all.im(i)));
                }
                assertThat(nearest).as("distance to root %g + %g i", all.re(i), all.im(i)).isLessThan(tolerance);
            }
        }
        assertThat(found.count()).isEqualTo(inside);
        assertThat(found.complete()).isTrue();
        assertThat(found.roots().stream().mapToInt(NonlinearRoot::multiplicity).sum()).isEqualTo(inside);
    }

    @Property(tries = 60)
    void linearProblemHasTheEigenvaluesInTheBox(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 12) final int n,
        @ForAll @DoubleRange(min = -2, max = 1) final double reMin,
        @ForAll @DoubleRange(min = -2, max = 1) final double imMin,
        @ForAll @DoubleRange(min = 0.3, max = 4) final double width,
        @ForAll @DoubleRange(min = 0.3, max = 4) final double height) {
        final ComplexMatrix a = TestMatrices.random(n, n, new Random(seed));
        final ComplexBox box = new ComplexBox(reMin, reMin + width, imMin, imMin + height);
        final ContourSpectrum found = SOLVER.search(polynomial(times(a, -1), ComplexMatrix.identity(n)), box);
        final EigenDecomposition all = new ComplexEigenSolver(Options.allVectors()).solve(a);
        assertThat(found.resolved()).isTrue();
        assertSameRoots(found, all, box, 1e-9);
        for (final NonlinearRoot root : found.roots()) {
            assertThat(root.residual()).isLessThan(1e-12);
            assertThat(root.nullVectors().columns()).isEqualTo(1);
        }
    }

    @Property(tries = 40)
    void quadraticProblemAgreesWithItsLinearization(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 6) final int n) {
        final Random random = new Random(seed);
        final ComplexMatrix k = TestMatrices.random(n, n, random);
        final ComplexMatrix c = TestMatrices.random(n, n, random);
        final ComplexMatrix companion = new ComplexMatrix(2 * n, 2 * n);
        for (int i = 0; i < n; i++) {
            companion.set(i, n + i, 1, 0);
            for (int j = 0; j < n; j++) {
                companion.set(n + i, j, -k.re(i, j), -k.im(i, j));
                companion.set(n + i, n + j, -c.re(i, j), -c.im(i, j));
            }
        }
        final ComplexBox box = new ComplexBox(-1.3, 2.1, -0.7, 3.3);
        final ContourSpectrum found = SOLVER.search(polynomial(k, c, ComplexMatrix.identity(n)), box);
        assertSameRoots(found, new ComplexEigenSolver(Options.allVectors()).solve(companion), box, 1e-8);
    }

    @Test
    void exponentialHasEquidistantRoots() {
        // exp(z) = 1 at 2 pi i k
        final AnalyticMatrix f = scalar((x, y, v, d) -> {
            final double e = Math.exp(x);
            v[0] = e * Math.cos(y) - 1;
            v[1] = e * Math.sin(y);
            d[0] = e * Math.cos(y);
            d[1] = e * Math.sin(y);
        });
        final ContourSpectrum found = SOLVER.search(f, new ComplexBox(-2.5, 3, -20, 33));
        assertThat(found.complete()).isTrue();
        assertThat(found.count()).isEqualTo(9);
        for (int i = 0; i < 9; i++) {
            assertThat(found.roots().get(i).im()).isCloseTo(2 * Math.PI * (5 - i), within(1e-12));
            assertThat(found.roots().get(i).re()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void delayEquationHasItsCharacteristicRoots() {
        // z + exp(-z) = 0: z = W_k(-1) for the branches k of Lambert's function, one in every strip of 2 pi
        final AnalyticMatrix f = scalar((x, y, v, d) -> {
            final double e = Math.exp(-x);
            v[0] = x + e * Math.cos(y);
            v[1] = y - e * Math.sin(y);
            d[0] = 1 - e * Math.cos(y);
            d[1] = e * Math.sin(y);
        });
        final ContourSpectrum found = SOLVER.search(f, new ComplexBox(-4, 2, 0, 27));
        // scipy.special.lambertw(-1, k), k = 0..4
        final double[] re = {-0.3181315052047642, -2.062277729598284, -2.6531919740386973,
            -3.020239708164501, -3.287768611544094};
        final double[] im = {1.3372357014306893, 7.588631178472513, 13.949208334533214,
            20.272457641615222, 26.580471499359145};
        assertThat(found.complete()).isTrue();
        assertThat(found.roots()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(found.roots().get(4 - i).re()).isCloseTo(re[i], within(1e-13));
            assertThat(found.roots().get(4 - i).im()).isCloseTo(im[i], within(1e-13));
        }
    }

    @Test
    void semisimpleDoubleRootHasTwoNullVectors() {
        // diag(z - a, z - a, z - b) in other coordinates
        final double[] re = {0.3, 0.3, -0.5};
        final double[] im = {0.2, 0.2, 0.1};
        final ComplexMatrix q = TestMatrices.unitary(3, new Random(1));
        final ComplexMatrix d = new ComplexMatrix(3, 3);
        for (int i = 0; i < 3; i++) {
            d.set(i, i, -re[i], -im[i]);
        }
        final ContourSpectrum found = SOLVER.search(
            polynomial(q.multiply(d).multiply(q.adjoint()), ComplexMatrix.identity(3)),
            new ComplexBox(-1, 1, -1, 1.1));
        assertThat(found.count()).isEqualTo(3);
        assertThat(found.complete()).isTrue();
        assertThat(found.roots()).hasSize(2);
        final NonlinearRoot twice = found.roots().get(0);
        assertThat(twice.multiplicity()).isEqualTo(2);
        assertThat(twice.nullVectors().columns()).isEqualTo(2);
        assertThat(twice.re()).isCloseTo(0.3, within(1e-14));
        assertThat(twice.im()).isCloseTo(0.2, within(1e-14));
    }

    @Test
    void defectiveDoubleRootHasOneNullVector() {
        final ComplexMatrix a = TestMatrices.real(new double[]{-0.25, 1}, new double[]{0, -0.25});
        final ContourSpectrum found = SOLVER.search(polynomial(a, ComplexMatrix.identity(2)),
            new ComplexBox(-1, 1.2, -1, 1.1));
        assertThat(found.complete()).isTrue();
        assertThat(found.roots()).hasSize(1);
        assertThat(found.roots().get(0).multiplicity()).isEqualTo(2);
        assertThat(found.roots().get(0).nullVectors().columns()).isEqualTo(1);
        // a double root is known to the square root of the rounding error
        assertThat(found.roots().get(0).re()).isCloseTo(0.25, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-1, 1e-3, 1e-5})
    void closeRootsAreSeparated(final double gap) {
        final ComplexMatrix a = TestMatrices.real(new double[]{-0.25, 1}, new double[]{0, -0.25 - gap});
        final ContourSpectrum found = SOLVER.search(polynomial(a, ComplexMatrix.identity(2)),
            new ComplexBox(-1, 1.2, -1, 1.1));
        assertThat(found.complete()).isTrue();
        assertThat(found.roots()).hasSize(2);
        final double distance = Math.abs(found.roots().get(0).re() - found.roots().get(1).re());
        assertThat(distance / gap).isCloseTo(1, within(1e-3));
    }

    @Test
    void manyRootsOfASmallMatrixAreFoundByCutting() {
        // a scalar polynomial with 40 roots on a spiral
        final double[] re = new double[40];
        final double[] im = new double[40];
        for (int i = 0; i < 40; i++) {
            re[i] = (0.3 + 0.02 * i) * Math.cos(0.9 * i);
            im[i] = (0.3 + 0.02 * i) * Math.sin(0.9 * i);
        }
        final AnalyticMatrix product = scalar((x, y, v, d) -> {
            double pr = 1;
            double pi = 0;
            double lr = 0;
            double li = 0;
            for (int i = 0; i < re.length; i++) {
                final double a = x - re[i];
                final double b = y - im[i];
                final double t = pr * a - pi * b;
                pi = pr * b + pi * a;
                pr = t;
                lr += a / (a * a + b * b);
                li -= b / (a * a + b * b);
            }
            v[0] = pr;
            v[1] = pi;
            d[0] = pr * lr - pi * li;
            d[1] = pr * li + pi * lr;
        });
        final ComplexBox box = new ComplexBox(-1.2, 1.3, -1.25, 1.2);
        final ContourSpectrum found = SOLVER.search(product, box);
        assertSameRoots(found, EigenDecomposition.values(re, im, 0, 0), box, 1e-10);
    }

    /**
     * Longitudinal fast flavor waves of G(v) = (1 - v)^2 - s^2, s = 0.1 (reference case 2): (1 - I_0)(1 + I_2) + I_1^2
     * = 0 with I_n the integral of G v^n/(omega - k v). The case states k to 6 decimals, which bounds the agreement.
     */
    @ParameterizedTest
    @CsvSource({"1.812751, 1.769462976, 0.030589159", "-0.471088, -0.458290681, 0.016003937"})
    void fastFlavorWavesOfAShallowCrossing(final double k, final double re, final double im) {
        final ContourSpectrum found = SOLVER.search(new Longitudinal(k, 1 - 0.01, -2, 1),
            new ComplexBox(-3, 3, 1e-3, 2));
        assertThat(found.complete()).isTrue();
        assertThat(found.roots()).hasSize(1);
        assertThat(found.roots().get(0).re()).isCloseTo(re, within(5e-7));
        assertThat(found.roots().get(0).im()).isCloseTo(im, within(5e-7));
        assertThat(found.roots().get(0).residual()).isLessThan(1e-14);
        assertThat(found.evaluations()).isLessThan(1000);
    }

    @Test
    void mediumWithoutCrossingHasNoUnstableWave() {
        final ContourSpectrum found = SOLVER.search(new Longitudinal(0.7, 1, 0.4, 0.2),
            new ComplexBox(-4, 4, 1e-3, 2));
        assertThat(found.count()).isZero();
        assertThat(found.complete()).isTrue();
        assertThat(found.roots()).isEmpty();
    }

    @Test
    void rootOnTheBoundaryIsNotResolved() {
        final ComplexMatrix a = new ComplexMatrix(1, 1);
        a.set(0, 0, -1, 0);
        final ContourSpectrum found = SOLVER.search(polynomial(a, ComplexMatrix.identity(1)),
            new ComplexBox(-0.3, 1, -1, 1.1));
        assertThat(found.resolved()).isFalse();
        assertThat(found.complete()).isFalse();
    }

    @Test
    void poleInTheBoxIsNotComplete() {
        // 1/z has one pole and no root
        final AnalyticMatrix f = scalar((x, y, v, d) -> {
            final double r = x * x + y * y;
            v[0] = x / r;
            v[1] = -y / r;
            d[0] = -(x * x - y * y) / (r * r);
            d[1] = 2 * x * y / (r * r);
        });
        final ContourSpectrum found = SOLVER.search(f, new ComplexBox(-1, 1.3, -1, 1.1));
        assertThat(found.count()).isEqualTo(-1);
        assertThat(found.complete()).isFalse();
    }

    @Test
    void evaluationsAreBounded() {
        final ContourSpectrum found = new ContourEigenSolver(1e-2, 70).search(new Longitudinal(1.812751, 0.99, -2, 1),
            new ComplexBox(-3, 3, 1e-6, 2));
        assertThat(found.evaluations()).isLessThanOrEqualTo(130);
        assertThat(found.complete()).isFalse();
    }

    @Test
    void optionsAndBoxesAreChecked() {
        assertThatThrownBy(() -> new ContourEigenSolver(0.5, 100)).hasMessageContaining("0.5");
        assertThatThrownBy(() -> new ContourEigenSolver(0.01, 0)).hasMessageContaining("maxEvaluations is 0");
        assertThatThrownBy(() -> new ComplexBox(1, 1, 0, 1)).hasMessageContaining("area");
        assertThatThrownBy(() -> new ComplexBox(0, Double.NaN, 0, 1)).hasMessageContaining("finite");
    }

    /** ((1 - I_0, I_1), (-I_1, 1 + I_2)) for G = g_0 + g_1 v + g_2 v^2, with closed-form integrals. */
    private static final class Longitudinal implements AnalyticMatrix {
        private final double m_k;

        private final double[] m_g;

        Longitudinal(final double k, final double... g) {
            m_k = k;
            m_g = g;
        }

        @Override
        public int size() {
            return 2;
        }

        @Override
        public void evaluate(final double re, final double im, final double[] valueRe, final double[] valueIm,
            final double[] derivativeRe, final double[] derivativeIm) {
            final int powers = m_g.length + 2;
            // l_n = integral v^n/(omega - k v): l_0 = ln((omega + k)/(omega - k))/k, l_(n+1) = (omega l_n - m_n)/k
            final double[][] l = new double[powers][2];
            final double[][] d = new double[powers][2];
            final double plus = (re + m_k) * (re + m_k) + im * im;
            final double minus = (re - m_k) * (re - m_k) + im * im;
            l[0][0] = Math.log(plus / minus) / (2 * m_k);
            l[0][1] = (Math.atan2(im, re + m_k) - Math.atan2(im, re - m_k)) / m_k;
            d[0][0] = ((re + m_k) / plus - (re - m_k) / minus) / m_k;
            d[0][1] = (-im / plus + im / minus) / m_k;
            for (int n = 0; n + 1 < powers; n++) {
                final double moment = n % 2 == 0 ? 2.0 / (n + 1) : 0;
                l[n + 1][0] = (re * l[n][0] - im * l[n][1] - moment) / m_k;
                l[n + 1][1] = (re * l[n][1] + im * l[n][0]) / m_k;
                d[n + 1][0] = (l[n][0] + re * d[n][0] - im * d[n][1]) / m_k;
                d[n + 1][1] = (l[n][1] + re * d[n][1] + im * d[n][0]) / m_k;
            }
            fill(l, 1, valueRe, 0);
            fill(l, 0, valueIm, 1);
            fill(d, 0, derivativeRe, 0);
            fill(d, 0, derivativeIm, 1);
        }

        private void fill(final double[][] l, final double one, final double[] out, final int part) {
            final double[] i = new double[3];
            for (int n = 0; n < 3; n++) {
                for (int p = 0; p < m_g.length; p++) {
                    i[n] += m_g[p] * l[n + p][part];
                }
            }
            out[0] = one - i[0];
            out[1] = i[1];
            out[2] = -i[1];
            out[3] = one + i[2];
        }
    }
}
