package org.flavorwaves.knime.nodes.qke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.nodes.qke.QkeBoxParameters.Spectra;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateOutput;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.qke.BoxSample;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The four output tables of the node QKE Box, filled cell by cell. */
final class QkeTables {
    private final StateUnits m_units;

    private final QkeBoxParameters m_parameters;

    private final ResultTable m_means;

    private final SpectraTable m_spectra;

    private final ResultTable m_field;

    private final ResultTable m_summary;

    private final boolean m_absorption;

    private int m_chaotic;

    QkeTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units,
        final QkeBoxParameters parameters) {
        m_units = units;
        m_parameters = parameters;
        m_absorption = layout.hasAbsorption();
        final DataTableSpec[] specs = specs(layout, units, parameters.m_spectra);
        m_means = new ResultTable(exec, specs[0]);
        m_spectra = new SpectraTable(exec, layout, units, parameters.m_spectra);
        m_field = new ResultTable(exec, specs[2]);
        m_summary = new ResultTable(exec, specs[3]);
    }

    static DataTableSpec[] specs(final StateLayout layout, final StateUnits units, final Spectra spectra) {
        final String time = units.timeUnit();
        final DataTableSpec means = layout.results(units, "t, mode, species, vx, vy, vz, P0, Px, Py, Pz, length");
        return new DataTableSpec[]{means, SpectraTable.spec(layout, units, spectra), fieldSpec(layout, units),
            BoxSummary.spec(layout, units)};
    }

    private static DataTableSpec fieldSpec(final StateLayout layout, final StateUnits units) {
        final String length = units.lengthUnit();
        return layout.results(units, "point, x, y, z, mode, species, vx, vy, vz, weight, P0, Px, Py, Pz, omega, D",
            layout.hasAbsorption() ? String.join(", ", StateColumns.ABSORPTION) : "");
    }

    void add(final Solved<CellBox> solved) {
        final Optional<DataCell> key = solved.cell().key();
        final CellBox cell = solved.value();
        final List<BoxSample> samples = cell.run().map(QkeRun::samples).orElse(List.of());
        for (int t = 0; t < cell.times().length; t++) {
            addMeans(key, cell.times()[t], solved.cell().state(),
                t < samples.size() ? Optional.of(samples.get(t).mean()) : Optional.empty());
            if (t < samples.size()) {
                m_spectra.add(key, cell.run().orElseThrow().spectra(), t, time(cell.times()[t]),
                    solved.cell().modes());
            }
        }
        if (m_parameters.m_finalField) {
            cell.run().ifPresent(run -> addField(key, run.last()));
        }
        m_chaotic += BoxSummary.isChaotic(cell) ? 1 : 0;
        m_summary.add(key, new BoxSummary(solved, m_units).row());
    }

    /** The number of cells whose values carry no digit. */
    int chaotic() {
        return m_chaotic;
    }

    BufferedDataTable[] close() {
        return new BufferedDataTable[]{m_means.close(), m_spectra.close(), m_field.close(), m_summary.close()};
    }

    private double time(final double t) {
        return t / m_units.rateFactor();
    }

    private void addMeans(final Optional<DataCell> key, final double time, final FlavorState start,
        final Optional<FlavorState> mean) {
        final MomentumModes modes = start.modes();
        for (int i = 0; i < start.size(); i++) {
            final int mode = i;
            m_means.add(key, time(time), i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                mean.map(p -> p.trace(mode)).orElse(start.trace(i)), mean.map(p -> p.px(mode)).orElse(Double.NaN),
                mean.map(p -> p.py(mode)).orElse(Double.NaN), mean.map(p -> p.pz(mode)).orElse(Double.NaN),
                mean.map(p -> p.length(mode)).orElse(Double.NaN));
        }
    }

    private void addField(final Optional<DataCell> key, final BoxField field) {
        final double[][][] p = {field.values(0), field.values(1), field.values(2)};
        final MomentumModes modes = field.modes();
        final BoxGrid grid = field.grid();
        for (int q = 0; q < grid.points(); q++) {
            for (int i = 0; i < modes.size(); i++) {
                final List<Object> row = new ArrayList<>(List.of(q, grid.coordinate(q, 0), grid.coordinate(q, 1),
                    grid.coordinate(q, 2), i, modes.species(i).label(), modes.vx(i), modes.vy(i), modes.vz(i),
                    m_units.weight(modes.weight(i)), field.trace(i), p[0][i][q], p[1][i][q], p[2][i][q],
                    modes.omega(i), modes.depolarization(i)));
                if (m_absorption) {
                    row.addAll(StateOutput.absorption(modes.absorption(), i));
                }
                m_field.add(key, row.toArray());
            }
        }
    }
}
