package org.flavorwaves.physics.transport.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.cell.CellEquilibrium;
import org.flavorwaves.physics.transport.flow.cell.CellPath;
import org.flavorwaves.physics.transport.flow.cell.Turning;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/**
 * A stream in time: occupations and lengths move with each mode's own velocity, (JK 38) and (JK 39), collisions are
 * exact over half a step before and after, and every cell goes to a new mixing equilibrium (JK 16), from that of the
 * step before. Steps are symmetric over two steps (Strang), so that the error is of second order in the step and in the
 * width of the cells. The result does not depend on the number of threads.
 */
public final class FlowRun {
    /** Cells that one task solves one after the other. */
    private static final int CELLS_A_TASK = 8;

    /** Largest step in units of 1/(kappa + D) where the direction of what is emitted matters. */
    private static final double SOURCE_STEP = 0.02;

    private final FlowSetup m_setup;

    private final FlowCells m_cells;

    private final FlowGrid m_grid;

    private final FlowStream m_stream;

    private final FlowLedger m_ledger;

    private final Optional<Closure> m_closure;

    private final CellEquilibrium[] m_solvers;

    /** Lengths for which the equilibria are solved. */
    private final double[][] m_solved;

    private final FlowStop[] m_stops;

    private final double[][] m_rate;

    private final boolean m_emits;

    private final boolean m_turns;

    private final Progress m_progress;

    /** Directions before the last step. */
    private final double[][] m_unitsBefore;

    private double m_lastStep;

    private double m_t;

    private double m_tSolved;

    private int m_steps;

    private boolean m_closureFirst;

    private FlowRun(final FlowSetup setup, final Optional<Closure> closure, final Progress progress) {
        m_setup = setup;
        m_progress = progress;
        m_grid = setup.grid();
        m_closure = closure;
        final FlowStart start = FlowStart.inTime(setup, progress.standing());
        m_cells = start.cells();
        m_stream = new FlowStream(setup, start);
        m_ledger = new FlowLedger(m_cells);
        final int tasks = (m_grid.cells() + CELLS_A_TASK - 1) / CELLS_A_TASK;
        m_solvers = new CellEquilibrium[tasks];
        for (int task = 0; task < tasks; task++) {
            m_solvers[task] = new CellEquilibrium(m_grid.modes(), setup.environment(), start.turning(),
                start.axis().external());
        }
        m_turns = start.turning() != Turning.NONE;
        m_solved = new double[m_grid.cells()][];
        m_stops = new FlowStop[m_grid.cells()];
        m_rate = new double[m_grid.cells()][1];
        m_unitsBefore = new double[m_grid.cells()][3 * m_cells.modes()];
        boolean emits = false;
        for (int c = 0; c < m_grid.cells(); c++) {
            m_solved[c] = m_cells.lengths(c).clone();
            m_rate[c][0] = m_cells.rotation(c);
            emits |= m_cells.sources(c).emits();
        }
        m_emits = emits && !m_cells.isAligned();
        if (m_turns) {
            m_solvers[0].refer(m_cells.field(0, 0, 0), m_cells.field(0, 0, 1), m_cells.field(0, 0, 2));
            m_ledger.conserve(m_cells);
        }
    }

    /**
     * Runs a stream.
     *
     * @param setup the stream
     * @param closure what fluctuations do; absent for adiabatic transport (JK 27)
     * @param times output times, rising, the first one 0
     * @param progress told the share of the time; may cancel
     * @return the stream at the output times
     * @throws IllegalArgumentException if the setup has no equilibrium at rest; says why
     */
    public static FlowResult run(final FlowSetup setup, final Optional<Closure> closure, final double[] times,
        final Progress progress) {
        final FlowRun run = new FlowRun(setup, closure, progress);
        closure.ifPresent(c -> c.start(run.m_cells));
        final List<FlowSample> samples = new ArrayList<>();
        samples.add(run.sample());
        Optional<FlowStop> stop = Optional.empty();
        for (int k = 1; k < times.length && stop.isEmpty(); k++) {
            while (run.m_t < times[k] && stop.isEmpty()) {
                final double left = times[k] - run.m_t;
                final double steps = Math.max(1, Math.ceil(left / run.longestStep() - 1e-9));
                progress.report(0.02 + 0.98 * run.m_t / times[times.length - 1], "Transport");
                run.step(left / steps);
                run.m_t = steps == 1 ? times[k] : run.m_t;
                stop = run.stopped();
            }
            run.rest();
            samples.add(run.sample());
        }
        return new FlowResult(samples, stop, run.m_steps, run.m_ledger.drift(run.m_cells, closure),
            closure.map(Closure::clipped).orElse(0.0), closure.map(Closure::coherences).orElse(List.of()));
    }

    /** At an output a closure and the order of a step begin anew, as they do in a run that goes on from it. */
    private void rest() {
        m_closure.ifPresent(c -> c.rest(m_cells));
        m_closureFirst = false;
    }

    private FlowSample sample() {
        final double[][] viscosity = new double[m_closure.isPresent() ? m_grid.cells() : 0][m_cells.modes()];
        final double[] mixing = new double[viscosity.length];
        for (int c = 0; c < viscosity.length; c++) {
            mixing[c] = m_closure.get().mixing(c);
            for (int i = 0; i < viscosity[c].length; i++) {
                viscosity[c][i] = m_closure.get().viscosity(c, i);
            }
        }
        return new FlowSample(m_t, m_cells.copy(), viscosity, m_closure.map(Closure::waves).orElse(List.of()),
            mixing, turning());
    }

    /** How fast directions turned in the last step. */
    private double[][] turning() {
        final boolean known = m_lastStep > 0 && !m_cells.isAligned();
        final double[][] rates = new double[known ? m_grid.cells() : 0][m_cells.modes()];
        for (int c = 0; c < rates.length; c++) {
            for (int i = 0; i < rates[c].length; i++) {
                double square = 0;
                for (int a = 3 * i; a < 3 * i + 3; a++) {
                    final double d = m_cells.units(c)[a] - m_unitsBefore[c][a];
                    square += d * d;
                }
                rates[c][i] = Math.sqrt(square) / m_lastStep;
            }
        }
        return rates;
    }

    private double longestStep() {
        double longest = Math.min(m_grid.longestStep(), m_closure.map(c -> c.longestStep(m_cells))
            .orElse(Double.POSITIVE_INFINITY));
        for (int c = 0; m_grid.isUniform() && (m_emits || m_turns) && c < m_grid.cells(); c++) {
            for (int i = 0; i < m_cells.modes(); i++) {
                longest = Math.min(longest, SOURCE_STEP / m_cells.sources(c).loss(i));
            }
        }
        return longest;
    }

    private Optional<FlowStop> stopped() {
        for (final FlowStop stop : m_stops) {
            if (stop != null) {
                return Optional.of(stop);
            }
        }
        return Optional.empty();
    }

    private void step(final double dt) {
        m_lastStep = dt;
        for (int c = 0; c < m_grid.cells() && !m_cells.isAligned(); c++) {
            System.arraycopy(m_cells.units(c), 0, m_unitsBefore[c], 0, m_unitsBefore[c].length);
        }
        sources(dt / 2);
        if (m_closureFirst) {
            exchange(dt);
        }
        if (!m_grid.isUniform()) {
            inTasks(m_stream::remember);
            m_stream.inflow(m_t + dt / 2);
            m_stream.enter(dt, m_ledger);
            inTasks(c -> m_stream.move(c, dt));
        }
        if (!m_closureFirst) {
            exchange(dt);
        }
        m_t += dt;
        if (m_emits) {
            equilibria();
        }
        sources(dt / 2);
        equilibria();
        m_steps++;
        m_closureFirst = !m_closureFirst;
    }

    private void exchange(final double dt) {
        if (m_closure.isEmpty() || stopped().isPresent()) {
            return;
        }
        equilibria();
        m_closure.get().advance(m_cells, m_t, dt, m_progress.standing());
    }

    private void inTasks(final IntConsumer cell) {
        final int cells = m_grid.cells();
        ParallelLoop.forEach(m_solvers.length, "Transport", Progress.NONE, task -> {
            for (int c = task * CELLS_A_TASK; c < Math.min(cells, (task + 1) * CELLS_A_TASK); c++) {
                cell.accept(c);
            }
        });
    }

    private void sources(final double time) {
        boolean acts = false;
        for (int c = 0; c < m_grid.cells(); c++) {
            acts |= m_cells.sources(c).acts();
        }
        if (acts) {
            if (m_turns) {
                m_ledger.turns(turned(0, time));
            }
            inTasks(c -> m_ledger.collided(c, collide(c, time)));
        }
    }

    /** Collisions of a cell; what they add to its lepton number. */
    private double collide(final int c, final double time) {
        final FlowSources sources = m_cells.sources(c);
        final double[] traces = m_cells.traces(c);
        final double[] lengths = m_cells.lengths(c);
        double added = 0;
        for (int i = 0; i < lengths.length; i++) {
            traces[i] = FlowSources.relaxed(traces[i], sources.emissionTrace(i), sources.absorption(i), time);
            final double before = lengths[i];
            lengths[i] = FlowSources.relaxed(before, StreamSources.along(m_cells, c, i), sources.loss(i), time);
            added += m_grid.modes().species(i).sign() * m_cells.grid().capacity(c, i) * (lengths[i] - before);
            if (!m_cells.isAligned() && before * lengths[i] < 0) {
                m_stops[c] = new FlowStop(FlowStop.Reason.VANISHING_LENGTH, m_t, m_grid.centre(c), i,
                    Math.abs(lengths[i]));
            }
        }
        return added;
    }

    /** What collisions of whole vectors add to n.J^0. */
    private double turned(final int c, final double time) {
        final FlowSources sources = m_cells.sources(c);
        final double[] n = m_cells.turnAxis();
        double added = 0;
        for (int i = 0; i < m_cells.modes(); i++) {
            double along = 0;
            double emitted = 0;
            for (int a = 0; a < n.length; a++) {
                along += n[a] * m_cells.polarization(c, i, a);
                emitted += n[a] * sources.emission(i, a);
            }
            added += m_grid.modes().species(i).sign() * m_grid.weight(c, i)
                * (FlowSources.relaxed(along, emitted, sources.loss(i), time) - along);
        }
        return added;
    }

    /** A new equilibrium in every cell whose lengths have changed. */
    private void equilibria() {
        if (m_cells.isAligned()) {
            inTasks(c -> {
                m_cells.setSurroundings(c, matter(c, m_t), strength(c, m_t));
                m_cells.sumField(c);
            });
        } else {
            final double from = m_tSolved;
            ParallelLoop.forEach(m_solvers.length, "Transport", Progress.NONE, task -> {
                for (int c = task * CELLS_A_TASK; c < Math.min(m_grid.cells(), (task + 1) * CELLS_A_TASK); c++) {
                    solve(m_solvers[task], c, from);
                }
            });
        }
        m_tSolved = m_t;
    }

    private void solve(final CellEquilibrium solver, final int c, final double from) {
        if (m_stops[c] != null) {
            return;
        }
        final MomentumModes modes = m_grid.modes();
        final double[] before = m_solved[c];
        final double[] lengths = m_cells.lengths(c);
        final double[] weights = m_grid.weights(c);
        final double[] velocities = m_grid.velocities(c);
        final double conservedBefore = m_ledger.conservedBefore();
        final double conserved = m_ledger.conserved();
        final CellPath path = (share, point) -> {
            final double t = (1 - share) * from + share * m_t;
            point.setPotentials(matter(c, t), strength(c, t));
            point.setConserved((1 - share) * conservedBefore + share * conserved);
            for (int i = 0; i < lengths.length; i++) {
                point.setMode(i, velocities[i], modes.species(i).sign() * weights[i]
                    * ((1 - share) * before[i] + share * lengths[i]));
            }
        };
        if (solver.follow(path, m_cells.fieldOf(c), m_cells.units(c), m_rate[c])) {
            m_cells.setSurroundings(c, matter(c, m_t), strength(c, m_t));
            m_cells.setRotation(c, m_rate[c][0], 0);
            System.arraycopy(lengths, 0, before, 0, lengths.length);
            m_ledger.solved();
        } else {
            m_stops[c] = FlowStop.of(solver, from + solver.share() * (m_t - from), m_grid.centre(c));
        }
    }

    /** lambda: along the way, or in time in a uniform medium. */
    private double matter(final int c, final double t) {
        return m_grid.isUniform() ? m_setup.matter(t) : m_cells.matter(c);
    }

    private double strength(final int c, final double t) {
        return m_grid.isUniform() ? m_setup.strength(t) : m_cells.strength(c);
    }
}
