package org.flavorwaves.embedded.base.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** The settings of the CSV Reader. */
class CsvTableReaderTest {

    @TempDir
    private Path m_folder;

    private static CsvDialect dialect(final String delimiter, final char quote, final char comment,
        final Charset charset) {
        return new CsvDialect(delimiter, true, "\n", quote, quote, comment, false, true, true, false, true, 5, 0,
            charset);
    }

    private static CsvDialect usual() {
        return dialect(",", '"', '#', StandardCharsets.UTF_8);
    }

    private static CsvLayout layout(final boolean rowIds, final boolean shortRows, final long skip, final long most,
        final NumberFormats formats) {
        return new CsvLayout(true, rowIds, false, shortRows, skip, most, -1, formats);
    }

    private static CsvLayout plain() {
        return layout(false, false, -1, -1, new NumberFormats('\0', '.'));
    }

    private BufferedDataTable read(final byte[] content, final CsvDialect dialect, final CsvLayout layout)
        throws Exception {
        final Path file = m_folder.resolve("t.csv");
        Files.write(file, content);
        final CsvTableReader reader = new CsvTableReader(file, dialect, layout);
        return reader.read(reader.findColumns(), new ExecutionContext(new DefaultNodeProgressMonitor()));
    }

    private BufferedDataTable read(final String content, final CsvDialect dialect, final CsvLayout layout)
        throws Exception {
        return read(content.getBytes(dialect.charset()), dialect, layout);
    }

    /** Row keys and cells as texts, a missing cell as "?". */
    private static List<String> rows(final BufferedDataTable table) {
        final List<String> rows = new ArrayList<>();
        try (CloseableRowIterator iterator = table.iterator()) {
            while (iterator.hasNext()) {
                final DataRow row = iterator.next();
                final StringBuilder line = new StringBuilder(row.getKey().getString()).append(':');
                for (final DataCell cell : row) {
                    line.append(' ').append(cell.isMissing() ? "?" : cell.toString());
                }
                rows.add(line.toString());
            }
        }
        return rows;
    }

    @Test
    void otherDelimitersAndQuotes() throws Exception {
        assertThat(rows(read("a;b\n'x;y';2\n'it''s';3\n", dialect(";", '\'', '\0', StandardCharsets.UTF_8), plain())))
            .containsExactly("Row0: x;y 2", "Row1: it's 3");
        assertThat(rows(read("a\tb\n1\t2\n", dialect("\t", '"', '\0', StandardCharsets.UTF_8), plain())))
            .containsExactly("Row0: 1 2");
    }

    @Test
    void commentLinesAreNoRows() throws Exception {
        assertThat(rows(read("# made by hand\na,b\n1,2\n#3,4\n5,6\n", usual(), plain())))
            .containsExactly("Row0: 1 2", "Row1: 5 6");
    }

    @Test
    void quotedFieldsAreTrimmedAndEmptyOnesMissingIfTheSettingsSaySo() throws Exception {
        assertThat(rows(read("a,b\n\" x \",\"\"\n", usual(), plain()))).containsExactly("Row0: x ?");
    }

    @Test
    void theFirstFieldMayBeTheKey() throws Exception {
        final CsvLayout layout = layout(true, false, -1, -1, new NumberFormats('\0', '.'));
        final BufferedDataTable table = read("id,a\nfirst,1\nsecond,2\n", usual(), layout);
        assertThat(table.getDataTableSpec().getColumnNames()).containsExactly("a");
        assertThat(rows(table)).containsExactly("first: 1", "second: 2");
        assertThatThrownBy(() -> read("id,a\nk,1\nk,2\n", usual(), layout)).hasMessageContaining("k");
    }

    @Test
    void someRowsOnly() throws Exception {
        final NumberFormats formats = new NumberFormats('\0', '.');
        final String text = "a\n1\n2\n3\n4\n";
        assertThat(rows(read(text, usual(), layout(false, false, 1, 2, formats))))
            .containsExactly("Row0: 2", "Row1: 3");
        assertThat(rows(read(text, usual(), layout(false, false, -1, 3, formats))))
            .containsExactly("Row0: 1", "Row1: 2", "Row2: 3");
        assertThat(rows(read(text, usual(), layout(false, false, 9, -1, formats)))).isEmpty();
    }

    @Test
    void shortRowsEndWithMissingCellsIfTheyAreAllowed() throws Exception {
        final CsvLayout layout = layout(false, true, -1, -1, new NumberFormats('\0', '.'));
        assertThat(rows(read("a,b,c\n1\n1,2\n1,2,3\n", usual(), layout)))
            .containsExactly("Row0: 1 ? ?", "Row1: 1 2 ?", "Row2: 1 2 3");
        final BufferedDataTable longer = read("a\n1,2\n", usual(), layout);
        assertThat(longer.getDataTableSpec().getColumnNames()).containsExactly("a", "Column1");
        assertThat(rows(longer)).containsExactly("Row0: 1 2");
    }

    @Test
    void limitsOfColumnsAndFields() {
        assertThatThrownBy(() -> read("a,b,c,d,e,f\n1,2,3,4,5,6\n", usual(), plain()))
            .hasMessage("Number of parsed columns exceeds the defined limit (5). Please adapt the according setting.");
        assertThatThrownBy(() -> read("a\n" + "x".repeat(600_000) + "\n", usual(), plain()))
            .hasMessage("Memory limit per column exceeded. Please adapt the according setting.");
    }

    @Test
    void encodingsAndTheirByteOrderMarks() throws Exception {
        for (final Charset charset : new Charset[]{StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_8}) {
            final BufferedDataTable table =
                read("\uFEFFa,b\n\u00e9,1\n", dialect(",", '"', '\0', charset), plain());
            assertThat(table.getDataTableSpec().getColumnNames()).as(charset.name()).containsExactly("a", "b");
            assertThat(rows(table)).containsExactly("Row0: \u00e9 1");
        }
        assertThat(rows(read("a\n\u00e9\n", dialect(",", '"', '\0', StandardCharsets.ISO_8859_1), plain())))
            .containsExactly("Row0: \u00e9");
    }

    @Test
    void separatorsOfNumbers() throws Exception {
        final NumberFormats german = new NumberFormats('.', ',');
        final BufferedDataTable table = read("a;b;c\n1.000;1.234,5;1.23\n",
            dialect(";", '"', '\0', StandardCharsets.UTF_8), layout(false, false, -1, -1, german));
        assertThat(table.getDataTableSpec().stream().map(c -> c.getType())).containsExactly(IntCell.TYPE,
            DoubleCell.TYPE, StringCell.TYPE);
        assertThat(rows(table)).containsExactly("Row0: 1000 1234.5 1.23");
        assertThat(german.parseDouble("-1.234.567,25e-3")).isEqualTo(-1234.56725);
        assertThatThrownBy(() -> german.parseDouble("1.23")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> new NumberFormats('\0', ',').parseDouble("1.5"))
            .hasMessage("'1.5' has a '.', but ',' is the decimal separator");
    }

    @Test
    void saysWhichRowDoesNotFitToTheTypes() throws Exception {
        final CsvLayout first = new CsvLayout(true, false, false, false, -1, -1, 1, new NumberFormats('\0', '.'));
        assertThatThrownBy(() -> read("a,b\n1,2\n3,x\n", usual(), first))
            .hasMessageContaining("Row with ID 'Row1' can't be converted to the configured data types.")
            .hasMessageEndingWith("Content of row: [3, x]");
    }
}
