package org.flavorwaves.physics.transport.flow;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;

/**
 * The state of all cells of a stream: traces P0_i, lengths of P_i along their own direction, the directions Hhat_i, and
 * the collective numbers. A length is signed, eps_i |P_i|. In an aligned stream all directions are one axis and the
 * length is the component P_i.n, which may change its sign. Mutable; cells are independent, so that threads may work on
 * different ones.
 */
public final class FlowCells {
    private final FlowGrid m_grid;

    private final Environment m_environment;

    private final double[] m_matter;

    private final double[] m_strength;

    private final FlowSources[] m_sources;

    /** n of an aligned stream, else empty. */
    private final double[] m_axis;

    private final Species[] m_species;

    private final double[][] m_trace;

    private final double[][] m_length;

    /** Hhat_{i,a} at 3 i + a, [cell]. */
    private final double[][] m_unit;

    private final double[][] m_field;

    /** eps_i; 1 in an aligned stream. */
    private final int[] m_signs;

    /** Axis about which the frame turns. */
    private double[] m_turnAxis = {0, 0, 1};

    /** Rotation rate of the frame in time, [cell]. */
    private final double[] m_rotation;

    /** Wave number of the rotation of the frame along the stream, [cell]. */
    private final double[] m_turning;

    /**
     * Cells whose lengths, traces and directions are zero.
     *
     * @param grid the cells
     * @param environment mixing and strength of the nu-nu term
     * @param matter lambda in each cell, in the units of the potentials
     * @param sources collision terms of each cell
     * @param axis unit vector n of an aligned stream; empty for one that is not
     */
    FlowCells(final FlowGrid grid, final Environment environment, final double[] matter, final FlowSources[] sources,
        final double[] axis) {
        final int cells = grid.cells();
        final int n = grid.modes().size();
        m_grid = grid;
        m_environment = environment;
        m_matter = matter.clone();
        m_strength = new double[cells];
        Arrays.fill(m_strength, environment.selfInteraction());
        m_sources = sources.clone();
        m_axis = axis.clone();
        m_species = new Species[n];
        for (int i = 0; i < n; i++) {
            m_species[i] = grid.modes().species(i);
        }
        m_signs = new int[n];
        Arrays.fill(m_signs, 1);
        m_trace = new double[cells][n];
        m_length = new double[cells][n];
        m_unit = new double[cells][3 * n];
        m_field = new double[cells][CollectiveField.SIZE];
        m_rotation = new double[cells];
        m_turning = new double[cells];
        for (int c = 0; c < cells && axis.length > 0; c++) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(axis, 0, m_unit[c], 3 * i, 3);
            }
        }
    }

    /**
     * An aligned stream.
     *
     * @param grid the cells
     * @param environment mixing and strength of the nu-nu term
     * @param matter lambda in each cell, in the units of the potentials
     * @param sources collision terms of each cell
     * @param axis unit vector n along which every P_i and every external term is
     * @param traces P0_i, [cell][mode]
     * @param lengths P_i.n, [cell][mode]
     * @return the cells
     */
    public static FlowCells aligned(final FlowGrid grid, final Environment environment, final double[] matter,
        final FlowSources[] sources, final double[] axis, final double[][] traces, final double[][] lengths) {
        final FlowCells cells = new FlowCells(grid, environment, matter, sources, axis);
        for (int c = 0; c < grid.cells(); c++) {
            cells.m_trace[c] = traces[c].clone();
            cells.m_length[c] = lengths[c].clone();
            cells.sumField(c);
        }
        return cells;
    }

    /**
     * The cells' places, directions and weights.
     *
     * @return the grid
     */
    public FlowGrid grid() {
        return m_grid;
    }

    /**
     * The number of cells.
     *
     * @return at least 1
     */
    public int cells() {
        return m_grid.cells();
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int modes() {
        return m_species.length;
    }

    /**
     * Whether every P_i and every external term is along one axis.
     *
     * @return true for an aligned stream
     */
    public boolean isAligned() {
        return m_axis.length > 0;
    }

    /**
     * Component of the common axis.
     *
     * @param a 0..2 for x, y, z
     * @return n_a; only for an aligned stream
     */
    public double axis(final int a) {
        return m_axis[a];
    }

    /**
     * The surroundings of a cell.
     *
     * @param c index of the cell
     * @return mixing, matter potential and strength of the nu-nu term there
     */
    public Environment environment(final int c) {
        return new Environment(m_environment.thetaMix(), m_matter[c], m_strength[c]);
    }

    /**
     * The matter potential of a cell.
     *
     * @param c index of the cell
     * @return lambda in the units of the potentials
     */
    public double matter(final int c) {
        return m_matter[c];
    }

    /**
     * The occupation trace of a mode.
     *
     * @param c index of the cell
     * @param i mode index
     * @return P0_i
     */
    public double trace(final int c, final int i) {
        return m_trace[c][i];
    }

    /**
     * The length of a polarization vector along its direction.
     *
     * @param c index of the cell
     * @param i mode index
     * @return eps_i |P_i|, or P_i.n in an aligned stream
     */
    public double signedLength(final int c, final int i) {
        return m_length[c][i];
    }

    /**
     * Changes a length; the equilibrium of the cell is not solved again by this.
     *
     * @param c index of the cell
     * @param i mode index
     * @param length eps_i |P_i|, or P_i.n in an aligned stream
     */
    public void setSignedLength(final int c, final int i, final double length) {
        m_length[c][i] = length;
    }

    /**
     * A component of a polarization vector.
     *
     * @param c index of the cell
     * @param i mode index
     * @param a 0..2 for x, y, z
     * @return P_{i,a}
     */
    public double polarization(final int c, final int i, final int a) {
        return m_length[c][i] * m_unit[c][3 * i + a];
    }

    /**
     * What is emitted into a length in a unit of time, without what collisions take from it.
     *
     * @param c index of the cell
     * @param i mode index
     * @return the part of C_i along Hhat_i that does not depend on the state, in the units of the potentials
     */
    public double emission(final int c, final int i) {
        return StreamSources.along(this, c, i);
    }

    /**
     * A collective number of a cell.
     *
     * @param c index of the cell
     * @param m space-time index 0..3
     * @param a flavor index 0..2
     * @return J^m_a, in the units of the potentials
     */
    public double field(final int c, final int m, final int a) {
        return m_field[c][3 * m + a];
    }

    /**
     * The rotation of the frame in which a cell is in equilibrium.
     *
     * @param c index of the cell
     * @return Omega, in the units of the potentials; 0 at rest
     */
    public double rotation(final int c) {
        return m_rotation[c];
    }

    /**
     * The rotation along the stream of the frame in which a cell is in equilibrium.
     *
     * @param c index of the cell
     * @return K, in the units of the potentials; 0 at rest
     */
    public double turning(final int c) {
        return m_turning[c];
    }

    /**
     * The state of a cell.
     *
     * @param c index of the cell
     * @return its modes with the directions and weights of the place, and their flavor
     */
    public FlavorState state(final int c) {
        final int n = modes();
        final double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < 3; a++) {
                p[a][i] = polarization(c, i, a);
            }
        }
        return new FlavorState(modesAt(c), m_trace[c], p[0], p[1], p[2]);
    }

    /**
     * The modes with the directions, weights and collisions of a cell.
     *
     * @param c index of the cell
     * @return the modes
     */
    public MomentumModes modesAt(final int c) {
        return modes(c, m_grid.velocities(c), m_grid.weights(c));
    }

    /** The modes with these directions and weights and the collisions of a cell. */
    MomentumModes modes(final int c, final double[] velocities, final double[] weights) {
        final MomentumModes modes = m_grid.modes();
        return MomentumModes.builder().species(m_species)
            .velocity(modes.vxs(), modes.vys(), velocities).weight(weights).omega(modes.omegas())
            .depolarization(m_sources[c].damping()).absorption(m_sources[c].source()).build();
    }

    /**
     * What waves of a cell ripple, in the frame in which it is in equilibrium.
     *
     * @param c index of the cell
     * @return the background
     */
    public Background background(final int c) {
        final Environment environment = environment(c);
        if (m_turning[c] != 0) {
            return Background.turningAlong(state(c), environment, m_turning[c] * m_turnAxis[0],
                m_turning[c] * m_turnAxis[1], m_turning[c] * m_turnAxis[2]);
        }
        return m_rotation[c] == 0 ? Background.of(state(c), environment)
            : Background.coRotating(state(c), environment, m_rotation[c] * m_turnAxis[0],
                m_rotation[c] * m_turnAxis[1], m_rotation[c] * m_turnAxis[2]);
    }

    /** Sums the collective numbers of a cell. */
    void sumField(final int c) {
        final MomentumModes modes = m_grid.modes();
        Arrays.fill(m_field[c], 0);
        for (int i = 0; i < m_species.length; i++) {
            final double w = m_species[i].sign() * m_grid.weight(c, i) * m_length[c][i];
            CollectiveField.add(m_field[c], 0, w * m_unit[c][3 * i], w * m_unit[c][3 * i + 1],
                w * m_unit[c][3 * i + 2], modes.vx(i), modes.vy(i), m_grid.velocity(c, i));
        }
    }

    double strength(final int c) {
        return m_strength[c];
    }

    void setSurroundings(final int c, final double matter, final double strength) {
        m_matter[c] = matter;
        m_strength[c] = strength;
    }

    /** eps_i of all modes, the same in all cells. */
    int[] signs() {
        return m_signs;
    }

    void setTurnAxis(final double... axis) {
        m_turnAxis = axis.clone();
    }

    /** The axis n about which the frame turns. */
    double[] turnAxis() {
        return m_turnAxis;
    }

    /** A copy that stays as it is. */
    FlowCells copy() {
        final FlowCells copy = new FlowCells(m_grid, m_environment, m_matter, m_sources, m_axis);
        copy.m_turnAxis = m_turnAxis;
        System.arraycopy(m_signs, 0, copy.m_signs, 0, m_signs.length);
        for (int c = 0; c < cells(); c++) {
            copy.m_strength[c] = m_strength[c];
            copy.m_trace[c] = m_trace[c].clone();
            copy.m_length[c] = m_length[c].clone();
            copy.m_unit[c] = m_unit[c].clone();
            copy.m_field[c] = m_field[c].clone();
            copy.m_rotation[c] = m_rotation[c];
            copy.m_turning[c] = m_turning[c];
        }
        return copy;
    }

    void setRotation(final int c, final double rotation, final double turning) {
        m_rotation[c] = rotation;
        m_turning[c] = turning;
    }

    FlowSources sources(final int c) {
        return m_sources[c];
    }

    double[] traces(final int c) {
        return m_trace[c];
    }

    double[] lengths(final int c) {
        return m_length[c];
    }

    double[] units(final int c) {
        return m_unit[c];
    }

    double[] fieldOf(final int c) {
        return m_field[c];
    }
}
