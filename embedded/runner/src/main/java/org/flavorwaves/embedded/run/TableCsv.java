package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;

/**
 * Writes a table as comma-separated UTF-8 text with a header. Numbers are written so that they read back bit-identical,
 * missing cells as empty fields, texts in quotes where they need them, and an empty text as a pair of quotes.
 */
final class TableCsv {

    private TableCsv() {
    }

    static void write(BufferedDataTable table, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        DataTableSpec spec = table.getDataTableSpec();
        for (int c = 0; c < spec.getNumColumns(); c++) {
            writer.write(c == 0 ? "" : ",");
            writer.write(quoted(spec.getColumnSpec(c).getName()));
        }
        writer.write('\n');
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                DataRow row = rows.next();
                for (int c = 0; c < spec.getNumColumns(); c++) {
                    writer.write(c == 0 ? "" : ",");
                    writer.write(text(row.getCell(c)));
                }
                writer.write('\n');
            }
        }
        writer.flush();
    }

    private static String text(DataCell cell) {
        if (cell.isMissing()) {
            return "";
        }
        if (cell instanceof IntCell || cell instanceof LongCell) {
            return cell.toString();
        }
        if (cell instanceof DoubleCell) {
            return Double.toString(((DoubleCell) cell).getDoubleValue());
        }
        return quoted(cell.toString());
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.equals(text.strip()) && text.charAt(0) != '#';
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
