package org.flavorwaves.knime.nodes.comparison;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Parameters of the node Compare Evolutions. */
final class CompareEvolutionsParameters implements NodeParameters {

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
