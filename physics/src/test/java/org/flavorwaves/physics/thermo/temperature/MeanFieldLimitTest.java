package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.DILUTE;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.FULL;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The isotropic gas of one kind is the mean-field magnet m = tanh(beta h), h = J0 m (JK 102). */
class MeanFieldLimitTest {
    private static final double COUPLING = 2.5;

    private static ThermalBranches magnet(final double betaJ) {
        return DILUTE.atBeta(ThermalSystems.magnet(COUPLING, 1), Environment.FAST, betaJ / COUPLING, Progress.NONE);
    }

    private static double magnetization(final ThermalBranch branch) {
        return branch.field().get(0, 2) / COUPLING;
    }

    @Property(tries = 50)
    void oneStateAboveTheCriticalTemperature(@ForAll @DoubleRange(min = -5, max = 0.999) @Scale(3) final double betaJ) {
        final ThermalBranches found = magnet(betaJ);
        assertThat(found.scope()).isEqualTo(SearchScope.UNIQUE);
        assertThat(found.size()).isEqualTo(1);
        assertThat(magnetization(found.branches().get(0))).isZero();
        assertThat(found.branches().get(0).stability().isStableAtBeta()).isTrue();
    }

    @Property(tries = 50)
    void threeStatesBelowIt(@ForAll @DoubleRange(min = 1.0001, max = 30) @Scale(4) final double betaJ) {
        final ThermalBranches found = magnet(betaJ);
        assertThat(found.scope()).isEqualTo(SearchScope.COMPLETE);
        assertThat(found.size()).isEqualTo(3);
        assertThat(found.branches().get(0).entropy()).isCloseTo(COUPLING * Math.log(2), within(1e-13));
        assertThat(magnetization(found.branches().get(0))).isCloseTo(0, within(1e-12));
        assertThat(found.branches().get(0).stability().unstableAtBeta()).isEqualTo(3);
        for (final ThermalBranch ordered : found.branches().subList(1, 3)) {
            final double m = magnetization(ordered);
            assertThat(m).isCloseTo(Math.tanh(betaJ * m), within(1e-13));
            assertThat(ordered.stability().isStableAtBeta()).isTrue();
            assertThat(ordered.stability().neutral()).isEqualTo(2);
            assertThat(ordered.family()).isEqualTo(SymmetryFamily.SPHERE);
        }
        assertThat(magnetization(found.branches().get(1))).isCloseTo(-magnetization(found.branches().get(2)),
            within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-4, 1e-5, 1e-6})
    void growsWithTheSquareRootOfTheDistance(final double excess) {
        final ThermalBranches found = magnet(1 + excess);
        final double m = Math.abs(magnetization(found.branches().get(2)));
        // artanh m = m + m^3/3 + m^5/5 = (1 + excess) m; rounding moves m^2 by about 1e-16
        final double expected = Math.sqrt(3 * excess) * (1 - 0.9 * excess);
        assertThat(m / expected).isCloseTo(1, within(2 * excess * excess + 1e-15 / excess));
    }

    @Test
    void atTheCriticalTemperatureThereIsOneDegenerateState() {
        final ThermalBranches found = magnet(1);
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.branches().get(0).stability().neutral()).isEqualTo(3);
        assertThat(found.unresolved()).isEqualTo(1);
        assertThat(found.statement()).contains("bifurcation");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.6, 1, 1.5})
    void fullRelationHasItsOwnCriticalPoint(final double p0) {
        // artanh(P/P0) + artanh(P/(2 - P0)) = (2/A) P + (1/P0^3 + 1/(2 - P0)^3) P^3/3 + ..., A = P0(2 - P0)
        final double critical = 2 / (p0 * (2 - p0));
        final double cubic = (1 / Math.pow(p0, 3) + 1 / Math.pow(2 - p0, 3)) / 3;
        final FlavorState state = ThermalSystems.magnet(1, p0);
        assertThat(FULL.atBeta(state, Environment.FAST, critical * 0.9999, Progress.NONE).size()).isEqualTo(1);
        final double excess = 1e-5;
        final ThermalBranches above = FULL.atBeta(state, Environment.FAST, critical * (1 + excess), Progress.NONE);
        assertThat(above.size()).isEqualTo(3);
        assertThat(Math.abs(above.branches().get(1).field().get(0, 2))).isCloseTo(
            Math.sqrt(excess * critical / cubic), within(2e-5));
    }

    @Test
    void matterActsAsTheMagnetsOuterField() {
        final FlavorState state = ThermalSystems.magnet(1, 1);
        final Environment weak = new Environment(0, 0.05, 1);
        final ThermalBranches found = DILUTE.atBeta(state, weak, 1.6, Progress.NONE);
        assertThat(found.scope()).isEqualTo(SearchScope.COMPLETE);
        assertThat(found.size()).isEqualTo(3);
        for (final ThermalBranch branch : found.branches()) {
            final double m = branch.field().get(0, 2);
            assertThat(m).isCloseTo(Math.tanh(1.6 * (m + 0.05)), within(1e-13));
        }
        // beyond the coercive field, here at m^2 = 1 - 1/1.6, the two states against the field are gone
        final double edge = Math.sqrt(1 - 1 / 1.6);
        final double coercive = edge - 0.5 * Math.log((1 + edge) / (1 - edge)) / 1.6;
        assertThat(DILUTE.atBeta(state, new Environment(0, coercive * 0.9999, 1), 1.6, Progress.NONE).size())
            .isEqualTo(3);
        assertThat(DILUTE.atBeta(state, new Environment(0, coercive * 1.0001, 1), 1.6, Progress.NONE).size())
            .isEqualTo(1);
    }

    @Test
    void antineutrinosPolarizeAgainstTheField() {
        final FlavorState state = ThermalSystems.rings(new Species[]{Species.NU, Species.NUBAR}, new double[]{0, 0},
            new double[]{1, 1}, new double[]{0, 0}, 0.8);
        final ThermalBranches found = DILUTE.atBeta(state, new Environment(0, 0.3, 1), 1, Progress.NONE);
        final ThermalBranch aligned = found.branches().get(found.size() - 1);
        final double nu = aligned.state().pz(0);
        final double nubar = aligned.state().pz(1);
        // J^0 = P - Pbar, h = lambda + J^0; (JK 101) with beta to -beta for antineutrinos
        final double h = 0.3 + nu - nubar;
        assertThat(nu).isCloseTo(0.8 * Math.tanh(h), within(1e-13));
        assertThat(nubar).isCloseTo(0.8 * Math.tanh(-h), within(1e-13));
    }

    @Test
    void opposedBeamsOrderAtNegativeBeta() {
        final FlavorState state = ThermalSystems.rings(new Species[]{Species.NU, Species.NU}, new double[]{1, -1},
            new double[]{1, 1}, new double[]{0, 0}, 1);
        assertThat(DILUTE.atBeta(state, Environment.FAST, -0.4999, Progress.NONE).size()).isEqualTo(1);
        final ThermalBranches found = DILUTE.atBeta(state, Environment.FAST, -1, Progress.NONE);
        assertThat(found.scope()).isEqualTo(SearchScope.COMPLETE);
        assertThat(found.size()).isEqualTo(3);
        final double staggered = found.branches().get(1).field().get(3, 2) / 2;
        assertThat(staggered).isCloseTo(Math.tanh(2 * staggered), within(1e-13));
        assertThat(Math.abs(staggered)).isGreaterThan(0.9);
        assertThat(found.branches().get(1).stability().isStableAtBeta()).isTrue();
    }
}
