package org.flavorwaves.knime.nodes;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;
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

/** The parameters of every node that works along a line of wave vectors. */
public abstract class WaveVectorParameters extends ThreeFlavorParameters {

    /** Along which line wave vectors lie. */
    public enum Direction {
        @Label(value = "Vector", description = "The direction given below, the same for all cells.")
        VECTOR,
        @Label(value = "Lepton-number flux",
            description = "The direction of the electron-minus-x lepton-number flux of each cell.")
        LEPTON_FLUX
    }

    /** What wave numbers are measured in. */
    public enum WaveNumberUnit {
        @Label(value = "Absolute", description = "The units of the potentials; cm⁻¹ with CGS.")
        ABSOLUTE,
        @Label(value = "Lepton number",
            description = "Multiples of Σ|G|, the absolute lepton number of all directions, of each cell.")
        LEPTON_NUMBER
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
    protected Direction m_kDirection = Direction.VECTOR;

    @Widget(title = "Direction x", description = "First component of the direction; any length. Default 0.")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsVector.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    protected double m_kDirX;

    @Widget(title = "Direction y", description = "Second component of the direction. Default 0.")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsVector.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    protected double m_kDirY;

    @Widget(title = "Direction z", description = "Third component of the direction. Default 1.")
    @Layout(Sections.WaveVectors.class)
    @Effect(predicate = IsVector.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    protected double m_kDirZ = 1;

    @Widget(title = "Unit of wave numbers", description = """
        What the smallest and largest wave number are given in. Results are always in the units of the potentials. \
        Default: absolute, but lepton number when the node is connected to a state in cm⁻³.""")
    @Layout(Sections.WaveVectors.class)
    @ValueSwitchWidget
    protected WaveNumberUnit m_kUnit = WaveNumberUnit.ABSOLUTE;

    @Widget(title = "Smallest wave number", description = """
        First wave number along the direction, in the chosen unit; may be negative. It is the physical one, unless the \
        node has a frame of wave numbers that says otherwise. Default -2.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    protected double m_kMin = -2;

    @Widget(title = "Largest wave number", description = """
        Last wave number along the direction, in the chosen unit. Default 2.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = Bounds.MinusLargest.class, maxValidation = Bounds.Largest.class)
    protected double m_kMax = 2;

    @Widget(title = "Number of wave numbers", description = """
        How many equally spaced wave numbers from the smallest to the largest; 1 takes the smallest alone. \
        Default 41.""")
    @Layout(Sections.WaveVectors.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostPoints.class)
    protected int m_kCount = 41;

    /** The defaults. */
    protected WaveVectorParameters() {
    }

    /**
     * The defaults for a table.
     *
     * @param input what the node is connected to
     */
    protected WaveVectorParameters(final NodeParametersInput input) {
        super(input);
        if (units() == UnitSystem.CGS) {
            m_kUnit = WaveNumberUnit.LEPTON_NUMBER;
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (m_kCount > 1 && !(m_kMax > m_kMin)) {
            throw Messages.settings("kMax must be above kMin but is " + m_kMax + " with kMin = " + m_kMin + ".",
                "Exchange the two, or set kCount to 1.");
        }
        if (m_kDirection == Direction.VECTOR && m_kDirX == 0 && m_kDirY == 0 && m_kDirZ == 0) {
            throw Messages.settings("The direction (kDirX, kDirY, kDirZ) must not be (0, 0, 0).");
        }
    }

    /** kCount numbers from kMin to kMax, in the chosen unit. */
    private double[] waveNumbers() {
        final double[] ks = new double[m_kCount];
        for (int i = 0; i < ks.length; i++) {
            final double t = ks.length == 1 ? 0 : i / (ks.length - 1.0);
            ks[i] = m_kMin * (1 - t) + m_kMax * t;
        }
        return ks;
    }

    /**
     * The direction of the line for a state.
     *
     * @param lepton the state's lepton number
     * @return a unit vector
     * @throws IllegalArgumentException if the lepton-number flux is wanted and vanishes
     */
    public final WaveVector direction(final LeptonNumber lepton) {
        if (m_kDirection == Direction.VECTOR) {
            return new WaveVector(m_kDirX, m_kDirY, m_kDirZ).unit();
        }
        return lepton.direction().orElseThrow(() -> new IllegalArgumentException(
            "the lepton-number flux is zero, so it gives no direction; set the direction to a vector."));
    }

    /**
     * The wave numbers for a state.
     *
     * @param lepton the state's lepton number
     * @return kCount numbers in the units of the potentials
     * @throws IllegalArgumentException if they are measured in the lepton number and that vanishes
     */
    public final double[] waveNumbers(final LeptonNumber lepton) {
        final double[] ks = waveNumbers();
        if (m_kUnit == WaveNumberUnit.LEPTON_NUMBER) {
            if (lepton.absolute() == 0) {
                throw new IllegalArgumentException("the lepton number is zero in every direction, so wave numbers "
                    + "cannot be measured in it; set their unit to absolute.");
            }
            for (int i = 0; i < ks.length; i++) {
                ks[i] *= lepton.absolute();
            }
        }
        return ks;
    }
}
