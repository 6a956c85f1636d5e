package org.flavorwaves.knime.nodes.entropy;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.FlavorEntropy;
import org.flavorwaves.physics.thermo.PolarizationEnergy;

/**
 * The thermodynamics of one cell, weights as potentials.
 *
 * @param entropy entropy of the modes
 * @param productions entropy production of each mode by its depolarization
 * @param energy polarization energy
 */
record CellEntropy(FlavorEntropy entropy, double[] productions, PolarizationEnergy energy) {

    static CellEntropy of(final FlavorState state, final Environment environment) {
        final FlavorEntropy entropy = FlavorEntropy.of(state);
        return new CellEntropy(entropy, entropy.productions(state.modes().depolarizations()),
            PolarizationEnergy.of(state, environment));
    }

    double production() {
        double sum = 0;
        for (final double production : productions) {
            sum += production;
        }
        return sum;
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
