package org.flavorwaves.embedded.base;

import java.util.List;

import org.flavorwaves.embedded.catalog.Bundle;
import org.flavorwaves.embedded.catalog.LoadedNode;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.format.CreatedBy;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * The nodes of KNIME's own that workflows around our nodes need: reading, writing, filtering and comparing tables. They
 * read the settings that KNIME saves and do what KNIME does; settings that only KNIME can honor are refused.
 */
public enum BaseNodeType implements NodeType {

    /** Reads a character file. */
    CSV_READER("org.knime.base.node.io.filehandling.csv.reader.CSVTableReaderNodeFactory", "CSV Reader",
        "Reads a character-separated file.", List.of(),
        List.of(Port.required("File Table", "The rows of the file"))) {

        @Override
        public NodeSettings defaults() {
            return CsvReaderSettings.defaults(FileLocation.inDataArea("input.csv"));
        }

        @Override
        public LoadedNode load(final NodeSettingsRO model, final NodeContext context) throws InvalidSettingsException {
            return new CsvReaderNode(CsvReaderSettings.load(model), context);
        }
    },

    /** Writes a character file. */
    CSV_WRITER("org.knime.base.node.io.filehandling.csv.writer.CSVWriter2NodeFactory", "CSV Writer",
        "Writes a table as a character-separated file.",
        List.of(Port.required("Input table", "The table to write")), List.of()) {

        @Override
        public NodeSettings defaults() {
            return CsvWriterSettings.defaults(FileLocation.inDataArea("output.csv"));
        }

        @Override
        public LoadedNode load(final NodeSettingsRO model, final NodeContext context) throws InvalidSettingsException {
            return new CsvWriterNode(CsvWriterSettings.load(model), context);
        }
    },

    /** Keeps selected columns. */
    COLUMN_FILTER("org.knime.base.node.preproc.filter.column.DataColumnSpecFilterNodeFactory", "Column Filter",
        "Keeps the columns that are selected by name.",
        List.of(Port.required("Table to be filtered", "The table with more columns")),
        List.of(Port.required("Filtered table", "The selected columns"))) {

        @Override
        public NodeSettings defaults() {
            return ColumnFilterNode.defaults();
        }

        @Override
        public LoadedNode load(final NodeSettingsRO model, final NodeContext context) throws InvalidSettingsException {
            return ColumnFilterNode.load(model);
        }
    },

    /** Compares two tables and fails if they differ. */
    TABLE_DIFFERENCE_CHECKER("org.knime.testing.internal.nodes.differ.DifferenceCheckerNodeFactory",
        "Table Difference Checker", "Fails if a table differs from a reference table.",
        List.of(Port.required("Test table", "The table to check"),
            Port.required("Reference table", "The table that is expected")),
        List.of()) {

        @Override
        public Bundle bundle() {
            return new Bundle("KNIME Testing Framework", "org.knime.testing.application", KNIME, VERSION);
        }

        @Override
        public NodeSettings defaults() {
            final NodeSettings model = new NodeSettings("model");
            model.addBoolean("ignoreRowIds", false);
            return model;
        }

        @Override
        public LoadedNode load(final NodeSettingsRO model, final NodeContext context) throws InvalidSettingsException {
            return new DifferenceCheckerNode(DifferenceSettings.load(model));
        }
    };

    private static final String KNIME = "KNIME AG, Zurich, Switzerland";

    private static final String VERSION = CreatedBy.OLDEST;

    private final String m_factory;

    private final String m_name;

    private final String m_summary;

    private final List<Port> m_inputs;

    private final List<Port> m_outputs;

    BaseNodeType(final String factory, final String name, final String summary, final List<Port> inputs,
        final List<Port> outputs) {
        m_factory = factory;
        m_name = name;
        m_summary = summary;
        m_inputs = inputs;
        m_outputs = outputs;
    }

    @Override
    public String factory() {
        return m_factory;
    }

    @Override
    public String displayName() {
        return m_name;
    }

    @Override
    public String summary() {
        return m_summary;
    }

    @Override
    public Bundle bundle() {
        return new Bundle("KNIME Base Nodes", "org.knime.base", KNIME, VERSION);
    }

    @Override
    public List<Port> inputs() {
        return m_inputs;
    }

    @Override
    public List<Port> outputs() {
        return m_outputs;
    }
}
