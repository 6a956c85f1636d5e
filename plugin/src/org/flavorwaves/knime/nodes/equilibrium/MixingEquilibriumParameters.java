package org.flavorwaves.knime.nodes.equilibrium;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.RotatingFrame;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.nodes.ThreeFlavorParameters;
import org.flavorwaves.physics.equilibrium.Continuation;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Mixing Equilibrium. */
final class MixingEquilibriumParameters extends ThreeFlavorParameters {

    /** Which solution is taken. */
    enum Branch {
        @Label(value = "Automatic",
            description = "Newton from the input state; where that fails, the nearest of all solutions that are found.")
        AUTO,
        @Label(value = "Newton only", description = "Newton from the input state, and nothing else.")
        OFF,
        @Label(value = "From infinite matter",
            description = "The solution that is connected with infinite matter potential, followed from there.")
        MATTER,
        @Label(value = "From vanishing self-interaction",
            description = "The solution that is connected with a vanishing neutrino-neutrino term, followed from "
                + "there.")
        SELF_INTERACTION
    }

    @Widget(title = "Branch", description = """
        The equations can have several solutions for the same lengths and alignments of the polarization vectors; \
        this says which one is taken. Default: automatic.""")
    @Layout(Sections.Solver.class)
    Branch m_branch = Branch.AUTO;

    @Widget(title = "Co-rotating frame", description = """
        Whether the equilibrium is sought in a frame that rotates about the symmetry axis of the external terms, so \
        that the conserved component of the polarization along that axis is that of the input; of three flavors about \
        both mass axes. Default: automatic, at rest first.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    RotatingFrame m_coRotating = RotatingFrame.AUTO;

    @Widget(title = "Tolerance", description = """
        Largest residual of the 12 equations relative to Σ w |P|, dimensionless. Default 1e-12.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_tolerance = EquilibriumOptions.DEFAULT.tolerance();

    @Widget(title = "Maximum iterations", description = """
        Most Newton iterations of one solve; every step of a continuation has a small bound of its own. \
        Default 100.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_maxIterations = EquilibriumOptions.DEFAULT.maxIterations();

    @Widget(title = "On failure", description = """
        What happens to a cell whose equilibrium is not found to the tolerance. Default: fail.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    /** The defaults. */
    MixingEquilibriumParameters() {
    }

    /** The defaults for a table. */
    MixingEquilibriumParameters(final NodeParametersInput input) {
        super(input);
    }

    EquilibriumOptions options() {
        return new EquilibriumOptions(m_tolerance, m_maxIterations, Continuation.valueOf(m_branch.name()),
            m_coRotating.choice());
    }
}
