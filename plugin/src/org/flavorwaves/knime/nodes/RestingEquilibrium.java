package org.flavorwaves.knime.nodes;

import java.util.Optional;

/** What is to be said of equilibria of three flavors, that were found at rest. */
public final class RestingEquilibrium {
    /** Change of a conserved number that is left unsaid. */
    private static final double SMALL = 1e-6;

    private RestingEquilibrium() {
    }

    /**
     * Marks equilibria that a slow change does not lead to.
     *
     * @param chargeError largest change of a conserved charge, relative to sum w |P|
     * @return a sentence if it is not small
     */
    public static Optional<String> warning(final double chargeError) {
        return chargeError <= SMALL ? Optional.empty() : Optional.of("Without matter, mixing and the neutrino-neutrino "
            + "term conserve lepton numbers of mass states, which these equilibria at rest change by up to "
            + CellLoop.brief(chargeError) + " of sum w |P| from the input: a slow motion would turn about the mass "
            + "axes and not come here. See charge_error in the summary. With the co-rotating frame on the equilibrium "
            + "that turns is sought; with a little matter there is no such number.");
    }
}
