package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.DILUTE;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neutrinos and antineutrinos of one energy pull sigma = s P to opposite sides along B, while the nu-nu term wants them
 * parallel: besides the states along B there is a circle of states across it, with |H| = 2 w P0 q tanh(beta |H|) and
 * q^2 J^2 = |H|^2 - omega^2.
 */
class SpinFlopTest {
    private static final double OMEGA = 0.5;

    private static final Environment ENVIRONMENT = new Environment(0.2, 0, 1);

    private static ThermalBranches bipolar(final double beta) {
        final FlavorState state = ThermalSystems.rings(new Species[]{Species.NU, Species.NUBAR}, new double[]{0, 0},
            new double[]{1, 1}, new double[]{OMEGA, OMEGA}, 1);
        return DILUTE.atBeta(state, ENVIRONMENT, beta, Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1, 3, 10})
    void findsTheStatesAcrossTheAxis(final double beta) {
        final double h = new BrentSolver(1e-14).solve(1000, x -> x - 2 * Math.tanh(beta * x), 0.1, 2);
        final double across = Math.sqrt(h * h - OMEGA * OMEGA);
        final ThermalBranches found = bipolar(beta);
        assertThat(found.scope()).isEqualTo(SearchScope.SEARCH);
        assertThat(found.statement()).contains("not a proof");
        final ThermalBranch flopped = found.branches().stream().filter(b -> b.family() == SymmetryFamily.CIRCLE)
            .findFirst().orElseThrow();
        final double x = flopped.field().get(0, 0);
        final double y = flopped.field().get(0, 1);
        final double z = flopped.field().get(0, 2);
        assertThat(Math.sqrt(x * x + y * y + z * z)).isCloseTo(across, within(1e-12));
        assertThat(x * ENVIRONMENT.bx() + z * ENVIRONMENT.bz()).isCloseTo(0, within(1e-12));
        assertThat(flopped.stability().isStableAtBeta()).isTrue();
        assertThat(flopped.stability().neutral()).isEqualTo(1);
        assertThat(ThermalSystems.violation(flopped, Hamiltonian.of(flopped.state(), ENVIRONMENT),
            ThermalRelation.DILUTE)).isLessThan(1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, 1, 3, 10})
    void findsAllStatesAlongTheAxis(final double beta) {
        final ThermalBranches found = bipolar(beta);
        final long along = found.branches().stream().filter(b -> b.family() == SymmetryFamily.SINGLE).count();
        int signChanges = 0;
        for (int step = -20_000; step < 20_000; step++) {
            signChanges += mismatch(beta, (step + 0.5) / 9000) > 0 != mismatch(beta, (step + 1.5) / 9000) > 0 ? 1 : 0;
        }
        assertThat(along).isEqualTo(signChanges);
        for (final ThermalBranch branch : found.branches()) {
            final double j = branch.field().get(0, 0) * ENVIRONMENT.bx() + branch.field().get(0, 2) * ENVIRONMENT.bz();
            if (branch.family() == SymmetryFamily.SINGLE) {
                assertThat(mismatch(beta, j)).isCloseTo(0, within(1e-12));
            }
        }
    }

    private static double mismatch(final double beta, final double j) {
        return j - Math.tanh(beta * (j + OMEGA)) - Math.tanh(beta * (j - OMEGA));
    }
}
