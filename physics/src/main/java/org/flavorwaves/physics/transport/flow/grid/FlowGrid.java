package org.flavorwaves.physics.transport.flow.grid;

import java.util.Arrays;

import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * Cells of equal width along the axis of a stream, with the directions, weights and crossing times of all modes in each
 * of them. A cell is crossed in the time dz/|v_i| in a slab; around a sphere, where cos theta_i changes on the way, in
 * r cos theta_i between its faces, so that the conserved density is |P_i|/cos theta_i (FW stream). Immutable.
 */
public final class FlowGrid {
    private final MomentumModes m_modes;

    private final StreamGeometry m_geometry;

    /** Centres of the cells, or places. */
    private final double[] m_places;

    private final double m_width;

    /** cos theta_i at the centre, [cell][mode]; one row for all cells of a slab. */
    private final double[][] m_cosines;

    private final double[][] m_weights;

    /** 1 over the time in which a mode crosses the cell. */
    private final double[][] m_rates;

    private FlowGrid(final MomentumModes modes, final StreamGeometry geometry, final double[] places,
        final double width, final double[][] cosines, final double[][] weights, final double[][] rates) {
        m_modes = modes;
        m_geometry = geometry;
        m_places = places;
        m_width = width;
        m_cosines = cosines;
        m_weights = weights;
        m_rates = rates;
    }

    /**
     * A uniform medium: one cell that nothing enters or leaves.
     *
     * @param modes the modes
     * @return the grid
     */
    public static FlowGrid homogeneous(final MomentumModes modes) {
        return new FlowGrid(modes, StreamGeometry.slab(), new double[1], 0, new double[][]{modes.vzs()},
            new double[][]{modes.weights()}, new double[1][modes.size()]);
    }

    /**
     * Cells along the z axis of a slab, or along the radius around a sphere.
     *
     * @param modes the modes, with directions and weights as given at the slab's edge or at the sphere
     * @param geometry slab or sphere
     * @param from first face
     * @param to last face, above the first one
     * @param cells number of cells, at least 1
     * @return the grid
     * @throws IllegalArgumentException if the ends do not rise or lie inside the sphere
     * @throws InvalidModeException if a mode cannot leave the sphere; names it
     */
    public static FlowGrid of(final MomentumModes modes, final StreamGeometry geometry, final double from,
        final double to, final int cells) {
        if (!(to > from) || Double.isInfinite(to - from) || cells < 1) {
            throw new IllegalArgumentException("A stream needs a length and cells, not " + cells + " cells from "
                + from + " to " + to + ".");
        }
        final double width = (to - from) / cells;
        final double[] centres = new double[cells];
        for (int c = 0; c < cells; c++) {
            centres[c] = from + (c + 0.5) * width;
        }
        return at(modes, geometry, from, width, centres);
    }

    /**
     * Places along the way of a stationary stream.
     *
     * @param modes the modes, with directions and weights as given at the slab's edge or at the sphere
     * @param geometry slab or sphere
     * @param places places, rising, at least two
     * @return the grid, whose cells are the places
     * @throws IllegalArgumentException if places do not rise or begin inside the sphere
     * @throws InvalidModeException if a mode cannot leave the sphere; names it
     */
    public static FlowGrid ofPlaces(final MomentumModes modes, final StreamGeometry geometry, final double... places) {
        for (int p = 1; p < places.length; p++) {
            if (!(places[p] > places[p - 1])) {
                throw new IllegalArgumentException("Places must rise, but " + places[p] + " follows " + places[p - 1]
                    + ".");
            }
        }
        return at(modes, geometry, places[0], Double.NaN, places.clone());
    }

    private static FlowGrid at(final MomentumModes modes, final StreamGeometry geometry, final double from,
        final double width, final double[] places) {
        requireStream(modes, geometry, from);
        final int cells = places.length;
        final int n = modes.size();
        final boolean slab = geometry.area(2) == geometry.area(1);
        final double[][] cosines = new double[cells][];
        final double[][] weights = new double[cells][];
        final double[][] rates = new double[cells][];
        for (int c = 0; c < cells; c++) {
            if (slab && c > 0) {
                cosines[c] = cosines[0];
                weights[c] = weights[0];
                rates[c] = rates[0];
                continue;
            }
            cosines[c] = new double[n];
            weights[c] = new double[n];
            rates[c] = new double[n];
            for (int i = 0; i < n; i++) {
                cosines[c][i] = geometry.cosine(modes, i, places[c]);
                weights[c][i] = geometry.weight(modes, i, places[c]);
                rates[c][i] = slab ? Math.abs(modes.vz(i)) / width
                    : 1 / (way(modes, geometry, i, from + (c + 1) * width) - way(modes, geometry, i, from + c * width));
            }
        }
        return new FlowGrid(modes, geometry, places, width, cosines, weights, rates);
    }

    static void requireStream(final MomentumModes modes, final StreamGeometry geometry, final double from) {
        if (geometry.area(2) == geometry.area(1)) {
            return;
        }
        if (!(from >= geometry.first())) {
            throw new IllegalArgumentException("Neutrinos stream from the sphere at " + geometry.first()
                + ", but the first place is " + from + ".");
        }
        for (int i = 0; i < modes.size(); i++) {
            if (modes.vx(i) != 0 || modes.vy(i) != 0 || !(modes.vz(i) > 0)) {
                throw new InvalidModeException(i, "has velocity (" + modes.vx(i) + ", " + modes.vy(i) + ", "
                    + modes.vz(i) + "), but modes that leave a sphere are rings with cos theta above 0: leave the"
                    + " others out, or take a slab");
            }
        }
    }

    /**
     * The time that a mode needs from one place to another.
     *
     * @param i mode index
     * @param from a place
     * @param to another place
     * @return the time, negative if the mode goes the other way, infinite if it stands still
     */
    public double time(final int i, final double from, final double to) {
        return m_geometry.area(2) == m_geometry.area(1) ? (to - from) / m_modes.vz(i)
            : way(m_modes, m_geometry, i, to) - way(m_modes, m_geometry, i, from);
    }

    /** r cos theta_i, the way of a mode since its nearest point to the centre. */
    private static double way(final MomentumModes modes, final StreamGeometry geometry, final int i, final double r) {
        return r * geometry.cosine(modes, i, r);
    }

    /**
     * The number of cells.
     *
     * @return at least 1
     */
    public int cells() {
        return m_cosines.length;
    }

    /**
     * The modes as given.
     *
     * @return directions and weights of the slab's edge or of the sphere
     */
    public MomentumModes modes() {
        return m_modes;
    }

    /**
     * How directions and weights change with the place.
     *
     * @return the geometry
     */
    public StreamGeometry geometry() {
        return m_geometry;
    }

    /**
     * Whether the medium is uniform: one cell without width.
     *
     * @return true if nothing streams
     */
    public boolean isUniform() {
        return m_width == 0;
    }

    /**
     * Width of the cells.
     *
     * @return dz; 0 for a uniform medium
     */
    public double width() {
        return m_width;
    }

    /**
     * The centre of a cell.
     *
     * @param c index of the cell
     * @return its place
     */
    public double centre(final int c) {
        return m_places[c];
    }

    /**
     * A face between cells.
     *
     * @param c index of the cell to the right of it, or the number of cells for the last face
     * @return its place
     */
    public double face(final int c) {
        return m_places[0] + (c - 0.5) * m_width;
    }

    /**
     * The velocity along the axis at the centre of a cell.
     *
     * @param c index of the cell
     * @param i mode index
     * @return v_z, or cos theta_i(r)
     */
    public double velocity(final int c, final int i) {
        return m_cosines[c][i];
    }

    /**
     * The weight of a mode at the centre of a cell.
     *
     * @param c index of the cell
     * @param i mode index
     * @return w_i, in the units of the potentials
     */
    public double weight(final int c, final int i) {
        return m_weights[c][i];
    }

    /**
     * How fast a mode crosses a cell.
     *
     * @param c index of the cell
     * @param i mode index
     * @return 1 over the crossing time
     */
    public double crossingRate(final int c, final int i) {
        return m_rates[c][i];
    }

    /**
     * The longest stable step in time: that in which the fastest mode crosses the smallest cell.
     *
     * @return the time; infinite if nothing moves
     */
    public double longestStep() {
        return 1 / Arrays.stream(m_rates).flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    /**
     * The velocities of all modes along the stream.
     *
     * @param c index of the cell
     * @return cosines, not a copy
     */
    public double[] velocities(final int c) {
        return m_cosines[c];
    }

    /**
     * The weights of all modes.
     *
     * @param c index of the cell
     * @return w_i, not a copy
     */
    public double[] weights(final int c) {
        return m_weights[c];
    }

    /**
     * How often the modes cross the cell.
     *
     * @param c index of the cell
     * @return |v_i| over the size of the cell, not a copy
     */
    public double[] crossingRates(final int c) {
        return m_rates[c];
    }

    /**
     * How much of a mode a cell holds for a unit of its length, w_i dz in a slab.
     *
     * @param c index of the cell
     * @param i mode index
     * @return the capacity
     */
    public double capacity(final int c, final int i) {
        final double rate = crossingRate(c, i);
        return rate == 0 ? weight(c, i) * (isUniform() ? 1 : width()) : through(i) / rate;
    }

    /**
     * What a mode carries through all cells in a unit of time for a unit of its length, w_i |v_i| in a slab.
     *
     * @param i mode index
     * @return the same for all cells
     */
    public double through(final int i) {
        return weight(0, i) * Math.abs(velocity(0, i)) * geometry().area(centre(0));
    }
}
