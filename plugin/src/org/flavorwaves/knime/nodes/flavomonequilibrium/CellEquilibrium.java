package org.flavorwaves.knime.nodes.flavomonequilibrium;

import java.util.Optional;

import org.flavorwaves.physics.flavomon.thermal.LeptonMoments;
import org.flavorwaves.physics.flavomon.thermal.ThermalFit;
import org.flavorwaves.physics.flavomon.thermal.ThermalMedium;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * The equilibrium of one cell.
 *
 * @param medium temperature and chemical potentials; empty if there is none
 * @param fit the fit they come from, if they are fitted
 * @param problem why there is no medium, else empty
 * @param thermal the thermal occupations in the modes of the cell; the state itself if there is no medium
 * @param energies energy of each mode in MeV
 */
record CellEquilibrium(Optional<ThermalMedium> medium, Optional<ThermalFit> fit, String problem, FlavorState thermal,
    double[] energies) {

    static CellEquilibrium of(final ThermalMedium medium, final Optional<ThermalFit> fit, final FlavorState state,
        final double[] energies) {
        final int n = state.size();
        final double[] trace = new double[n];
        final double[] pz = new double[n];
        for (int i = 0; i < n; i++) {
            final Species species = state.modes().species(i);
            final double fe = medium.electronOccupation(species, energies[i]);
            final double fx = medium.otherOccupation(species, energies[i]);
            trace[i] = fe + fx;
            pz[i] = fe - fx;
        }
        return new CellEquilibrium(Optional.of(medium), fit, "", FlavorState.alongZ(state.modes(), trace, pz),
            energies);
    }

    static CellEquilibrium failed(final String problem, final FlavorState state, final double[] energies) {
        return new CellEquilibrium(Optional.empty(), Optional.empty(), problem, state, energies);
    }

    /** The bracket of (FR 17) that the occupations of a state leave in a mode at the thermal N. */
    double imbalance(final FlavorState state, final int i) {
        return medium.map(m -> m.imbalance(state.modes().species(i), (state.trace(i) + state.pz(i)) / 2,
            (state.trace(i) - state.pz(i)) / 2)).orElse(Double.NaN);
    }

    /** The mean of |imbalance|, weighed by w. */
    double meanImbalance(final FlavorState state) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += Math.abs(state.modes().weight(i) * imbalance(state, i));
            weight += Math.abs(state.modes().weight(i));
        }
        return weight > 0 ? sum / weight : 0;
    }

    /** Share of the neutrinos of a state that are in other modes or flavors than in equilibrium. */
    double misplaced(final FlavorState state) {
        double sum = 0;
        double all = 0;
        for (int i = 0; i < state.size(); i++) {
            final double weight = Math.abs(state.modes().weight(i));
            final double total = state.trace(i) - thermal.trace(i);
            final double difference = state.pz(i) - thermal.pz(i);
            sum += weight * (Math.abs(total + difference) + Math.abs(total - difference)) / 2;
            all += weight * (state.trace(i) + thermal.trace(i)) / 2;
        }
        return all > 0 ? sum / (2 * all) : 0;
    }

    double meanEnergy() {
        final MomentumModes modes = thermal.modes();
        double energy = 0;
        double number = 0;
        for (int i = 0; i < energies.length; i++) {
            energy += modes.weight(i) * thermal.trace(i) * energies[i];
            number += modes.weight(i) * thermal.trace(i);
        }
        return number > 0 ? energy / number : Double.NaN;
    }

    double leptonNumber() {
        return LeptonMoments.density(thermal.modes(), thermal.pzs());
    }

    double anisotropy() {
        return LeptonMoments.anisotropy(thermal.modes(), thermal.pzs());
    }
}
