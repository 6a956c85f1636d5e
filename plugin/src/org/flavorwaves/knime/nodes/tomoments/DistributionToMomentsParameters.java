package org.flavorwaves.knime.nodes.tomoments;

import org.flavorwaves.knime.nodes.UnitsParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Parameters of the node Distribution to Moments. */
final class DistributionToMomentsParameters extends UnitsParameters {

    /** The defaults. */
    DistributionToMomentsParameters() {
    }

    /** The defaults for a table. */
    DistributionToMomentsParameters(final NodeParametersInput input) {
        super(input);
    }
}
