package org.flavorwaves.physics.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealDispersionTest {
    /** G = a in every direction: c_0 = 2 a artanh u, so all of k, Z and the coupling are elementary. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.3, 0.5, 0.99})
    void transverseModesOfAnIsotropicMediumAreElementary(final double u) {
        final double a = 0.7;
        final RealDispersion dispersion = new RealDispersion(0);
        dispersion.medium(new double[]{a});
        dispersion.at(u);
        final double artanh = 0.5 * Math.log((1 + u) / (1 - u));
        final double k = -a * ((1 - u * u) * artanh + u);
        final double z = -k * k / (2 * a * (1 - u * artanh));
        assertThat(dispersion.waveNumber(WaveBranch.TRANSVERSE)).isCloseTo(k, within(1e-14));
        assertThat(dispersion.renormalisation(WaveBranch.TRANSVERSE, k)).isCloseTo(z, within(1e-13 * Math.abs(z)));
        assertThat(dispersion.coupling(WaveBranch.TRANSVERSE, k))
            .isCloseTo(z * (1 - u * u) / 2, within(1e-13 * Math.abs(z)));
    }

    /**
     * G = (1 - v)^2 - 0.01 with k = -0.7158. The zero of 1 + (I_0 - I_2)/2 at complex frequency, with the integrals in
     * closed form (Python, SciPy), is omega = -0.65851837 + 0.00073179 i.
     */
    @Test
    void transverseGrowthIsThatOfTheExactMode() {
        final double k = -0.7158;
        final double exact = 0.00073179;
        final RealDispersion dispersion = new RealDispersion(2);
        dispersion.medium(new double[]{4.0 / 3 - 0.01, -2, 2.0 / 3});
        final double u = new RayRoots(dispersion).closest(WaveBranch.TRANSVERSE, k, 1, 0.92);
        assertThat(u * k).isCloseTo(-0.65851837, within(1e-4));
        dispersion.at(u);
        final double density = (1 - u) * (1 - u) - 0.01;
        assertThat(-Math.PI * dispersion.coupling(WaveBranch.TRANSVERSE, k) * density / Math.abs(k))
            .isCloseTo(exact, within(2e-3 * exact));
    }
}
