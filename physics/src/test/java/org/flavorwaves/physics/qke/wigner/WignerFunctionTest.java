package org.flavorwaves.physics.qke.wigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Reference case 20, and the identities of the Wigner function. */
class WignerFunctionTest {
    private static final double L = 2 * Math.PI;

    /** Psi = (1, 0.5i) exp(2iz) + (0.3 - 0.2i, 0.8) exp(5iz). */
    private static WignerFunction printed() {
        final double[][] re = new double[5][2];
        final double[][] im = new double[5][2];
        re[1] = new double[]{1, 0};
        im[1] = new double[]{0, 0.5};
        re[4] = new double[]{0.3, 0.8};
        im[4] = new double[]{-0.2, 0};
        return new WignerFunction(L, re, im);
    }

    private static WignerFunction random(final double[][] re, final double[][] im) {
        final Random random = new Random(7);
        for (int n = 0; n < re.length; n++) {
            for (int c = 0; c < re[n].length; c++) {
                re[n][c] = random.nextGaussian();
                im[n][c] = random.nextGaussian();
            }
        }
        return new WignerFunction(3, re, im);
    }

    @Test
    void reproducesThePrintedDigits() {
        final WignerFunction r = printed();
        assertThat(r.element(7, 0.7, 0, 0)).containsExactly(new double[]{0.0423760839, 0}, within(6e-11));
        assertThat(r.element(7, 0.7, 0, 1)).containsExactly(new double[]{-0.2239108682, -0.7011615143},
            within(6e-11));
        assertThat(r.element(7, 0.7, 1, 0)).containsExactly(new double[]{-0.2239108682, 0.7011615143},
            within(6e-11));
        assertThat(r.element(7, 0.7, 1, 1)).containsExactly(new double[]{0.6905674933, 0}, within(6e-11));
        assertThat(r.trace(7, 0.7)).isCloseTo(-0.43776796 + 1.17071154, within(1e-8));
        assertThat(r.squareTrace(7, 0.7)).isCloseTo(0.43776796 * 0.43776796 + 1.17071154 * 1.17071154, within(2e-8));
        assertThat(r.element(4, 0.7, 0, 0)).containsExactly(new double[]{1, 0}, within(1e-15));
        assertThat(r.element(4, 0.7, 0, 1)).containsExactly(new double[]{0, -0.5}, within(1e-15));
        assertThat(r.element(4, 0.7, 1, 1)).containsExactly(new double[]{0.25, 0}, within(1e-15));
        assertThat(r.waveNumber(7)).isCloseTo(3.5, within(1e-15));
    }

    /** A Gaussian packet is where it was put, over the seam of the box too, and as wide as its spectrum says. */
    @Test
    void centerOfAPacketIsItsPlaceAndWaveNumber() {
        for (final double place : new double[]{21.5, 0.75}) {
            final double[][] re = new double[60][2];
            final double[][] im = new double[60][2];
            final double spread = 0.16;
            for (int n = 1; n <= re.length; n++) {
                final double k = 2 * Math.PI * n / 60;
                final double size = Math.exp(-(k - 3.1) * (k - 3.1) / (4 * spread * spread));
                re[n - 1] = new double[]{size * Math.cos(k * place), size * Math.sin(k * place)};
                im[n - 1] = new double[]{-size * Math.sin(k * place), size * Math.cos(k * place)};
            }
            final WaveCenter center = new WignerFunction(60, re, im).center();
            assertThat(center.z()).isCloseTo(place, within(1e-9));
            assertThat(center.k()).isCloseTo(3.1, within(1e-9));
            assertThat(center.widthK()).isCloseTo(spread, within(1e-9));
            assertThat(center.widthZ()).isCloseTo(1 / (2 * spread), within(1e-6));
        }
    }

    @Test
    void centerOfOneWaveIsNowhere() {
        final WaveCenter center = new WignerFunction(L, new double[][]{{0.3}, {0}}, new double[][]{{0}, {0}}).center();
        assertThat(center.widthZ()).isInfinite();
        assertThat(center.k()).isCloseTo(1, within(1e-15));
        assertThat(new WignerFunction(L, new double[1][1], new double[1][1]).center().z()).isNaN();
    }

    /** The integral over k/2 pi is Psi Psi^dagger at z. */
    @Test
    void sumOverWaveNumbersIsTheFieldAtAPlace() {
        final double[][] re = new double[6][3];
        final double[][] im = new double[6][3];
        final WignerFunction r = random(re, im);
        final double z = 0.83;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                final double[] left = field(re, im, a, z);
                final double[] right = field(re, im, b, z);
                double sumRe = 0;
                double sumIm = 0;
                for (int twice = 2; twice <= 12; twice++) {
                    sumRe += r.element(twice, z, a, b)[0];
                    sumIm += r.element(twice, z, a, b)[1];
                }
                assertThat(sumRe).isCloseTo(left[0] * right[0] + left[1] * right[1], within(1e-12));
                assertThat(sumIm).isCloseTo(left[1] * right[0] - left[0] * right[1], within(1e-12));
            }
        }
    }

    private static double[] field(final double[][] re, final double[][] im, final int component, final double z) {
        final double[] sum = new double[2];
        for (int n = 1; n <= re.length; n++) {
            final double phase = 2 * Math.PI * n * z / 3;
            sum[0] += re[n - 1][component] * Math.cos(phase) - im[n - 1][component] * Math.sin(phase);
            sum[1] += re[n - 1][component] * Math.sin(phase) + im[n - 1][component] * Math.cos(phase);
        }
        return sum;
    }

    /** The mean over z is |Psi_n|^2 at integer kappa, and 0 between. */
    @Test
    void meanOverPlacesIsThePowerOfTheWave() {
        final WignerFunction r = random(new double[6][3], new double[6][3]);
        for (int twice = 2; twice <= 12; twice++) {
            double mean = 0;
            for (int q = 0; q < 24; q++) {
                mean += r.trace(twice, 3 * q / 24.0) / 24;
            }
            assertThat(mean).isCloseTo(twice % 2 == 0 ? r.power(twice / 2) : 0, within(1e-13));
        }
    }

    @Test
    void tracesAndIntensityAgreeWithTheElements() {
        final WignerFunction r = random(new double[6][3], new double[6][3]);
        final double[] leftRe = {0.3, -1, 0.7};
        final double[] leftIm = {0.2, 0.4, -0.9};
        for (int twice = 2; twice <= 12; twice++) {
            double square = 0;
            double intensity = 0;
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    final double[] element = r.element(twice, 1.1, a, b);
                    square += element[0] * element[0] + element[1] * element[1];
                    intensity += element[0] * (leftRe[a] * leftRe[b] + leftIm[a] * leftIm[b])
                        - element[1] * (leftIm[a] * leftRe[b] - leftRe[a] * leftIm[b]);
                }
            }
            assertThat(r.squareTrace(twice, 1.1)).isCloseTo(square, within(1e-11));
            assertThat(r.trace(twice, 1.1)).isCloseTo(r.trace(twice, 1.1, 0, 1) + r.trace(twice, 1.1, 1, 3),
                within(1e-12));
            assertThat(r.intensity(twice, 1.1, leftRe, leftIm)).isCloseTo(intensity, within(1e-11));
        }
    }

    @Test
    void takesTheWavesOfAField() {
        final BoxGrid grid = BoxGrid.line(2, 10, 12);
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(0.5).weight(1).build();
        final double[][] p = new double[3][12];
        for (int q = 0; q < 12; q++) {
            p[0][q] = 0.2 * Math.cos(2 * Math.PI * 2 * q / 12.0);
            p[1][q] = 0.1 * Math.sin(2 * Math.PI * q / 12.0);
            p[2][q] = 0.5;
        }
        final WignerFunction r = WignerFunction.of(BoxField.ofPoints(grid, modes, new double[]{1},
            new double[][]{p[0]}, new double[][]{p[1]}, new double[][]{p[2]}), 9);
        assertThat(r.waves()).isEqualTo(grid.cutoff(2));
        assertThat(r.power(1)).isCloseTo(0.0025, within(1e-15));
        assertThat(r.power(2)).isCloseTo(0.01, within(1e-15));
        assertThat(r.element(2, 0.3, 1, 1)[0]).isCloseTo(0.0025, within(1e-15));
        final BoxGrid plane = new BoxGrid(new double[]{1, 1, 1}, new int[]{4, 1, 4});
        assertThatThrownBy(() -> WignerFunction.of(BoxField.ofPoints(plane, modes, new double[]{1},
            new double[1][16], new double[1][16], new double[1][16]), 9)).hasMessageContaining("4 x 1 x 4 points");
        assertThatThrownBy(() -> new WignerFunction(1, new double[0][0], new double[0][0]))
            .hasMessageContaining("at least one wave");
    }
}
