package org.flavorwaves.embedded.base.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** The corners of CSV. */
class PlainCsvTest {

    @TempDir
    private Path m_folder;

    private BufferedDataTable read(final byte[] content) throws Exception {
        final Path file = m_folder.resolve("t.csv");
        Files.write(file, content);
        return PlainCsv.read(file, new ExecutionContext(new DefaultNodeProgressMonitor()));
    }

    private BufferedDataTable read(final String content) throws Exception {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    /** The cells as texts, a missing one as "?", row by row. */
    private static List<List<String>> rows(final BufferedDataTable table) {
        final List<List<String>> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final List<String> cells = new ArrayList<>();
                for (final DataCell cell : row) {
                    cells.add(cell.isMissing() ? "?" : cell.toString());
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private DataType typeOf(final String... values) throws Exception {
        return read("x\n" + String.join("\n", values) + "\n").getDataTableSpec().getColumnSpec(0).getType();
    }

    @Test
    void quotesEncloseDelimitersQuotesAndLineBreaks() throws Exception {
        assertThat(rows(read("a,\"b,c\"\n\"x,1\",\"say \"\"hi\"\"\"\n\"two\nlines\",\" padded \"\n")))
            .containsExactly(List.of("x,1", "say \"hi\""), List.of("two\nlines", " padded "));
        assertThat(read("a,\"b,c\"\n1,2\n").getDataTableSpec().getColumnNames()).containsExactly("a", "b,c");
    }

    @Test
    void anyLineEndEndsARow() throws Exception {
        for (final String end : new String[] {"\n", "\r\n", "\r"}) {
            assertThat(rows(read("a,b" + end + "1,2" + end + "3,4" + end))).as(end.length() + " " + (int) end.charAt(0))
                .containsExactly(List.of("1", "2"), List.of("3", "4"));
            assertThat(rows(read("a,b" + end + "1,2"))).containsExactly(List.of("1", "2"));
        }
        assertThat(rows(read("a,b\r\n1,\"x\r\ny\"\r\n"))).containsExactly(List.of("1", "x\ny"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
        assertThat(read("\uFEFFspecies,x\nnu,1\n").getDataTableSpec().getColumnNames()).containsExactly("species", "x");
    }

    @Test
    void emptyFieldsAreMissingAndQuotedOnesEmpty() throws Exception {
        assertThat(rows(read("a,b,c\n,\"\",x\n1,,\n"))).containsExactly(List.of("?", "", "x"), List.of("1", "?", "?"));
        assertThat(read("a,b\n,1\n2.5,\n").getDataTableSpec().getColumnSpec(0).getType()).isEqualTo(DoubleCell.TYPE);
        assertThat(typeOf("\"\"", "1")).isEqualTo(StringCell.TYPE);
    }

    @Test
    void anEmptyLineIsAMissingCellOfTheOnlyColumn() throws Exception {
        assertThat(rows(read("a\n1\n\n3\n"))).containsExactly(List.of("1"), List.of("?"), List.of("3"));
        assertThat(rows(read("a,b\n1,2\n\n3,4\n"))).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void allRowsDecideOnTheTypes() throws Exception {
        assertThat(typeOf("1", "-2147483648")).isEqualTo(IntCell.TYPE);
        assertThat(typeOf("1", "2147483648")).isEqualTo(LongCell.TYPE);
        assertThat(typeOf("1", "9223372036854775808")).isEqualTo(DoubleCell.TYPE);
        assertThat(typeOf("1", "1e3")).isEqualTo(DoubleCell.TYPE);
        assertThat(typeOf("1", "1,5".replace(',', '.'), "x")).isEqualTo(StringCell.TYPE);
        assertThat(typeOf("1.0", "0x1p3x")).isEqualTo(StringCell.TYPE);
    }

    @Test
    void numbersThatAreNoneAreDoubles() throws Exception {
        final BufferedDataTable table = read("x\nNaN\nInfinity\n-Infinity\n-0.0\n4.9E-324\n");
        final double[] expected =
            {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE};
        assertThat(table.getDataTableSpec().getColumnSpec(0).getType()).isEqualTo(DoubleCell.TYPE);
        int i = 0;
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final double value = ((DoubleValue) iterator.next().getCell(0)).getDoubleValue();
                assertThat(Double.doubleToLongBits(value)).isEqualTo(Double.doubleToLongBits(expected[i++]));
            }
        }
        assertThat(i).isEqualTo(expected.length);
    }

    @Test
    void linesMayBeLong() throws Exception {
        final String text = "x".repeat(2_000_000);
        assertThat(rows(read("a,b\n" + text + ",1\n")).get(0).get(0)).isEqualTo(text);
        final StringBuilder header = new StringBuilder("c0");
        final StringBuilder row = new StringBuilder("0");
        for (int c = 1; c < 5000; c++) {
            header.append(",c").append(c);
            row.append(',').append(c);
        }
        assertThat(rows(read(header + "\n" + row + "\n")).get(0)).hasSize(5000).endsWith("4998", "4999");
    }

    @Test
    void refusesRaggedRows() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3\n")).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("The data row has too few data elements: 1 in row 3 of the file, 2 in the first.");
        assertThatThrownBy(() -> read("a,b\n1,2,3\n"))
            .hasMessage("The data row has too many data elements: 3 in row 2 of the file, 2 in the first.");
    }

    @Test
    void repeatedAndEmptyNamesBecomeUnique() throws Exception {
        assertThat(read("a,a,,a\n1,2,3,4\n").getDataTableSpec().getColumnNames()).doesNotHaveDuplicates().hasSize(4)
            .startsWith("a", "a (#1)");
    }

    @Test
    void readsPackedFiles() throws Exception {
        final Path file = m_folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("x\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(rows(PlainCsv.read(file, new ExecutionContext(new DefaultNodeProgressMonitor()))))
            .containsExactly(List.of("1"));
    }

    @Test
    void refusesWhatIsNotUtf8() throws Exception {
        assertThat(rows(read("x\n\u00e9\u20ac\ud83d\ude00\n"))).containsExactly(List.of("\u00e9\u20ac\ud83d\ude00"));
        final int[][] bad = {{0xE9}, {0xC3, 'a'}, {0x80}, {0xC0, 0xAF}, {0xE0, 0x80, 0x80}, {0xED, 0xA0, 0x80},
            {0xF5, 0x80, 0x80, 0x80}, {0xF4, 0x90, 0x80, 0x80}};
        for (final int[] bytes : bad) {
            final byte[] text = new byte[bytes.length + 4];
            text[0] = 'x';
            text[1] = '\n';
            for (int i = 0; i < bytes.length; i++) {
                text[i + 2] = (byte) bytes[i];
            }
            text[bytes.length + 2] = 'z';
            text[bytes.length + 3] = '\n';
            assertThatThrownBy(() -> read(text)).hasMessageStartingWith("The file is not UTF-8: byte 0x")
                .hasMessageContaining("in line 2.");
        }
        assertThatThrownBy(() -> read(new byte[] {'x', '\n', (byte) 0xC3}))
            .hasMessage("The file is not UTF-8: it ends within a character, in line 2.");
    }
}
