package org.flavorwaves.physics.kinetics.relaxation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Triads in exact resonance against an independent program (numpy: dense matrix, its inverse, explicit products). */
class ThreeWaveCouplingTest {
    private static final WaveVector Z = new WaveVector(0, 0, 1);

    /** Waves of dk, 2 dk and 3 dk with Omega_c = Omega_a + Omega_b. */
    private static void check(final double step, final double omegaA, final double omegaB, final double omegaC,
        final double strength) {
        final ActionBands bands = ActionBands.of(TiltedGas.background(), Z, step, 3, Progress.NONE);
        assertThat(bands.size()).isEqualTo(8);
        assertThat(bands.leftOut()).isZero();
        final int a = band(bands, 0, omegaA);
        final int b = band(bands, 1, omegaB);
        final int c = band(bands, 2, omegaC);
        final double[] v = new double[6];
        final ThreeWaveCoupling coupling = new ThreeWaveCoupling(bands);
        coupling.products(a, 0, b, 1, c, v);
        final double size = Math.hypot(v[0], v[1]);
        assertThat(size).isGreaterThan(1e-3);
        for (int w = 2; w < 6; w += 2) {
            assertThat(v[w]).as("kappa V of the other waves is the complex conjugate").isCloseTo(v[0],
                within(1e-9 * size));
            assertThat(-v[w + 1]).isCloseTo(v[1], within(1e-9 * size));
        }
        assertThat(coupling.strength(a, 0, b, 1, c)).isCloseTo(strength, within(1e-7 * strength));
    }

    private static int band(final ActionBands bands, final int point, final double omega) {
        return IntStream.range(0, bands.size()).filter(b -> Math.abs(bands.omega(b, point) - omega) < 1e-7).findFirst()
            .orElseThrow();
    }

    @Test
    void triadsAreHamiltonianInResonance() {
        check(0.5725241221090793, -4.11279421908983, -0.5522474773828769, -4.665041696472704, 0.002654849213229724);
        check(0.8159687690957718, -1.5690451035712023, 1.5056619815486447, -0.06338312202255654,
            0.0015151318866154003);
    }

    /** Signatures of the independent program. */
    @Test
    void signaturesAreThoseOfUnitVectors() {
        final ActionBands bands = ActionBands.of(TiltedGas.background(), Z, 0.5725241221090793, 3, Progress.NONE);
        assertThat(bands.kappa(band(bands, 0, -4.11279421908983), 0)).isCloseTo(-0.80950279, within(1e-8));
        assertThat(bands.kappa(band(bands, 1, -0.5522474773828769), 1)).isCloseTo(-1.09343386, within(1e-8));
        assertThat(bands.kappa(band(bands, 2, -4.665041696472704), 2)).isCloseTo(-0.79071838, within(1e-8));
    }

    /** Transverse waves of an aligned background do not interact by threes. */
    @Test
    void alignedBackgroundsHaveNoTriads() {
        final FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(Species.NU, Species.NU, Species.NU)
            .rings(0.9, 0.1, -0.7).weight(1, 0.8, 0.6).build(), new double[]{1, 1, 1}, new double[]{0.9, 0.7, 0.5});
        final ActionBands bands = ActionBands.of(Background.of(state, Environment.FAST), Z, 0.1, 8, Progress.NONE);
        assertThat(bands.size()).isEqualTo(6);
        assertThat(ResonantTriads.of(bands, Progress.NONE).size()).isZero();
    }

    @Test
    void refusesWhatHasNoActions() {
        assertThatThrownBy(() -> ActionBands.of(TiltedGas.background(), Z, 0.1, 2, Progress.NONE))
            .hasMessageContaining("at least 3 wave numbers");
    }

    /** Two beams grow for |k + D^z| &lt; 2 in one sector and stream in the other: half of the waves have no action. */
    @Test
    void leavesGrowingWavesOut() {
        final FlavorState beams = FlavorState.alongZ(MomentumModes.builder().species(Species.NU, Species.NUBAR)
            .rings(1, -1).weight(1, 1).build(), new double[]{1, 1}, new double[]{1, 1});
        final ActionBands bands = ActionBands.of(Background.of(beams, Environment.FAST), Z, 0.1, 8, Progress.NONE);
        assertThat(bands.size()).isEqualTo(2);
        assertThat(bands.leftOut()).isEqualTo(2);
    }
}
