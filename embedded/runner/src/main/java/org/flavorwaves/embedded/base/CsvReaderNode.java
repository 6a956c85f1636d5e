package org.flavorwaves.embedded.base;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.embedded.base.csv.CsvColumn;
import org.flavorwaves.embedded.base.csv.CsvTableReader;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** The CSV Reader. Its columns are known before execution only if its dialog saved them. */
final class CsvReaderNode extends BaseNode {

    private final CsvReaderSettings m_settings;

    private final NodeContext m_context;

    CsvReaderNode(final CsvReaderSettings settings, final NodeContext context) {
        m_settings = settings;
        m_context = context;
    }

    @Override
    List<Optional<DataTableSpec>> specs(final List<DataTableSpec> inputs) throws InvalidSettingsException {
        final Optional<SavedColumns> saved = m_settings.saved();
        if (saved.isEmpty()) {
            return List.of(Optional.empty());
        }
        if (saved.get().current()) {
            return List.of(Optional.of(CsvTableReader.spec(saved.get().columns())));
        }
        if (!saved.get().plain()) {
            throw KnownKeys.needsKnime("Columns that were renamed, moved, dropped or converted before the file or its "
                + "format changed; this");
        }
        warn("The node configuration changed and the table spec will be recalculated during execution.");
        return List.of(Optional.empty());
    }

    @Override
    List<BufferedDataTable> run(final List<BufferedDataTable> inputs, final ExecutionContext exec) throws Exception {
        final CsvTableReader reader =
            new CsvTableReader(m_settings.file().resolve(m_context), m_settings.dialect(), m_settings.layout());
        final Optional<String> problem = reader.problem(m_settings.file().toString());
        if (problem.isPresent()) {
            throw new IOException(problem.get());
        }
        return List.of(reader.read(columns(reader), exec));
    }

    private List<CsvColumn> columns(final CsvTableReader reader) throws IOException {
        if (m_settings.saved().isEmpty() || !m_settings.saved().get().current()) {
            return reader.findColumns();
        }
        final SavedColumns saved = m_settings.saved().get();
        if (m_settings.checkColumns()) {
            final Optional<String> difference = saved.difference(SavedColumns.names(reader.findColumns()));
            if (difference.isPresent()) {
                throw new IllegalStateException("Table schema has changed in " + m_settings.file() + ":\n"
                    + difference.get()
                    + "\nPlease reconfigure the node or consider enabling the 'Use new schema' option.\n");
            }
        }
        return saved.columns();
    }
}
