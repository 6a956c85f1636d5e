package org.flavorwaves.embedded.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.flavorwaves.embedded.io.TableMetadata;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/**
 * Reads Parquet files into tables, a row group at a time; checksums of pages are verified where the file has them. A
 * folder of part files, as Spark writes it, is one table.
 */
public final class ParquetTable {

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private static final String SUFFIX = ".parquet";

    private static final int PROGRESS_ROWS = 997;

    private final ExecutionContext m_exec;

    private MessageType m_schema;

    private List<ParquetColumn> m_columns;

    private BufferedDataContainer m_rows;

    private ParquetTable(final ExecutionContext exec) {
        m_exec = exec;
    }

    /**
     * Whether a file is to be read as Parquet.
     *
     * @param file a file or a folder
     * @return true if its name or its first bytes say so, or if it holds part files
     * @throws IOException if it cannot be read
     */
    public static boolean is(final Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return !parts(file).isEmpty();
        }
        return isNamed(file) || beginsRight(file);
    }

    private static boolean isNamed(final Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    private static boolean beginsRight(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /** The files of a folder, without those that are hidden or unfinished. */
    private static List<Path> parts(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> isNamed(f) && !f.getFileName().toString().matches("[._].*"))
                .filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Reads a table.
     *
     * @param file a Parquet file, or a folder of such files that have the same columns
     * @param exec makes the table, takes progress
     * @return the table, with the rows of the files in the order of their names
     * @throws IOException if a file cannot be read, is incomplete or damaged, or has a column of a type that tables do
     *             not have; says what to do
     * @throws CanceledExecutionException if reading was canceled
     */
    public static BufferedDataTable read(final Path file, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        final ParquetTable table = new ParquetTable(exec);
        for (final Path part : Files.isDirectory(file) ? parts(file) : List.of(file)) {
            try {
                table.add(part);
            } catch (final IOException | RuntimeException ex) {
                final String where = part.equals(file) ? "" : part.getFileName() + ": ";
                throw new IOException(where + sentence(ex), ex);
            }
        }
        table.m_rows.close();
        return table.m_rows.getTable();
    }

    private static String sentence(final Exception failure) {
        if (failure instanceof Refusal) {
            return failure.getMessage();
        }
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        return "The file is damaged or no Parquet file, or was not written completely: "
            + (cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }

    /** A sentence about what cannot be read. */
    private static final class Refusal extends IOException {

        private static final long serialVersionUID = 1;

        Refusal(final String message) {
            super(message);
        }
    }

    private void add(final Path file) throws IOException, CanceledExecutionException {
        if (!beginsRight(file)) {
            throw new Refusal("The file is no Parquet file: it does not begin with PAR1.");
        }
        final ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs()).usePageChecksumVerification(true).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            final MessageType schema = reader.getFileMetaData().getSchema();
            if (m_schema == null) {
                start(schema, Optional.ofNullable(
                    reader.getFileMetaData().getKeyValueMetaData().get(TableParquet.METADATA)));
            } else if (!m_schema.getFields().equals(schema.getFields())) {
                throw new Refusal("The columns are not those of the files before: " + schema.getFields()
                    + " in place of " + m_schema.getFields() + ".");
            }
            requireMemory(reader.getRowGroups());
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                addRows(pages, file);
            }
        }
    }

    private void start(final MessageType schema, final Optional<String> description) throws IOException {
        final Optional<TableMetadata> metadata =
            description.isPresent() ? Optional.of(TableMetadata.parse(description.get())) : Optional.empty();
        m_schema = schema;
        m_columns = new ArrayList<>();
        final List<DataColumnSpec> specs = new ArrayList<>();
        for (final Type field : schema.getFields()) {
            final ParquetColumn column = ParquetColumn.of(field).orElseThrow(() -> new Refusal("Column '"
                + field.getName() + "' has the type " + field.toString().replaceFirst("^(\\w+ [^ ]+) .*?(\\(.*\\))?$",
                    "$1 $2").strip() + ", which tables do not have; numbers, truth values and texts can be read. Cast "
                + "it to one of them or leave it out."));
            m_columns.add(column);
            final DataColumnSpecCreator creator = new DataColumnSpecCreator(field.getName(), column.dataType());
            metadata.ifPresent(m -> creator.setProperties(m.properties(field.getName())));
            specs.add(creator.createSpec());
        }
        m_rows = m_exec.createDataContainer(new DataTableSpec("default", specs.toArray(DataColumnSpec[]::new)));
    }

    /** Refuses row groups that do not fit into memory before any is read. */
    private static void requireMemory(final List<BlockMetaData> groups) throws Refusal {
        final long bytes = groups.stream().mapToLong(BlockMetaData::getTotalByteSize).max().orElse(0);
        if (bytes > Runtime.getRuntime().maxMemory() / 2) {
            throw new Refusal("A row group takes " + bytes + " bytes, more than half of the "
                + Runtime.getRuntime().maxMemory() + " that Java may use. Write the file with smaller row groups, or "
                + "give more memory as in FLAVORWAVES_JAVA_OPTS=-Xmx16g.");
        }
    }

    private void addRows(final PageReadStore pages, final Path file) throws CanceledExecutionException {
        final RowAssembly assembly = new RowAssembly(m_schema, m_columns);
        final RecordReader<DataCell[]> rows =
            new ColumnIOFactory(true).getColumnIO(m_schema).getRecordReader(pages, assembly);
        for (long row = 0; row < pages.getRowCount(); row++) {
            m_rows.addRowToTable(new DefaultRow("Row" + m_rows.size(), rows.read()));
            if (m_rows.size() % PROGRESS_ROWS == 0) {
                m_exec.checkCanceled();
                final long count = m_rows.size();
                m_exec.setMessage(() -> "Reading row " + count + " of " + file.getFileName());
            }
        }
    }
}
