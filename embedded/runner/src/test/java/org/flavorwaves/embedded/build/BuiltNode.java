package org.flavorwaves.embedded.build;

import java.util.LinkedHashMap;
import java.util.Map;

import org.flavorwaves.embedded.catalog.NodeType;
import org.knime.core.node.NodeSettings;

/**
 * A node of a workflow that is being made.
 *
 * @param id its number
 * @param type its kind
 * @param model its settings
 * @param x horizontal place on the canvas
 * @param y vertical place on the canvas
 * @param controlled names of the flow variables that control settings, by path
 */
record BuiltNode(int id, NodeType type, NodeSettings model, int x, int y, Map<String, String> controlled) {

    BuiltNode(final int id, final NodeType type, final NodeSettings model, final int x, final int y) {
        this(id, type, model, x, y, new LinkedHashMap<>());
    }
}
