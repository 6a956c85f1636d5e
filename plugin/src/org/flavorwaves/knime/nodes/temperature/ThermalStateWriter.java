package org.flavorwaves.knime.nodes.temperature;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.StateWriter;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.thermo.temperature.ThermalBranch;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Writes the state table once a thermal state: rows, order and all other columns as in the input, the polarization
 * vectors, the Hamiltonian and the alignment those of the thermal state, and its number in the column branch.
 */
final class ThermalStateWriter {
    /** The column that numbers the thermal states of a cell. */
    static final String BRANCH = "branch";

    /** Every branch of a cell. */
    static final int ALL = -1;

    private static final int REPORT_EVERY = 4096;

    private static final List<String> VECTORS = List.of(StateColumns.PX, StateColumns.PY, StateColumns.PZ,
        StateColumns.HX, StateColumns.HY, StateColumns.HZ, StateColumns.EPSILON);

    private final Environment m_environment;

    private final DataTableSpec m_spec;

    private final int[] m_targets;

    private final int m_branch;

    ThermalStateWriter(final StateLayout layout, final StateUnits units, final Environment environment) {
        m_environment = environment;
        final DataTableSpec state =
            new StateWriter(layout.spec(), units.weights(), List.of(units.columns(StateColumns.IN_EQUILIBRIUM))).spec();
        m_targets = VECTORS.stream().mapToInt(state::findColumnIndex).toArray();
        final int existing = state.findColumnIndex(BRANCH);
        m_branch = existing < 0 ? state.getNumColumns() : existing;
        final DataColumnSpec[] columns = Arrays.copyOf(state.stream().toArray(DataColumnSpec[]::new),
            Math.max(state.getNumColumns(), m_branch + 1));
        columns[m_branch] = TableColumns.whole(BRANCH);
        m_spec = new DataTableSpec(columns);
    }

    DataTableSpec spec() {
        return m_spec;
    }

    /**
     * Writes the states with one pass over the input a branch, so that no rows are kept.
     *
     * @param only the branch of a cell to write, or ALL
     */
    BufferedDataTable write(final ExecutionContext exec, final BufferedDataTable table, final int rowCount,
        final List<Solved<CellTemperature>> solved, final ToIntFunction<CellTemperature> only,
        final Progress progress) {
        final BufferedDataContainer container = exec.createDataContainer(m_spec);
        final double[][] values = new double[VECTORS.size()][rowCount];
        final boolean[] written = new boolean[rowCount];
        final int passes = solved.stream().mapToInt(s -> s.value().branches().size()).max().orElse(0);
        for (int b = 0; b < passes; b++) {
            Arrays.fill(written, false);
            boolean any = false;
            for (final Solved<CellTemperature> s : solved) {
                final int choice = only.applyAsInt(s.value());
                if (b < s.value().branches().size() && (choice == ALL || choice == b)) {
                    fill(s, s.value().branches().get(b), values, written);
                    any = true;
                }
            }
            if (any) {
                pass(container, table, b, values, written,
                    progress.part(b / (double) passes, (b + 1.0) / passes));
            }
        }
        container.close();
        return container.getTable();
    }

    private void fill(final Solved<CellTemperature> s, final ThermalBranch branch, final double[][] values,
        final boolean[] written) {
        final Hamiltonian h = Hamiltonian.of(branch.state(), m_environment);
        final double[][] cell = {branch.state().pxs(), branch.state().pys(), branch.state().pzs(), h.hxs(), h.hys(),
            h.hzs()};
        for (int i = 0; i < branch.state().size(); i++) {
            final int row = s.cell().row(i);
            for (int c = 0; c < cell.length; c++) {
                values[c][row] = cell[c][i];
            }
            values[cell.length][row] = branch.state().modes().species(i).sign() * (branch.beta() < 0 ? -1 : 1);
            written[row] = true;
        }
    }

    private void pass(final BufferedDataContainer container, final BufferedDataTable table, final int branch,
        final double[][] values, final boolean[] written, final Progress progress) {
        final DataCell[] cells = new DataCell[m_spec.getNumColumns()];
        int index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) written.length, "writing the thermal states");
                }
                final DataRow row = rows.next();
                if (written[index]) {
                    for (int c = 0; c < row.getNumCells(); c++) {
                        cells[c] = row.getCell(c);
                    }
                    for (int c = 0; c < m_targets.length; c++) {
                        cells[m_targets[c]] = StateWriter.number(values[c][index]);
                    }
                    cells[m_branch] = new IntCell(branch);
                    container.addRowToTable(
                        new DefaultRow(row.getKey().getString() + "_" + branch, cells.clone()));
                }
                index++;
            }
        }
    }
}
