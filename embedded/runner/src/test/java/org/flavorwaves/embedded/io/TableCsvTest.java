package org.flavorwaves.embedded.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.flavorwaves.embedded.base.csv.PlainCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

class TableCsvTest {

    @TempDir
    private Path m_folder;

    private static ExecutionContext exec() {
        return new ExecutionContext(new DefaultNodeProgressMonitor());
    }

    private static BufferedDataTable table(final DataType type, final DataCell... cells) {
        final BufferedDataContainer container =
            exec().createDataContainer(new DataTableSpec(new DataColumnSpecCreator("a, b", type).createSpec()));
        for (int i = 0; i < cells.length; i++) {
            container.addRowToTable(new DefaultRow("Row" + i, cells[i]));
        }
        container.close();
        return container.getTable();
    }

    private static String text(final BufferedDataTable table) throws Exception {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableCsv.write(table, out, exec());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void doublesReadBackBitIdentical() throws Exception {
        final Random random = new Random(1);
        final double[] values = new double[500];
        final DataCell[] cells = new DataCell[values.length];
        for (int i = 0; i < values.length; i++) {
            final double any = Double.longBitsToDouble(random.nextLong());
            values[i] = i == 0 ? -0.0 : i == 1 ? Double.MIN_VALUE : i == 2 ? Double.POSITIVE_INFINITY
                : i == 3 || Double.isNaN(any) ? Double.NaN : any;
            cells[i] = new DoubleCell(values[i]);
        }
        final Path file = m_folder.resolve("numbers.csv");
        Files.writeString(file, text(table(DoubleCell.TYPE, cells)));
        final BufferedDataTable back = PlainCsv.read(file, exec());
        assertThat(back.getDataTableSpec().getColumnSpec(0).getName()).isEqualTo("a, b");
        int i = 0;
        try (CloseableRowIterator rows = back.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                final double value = ((DoubleValue) row.getCell(0)).getDoubleValue();
                assertThat(Double.doubleToLongBits(value)).isEqualTo(Double.doubleToLongBits(values[i++]));
            }
        }
        assertThat(i).isEqualTo(values.length);
    }

    @Test
    void textsAreQuotedWhereTheyNeedIt() throws Exception {
        final BufferedDataTable table = table(StringCell.TYPE, new StringCell("plain"), new StringCell("a \"b\", c"),
            new StringCell(""), DataType.getMissingCell());
        assertThat(text(table)).isEqualTo("\"a, b\"\nplain\n\"a \"\"b\"\", c\"\n\"\"\n\n");
    }
}
