package org.flavorwaves.embedded.base;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import org.flavorwaves.embedded.base.CsvWriterSettings.IfExists;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** The CSV Writer. The file appears when it is complete. */
final class CsvWriterNode extends BaseNode {

    private static final int PROGRESS_ROWS = 997;

    private final CsvWriterSettings m_settings;

    private final NodeContext m_context;

    CsvWriterNode(final CsvWriterSettings settings, final NodeContext context) {
        m_settings = settings;
        m_context = context;
    }

    @Override
    List<Optional<DataTableSpec>> specs(final List<DataTableSpec> inputs) throws InvalidSettingsException {
        final DataTableSpec spec = inputs.get(0);
        for (final DataColumnSpec column : spec) {
            if (!column.getType().isCompatible(StringValue.class)
                && !column.getType().isCompatible(DoubleValue.class)) {
                throw new InvalidSettingsException("Input table must only contain String, Int, or Doubles");
            }
        }
        if (spec.containsCompatibleType(DoubleValue.class) && m_settings.style().isAmbiguous()) {
            throw new InvalidSettingsException(
                "The column delimiter cannot contain (or be equal to) the  decimal separator!");
        }
        return List.of();
    }

    @Override
    List<BufferedDataTable> run(final List<BufferedDataTable> inputs, final ExecutionContext exec) throws Exception {
        final Path file = m_settings.file().resolve(m_context);
        createFolder(file);
        final boolean exists = Files.exists(file);
        if (exists && m_settings.ifExists() == IfExists.FAIL) {
            throw new IOException("Output file '" + m_settings.file()
                + "' exists and must not be overwritten due to user settings.");
        }
        final boolean append = exists && m_settings.ifExists() == IfExists.APPEND;
        m_context.files().write(file, out -> {
            if (append) {
                Files.copy(file, out);
            }
            write(inputs.get(0), append, out, exec);
        });
        return List.of();
    }

    private void createFolder(final Path file) throws IOException {
        final Path folder = file.toAbsolutePath().getParent();
        if (!Files.exists(folder)) {
            if (!m_settings.createFolders()) {
                throw new IOException("The directory '" + folder
                    + "' does not exist and must not be created due to user settings.");
            }
            Files.createDirectories(folder);
        }
    }

    private void write(final BufferedDataTable table, final boolean append, final OutputStream out,
        final ExecutionContext exec)
        throws Exception {
        final DataTableSpec spec = table.getDataTableSpec();
        final CellTexts texts = new CellTexts(m_settings.style(), m_settings.rowIds());
        final OutputStream packed = m_settings.gzip() ? new GZIPOutputStream(out) : out;
        try (Writer writer = new OutputStreamWriter(packed, m_settings.charset());
            CloseableRowIterator rows = table.iterator()) {
            for (final String comment : m_settings.comments().lines(spec.getName(), append)) {
                writer.write(comment + m_settings.style().lineBreak());
            }
            if (m_settings.header() && !(append && m_settings.skipHeaderOnAppend())) {
                writer.write(texts.header(spec));
            }
            for (long i = 0; rows.hasNext(); i++) {
                final DataRow row = rows.next();
                if (i % PROGRESS_ROWS == 0) {
                    exec.checkCanceled();
                    exec.setProgress((double) i / table.size(), "Writing row " + (i + 1) + " of " + table.size());
                }
                writer.write(texts.line(row, spec));
            }
        }
    }
}
