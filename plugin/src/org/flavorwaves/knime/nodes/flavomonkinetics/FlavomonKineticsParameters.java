package org.flavorwaves.knime.nodes.flavomonkinetics;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.UnitsParameters;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.UnitSystem;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Flavomon Kinetics. */
final class FlavomonKineticsParameters extends UnitsParameters {

    /** How the exchange is closed. */
    enum ClosureChoice {
        @Label(value = "Automatic", description = """
            Resonant where that describes the growth of the waves, which is weak growth in a continuous angular \
            spectrum; otherwise quasi-linear. The summary says which, and why.""")
        AUTO,
        @Label(value = "Resonant", description = """
            Neutrinos emit and absorb quanta in resonance, ω = k·v, with a finite width. Needs a continuous angular \
            spectrum of at least six directions and weak growth; it is refused before the first step where modes of \
            real frequency have less than a third of the growth.""")
        RESONANT,
        @Label(value = "Quasi-linear", description = """
            Growing waves of the beams as given act on all neutrinos with the width of their growth rate.""")
        QUASI_LINEAR
    }

    /** What wave numbers and times are measured in. */
    enum Scale {
        @Label(value = "Absolute", description = """
            Wave numbers in the units of the potentials, the duration in their inverse; cm⁻¹ and s with CGS.""")
        ABSOLUTE,
        @Label(value = "Lepton number", description = "Multiples of Σ|G| of each cell, and of 1/Σ|G|.")
        LEPTON_NUMBER
    }

    interface ClosureReference extends ParameterReference<ClosureChoice> {
    }

    interface RangeReference extends ParameterReference<Boolean> {
    }

    static final class IsResonant implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ClosureReference.class).isOneOf(ClosureChoice.AUTO, ClosureChoice.RESONANT);
        }
    }

    static final class IsQuasiLinear implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ClosureReference.class).isOneOf(ClosureChoice.AUTO, ClosureChoice.QUASI_LINEAR);
        }
    }

    static final class IsGivenRange implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(RangeReference.class).isFalse();
        }
    }

    @Widget(title = "Closure", description = "How neutrinos and flavomons exchange. Default: automatic.")
    @Layout(Sections.Box.class)
    @ValueReference(ClosureReference.class)
    @ValueSwitchWidget
    ClosureChoice m_closure = ClosureChoice.AUTO;

    @Widget(title = "Spontaneous emission", description = """
        Whether neutrinos emit quanta where there are none yet, the 1 of 1 + N. Default: on.""")
    @Layout(Sections.Box.class)
    @Effect(predicate = IsResonant.class, type = EffectType.SHOW)
    boolean m_spontaneous = true;

    @Widget(title = "Initial number", description = """
        Quanta N in every state at t = 0. Default 0: only spontaneous emission starts the growth.""")
    @Layout(Sections.Box.class)
    @Effect(predicate = IsResonant.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_initialNumber;

    @Widget(title = "Initial intensity", description = """
        |A|² of the flavor field at t = 0 on a range of K as long as Σ|G|, in units of (Σ|G|)². Default 1e-8.""")
    @Layout(Sections.Box.class)
    @Effect(predicate = IsQuasiLinear.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_initialIntensity = 1e-8;

    @Widget(title = "Measure", description = """
        Density of states along the axis, Σ<sub>K</sub> = measure · ∫dK/2π: √2 G_F divided by the area across \
        the axis that one state of each K takes. It says how many quanta the waves consist of; classical waves have \
        many, so it is small. Default 1e-6.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_measure = 1e-6;

    @Widget(title = "Unit of wave numbers and time", description = """
        What wave numbers and the duration are given in. Default: absolute, but lepton number when the node is \
        connected to a state in cm⁻³.""")
    @Layout(Sections.Box.class)
    @ValueSwitchWidget
    Scale m_scale = Scale.ABSOLUTE;

    @Widget(title = "Duration", description = """
        Time at the end, in the chosen unit. Default 0: fifty growth times of the fastest wave.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_duration;

    @Widget(title = "Outputs", description = """
        Number of equally spaced times after t = 0 that are written; t = 0 is always written. Default 20.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_outputs = 20;

    @Widget(title = "Wave numbers where waves grow", description = """
        Whether the wave numbers cover the growing waves of the initial medium, and a tenth more on each side. \
        Default: on.""")
    @Layout(Sections.WaveVectors.class)
    @ValueReference(RangeReference.class)
    boolean m_automaticRange = true;

    @Widget(title = "Smallest wave number", description = """
        Lower end of the range of physical wave numbers K along z, in the chosen unit. Default -2.""")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsGivenRange.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_kMin = -2;

    @Widget(title = "Largest wave number", description = "Upper end of the range of K. Default 2.")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsGivenRange.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_kMax = 2;

    @Widget(title = "Number of wave numbers", description = """
        Into how many cells the range is divided; each midpoint is a wave number. Default 40.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostPoints.class)
    int m_kCount = 40;

    @Widget(title = "Transverse waves", description = """
        Whether waves polarized across the axis take part beside longitudinal ones; N is the number in each of their \
        two polarizations. Default: off, as in a box that is symmetric about the axis.""")
    @Layout(Sections.WaveVectors.class)
    boolean m_transverse;

    @Widget(title = "Self-interaction factor", description = """
        Dimensionless factor on the neutrino-neutrino term. Default 1: the physical strength.""", advanced = true)
    @Layout(Sections.Surroundings.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_selfInteraction = 1;

    @Widget(title = "Width of the resonance", description = """
        Half-width of the resonance in cos θ. Default 0: the spacing of the directions.""", advanced = true)
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsResonant.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_width;

    @Widget(title = "Order of the series", description = """
        Highest order of the Legendre series over cos θ from which resonant waves are computed. Default 0: one less \
        than the number of Gauss-Legendre directions, a third of the number of others.""", advanced = true)
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsResonant.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_legendreOrder;

    @Widget(title = "Largest damping", description = """
        Waves that decay faster than this in the initial medium are left out, in units of Σ|G|. Default 0.02.""",
        advanced = true)
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsResonant.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_maxDamping = 0.02;

    @Widget(title = "Tolerance", description = """
        Error of a time step, relative to the largest f_e + f_x and to each N; below 1. Default 1e-4.""",
        advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_tolerance = 1e-4;

    @Widget(title = "Largest change", description = """
        Largest change of an occupation in a time step, relative to the largest f_e + f_x; waves and rates are \
        computed anew at least that often. Default 0.02.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_maxChange = 0.02;

    @Widget(title = "Tolerance of the invariants", description = """
        The run stops when a conserved number has changed by more than this, relative to the density of all \
        neutrinos. Default 1e-10.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_invariantTolerance = 1e-10;

    @Widget(title = "Most steps", description = "The run stops after so many time steps. Default 100000.",
        advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_maxSteps = 100_000;

    @Widget(title = "On failure", description = """
        What happens to a cell whose run stops early: a broken invariant, too many steps. Default: fail.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    /** The defaults. */
    FlavomonKineticsParameters() {
    }

    /** The defaults for a table. */
    FlavomonKineticsParameters(final NodeParametersInput input) {
        super(input);
        if (units() == UnitSystem.CGS) {
            m_scale = Scale.LEPTON_NUMBER;
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
        if (!m_automaticRange && !(m_kMax > m_kMin && Double.isFinite(m_kMax - m_kMin))) {
            throw Messages.settings("kMax must be above kMin and finite but is " + m_kMax + " with kMin = " + m_kMin
                + ".");
        }
    }
}
