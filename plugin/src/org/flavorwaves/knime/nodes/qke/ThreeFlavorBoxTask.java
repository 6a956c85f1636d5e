package org.flavorwaves.knime.nodes.qke;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Spectra;
import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Start;
import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Steps;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.BoxRun;
import org.flavorwaves.physics.qke.StepTooSmallException;
import org.flavorwaves.physics.qke.ThreeFlavorBox;
import org.flavorwaves.physics.qke.ThreeFlavorSample;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/** Asks the physics for the evolution of one cell of three flavors, as the parameters say. */
final class ThreeFlavorBoxTask {
    /** What a step costs over one of two flavors. */
    private static final double COST = 3;

    /** Bytes an entry of the matrix whose eigenvectors are wanted. */
    private static final double DENSE_BYTES = 80;

    private final QkeBoxParameters m_parameters;

    private final StateUnits m_units;

    private final FieldInput m_fields;

    private final Optional<MatterProfile> m_matter;

    /**
     * The evolution of one cell.
     *
     * @param grid the box
     * @param times output times that were asked for, in the inverse of the units of the potentials
     * @param run what was reached; empty if nothing was
     * @param problem why the evolution ended early; empty if it did not
     */
    record Evolved(BoxGrid grid, double[] times, Optional<BoxRun<ThreeFlavorSample>> run, String problem) {
    }

    ThreeFlavorBoxTask(final QkeBoxParameters parameters, final StateUnits units, final FieldInput fields,
        final Optional<MatterProfile> matter) {
        m_parameters = parameters;
        m_units = units;
        m_fields = fields;
        m_matter = matter;
    }

    private ThreeFlavorBox box(final double timeFactor, final StateCell cell) {
        final ThreeFlavorBox box = new ThreeFlavorBox(cell.threeFlavors().orElseThrow(),
            m_parameters.threeFlavorEnvironment(), m_parameters.damping(), m_parameters.control(timeFactor),
            m_parameters.m_identityTolerance, m_parameters.m_spectra != Spectra.NONE)
                .withTwin(m_parameters.twinWork(points() * cell.size()));
        final ThreeFlavorBox inMatter = m_matter.map(box::withMatter).orElse(box);
        return m_parameters.echo(timeFactor, cell).map(inMatter::withEcho).orElse(inMatter);
    }

    /** The surroundings with the mean of the matter potential. */
    private ThreeFlavorEnvironment meanEnvironment() {
        final ThreeFlavorEnvironment environment = m_parameters.threeFlavorEnvironment();
        return m_matter.map(matter -> environment.withMatterPotential(environment.matterPotential() + matter.mean()))
            .orElse(environment);
    }

    private long points() {
        return Arrays.stream(m_parameters.points()).asLongStream().reduce(1, (a, b) -> a * b);
    }

    /** Bytes that a cell needs. */
    long bytes(final StateCell cell) {
        final double rank = FlavorAlgebra.SIZE * (double) cell.size();
        final boolean dense = m_parameters.m_perturbation == Start.EIGENVECTOR && !m_fields.has(cell)
            && new ThreeFlavorBackground(cell.threeFlavors().orElseThrow(), meanEnvironment()).pairs().isEmpty();
        return box(1, cell).peakBytes(m_parameters.points(), cell.size(), m_parameters.m_outputs)
            + (long) (dense ? DENSE_BYTES * rank * rank : 0);
    }

    /** Names what takes the memory, the beginning of a sentence. */
    String describe(final StateCell cell) {
        return cell.prefix() + "The fields of " + cell.size() + " modes of three flavors at " + points() + " points";
    }

    /** Seconds that a cell takes on one core, at least; as for two flavors. */
    double seconds(final StateCell cell) {
        final double work = COST * points() * cell.size();
        if (m_parameters.m_stepControl == Steps.FIXED) {
            return Math.max(m_parameters.m_outputs, m_parameters.m_duration / m_parameters.m_timeStep) * work
                * QkeTask.SECONDS_A_FIXED_STEP;
        }
        final ThreeFlavorState state = cell.threeFlavors().orElseThrow();
        final double time = m_parameters.m_duration * m_parameters.timeFactor(leptonNumber(state), m_units);
        final boolean tilted = m_fields.has(cell)
            || m_parameters.m_perturbation != Start.NONE && m_parameters.m_amplitude > 0;
        final double angle = tilted ? time * fastest(state) : 0;
        return Math.max(m_parameters.m_outputs, angle / QkeTask.ANGLE_OF_A_STEP) * work * QkeTask.SECONDS_A_STEP;
    }

    /** The fastest precession about the field of the neutrinos. */
    private double fastest(final ThreeFlavorState state) {
        final double[] p = state.vectors();
        final double[] h = new double[p.length];
        final double[][] rho = IntStream.range(0, state.size()).mapToObj(state::rho).toArray(double[][]::new);
        new ThreeFlavorField(new ThreeFlavorState(state.modes(), new double[rho.length], new double[rho.length], rho),
            new ThreeFlavorEnvironment(0, 0, 0, 0, 0, m_parameters.threeFlavorEnvironment().selfInteraction()))
                .hamiltonian(p, h);
        return IntStream.range(0, state.size()).mapToDouble(i -> FlavorAlgebra.length(h, FlavorAlgebra.SIZE * i)).max()
            .orElse(0);
    }

    private double leptonNumber(final ThreeFlavorState state) {
        return new ThreeFlavorBackground(state, m_parameters.threeFlavorEnvironment()).leptonNumber().absolute();
    }

    /**
     * Evolves a cell.
     *
     * @param cell the cell
     * @param progress told of the progress
     * @return the evolution, or why it ended early
     * @throws IllegalArgumentException if the cell is refused
     */
    Evolved solve(final StateCell cell, final Progress progress) {
        final double lepton = leptonNumber(cell.threeFlavors().orElseThrow());
        final BoxGrid grid = m_parameters.grid(m_parameters.lengthFactor(lepton));
        final double factor = m_parameters.timeFactor(lepton, m_units);
        final int outputs = m_parameters.m_outputs;
        final double interval = m_parameters.m_duration / outputs * factor;
        final double[] times = new double[outputs + 1];
        Arrays.setAll(times, t -> interval * t);
        final BoxField start = m_fields.has(cell) ? m_fields.field(cell, grid)
            : m_parameters.start(grid, cell, meanEnvironment(), progress.standing());
        try {
            final BoxRun<ThreeFlavorSample> run = box(factor, cell).evolveBy(start, interval, outputs, progress);
            return new Evolved(grid, times, Optional.of(run),
                run.broken().map(b -> QkeTask.text(b, m_units)).orElse(""));
        } catch (final StepTooSmallException e) {
            return new Evolved(grid, times, Optional.empty(), QkeTask.text(e.text(), m_units));
        }
    }
}
