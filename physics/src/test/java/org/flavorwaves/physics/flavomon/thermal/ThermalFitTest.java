package org.flavorwaves.physics.flavomon.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** The thermal medium with the lepton numbers and the energy of a state. */
class ThermalFitTest {
    private static final double[] ENERGIES = {2, 8, 20, 2, 8, 20};

    private static final MomentumModes MODES = MomentumModes.builder()
        .species(Species.NU, Species.NU, Species.NU, Species.NUBAR, Species.NUBAR, Species.NUBAR)
        .rings(0, 0, 0, 0, 0, 0).weight(4, 64, 400, 4, 64, 400).build();

    private static FlavorState thermal(final ThermalMedium medium) {
        final double[] trace = new double[6];
        final double[] pz = new double[6];
        for (int i = 0; i < 6; i++) {
            final double fe = medium.electronOccupation(MODES.species(i), ENERGIES[i]);
            final double fx = medium.otherOccupation(MODES.species(i), ENERGIES[i]);
            trace[i] = fe + fx;
            pz[i] = fe - fx;
        }
        return FlavorState.alongZ(MODES, trace, pz);
    }

    @Test
    void findsTheMediumThatMadeAState() {
        for (final ThermalMedium medium : new ThermalMedium[]{new ThermalMedium(5, 10, 2),
            new ThermalMedium(5, 2, 10), new ThermalMedium(1.5, 0, -4), new ThermalMedium(40, 3, 30)}) {
            final ThermalFit fit = ThermalFit.of(thermal(medium), ENERGIES);
            assertThat(fit.medium().temperature()).isCloseTo(medium.temperature(), within(1e-9));
            assertThat(fit.medium().electron()).isCloseTo(medium.electron(), within(1e-8));
            assertThat(fit.medium().other()).isCloseTo(medium.other(), within(1e-8));
            assertThat(fit.entropyGain()).isCloseTo(0, within(1e-9));
            assertThat(fit.iterations()).isLessThan(30);
        }
    }

    @Test
    void keepsTheNumbersAndRaisesTheEntropyOfOtherStates() {
        final FlavorState state = FlavorState.alongZ(MODES, new double[]{0.4, 0.9, 0.3, 0.5, 0.3, 0.1},
            new double[]{0.2, 0.5, 0.1, 0.1, 0.1, -0.05});
        final ThermalFit fit = ThermalFit.of(state, ENERGIES);
        final FlavorState end = thermal(fit.medium());
        double electron = 0;
        double other = 0;
        double energy = 0;
        for (int i = 0; i < 6; i++) {
            final double sign = MODES.signedWeights()[i];
            electron += sign * (state.trace(i) + state.pz(i) - end.trace(i) - end.pz(i)) / 2;
            other += sign * (state.trace(i) - state.pz(i) - end.trace(i) + end.pz(i)) / 2;
            energy += MODES.weight(i) * ENERGIES[i] * (state.trace(i) - end.trace(i));
        }
        assertThat(electron).isCloseTo(0, within(1e-9));
        assertThat(other).isCloseTo(0, within(1e-9));
        assertThat(energy).isCloseTo(0, within(1e-8));
        assertThat(fit.entropyGain()).isGreaterThan(1);
    }

    /** Half filled is hot without bound; one energy and full modes may have any temperature. */
    @Test
    void refusesWhatDoesNotTellTheTemperature() {
        final double[] half = {1, 1, 1, 1, 1, 1};
        assertThatThrownBy(() -> ThermalFit.of(FlavorState.alongZ(MODES, half, half), ENERGIES))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no finite temperature");
        final MomentumModes one = MomentumModes.builder().species(Species.NU).rings(0).weight(1).build();
        assertThatThrownBy(
            () -> ThermalFit.of(FlavorState.alongZ(one, new double[]{0.7}, new double[]{0.3}), new double[]{10}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("do not tell temperature");
        assertThatThrownBy(
            () -> ThermalFit.of(FlavorState.alongZ(one, new double[]{1}, new double[]{1}), new double[]{10}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("completely filled or empty");
    }

    @Test
    void refusesWhatHasNoTemperature() {
        final double[] inverted = {0.1, 0.5, 1.9, 0.1, 0.5, 1.9};
        assertThatThrownBy(() -> ThermalFit.of(FlavorState.alongZ(MODES, inverted, new double[6]), ENERGIES))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("higher energies hold more");
        assertThatThrownBy(() -> ThermalFit.of(FlavorState.alongZ(MODES, new double[6], new double[6]), ENERGIES))
            .hasMessageContaining("no neutrinos");
        assertThatThrownBy(() -> ThermalFit.of(thermal(new ThermalMedium(5, 1, 0)), new double[]{0, 8, 20, 2, 8, 20}))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("E = 0.0");
    }
}
