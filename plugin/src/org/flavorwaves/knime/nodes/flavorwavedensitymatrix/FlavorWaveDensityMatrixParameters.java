package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.Sections;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Flavor Wave Density Matrix. */
final class FlavorWaveDensityMatrixParameters extends EnvironmentParameters {

    /** Which band the Wigner function is projected on. */
    enum Band {
        @Label(value = "None", description = "No projection.")
        NONE,
        @Label(value = "Strongest", description = "The band with most of the power of all waves.")
        STRONGEST,
        @Label(value = "Most collective", description = "The band that most modes share, at the wave with most power.")
        MOST_COLLECTIVE,
        @Label(value = "Fastest", description = "The band that grows fastest, at the wave with most power.")
        FASTEST
    }

    @Widget(title = "Largest harmonic", description = """
        Waves n = 1 to this one are used, as far as the box keeps them. The work grows with its third power. \
        Default 16.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_largestHarmonic = 16;

    @Widget(title = "Places", description = """
        Number of equally spaced places along the box. More than twice the largest harmonic resolves all \
        interference. Default 40.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_places = 40;

    @Widget(title = "By mode", description = """
        Whether to write which mode has which part of the trace. Default: no.""")
    @Layout(Sections.Output.class)
    boolean m_byMode;

    @Widget(title = "Band", description = """
        Band of the mean state on which the Wigner function is projected: its intensity is what rays transport. \
        Default: none.""")
    @Layout(Sections.WaveVectors.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Band m_band = Band.NONE;

    /** The defaults. */
    FlavorWaveDensityMatrixParameters() {
    }

    /** The defaults for a table. */
    FlavorWaveDensityMatrixParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
    }
}
