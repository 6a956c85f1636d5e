package org.flavorwaves.knime.nodes.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.equilibrium.path.PathEvent;
import org.flavorwaves.physics.equilibrium.path.PathPoint;
import org.flavorwaves.physics.equilibrium.path.PathResult;
import org.flavorwaves.physics.equilibrium.path.SpectralSplit;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The long tables of the node Equilibrium Path: points, events and modes, filled cell by cell. */
final class PathTables {
    private static final String EQUILIBRIUM =
        String.join(", ", StateColumns.COLLECTIVE) + ", omega_corotating, smallest_field, smallest_mode";

    private final StateUnits m_units;

    private final boolean m_withModes;

    private final ResultTable m_points;

    private final ResultTable m_events;

    private final ResultTable m_modes;

    PathTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units,
        final boolean withModes) {
        m_units = units;
        m_withModes = withModes;
        m_points = new ResultTable(exec, pointsSpec(layout, units));
        m_events = new ResultTable(exec, eventsSpec(layout, units));
        m_modes = new ResultTable(exec, modesSpec(layout, units));
    }

    static DataTableSpec pointsSpec(final StateLayout layout, final StateUnits units) {
        return layout.results(units, "point, sheet, matterPotential, selfInteraction", EQUILIBRIUM,
            "omega_pivot, B_J0, negative_directions, relative_residual");
    }

    static DataTableSpec eventsSpec(final StateLayout layout, final StateUnits units) {
        return layout.results(units, "kind [text], sheet, matterPotential, selfInteraction", EQUILIBRIUM,
            "matterPotential_uncertainty, selfInteraction_uncertainty, directions, frequency");
    }

    static DataTableSpec modesSpec(final StateLayout layout, final StateUnits units) {
        return layout.results(units,
            "point, sheet, matterPotential, selfInteraction, mode, species, vx, vy, vz, omega, Px, Py, Pz");
    }

    void add(final Solved<CellPath> solved, final Progress progress) {
        final PathResult path = solved.value().path();
        for (int k = 0; k < path.points().size(); k++) {
            progress.report(k / (double) path.points().size(), "writing the path");
            final PathPoint point = path.points().get(k);
            final List<Object> row = place(point, point.station());
            row.add(solved.value().pivot(point));
            row.add(point.alongMassAxis());
            row.add(point.index());
            row.add(point.residual());
            m_points.add(solved.cell().key(), row.toArray());
            if (m_withModes) {
                addModes(solved, point);
            }
        }
        for (final PathEvent event : path.events()) {
            final List<Object> row = place(event.point(),
                event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            row.add(event.matterUncertainty());
            row.add(event.strengthUncertainty());
            row.add(event.directions());
            row.add(Double.NaN);
            m_events.add(solved.cell().key(), row.toArray());
        }
        solved.value().sharpSplit().ifPresent(split -> addSplit(solved, split));
    }

    private void addSplit(final Solved<CellPath> solved, final SpectralSplit split) {
        final List<Object> row = place(solved.value().path().last(), "spectral split");
        row.add(0.0);
        row.add(0.0);
        row.add(0);
        row.add(split.fromState());
        m_events.add(solved.cell().key(), row.toArray());
    }

    private List<Object> place(final PathPoint point, final Object name) {
        final List<Object> row = new ArrayList<>();
        row.add(name);
        row.add(point.sheet());
        row.add(point.matterPotential());
        row.add(point.selfInteraction());
        for (final double j : point.field().toArray()) {
            row.add(j);
        }
        row.add(point.omega() * m_units.rateFactor());
        row.add(point.smallestField());
        row.add(point.smallestMode());
        return row;
    }

    private void addModes(final Solved<CellPath> solved, final PathPoint point) {
        final FlavorState state = solved.value().path().state(point);
        final MomentumModes modes = state.modes();
        for (int i = 0; i < modes.size(); i++) {
            m_modes.add(solved.cell().key(), point.station(), point.sheet(), point.matterPotential(),
                point.selfInteraction(), i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                modes.omega(i), state.px(i), state.py(i), state.pz(i));
        }
    }

    BufferedDataTable closePoints() {
        return m_points.close();
    }

    BufferedDataTable closeEvents() {
        return m_events.close();
    }

    BufferedDataTable closeModes() {
        return m_modes.close();
    }
}
