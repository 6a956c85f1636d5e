package org.flavorwaves.physics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.junit.jupiter.api.Test;

class LeptonNumberTest {
    /** Two directions; in the second one neutrinos and antineutrinos almost cancel, with a velocity off by rounding. */
    private static final FlavorState STATE = FlavorState.alongZ(
        MomentumModes.builder().species(Species.NU, Species.NU, Species.NUBAR)
            .velocity(new double[]{1, 0, 0}, new double[]{0, 0.6, 0.6 - 1e-16}, new double[]{0, 0.8, 0.8})
            .weight(1, 2, 1.5).build(), new double[]{1, 1, 1}, new double[]{0.5, 1, 1});

    @Test
    void directionsAreAddedUpBeforeTakingTheModulus() {
        final LeptonNumber number = LeptonNumber.of(STATE, Environment.FAST);
        assertThat(number.density()).isCloseTo(1, within(1e-15));
        assertThat(number.absolute()).isCloseTo(1, within(1e-15));
        assertThat(number.flux().kx()).isCloseTo(0.5, within(1e-15));
        assertThat(number.flux().ky()).isCloseTo(0.3, within(1e-15));
        assertThat(number.flux().kz()).isCloseTo(0.4, within(1e-15));
        final WaveVector direction = number.direction().orElseThrow();
        assertThat(direction.norm()).isCloseTo(1, within(1e-15));
        assertThat(direction.kx() / direction.kz()).isCloseTo(1.25, within(1e-14));
    }

    @Test
    void noFluxHasNoDirection() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(0.3, -0.3)
            .weight(1, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
        assertThat(LeptonNumber.of(state, Environment.FAST).direction()).isEmpty();
    }

    @Test
    void shiftsAreInverseToEachOther() {
        final LeptonNumber number = LeptonNumber.of(STATE, new Environment(0, 3, 0.5));
        final WaveVector k = new WaveVector(0.1, 0.2, -0.4);
        assertThat(number.shifted(k).minus(k).kx()).isCloseTo(0.25, within(1e-15));
        assertThat(number.physical(number.shifted(k)).minus(k).norm()).isLessThan(1e-15);
        assertThat(number.shiftedFrequency(0.2)).isCloseTo(3.7, within(1e-15));
        assertThat(number.physicalFrequency(3.7)).isCloseTo(0.2, within(1e-15));
    }

    /** G = 1 at v = 0.5 and -0.25 at v = -0.8. */
    @Test
    void crossingsCountOnBothSides() {
        final FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(Species.NU, Species.NU)
            .rings(0.5, -0.8).weight(2, 1).build(), new double[]{1, 1}, new double[]{0.5, -0.25});
        final LeptonNumber number = LeptonNumber.of(state, new Environment(0, 3, 0.4));
        assertThat(number.density()).isCloseTo(0.75, within(1e-15));
        assertThat(number.absolute()).isCloseTo(1.25, within(1e-15));
        assertThat(number.flux().kz()).isCloseTo(0.7, within(1e-15));
        assertThat(number.shiftedFrequency(0.2)).isCloseTo(3.5, within(1e-15));
        assertThat(number.physicalFrequency(0.2)).isCloseTo(-3.1, within(1e-15));
        final LeptonDirections directions = LeptonDirections.of(state);
        assertThat(directions.gross()).isCloseTo(1.25, within(1e-15));
        assertThat(directions.meanDirection(1).orElseThrow().z()).isEqualTo(1);
        assertThat(directions.meanDirection(-1).orElseThrow().z()).isEqualTo(-1);
    }

    /** A wave of the plus sector obeys the shifted form: with G only at v, 1 = chi has the root of section 9. */
    @Test
    void shiftedFrequencyOfAnIsotropicGasIsItsDensityAndMinusAThird() {
        final int n = 8;
        final double[] v = {-0.9602898564975363, -0.7966664774136267, -0.5255324099163290, -0.1834346424956498,
            0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363};
        final double[] w = {0.1012285362903763, 0.2223810344533745, 0.3137066458778873, 0.3626837833783620,
            0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763};
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        final double[] p = new double[n];
        Arrays.fill(p, 0.5);
        final FlavorState state = FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(w).build(), p, p);
        final Environment environment = Environment.FAST.withMatterPotential(7);
        final LeptonNumber number = LeptonNumber.of(state, environment);
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(Background.of(state, environment),
            number.physical(WaveVector.ZERO));
        double nearestOne = 1;
        double nearestThird = 1;
        for (int b = 0; b < bands.size(); b++) {
            if (bands.sector(b) == BandSector.PLUS) {
                final double omega = number.shiftedFrequency(bands.omegaRe(b));
                nearestOne = Math.min(nearestOne, Math.abs(omega - 1));
                nearestThird = Math.min(nearestThird, Math.abs(omega + 1.0 / 3));
            }
        }
        assertThat(nearestOne).isLessThan(1e-13);
        assertThat(nearestThird).isLessThan(1e-13);
    }
}
