package org.flavorwaves.physics.flavomon.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.distribution.FermiDirac;
import org.flavorwaves.physics.flavomon.thermal.ThermalMedium.Quanta;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Reference case 21, detailed balance, and the limits of thermal media. */
class ThermalMediumTest {
    private static final ThermalMedium CASE = new ThermalMedium(5, 10, 2);

    @Test
    void reproducesThePrintedDigits() {
        assertThat(CASE.quanta()).isEqualTo(Quanta.FLAVOMONS);
        assertThat(CASE.number()).isCloseTo(0.252970351022, within(5e-13));
        assertThat(CASE.electronOccupation(Species.NU, 5)).isCloseTo(0.731058578630, within(5e-13));
        assertThat(CASE.otherOccupation(Species.NU, 5)).isCloseTo(0.354343693774, within(5e-13));
        assertThat(CASE.electronOccupation(Species.NUBAR, 5)).isCloseTo(0.047425873178, within(5e-13));
        assertThat(CASE.otherOccupation(Species.NUBAR, 5)).isCloseTo(0.197816111441, within(5e-13));
        assertThat(CASE.leptonNumber()).isCloseTo(50.0851023622, within(5e-11));
    }

    @Test
    void leptonNumberIsTheIntegralOverEnergies() {
        final double t3 = 125 / (2 * Math.PI * Math.PI);
        final double sum = FermiDirac.integral(2, 2) - FermiDirac.integral(2, -2) - FermiDirac.integral(2, 0.4)
            + FermiDirac.integral(2, -0.4);
        assertThat(CASE.leptonNumber()).isCloseTo(t3 * sum, within(1e-10));
        final double near = new ThermalMedium(5, 10 + 1e-9, 10).leptonNumber();
        assertThat(near).isCloseTo((10 + 1e-9 - 10) * (300 + 25 * Math.PI * Math.PI) / (6 * Math.PI * Math.PI),
            within(1e-15));
    }

    @Test
    void resonantProcessesBalanceInEveryMode() {
        for (final ThermalMedium medium : new ThermalMedium[]{CASE, new ThermalMedium(5, 2, 10),
            new ThermalMedium(0.5, -3, -4), new ThermalMedium(20, 1, 0.999)}) {
            for (final Species species : Species.values()) {
                for (double e = 0.1; e < 60; e *= 1.7) {
                    final double fe = medium.electronOccupation(species, e);
                    final double fx = medium.otherOccupation(species, e);
                    assertThat(medium.imbalance(species, fe, fx)).isCloseTo(0,
                        within(1e-15 * (1 + medium.number())));
                    assertThat(Math.abs(medium.imbalance(species, fe, 0.5 * fx)))
                        .isGreaterThan(1e-3 * Math.min(fe, fx));
                }
            }
        }
    }

    @Test
    void antiflavomonsCarryTheOppositeOrderAndEqualPotentialsNone() {
        final ThermalMedium mirrored = new ThermalMedium(5, 2, 10);
        assertThat(mirrored.quanta()).isEqualTo(Quanta.ANTIFLAVOMONS);
        assertThat(mirrored.number()).isEqualTo(CASE.number());
        assertThat(mirrored.leptonNumber()).isEqualTo(-CASE.leptonNumber());
        assertThat(ThermalMedium.wavesAtRest(mirrored.leptonNumber())[0][1]).isNegative();
        final ThermalMedium equal = new ThermalMedium(5, 2, 2);
        assertThat(equal.quanta()).isEqualTo(Quanta.NONE);
        assertThat(equal.number()).isNaN();
        assertThat(equal.leptonNumber()).isZero();
        assertThat(new ThermalMedium(1e-12, Double.MIN_VALUE, 0).number()).isNaN();
        assertThat(new ThermalMedium(5, 1e-14, 0).number()).isCloseTo(5e14, within(1.0));
        assertThatThrownBy(() -> new ThermalMedium(0, 1, 2)).hasMessageContaining("T = 0.0");
    }

    @Test
    void momentsTellIsotropyOfRingsBeamsAndSpheres() {
        final double g = 1 / Math.sqrt(3);
        final MomentumModes rings = MomentumModes.builder().species(Species.NU, Species.NU).rings(-g, g)
            .weight(1, 1).build();
        assertThat(LeptonMoments.anisotropy(rings, new double[]{1, 1})).isLessThan(1e-15);
        assertThat(LeptonMoments.anisotropy(rings, new double[]{1, 0.5})).isCloseTo(g / 3, within(1e-15));
        final MomentumModes beams = MomentumModes.builder().species(Species.NU, Species.NU).rings(-1, 1)
            .weight(1, 1).build();
        assertThat(LeptonMoments.anisotropy(beams, new double[]{1, 1})).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(LeptonMoments.density(beams, new double[]{1, 0.5})).isEqualTo(1.5);
    }
}
