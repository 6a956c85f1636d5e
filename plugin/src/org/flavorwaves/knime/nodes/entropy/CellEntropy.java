package org.flavorwaves.knime.nodes.entropy;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.FlavorEntropy;
import org.flavorwaves.physics.thermo.PolarizationEnergy;
import org.flavorwaves.physics.thermo.temperature.TemperatureOptions;
import org.flavorwaves.physics.thermo.temperature.TemperatureSolver;
import org.flavorwaves.physics.thermo.temperature.ThermalBranch;

/**
 * The thermodynamics of one cell, weights as potentials.
 *
 * @param entropy entropy of the modes
 * @param productions entropy production of each mode by the decay of its polarization vector
 * @param energy polarization energy
 * @param maximum the thermal state of the same energy with the largest entropy, where it was wanted and found
 */
record CellEntropy(FlavorEntropy entropy, double[] productions, PolarizationEnergy energy,
    Optional<ThermalBranch> maximum) {

    static CellEntropy of(final FlavorState state, final double[] rates, final Environment environment,
        final boolean compare, final Progress progress) {
        final FlavorEntropy entropy = FlavorEntropy.of(state);
        final PolarizationEnergy energy = PolarizationEnergy.of(state, environment);
        final Optional<ThermalBranch> maximum = compare
            ? new TemperatureSolver(TemperatureOptions.DEFAULT).atEnergy(state, environment, energy.total(), progress)
                .branches().stream().findFirst()
            : Optional.empty();
        return new CellEntropy(entropy, entropy.productions(rates), energy, maximum);
    }

    /** Number of modes whose production is infinite: they are pure, and their polarization decays. */
    int divergent() {
        return (int) Arrays.stream(productions).filter(Double::isInfinite).count();
    }

    double production() {
        return Arrays.stream(productions).sum();
    }

    double of(final FlavorState state, final Species species) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            if (state.modes().species(i) == species) {
                sum += state.modes().weight(i) * entropy.entropy(i);
            }
        }
        return sum;
    }
}
