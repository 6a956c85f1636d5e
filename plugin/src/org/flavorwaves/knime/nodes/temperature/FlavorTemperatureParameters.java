package org.flavorwaves.knime.nodes.temperature;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.flavorwaves.physics.thermo.temperature.TemperatureOptions;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Flavor Temperature. */
final class FlavorTemperatureParameters extends EnvironmentParameters {

    /** What the thermal states have in common. */
    enum Mode {
        @Label(value = "Fitted temperature", description = "The states at the temperature that fits the input best.")
        FIT,
        @Label(value = "Given temperature", description = "The states at a given β.")
        AT_BETA,
        @Label(value = "Given energy", description = "The states of one polarization energy, each with its own β.")
        AT_ENERGY
    }

    /** Which entropy counts. */
    enum Relation {
        @Label(value = "Full", description = "2|P|/(|P|² + P0(2 - P0)) = tanh(βh): occupied and vacant states count.")
        FULL,
        @Label(value = "Dilute", description = "|P| = P0 tanh(βh), the limit of small occupations; P0 up to 1.")
        DILUTE
    }

    /** Where the polarization energy comes from. */
    enum EnergyFrom {
        @Label(value = "State", description = "The polarization energy of the input state, cell by cell.")
        STATE,
        @Label(value = "Value", description = "The energy given below, the same for all cells.")
        VALUE
    }

    /** Which of the states found are written. */
    enum States {
        @Label(value = "All", description = "Every thermal state found.")
        ALL,
        @Label(value = "Preferred", description = "In every cell the one that the second law prefers.")
        PREFERRED
    }

    interface ModeReference extends ParameterReference<Mode> {
    }

    interface EnergyReference extends ParameterReference<EnergyFrom> {
    }

    static final class IsAtBeta implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.AT_BETA);
        }
    }

    static final class IsAtEnergy implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.AT_ENERGY);
        }
    }

    static final class IsAtValue implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.AT_ENERGY)
                .and(i.getEnum(EnergyReference.class).isOneOf(EnergyFrom.VALUE));
        }
    }

    @Widget(title = "Thermal states", description = """
        What the thermal states have in common. The fit of the input is made in any case. Default: the fitted \
        temperature.""")
    @Layout(Sections.Distribution.class)
    @ValueReference(ModeReference.class)
    @ValueSwitchWidget
    Mode m_mode = Mode.FIT;

    @Widget(title = "Inverse temperature", description = """
        β in the inverse unit of the potentials (cm with CGS); negative allowed. Default 1.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsAtBeta.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_beta = 1;

    @Widget(title = "Energy from", description = "Where the polarization energy comes from. Default: the input state.")
    @Layout(Sections.Distribution.class)
    @ValueReference(EnergyReference.class)
    @Effect(predicate = IsAtEnergy.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    EnergyFrom m_energyFrom = EnergyFrom.STATE;

    @Widget(title = "Polarization energy", description = """
        U per volume in the unit in which it is reported (erg cm⁻³ with CGS). Default 0.""")
    @Layout(Sections.Distribution.class)
    @Effect(predicate = IsAtValue.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_energyTarget;

    @Widget(title = "Relation", description = """
        The relation of |P| and temperature, which follows from the entropy that counts. Default: full.""")
    @Layout(Sections.Distribution.class)
    @ValueSwitchWidget
    Relation m_relation = Relation.FULL;

    @Widget(title = "Fit tolerance", description = """
        Largest relative rms residual, in the polarization vectors, of a state that counts as compatible with one \
        flavor temperature. Default 0.05.""")
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_fitTolerance = 0.05;

    @Widget(title = "Starts", description = """
        Quasi-random starts in a row that must lead to no new thermal state before the search ends, beside those that \
        the problem suggests; once more for every state that is rarely met, at most 25 times. Where all states can be \
        found with certainty it is not used. Default 40.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostCount.class)
    int m_starts = TemperatureOptions.DEFAULT.starts();

    @Widget(title = "Tolerance", description = """
        Largest residual of the 12 equations relative to Σ w max|P|, dimensionless. Default 1e-12.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_tolerance = TemperatureOptions.DEFAULT.tolerance();

    @Widget(title = "Maximum iterations", description = "Most Newton iterations from one start. Default 60.",
        advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_maxIterations = TemperatureOptions.DEFAULT.maxIterations();

    @Widget(title = "On failure", description = """
        What happens to a cell for which no thermal state is found where one was asked for. Default: fail. A state \
        without a fitted temperature, such as one of completely polarized modes, is a finding and no failure.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    @Widget(title = "States written", description = """
        Which of the thermal states are written mode by mode. Default: all.""")
    @Layout(Sections.Output.class)
    @ValueSwitchWidget
    States m_states = States.ALL;

    /** The defaults. */
    FlavorTemperatureParameters() {
    }

    /** The defaults for a table. */
    FlavorTemperatureParameters(final NodeParametersInput input) {
        super(input);
    }

    ThermalRelation relation() {
        return ThermalRelation.valueOf(m_relation.name());
    }

    TemperatureOptions options() {
        return new TemperatureOptions(relation(), m_tolerance, m_maxIterations, m_starts);
    }
}
