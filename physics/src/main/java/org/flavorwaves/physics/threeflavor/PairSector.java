package org.flavorwaves.physics.threeflavor;

import java.util.List;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;

/**
 * The gas of two flavors whose waves are those of one pair of a flavor-diagonal state of three (FW pairs):
 * P0 = rho_aa + rho_bb, P_z = rho_aa - rho_bb, lambda = lambda_a - lambda_b, and the vacuum frequency of each mode
 * omega = h_bb - h_aa along B = (0, 0, -1). Entries of the vacuum term off its diagonal couple the pairs and turn the
 * state away from its diagonal; they are left out.
 *
 * @param pair the pair
 * @param state its gas
 * @param environment its surroundings
 * @param leftOut largest size of a vacuum entry that is left out, in the units of the potentials; at 0 the pair is
 *            exact
 */
public record PairSector(FlavorPair pair, FlavorState state, Environment environment, double leftOut) {

    /**
     * Takes a pair out of a state.
     *
     * @param state the state
     * @param environment mixing, matter and the strength of the nu-nu term
     * @param pair the pair
     * @return its gas and surroundings
     * @throws org.flavorwaves.physics.state.InvalidModeException if a mode has coherence between flavors
     */
    public static PairSector of(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final FlavorPair pair) {
        final FlavorState gas = state.pair(pair);
        final double[] omega = new double[state.size()];
        final double[] vacuum = new double[FlavorAlgebra.SIZE];
        double leftOut = 0;
        for (int i = 0; i < omega.length; i++) {
            environment.vacuum(state.omega21(i), state.omega31(i), vacuum, 0);
            omega[i] = FlavorAlgebra.diagonal(pair.second(), 0, vacuum, 0)
                - FlavorAlgebra.diagonal(pair.first(), 0, vacuum, 0);
            for (final FlavorPair entry : FlavorPair.values()) {
                leftOut = Math.max(leftOut,
                    Math.hypot(vacuum[entry.component()], vacuum[entry.component() + 1]) / 2);
            }
        }
        return new PairSector(pair, new FlavorState(gas.modes().toBuilder().omega(omega).build(), gas.traces(),
            gas.pxs(), gas.pys(), gas.pzs()),
            new Environment(0, pair.matterPotential(environment.matterPotential()), environment.selfInteraction()),
            leftOut);
    }

    /**
     * Whether both flavors are equally occupied in every mode, so that the pair has no waves of its own.
     *
     * @return true if w |P| = 0 in all modes
     */
    public boolean isEmpty() {
        for (int i = 0; i < state.size(); i++) {
            if (state.modes().weight(i) * state.length(i) > 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The pairs whose flavors differ.
     *
     * @param state the state
     * @param environment mixing, matter and the strength of the nu-nu term
     * @param pairs the pairs to take, at least one
     * @return those that are not empty; the first one if all are
     * @throws org.flavorwaves.physics.state.InvalidModeException if a mode has coherence between flavors
     */
    public static List<PairSector> ofAll(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final List<FlavorPair> pairs) {
        final List<PairSector> sectors = pairs.stream().map(pair -> of(state, environment, pair)).toList();
        final List<PairSector> differ = sectors.stream().filter(sector -> !sector.isEmpty()).toList();
        return differ.isEmpty() ? sectors.subList(0, 1) : differ;
    }
}
