package org.flavorwaves.embedded.build;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.flavorwaves.embedded.base.BaseNodeType;
import org.flavorwaves.embedded.catalog.Bundle;
import org.flavorwaves.embedded.catalog.NodeType;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.base.ConfigBase;

/** The {@code settings.xml} of a node that was never executed, entry by entry as KNIME writes it. */
final class NodeDocument {

    private NodeDocument() {
    }

    static SavedNode of(final BuiltNode node) {
        final NodeType type = node.type();
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("node_file", "settings.xml");
        settings.addNodeSettings("flow_stack");
        settings.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        settings.addNodeSettings(modelOf(node));
        addVariables(settings, node.controlled());
        settings.addString("customDescription", null);
        settings.addString("state", "IDLE");
        settings.addString("factory", type.factory());
        settings.addString("node-name", type.displayName());
        addBundle(settings, type.bundle());
        settings.addNodeSettings("factory_settings");
        final List<String> groups = portGroups(type);
        if (!groups.isEmpty()) {
            final NodeSettingsWO creation = settings.addNodeSettings("node_creation_config");
            groups.forEach(creation::addNodeSettings);
        }
        settings.addString("name", type.displayName());
        settings.addBoolean("hasContent", false);
        settings.addBoolean("isInactive", false);
        final NodeSettingsWO ports = settings.addNodeSettings("ports");
        for (int p = 1; p <= type.outputs().size(); p++) {
            final NodeSettingsWO port = ports.addNodeSettings("port_" + p);
            port.addInt("index", p);
            port.addString("port_dir_location", null);
        }
        final NodeSettingsWO stores = settings.addNodeSettings("filestores");
        stores.addString("file_store_location", null);
        stores.addString("file_store_id", null);
        final String folder = folderName(type.displayName()) + " (#" + node.id() + ")";
        return new SavedNode(node.id(), SavedNode.Kind.NativeNode, folder + "/settings.xml", settings);
    }

    /** A node of ours has a group for each port, named as the port; a file node has its optional ports. */
    private static List<String> portGroups(final NodeType type) {
        if (type == BaseNodeType.CSV_READER || type == BaseNodeType.CSV_WRITER) {
            return List.of("File System Connection", "Data Table");
        }
        return type instanceof BaseNodeType ? List.of()
            : Stream.concat(type.inputs().stream(), type.outputs().stream()).map(Port::name).toList();
    }

    private static NodeSettings modelOf(final BuiltNode node) {
        final NodeSettings model = new NodeSettings("model");
        SettingsTree.copy(node.model()).copyTo(model);
        return model;
    }

    /** The name with characters that file systems do not take replaced. */
    static String folderName(final String name) {
        return name.replaceAll("[^a-zA-Z0-9 ]", "_");
    }

    private static void addVariables(final NodeSettings settings, final Map<String, String> controlled) {
        if (controlled.isEmpty()) {
            return;
        }
        final NodeSettings variables = (NodeSettings) settings.addNodeSettings("variables");
        variables.addString("version", "V_2019_09_13");
        final ConfigBase tree = (NodeSettings) variables.addNodeSettings("tree");
        controlled.forEach((path, variable) -> {
            ConfigBase at = tree;
            for (final String key : path.split("/")) {
                at = at.getEntry(key) instanceof ConfigBase ? (ConfigBase) at.getEntry(key) : at.addConfigBase(key);
            }
            at.addString("used_variable", variable);
            at.addString("exposed_variable", null);
        });
    }

    private static void addBundle(final NodeSettings settings, final Bundle bundle) {
        settings.addString("node-bundle-name", bundle.name());
        settings.addString("node-bundle-symbolic-name", bundle.symbolicName());
        settings.addString("node-bundle-vendor", bundle.vendor());
        settings.addString("node-bundle-version", bundle.version());
        settings.addString("node-feature-name", null);
        settings.addString("node-feature-symbolic-name", null);
        settings.addString("node-feature-vendor", null);
        settings.addString("node-feature-version", "0.0.0");
    }
}
