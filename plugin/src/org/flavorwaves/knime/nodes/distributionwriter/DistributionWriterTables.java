package org.flavorwaves.knime.nodes.distributionwriter;

import java.nio.file.Path;
import java.util.Optional;

import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateUnits;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The output table of the node Distribution Writer. */
final class DistributionWriterTables {
    private DistributionWriterTables() {
    }

    static DataTableSpec summarySpec() {
        return new DataTableSpec(StateUnits.NATURAL.columns("format, file [text], cells, modes, wall_time, result"));
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
