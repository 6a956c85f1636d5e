package org.flavorwaves.physics.linear.survey.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.linear.survey.fast.FastLineSearch.Found;
import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.state.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastLineSearchTest {
    private static BeamTensors rings(final double[] c, final double[] g) {
        double sum = 0;
        for (final double x : g) {
            sum += Math.abs(x);
        }
        final double[][] v = new double[c.length][];
        final double[] scaled = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            v[i] = new double[]{0, 0, c[i]};
            scaled[i] = g[i] / sum;
        }
        return BeamTensors.of(v, scaled);
    }

    private static BeamTensors along(final double[][] v, final double[] g, final Direction axis) {
        final Direction[] frame = LeptonMedium.frame(axis);
        final double[][] turned = new double[g.length][];
        for (int i = 0; i < g.length; i++) {
            final Direction one = new Direction(v[i][0], v[i][1], v[i][2]);
            turned[i] = new double[]{one.dot(frame[0]), one.dot(frame[1]), one.dot(frame[2])};
        }
        return BeamTensors.of(turned, g);
    }

    private static FastWave search(final BeamTensors tensors) {
        return FastLineSearch.search(tensors, SurveyOptions.DEFAULT_RESOLUTION, 1e-3, true).wave();
    }

    /** Growth at most 2 sqrt(g1 g2), at k = 0, for any two opposed beams of opposite sign. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.5", "0.8, 0.2", "0.1, 0.9", "0.99, 0.01"})
    void twoBeams(final double first, final double second) {
        final FastWave wave = search(rings(new double[]{1, -1}, new double[]{first, -second}));
        assertThat(wave.growth()).isCloseTo(2 * Math.sqrt(first * second), within(1e-12));
        assertThat(wave.k()).isCloseTo(0, within(1e-7));
        assertThat(wave.transverse()).isFalse();
    }

    /** Reference case 5 on 64 rings: the waves are far enough from the real axis for the quadrature to be exact. */
    @ParameterizedTest
    @CsvSource({"0.5, -0.7, 0.168224864, 0.7755061", "0, 1, 0.689629031, 0"})
    void linearSpectra(final double constant, final double slope, final double growth, final double k) {
        final GaussLegendre rule =
            GaussLegendre.of(64);
        final double[] c = new double[64];
        final double[] g = new double[64];
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            c[i] = rule.node(i);
            g[i] = rule.weight(i) * (constant + slope * c[i]);
            sum += Math.abs(g[i]);
        }
        final FastWave wave = FastLineSearch.search(rings(c, g), SurveyOptions.DEFAULT_RESOLUTION, 1e-3, false)
            .wave();
        assertThat(sum * wave.growth()).isCloseTo(growth, within(1e-9));
        if (k > 0) {
            assertThat(sum * wave.k()).isCloseTo(k, within(1e-6));
        }
    }

    /** A ring has the waves of its beams, those that break its symmetry included. */
    @Test
    void ringsAreTheirBeams() {
        final double[] c = {0.9, 0.5, 0.1, -0.6};
        final double[] g = {0.3, -0.35, 0.2, 0.15};
        final int azimuths = 12;
        final double[][] v = new double[c.length * azimuths][];
        final double[] beams = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            final double s = Math.sqrt(1 - c[i / azimuths] * c[i / azimuths]);
            final double phi = 2 * Math.PI * (i % azimuths + 0.3) / azimuths;
            v[i] = new double[]{s * Math.cos(phi), s * Math.sin(phi), c[i / azimuths]};
            beams[i] = g[i / azimuths] / azimuths;
        }
        final FastWave ring = search(rings(c, g));
        final BeamTensors tensors = BeamTensors.of(v, beams);
        assertThat(tensors.size()).isEqualTo(4);
        assertThat(tensors.axial()).isTrue();
        final FastWave beam = search(tensors);
        assertThat(ring.growth()).isPositive();
        assertThat(beam.growth()).isCloseTo(ring.growth(), within(1e-12));
        assertThat(beam.k()).isCloseTo(ring.k(), within(1e-6));
    }

    /** At the top det(g - chi) vanishes and the slope of the growth too, and a finer map finds nothing faster. */
    @Test
    void randomMediaAreLevelAtTheTopAndMissNothing() {
        final Random random = new Random(7);
        int unstable = 0;
        for (int trial = 0; trial < 40; trial++) {
            final int n = 3 + random.nextInt(8);
            final double[][] v = new double[n][];
            final double[] g = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                final double c = 2 * random.nextDouble() - 1;
                final double phi = 2 * Math.PI * random.nextDouble();
                v[i] = new double[]{Math.sqrt(1 - c * c) * Math.cos(phi), Math.sqrt(1 - c * c) * Math.sin(phi), c};
                g[i] = random.nextDouble() - 0.5;
                sum += Math.abs(g[i]);
            }
            for (int i = 0; i < n; i++) {
                g[i] /= sum;
            }
            final BeamTensors tensors = BeamTensors.of(v, g);
            final FastWave wave = search(tensors);
            final FastWave fine = FastLineSearch.search(tensors, 64, 1e-3, true).wave();
            assertThat(wave.growth()).as("medium %d", trial).isCloseTo(fine.growth(), within(1e-9));
            if (wave.growth() > 0) {
                unstable++;
                assertThat(new DirectDeterminant(v, g).at(new Complex(wave.omegaRe(), wave.growth()), wave.k()).abs())
                    .isLessThan(1e-9);
                final LineWave level = new LineWave(tensors);
                assertThat(level.start(wave.k(), wave.omegaRe(), wave.growth(), wave.transverse())).isTrue();
                assertThat(Math.abs(level.growthSlope())).isLessThan(1e-6);
            }
        }
        assertThat(unstable).isGreaterThan(30);
    }

    /**
     * Three beams, two of them close, resonate far out, where the growth is a thousandth of the wave number; against
     * the eigenvalues of (omega - k c_i) S_i = g_i sum_j (1 - v_i.v_j) S_j on the line.
     */
    @Test
    void slowWavesOfCloseBeamsAreFoundFarOut() {
        final Random random = new Random(1_000_009);
        random.nextInt(6);
        final double[][] v = new double[3][];
        final double[] g = new double[3];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            final double z = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[i] = new double[]{Math.sqrt(1 - z * z) * Math.cos(phi), Math.sqrt(1 - z * z) * Math.sin(phi), z};
            g[i] = random.nextDouble() - 0.5;
            sum += Math.abs(g[i]);
        }
        final double[] flux = new double[3];
        for (int i = 0; i < 3; i++) {
            g[i] /= sum;
            for (int a = 0; a < 3; a++) {
                flux[a] += g[i] * v[i][a];
            }
        }
        final double length = Math.sqrt(flux[0] * flux[0] + flux[1] * flux[1] + flux[2] * flux[2]);
        final Direction axis = new Direction(flux[0] / length, flux[1] / length, flux[2] / length);
        double expected = 0;
        for (double k = 4.2; k < 4.5; k += 2e-4) {
            final double[][] matrix = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    matrix[i][j] = g[i] * (1 - v[i][0] * v[j][0] - v[i][1] * v[j][1] - v[i][2] * v[j][2]);
                }
                matrix[i][i] += k * (v[i][0] * axis.x() + v[i][1] * axis.y() + v[i][2] * axis.z());
            }
            expected = Math.max(expected, Arrays.stream(new EigenDecomposition(new Array2DRowRealMatrix(matrix))
                .getImagEigenvalues()).max().orElseThrow());
        }
        assertThat(expected).isGreaterThan(5e-3);
        final Found found = FastLineSearch.search(along(v, g, axis), 24, 1e-3, true);
        assertThat(found.wave().growth()).isCloseTo(expected, within(1e-6));
        assertThat(found.certainty()).isEqualTo(Certainty.COMPLETE);
    }

    /** det(g - sum G V V/(omega - k c)) by expansion, straight from its definition. */
    private record DirectDeterminant(double[][] v, double[] g) {
        Complex at(final Complex omega, final double k) {
            final Complex[][] t = new Complex[4][4];
            for (int m = 0; m < 4; m++) {
                for (int n = 0; n < 4; n++) {
                    t[m][n] = new Complex(m != n ? 0 : m == 0 ? 1 : -1);
                    for (int i = 0; i < g.length; i++) {
                        final double[] full = {1, v[i][0], v[i][1], v[i][2]};
                        t[m][n] = t[m][n]
                            .subtract(new Complex(g[i] * full[m] * full[n]).divide(omega.subtract(k * v[i][2])));
                    }
                }
            }
            return expand(t, 0, 0);
        }

        private static Complex expand(final Complex[][] t, final int row, final int used) {
            if (row == 4) {
                return Complex.ONE;
            }
            Complex sum = Complex.ZERO;
            int sign = 1;
            for (int c = 0; c < 4; c++) {
                if ((used & 1 << c) == 0) {
                    sum = sum.add(t[row][c].multiply(sign).multiply(expand(t, row + 1, used | 1 << c)));
                    sign = -sign;
                }
            }
            return sum;
        }
    }
}
