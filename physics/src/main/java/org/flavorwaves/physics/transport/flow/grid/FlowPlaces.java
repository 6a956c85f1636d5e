package org.flavorwaves.physics.transport.flow.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * States of the same modes at places along a stream, for a start in the cells of a grid: between places the traces, the
 * lengths and the collective numbers are those of a line, and at a place they are those given, to the bit. Immutable.
 */
public final class FlowPlaces {
    /** A cell whose centre is this near to a place, in units of the distance of places, has its state. */
    private static final double SAME = 1e-9;

    private static final double DIRECTION = 1e-9;

    /** Cells after which progress is told. */
    private static final int REPORTED = 1000;

    private final String m_axis;

    private final double[] m_places;

    private final List<FlavorState> m_states;

    private final StreamGeometry m_geometry;

    private final MomentumModes m_modes;

    /**
     * Keeps and checks states.
     *
     * @param geometry slab or sphere
     * @param places z or r, rising
     * @param states one state a place, with directions and weights of the place
     * @throws IllegalArgumentException if places do not rise or the modes differ; names place and mode
     */
    public FlowPlaces(final StreamGeometry geometry, final double[] places, final List<FlavorState> states) {
        this("z", geometry, places, states);
    }

    private FlowPlaces(final String axis, final StreamGeometry geometry, final double[] places,
        final List<FlavorState> states) {
        m_axis = axis;
        m_geometry = geometry;
        m_places = places.clone();
        m_states = List.copyOf(states);
        m_modes = atEdge(0);
        for (int p = 1; p < places.length; p++) {
            if (!(places[p] > places[p - 1])) {
                throw new IllegalArgumentException("Rows must rise with " + m_axis + ", but " + places[p]
                    + " follows " + places[p - 1] + ".");
            }
            requireSame(p);
        }
    }

    private void requireSame(final int p) {
        final MomentumModes other = atEdge(p);
        if (other.size() != m_modes.size()) {
            throw new IllegalArgumentException("There are " + m_modes.size() + " modes at " + m_axis + " = "
                + m_places[0] + " and " + other.size() + " at " + m_axis + " = " + m_places[p]
                + "; a stream needs the same modes everywhere.");
        }
        for (int i = 0; i < m_modes.size(); i++) {
            final boolean same = other.species(i) == m_modes.species(i)
                && Math.abs(other.vx(i) - m_modes.vx(i)) < DIRECTION
                && Math.abs(other.vy(i) - m_modes.vy(i)) < DIRECTION
                && Math.abs(other.vz(i) - m_modes.vz(i)) < DIRECTION
                && Math.abs(other.omega(i) - m_modes.omega(i)) <= DIRECTION * Math.abs(m_modes.omega(i))
                && Math.abs(other.weight(i) - m_modes.weight(i)) <= DIRECTION * m_modes.weight(i);
            if (!same) {
                throw new IllegalArgumentException("Mode " + i + " at " + m_axis + " = " + m_places[p]
                    + " has another species, frequency, direction or weight than at " + m_axis + " = " + m_places[0]
                    + "; a stream needs the same modes in the same order everywhere.");
            }
        }
    }

    /** The modes of a place with the directions and weights of the slab's edge or of the sphere. */
    private MomentumModes atEdge(final int p) {
        final MomentumModes modes = m_states.get(p).modes();
        if (m_geometry.area(2) == m_geometry.area(1)) {
            return modes;
        }
        final int n = modes.size();
        final double ratio = m_places[p] / m_geometry.first();
        final double[] mu = new double[n];
        final double[] weight = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            final double square = 1 - ratio * ratio * (1 - modes.vz(i) * modes.vz(i));
            if (!(square > 0)) {
                throw new InvalidModeException(i, "has cos theta = " + modes.vz(i) + " at r = " + m_places[p]
                    + ", which does not come from the sphere of radius " + m_geometry.first());
            }
            species[i] = modes.species(i);
            mu[i] = Math.sqrt(square);
            weight[i] = modes.weight(i) * modes.vz(i) * ratio * ratio / mu[i];
        }
        return MomentumModes.builder().species(species).velocity(modes.vxs(), modes.vys(), mu).weight(weight)
            .omega(modes.omegas()).depolarization(modes.depolarizations()).absorption(modes.absorption()).build();
    }

    /**
     * States of one place at times.
     *
     * @param times rising
     * @param states one state a time, with the same modes
     * @return the states between which {@link #at} interpolates
     * @throws IllegalArgumentException if times do not rise or the modes differ; names time and mode
     */
    public static FlowPlaces overTime(final double[] times, final List<FlavorState> states) {
        return new FlowPlaces("t", StreamGeometry.slab(), times, states);
    }

    /**
     * The states that were given.
     *
     * @return one a place
     */
    public List<FlavorState> states() {
        return m_states;
    }

    /**
     * The modes.
     *
     * @return with the directions and weights of the slab's edge or of the sphere
     */
    public MomentumModes modes() {
        return m_modes;
    }

    /**
     * The state at a place.
     *
     * @param z a place
     * @return its flavor, with the modes of {@link #modes} and collisions of the place
     */
    public FlavorState at(final double z) {
        int p = 0;
        while (p + 2 < m_places.length && m_places[p + 1] <= z) {
            p++;
        }
        if (m_places.length == 1) {
            return mixed(0, 0, 0);
        }
        final double share = Math.max(0, Math.min(1, (z - m_places[p]) / (m_places[p + 1] - m_places[p])));
        return share < SAME ? mixed(p, p, 0) : share > 1 - SAME ? mixed(p + 1, p + 1, 0) : mixed(p, p + 1, share);
    }

    /**
     * The states in the cells of a grid.
     *
     * @param grid the grid
     * @param progress told the share of the cells; may cancel
     * @return one state a cell
     */
    public List<FlavorState> in(final FlowGrid grid, final Progress progress) {
        final List<FlavorState> states = new ArrayList<>();
        for (int c = 0; c < grid.cells(); c++) {
            if (c % REPORTED == 0) {
                progress.report(c / (double) grid.cells(), "States in the cells");
            }
            states.add(at(grid.centre(c)));
        }
        return states;
    }

    private FlavorState mixed(final int a, final int b, final double share) {
        final FlavorState first = m_states.get(a);
        final FlavorState second = m_states.get(b);
        final double[] trace = mix(first.traces(), second.traces(), share);
        final double[][] p = {mix(first.pxs(), second.pxs(), share), mix(first.pys(), second.pys(), share),
            mix(first.pzs(), second.pzs(), share)};
        for (int i = 0; i < trace.length && share > 0; i++) {
            final double length = (1 - share) * first.length(i) + share * second.length(i);
            final double now = Math.sqrt(p[0][i] * p[0][i] + p[1][i] * p[1][i] + p[2][i] * p[2][i]);
            for (int axis = 0; axis < 3 && now > 0; axis++) {
                p[axis][i] *= length / now;
            }
        }
        return new FlavorState(collisions(first.modes(), second.modes(), share), trace, p[0], p[1], p[2]);
    }

    private MomentumModes collisions(final MomentumModes a, final MomentumModes b, final double share) {
        final int n = m_modes.size();
        final double[][] first = columns(a.absorption());
        final double[][] second = columns(b.absorption());
        for (int c = 0; c < first.length; c++) {
            first[c] = mix(first[c], second[c], share);
        }
        final Species[] species = new Species[n];
        Arrays.setAll(species, m_modes::species);
        return MomentumModes.builder().species(species).velocity(m_modes.vxs(), m_modes.vys(), m_modes.vzs())
            .weight(m_modes.weights()).omega(m_modes.omegas())
            .depolarization(mix(a.depolarizations(), b.depolarizations(), share))
            .absorption(new Absorption(first[0], first[1], first[2], first[3], first[4])).build();
    }

    private static double[][] columns(final Absorption absorption) {
        final double[][] columns = new double[5][absorption.size()];
        for (int i = 0; i < absorption.size(); i++) {
            columns[0][i] = absorption.rate(i);
            columns[1][i] = absorption.trace(i);
            columns[2][i] = absorption.px(i);
            columns[3][i] = absorption.py(i);
            columns[4][i] = absorption.pz(i);
        }
        return columns;
    }

    private static double[] mix(final double[] a, final double[] b, final double share) {
        final double[] mixed = new double[a.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = share == 0 ? a[i] : (1 - share) * a[i] + share * b[i];
        }
        return mixed;
    }
}
