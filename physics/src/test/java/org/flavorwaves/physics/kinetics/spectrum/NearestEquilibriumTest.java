package org.flavorwaves.physics.kinetics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** No T and u come nearer to a spectrum than those of the fit; numbers without another source are of scipy. */
class NearestEquilibriumTest {
    private static final double[] OMEGA = {1, 1.2, 1.1, 0.9, 1.5};

    private static final double[] K = {-1, 1, 0.3, -0.4, 0.9};

    /** Tails of 0.3 and 0.45 on the two sides, omega = sqrt(1 + k^2). */
    private static WaveSpectrum exponential() {
        final double[] k = {-3, -2, -1, -0.5, 0.5, 1, 2, 3, 4.5};
        return new WaveSpectrum(Arrays.stream(k).map(x -> Math.sqrt(1 + x * x)).toArray(), k,
            Arrays.stream(k).map(x -> Math.exp(-Math.abs(x) / (x > 0 ? 0.45 : 0.3))).toArray());
    }

    private static double distance(final WaveSpectrum waves, final double t, final double u, final boolean planck) {
        double sum = 0;
        for (int i = 0; i < waves.k().length; i++) {
            final double x = Math.signum(waves.action()[i]) * (waves.omega()[i] - u * waves.k()[i]) / t;
            final double fitted = planck ? 1 / Math.expm1(x) : 1 / x;
            sum += Math.pow(Math.log(Math.abs(waves.action()[i]) / fitted), 2);
        }
        return Math.sqrt(sum / waves.k().length);
    }

    @Test
    void findsWhatIsNearestToAnExponential() {
        final EquilibriumFit classical = exponential().rayleighJeans();
        assertThat(classical.temperature()).isCloseTo(0.0116995651, within(1e-9));
        assertThat(classical.velocity()).isCloseTo(0.18350235, within(1e-7));
        assertThat(classical.distance()).isCloseTo(2.747494295380879, within(1e-12));
        final EquilibriumFit quantum = exponential().planck(1);
        assertThat(quantum.temperature()).isCloseTo(0.40039789, within(1e-8));
        assertThat(quantum.velocity()).isCloseTo(0.1858751, within(1e-7));
        assertThat(quantum.distance()).isCloseTo(0.7861799226782, within(1e-12));
        assertThat(classical.isAtEdge()).isFalse();
        assertThat(classical.margin()).isCloseTo(smallest(exponential(), classical.velocity()), within(1e-12));
    }

    private static double smallest(final WaveSpectrum waves, final double u) {
        double least = 1;
        for (int i = 0; i < waves.k().length; i++) {
            final double energy = Math.abs(waves.omega()[i] - u * waves.k()[i]);
            least = Math.min(least, energy / (Math.abs(waves.omega()[i]) + Math.abs(u * waves.k()[i])));
        }
        return least;
    }

    @Test
    void choosesTheLowerOfTwoMinimaOnEitherSide() {
        final double[] n = {3.868, 7.995, 0.094, 0.499, 0.009};
        for (final double side : new double[]{1, -1}) {
            final EquilibriumFit fit =
                new WaveSpectrum(OMEGA, Arrays.stream(K).map(k -> side * k).toArray(), n).rayleighJeans();
            assertThat(fit.velocity()).isCloseTo(-0.90649060 * side, within(1e-7));
            assertThat(fit.distance()).isCloseTo(2.1920467299218, within(1e-12));
        }
    }

    /** Planck spectra have several minima in T alone; with k on the light cone u is 0. */
    @Test
    void choosesTheLowerOfTwoTemperatures() {
        final double[] k = {0.111, 2.927, 0.246};
        final EquilibriumFit cold =
            new WaveSpectrum(k, k, new double[]{Math.exp(18.04), Math.exp(-11.85), Math.exp(6.4)}).planck(1);
        assertThat(cold.temperature()).isCloseTo(0.34770545, within(1e-7));
        assertThat(cold.distance()).isCloseTo(10.711651007273, within(1e-11));
        final double[] more = {2.923, 0.25, 27.254, 2.304};
        final EquilibriumFit hot = new WaveSpectrum(more, more,
            new double[]{Math.exp(-8.67), Math.exp(19.24), Math.exp(-9.65), Math.exp(14.91)}).planck(1);
        assertThat(hot.temperature()).isCloseTo(93.816014, within(1e-5));
        assertThat(hot.distance()).isCloseTo(11.888077157372, within(1e-11));
    }

    /** On the light cone the two directions have temperatures of their own, T/(1 - u) and T/(1 + u). */
    @Test
    void fitsTheDirectionsOfTheLightConeOneByOne() {
        final double[] k = {0.5, 1, 2, 4};
        final double[] right = {1e-10, 1e-15, 1e-29, 1e-60};
        final double[] left = {1e30, 2e29, 1e29, 4e28};
        final double[] both = new double[8];
        final double[] omega = new double[8];
        final double[] n = new double[8];
        for (int i = 0; i < 4; i++) {
            both[i] = k[i];
            both[4 + i] = -k[i];
            omega[i] = k[i];
            omega[4 + i] = k[i];
            n[i] = right[i];
            n[4 + i] = left[i];
        }
        for (final boolean planck : new boolean[]{false, true}) {
            final EquilibriumFit one = fit(new WaveSpectrum(k, k, right), planck);
            final EquilibriumFit two = fit(new WaveSpectrum(k, k, left), planck);
            final EquilibriumFit all = fit(new WaveSpectrum(omega, both, n), planck);
            assertThat(all.distance()).isCloseTo(Math.hypot(one.distance(), two.distance()) / Math.sqrt(2),
                within(1e-12));
            assertThat(all.temperature() / (1 - all.velocity()) / one.temperature()).isCloseTo(1, within(1e-12));
            assertThat(all.isAtEdge()).isTrue();
        }
    }

    private static EquilibriumFit fit(final WaveSpectrum waves, final boolean planck) {
        return planck ? waves.planck(1) : waves.rayleighJeans();
    }

    /** Random spectra of both signatures around one frame, whose T may have either sign. */
    @Test
    void noOtherTemperatureOrVelocityIsNearer() {
        final Random random = new Random(3);
        for (int trial = 0; trial < 40; trial++) {
            final int n = 3 + random.nextInt(12);
            final double u = random.nextDouble() - 0.5;
            final double sign = trial % 2 == 0 ? 1 : -1;
            final double[] k = new double[n];
            final double[] omega = new double[n];
            final double[] action = new double[n];
            for (int i = 0; i < n; i++) {
                k[i] = 4 * random.nextDouble() - 2;
                final double signature = random.nextBoolean() ? 1 : -1;
                omega[i] = u * k[i] + sign * signature * Math.exp(random.nextGaussian());
                action[i] = signature * Math.exp(2 * random.nextGaussian());
            }
            final WaveSpectrum waves = new WaveSpectrum(omega, k, action);
            for (final boolean planck : new boolean[]{false, true}) {
                final EquilibriumFit fit = fit(waves, planck);
                assertThat(distance(waves, fit.temperature(), fit.velocity(), planck))
                    .isCloseTo(fit.distance(), within(1e-9 * fit.distance()));
                for (int other = 0; other < 400; other++) {
                    final double t = fit.temperature() * Math.exp(random.nextGaussian() * Math.pow(10, -other % 4));
                    final double v = fit.velocity() + random.nextGaussian() * Math.pow(10, -other % 5);
                    final double elsewhere = distance(waves, t, v, planck);
                    assertThat(Double.isNaN(elsewhere) || elsewhere >= fit.distance() * (1 - 1e-12)).isTrue();
                }
            }
        }
    }

    @Test
    void recoversPlantedEquilibriaOfBothSignsOfT() {
        final double[] omega = {1, 2, -0.5, 0.3, -1.5, 0.8};
        final double[] k = {0.5, -1, 2, -1.2, 0.4, -0.2};
        for (final double t : new double[]{0.03, -2.5}) {
            final double[] classical = new double[k.length];
            final double[] quantum = new double[k.length];
            for (int i = 0; i < k.length; i++) {
                classical[i] = t / (omega[i] - 0.35 * k[i]);
                quantum[i] = Math.signum(classical[i]) / Math.expm1(1 / Math.abs(classical[i]));
            }
            for (final EquilibriumFit fit : new EquilibriumFit[]{new WaveSpectrum(omega, k, classical).rayleighJeans(),
                new WaveSpectrum(omega, k, quantum).planck(1)}) {
                assertThat(fit.temperature()).isCloseTo(t, within(1e-12));
                assertThat(fit.velocity()).isCloseTo(0.35, within(1e-12));
                assertThat(fit.distance()).isCloseTo(0, within(1e-12));
            }
        }
    }

    /** k of one sign allow u on both sides of their phase velocities, T changing its sign at u = +-infinity. */
    @Test
    void passesInfiniteTemperatures() {
        final double[] k = {0.5, 1, 2, 3};
        final double[] omega = {1, -0.4, 0.2, 0.7};
        final double[] n = new double[k.length];
        for (final double inverse : new double[]{1e-3, -1e-3}) {
            for (int i = 0; i < k.length; i++) {
                n[i] = 1 / (inverse * omega[i] + 0.8 * k[i]);
            }
            final EquilibriumFit fit = new WaveSpectrum(omega, k, n).rayleighJeans();
            assertThat(fit.temperature()).isCloseTo(1 / inverse, within(1e-8));
            assertThat(fit.velocity()).isCloseTo(-0.8 / inverse, within(1e-8));
            assertThat(fit.distance()).isCloseTo(0, within(1e-12));
        }
    }

    /** On the light cone with k > 0 only T is free: the distance is the scatter of ln(n k). */
    @Test
    void isTheScatterWhereOnlyTheTemperatureIsFree() {
        final double[] k = {1, 2, 3};
        final double[] n = {1, 0.1, 0.02};
        final EquilibriumFit fit = new WaveSpectrum(k, k, n).rayleighJeans();
        final double mean = (Math.log(1) + Math.log(0.2) + Math.log(0.06)) / 3;
        final double squares = Math.pow(mean, 2) + Math.pow(Math.log(0.2) - mean, 2)
            + Math.pow(Math.log(0.06) - mean, 2);
        assertThat(fit.temperature()).isCloseTo(Math.exp(mean), within(1e-14));
        assertThat(fit.distance()).isCloseTo(Math.sqrt(squares / 3), within(1e-14));
    }

    /** A wave with e^50 times the quanta of the others moves with u but for about e^-50. */
    @Test
    void saysThatAFitIsAtTheEdge() {
        final double[] n = {1, 1, 1, 1, Math.exp(50)};
        final EquilibriumFit fit = new WaveSpectrum(OMEGA, new double[]{-1, 0.5, 0.3, -0.4, 0.9}, n).rayleighJeans();
        assertThat(fit.isAtEdge()).isTrue();
        assertThat(fit.velocity()).isCloseTo(1.5 / 0.9, within(1e-15));
        final double[] others = {1 + 1 / 0.6, 1.2 - 0.5 / 0.6, 1.1 - 0.5, 0.9 + 0.4 / 0.6};
        double mean = 0;
        for (final double energy : others) {
            mean += Math.log(energy) / 4;
        }
        double squares = 0;
        for (final double energy : others) {
            squares += Math.pow(Math.log(energy) - mean, 2);
        }
        assertThat(fit.temperature()).isCloseTo(Math.exp(mean), within(1e-12));
        assertThat(fit.distance()).isCloseTo(Math.sqrt(squares / 5), within(1e-12));
        assertThat(Math.log(fit.margin())).isCloseTo(mean - 50 - Math.log(3), within(1e-10));
    }
}
