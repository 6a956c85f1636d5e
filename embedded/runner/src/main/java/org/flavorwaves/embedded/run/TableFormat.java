package org.flavorwaves.embedded.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.flavorwaves.embedded.base.csv.PlainCsv;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.io.TableCsv;
import org.flavorwaves.embedded.io.TableMetadata;
import org.flavorwaves.embedded.parquet.ParquetTable;
import org.flavorwaves.embedded.parquet.TableParquet;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;

/** How tables are written to files. */
public enum TableFormat {

    /** Text, with a description of the columns in a file beside it. */
    CSV {
        @Override
        List<Path> files(final Path table) {
            return List.of(table, TableMetadata.fileOf(table));
        }

        @Override
        void add(final AtomicFile.Batch batch, final Path file, final Content content, final ExecutionMonitor monitor)
            throws Exception {
            batch.add(file, out -> TableCsv.write(content.table(), out, monitor));
            batch.add(TableMetadata.fileOf(file), out -> TableMetadata.write(content.table().getDataTableSpec(), file,
                content.title(), content.meanings(), out));
        }
    },
    /** Apache Parquet, with the description of the columns in its metadata. */
    PARQUET {
        @Override
        List<Path> files(final Path table) {
            return List.of(table);
        }

        @Override
        void add(final AtomicFile.Batch batch, final Path file, final Content content, final ExecutionMonitor monitor)
            throws Exception {
            batch.add(file, out -> TableParquet.write(content.table(), file, content.title(), content.meanings(), out,
                monitor));
        }
    };

    /**
     * What goes into the files of a table.
     *
     * @param table its rows
     * @param title what it is
     * @param meanings what its columns mean
     */
    record Content(BufferedDataTable table, String title, Map<String, String> meanings) {
    }

    /** The files of a table that has a name. */
    abstract List<Path> files(Path table);

    /** Writes the files of a table. */
    abstract void add(AtomicFile.Batch batch, Path file, Content content, ExecutionMonitor monitor) throws Exception;

    /** The name in commands and at the end of names of files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a path leads to something that can be read as a table.
     *
     * @param path any path
     * @return true for a file and for a folder of Parquet files
     * @throws IOException if a folder cannot be listed
     */
    public static boolean isTable(final Path path) throws IOException {
        return Files.isRegularFile(path) || Files.isDirectory(path) && ParquetTable.is(path);
    }

    /**
     * Reads a table in the format that the file has.
     *
     * @param file a file, or a folder of Parquet files
     * @param exec makes the table, takes progress
     * @return the table
     * @throws IOException if the file cannot be read; says what to do
     * @throws IllegalArgumentException if the rows of a CSV file do not make a table
     * @throws CanceledExecutionException if reading was canceled
     */
    public static BufferedDataTable read(final Path file, final ExecutionContext exec)
        throws IOException, CanceledExecutionException {
        return ParquetTable.is(file) ? ParquetTable.read(file, exec) : PlainCsv.read(file, exec);
    }
}
