package org.flavorwaves.physics.threeflavor;

import java.util.List;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;

/**
 * A state of three flavors on which waves are small, and its surroundings. It need not be an equilibrium, nor diagonal
 * in flavor.
 *
 * @param state the state
 * @param environment mixing, matter and the strength of the nu-nu term
 */
public record ThreeFlavorBackground(ThreeFlavorState state, ThreeFlavorEnvironment environment) {

    /**
     * The pairs into which the problem of waves falls exactly.
     *
     * @return three pairs if neither state nor vacuum term has entries off the diagonal, otherwise none
     */
    public List<PairSector> pairs() {
        if (!state.isDiagonal()) {
            return List.of();
        }
        final List<PairSector> pairs =
            List.of(FlavorPair.values()).stream().map(pair -> PairSector.of(state, environment, pair)).toList();
        return pairs.get(0).leftOut() == 0 ? pairs : List.of();
    }

    /**
     * The pair with the largest lepton number.
     *
     * @return the occupations of the pair with the largest sum |G|, coherence left aside
     */
    public FlavorState leadingPair() {
        FlavorState leading = state.occupations(FlavorPair.E_MU);
        for (final FlavorPair pair : List.of(FlavorPair.E_TAU, FlavorPair.MU_TAU)) {
            final FlavorState other = state.occupations(pair);
            leading = leptonNumber(other).absolute() > leptonNumber(leading).absolute() ? other : leading;
        }
        return leading;
    }

    /**
     * The lepton number that wave numbers are measured in.
     *
     * @return that of the leading pair
     */
    public LeptonNumber leptonNumber() {
        return leptonNumber(leadingPair());
    }

    private LeptonNumber leptonNumber(final FlavorState pair) {
        return LeptonNumber.of(pair, new Environment(0, 0, environment.selfInteraction()));
    }
}
