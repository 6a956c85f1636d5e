package org.flavorwaves.physics.thermo.temperature.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.flavorwaves.physics.thermo.temperature.ThermalSystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureFitTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.5, 1);

    private static final TemperatureFitter FITTER = new TemperatureFitter(ThermalRelation.FULL, 0.05);

    private static FlavorState thermal(final double beta) {
        return ThermalSystems.FULL.atBeta(RandomStates.random(20, new Random(9)), ENVIRONMENT, beta, Progress.NONE)
            .branches().get(0).state();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -0.2, 0.01, 0.7, 4})
    void recoversTheTemperatureOfAThermalState(final double beta) {
        final TemperatureFit fit = FITTER.fit(thermal(beta), ENVIRONMENT);
        assertThat(fit.beta()).isCloseTo(beta, within(1e-10 * Math.abs(beta)));
        assertThat(fit.relativeResidual()).isLessThan(1e-10);
        assertThat(fit.misalignment()).isLessThan(1e-10);
        assertThat(fit.opposedModes()).isZero();
        assertThat(fit.isCompatible()).isTrue();
        assertThat(fit.statement()).startsWith("Compatible with one flavor temperature: beta = ");
        for (int i = 0; i < fit.size(); i++) {
            assertThat(fit.argument(i)).isCloseTo(fit.predictedArgument(i), within(1e-6));
            assertThat(fit.length(i)).isCloseTo(fit.predictedLength(i), within(1e-10));
            assertThat(fit.angle(i)).isLessThan(1e-8);
            assertThat(fit.field(i) * beta).isPositive();
        }
    }

    @Test
    void namesTheModeThatDoesNotFit() {
        final FlavorState state = thermal(0.7);
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (final double[] component : p) {
            component[13] *= -1;
        }
        final TemperatureFit fit = FITTER.fit(state.withPolarization(p[0], p[1], p[2]), ENVIRONMENT);
        assertThat(fit.isCompatible()).isFalse();
        assertThat(fit.worstMode()).isEqualTo(13);
        assertThat(fit.opposedModes()).isEqualTo(1);
        assertThat(fit.angle(13)).isGreaterThan(3);
        assertThat(fit.statement()).startsWith("Not compatible with one flavor temperature").contains("mode 13")
            .contains("1 of 20 modes point against");
    }

    @Test
    void tellsMisalignmentFromWrongLengths() {
        final FlavorState input = RandomStates.random(20, new Random(9));
        final TemperatureFit across = FITTER.fit(input, ENVIRONMENT);
        assertThat(across.misalignment()).isGreaterThan(0.3);
        assertThat(across.statement()).contains("not in mixing equilibrium");
        final double[] pz = new double[20];
        for (int i = 0; i < 20; i++) {
            pz[i] = (i % 2 == 0 ? 0.9 : 0.1) * input.trace(i);
        }
        final FlavorState along = FlavorState.alongZ(input.modes(), input.traces(), pz);
        final TemperatureFit lengths = FITTER.fit(along, new Environment(0, 0.5, 1));
        assertThat(lengths.misalignment()).isZero();
        assertThat(lengths.isCompatible()).isFalse();
        assertThat(lengths.statement()).doesNotContain("mixing equilibrium");
    }

    @Test
    void modesWithoutPolarizationDoNotDisturb() {
        final FlavorState state = thermal(0.7);
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (int i = 0; i < 20; i++) {
            for (final double[] component : p) {
                component[i] *= 1e-12;
            }
        }
        final TemperatureFit tiny = FITTER.fit(state.withPolarization(p[0], p[1], p[2]), new Environment(0.3, 0.5, 0));
        assertThat(Math.abs(tiny.beta())).isLessThan(1e-11);
        final TemperatureFit none = FITTER.fit(state.withPolarization(new double[20], new double[20], new double[20]),
            ENVIRONMENT);
        assertThat(none.beta()).isZero();
        assertThat(none.isCompatible()).isTrue();
    }

    @Test
    void completePolarizationDoesNotEnterButCounts() {
        final FlavorState state = thermal(0.7);
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        final double p0 = state.trace(4);
        final double factor = Math.min(p0, 2 - p0) / state.length(4);
        for (final double[] component : p) {
            component[4] *= factor;
        }
        final TemperatureFit fit = FITTER.fit(state.withPolarization(p[0], p[1], p[2]), ENVIRONMENT);
        assertThat(fit.saturatedModes()).isEqualTo(1);
        assertThat(fit.argument(4)).isGreaterThan(15);
        assertThat(fit.beta()).isCloseTo(0.7, within(0.2));
        assertThat(fit.worstMode()).isEqualTo(4);
        final FlavorState pure = FlavorState.alongZ(state.modes(), state.traces(), state.traces());
        final TemperatureFit all = FITTER.fit(pure, ENVIRONMENT);
        assertThat(all.beta()).isNaN();
        assertThat(all.isCompatible()).isFalse();
        assertThat(all.statement()).contains("completely polarized");
    }

    @Test
    void withoutAnyFieldThereIsNoTemperature() {
        final FlavorState state = ThermalSystems.magnet(1, 1);
        final TemperatureFit fit = FITTER.fit(state, new Environment(0, 0, 0));
        assertThat(fit.beta()).isNaN();
        assertThat(fit.statement()).contains("no mode has a field");
    }

    @Test
    void refusesATolerance() {
        assertThatThrownBy(() -> new TemperatureFitter(ThermalRelation.FULL, 0))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must be above 0 but is 0.0");
    }
}
