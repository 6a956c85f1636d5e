package org.flavorwaves.knime.nodes.entropy;

import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Parameters of the node Flavor Entropy: what surrounds the gas enters the polarization energy. */
final class FlavorEntropyParameters extends EnvironmentParameters {

    /** The defaults. */
    FlavorEntropyParameters() {
    }

    /**
     * The defaults for a table.
     *
     * @param input what the node is connected to
     */
    FlavorEntropyParameters(final NodeParametersInput input) {
        super(input);
    }
}
