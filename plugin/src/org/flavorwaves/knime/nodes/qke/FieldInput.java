package org.flavorwaves.knime.nodes.qke;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.flavorwaves.knime.table.DensityMatrixColumns;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateReader;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.TableColumns;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.ThreeFlavorPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Reads an input table as a state or as a field. A field has the column {@value #POINT}: its rows are those of a state
 * for point 0, then for point 1, and so on, with the same modes in the same order at every point of a cell.
 */
public final class FieldInput {
    /** The column that numbers points. */
    public static final String POINT = "point";

    private static final int REPORT_EVERY = 10_000;

    private final BufferedDataTable m_table;

    private final StateLayout m_layout;

    /** One row a mode, with the mean of a field, and the rows that they stand for; empty if the table is no field. */
    private final List<DataRow> m_means = new ArrayList<>();

    private final List<Integer> m_rows = new ArrayList<>();

    /** P, or the density matrix, of each cell: [column][mode][point]. */
    private final Map<Optional<DataCell>, double[][][]> m_values = new HashMap<>();

    /** The rows of a cell while it is read. */
    private static final class CellRows {
        private final List<DataRow> m_first = new ArrayList<>();

        private final List<Integer> m_rows = new ArrayList<>();

        private final List<double[]> m_p = new ArrayList<>();
    }

    private FieldInput(final BufferedDataTable table, final StateLayout layout) {
        m_table = table;
        m_layout = layout;
    }

    /**
     * Checks the type of the column that numbers points.
     *
     * @param spec the input
     * @throws InvalidSettingsException if it is there but not numeric
     */
    static void check(final DataTableSpec spec) throws InvalidSettingsException {
        TableColumns.optionalNumber(spec, POINT);
    }

    /**
     * Reads a table.
     *
     * @param table the input
     * @param layout where its columns are
     * @param progress told how far reading is
     * @return the input
     * @throws KNIMEException if the points or modes of a field are not complete; names the row
     */
    public static FieldInput of(final BufferedDataTable table, final StateLayout layout, final Progress progress)
        throws KNIMEException {
        final int point = layout.spec().findColumnIndex(POINT);
        if (point < 0 || table.size() == 0) {
            return new FieldInput(table, layout);
        }
        final Map<Optional<DataCell>, CellRows> cells = new LinkedHashMap<>();
        final int[] values = values(layout);
        final int[] same = IntStream.concat(IntStream.of(layout.species(), layout.vx(), layout.vy(), layout.vz(),
            layout.weight(), layout.p0(), layout.omega(), layout.energy(), layout.depolarization(),
            layout.density().map(DensityMatrixColumns::omega21).orElse(-1),
            layout.density().map(DensityMatrixColumns::omega31).orElse(-1)),
            layout.absorption().stream().mapToInt(Integer::intValue)).toArray();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                if (index % REPORT_EVERY == 0) {
                    progress.report(index / (double) table.size(), "reading the field");
                }
                final CellRows cell = cells.computeIfAbsent(key(row, layout), k -> new CellRows());
                final double number = TableColumns.finite(row, index, point, POINT);
                if (number == 0 && cell.m_first.size() == cell.m_p.size()) {
                    cell.m_first.add(row);
                    cell.m_rows.add((int) index);
                } else {
                    checkRow(row, index, point, number, cell, same);
                }
                final double[] p = new double[values.length];
                for (int a = 0; a < p.length; a++) {
                    p[a] = TableColumns.finite(row, index, values[a],
                        layout.spec().getColumnSpec(values[a]).getName());
                }
                cell.m_p.add(p);
                index++;
            }
        }
        final FieldInput input = new FieldInput(table, layout);
        input.take(cells);
        return input;
    }

    /** The columns that vary with the place: Px, Py, Pz, or those of the density matrix. */
    private static int[] values(final StateLayout layout) {
        return layout.density().map(density -> density.rho().stream().mapToInt(Integer::intValue).toArray())
            .orElseGet(() -> new int[]{layout.px(), layout.py(), layout.pz()});
    }

    private static Optional<DataCell> key(final DataRow row, final StateLayout layout) {
        return layout.hasCell() ? Optional.of(row.getCell(layout.cell())) : Optional.empty();
    }

    private static void checkRow(final DataRow row, final long index, final int point, final double number,
        final CellRows cell, final int[] same) throws KNIMEException {
        final int modes = cell.m_first.size();
        final int expected = modes == 0 ? 0 : cell.m_p.size() / modes;
        boolean equal = number == expected;
        for (int c = 0; c < same.length && equal; c++) {
            equal = same[c] < 0 || row.getCell(same[c])
                .equals(cell.m_first.get(cell.m_p.size() % modes).getCell(same[c]));
        }
        if (!equal) {
            throw Messages.row("Row '" + row.getKey().getString() + "' is not the next row of a field: the modes of"
                + " point 0 must follow in the same order at points 1, 2, ... of their cell.", index, point,
                "Sort the rows by point and mode, or remove the column 'point' if the table is a state.");
        }
    }

    private void take(final Map<Optional<DataCell>, CellRows> cells) throws KNIMEException {
        for (final Map.Entry<Optional<DataCell>, CellRows> entry : cells.entrySet()) {
            final CellRows cell = entry.getValue();
            final int modes = cell.m_first.size();
            if (cell.m_p.size() % modes != 0) {
                throw Messages.failure(entry.getKey().map(key -> key + ": ").orElse("") + "the field ends within point "
                    + cell.m_p.size() / modes + "; it has " + cell.m_p.size() + " rows for " + modes + " modes.");
            }
            final double[][][] p = new double[values(m_layout).length][modes][cell.m_p.size() / modes];
            for (int r = 0; r < cell.m_p.size(); r++) {
                for (int a = 0; a < p.length; a++) {
                    p[a][r % modes][r / modes] = cell.m_p.get(r)[a];
                }
            }
            m_values.put(entry.getKey(), p);
            m_rows.addAll(cell.m_rows);
            for (int i = 0; i < modes; i++) {
                m_means.add(mean(cell.m_first.get(i), m_layout, p, i));
            }
        }
    }

    private static DataRow mean(final DataRow row, final StateLayout layout, final double[][][] p, final int i) {
        final DataCell[] cells = new DataCell[row.getNumCells()];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = row.getCell(c);
        }
        final int[] columns = values(layout);
        for (int a = 0; a < columns.length; a++) {
            double sum = 0;
            for (final double value : p[a][i]) {
                sum += value;
            }
            cells[columns[a]] = new DoubleCell(sum / p[a][i].length);
        }
        return new DefaultRow(row.getKey(), cells);
    }

    /**
     * The states of the cells: those of the table, or the means of the field.
     *
     * @param units how weights become potentials
     * @param deltaM2 mass-squared difference in eV^2, used with the column E
     * @param progress told how far reading is
     * @return the states
     * @throws KNIMEException if a column, row or cell is wrong; names it
     */
    public StateTable states(final StateUnits units, final double deltaM2, final Progress progress)
        throws KNIMEException {
        return states(units, MassSplittings.ofTwo(deltaM2), progress);
    }

    /**
     * The states of the cells of two or of three flavors: those of the table, or the means of the field.
     *
     * @param units how weights become potentials
     * @param splittings mass-squared differences, used with the column E
     * @param progress told how far reading is
     * @return the states
     * @throws KNIMEException if a column, row or cell is wrong; names it
     */
    StateTable states(final StateUnits units, final MassSplittings splittings, final Progress progress)
        throws KNIMEException {
        return m_means.isEmpty() ? StateReader.read(m_table, m_layout, units, splittings, progress)
            : StateReader.read(m_means, m_rows.stream().mapToInt(Integer::intValue).toArray(), m_table, m_layout, units,
                splittings);
    }

    /** Whether a cell was given as a field. */
    boolean has(final StateCell cell) {
        return m_values.containsKey(cell.key());
    }

    /**
     * The field of a cell.
     *
     * @param cell the cell
     * @param grid the box
     * @return the field
     * @throws IllegalArgumentException if the box has another number of points
     */
    public BoxField field(final StateCell cell, final BoxGrid grid) {
        final double[][][] p = m_values.get(cell.key());
        if (p[0][0].length != grid.points()) {
            throw new IllegalArgumentException("The field has " + p[0][0].length + " points but the box has "
                + grid.points() + "; set the points of the box to those of the field.");
        }
        return cell.threeFlavors().map(state -> ThreeFlavorPerturbation.ofPoints(grid, state, p))
            .orElseGet(() -> BoxField.ofPoints(grid, cell.modes(), cell.state().traces(), p));
    }
}
