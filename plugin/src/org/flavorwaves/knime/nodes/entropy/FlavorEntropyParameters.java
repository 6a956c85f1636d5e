package org.flavorwaves.knime.nodes.entropy;

import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;

/** Parameters of the node Flavor Entropy: what surrounds the gas enters the polarization energy. */
final class FlavorEntropyParameters extends ThreeFlavorParameters {

    @Widget(title = "Compare with the largest entropy", description = """
        Whether to search, for every cell, the thermal states of the same polarization energy, modes and P0, of which \
        one has the largest entropy. Adds that entropy, its excess over the entropy of the state, and its inverse \
        temperature to the summary. Default: no, because the search takes much longer than the sums.""")
    @Layout(Sections.Output.class)
    boolean m_compareMaximum;

    /** The defaults. */
    FlavorEntropyParameters() {
    }

    /** The defaults for a table. */
    FlavorEntropyParameters(final NodeParametersInput input) {
        super(input);
    }
}
