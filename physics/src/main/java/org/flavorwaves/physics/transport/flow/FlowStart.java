package org.flavorwaves.physics.transport.flow;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.flow.cell.CellEquilibrium;
import org.flavorwaves.physics.transport.flow.cell.CellPath;
import org.flavorwaves.physics.transport.flow.cell.CellPoint;
import org.flavorwaves.physics.transport.flow.cell.CellSums;
import org.flavorwaves.physics.transport.flow.cell.Turning;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/**
 * The state of a stream at the start, in mixing equilibrium in every cell with the same eps_i everywhere, and what
 * enters at its ends.
 */
final class FlowStart {
    private final FlowSetup m_setup;

    private final FlowAxis m_axis;

    private final FlowCells m_cells;

    /** eps_i, or 1 in an aligned stream, where lengths have signs of their own. */
    private final int[] m_signs;

    private Turning m_turning = Turning.NONE;

    private FlowStart(final FlowSetup setup) {
        m_setup = setup;
        m_axis = FlowAxis.of(setup);
        final FlowGrid grid = setup.grid();
        final double[] matter = new double[grid.cells()];
        final FlowSources[] sources = new FlowSources[grid.cells()];
        for (int c = 0; c < matter.length; c++) {
            matter[c] = setup.matter(grid.centre(c));
            sources[c] = setup.sourcesOf(c);
        }
        m_cells = new FlowCells(grid, setup.environment(), matter, sources, m_axis.common());
        for (int c = 0; c < matter.length; c++) {
            m_cells.setSurroundings(c, matter[c], setup.strength(grid.centre(c)));
        }
        m_signs = m_cells.signs();
        if (m_axis.external().length > 0) {
            m_cells.setTurnAxis(m_axis.external());
        }
    }

    /**
     * Solves the start of a stream in time.
     *
     * @throws IllegalArgumentException if there is no equilibrium at rest, or the cells have different signs eps_i
     */
    static FlowStart inTime(final FlowSetup setup, final Progress progress) {
        final FlowStart start = new FlowStart(setup);
        if (start.m_axis.isAligned()) {
            start.fillAligned();
        } else {
            start.requireRest();
            start.fill(progress);
        }
        return start;
    }

    /** Cells of a stationary stream without content. */
    static FlowStart empty(final FlowSetup setup) {
        return new FlowStart(setup);
    }

    FlowCells cells() {
        return m_cells;
    }

    FlowAxis axis() {
        return m_axis;
    }

    int[] signs() {
        return m_signs;
    }

    Turning turning() {
        return m_turning;
    }

    /** The signed lengths of a state that enters. */
    double[] lengths(final FlavorState state) {
        final double[] lengths = state.lengths();
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = m_axis.isAligned() ? along(state, i) : m_signs[i] * lengths[i];
        }
        return lengths;
    }

    private double along(final FlavorState state, final int i) {
        final double[] n = m_axis.common();
        return n[0] * state.px(i) + n[1] * state.py(i) + n[2] * state.pz(i);
    }

    private void fillAligned() {
        for (int c = 0; c < m_cells.cells() && !m_setup.initial().isEmpty(); c++) {
            final FlavorState state = m_setup.initial().get(m_setup.initial().size() == 1 ? 0 : c);
            for (int i = 0; i < state.size(); i++) {
                m_cells.traces(c)[i] = state.trace(i);
                m_cells.lengths(c)[i] = along(state, i);
            }
            m_cells.sumField(c);
        }
    }

    /** Refuses streams whose equilibria would have to turn. */
    private void requireRest() {
        if (m_setup.grid().isUniform() && m_axis.isFree()) {
            throw new IllegalArgumentException("There are no external terms, and the polarization vectors are not"
                + " along one flavor axis: nothing says about which axis the equilibrium turns. Give vacuum"
                + " frequencies or a matter potential.");
        }
        if (m_setup.grid().isUniform() || m_setup.environment().selfInteraction() == 0) {
            return;
        }
        if (m_axis.external().length > 0) {
            throw new IllegalArgumentException("All external terms are along one flavor axis that the polarization"
                + " vectors do not share, as without matter: the equilibrium turns about it in time and along the way,"
                + " by equations that can be ill-posed. Give every place a matter potential that is not 0, take the"
                + " stationary stream, or a uniform medium.");
        }
        for (int c = 0; c < m_cells.cells(); c++) {
            if (m_cells.matter(c) == 0) {
                throw new IllegalArgumentException("The matter potential at " + m_setup.grid().centre(c)
                    + " is 0: without matter the equilibrium turns in time and along the way, by equations that can be"
                    + " ill-posed. Give every place a matter potential that is not 0, or take the stationary stream.");
            }
        }
    }

    private void fill(final Progress progress) {
        final boolean vacuum = m_setup.initial().isEmpty();
        final FlavorState first = vacuum ? m_setup.inflow().left() : m_setup.initial().get(0);
        final EquilibriumResult result = solve(first, 0, progress);
        if (result.rotation().omega() != 0 || m_setup.grid().isUniform() && m_axis.external().length > 0) {
            m_turning = Turning.IN_TIME;
        }
        for (int i = 0; i < m_signs.length; i++) {
            m_signs[i] = result.alignment().sign(i);
        }
        if (vacuum) {
            for (int c = 0; c < m_cells.cells(); c++) {
                outerDirections(c);
            }
            return;
        }
        store(0, first, result);
        for (int c = 1; c < m_cells.cells(); c++) {
            progress.report(c / (double) m_cells.cells(), "Equilibria at the start");
            if (m_setup.initial().size() > 1) {
                final FlavorState state = m_setup.initial().get(c);
                final EquilibriumResult own = solve(state, c, progress.standing());
                requireSigns(state, own.alignment(), c);
                store(c, state, own);
            } else {
                continueFrom(c - 1, c, first);
            }
        }
    }

    private EquilibriumResult solve(final FlavorState state, final int c, final Progress progress) {
        final Environment environment = m_cells.environment(c);
        final EquilibriumOptions options = m_setup.grid().isUniform() ? EquilibriumOptions.DEFAULT
            : EquilibriumOptions.DEFAULT.withCoRotating(CoRotating.OFF);
        final EquilibriumResult result = new MixingEquilibrium(options).solve(
            new FlavorState(m_cells.modesAt(c), state.traces(), state.pxs(), state.pys(), state.pzs()), environment,
            progress);
        if (!result.converged()) {
            throw new IllegalArgumentException("The state at " + m_setup.grid().centre(c)
                + " has no mixing equilibrium: " + result.advice());
        }
        return result;
    }

    private void requireSigns(final FlavorState state, final Alignment alignment, final int c) {
        for (int i = 0; i < m_signs.length; i++) {
            if (state.length(i) > 0 && alignment.sign(i) != m_signs[i]) {
                throw new IllegalArgumentException("Mode " + i + " is " + (m_signs[i] > 0 ? "along" : "against")
                    + " its Hamiltonian vector at " + m_setup.grid().centre(0) + " and "
                    + (m_signs[i] > 0 ? "against" : "along") + " it at " + m_setup.grid().centre(c)
                    + "; no equilibrium connects them.");
            }
        }
    }

    private void store(final int c, final FlavorState state, final EquilibriumResult result) {
        final double[] units = m_cells.units(c);
        for (int i = 0; i < m_signs.length; i++) {
            m_cells.traces(c)[i] = state.trace(i);
            m_cells.lengths(c)[i] = m_signs[i] * state.length(i);
            final double[] h = {result.hamiltonian().hx(i), result.hamiltonian().hy(i), result.hamiltonian().hz(i)};
            final double length = Math.sqrt(h[0] * h[0] + h[1] * h[1] + h[2] * h[2]);
            for (int a = 0; a < 3; a++) {
                units[3 * i + a] = length == 0 ? 0 : h[a] / length;
            }
        }
        System.arraycopy(result.field().toArray(), 0, m_cells.fieldOf(c), 0, m_cells.fieldOf(c).length);
        final double[] n = m_axis.external();
        final double sign = n.length == 0 || n[0] * result.rotation().axisX() + n[1] * result.rotation().axisY()
            + n[2] * result.rotation().axisZ() > 0 ? 1 : -1;
        m_cells.setRotation(c, sign * result.rotation().omega(), 0);
    }

    /** The equilibrium of a state in the next cell, from that of the cell before. */
    private void continueFrom(final int before, final int c, final FlavorState state) {
        final CellEquilibrium solver = new CellEquilibrium(m_setup.grid().modes(), m_setup.environment(),
            Turning.NONE);
        System.arraycopy(m_cells.fieldOf(before), 0, m_cells.fieldOf(c), 0, m_cells.fieldOf(c).length);
        System.arraycopy(m_cells.units(before), 0, m_cells.units(c), 0, m_cells.units(c).length);
        for (int i = 0; i < m_signs.length; i++) {
            m_cells.traces(c)[i] = state.trace(i);
            m_cells.lengths(c)[i] = m_signs[i] * state.length(i);
        }
        final CellPath path = (share, point) -> {
            final double place = (1 - share) * m_setup.grid().centre(before) + share * m_setup.grid().centre(c);
            point.setPotentials(m_setup.matter(place), m_setup.strength(place));
            for (int i = 0; i < m_signs.length; i++) {
                point.setMode(i, m_setup.grid().velocity(c, i), m_setup.grid().modes().species(i).sign()
                    * m_setup.grid().weight(c, i) * m_cells.lengths(c)[i]);
            }
        };
        if (!solver.follow(path, m_cells.fieldOf(c), m_cells.units(c), new double[1])) {
            throw new IllegalArgumentException("The equilibrium of the initial state ends before "
                + m_setup.grid().centre(c) + ", where the field of mode " + solver.weakest() + " vanishes.");
        }
    }

    /** Directions of modes that do not act on each other. */
    private void outerDirections(final int c) {
        final CellSums sums = new CellSums(m_setup.grid().modes(), m_setup.environment());
        final CellPoint point = new CellPoint(m_signs.length);
        point.setPotentials(m_cells.matter(c), 0);
        sums.evaluate(point, new double[3 * sums.components()], 0, 0, 0, false);
        for (int i = 0; i < m_signs.length; i++) {
            final double[] h = sums.hamiltonian();
            final double length =
                Math.sqrt(h[3 * i] * h[3 * i] + h[3 * i + 1] * h[3 * i + 1] + h[3 * i + 2] * h[3 * i + 2]);
            for (int a = 0; a < 3; a++) {
                m_cells.units(c)[3 * i + a] = length == 0 ? 0 : h[3 * i + a] / length;
            }
        }
    }
}
