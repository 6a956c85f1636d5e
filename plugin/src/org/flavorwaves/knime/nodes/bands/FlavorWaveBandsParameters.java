package org.flavorwaves.knime.nodes.bands;

import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the node Flavor Wave Bands. */
final class FlavorWaveBandsParameters extends EnvironmentParameters {

    /** Along which line wave vectors lie. */
    enum Direction {
        @Label(value = "Vector", description = "The direction given below, the same for all cells.")
        VECTOR,
        @Label(value = "Lepton-number flux",
            description = "The direction of the electron-minus-x lepton-number flux of each cell.")
        LEPTON_FLUX
    }

    /** What wave numbers are measured in. */
    enum WaveNumberUnit {
        @Label(value = "Absolute", description = "The units of the potentials; cm⁻¹ with CGS.")
        ABSOLUTE,
        @Label(value = "Lepton number",
            description = "Multiples of Σ|G|, the absolute lepton number of all directions, of each cell.")
        LEPTON_NUMBER
    }

    /** Which eigenvectors are written. */
    enum Eigenvectors {
        @Label(value = "None", description = "The table of eigenvectors is empty.")
        NONE,
        @Label(value = "Fastest", description = "The fastest growing wave of each cell, N rows.")
        FASTEST,
        @Label(value = "All", description = "All bands at the wave vector of fastest growth, 3N² rows a cell.")
        ALL
    }

    interface DirectionReference extends ParameterReference<Direction> {
    }

    static final class IsVector implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DirectionReference.class).isOneOf(Direction.VECTOR);
        }
    }

    @Widget(title = "Direction", description = """
        The line on which the wave vectors lie. Default: a given vector, the z axis.""")
    @Layout(Sections.WaveVectors.class)
    @ValueReference(DirectionReference.class)
    @ValueSwitchWidget
    Direction m_kDirection = Direction.VECTOR;

    @Widget(title = "Direction x", description = "First component of the direction; any length. Default 0.")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsVector.class, type = EffectType.SHOW)
    double m_kDirX;

    @Widget(title = "Direction y", description = "Second component of the direction. Default 0.")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsVector.class, type = EffectType.SHOW)
    double m_kDirY;

    @Widget(title = "Direction z", description = "Third component of the direction. Default 1.")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsVector.class, type = EffectType.SHOW)
    double m_kDirZ = 1;

    @Widget(title = "Unit of wave numbers", description = """
        What the smallest and largest wave number are given in. Results are always in the units of the potentials. \
        Default: absolute, but lepton number when the node is connected to a state in cm⁻³.""")
    @Layout(Sections.WaveVectors.class)
    @ValueSwitchWidget
    WaveNumberUnit m_kUnit = WaveNumberUnit.ABSOLUTE;

    @Widget(title = "Smallest wave number", description = """
        First K along the direction, in the chosen unit; may be negative. K is the physical wave number, not the one \
        that is shifted by the lepton-number flux. Default -2.""")
    @Layout(Sections.WaveVectors.class)
    double m_kMin = -2;

    @Widget(title = "Largest wave number", description = "Last K along the direction, in the chosen unit. Default 2.")
    @Layout(Sections.WaveVectors.class)
    double m_kMax = 2;

    @Widget(title = "Number of wave numbers", description = """
        How many equally spaced wave numbers from the smallest to the largest; 1 takes the smallest alone. \
        Default 41.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_kCount = 41;

    @Widget(title = "Eigenvectors", description = """
        Which eigenvectors the third table holds. Default: the fastest growing wave of each cell.""")
    @Layout(Sections.Output.class)
    @ValueSwitchWidget
    Eigenvectors m_eigenvectors = Eigenvectors.FASTEST;

    @Widget(title = "On failure", description = """
        What happens to a cell whose eigenvalue problem does not converge. Default: fail.""", advanced = true)
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    /** The defaults. */
    FlavorWaveBandsParameters() {
    }

    /**
     * The defaults for a table.
     *
     * @param input what the node is connected to
     */
    FlavorWaveBandsParameters(final NodeParametersInput input) {
        super(input);
        if (units() == UnitSystem.CGS) {
            m_kUnit = WaveNumberUnit.LEPTON_NUMBER;
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        requireFinite("kMin", m_kMin);
        requireFinite("kMax", m_kMax);
        requireFinite("kDirX", m_kDirX);
        requireFinite("kDirY", m_kDirY);
        requireFinite("kDirZ", m_kDirZ);
        if (m_kCount < 1) {
            throw Messages.settings("kCount must be at least 1 but is " + m_kCount + ".");
        }
        if (m_kCount > 1 && !(m_kMax > m_kMin)) {
            throw Messages.settings("kMax must be above kMin but is " + m_kMax + " with kMin = " + m_kMin + ".",
                "Exchange the two, or set kCount to 1.");
        }
        if (m_kDirection == Direction.VECTOR && m_kDirX == 0 && m_kDirY == 0 && m_kDirZ == 0) {
            throw Messages.settings("The direction (kDirX, kDirY, kDirZ) must not be (0, 0, 0).");
        }
    }

    /**
     * The wave numbers in the chosen unit.
     *
     * @return kCount numbers from kMin to kMax
     */
    double[] waveNumbers() {
        final double[] ks = new double[m_kCount];
        for (int i = 0; i < ks.length; i++) {
            final double t = ks.length == 1 ? 0 : i / (ks.length - 1.0);
            ks[i] = m_kMin * (1 - t) + m_kMax * t;
        }
        return ks;
    }
}
