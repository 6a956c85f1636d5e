package org.flavorwaves.knime.nodes.entropy;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
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

    static CellEntropy of(final StateCell cell, final double[] rates, final FlavorEntropyParameters parameters,
        final Progress progress) {
        final FlavorEntropy entropy =
            cell.threeFlavors().map(FlavorEntropy::of).orElseGet(() -> FlavorEntropy.of(cell.state()));
        final PolarizationEnergy energy =
            cell.threeFlavors().map(state -> PolarizationEnergy.of(state, parameters.threeFlavorEnvironment()))
                .orElseGet(() -> PolarizationEnergy.of(cell.state(), parameters.environment()));
        final Optional<ThermalBranch> maximum = parameters.m_compareMaximum
            ? new TemperatureSolver(TemperatureOptions.DEFAULT).atEnergy(cell.state(), parameters.environment(),
                energy.total(), progress).branches().stream().findFirst()
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

    double of(final MomentumModes modes, final Species species) {
        double sum = 0;
        for (int i = 0; i < modes.size(); i++) {
            if (modes.species(i) == species) {
                sum += modes.weight(i) * entropy.entropy(i);
            }
        }
        return sum;
    }
}
