package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.DILUTE;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.FULL;

import java.util.Random;
import java.util.stream.Stream;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.thermo.FlavorEntropy;
import org.flavorwaves.physics.thermo.ModeEntropy;
import org.flavorwaves.physics.thermo.PolarizationEnergy;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** (JK 94) along branches of thermal states, by differences between neighbouring beta. */
class ThermodynamicIdentitiesTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.5, 1);

    private static final double STEP = 1e-4;

    static Stream<Arguments> cases() {
        return Stream.of(-4.0, -0.5, 0.4, 3.0).flatMap(beta -> Stream.of(ThermalRelation.values()).flatMap(
            relation -> Stream.of(true, false).map(both -> Arguments.of(beta, relation, both))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void entropyFallsByTwiceBetaTimesTheEnergy(final double beta, final ThermalRelation relation,
        final boolean bothSpecies) {
        final FlavorState input = bothSpecies ? RandomStates.random(12, new Random(4))
            : ThermalSystems.neutrinosOnly(12, new Random(4));
        final TemperatureSolver solver = relation == ThermalRelation.FULL ? FULL : DILUTE;
        int compared = 0;
        for (final ThermalBranch branch : solver.atBeta(input, ENVIRONMENT, beta, Progress.NONE).branches()) {
            final ThermalBranch above = neighbour(relation, branch, beta + STEP);
            final ThermalBranch below = neighbour(relation, branch, beta - STEP);
            final double dS = (above.entropy() - below.entropy()) / (2 * STEP);
            final double dU = (above.energy() - below.energy()) / (2 * STEP);
            final double dPsi = (above.massieu() - below.massieu()) / (2 * STEP);
            final double scale = 1e-6 * (1 + Math.abs(beta) * Math.abs(dU));
            assertThat(dS).isCloseTo(-2 * beta * dU, within(scale));
            assertThat(dPsi).isCloseTo(2 * branch.energy(), within(scale));
            assertThat(branch.stability().energySlope()).isCloseTo(dU, within(scale));
            assertThat(branch.freeEnergy()).isCloseTo(branch.massieu() / (2 * beta), within(1e-12));
            compared++;
        }
        assertThat(compared).isPositive();
    }

    /** The branch at another beta that continues a given one: Newton from its collective numbers. */
    private static ThermalBranch neighbour(final ThermalRelation relation, final ThermalBranch branch,
        final double beta) {
        final ThermalModes modes = new ThermalModes(branch.state(), ENVIRONMENT, relation);
        final FlavorSymmetry symmetry = FlavorSymmetry.of(modes, new double[]{0, 0, 1});
        final double[] j = new BranchSearch(modes, symmetry, TemperatureOptions.DEFAULT)
            .plainNewton(branch.field().toArray(), beta);
        return new BranchBuilder(modes, symmetry).build(j, beta);
    }

    @Test
    void changesOfOneModeAlone() {
        // (JK 94) and 99 for the length of one mode, by differences of S and U of whole states
        final FlavorState input = ThermalSystems.fiveModes();
        final double beta = 1.3;
        final ThermalBranch branch = FULL.atBeta(input, ENVIRONMENT, beta, Progress.NONE).branches().get(0);
        for (int i = 0; i < 5; i++) {
            final double step = 1e-6;
            final FlavorState longer = scaled(branch.state(), i, 1 + step);
            final FlavorState shorter = scaled(branch.state(), i, 1 - step);
            final double dS = FlavorEntropy.of(longer).total() - FlavorEntropy.of(shorter).total();
            final double dU = PolarizationEnergy.of(longer, ENVIRONMENT).total()
                - PolarizationEnergy.of(shorter, ENVIRONMENT).total();
            final double dP = 2 * step * branch.state().length(i);
            final double affinity = ModeEntropy.affinity(input.trace(i), branch.state().length(i));
            assertThat(dS / dP).isCloseTo(-input.modes().weight(i) * affinity, within(1e-8));
            assertThat(dS / dP).isCloseTo(-2 * beta * dU / dP, within(1e-8));
        }
    }

    private static FlavorState scaled(final FlavorState state, final int mode, final double factor) {
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (final double[] component : p) {
            component[mode] *= factor;
        }
        return state.withPolarization(p[0], p[1], p[2]);
    }
}
