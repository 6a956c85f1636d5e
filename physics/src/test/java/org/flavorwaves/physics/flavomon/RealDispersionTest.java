package org.flavorwaves.physics.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(dispersion.waveNumberSlope(WaveBranch.TRANSVERSE))
            .isCloseTo(-2 * a * (1 - u * artanh), within(1e-13));
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

    /** G = (1 - v)^2 - 0.01: principal values by quadrature, the null vector of the tensor, differences (NumPy). */
    @ParameterizedTest
    @CsvSource({
        "0.93, LONGITUDINAL_UPPER, 1.9533116468543508, 1.4935167583226, 2.1409537491281, -2.9027803873",
        "0.93, LONGITUDINAL_LOWER, -0.5384162748029024, 0.2619704078393, 0.3443864081531, 1.2573764518",
        "0.20, LONGITUDINAL_UPPER, 2.956936008110766, -5.8554435404945, -5.7187961448480, 2.3827313568",
        "0.20, LONGITUDINAL_LOWER, -0.0597107107269, -0.0022214665207, -0.0008331522153, -2.5610363030"})
    void longitudinalModesHaveTheResidueOfTheTensor(final double u, final WaveBranch branch, final double k,
        final double z, final double coupling, final double slope) {
        final RealDispersion dispersion = new RealDispersion(2);
        dispersion.medium(new double[]{4.0 / 3 - 0.01, -2, 2.0 / 3});
        dispersion.at(u);
        assertThat(dispersion.waveNumber(branch)).isCloseTo(k, within(1e-12));
        assertThat(dispersion.renormalisation(branch, k)).isCloseTo(z, within(2e-9 * (Math.abs(z) + 1)));
        assertThat(dispersion.coupling(branch, k)).isCloseTo(coupling, within(2e-9 * (Math.abs(z) + 1)));
        assertThat(dispersion.waveNumberSlope(branch)).isCloseTo(slope, within(1e-8));
    }
}
