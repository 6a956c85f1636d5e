package org.flavorwaves.embedded.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.flavorwaves.embedded.node.NodeInstance;
import org.flavorwaves.embedded.node.NodeViewPage;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/** A declared node with loaded settings. */
final class LoadedDefaultNode implements LoadedNode {

    private final NodeInstance m_node;

    private final WorkflowContextV2 m_workflow;

    LoadedDefaultNode(final NodeInstance node, final NodeContext context) {
        m_node = node;
        m_workflow = WorkflowContextV2.forTemporaryWorkflow(context.workflow(), null);
    }

    private boolean inContext(final Supplier<Boolean> action) {
        org.knime.core.node.workflow.NodeContext.pushContext(m_workflow);
        try {
            return action.get();
        } finally {
            org.knime.core.node.workflow.NodeContext.removeLastContext();
        }
    }

    @Override
    public Configured configure(final List<DataTableSpec> inputs) {
        if (!inContext(() -> m_node.configure(inputs.toArray(PortObjectSpec[]::new)))) {
            return Configured.failed(m_node.message());
        }
        final List<Optional<DataTableSpec>> specs = new ArrayList<>();
        for (int i = 0; i < m_node.definition().outputs().size(); i++) {
            specs.add(m_node.outSpec(i).filter(DataTableSpec.class::isInstance).map(DataTableSpec.class::cast));
        }
        return new Configured(true, specs, m_node.message());
    }

    @Override
    public Executed execute(final List<BufferedDataTable> inputs, final ExecutionContext exec) {
        if (!inContext(() -> m_node.execute(inputs.toArray(PortObject[]::new), exec.getProgressMonitor()))) {
            return Executed.failed(m_node.message());
        }
        final List<BufferedDataTable> tables = new ArrayList<>();
        final Map<Integer, byte[]> images = new TreeMap<>();
        for (int i = 0; i < m_node.definition().outputs().size(); i++) {
            final PortObject made = m_node.outObject(i).orElseThrow();
            if (made instanceof ImagePortObject) {
                images.put(i + 1, ((PNGImageValue) ((ImagePortObject) made).toDataCell()).getImageContent()
                    .getByteArray());
            } else {
                tables.add((BufferedDataTable) made);
            }
        }
        try {
            final Optional<NodeViewPage> page = m_node.view();
            final Optional<Executed.View> view = page.isPresent()
                ? Optional.of(new Executed.View(page.get().toHtml(), page.get()::drawings)) : Optional.empty();
            return new Executed(true, tables, images, view, m_node.message());
        } catch (final IOException ex) {
            return Executed.failed(new NodeMessage(NodeMessage.Type.ERROR,
                "The view cannot be written: " + ex.getMessage()));
        }
    }
}
