package org.flavorwaves.knime.nodes.qke;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Spectra;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.StepTooSmallException;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.LeptonNumber;

/** Asks the physics for the evolution of one cell, as the parameters say. */
final class QkeTask {
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
        return m_parameters.echo(timeFactor).map(inMatter::withEcho).orElse(inMatter);
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
            return new CellBox(grid, times, Optional.of(run), run.broken().orElse(""));
        } catch (final StepTooSmallException e) {
            return new CellBox(grid, times, Optional.empty(), e.getMessage());
        }
    }
}
