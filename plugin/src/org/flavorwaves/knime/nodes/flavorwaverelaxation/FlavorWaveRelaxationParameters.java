package org.flavorwaves.knime.nodes.flavorwaverelaxation;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Flavor Wave Relaxation. */
final class FlavorWaveRelaxationParameters extends EnvironmentParameters {

    @Widget(title = "Direction x", description = """
        First component of the direction along which waves run; any length. Default 0.""")
    @Layout(Sections.WaveVectors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_kDirX;

    @Widget(title = "Direction y", description = "Second component of the direction. Default 0.")
    @Layout(Sections.WaveVectors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_kDirY;

    @Widget(title = "Direction z", description = "Third component of the direction. Default 1.")
    @Layout(Sections.WaveVectors.class)
    @Migrate(loadDefaultIfAbsent = true)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    double m_kDirZ = 1;

    @Widget(title = "Largest wave number", description = """
        Waves have wave numbers up to this one, in the unit of the potentials. Default 0: the smallest |H| of a mode \
        over the largest speed along the direction, up to which waves have positive energies.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_kMax;

    @Widget(title = "Number of wave numbers", description = "At least 3. Default 24.")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostNodes.class)
    int m_kCount = 24;

    @Widget(title = "Amplitude", description = """
        Root mean square size of the waves relative to that of the polarization vectors. Default 0.01.""")
    @Layout(Sections.Perturbation.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.One.class)
    double m_amplitude = 0.01;

    @Widget(title = "Initial tail", description = """
        k_T of the actions at t = 0, exp(-k/k_T) of every band, in the unit of the potentials. Default 0: a fifth of \
        the largest wave number.""")
    @Layout(Sections.Perturbation.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_initialTail;

    @Widget(title = "Duration", description = """
        Time at the end, in inverse units of the potentials (s with CGS). Default 0: 3000 times the shortest time in \
        which an action changes by itself at the start.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_duration;

    @Widget(title = "Number of outputs", description = "How many states are written beside that at t = 0. Default 20.")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_outputs = 20;

    @Widget(title = "Tolerance", description = """
        Error of an action in a time step, relative to it. Default 1e-3.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.One.class)
    double m_tolerance = 1e-3;

    @Widget(title = "Most steps", description = "The run stops after so many time steps. Default 100000.",
        advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_maxSteps = 100_000;

    @Widget(title = "On failure", description = """
        What happens to a cell whose run stops early: waves that explode, too many steps. Default: fail.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    /** The defaults. */
    FlavorWaveRelaxationParameters() {
    }

    /** The defaults for a table. */
    FlavorWaveRelaxationParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Bounds.require(this);
        if (m_kCount < 3) {
            throw Messages.settings("kCount must be at least 3 but is " + m_kCount + ".");
        }
        if (m_kDirX == 0 && m_kDirY == 0 && m_kDirZ == 0) {
            throw Messages.settings("The direction (kDirX, kDirY, kDirZ) must not be (0, 0, 0).");
        }
    }
}
