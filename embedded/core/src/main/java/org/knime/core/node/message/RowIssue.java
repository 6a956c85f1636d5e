package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.util.CheckUtils;

/** Details about a row, or a cell of a row, of an input table. */
record RowIssue(int portIndex, int columnIndex, long rowIndex, String description) implements Issue {

    static final int NO_COLUMN = -1;

    private static final int ROWS_BEFORE = 2;

    static RowIssue of(final int portIndex, final int columnIndex, final long rowIndex, final String description) {
        CheckUtils.checkArgument(portIndex >= 0, "Invalid port index must be >= 0: %d", portIndex);
        CheckUtils.checkArgument(rowIndex >= 0, "Row index >=0: %d", rowIndex);
        return new RowIssue(portIndex, columnIndex, rowIndex, description);
    }

    @Override
    public String toPreformatted() {
        return description == null ? "" : description;
    }

    /** The cell with its neighbours to the left and right and the two rows above. */
    @Override
    public Issue render(final PortObject[] inputs) {
        if (columnIndex == NO_COLUMN) {
            return new TextIssue(description);
        }
        final BufferedDataTable table = inputTable(inputs);
        final int columns = table.getDataTableSpec().getNumColumns();
        final int first = Math.max(0, columnIndex - 1);
        final int last = Math.min(columns - 1, columnIndex + 1);
        final boolean before = columnIndex > 1;
        final boolean after = columnIndex < columns - 2;
        final List<String> headers = new ArrayList<>();
        if (before) {
            headers.add("..");
        }
        for (int c = first; c <= last; c++) {
            headers.add(table.getDataTableSpec().getColumnSpec(c).getName());
        }
        final List<String> keys = new ArrayList<>();
        final List<List<String>> cells = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            for (long r = 0; r <= rowIndex && rows.hasNext(); r++) {
                final DataRow row = rows.next();
                if (r >= rowIndex - ROWS_BEFORE) {
                    keys.add(row.getKey().getString());
                    cells.add(cellsOf(row, first, last, before, after));
                }
            }
        }
        return new TextIssue(
            CellDrawing.draw(headers, keys, cells, columnIndex - first + (before ? 1 : 0), description));
    }

    /** KNIME loses the whole message when there is no such cell; here the mistake is named. */
    private BufferedDataTable inputTable(final PortObject[] inputs) {
        if (portIndex < inputs.length && inputs[portIndex] instanceof BufferedDataTable) {
            final BufferedDataTable table = (BufferedDataTable) inputs[portIndex];
            if (columnIndex < table.getDataTableSpec().getNumColumns() && rowIndex < table.size()) {
                return table;
            }
        }
        throw new IllegalArgumentException("The message \"" + description + "\" is about row " + rowIndex
            + " and column " + columnIndex + " of input table " + portIndex + ", which do not exist.");
    }

    private static List<String> cellsOf(final DataRow row, final int first, final int last, final boolean before,
        final boolean after) {
        final List<String> cells = new ArrayList<>();
        if (before) {
            cells.add("..");
        }
        for (int c = first; c <= last; c++) {
            cells.add(row.getCell(c).toString());
        }
        if (after) {
            cells.add("..");
        }
        return cells;
    }
}
