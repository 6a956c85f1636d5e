package org.flavorwaves.knime.nodes.wavekinetics;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.UnitSystem;
import org.flavorwaves.physics.kinetics.InitialWaves;
import org.flavorwaves.physics.kinetics.plan.WavePlan;
import org.flavorwaves.physics.kinetics.random.RandomPhaseGas;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
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

/** The box, the time and the waves at its beginning. */
abstract class WaveBoxParameters extends EnvironmentParameters {

    /** Numbers of 8 bytes that are held for each mode at each point while a field of tilts is made. */
    private static final long NUMBERS_A_TILT = 16;

    /** What lengths and times are measured in. */
    enum BoxUnit {
        @Label(value = "Absolute", description = """
            The inverse of the units of the potentials; with CGS lengths in cm and times in s.""")
        ABSOLUTE,
        @Label(value = "Lepton number",
            description = "Multiples of 1/Σ|G|, the inverse absolute lepton number of all directions, of each cell.")
        LEPTON_NUMBER
    }

    /** Along which axis waves run. */
    enum Axis {
        @Label(value = "x", description = "Waves along x.")
        X,
        @Label(value = "y", description = "Waves along y.")
        Y,
        @Label(value = "z", description = "Waves along z.")
        Z
    }

    /** Which waves there are at t = 0. */
    enum Start {
        @Label(value = "Random tilts", description = """
            Every polarization vector is tilted by a random angle that varies along the box; its length is the same \
            everywhere. The node QKE Box starts alike with the same amplitude, seed and largest harmonic.""")
        RANDOM,
        @Label(value = "Single wave", description = "One band of one wave.")
        SINGLE,
        @Label(value = "Uniform action", description = "Every band of every wave with the same |A| and a random phase.")
        UNIFORM,
        @Label(value = "Flavor field", description = """
            The flavor field of every growing wave has the same intensity per unit of k, as in quasi-linear Flavomon \
            Kinetics with the same initial intensity. For random phases only.""")
        FIELD
    }

    static final class IsRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StartReference.class).isOneOf(Start.RANDOM);
        }
    }

    interface StartReference extends ParameterReference<Start> {
    }

    static final class IsSingle implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StartReference.class).isOneOf(Start.SINGLE);
        }
    }

    static final class IsSeeded implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StartReference.class).isOneOf(Start.RANDOM, Start.UNIFORM);
        }
    }

    @Widget(title = "Unit of length and time", description = """
        What box length and duration are given in. Default: absolute, but lepton number when the node is connected to \
        a state in cm⁻³.""")
    @Layout(Sections.Box.class)
    @ValueSwitchWidget
    BoxUnit m_boxUnit = BoxUnit.ABSOLUTE;

    @Widget(title = "Box length", description = """
        Length L of the periodic box, in the chosen unit; the waves have k = 2πn/L. 0 chooses one in which at least 16 \
        waves lie in the range of wave numbers that grow; random phases then have no box. Default 0.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_boxLength;

    @Widget(title = "Axis", description = "The axis along which the box is inhomogeneous. Default: z.")
    @Layout(Sections.Box.class)
    @ValueSwitchWidget
    Axis m_axis = Axis.Z;

    @Widget(title = "Largest wave", description = """
        The largest n; waves of negative n are the complex conjugates. 0 chooses twice the largest n that grows. Waves \
        that grow and are left out are a warning. Default 0.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostCount.class)
    int m_nMax;

    @Widget(title = "Duration", description = "Time at the end of the evolution, in the chosen unit. Default 20.")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_duration = 20;

    @Widget(title = "Outputs", description = """
        Number of equally spaced times after t = 0 that are written; t = 0 is always written. Default 20.""")
    @Layout(Sections.Box.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_outputs = 20;

    @Widget(title = "Initial waves", description = "Which waves there are at t = 0. Default: random tilts.")
    @Layout(Sections.Perturbation.class)
    @ValueReference(StartReference.class)
    @ValueSwitchWidget
    Start m_initialWaves = Start.RANDOM;

    @Widget(title = "Initial amplitude", description = """
        Random tilts: root mean square of the tilt, up to 1. Flavor field: |A|² per unit of k over Σ|G|. Otherwise \
        |A|, the 2-norm of the wave over all modes in units of P. Default 1e-3.""")
    @Layout(Sections.Perturbation.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_amplitude = 1e-3;

    @Widget(title = "Seed", description = "Seed of the random numbers. Default 1.")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsSeeded.class, type = EffectType.SHOW)
    int m_seed = 1;

    @Widget(title = "Another seed for each cell", description = """
        Every cell of the table has a seed of its own, made from the seed and the content of the column "cell". The \
        same state in many cells is then an ensemble. Default: off, the same random numbers in every cell.""")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsSeeded.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_ownSeeds;

    @Widget(title = "Largest harmonic", description = """
        Largest n of the random tilts; waves beyond the largest wave are left out. In a box that is chosen all waves \
        are tilted. Default 10.""")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsRandom.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_largestHarmonic = 10;

    @Widget(title = "Wave", description = "Number n of the single wave, 1 to the largest. Default 1.")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsSingle.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_wave = 1;

    @Widget(title = "Band", description = """
        Band of the single wave, numbered as by Flavor Wave Bands; -1 takes the fastest growing one. Default -1.""")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsSingle.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.MinusOne.class, maxValidation = Bounds.MostCount.class)
    int m_band = -1;

    /** The defaults. */
    WaveBoxParameters() {
    }

    /** The defaults for a table. */
    WaveBoxParameters(final NodeParametersInput input) {
        super(input);
        if (units() == UnitSystem.CGS) {
            m_boxUnit = BoxUnit.LEPTON_NUMBER;
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (m_initialWaves == Start.RANDOM && m_amplitude > 1) {
            throw Messages.settings("amplitude of random tilts must be at most 1 but is " + m_amplitude + ".");
        }
        if (m_initialWaves == Start.SINGLE && m_nMax > 0 && m_wave > m_nMax) {
            throw Messages.settings("wave must be at most nMax = " + m_nMax + " but is " + m_wave + ".");
        }
    }

    /** The axis along which the box is inhomogeneous. */
    final WaveVector axis() {
        return switch (m_axis) {
            case X -> new WaveVector(1, 0, 0);
            case Y -> new WaveVector(0, 1, 0);
            case Z -> new WaveVector(0, 0, 1);
        };
    }

    /**
     * The length of the box of a cell.
     *
     * @param leptonNumber sum |G| of the cell in the units of the potentials
     * @return L in the inverse of the units of the potentials, 0 if it is to be chosen
     * @throws IllegalArgumentException if lengths are measured in the lepton number and that vanishes
     */
    final double length(final double leptonNumber) {
        return m_boxUnit == BoxUnit.ABSOLUTE || m_boxLength == 0 ? m_boxLength : m_boxLength / number(leptonNumber);
    }

    /**
     * The output times of a cell.
     *
     * @param leptonNumber sum |G| of the cell in the units of the potentials
     * @param units how times are given
     * @return t = 0 and the outputs, in the inverse of the units of the potentials
     * @throws IllegalArgumentException if times are measured in the lepton number and that vanishes
     */
    final double[] times(final double leptonNumber, final StateUnits units) {
        final double last =
            m_boxUnit == BoxUnit.ABSOLUTE ? m_duration * units.rateFactor() : m_duration / number(leptonNumber);
        final double[] times = new double[m_outputs + 1];
        for (int t = 0; t < times.length; t++) {
            times[t] = last * t / m_outputs;
        }
        return times;
    }

    private static double number(final double leptonNumber) {
        if (leptonNumber == 0) {
            throw new IllegalArgumentException("the lepton number is zero in every direction, so length and time"
                + " cannot be measured in it; set their unit to absolute.");
        }
        return leptonNumber;
    }

    /**
     * The waves at t = 0.
     *
     * @param cell the cell
     * @param plan its waves
     * @return their amplitudes
     */
    final InitialWaves waves(final StateCell cell, final WavePlan plan) {
        final long seed = m_ownSeeds ? cell.ownSeed(m_seed) : m_seed;
        return switch (m_initialWaves) {
            case RANDOM -> (background, box, bands) -> InitialWaves
                .ofField(tilts(background.state(), box, largest(plan), seed)).on(background, box, bands);
            case SINGLE -> InitialWaves.single(m_wave, m_band, m_amplitude);
            case UNIFORM -> InitialWaves.uniform(m_amplitude, seed);
            case FIELD -> throw new IllegalStateException("A flavor field without phases is no amplitude.");
        };
    }

    /** The field from which the node QKE Box starts with the same parameters. */
    private BoxField tilts(final FlavorState state, final BoxModes box, final int largest, final long seed) {
        final int points = Math.toIntExact(tiltPoints(Math.max(largest, box.nMax())));
        return BoxPerturbation.random(BoxGrid.line(m_axis.ordinal(), box.length(), points), state, m_amplitude, largest,
            seed);
    }

    /** The largest harmonic of the tilts: in a box that was chosen, all its waves. */
    private int largest(final WavePlan plan) {
        return plan.given() ? m_largestHarmonic : plan.box().nMax();
    }

    /**
     * The gas from which waves of random phases grow: with the noise of the same tilts over a continuous k, or with a
     * flavor field.
     *
     * @param state the state of a cell
     * @param leptonNumber its sum |G| in the units of the potentials
     * @param plan its waves
     * @return the gas
     */
    final RandomPhaseGas gas(final FlavorState state, final double leptonNumber, final WavePlan plan) {
        return m_initialWaves == Start.FIELD
            ? RandomPhaseGas.ofField(state, environment(), m_amplitude * leptonNumber)
            : RandomPhaseGas.of(state, environment(),
                plan.box().length() / (2 * Math.PI) * m_amplitude * m_amplitude / (4.0 * largest(plan)));
    }

    /** The points of that field, a power of 2. */
    private static long tiltPoints(final int largest) {
        final long points = 3L * largest + 1;
        return 1L << (Long.SIZE - Long.numberOfLeadingZeros(points - 1));
    }

    /** The bytes of the field of the waves at t = 0. */
    final long startBytes(final int modes) {
        final int largest = Math.max(m_boxLength > 0 ? m_largestHarmonic : 1, m_nMax);
        return m_initialWaves == Start.RANDOM
            ? tiltPoints(largest) * (NUMBERS_A_TILT * modes + 16L) * Double.BYTES : 0;
    }
}
