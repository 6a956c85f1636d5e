package org.flavorwaves.physics.transport.flow;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.cell.CellEquilibrium;
import org.flavorwaves.physics.transport.flow.cell.CellPoint;
import org.flavorwaves.physics.transport.flow.cell.Turning;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/**
 * A stream that does not change in time: v_i d|P_i|/dz = Phat_i.C_i along each mode's own way, from the end at which it
 * enters, and a mixing equilibrium at every place, followed along the stream. Collisions are integrated exactly between
 * places for a given direction of P_i, the trapezoidal rule averaging the directions at both; sweeps along the stream
 * are repeated until lengths and directions agree.
 *
 * <p>Without matter the frame turns along the way and the flux of lepton number along the mass axis, with what
 * collisions add to it, takes the place of its density (FW flux-equilibrium). The stream ends where no equilibrium
 * continues it.
 */
public final class StationaryFlow {
    /** Largest change of a sweep that ends the iteration, relative to the largest |P|. */
    private static final double CONVERGED = 1e-12;

    private static final int MAX_SWEEPS = 200;

    private final FlowSetup m_setup;

    private final FlowStart m_start;

    private final FlowCells m_cells;

    private final FlowGrid m_grid;

    private final int m_n;

    private final int m_places;

    private final boolean m_turns;

    /** area n.J^z at each place, conserved up to collisions. */
    private final double[] m_flux;

    private int m_reached;

    private int m_sweeps;

    private double m_residual;

    private Optional<FlowStop> m_stop = Optional.empty();

    /**
     * The result.
     *
     * @param cells the state at all places
     * @param reached number of places that the stream reaches
     * @param stop why it ends before the last place
     * @param sweeps number of sweeps
     * @param residual largest residual of the equilibria, relative to sum w |P|
     */
    public record Result(FlowCells cells, int reached, Optional<FlowStop> stop, int sweeps, double residual) {
    }

    private StationaryFlow(final FlowSetup setup) {
        m_setup = setup;
        m_start = FlowStart.empty(setup);
        m_cells = m_start.cells();
        m_grid = setup.grid();
        m_n = m_grid.modes().size();
        m_places = m_grid.cells();
        m_flux = new double[m_places];
        m_turns = !m_start.axis().isAligned() && m_start.axis().external().length > 0
            && setup.environment().selfInteraction() != 0;
    }

    /**
     * Solves a stream.
     *
     * @param setup the stream, with a grid of places
     * @param progress told the share of the way; may cancel
     * @return the stream as far as it exists
     * @throws IllegalArgumentException if the setup has no stationary state, or sweeps do not converge; says why
     */
    public static Result solve(final FlowSetup setup, final Progress progress) {
        final StationaryFlow flow = new StationaryFlow(setup);
        flow.check();
        flow.sweep(progress);
        return new Result(flow.m_cells, flow.m_reached, flow.m_stop, flow.m_sweeps, flow.m_residual);
    }

    private void check() {
        FlowMirror.require(m_setup);
        final MomentumModes modes = m_grid.modes();
        if (m_setup.left() == FlowBoundary.PERIODIC) {
            throw new IllegalArgumentException("A periodic slab has no inflow that would make it stationary.");
        }
        if (m_setup.left() == FlowBoundary.REFLECTING && m_setup.right() == FlowBoundary.REFLECTING) {
            throw new IllegalArgumentException("A slab between two mirrors has no inflow that would make it"
                + " stationary.");
        }
        for (int i = 0; i < m_n; i++) {
            if (modes.vz(i) == 0) {
                throw new InvalidModeException(i,
                    "does not move along z, so that nothing carries it through a stationary slab");
            }
        }
        if (m_turns && m_setup.matter(m_grid.centre(0)) != 0) {
            throw new IllegalArgumentException("Matter is the only external term and the polarization vectors are not"
                + " along z: the equilibrium would turn about z. Give vacuum frequencies and a mixing angle.");
        }
        if (!m_turns && !m_start.axis().isAligned() && m_setup.matter(m_grid.centre(0)) == 0
            && m_setup.environment().selfInteraction() != 0) {
            throw new IllegalArgumentException("The matter potential is 0 at the first place, " + m_grid.centre(0)
                + ", and not further on. Without matter the equilibrium turns along the way: give either no matter"
                + " anywhere or some at the first place.");
        }
    }

    private void sweep(final Progress progress) {
        fillSigns();
        double change = Double.POSITIVE_INFINITY;
        boolean again = true;
        while (again) {
            change = stream();
            m_residual = 0;
            if (m_start.axis().isAligned()) {
                for (int p = 0; p < m_places; p++) {
                    m_cells.sumField(p);
                }
                m_reached = m_places;
            } else {
                march(progress);
            }
            m_sweeps++;
            again = repeats() && change > CONVERGED && m_sweeps < MAX_SWEEPS && !m_stop.isPresent();
        }
        if (repeats() && change > CONVERGED && !m_stop.isPresent()) {
            throw new IllegalArgumentException("The lengths and directions of the stream do not agree after "
                + m_sweeps + " sweeps; the last one changed a length by " + change + " of the largest. Give more"
                + " places.");
        }
    }

    /** Whether lengths depend on directions. */
    private boolean repeats() {
        boolean repeats = false;
        for (int p = 0; p < m_places && !m_start.axis().isAligned(); p++) {
            repeats |= m_cells.sources(p).emits() || m_turns && m_cells.sources(p).acts();
        }
        return repeats;
    }

    /** Directions and signs of what enters, as a start. */
    private void fillSigns() {
        if (m_start.axis().isAligned()) {
            return;
        }
        final FlavorState entering = entering();
        final EquilibriumResult at = m_turns ? null : rest(entering);
        final double rate = m_turns ? firstTurning(entering) : 0;
        final double[] field = new double[CollectiveField.SIZE];
        for (int i = 0; i < m_n; i++) {
            CollectiveField.add(field, 0, signedWeight(0, i) * entering.px(i),
                signedWeight(0, i) * entering.py(i), signedWeight(0, i) * entering.pz(i), m_grid.modes().vx(i),
                m_grid.modes().vy(i), m_grid.velocity(0, i));
        }
        final double[] n = m_start.axis().external();
        for (int i = 0; i < m_n; i++) {
            final double[] p = {entering.px(i), entering.py(i), entering.pz(i)};
            double dot = 0;
            for (int a = 0; a < 3 && m_turns; a++) {
                final double h = (m_grid.modes().species(i).sign() * m_grid.modes().omega(i)
                    + m_grid.velocity(0, i) * rate) * n[a] + m_cells.strength(0)
                    * CollectiveField.contract(field, a, m_grid.modes().vx(i),
                        m_grid.modes().vy(i), m_grid.velocity(0, i));
                dot += p[a] * h;
            }
            m_start.signs()[i] = at == null ? dot < 0 ? -1 : 1 : at.alignment().sign(i);
            final double length = entering.length(i);
            for (int c = 0; c < m_places; c++) {
                for (int a = 0; a < 3; a++) {
                    m_cells.units(c)[3 * i + a] = length == 0 ? 0 : m_start.signs()[i] * p[a] / length;
                }
            }
        }
        System.arraycopy(at == null ? field : at.field().toArray(), 0, m_cells.fieldOf(0), 0, field.length);
        m_cells.setRotation(0, 0, rate);
    }

    private double signedWeight(final int p, final int i) {
        return m_grid.modes().species(i).sign() * m_grid.weight(p, i);
    }

    /** At the first place, each mode as it enters at its own end. */
    private FlavorState entering() {
        final FlavorState left = m_setup.inflow().left();
        final FlavorState right = m_setup.inflow().right();
        final double[][] p = {left.traces(), left.pxs(), left.pys(), left.pzs()};
        for (int i = 0; i < m_n; i++) {
            if (m_grid.modes().vz(i) < 0) {
                final double share = m_setup.right() == FlowBoundary.OUTFLOW ? 0 : 1;
                p[0][i] = share * right.trace(i);
                p[1][i] = share * right.px(i);
                p[2][i] = share * right.py(i);
                p[3][i] = share * right.pz(i);
            }
        }
        return new FlavorState(m_cells.modesAt(0), p[0], p[1], p[2], p[3]);
    }

    private EquilibriumResult rest(final FlavorState entering) {
        final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT
            .withCoRotating(CoRotating.OFF)).solve(entering, m_cells.environment(0), Progress.NONE);
        if (!result.converged()) {
            throw new IllegalArgumentException("What enters has no mixing equilibrium at the first place: "
                + result.advice());
        }
        return result;
    }

    /** The start of K: that with which the mean torque about n turns, -sum w omega P_z/sum w s v P_z. */
    private double firstTurning(final FlavorState entering) {
        double torque = 0;
        double flux = 0;
        for (int i = 0; i < m_n; i++) {
            torque += m_grid.weight(0, i) * m_grid.modes().omega(i) * entering.pz(i);
            flux += signedWeight(0, i) * m_grid.velocity(0, i) * entering.pz(i);
        }
        if (flux == 0) {
            throw new IllegalArgumentException("The inflow carries no lepton number along z, so nothing fixes how the"
                + " equilibrium turns along the way without matter.");
        }
        return -torque / flux;
    }

    /** Carries traces and lengths along all ways; the largest change of a length over the largest one. */
    private double stream() {
        double change = 0;
        double largest = 0;
        final FlowMirror mirror = FlowMirror.of(m_setup);
        final boolean fromRight = m_setup.left() == FlowBoundary.REFLECTING;
        for (int pass = 0; pass < 2; pass++) {
            final boolean forward = fromRight == (pass == 1);
            for (int i = 0; i < m_n; i++) {
                if (m_grid.modes().vz(i) > 0 != forward) {
                    continue;
                }
                change = Math.max(change, streamMode(i, forward, mirror));
            }
        }
        for (int p = 0; p < m_places; p++) {
            for (int i = 0; i < m_n; i++) {
                largest = Math.max(largest, Math.abs(m_cells.lengths(p)[i]));
            }
        }
        return largest == 0 ? 0 : change / largest;
    }

    private double streamMode(final int i, final boolean forward, final FlowMirror mirror) {
        final int first = forward ? 0 : m_places - 1;
        final int step = forward ? 1 : -1;
        final FlowBoundary end = forward ? m_setup.left() : m_setup.right();
        final FlavorState inflow = forward ? m_setup.inflow().left() : m_setup.inflow().right();
        double trace = end == FlowBoundary.OUTFLOW ? 0
            : end == FlowBoundary.INFLOW ? inflow.trace(i) : m_cells.traces(first)[mirror.of(i)];
        double length = end == FlowBoundary.OUTFLOW ? 0
            : end == FlowBoundary.INFLOW ? m_start.lengths(inflow)[i] : m_cells.lengths(first)[mirror.of(i)];
        double change = 0;
        for (int p = first; p >= 0 && p < m_places; p += step) {
            if (p != first) {
                final int q = p - step;
                final double time = m_grid.time(i, m_grid.centre(q), m_grid.centre(p));
                trace = StreamSources.trace(m_cells, q, p, i, trace, time);
                length = StreamSources.length(m_cells, q, p, i, length, time);
            }
            change = Math.max(change, Math.abs(m_cells.lengths(p)[i] - length));
            m_cells.traces(p)[i] = trace;
            m_cells.lengths(p)[i] = length;
        }
        return change;
    }

    /** Follows the equilibrium along all places. */
    private void march(final Progress progress) {
        final CellEquilibrium solver = new CellEquilibrium(m_grid.modes(), m_setup.environment(),
            m_turns ? Turning.ALONG : Turning.NONE, m_start.axis().external());
        final double[] rate = {m_cells.turning(0)};
        if (m_turns) {
            fluxes();
            final double[] field = m_cells.fieldOf(0);
            solver.refer(field[0], field[1], field[2]);
        }
        m_reached = 0;
        for (int p = 0; p < m_places; p++) {
            progress.report(p / (double) m_places, "Equilibrium along the stream");
            if (p > 0) {
                System.arraycopy(m_cells.fieldOf(p - 1), 0, m_cells.fieldOf(p), 0,
                    CollectiveField.SIZE);
                System.arraycopy(m_cells.units(p - 1), 0, m_cells.units(p), 0, 3 * m_n);
            } else {
                Arrays.fill(m_cells.units(0), 0);
            }
            final int from = Math.max(0, p - 1);
            final int to = p;
            final boolean solved = reversed(p) < 0 && solver.follow(
                (share, point) -> between(from, to, share, point), m_cells.fieldOf(p), m_cells.units(p), rate);
            if (!solved) {
                m_stop = Optional.of(stop(solver, p));
                return;
            }
            m_cells.setRotation(p, 0, rate[0]);
            m_residual = Math.max(m_residual, solver.residual());
            m_reached = p + 1;
        }
    }

    /** The mode whose length has passed zero on the way to a place; -1 for none. */
    private int reversed(final int p) {
        for (int i = 0; i < m_n; i++) {
            if (m_cells.lengths(p)[i] * m_start.signs()[i] < 0) {
                return i;
            }
        }
        return -1;
    }

    private FlowStop stop(final CellEquilibrium solver, final int p) {
        final int reversed = reversed(p);
        if (reversed >= 0) {
            return new FlowStop(FlowStop.Reason.VANISHING_LENGTH, 0, m_grid.centre(p), reversed,
                Math.abs(m_cells.lengths(p)[reversed]));
        }
        final double from = m_grid.centre(Math.max(0, p - 1));
        return FlowStop.of(solver, 0, from + solver.share() * (m_grid.centre(p) - from));
    }

    private void between(final int from, final int to, final double share, final CellPoint point) {
        final double place = (1 - share) * m_grid.centre(from) + share * m_grid.centre(to);
        point.setPotentials(m_setup.matter(place), m_setup.strength(place));
        point.setConserved(((1 - share) * m_flux[from] + share * m_flux[to]) / m_grid.geometry().area(place));
        final MomentumModes modes = m_grid.modes();
        for (int i = 0; i < m_n; i++) {
            point.setMode(i, m_grid.geometry().cosine(modes, i, place), modes.species(i).sign()
                * m_grid.geometry().weight(modes, i, place)
                * ((1 - share) * m_cells.lengths(from)[i] + share * m_cells.lengths(to)[i]));
        }
    }

    /** The flux of lepton number along n at all places, with what collisions add between them. */
    private void fluxes() {
        final double[] n = m_start.axis().external();
        final double[] field = m_cells.fieldOf(0);
        m_flux[0] = m_grid.geometry().area(m_grid.centre(0))
            * (n[0] * field[9] + n[1] * field[10] + n[2] * field[11]);
        for (int p = 1; p < m_places; p++) {
            m_flux[p] = m_flux[p - 1];
            for (int i = 0; i < m_n; i++) {
                final double through = m_grid.geometry().area(m_grid.centre(p)) * signedWeight(p, i)
                    * m_grid.velocity(p, i) * m_grid.time(i, m_grid.centre(p - 1), m_grid.centre(p)) / 2;
                for (int q = p - 1; q <= p && m_cells.sources(q).acts(); q++) {
                    for (int a = 0; a < 3; a++) {
                        m_flux[p] += through * n[a] * (m_cells.sources(q).emission(i, a)
                            - m_cells.sources(q).loss(i) * m_cells.polarization(q, i, a));
                    }
                }
            }
        }
    }
}
