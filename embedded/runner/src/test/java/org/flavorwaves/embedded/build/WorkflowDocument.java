package org.flavorwaves.embedded.build;

import java.time.Instant;
import java.util.List;

import org.flavorwaves.embedded.format.CreatedBy;
import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedConnection;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.WorkflowWriter;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/** The {@code workflow.knime} of a workflow, entry by entry as KNIME writes it. */
final class WorkflowDocument {

    private static final String FORMAT_VERSION = "5.1.0";

    private WorkflowDocument() {
    }

    static NodeSettings of(final String name, final Instant when, final String author, final List<BuiltNode> built,
        final List<SavedNode> saved,
        final List<SavedConnection> connections, final List<FlowVariable> variables) {
        final NodeSettings document = new NodeSettings("workflow.knime");
        document.addString("created_by", CreatedBy.OLDEST);
        document.addBoolean("created_by_nightly", false);
        document.addString("version", FORMAT_VERSION);
        document.addString("name", name);
        final NodeSettingsWO authored = document.addNodeSettings("authorInformation");
        authored.addString("authored-by", author);
        authored.addString("authored-when", WorkflowWriter.authored(when));
        authored.addString("lastEdited-by", null);
        authored.addString("lastEdited-when", null);
        document.addString("customDescription", null);
        document.addString("state", "IDLE");
        addVariables(document, variables);
        document.addNodeSettings("workflow_credentials");
        addNodes(document.addNodeSettings("nodes"), built, saved);
        addConnections(document.addNodeSettings("connections"), connections);
        return document;
    }

    private static void addVariables(final NodeSettings document, final List<FlowVariable> variables) {
        if (variables.isEmpty()) {
            return;
        }
        final NodeSettingsWO all = document.addNodeSettings("workflow_variables");
        for (int i = 0; i < variables.size(); i++) {
            variables.get(i).save(all.addNodeSettings("Var_" + i));
        }
    }

    private static void addNodes(final NodeSettingsWO nodes, final List<BuiltNode> built, final List<SavedNode> saved) {
        for (int i = 0; i < built.size(); i++) {
            final BuiltNode node = built.get(i);
            final NodeSettingsWO entry = nodes.addNodeSettings("node_" + node.id());
            entry.addInt("id", node.id());
            entry.addString("node_settings_file", saved.get(i).settingsFile());
            entry.addBoolean("node_is_meta", false);
            entry.addString("node_type", SavedNode.Kind.NativeNode.name());
            entry.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
            entry.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", node.x(), node.y(), -1, -1);
        }
    }

    private static void addConnections(final NodeSettingsWO all, final List<SavedConnection> connections) {
        for (int i = 0; i < connections.size(); i++) {
            final SavedConnection c = connections.get(i);
            final NodeSettingsWO entry = all.addNodeSettings("connection_" + i);
            entry.addInt("sourceID", c.source());
            entry.addInt("destID", c.dest());
            entry.addInt("sourcePort", c.sourcePort());
            entry.addInt("destPort", c.destPort());
        }
    }
}
