package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.thermo.PolarizationEnergy;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThermalEquationsTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.5, 0.8);

    @ParameterizedTest
    @EnumSource(ThermalRelation.class)
    void derivativesAgreeWithDifferences(final ThermalRelation relation) {
        final Random random = new Random(7);
        final FlavorState state = RandomStates.random(15, random);
        final ThermalModes modes = new ThermalModes(state, ENVIRONMENT, relation);
        final ThermalEquations equations = ThermalEquations.atEnergy(modes, 0.2);
        for (final double beta : new double[]{-2, 0.5}) {
            final double[] x = equations.unknowns(CollectiveField.of(state).toArray(), beta);
            final int n = x.length;
            final double[][] derivative = new double[n][n];
            final double[] f = new double[n];
            equations.linearize(x, f, derivative);
            final double step = 1e-6;
            for (int c = 0; c < n; c++) {
                final double[] up = new double[n];
                final double[] down = new double[n];
                x[c] += step;
                equations.evaluate(x, up);
                x[c] -= 2 * step;
                equations.evaluate(x, down);
                x[c] += step;
                for (int r = 0; r < n; r++) {
                    assertThat(derivative[r][c]).isCloseTo((up[r] - down[r]) / (2 * step), within(2e-9));
                }
            }
        }
    }

    @Test
    void energyIsThatOfTheStateWhereTheFieldIsSelfConsistent() {
        final FlavorState input = RandomStates.random(15, new Random(7));
        final ThermalModes modes = new ThermalModes(input, ENVIRONMENT, ThermalRelation.FULL);
        final BranchSearch search = new BranchSearch(modes, FlavorSymmetry.of(modes, new double[]{0, 0, 1}),
            TemperatureOptions.DEFAULT);
        final double[] j = search.plainNewton(new double[12], 0.7);
        final double energy = PolarizationEnergy.of(modes.state(j, 0.7), ENVIRONMENT).total();
        final ThermalEquations equations = ThermalEquations.atEnergy(modes, energy);
        final double[] f = new double[13];
        equations.evaluate(equations.unknowns(j, 0.7), f);
        assertThat(f[12]).isCloseTo(0, within(1e-14));
    }

    @Test
    void manyModesGiveTheSameAsTheirChunks() {
        // 5000 copies of a mode set of 5, each of 1/5000 of the weight, are that mode set
        final FlavorState few = ThermalSystems.fiveModes();
        final FlavorState many = ThermalSystems.repeated(few, 1000);
        final double[] j = {0.1, 0.2, 0.3, -0.1, 0.05, 0.2, 0.1, 0.1, 0, -0.2, 0.1, 0.3};
        final double[] a = new double[ThermalModes.LENGTH];
        final double[] b = new double[ThermalModes.LENGTH];
        new ThermalModes(few, ENVIRONMENT, ThermalRelation.FULL).linearize(j, 0.9, a);
        new ThermalModes(many, ENVIRONMENT, ThermalRelation.FULL).linearize(j, 0.9, b);
        for (int c = 0; c < a.length; c++) {
            assertThat(b[c]).isCloseTo(a[c], within(1e-13));
        }
    }
}
