package org.flavorwaves.embedded.base;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.embedded.catalog.Configured;
import org.flavorwaves.embedded.catalog.Executed;
import org.flavorwaves.embedded.catalog.LoadedNode;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.NodeMessage;

/** A node of KNIME's own: turns what its steps throw into the messages that KNIME's engine shows. */
abstract class BaseNode implements LoadedNode {

    private String m_warning;

    /** The columns of the outputs, empty where they are known only after execution. */
    abstract List<Optional<DataTableSpec>> specs(List<DataTableSpec> inputs) throws InvalidSettingsException;

    /** The tables of the outputs. */
    abstract List<BufferedDataTable> run(List<BufferedDataTable> inputs, ExecutionContext exec) throws Exception;

    /** Shows a warning on the node. */
    final void warn(final String message) {
        m_warning = message;
    }

    @Override
    public final Configured configure(final List<DataTableSpec> inputs) {
        m_warning = null;
        try {
            return new Configured(true, specs(inputs), warning());
        } catch (final InvalidSettingsException ex) {
            return Configured.failed(new NodeMessage(NodeMessage.Type.WARNING, ex.getMessage()));
        } catch (final RuntimeException ex) {
            return Configured.failed(new NodeMessage(NodeMessage.Type.ERROR,
                "Configure failed (" + ex.getClass().getSimpleName() + "): " + ex.getMessage()));
        }
    }

    @Override
    public final Executed execute(final List<BufferedDataTable> inputs, final ExecutionContext exec) {
        m_warning = null;
        try {
            final List<BufferedDataTable> tables = run(inputs, exec);
            if (m_warning == null && !tables.isEmpty() && tables.stream().allMatch(t -> t.size() == 0)) {
                m_warning = "Node created an empty data table.";
            }
            return new Executed(true, tables, Map.of(), Optional.empty(), warning());
        } catch (final CanceledExecutionException ex) {
            return Executed.failed(new NodeMessage(NodeMessage.Type.WARNING, "Execution canceled"));
        } catch (final Exception ex) {
            final String text = ex.getMessage() == null
                ? "(\"" + ex.getClass().getSimpleName() + "\"): null" : ex.getMessage();
            return Executed.failed(new NodeMessage(NodeMessage.Type.ERROR, "Execute failed: " + text));
        }
    }

    private NodeMessage warning() {
        return m_warning == null ? NodeMessage.NONE : new NodeMessage(NodeMessage.Type.WARNING, m_warning);
    }
}
