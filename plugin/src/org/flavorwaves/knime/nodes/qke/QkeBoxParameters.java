package org.flavorwaves.knime.nodes.qke;

import java.util.Optional;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.qke.Echo;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.ThreeFlavorPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
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

/** Parameters of the node QKE Box. */
final class QkeBoxParameters extends BoxParameters {

    /** How the box departs from homogeneity at t = 0. */
    enum Start {
        @Label(value = "Random tilts", description = """
            Every polarization vector is tilted at random at every place, with all harmonics up to a largest one.""")
        RANDOM,
        @Label(value = "One wave", description = "All vectors are tilted around one harmonic, equally for all modes.")
        WAVE,
        @Label(value = "Fastest wave", description = "The fastest growing wave function of one harmonic.")
        EIGENVECTOR,
        @Label(value = "None", description = "Homogeneous as the state is, or as a field that was read.")
        NONE
    }

    /** What the rates D act on. */
    enum Depolarization {
        @Label(value = "Coherence", description = """
            C = -D (Px, Py, 0): collisions destroy the flavor coherence; a state along z is stationary.""")
        COHERENCE(Damping.COHERENCE),
        @Label(value = "All components", description = """
            C = -D P: every component decays, as in Flavor Wave Bands and Flavor Wave Kinetics.""")
        LENGTH(Damping.LENGTH);

        private final Damping m_damping;

        Depolarization(final Damping damping) {
            m_damping = damping;
        }
    }

    /** How time steps are chosen. */
    enum Steps {
        @Label(value = "By tolerance", description = "Order 8 with an error estimate; the cheapest for a given error.")
        ADAPTIVE,
        @Label(value = "Fixed", description = "Order 4 with one evaluation a step; the cheapest step.")
        FIXED
    }

    /** Which spectra are written. */
    enum Spectra {
        @Label(value = "None", description = "The table of spectra is empty.")
        NONE,
        @Label(value = "Sum", description = "The mean over the modes by their weights.")
        SUM,
        @Label(value = "Modes", description = "One row a mode.")
        MODES
    }

    /** Whether a twin runs beside the evolution. */
    enum Twin {
        @Label(value = "Automatic", description = """
            In boxes of up to 500,000 modes times points, and given up after 2e8 evaluations times modes times \
            points, some ten seconds.""")
        AUTO,
        @Label(value = "On", description = "Always; takes up to as long again, twice as long with fixed steps.")
        ON,
        @Label(value = "Off", description = "Never; how many digits are certain is not said.")
        OFF
    }

    /** Modes times points up to which a twin runs by default. */
    private static final double TWIN_SIZE = 5e5;

    /** Evaluations times modes times points after which it is given up by default. */
    private static final double TWIN_WORK = 2e8;

    interface StartReference extends ParameterReference<Start> {
    }

    interface StepsReference extends ParameterReference<Steps> {
    }

    static final class IsRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StartReference.class).isOneOf(Start.RANDOM);
        }
    }

    static final class IsOneWave implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StartReference.class).isOneOf(Start.WAVE, Start.EIGENVECTOR);
        }
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StepsReference.class).isOneOf(Steps.FIXED);
        }
    }

    static final class IsAdaptive implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StepsReference.class).isOneOf(Steps.ADAPTIVE);
        }
    }

    @Widget(title = "Perturbation", description = """
        How the box departs from homogeneity at t = 0. Not used when the input is a field. Default: random tilts.""")
    @Layout(Sections.Perturbation.class)
    @ValueReference(StartReference.class)
    @ValueSwitchWidget
    Start m_perturbation = Start.RANDOM;

    @Widget(title = "Amplitude", description = """
        Random tilts: root mean square of the tilt. One wave: the tilt. Both are transverse components relative to \
        |P|, with three flavors turns between each pair of them. Fastest wave: size of the wave function, the 2-norm \
        over all modes in units of P. 0 to 1, default 1e-3.""")
    @Layout(Sections.Perturbation.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.One.class)
    double m_amplitude = 1e-3;

    @Widget(title = "Seed", description = "Seed of the random numbers. Default 1.")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsRandom.class, type = EffectType.SHOW)
    int m_seed = 1;

    @Widget(title = "Another seed for each cell", description = """
        Every cell of the table has a seed of its own, made from the seed and the content of the column "cell". The \
        same state in many cells is then an ensemble. Default: off, the same random numbers in every cell.""")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsRandom.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_ownSeeds;

    @Widget(title = "Largest random harmonic", description = """
        Largest |n| of random tilts along each axis; as many as the box keeps. Default 10.""")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsRandom.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_largestHarmonic = 10;

    @Widget(title = "Harmonic along x", description = "n of the wave, k = 2πn/L. Default 0.")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsOneWave.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastCount.class, maxValidation = Bounds.MostCount.class)
    int m_harmonicX;

    @Widget(title = "Harmonic along y", description = "n of the wave, k = 2πn/L. Default 0.")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsOneWave.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastCount.class, maxValidation = Bounds.MostCount.class)
    int m_harmonicY;

    @Widget(title = "Harmonic along z", description = "n of the wave, k = 2πn/L. Default 1.")
    @Layout(Sections.Perturbation.class)
    @Effect(predicate = IsOneWave.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = Bounds.LeastCount.class, maxValidation = Bounds.MostCount.class)
    int m_harmonicZ = 1;

    @Widget(title = "Depolarization", description = """
        What the rates of the column D act on. The linear analysis damps all components of a fluctuation; both agree \
        for the transverse waves of states along z. Not used without the column D. Default: coherence.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Depolarization m_depolarization = Depolarization.COHERENCE;

    @Widget(title = "Time steps", description = "How time steps are chosen. Default: by tolerance.")
    @Layout(Sections.Solver.class)
    @ValueReference(StepsReference.class)
    @ValueSwitchWidget
    Steps m_stepControl = Steps.ADAPTIVE;

    @Widget(title = "Tolerance", description = """
        Estimated error of a time step relative to |P|, 1e-15 to 0.1. Default 1e-8.""")
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsAdaptive.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_tolerance = 1e-8;

    @Widget(title = "Time step", description = """
        Largest time step, in the unit of length and time; stable up to about 0.4/|H|. Default 0.01.""")
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_timeStep = 0.01;

    @Widget(title = "Bound on identities", description = """
        The evolution stops when lepton number (relative to Σw|P|) or a mean square length (relative to itself), \
        which the equation conserves, changes by more than this. Default 1e-4.""")
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_identityTolerance = 1e-4;

    @Widget(title = "Twin", description = """
        A second evolution beside the first, with ten times the tolerance (or half the fixed step) and noise of that \
        size at the start. Its distance says how many digits of the results are certain; in a chaotic evolution none \
        are. Default: automatic.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Twin m_twin = Twin.AUTO;

    @Widget(title = "On failure", description = """
        What happens to a cell whose evolution stops early because an identity is broken or the tolerance cannot be \
        reached. Default: fail.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.FAIL;

    @Widget(title = "Spectra", description = "Which spectra are written. Default: the mean over the modes.")
    @Layout(Sections.Output.class)
    @ValueSwitchWidget
    Spectra m_spectra = Spectra.SUM;

    @Widget(title = "Write final field", description = """
        Whether the field at the end is written, one row a point and mode. Connected to another QKE Box it continues \
        the evolution. Default: on.""")
    @Layout(Sections.Output.class)
    boolean m_finalField = true;

    /** The defaults. */
    QkeBoxParameters() {
    }

    /** The defaults for a table. */
    QkeBoxParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        try {
            control(1);
            if (m_perturbation == Start.WAVE || m_perturbation == Start.EIGENVECTOR) {
                requireHarmonic();
            }
        } catch (final IllegalArgumentException e) {
            throw Messages.settings(e.getMessage());
        }
    }

    /** What the rates D act on. */
    Damping damping() {
        return m_depolarization.m_damping;
    }

    /** The work after which a twin is given up, 0 for none. */
    double twinWork(final long modesTimesPoints) {
        return switch (m_twin) {
            case AUTO -> modesTimesPoints <= TWIN_SIZE ? TWIN_WORK : 0;
            case ON -> Double.POSITIVE_INFINITY;
            case OFF -> 0;
        };
    }

    private void requireHarmonic() throws InvalidSettingsException {
        final int[] n = {m_harmonicX, m_harmonicY, m_harmonicZ};
        for (int axis = 0; axis < n.length; axis++) {
            final int cutoff = BoxGrid.cutoffOf(points()[axis]);
            if (Math.abs(n[axis]) > cutoff) {
                throw Messages.settings("Harmonic " + n[axis] + " along " + "xyz".charAt(axis)
                    + " is beyond the largest one kept, " + cutoff + " of " + points()[axis] + " points.");
            }
        }
        if (m_harmonicX == 0 && m_harmonicY == 0 && m_harmonicZ == 0) {
            throw Messages.settings("The wave of the perturbation must have a harmonic other than 0.");
        }
    }

    private int harmonic(final BoxGrid grid) {
        return grid.index(m_harmonicX, m_harmonicY, m_harmonicZ);
    }

    /** The choice of time steps; factor as for times. */
    StepControl control(final double factor) {
        return m_stepControl == Steps.FIXED ? StepControl.fixed(m_timeStep * factor)
            : StepControl.adaptive(m_tolerance);
    }

    private long seed(final StateCell cell) {
        return m_ownSeeds ? cell.ownSeed(m_seed) : m_seed;
    }

    /** The reversal of the motion of a cell, its noise with a seed beside that of the tilts; empty if there is none. */
    Optional<Echo> echo(final double factor, final StateCell cell) {
        return echo(factor, seed(cell) + 1);
    }

    /** The field at t = 0 of a cell; the fastest wave is that of the surroundings. */
    BoxField start(final BoxGrid grid, final StateCell cell, final Environment surroundings,
        final Progress progress) {
        final FlavorState state = cell.state();
        return switch (m_perturbation) {
            case RANDOM -> BoxPerturbation.random(grid, state, m_amplitude, m_largestHarmonic, seed(cell));
            case WAVE -> BoxPerturbation.wave(grid, state, harmonic(grid), m_amplitude);
            case EIGENVECTOR -> BoxPerturbation.fastest(grid, state, surroundings, harmonic(grid), m_amplitude,
                progress);
            case NONE -> BoxField.homogeneous(grid, state);
        };
    }

    /** The field at t = 0 of a cell of three flavors. */
    BoxField start(final BoxGrid grid, final StateCell cell, final ThreeFlavorEnvironment surroundings,
        final Progress progress) {
        final ThreeFlavorState state = cell.threeFlavors().orElseThrow();
        return switch (m_perturbation) {
            case RANDOM -> ThreeFlavorPerturbation.random(grid, state, m_amplitude, m_largestHarmonic, seed(cell));
            case WAVE -> ThreeFlavorPerturbation.wave(grid, state, harmonic(grid), m_amplitude);
            case EIGENVECTOR -> ThreeFlavorPerturbation.fastest(grid, state, surroundings, harmonic(grid),
                m_amplitude, progress);
            case NONE -> ThreeFlavorPerturbation.homogeneous(grid, state);
        };
    }
}
