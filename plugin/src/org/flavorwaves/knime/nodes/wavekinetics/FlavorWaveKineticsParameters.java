package org.flavorwaves.knime.nodes.wavekinetics;

import org.flavorwaves.knime.nodes.Bounds;
import org.flavorwaves.knime.nodes.OnFailure;
import org.flavorwaves.knime.nodes.Sections;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.kinetics.KineticsOptions;
import org.flavorwaves.physics.kinetics.Transfer;
import org.flavorwaves.physics.kinetics.Waves;
import org.flavorwaves.physics.kinetics.plan.WavePlan;
import org.flavorwaves.physics.kinetics.waves.SecularWindow;
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

/** Parameters of the node Flavor Wave Kinetics. */
final class FlavorWaveKineticsParameters extends WaveBoxParameters {
    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    /** How the waves are treated. */
    enum Treatment {
        @Label(value = "Automatic", description = """
            All products where the fastest wave grows at more than 0.3 of the spacing of Re Ω at neighbouring waves of \
            the box, if a box length is given and the initial waves are random tilts; random phases otherwise. The \
            Summary says which and why.""")
        AUTO,
        @Label(value = "All products", description = """
            All waves as fields, with all their products. The only approximation is that the average stays in mixing \
            equilibrium. Costs as much as one QKE Box.""")
        FULL,
        @Label(value = "Slow products", description = """
            Amplitudes of all bands with the products whose phase turns slowly: the secular approximation.""")
        SECULAR,
        @Label(value = "Random phases", description = """
            Intensities of growing waves over a continuous k, without products. For slow growth, on any background; \
            hundreds of times cheaper.""")
        RANDOM_PHASE
    }

    interface TreatmentReference extends ParameterReference<Treatment> {
    }

    static final class IsSecular implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TreatmentReference.class).isOneOf(Treatment.SECULAR);
        }
    }

    /** Which products of waves are kept. */
    enum Window {
        @Label(value = "Automatic", description = """
            Δ is the larger of the spacing of Re Ω at neighbouring waves and the largest growth rate.""")
        AUTO,
        @Label(value = "Value", description = "Δ as given below.")
        VALUE,
        @Label(value = "Infinite", description = "All products: no secular approximation.")
        INFINITE
    }

    /** What waves do when their bands change. */
    enum Bands {
        @Label(value = "Project", description = """
            Wave functions stay and are expanded in the new bands; also right where bands meet.""")
        PROJECT,
        @Label(value = "Follow", description = """
            Amplitudes follow the band of the largest overlap, the quasistatic approximation; fails where bands meet, \
            as they do where growth ends.""")
        FOLLOW
    }

    interface WindowReference extends ParameterReference<Window> {
    }

    static final class IsValue implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(WindowReference.class).isOneOf(Window.VALUE)
                .and(i.getEnum(TreatmentReference.class).isOneOf(Treatment.SECULAR));
        }
    }

    @Widget(title = "Waves", description = "How the waves are treated. Default: automatic.")
    @Layout(Sections.Solver.class)
    @ValueReference(TreatmentReference.class)
    @ValueSwitchWidget
    @Migrate(loadDefaultIfAbsent = true)
    Treatment m_waves = Treatment.AUTO;

    @Widget(title = "Secular window", description = """
        Products of waves are kept if their phase turns at a rate of at most Δ. A finite box has no exact resonances, \
        so Δ must not be much smaller than the automatic value. Default: automatic.""")
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsSecular.class, type = EffectType.SHOW)
    @ValueReference(WindowReference.class)
    @ValueSwitchWidget
    Window m_window = Window.AUTO;

    @Widget(title = "Window width", description = "Δ in the units of the potentials (cm⁻¹ with CGS). Default 1.")
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsValue.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    double m_delta = 1;

    @Widget(title = "Viscosity", description = """
        Whether waves depolarize the mixing equilibrium that carries them. Default: on.""")
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsSecular.class, type = EffectType.SHOW)
    boolean m_viscosity = true;

    @Widget(title = "Background feedback", description = """
        Whether the depolarized background goes to a new mixing equilibrium with new bands. Default: on.""")
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsSecular.class, type = EffectType.SHOW)
    boolean m_feedback = true;

    @Widget(title = "Waves on new bands", description = """
        What waves do when the background and with it their bands change. Default: project.""")
    @Layout(Sections.Solver.class)
    @Effect(predicate = IsSecular.class, type = EffectType.SHOW)
    @ValueSwitchWidget
    Bands m_transfer = Bands.PROJECT;

    @Widget(title = "Allow reversal", description = """
        Whether a polarization vector may shrink through 0 and go on with the other alignment. The theory takes the \
        alignment as constant; switched off, the evolution stops there and names the mode. Default: on.""")
    @Layout(Sections.Solver.class)
    boolean m_reversal = true;

    @Widget(title = "Background step", description = """
        Half of the largest change of a |P| on one set of bands, with all products of directions, relative to the \
        longest. Errors fall with its square. Default 0.03.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_backgroundStep = 0.03;

    @Widget(title = "Tolerance", description = """
        Error of a time step relative to the amplitudes of the wave and to the largest |P|. Default 1e-7.""",
        advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    double m_tolerance = 1e-7;

    @Widget(title = "Bound on identities", description = """
        The evolution stops when an identity that holds exactly for the kinetic equation is violated by more than \
        this, relative to Σw|P| or the largest |P|². Default 0.05.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.Largest.class)
    double m_identityTolerance = 0.05;

    @Widget(title = "Largest memory (MB)", description = """
        A cell whose bands and triads are predicted to need more is refused with the number of bytes. Default \
        2048.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Bounds.MostCount.class)
    int m_maxMemory = 2048;

    @Widget(title = "On failure", description = """
        What happens to a cell whose evolution ends early: a violated identity, an exceptional point at t = 0, no \
        mixing equilibrium. Default: missing values after the end, and a warning.""")
    @Layout(Sections.Solver.class)
    @ValueSwitchWidget
    OnFailure m_onFailure = OnFailure.MISSING_VALUES;

    @Widget(title = "Bands of every size", description = """
        With all products bands are needed for the output alone, and are listed if that costs little. Switched on, \
        they are listed whatever it costs: the cube of the number of modes for each wave and time. Default: off.""")
    @Layout(Sections.Output.class)
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_allBands;

    @Widget(title = "Largest number of triads", description = """
        How many three-wave products of each cell are listed, the strongest at the end of the evolution first. The \
        list costs the square of the largest wave times the cube of the number of bands. Default 0, none.""")
    @Layout(Sections.Output.class)
    @Effect(predicate = IsSecular.class, type = EffectType.SHOW)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.MostCount.class)
    int m_maxTriads;

    @Widget(title = "Lowest growth rate", description = """
        With random phases, bands that grow slower are frozen: they keep their intensity until they grow again. In \
        the units of the potentials; 0 takes 0.03 of the fastest growth at t = 0. Cost rises as it falls. Default \
        0.""", advanced = true)
    @Layout(Sections.Solver.class)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.Largest.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_cut;

    /** The defaults. */
    FlavorWaveKineticsParameters() {
    }

    /** The defaults for a table. */
    FlavorWaveKineticsParameters(final NodeParametersInput input) {
        super(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        if (m_waves == Treatment.RANDOM_PHASE && m_initialWaves != Start.RANDOM && m_initialWaves != Start.FIELD) {
            throw Messages.settings("initialWaves must be RANDOM or FIELD with waves = RANDOM_PHASE but is "
                + m_initialWaves + "; a wave with a phase needs waves = FULL or SECULAR.");
        }
        if (m_initialWaves == Start.FIELD && m_waves != Treatment.RANDOM_PHASE) {
            throw Messages.settings("waves must be RANDOM_PHASE with initialWaves = FIELD but is " + m_waves
                + ": the intensity of a field has no phase.");
        }
        if (m_waves == Treatment.RANDOM_PHASE && m_amplitude == 0) {
            throw Messages.settings("amplitude must be above 0 with waves = RANDOM_PHASE: waves grow from noise.");
        }
    }

    /**
     * What automatic waves are for a cell.
     *
     * @param plan its waves
     * @return all products or random phases
     */
    Treatment choose(final WavePlan plan) {
        return !isNoise() || plan.isStrong() ? Treatment.FULL : Treatment.RANDOM_PHASE;
    }

    /**
     * Why.
     *
     * @param plan the waves of a cell
     * @return a phrase
     */
    String reason(final WavePlan plan) {
        return isNoise() ? plan.reason() : "the initial waves are no noise";
    }

    private boolean isNoise() {
        return m_initialWaves == Start.RANDOM && m_amplitude > 0;
    }

    KineticsOptions options(final Treatment treatment) {
        final SecularWindow window = switch (m_window) {
            case AUTO -> SecularWindow.AUTO;
            case VALUE -> SecularWindow.of(m_delta);
            case INFINITE -> SecularWindow.INFINITE;
        };
        return new KineticsOptions(Waves.valueOf(treatment.name()), window, m_tolerance, m_viscosity, m_feedback,
            m_backgroundStep, Transfer.valueOf(m_transfer.name()), m_reversal, m_identityTolerance,
            m_maxMemory * BYTES_PER_MEGABYTE, m_allBands ? Double.POSITIVE_INFINITY : KineticsOptions.DEFAULT.listed());
    }
}
