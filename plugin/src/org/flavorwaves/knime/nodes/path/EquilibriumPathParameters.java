package org.flavorwaves.knime.nodes.path;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.RotatingFrame;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.flavorwaves.physics.equilibrium.path.PathOptions;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Equilibrium Path. */
final class EquilibriumPathParameters extends ThreeFlavorParameters {

    /** What changes along the path. */
    enum What {
        @Label(value = "Matter potential", description = "λ, at the given self-interaction factor.")
        MATTER,
        @Label(value = "Self-interaction", description = "The self-interaction factor, at the given matter potential.")
        SELF_INTERACTION,
        @Label(value = "List", description = "Both, as listed.")
        LIST
    }

    /** How the points are spread. */
    enum Spacing {
        @Label(value = "Linear", description = "Equal steps.")
        LINEAR,
        @Label(value = "Logarithmic", description = "Equal ratios; start and end have the same sign and are not zero.")
        LOG
    }

    interface WhatReference extends ParameterReference<What> {
    }

    static final class IsList implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(WhatReference.class).isOneOf(What.LIST);
        }
    }

    @Widget(title = "What changes", description = """
        The quantity that changes slowly. It takes the place of its value under Mixing and matter. Default: the \
        self-interaction factor.""")
    @Layout(Sections.Track.class)
    @ValueReference(WhatReference.class)
    @ValueSwitchWidget
    What m_what = What.SELF_INTERACTION;

    @Widget(title = "Start", description = """
        First value: the self-interaction factor (dimensionless), or the matter potential in the units of the \
        potentials. Default 1.""")
    @Layout(Sections.Track.class)
    @Effect(predicate = IsList.class, type = EffectType.HIDE)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_start = 1;

    @Widget(title = "End", description = """
        Last value. A self-interaction factor of 0 is reached as a limit. Default 0.01.""")
    @Layout(Sections.Track.class)
    @Effect(predicate = IsList.class, type = EffectType.HIDE)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_end = 0.01;

    @Widget(title = "Steps", description = """
        Number of steps between the points that are written, one less than points. The steps of the solver adapt \
        themselves. Default 40.""")
    @Layout(Sections.Track.class)
    @Effect(predicate = IsList.class, type = EffectType.HIDE)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostPoints.class)
    int m_steps = 40;

    @Widget(title = "Spacing", description = "How the points lie between start and end. Default: logarithmic.")
    @Layout(Sections.Track.class)
    @Effect(predicate = IsList.class, type = EffectType.HIDE)
    @ValueSwitchWidget
    Spacing m_spacing = Spacing.LOG;

    @Widget(title = "List of points", description = """
        Points λ:q separated by commas, matter potential and self-interaction factor, such as 10:1, 1:1, 0:0.5. From \
        one to the next both change in proportion.""")
    @Layout(Sections.Track.class)
    @Effect(predicate = IsList.class, type = EffectType.SHOW)
    String m_list = "";

    @Widget(title = "Continue round folds", description = """
        Whether to go on where the path turns back, along equilibria that a slow system cannot reach. Default: the \
        path ends at the first fold, and with three flavors at any.""")
    @Layout(Sections.Track.class)
    boolean m_continueRoundFolds;

    @Widget(title = "Co-rotating frame", description = """
        Whether the equilibrium is followed in a frame that rotates about the symmetry axis of the external terms, so \
        that the component of the polarization along that axis is conserved. Default: automatic.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    RotatingFrame m_coRotating = RotatingFrame.AUTO;

    @Widget(title = "Tolerance", description = """
        Largest residual of the equations relative to Σ w |P|, dimensionless. Default 1e-12.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_tolerance = EquilibriumOptions.DEFAULT.tolerance();

    @Widget(title = "Maximum steps", description = """
        Most steps of the solver along the path of one cell. Default 20000.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_maxSteps = PathOptions.DEFAULT.maxSteps();

    @Widget(title = "On failure", description = """
        What happens to a cell that has no equilibrium at the start, or whose path stops where a Hamiltonian vanishes \
        or the equations cannot be solved. A fold is a result and no failure. Default: fail.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    @Widget(title = "Write modes", description = """
        Whether the polarization vectors of all modes at all points are written to the port Modes. Default: no; the \
        state at the end of the path is always written.""")
    @Layout(Sections.Output.class)
    boolean m_outputModes;

    /** The defaults. */
    EquilibriumPathParameters() {
    }

    /** The defaults for a table. */
    EquilibriumPathParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        track();
    }

    /**
     * The points of the path.
     *
     * @return the track
     * @throws InvalidSettingsException if the settings make none
     */
    ParameterTrack track() throws InvalidSettingsException {
        if (m_what == What.LIST) {
            return PathList.parse(m_list, m_thetaMix);
        }
        if (m_start == m_end) {
            throw Messages.settings("start and end are both " + m_start + ", so nothing changes along the path.");
        }
        if (m_spacing == Spacing.LOG && !(m_start * m_end > 0)) {
            throw Messages.settings("Logarithmic spacing needs a start and an end of the same sign that are not zero, "
                + "but they are " + m_start + " and " + m_end + ".", "Choose linear spacing.");
        }
        final double[] values = m_spacing == Spacing.LOG ? ParameterTrack.logarithmic(m_start, m_end, m_steps)
            : ParameterTrack.linear(m_start, m_end, m_steps);
        return m_what == What.MATTER ? ParameterTrack.matterPotential(environment(), values)
            : ParameterTrack.selfInteraction(environment(), values);
    }

    PathOptions options() {
        return new PathOptions(EquilibriumOptions.DEFAULT.withTolerance(m_tolerance)
            .withCoRotating(m_coRotating.choice()), m_continueRoundFolds, m_maxSteps);
    }
}
