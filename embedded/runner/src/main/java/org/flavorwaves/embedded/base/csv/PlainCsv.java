package org.flavorwaves.embedded.base.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.embedded.io.TableMetadata;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;

/**
 * Reads CSV files as the command writes them: UTF-8 with a header, commas and double quotes. An empty field is a
 * missing cell, a quoted empty field an empty text. Types, units and meanings of the columns come from the description
 * beside the file; without it all rows decide on the types.
 */
public final class PlainCsv {

    private PlainCsv() {
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param exec makes the table, takes progress
     * @return the table
     * @throws IOException if the file cannot be read, is not UTF-8 or does not fit to its description
     * @throws IllegalArgumentException if its rows differ in length, or it has no rows and no description
     * @throws CanceledExecutionException if reading was canceled
     */
    public static BufferedDataTable read(final Path file, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        checkText(file);
        final Optional<TableMetadata> metadata = TableMetadata.of(file);
        final CsvTableReader reader = new CsvTableReader(file, CsvDialect.plain(), CsvLayout.plain());
        final List<CsvColumn> columns = columns(reader, metadata);
        try {
            final BufferedDataTable table = reader.read(columns, spec(columns, metadata), exec);
            if (table.size() == 0 && metadata.isEmpty()) {
                throw new IllegalArgumentException("There is a header but no row below it, so the types of the columns "
                    + "are not known. Was the file written completely?");
            }
            return table;
        } catch (final IllegalArgumentException ex) {
            if (ex.getCause() instanceof NumberFormatException && metadata.isPresent()) {
                throw new IOException(ex.getMessage().replaceFirst("the configured data types.*?resolve the issue\\.",
                    "the types that " + TableMetadata.fileOf(file).getFileName() + " declares. Mend the row, or delete "
                        + "that file to have types found anew.") + " (" + ex.getCause().getMessage() + ")", ex);
            }
            throw ex;
        }
    }

    private static List<CsvColumn> columns(final CsvTableReader reader, final Optional<TableMetadata> metadata)
        throws IOException {
        if (metadata.isEmpty()) {
            return reader.findColumns();
        }
        final List<CsvColumn> columns = new ArrayList<>();
        for (final CsvColumn column : reader.namedColumns()) {
            final Optional<DataType> declared = Optional.ofNullable(metadata.get().columns().get(column.name()))
                .flatMap(TableMetadata.Column::type);
            if (declared.isEmpty()) {
                return merge(reader.findColumns(), metadata.get());
            }
            columns.add(new CsvColumn(column.name(), column.field(), FieldType.of(declared.get())));
        }
        return columns;
    }

    /** Found types where none is declared. */
    private static List<CsvColumn> merge(final List<CsvColumn> found, final TableMetadata metadata) {
        return found.stream().map(column -> new CsvColumn(column.name(), column.field(),
            Optional.ofNullable(metadata.columns().get(column.name())).flatMap(TableMetadata.Column::type)
                .map(FieldType::of).orElse(column.type()))).toList();
    }

    private static DataTableSpec spec(final List<CsvColumn> columns, final Optional<TableMetadata> metadata) {
        return new DataTableSpec("default", columns.stream().map(column -> {
            final DataColumnSpecCreator creator =
                new DataColumnSpecCreator(column.name(), column.type().dataType());
            metadata.ifPresent(m -> creator.setProperties(m.properties(column.name())));
            return creator.createSpec();
        }).toArray(DataColumnSpec[]::new));
    }

    /** Throws if the file is empty or no UTF-8 text, so that no character is replaced silently. */
    private static void checkText(final Path file) throws IOException {
        final Utf8Check check = new Utf8Check();
        final byte[] buffer = new byte[1 << 16];
        boolean isEmpty = true;
        try (InputStream in = CsvRows.bytes(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                isEmpty &= count == 0;
                check.add(buffer, count);
            }
        }
        check.end();
        if (isEmpty) {
            throw new IOException("The file is empty; it needs a header with the names of the columns.");
        }
    }
}
