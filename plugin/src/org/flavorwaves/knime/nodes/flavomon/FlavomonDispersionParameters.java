package org.flavorwaves.knime.nodes.flavomon;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.WaveVectorParameters;
import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the node Flavomon Dispersion. */
final class FlavomonDispersionParameters extends WaveVectorParameters {

    /** What the modes of the state stand for. */
    enum Spectrum {
        @Label(value = "Automatic", description = """
            A Legendre series where the state has at least six directions, otherwise beams.""")
        AUTOMATIC,
        @Label(value = "Legendre series", description = """
            A continuous spectrum: no spurious instabilities, Landau-damped branches.""")
        LEGENDRE,
        @Label(value = "Beams", description = "Discrete beams as given.")
        BEAMS
    }

    interface SpectrumReference extends ParameterReference<Spectrum> {
    }

    static final class IsLegendre implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SpectrumReference.class).isOneOf(Spectrum.LEGENDRE);
        }
    }

    @Widget(title = "Angular spectrum", description = """
        What the modes of the state stand for. Default: automatic.""")
    @Layout(Sections.Distribution.class)
    @ValueReference(SpectrumReference.class)
    @ValueSwitchWidget
    Spectrum m_spectrum = Spectrum.AUTOMATIC;

    @Widget(title = "Order of the series", description = """
        Highest order of the Legendre series over the cosine between velocity and wave vector. Default 0: as high as \
        the directions of the state determine it, one less than their number for Gauss-Legendre directions, a third \
        of it for others.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsLegendre.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostCount.class)
    int m_legendreOrder;

    @Widget(title = "Keep the slow term", description = """
        Whether the vacuum frequencies of the modes are kept in the dispersion relation. Default off: the fast limit, \
        in which modes of all energies count together.""")
    @Layout(Sections.Surroundings.class)
    boolean m_slowTerm;

    @Widget(title = "Largest damping", description = """
        Largest rate -Im ω of Landau-damped branches to look for, in units of the absolute lepton number Σ|G|. 0 for \
        none. Default 0.25.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_maxDamping = 0.25;

    /** The defaults. */
    FlavomonDispersionParameters() {
    }

    /**
     * The defaults for a table.
     *
     * @param input what the node is connected to
     */
    FlavomonDispersionParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        requireFinite("maxDamping", m_maxDamping);
        if (m_maxDamping < 0) {
            throw Messages.settings("maxDamping must not be negative but is " + m_maxDamping + ".");
        }
        if (m_legendreOrder < 0) {
            throw Messages.settings("legendreOrder must not be negative but is " + m_legendreOrder + ".");
        }
    }
}
