package org.flavorwaves.knime.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.knime.nodes.transport.MiscidynamicTransportParameters.Geometry;
import org.flavorwaves.knime.table.BackgroundTable;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.FlowSources;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowPlaces;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The two input tables as a stream: states, by place or one for all, and the profile of what surrounds them. */
final class TransportInput {
    private final StateLayout m_layout;

    private final StateUnits m_units;

    private final int m_z;

    private final int m_t;

    private final ProfileTable m_profile;

    private double[] m_energies = {};

    private double m_time = Double.NaN;

    private TransportInput(final StateLayout layout, final StateUnits units, final ProfileTable profile) {
        m_layout = layout;
        m_units = units;
        m_profile = profile;
        m_z = layout.spec().findColumnIndex(BackgroundTable.Z);
        m_t = layout.spec().findColumnIndex("t");
    }

    /**
     * Finds the columns.
     *
     * @throws InvalidSettingsException if a column is missing or has the wrong type, or settings and columns do not fit
     */
    static TransportInput of(final DataTableSpec state, final DataTableSpec profile,
        final MiscidynamicTransportParameters parameters) throws InvalidSettingsException {
        final StateLayout layout = StateLayout.of(state);
        TableColumns.optionalNumber(state, "t");
        if (TableColumns.optionalNumber(state, BackgroundTable.Z) < 0 && layout.hasCell()) {
            throw Messages.settings("Column 'z' (double) is missing, so the places of the cells are not known; found: "
                + String.join(", ", state.getColumnNames()) + ".", "Add the column 'z' with the place of each cell.",
                "Remove the column 'cell' for one state that flows in.");
        }
        if (parameters.m_geometry == Geometry.BULB && !layout.hasRings()) {
            throw Messages.settings("A sphere emits rings, but the state has the columns vx, vy, vz; column 'mu'"
                + " (double) is missing.", "Make the state with rings.", "Set the geometry to SLAB.");
        }
        return new TransportInput(layout, StateUnits.of(state, parameters.units()),
            ProfileTable.of(profile, parameters.m_geometry == Geometry.HOMOGENEOUS));
    }

    StateLayout layout() {
        return m_layout;
    }

    StateUnits units() {
        return m_units;
    }

    /** Energy in MeV of each mode; empty without the column E. */
    double[] energies() {
        return m_energies;
    }

    /** The last time of the state, from which a stream goes on; NaN without the column t. */
    double time() {
        return m_time;
    }

    /**
     * Reads both tables.
     *
     * @throws KNIMEException if a value is missing or breaks a bound, or tables and settings do not fit; says which
     */
    FlowSetup read(final BufferedDataTable states, final BufferedDataTable profiles,
        final MiscidynamicTransportParameters parameters, final Progress progress) throws KNIMEException {
        final FlowProfile profile = m_profile.read(profiles, m_units, parameters.environment().matterPotential());
        final List<StateCell> cells = cells(states, parameters, progress.part(0, 0.5));
        final double[] places = cells.stream().mapToDouble(TransportInput::place).toArray();
        final List<FlavorState> given = cells.stream().map(StateCell::state).toList();
        final FlowBoundary left =
            parameters.m_geometry == Geometry.SLAB ? parameters.m_boundaryLeft.physics() : FlowBoundary.INFLOW;
        final FlowBoundary right =
            parameters.m_geometry == Geometry.SLAB ? parameters.m_boundaryRight.physics() : FlowBoundary.OUTFLOW;
        final StreamGeometry geometry = geometry(parameters, profile);
        if (changes(parameters) && cells.size() > 1) {
            final double[] times = Arrays.stream(places).map(t -> t * m_units.rateFactor()).toArray();
            final FlowPlaces overTime = FlowPlaces.overTime(times, given);
            return FlowSetup.of(grid(parameters, profile, geometry, given.get(0)), parameters.environment(), profile,
                given.get(0)).withBoundaries(left, right).withInflow(FlowSetup.Inflow.overTime(overTime));
        }
        if (m_z < 0 || parameters.m_geometry == Geometry.HOMOGENEOUS) {
            if (cells.size() > 1) {
                throw Messages.failure("The state has " + cells.size() + " places, but a uniform medium has one.",
                    "Filter the rows of one place, or set the geometry to SLAB.");
            }
            final FlavorState state = given.get(0);
            final FlowGrid grid = grid(parameters, profile, geometry, state);
            final boolean filled = grid.isUniform() || left == FlowBoundary.PERIODIC
                || left == FlowBoundary.REFLECTING && right == FlowBoundary.REFLECTING;
            return FlowSetup.of(grid, parameters.environment(), profile, state).withBoundaries(left, right)
                .withInitial(filled ? List.of(state) : List.of());
        }
        final FlowPlaces along = new FlowPlaces(geometry, places, given);
        final FlowGrid grid = grid(parameters, profile, geometry, along.at(places[0]));
        final List<FlavorState> initial = along.in(grid, progress.part(0.5, 1));
        return new FlowSetup(grid, parameters.environment(), profile,
            initial.stream().map(FlavorState::modes).map(FlowSources::of).toList(), left, right,
            new FlowSetup.Inflow(along.at(places[0]), along.at(places[places.length - 1])), initial);
    }

    /** Whether the rows are what enters over time: with times, but without places. */
    private boolean changes(final MiscidynamicTransportParameters parameters) {
        return m_t >= 0 && m_z < 0 && parameters.hasInflow();
    }

    private StreamGeometry geometry(final MiscidynamicTransportParameters parameters, final FlowProfile profile)
        throws KNIMEException {
        if (parameters.m_geometry != Geometry.BULB) {
            return StreamGeometry.slab();
        }
        final double radius = parameters.m_radius > 0 ? parameters.m_radius : profile.from();
        if (!(radius > 0)) {
            throw Messages.failure("The sphere has no radius: the first z of the profile is " + profile.from() + ".",
                "Let the profile begin at the distance from the centre where the stream begins, or set the radius.");
        }
        return StreamGeometry.bulb(radius);
    }

    private FlowGrid grid(final MiscidynamicTransportParameters parameters, final FlowProfile profile,
        final StreamGeometry geometry, final FlavorState state) throws KNIMEException {
        if (parameters.m_geometry == Geometry.HOMOGENEOUS) {
            return FlowGrid.homogeneous(state.modes());
        }
        final double end = parameters.m_zEnd == 0 ? profile.to() : parameters.m_zEnd;
        if (!(end > profile.from())) {
            throw Messages.failure("The stream ends at z = " + end + " and begins at z = " + profile.from()
                + ", the first z of the profile.",
                "Give the profile two rows or more, or set zEnd above its first z.");
        }
        if (!parameters.isStationary()) {
            return FlowGrid.of(state.modes(), geometry, profile.from(), end, parameters.m_cells);
        }
        final double[] places = new double[parameters.m_cells + 1];
        for (int p = 0; p < places.length; p++) {
            final double share = p / (double) parameters.m_cells;
            places[p] = (1 - share) * profile.from() + share * end;
        }
        return FlowGrid.ofPlaces(state.modes(), geometry, places);
    }

    private List<StateCell> cells(final BufferedDataTable table, final MiscidynamicTransportParameters parameters,
        final Progress progress) throws KNIMEException {
        final boolean changes = changes(parameters);
        final StateLayout layout = changes ? m_layout.dividedBy(m_t) : m_z < 0 ? m_layout : m_layout.dividedBy(m_z);
        final StateTable read;
        if (m_t < 0 || changes) {
            read = StateReader.read(table, layout, m_units, MassSplittings.ofTwo(parameters.deltaM2()), progress);
        } else {
            final List<DataRow> rows = new ArrayList<>();
            final List<Integer> indices = new ArrayList<>();
            lastRows(table, rows, indices);
            read = StateReader.read(rows, indices.stream().mapToInt(Integer::intValue).toArray(), table, layout,
                m_units, MassSplittings.ofTwo(parameters.deltaM2()));
        }
        final List<StateCell> cells = new ArrayList<>(read.cells());
        cells.sort(Comparator.comparingDouble(TransportInput::place));
        energies(table, cells.get(0));
        return cells;
    }

    /** The rows of the latest time. */
    private void lastRows(final BufferedDataTable table, final List<DataRow> rows, final List<Integer> indices)
        throws KNIMEException {
        double last = Double.NEGATIVE_INFINITY;
        int index = 0;
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final double t = TableColumns.finite(row, index, m_t, "t");
                if (t > last) {
                    rows.clear();
                    indices.clear();
                    last = t;
                }
                if (t == last) {
                    rows.add(row);
                    indices.add(index);
                }
                index++;
            }
        }
        m_time = last;
        if (rows.isEmpty()) {
            throw Messages.failure("The state table has no rows; it needs one row a momentum mode.",
                "Check the node that makes the state, or the filter before this node.");
        }
    }

    private static double place(final StateCell cell) {
        return cell.key().map(key -> ((DoubleValue) key).getDoubleValue()).orElse(0.0);
    }

    private void energies(final BufferedDataTable table, final StateCell cell) throws KNIMEException {
        if (m_layout.energy() < 0) {
            return;
        }
        m_energies = new double[cell.state().size()];
        int index = 0;
        int mode = 0;
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext() && mode < m_energies.length) {
                final DataRow row = iterator.next();
                if (index == cell.row(mode)) {
                    m_energies[mode] = TableColumns.finite(row, index, m_layout.energy(), "E");
                    mode++;
                }
                index++;
            }
        }
    }
}
