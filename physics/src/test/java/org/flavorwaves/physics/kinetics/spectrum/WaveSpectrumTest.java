package org.flavorwaves.physics.kinetics.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Equilibrium spectra give back their temperature and velocity; waves of negative energy may exclude them. */
class WaveSpectrumTest {
    private static final double[] K = {-3, -2, -1, -0.5, 0.5, 1, 2, 3};

    private static double[] omega() {
        final double[] omega = new double[K.length];
        for (int i = 0; i < K.length; i++) {
            omega[i] = Math.sqrt(1 + K[i] * K[i]);
        }
        return omega;
    }

    private static double[] rayleighJeans(final double[] omega, final double t, final double u) {
        final double[] n = new double[K.length];
        for (int i = 0; i < K.length; i++) {
            n[i] = t / (omega[i] - u * K[i]);
        }
        return n;
    }

    @Test
    void findsTemperatureAndVelocityOfRayleighJeans() {
        final EquilibriumFit fit = new WaveSpectrum(omega(), K, rayleighJeans(omega(), 0.37, 0.2)).rayleighJeans();
        assertThat(fit.temperature()).isCloseTo(0.37, within(1e-13));
        assertThat(fit.velocity()).isCloseTo(0.2, within(1e-13));
        assertThat(fit.distance()).isCloseTo(0, within(1e-13));
    }

    @Test
    void findsTemperatureAndVelocityOfPlanck() {
        final double[] omega = omega();
        final double[] n = new double[K.length];
        for (int i = 0; i < K.length; i++) {
            n[i] = 1 / Math.expm1((omega[i] + 0.3 * K[i]) / 0.8) / 5;
        }
        final WaveSpectrum spectrum = new WaveSpectrum(omega, K, n);
        final EquilibriumFit fit = spectrum.planck(5);
        assertThat(fit.temperature()).isCloseTo(0.8, within(1e-13));
        assertThat(fit.velocity()).isCloseTo(-0.3, within(1e-13));
        assertThat(fit.distance()).isCloseTo(0, within(1e-13));
        assertThat(spectrum.rayleighJeans().distance()).isGreaterThan(0.3);
    }

    @Test
    void planckBecomesRayleighJeansWithManyQuanta() {
        final WaveSpectrum spectrum = new WaveSpectrum(omega(), K, rayleighJeans(omega(), 1, 0.1));
        assertThat(spectrum.planck(1e8).distance()).isCloseTo(0, within(1e-7));
        assertThat(spectrum.planck(1e8).temperature()).isCloseTo(1e8, within(10.0));
    }

    @Test
    void bothFitsAgreeForManyQuantaAwayFromEquilibriumToo() {
        final double[] n = rayleighJeans(omega(), 1, 0.1);
        n[1] *= 1.3;
        n[6] *= 0.6;
        final WaveSpectrum spectrum = new WaveSpectrum(omega(), K, n);
        final EquilibriumFit classical = spectrum.rayleighJeans();
        final EquilibriumFit quantum = spectrum.planck(1e8);
        assertThat(quantum.temperature() / 1e8).isCloseTo(classical.temperature(), within(1e-6));
        assertThat(quantum.velocity()).isCloseTo(classical.velocity(), within(1e-6));
        assertThat(quantum.distance()).isCloseTo(classical.distance(), within(1e-6));
    }

    @Test
    void measuresTheDistance() {
        final double[] n = rayleighJeans(omega(), 0.37, 0.2);
        for (int i = 0; i < n.length; i++) {
            n[i] *= i % 2 == 0 ? 1.001 : 1 / 1.001;
        }
        assertThat(new WaveSpectrum(omega(), K, n).rayleighJeans().distance()).isCloseTo(0.001, within(1e-4));
    }

    @Test
    void negativeEnergiesExcludeEquilibriumUnlessAFrameMovesThemAway() {
        final double[] omega = {1, 1.2, -0.5};
        final double[] k = {-1, 1, 1};
        final WaveSpectrum mixed = new WaveSpectrum(omega, k, new double[]{0.3, 0.2, 0.4});
        assertThat(mixed.negativeEnergies()).isEqualTo(1);
        assertThat(mixed.hasEquilibrium()).isTrue();
        final WaveSpectrum excluded = new WaveSpectrum(new double[]{1, 1.2, -0.5, -0.5}, new double[]{-1, 1, 1, -1},
            new double[]{0.3, 0.2, 0.4, 0.4});
        assertThat(excluded.negativeEnergies()).isEqualTo(2);
        assertThat(excluded.hasEquilibrium()).isFalse();
        assertThat(excluded.rayleighJeans()).isEqualTo(EquilibriumFit.NONE);
        assertThat(excluded.planck(1)).isEqualTo(EquilibriumFit.NONE);
        final WaveSpectrum signed = new WaveSpectrum(new double[]{1, 1.2, -0.5, -0.5}, new double[]{-1, 1, 1, -1},
            new double[]{0.5, 0.5 / 1.2, -1, -1});
        assertThat(signed.negativeEnergies()).isZero();
        assertThat(signed.hasEquilibrium()).isTrue();
        assertThat(signed.rayleighJeans().temperature()).isCloseTo(0.5, within(1e-12));
        assertThat(signed.rayleighJeans().distance()).isCloseTo(0, within(1e-12));
    }

    @Test
    void velocityIsZeroWhereItCannotBeTold() {
        final double[] k = {1, 2, 3, 4};
        final EquilibriumFit fit = new WaveSpectrum(k, k, new double[]{2, 1, 2 / 3.0, 0.5}).rayleighJeans();
        assertThat(fit.velocity()).isZero();
        assertThat(fit.temperature()).isCloseTo(2, within(1e-12));
        final EquilibriumFit two = new WaveSpectrum(new double[]{1, 3}, new double[]{1, 2}, new double[]{4, 3})
            .rayleighJeans();
        assertThat(two.velocity()).isZero();
        assertThat(two.temperature()).isCloseTo(6, within(1e-14));
        assertThat(two.distance()).isCloseTo(Math.log(1.5), within(1e-14));
        assertThatThrownBy(() -> new WaveSpectrum(k, k, new double[]{1, 0, 1, 1})).hasMessageContaining("not 0");
    }
}
