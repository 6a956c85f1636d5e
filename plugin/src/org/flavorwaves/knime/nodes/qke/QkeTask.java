package org.flavorwaves.knime.nodes.qke;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Spectra;
import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Start;
import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Steps;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.StepTooSmallException;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.run.TimedText;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** Asks the physics for the evolution of one cell, as the parameters say. */
final class QkeTask {
    /** The angle in rad beyond which a step of order 8 is not stable. */
    static final double ANGLE_OF_A_STEP = 6;

    /** Time in s of a step with error control for a mode at a point, on one core. */
    static final double SECONDS_A_STEP = 2e-7;

    /** The same of a step of one size, with one evaluation in place of 12. */
    static final double SECONDS_A_FIXED_STEP = 2e-8;

    private final QkeBoxParameters m_parameters;

    private final StateUnits m_units;

    private final FieldInput m_fields;

    private final Optional<MatterProfile> m_matter;

    QkeTask(final QkeBoxParameters parameters, final StateUnits units, final FieldInput fields,
        final Optional<MatterProfile> matter) {
        m_parameters = parameters;
        m_units = units;
        m_fields = fields;
        m_matter = matter;
    }

    private QkeBox box(final double timeFactor, final StateCell cell) {
        final QkeBox box = new QkeBox(m_parameters.environment(), m_parameters.damping(),
            m_parameters.control(timeFactor), m_parameters.m_identityTolerance, m_parameters.m_spectra != Spectra.NONE)
                .withTwin(m_parameters.twinWork(points() * cell.state().size()));
        final QkeBox inMatter = m_matter.map(box::withMatter).orElse(box);
        return m_parameters.echo(timeFactor, cell).map(inMatter::withEcho).orElse(inMatter);
    }

    /** The surroundings with the mean of the matter potential. */
    private Environment meanEnvironment() {
        final Environment environment = m_parameters.environment();
        return m_matter.map(matter -> environment.withMatterPotential(environment.matterPotential() + matter.mean()))
            .orElse(environment);
    }

    private long points() {
        return Arrays.stream(m_parameters.points()).asLongStream().reduce(1, (a, b) -> a * b);
    }

    /**
     * Predicts the memory that a cell needs.
     *
     * @param cell the cell
     * @return bytes
     */
    long bytes(final StateCell cell) {
        return box(1, cell).peakBytes(m_parameters.points(), cell.state().size(), m_parameters.m_outputs);
    }

    /**
     * Names what takes the memory.
     *
     * @param cell the cell
     * @return the beginning of a sentence
     */
    String describe(final StateCell cell) {
        return cell.prefix() + "The fields of " + cell.state().size() + " modes at " + points() + " points";
    }

    /**
     * Predicts the time that a cell takes. Steps by error control resolve the precession that neutrinos cause in each
     * other wherever a polarization vector is tilted; of a state without any tilt nothing is foretold.
     *
     * @param cell the cell
     * @return seconds on one core, at least
     */
    double seconds(final StateCell cell) {
        final double work = (double) points() * cell.state().size();
        if (m_parameters.m_stepControl == Steps.FIXED) {
            return Math.max(m_parameters.m_outputs, m_parameters.m_duration / m_parameters.m_timeStep) * work
                * SECONDS_A_FIXED_STEP;
        }
        final Environment own = new Environment(0, 0, m_parameters.environment().selfInteraction());
        final double lepton = LeptonNumber.of(cell.state(), m_parameters.environment()).absolute();
        final double time = m_parameters.m_duration * m_parameters.timeFactor(lepton, m_units);
        final boolean tilted = m_parameters.environment().thetaMix() != 0 || m_fields.has(cell)
            || m_parameters.m_perturbation != Start.NONE && m_parameters.m_amplitude > 0;
        final double angle = tilted ? time * fastest(cell.state(), own) : 0;
        return Math.max(m_parameters.m_outputs, angle / ANGLE_OF_A_STEP) * work * SECONDS_A_STEP;
    }

    /** The fastest precession about the field of the neutrinos. */
    private static double fastest(final FlavorState state, final Environment own) {
        final Hamiltonian field = Hamiltonian.of(still(state), own);
        return IntStream.range(0, state.size()).mapToDouble(field::length).max().orElse(0);
    }

    /** The state without frequencies. */
    private static FlavorState still(final FlavorState state) {
        final MomentumModes modes = state.modes();
        return new FlavorState(MomentumModes.builder()
            .species(IntStream.range(0, state.size()).mapToObj(modes::species).toArray(Species[]::new))
            .velocity(modes.vxs(), modes.vys(), modes.vzs()).weight(modes.weights()).build(), state.traces(),
            state.pxs(), state.pys(), state.pzs());
    }

    /**
     * Evolves a cell.
     *
     * @param cell the cell
     * @param progress told of the progress
     * @return the evolution, or why it ended early
     * @throws IllegalArgumentException if the cell is refused
     */
    CellBox solve(final StateCell cell, final Progress progress) {
        final double lepton = LeptonNumber.of(cell.state(), m_parameters.environment()).absolute();
        final BoxGrid grid = m_parameters.grid(m_parameters.lengthFactor(lepton));
        final double factor = m_parameters.timeFactor(lepton, m_units);
        final int outputs = m_parameters.m_outputs;
        final double interval = m_parameters.m_duration / outputs * factor;
        final double[] times = new double[outputs + 1];
        for (int t = 0; t < times.length; t++) {
            times[t] = interval * t;
        }
        final BoxField start = m_fields.has(cell) ? m_fields.field(cell, grid)
            : m_parameters.start(grid, cell, meanEnvironment(), progress.standing());
        try {
            final QkeRun run = box(factor, cell).evolveBy(start, interval, outputs, progress);
            return new CellBox(grid, times, Optional.of(run), run.broken().map(b -> text(b, m_units)).orElse(""));
        } catch (final StepTooSmallException e) {
            return new CellBox(grid, times, Optional.empty(), text(e.text(), m_units));
        }
    }

    /** A sentence with its time in the chosen units. */
    static String text(final TimedText text, final StateUnits units) {
        return text.with(t -> CellLoop.brief(t / units.rateFactor()) + units.timeUnit());
    }
}
