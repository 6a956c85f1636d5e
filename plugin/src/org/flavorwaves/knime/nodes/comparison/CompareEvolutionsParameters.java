package org.flavorwaves.knime.nodes.comparison;

import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;

/** Parameters of the node Compare Evolutions. */
final class CompareEvolutionsParameters implements NodeParameters {

    @Widget(title = "Name of the theory", description = """
        How the sentence of result calls the theory. Default "the theory".""")
    @Layout(Sections.Output.class)
    String m_theory = "the theory";

    @Widget(title = "First time", description = """
        Only outputs from this time on are compared, in the unit of the column t. Default 0.""")
    @Layout(Sections.Output.class)
    double m_firstTime;

    @Override
    public void validate() throws InvalidSettingsException {
        if (!Double.isFinite(m_firstTime)) {
            throw Messages.settings("firstTime must be a finite number but is " + m_firstTime + ".");
        }
    }
}
