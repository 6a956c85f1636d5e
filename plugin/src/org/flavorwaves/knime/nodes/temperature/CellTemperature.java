package org.flavorwaves.knime.nodes.temperature;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.flavorwaves.knime.nodes.temperature.FlavorTemperatureParameters.EnergyFrom;
import org.flavorwaves.knime.nodes.temperature.FlavorTemperatureParameters.Mode;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.thermo.PolarizationEnergy;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.flavorwaves.physics.thermo.temperature.TemperatureSolver;
import org.flavorwaves.physics.thermo.temperature.ThermalBranch;
import org.flavorwaves.physics.thermo.temperature.ThermalBranches;
import org.flavorwaves.physics.thermo.temperature.fit.TemperatureFit;
import org.flavorwaves.physics.thermo.temperature.fit.TemperatureFitter;

/**
 * The thermodynamics of one cell, weights as potentials.
 *
 * @param fit one temperature fitted to the state
 * @param entropy entropy of the state, that of the relation
 * @param energy polarization energy of the state
 * @param asked whether thermal states were asked for: not where a fit was wanted and there is none
 * @param thermal the thermal states found
 */
record CellTemperature(TemperatureFit fit, double entropy, double energy, boolean asked,
    Optional<ThermalBranches> thermal) {

    /** Values within this share of each other are equal; the first of equal branches is preferred. */
    private static final double EQUAL = 1e-12;

    static CellTemperature of(final FlavorState state, final FlavorTemperatureParameters parameters,
        final double energyFactor, final Progress progress) {
        final Environment environment = parameters.environment();
        final TemperatureFit fit = new TemperatureFitter(parameters.relation(), parameters.m_fitTolerance).fit(state,
            environment);
        final double energy = PolarizationEnergy.of(state, environment).total();
        final TemperatureSolver solver = new TemperatureSolver(parameters.options());
        final double entropy = entropy(state, parameters.relation());
        if (parameters.m_mode == Mode.AT_ENERGY) {
            final double target =
                parameters.m_energyFrom == EnergyFrom.STATE ? energy : parameters.m_energyTarget / energyFactor;
            return new CellTemperature(fit, entropy, energy, true,
                Optional.of(solver.atEnergy(state, environment, target, progress)));
        }
        final double beta = parameters.m_mode == Mode.FIT ? fit.beta() : parameters.m_beta;
        return new CellTemperature(fit, entropy, energy, !Double.isNaN(beta), Double.isNaN(beta) ? Optional.empty()
            : Optional.of(solver.atBeta(state, environment, beta, progress)));
    }

    private static double entropy(final FlavorState state, final ThermalRelation relation) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            final double p0 = state.trace(i);
            sum += state.modes().weight(i) * relation.entropy(p0, Math.min(state.length(i), relation.largest(p0)));
        }
        return sum;
    }

    /** The thermal states by falling entropy. */
    List<ThermalBranch> branches() {
        return thermal.map(ThermalBranches::branches).orElse(List.of());
    }

    /** Whether thermal states were asked for and none was found. */
    boolean failed() {
        return asked && branches().isEmpty();
    }

    /** Index of the branch with the largest entropy at fixed energy, or S + 2 beta U at fixed beta; -1 without any. */
    int preferred(final Mode mode) {
        final ToDoubleFunction<ThermalBranch> measure =
            mode == Mode.AT_ENERGY ? ThermalBranch::entropy : ThermalBranch::massieu;
        int best = -1;
        double largest = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < branches().size(); b++) {
            final double value = measure.applyAsDouble(branches().get(b));
            if (best < 0 || value > largest + EQUAL * Math.abs(largest)) {
                best = b;
                largest = value;
            }
        }
        return best;
    }
}
