package org.flavorwaves.knime.nodes.reader;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Parameters of the node Distribution Reader. */
final class DistributionReaderParameters implements NodeParameters {

    @Widget(title = "Path", description = """
        The file: an absolute path, or a path relative to the workflow directory such as data/state.csv, which may \
        also be written knime://knime.workflow/data/state.csv. What the file is (comma-, semicolon- or tab-separated \
        text, JSON, or Emu's particle_input.dat) is found out from its content.""")
    @Layout(Sections.File.class)
    String m_path = "";

    @Widget(title = "Largest occupation", description = """
        Only for Emu files without phase-space volumes, which know densities but not how much phase space there is: \
        the largest occupation, above 0 and at most 1. It has no influence on fields, waves and growth rates, only on \
        entropies. Default 0.5.""", advanced = true)
    @Layout(Sections.Distribution.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.One.class)
    double m_peakOccupation = MomentLoader.DEFAULT_PEAK_OCCUPATION;

    @Widget(title = "Units", description = """
        The unit of the weights of a file that does not say it (delimited text, JSON without "units"). Natural (the \
        default): potentials. CGS: densities in cm⁻³. Emu's files are in cm⁻³ whatever is chosen here. The state \
        declares the unit on its column "weight".""")
    @Layout(Sections.UnitChoice.class)
    @ValueSwitchWidget
    UnitSystem m_units = UnitSystem.NATURAL;

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
    }
}
