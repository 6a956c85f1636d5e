package org.flavorwaves.knime.nodes.distributionwriter;

import java.nio.file.Path;
import java.util.Optional;

import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.TableColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The output table of the node Distribution Writer. */
final class DistributionWriterTables {
    private DistributionWriterTables() {
    }

    static DataTableSpec summarySpec() {
        return new DataTableSpec(TableColumns.words("format"), TableColumns.words("file"),
            TableColumns.whole("cells"), TableColumns.whole("modes"),
            TableColumns.real("wall_time"), TableColumns.words(StateColumns.RESULT));
    }

    static BufferedDataTable summary(final ExecutionContext exec, final String format, final Path path,
        final DistributionWriterTask.Written written, final double seconds) {
        final ResultTable table = new ResultTable(exec, summarySpec());
        final String file = path.getFileName().toString();
        table.add(Optional.empty(), format, file, written.cells(), written.modes(), seconds,
            written.modes() + " modes of " + written.cells() + " cells written to " + file + " (" + format + "): "
                + written.what() + ", " + written.bytes() + " bytes");
        return table.close();
    }
}
