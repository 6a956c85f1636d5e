package org.flavorwaves.embedded.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.flavorwaves.embedded.io.TableMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;

/** Tables as Parquet files and back. */
class ParquetTableTest {

    private static final int ROWS = 5000;

    @TempDir
    private Path m_folder;

    private static ExecutionContext exec() {
        return new ExecutionContext(new DefaultNodeProgressMonitor());
    }

    private static BufferedDataTable table(final DataTableSpec spec, final List<DataCell[]> rows) {
        final BufferedDataContainer container = exec().createDataContainer(spec);
        rows.forEach(row -> container.addRowToTable(new DefaultRow("Row" + container.size(), row)));
        container.close();
        return container.getTable();
    }

    private static DataColumnSpec column(final String name, final DataType type, final Map<String, String> properties) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(name, type);
        creator.setProperties(new DataColumnProperties(properties));
        return creator.createSpec();
    }

    /** A column of each type, with any bits, missing cells, and names and texts that files could take for others. */
    private static BufferedDataTable anyTable() {
        final Random random = new Random(7);
        final List<DataCell[]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            final double any = Double.longBitsToDouble(random.nextLong());
            rows.add(new DataCell[] {
                new DoubleCell(i == 0 ? -0.0 : i == 1 ? Double.NaN : i == 2 ? Double.NEGATIVE_INFINITY
                    : Double.isNaN(any) ? Double.MIN_VALUE : any),
                new IntCell(random.nextInt()), new LongCell(random.nextLong()),
                random.nextBoolean() ? BooleanCell.TRUE : BooleanCell.FALSE,
                new StringCell(i == 0 ? "" : i == 1 ? "nu\u0305_e, \"\ud83d\ude80\"" : "cell " + i / 3)});
            for (int c = 0; c < 5; c++) {
                if (random.nextInt(4) == 0) {
                    rows.get(i)[c] = DataType.getMissingCell();
                }
            }
        }
        return table(new DataTableSpec(
            column("weight", DoubleCell.TYPE, Map.of("unit", "cm^-3", "description", "Density")),
            column("an.int, dotted", IntCell.TYPE, Map.of()), column("long \u03b1", LongCell.TYPE, Map.of()),
            column("flag", BooleanCell.TYPE, Map.of()), column("cell", StringCell.TYPE, Map.of())), rows);
    }

    private Path write(final String name, final BufferedDataTable table, final long rowGroup) throws Exception {
        final Path file = m_folder.resolve(name);
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableParquet.write(table, file, "Any", Map.of("flag", "Whether it is"), out, exec(), rowGroup);
        return Files.write(file, out.toByteArray());
    }

    private static List<List<DataCell>> cells(final BufferedDataTable table) {
        final List<List<DataCell>> cells = new ArrayList<>();
        for (final DataRow row : table) {
            cells.add(row.stream().toList());
        }
        return cells;
    }

    @Test
    void typesValuesAndUnitsReadBackTheSame() throws Exception {
        final BufferedDataTable table = anyTable();
        final Path file = write("any.parquet", table, 1 << 12);
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            assertThat(reader.getRowGroups().size()).as("row groups").isGreaterThan(4);
        }
        final BufferedDataTable back = ParquetTable.read(file, exec());
        assertThat(cells(back)).isEqualTo(cells(table));
        assertThat(back.size()).isEqualTo(ROWS);
        for (int c = 0; c < table.getDataTableSpec().getNumColumns(); c++) {
            assertThat(back.getDataTableSpec().getColumnSpec(c).getType())
                .isEqualTo(table.getDataTableSpec().getColumnSpec(c).getType());
        }
        assertThat(back.getDataTableSpec().getColumnSpec("weight").getProperties().getProperty(TableMetadata.UNIT))
            .isEqualTo("cm^-3");
        assertThat(back.getDataTableSpec().getColumnSpec("flag").getProperties()
            .getProperty(TableMetadata.DESCRIPTION)).isEqualTo("Whether it is");
        final double first = ((DoubleValue) back.iterator().next().getCell(0)).getDoubleValue();
        assertThat(Double.doubleToRawLongBits(first)).isEqualTo(Double.doubleToRawLongBits(-0.0));
    }

    @Test
    void integersOfAColumnOfDoublesBecomeDoubles() throws Exception {
        final Path file = write("n.parquet", table(new DataTableSpec(column("x", DoubleCell.TYPE, Map.of())),
            List.<DataCell[]>of(new DataCell[] {new IntCell(3)})), 1 << 20);
        assertThat(cells(ParquetTable.read(file, exec()))).isEqualTo(List.of(List.of(new DoubleCell(3))));
    }

    @Test
    void aTableWithoutRowsKeepsItsColumns() throws Exception {
        final Path file = write("none.parquet",
            table(new DataTableSpec(column("x", LongCell.TYPE, Map.of())), List.of()), 1 << 20);
        final BufferedDataTable back = ParquetTable.read(file, exec());
        assertThat(back.size()).isZero();
        assertThat(back.getDataTableSpec().getColumnSpec("x").getType()).isEqualTo(LongCell.TYPE);
    }

    /** A file that ends early is refused wherever it ends, and so is one whose pages have another byte. */
    @Test
    void damagedFilesAreRefused() throws Exception {
        final byte[] bytes = Files.readAllBytes(write("any.parquet", anyTable(), 1 << 14));
        final Path bad = m_folder.resolve("bad.parquet");
        for (int end = 0; end < bytes.length; end += end < 20 || end > bytes.length - 20 ? 1 : 997) {
            Files.write(bad, Arrays.copyOf(bytes, end));
            assertThatThrownBy(() -> ParquetTable.read(bad, exec())).as("cut at %d", end)
                .isInstanceOf(IOException.class).hasMessageContaining("Parquet file");
        }
        final long pagesEnd = pagesEnd(m_folder.resolve("any.parquet"));
        final List<List<DataCell>> whole = cells(ParquetTable.read(m_folder.resolve("any.parquet"), exec()));
        for (int at = 4; at < pagesEnd; at += 499) {
            final byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            Files.write(bad, changed);
            List<List<DataCell>> read = whole;
            try {
                read = cells(ParquetTable.read(bad, exec()));
            } catch (final IOException ex) {
                assertThat(ex).hasMessageContaining("damaged");
            }
            assertThat(read).as("byte %d", at).isEqualTo(whole);
        }
    }

    private static long pagesEnd(final Path file) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file),
            ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            return reader.getRowGroups().stream().flatMap(g -> g.getColumns().stream())
                .mapToLong((final ColumnChunkMetaData c) -> c.getStartingPos() + c.getTotalSize()).max().orElseThrow();
        }
    }

    private Path foreign(final String name, final String schema, final CompressionCodecName codec,
        final List<Object> values) throws IOException {
        final MessageType type = MessageTypeParser.parseMessageType("message m { " + schema + " }");
        final Path file = m_folder.resolve(name);
        Files.deleteIfExists(file);
        try (ParquetWriter<org.apache.parquet.example.data.Group> writer =
            ExampleParquetWriter.builder(new LocalOutputFile(file)).withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs()).withCompressionCodec(codec).withType(type).build()) {
            for (final Object value : values) {
                final SimpleGroup group = new SimpleGroup(type);
                if (value instanceof Float x) {
                    group.add(0, x);
                } else if (value instanceof Integer x) {
                    group.add(0, x);
                } else if (value instanceof Long x) {
                    group.add(0, x);
                } else if (value instanceof String x) {
                    group.add(0, x);
                }
                writer.write(group);
            }
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "ZSTD", "GZIP"})
    void filesOfOtherWritersAreRead(final CompressionCodecName codec) throws Exception {
        final List<Object> numbers = new ArrayList<>();
        final List<List<DataCell>> expected = new ArrayList<>();
        for (int i = -500; i < 500; i++) {
            numbers.add(i);
            expected.add(List.of(new LongCell(i & 0xffffffffL)));
        }
        assertThat(cells(ParquetTable.read(
            foreign("unsigned.parquet", "required int32 n (INTEGER(32,false));", codec, numbers), exec())))
                .isEqualTo(expected);
        assertThat(cells(ParquetTable.read(
            foreign("float.parquet", "optional float x;", codec, List.of(0.1f)), exec())))
                .isEqualTo(List.of(List.of(new DoubleCell(0.1f))));
        assertThat(cells(ParquetTable.read(
            foreign("text.parquet", "optional binary s (ENUM);", codec, List.of("nu_e", "nu_e", "x")), exec())))
                .isEqualTo(List.of(List.of(new StringCell("nu_e")), List.of(new StringCell("nu_e")),
                    List.of(new StringCell("x"))));
    }

    @Test
    void typesThatTablesDoNotHaveAreNamed() throws Exception {
        final CompressionCodecName codec = CompressionCodecName.SNAPPY;
        for (final String type : List.of("optional int64 t (TIMESTAMP(MILLIS,true))", "repeated double t",
            "optional group t { optional double y; }", "optional int32 t (DECIMAL(5,2))", "optional binary t",
            "optional int64 t (INTEGER(64,false))")) {
            final Path file = foreign("other.parquet", type + (type.endsWith("}") ? "" : ";"), codec, List.of());
            assertThatThrownBy(() -> ParquetTable.read(file, exec())).isInstanceOf(IOException.class)
                .hasMessageStartingWith("Column 't' has the type ").hasMessageContaining("tables do not have");
        }
    }

    @Test
    void filesOfAFolderMustHaveTheSameColumns() throws Exception {
        Files.createDirectory(m_folder.resolve("parts"));
        write("parts/a.parquet", anyTable(), 1 << 20);
        write("parts/b.parquet", table(new DataTableSpec(column("x", LongCell.TYPE, Map.of())), List.of()), 1 << 20);
        assertThatThrownBy(() -> ParquetTable.read(m_folder.resolve("parts"), exec()))
            .hasMessageStartingWith("b.parquet: The columns are not those of the files before:");
    }
}
