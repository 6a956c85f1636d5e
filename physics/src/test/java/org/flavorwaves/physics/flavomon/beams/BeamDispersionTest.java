package org.flavorwaves.physics.flavomon.beams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.flavomon.Sector;
import org.junit.jupiter.api.Test;

/** Against eigenvalues of k v_i delta_ij + g_i (1 - v_i v_j) and the null vector of the tensor (Python, NumPy). */
class BeamDispersionTest {
    private static final double[] V = {-0.8, 0.3, 1};

    private static BeamDispersion beams(final double... g) {
        final BeamDispersion dispersion = new BeamDispersion(Sector.LONGITUDINAL, V);
        for (int b = 0; b < g.length; b++) {
            dispersion.setNumber(b, g[b]);
        }
        return dispersion;
    }

    @Test
    void growingWaveHasTheResidueOfTheTensor() {
        final double[] g = {-0.9, 0.5, 1.2};
        final BeamDispersion wave = beams(g);
        assertThat(wave.solve(-2, 0.3, 1.4, 1)).isTrue();
        assertThat(wave.re()).isCloseTo(0.31449925464938033, within(1e-13));
        assertThat(wave.im()).isCloseTo(1.5144071606096128, within(1e-13));
        assertThat(wave.renormalisation()).isCloseTo(32.86319511800657, within(1e-10));
        assertThat(wave.response(0)).isCloseTo(0.28330248, within(1e-8));
        assertThat(wave.response(1)).isCloseTo(0.26116302, within(1e-8));
        assertThat(wave.response(2)).isCloseTo(0.10365894, within(1e-8));
        assertThat(g[0] * wave.response(0) + g[1] * wave.response(1) + g[2] * wave.response(2))
            .isCloseTo(0, within(1e-14));
    }

    @Test
    void stableWavesOfBothSignsHaveTheirResidue() {
        final BeamDispersion wave = beams(0.5, -0.7, 1.2);
        assertThat(wave.solve(0.6, 1, 0, 1)).isTrue();
        assertThat(wave.re()).isCloseTo(1.005940293926611, within(1e-13));
        assertThat(wave.renormalisation()).isCloseTo(1.3528596241345465, within(1e-12));
        assertThat(wave.solve(0.6, 0.11, 0, 0.05)).isTrue();
        assertThat(wave.renormalisation()).isCloseTo(-0.12130074583687707, within(1e-12));
    }

    @Test
    void rootBeyondReachIsNone() {
        assertThat(beams(0.5, -0.7, 1.2).solve(0.6, 0.6, 0, 0.05)).isFalse();
    }
}
