package org.flavorwaves.knime.nodes.flavomonequilibrium;

import java.util.Optional;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.UnitsParameters;
import org.flavorwaves.physics.flavomon.thermal.ThermalMedium;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Parameters of the node Flavomon Equilibrium. */
final class FlavomonEquilibriumParameters extends UnitsParameters {

    /** Where temperature and chemical potentials come from. */
    enum Source {
        @Label(value = "Fit", description = """
            Those with which the modes of the input have its electron and other lepton number and its kinetic energy, \
            cell by cell.""")
        FIT,
        @Label(value = "Given", description = "The values below, the same for all cells.")
        GIVEN
    }

    static final class SourceReference implements ParameterReference<Source> {
    }

    static final class IsGiven implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceReference.class).isOneOf(Source.GIVEN);
        }
    }

    @Widget(title = "Equilibrium", description = "Where temperature and chemical potentials come from. Default: fit.")
    @Layout(Sections.Distribution.class)
    @ValueReference(SourceReference.class)
    @ValueSwitchWidget
    Source m_source = Source.FIT;

    @Widget(title = "Temperature", description = "T in MeV. Default 5.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.MostTemperature.class)
    double m_temperature = 5;

    @Widget(title = "Chemical potential of electron flavor", description = "μ_e in MeV. Default 10.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastChemical.class, maxValidation = Bounds.MostChemical.class)
    double m_muE = 10;

    @Widget(title = "Chemical potential of the other flavor", description = "μ_x in MeV. Default 0.")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsGiven.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastChemical.class, maxValidation = Bounds.MostChemical.class)
    double m_muX;

    @Widget(title = "On failure", description = """
        What happens if a cell has no temperature: the node fails, or its results are missing values. Default: fail.""")
    @Layout(Sections.Output.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    /** The defaults. */
    FlavomonEquilibriumParameters() {
    }

    /** The defaults for a table. */
    FlavomonEquilibriumParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
    }

    /** The given medium, unless it is fitted. */
    Optional<ThermalMedium> given() {
        return m_source == Source.GIVEN ? Optional.of(new ThermalMedium(m_temperature, m_muE, m_muX))
            : Optional.empty();
    }
}
