package org.flavorwaves.knime.nodes.comparison;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Parameters of the node Compare Evolutions. */
final class CompareEvolutionsParameters implements NodeParameters {

    /** What the cells of the evolutions are. */
    enum Cells {
        @Label(value = "States", description = "States of their own; errors are over all, wall times their sum.")
        STATES,
        @Label(value = "Members of an ensemble", description = """
            The same state with other random numbers, or any number of equal evolutions: the means are compared, and \
            wall times are medians over the members.""")
        MEMBERS
    }

    @Widget(title = "Cells", description = "What the cells of the evolutions are. Default: states.")
    @Layout(Sections.Output.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Cells m_cells = Cells.STATES;

    @Widget(title = "Name of the theory", description = """
        How the sentence of result calls the theory. Default "the theory".""")
    @Layout(Sections.Output.class)
    String m_theory = "the theory";

    @Widget(title = "First time", description = """
        Only outputs from this time on are compared, in the unit of the column t. Default 0.""")
    @Layout(Sections.Output.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_firstTime;

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
    }
}
