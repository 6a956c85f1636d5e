package org.flavorwaves.embedded.testnodes;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;

/** Parameters of the node Test Scale. */
public final class ScaleParameters implements NodeParameters {

    @Widget(title = "Column", description = "The column to scale.")
    String m_column = "";

    @Widget(title = "Factor", description = "What it is multiplied by.")
    double m_factor = 2;

    ScaleParameters() {
    }

    ScaleParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).filter(s -> s.getNumColumns() > 0)
            .ifPresent(s -> m_column = s.getColumnSpec(0).getName());
    }
}
