package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.DILUTE;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.FULL;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for the thermal states of generic modes: both species, all directions, vacuum term and matter. */
class ThermalStateTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.5, 1);

    @ParameterizedTest
    @ValueSource(doubles = {-6, -2, -0.3, 0, 0.3, 2, 6})
    void everyModeObeysTheRelationInItsOwnField(final double beta) {
        final FlavorState input = RandomStates.random(30, new Random(5));
        for (final ThermalRelation relation : ThermalRelation.values()) {
            final ThermalBranches found = (relation == ThermalRelation.FULL ? FULL : DILUTE).atBeta(input,
                ENVIRONMENT, beta, Progress.NONE);
            assertThat(found.size()).isPositive();
            assertThat(found.worstResidual()).isLessThan(1e-12);
            for (final ThermalBranch branch : found.branches()) {
                assertThat(ThermalSystems.violation(branch, Hamiltonian.of(branch.state(), ENVIRONMENT), relation))
                    .isLessThan(1e-10);
                assertThat(branch.state().traces()).isEqualTo(input.traces());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oneOfThemIsStableAndBranchesAreOrdered(final long seed) {
        final FlavorState input = RandomStates.random(20, new Random(seed));
        for (final double beta : new double[]{-8, -2, 1, 5}) {
            final ThermalBranches found = FULL.atBeta(input, ENVIRONMENT, beta, Progress.NONE);
            double last = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            boolean highestIsStable = false;
            for (final ThermalBranch branch : found.branches()) {
                assertThat(branch.entropy()).isLessThanOrEqualTo(last);
                last = branch.entropy();
                assertThat(branch.massieu()).isCloseTo(branch.entropy() + 2 * beta * branch.energy(), within(1e-12));
                if (branch.massieu() > highest) {
                    highest = branch.massieu();
                    highestIsStable = branch.stability().isStableAtBeta();
                }
            }
            // S + 2 beta U has a maximum, and the entropy is infinitely steep at the bounds, so it is a thermal state
            assertThat(highestIsStable).as("seed %d, beta %f", seed, beta).isTrue();
        }
    }

    @Test
    void withoutTemperatureNothingIsPolarized() {
        final ThermalBranches found = FULL.atBeta(RandomStates.random(10, new Random(1)), ENVIRONMENT, 0,
            Progress.NONE);
        assertThat(found.scope()).isEqualTo(SearchScope.UNIQUE);
        final ThermalBranch branch = found.branches().get(0);
        assertThat(branch.state().lengths()).containsOnly(0);
        assertThat(branch.energy()).isZero();
        assertThat(branch.freeEnergy()).isNaN();
    }

    @Test
    void withoutSelfInteractionModesAreIndependent() {
        final FlavorState input = RandomStates.random(10, new Random(1));
        final Environment free = ENVIRONMENT.withSelfInteraction(0);
        final ThermalBranches found = FULL.atBeta(input, free, 3, Progress.NONE);
        assertThat(found.scope()).isEqualTo(SearchScope.UNIQUE);
        final FlavorState state = found.branches().get(0).state();
        final Hamiltonian h = Hamiltonian.of(input, free);
        for (int i = 0; i < 10; i++) {
            assertThat(state.length(i)).isCloseTo(ThermalRelation.FULL.polarization(input.trace(i), 3 * h.length(i)),
                within(1e-15));
        }
    }

    @Test
    void modesThatCannotPolarizeAreLeftAlone() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NU, Species.NUBAR)
            .rings(1, 0.5, -0.5, 0).weight(1, 1, 0, 1).omega(0.2, 0.3, 0.4, 0.1).build();
        final FlavorState input = FlavorState.alongZ(modes, new double[]{0, 2, 0.5, 0.5}, new double[4]);
        final ThermalBranches found = FULL.atBeta(input, ENVIRONMENT, 2, Progress.NONE);
        final FlavorState state = found.branches().get(0).state();
        assertThat(state.length(0)).isZero();
        assertThat(state.length(1)).isZero();
        assertThat(state.length(3)).isPositive();
        assertThat(FULL.atBeta(FlavorState.alongZ(modes, new double[]{0, 2, 0.5, 0}, new double[4]), ENVIRONMENT, 2,
            Progress.NONE).size()).isEqualTo(1);
    }

    @Test
    void refusesWhatHasNoThermalState() {
        final FlavorState dense = ThermalSystems.magnet(1, 1.5);
        assertThatThrownBy(() -> DILUTE.atBeta(dense, ENVIRONMENT, 1, Progress.NONE))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("Mode 0 has P0 = 1.5");
        assertThatThrownBy(() -> FULL.atBeta(dense, ENVIRONMENT, Double.NaN, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessage("beta must be finite but is NaN.");
        assertThatThrownBy(() -> FULL.atEnergy(dense, ENVIRONMENT, Double.POSITIVE_INFINITY, Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("energy must be finite");
    }

    @Test
    void canBeCancelled() {
        final FlavorState input = RandomStates.random(20, new Random(2));
        final Progress cancelled = (fraction, message) -> {
            throw new CancellationException();
        };
        assertThatThrownBy(() -> FULL.atBeta(input, ENVIRONMENT, -5, cancelled))
            .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> FULL.atEnergy(input, ENVIRONMENT, 0.1, cancelled))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void progressStaysWithinBounds() {
        final double[] last = new double[1];
        final Progress watch = (fraction, message) -> {
            assertThat(fraction).isBetween(0.0, 1.0);
            last[0] = Math.max(last[0], fraction);
        };
        FULL.atBeta(RandomStates.random(10, new Random(2)), ENVIRONMENT, -5, watch);
        assertThat(last[0]).isPositive();
    }
}
