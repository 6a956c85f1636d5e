package org.flavorwaves.knime.nodes.flavorwavespectrum;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Parameters of the node Flavor Wave Spectrum. */
final class FlavorWaveSpectrumParameters implements NodeParameters {

    @Widget(title = "Quantity", description = """
        Column of the spectrum. Default: empty, the one of power, action, N and intensity with most values, the \
        first of equals.""")
    @Layout(Sections.Columns.class)
    String m_quantity = "";

    @Widget(title = "Lowest wave number", description = """
        Smallest |k| of the fits, in the unit of the column k. Default 0: from the largest value of each time on, but \
        without k = 0.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_kMin;

    @Widget(title = "Highest wave number", description = """
        Largest |k| of the fits, in the unit of the column k. Default 0: no limit.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_kMax;

    @Widget(title = "Floor", description = """
        Values below this share of the largest value of the same time are rounding and do not count. \
        Default 1e-26, for powers of fields of 16 digits; 0 keeps all but zeros.""", advanced = true)
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_floor = 1e-26;

    @Widget(title = "Quanta", description = """
        Number of quanta of a unit of the spectrum, for the Planck spectrum. Default 1, as of the column N.""")
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_quanta = 1;

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
        if (m_kMax > 0 && m_kMax <= m_kMin) {
            throw Messages.settings("kMax must be above kMin = " + m_kMin + " but is " + m_kMax + ".",
                "Set kMax to 0 for no limit.");
        }
    }
}
