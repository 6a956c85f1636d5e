package org.flavorwaves.embedded.base;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** The Column Filter: keeps the columns that were selected by name, in the order of the table. */
final class ColumnFilterNode extends BaseNode {

    private static final String ROOT = "column-filter";

    private static final String STANDARD = "STANDARD";

    private static final String KEEP_LISTED = "EnforceInclusion";

    private static final String KEEP_UNLISTED = "EnforceExclusion";

    private static final int PROGRESS_ROWS = 997;

    private final Set<String> m_included;

    private final Set<String> m_excluded;

    private final boolean m_keepUnlisted;

    private ColumnFilterNode(final NodeSettingsRO filter) throws InvalidSettingsException {
        m_included = names(filter, "included_names");
        m_excluded = names(filter, "excluded_names");
        m_keepUnlisted = KEEP_UNLISTED.equals(filter.getString("enforce_option"));
    }

    private static Set<String> names(final NodeSettingsRO filter, final String key) throws InvalidSettingsException {
        final String[] names = filter.getStringArray(key);
        if (names == null) {
            throw new InvalidSettingsException("The list of names '" + key + "' has no array-size.");
        }
        return new HashSet<>(Arrays.asList(names));
    }

    /** Reads the settings; selection by pattern or type is left to KNIME. */
    static ColumnFilterNode load(final NodeSettingsRO model) throws InvalidSettingsException {
        KnownKeys.check(model, "model", ROOT);
        final NodeSettingsRO filter = model.getNodeSettings(ROOT);
        KnownKeys.check(filter, ROOT, "filter-type", "included_names", "excluded_names", "enforce_option",
            "name_pattern", "datatype");
        if (!STANDARD.equals(filter.getString("filter-type"))) {
            throw KnownKeys.needsKnime("A Column Filter that does not select by name");
        }
        final String option = filter.getString("enforce_option");
        if (!KEEP_LISTED.equals(option) && !KEEP_UNLISTED.equals(option)) {
            throw new InvalidSettingsException("Can't parse enforce option: " + option);
        }
        return new ColumnFilterNode(filter);
    }

    /** A filter that keeps every column. */
    static NodeSettings defaults() {
        final NodeSettings model = new NodeSettings("model");
        final NodeSettingsWO filter = model.addNodeSettings(ROOT);
        filter.addString("filter-type", STANDARD);
        filter.addStringArray("included_names");
        filter.addStringArray("excluded_names");
        filter.addString("enforce_option", KEEP_UNLISTED);
        final NodeSettingsWO pattern = filter.addNodeSettings("name_pattern");
        pattern.addString("pattern", "");
        pattern.addString("type", "Wildcard");
        pattern.addBoolean("caseSensitive", true);
        pattern.addBoolean("excludeMatching", false);
        filter.addNodeSettings("datatype").addNodeSettings("typelist");
        return model;
    }

    private int[] kept(final DataTableSpec table) {
        return IntStream.range(0, table.getNumColumns()).filter(i -> keeps(table.getColumnSpec(i).getName())).toArray();
    }

    private boolean keeps(final String column) {
        return m_included.contains(column) || m_keepUnlisted && !m_excluded.contains(column);
    }

    private static DataTableSpec spec(final DataTableSpec table, final int[] columns) {
        return new DataTableSpec(table.getName(),
            Arrays.stream(columns).mapToObj(table::getColumnSpec).toArray(DataColumnSpec[]::new));
    }

    @Override
    List<Optional<DataTableSpec>> specs(final List<DataTableSpec> inputs) {
        return List.of(Optional.of(spec(inputs.get(0), kept(inputs.get(0)))));
    }

    @Override
    List<BufferedDataTable> run(final List<BufferedDataTable> inputs, final ExecutionContext exec) throws Exception {
        final BufferedDataTable table = inputs.get(0);
        final int[] columns = kept(table.getDataTableSpec());
        final BufferedDataContainer container = exec.createDataContainer(spec(table.getDataTableSpec(), columns));
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                container.addRowToTable(new DefaultRow(row.getKey(),
                    Arrays.stream(columns).mapToObj(row::getCell).toArray(DataCell[]::new)));
                if (container.size() % PROGRESS_ROWS == 0) {
                    exec.checkCanceled();
                    exec.setProgress((double) container.size() / table.size());
                }
            }
        }
        container.close();
        return List.of(container.getTable());
    }
}
