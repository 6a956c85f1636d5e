package org.flavorwaves.knime.nodes.crossing;

import org.flavorwaves.physics.distribution.crossing.BoxScheme;
import org.flavorwaves.physics.distribution.crossing.LeptonCrossings;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;

/**
 * The crossings of one cell, weights as potentials.
 *
 * @param crossings zeros and integrals
 * @param asymptotic the state in which fast conversion is expected to end
 */
record CellCrossings(LeptonCrossings crossings, BoxScheme.Asymptotic asymptotic) {

    static CellCrossings of(final FlavorState state, final BoxScheme scheme, final Progress progress) {
        final LeptonCrossings crossings = LeptonCrossings.of(state, progress);
        return new CellCrossings(crossings, scheme.apply(state, crossings.directions()));
    }

    /** The geometric mean of both sides, which the growth of the crossing goes with. */
    double growthScale() {
        return Math.sqrt(crossings.positive() * crossings.negative());
    }
}
