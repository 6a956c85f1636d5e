package org.flavorwaves.knime.nodes.bands;

import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.WaveVectorParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of the node Flavor Wave Bands. */
final class FlavorWaveBandsParameters extends WaveVectorParameters {

    /** Which eigenvectors are written. */
    enum Eigenvectors {
        @Label(value = "None", description = "The table of eigenvectors is empty.")
        NONE,
        @Label(value = "Fastest", description = "The fastest growing wave of each cell, N rows.")
        FASTEST,
        @Label(value = "All", description = "All bands at the wave vector of fastest growth, 3N² rows a cell.")
        ALL
    }

    @Widget(title = "Eigenvectors", description = """
        Which eigenvectors the third table holds. Default: the fastest growing wave of each cell.""")
    @Layout(Sections.Output.class)
    @ValueSwitchWidget
    Eigenvectors m_eigenvectors = Eigenvectors.FASTEST;

    @Widget(title = "On failure", description = """
        What happens to a cell whose eigenvalue problem does not converge. Default: fail.""", advanced = true)
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    /** The defaults. */
    FlavorWaveBandsParameters() {
    }

    /** The defaults for a table. */
    FlavorWaveBandsParameters(final NodeParametersInput input) {
        super(input);
    }

    /**
     * How many wave numbers there are.
     *
     * @return kCount
     */
    int waveNumberCount() {
        return m_kCount;
    }
}
