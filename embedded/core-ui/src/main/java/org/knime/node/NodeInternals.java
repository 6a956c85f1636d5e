package org.knime.node;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.embedded.node.Json;
import org.flavorwaves.embedded.node.NodeDefinition;
import org.flavorwaves.embedded.node.ViewDefinition;
import org.knime.node.DefaultView.DefaultInitialData;
import org.knime.node.DefaultView.ViewInput;

/** Opens a declared node to the engine. It is not exported from the bundle, because KNIME has no such class. */
public final class NodeInternals {

    private NodeInternals() {
    }

    /**
     * What a factory declares.
     *
     * @param factory the factory
     * @return its node
     */
    public static NodeDefinition definitionOf(final DefaultNodeFactory factory) {
        final DefaultNode node = factory.getNode();
        return new NodeDefinition(node.m_name, node.m_icon, node.m_shortDescription, node.m_fullDescription,
            node.m_sinceVersion, node.getType(), List.copyOf(node.m_keywords), node.m_inputs, node.m_outputs,
            node.m_addable,
            Optional.ofNullable(node.m_model.m_parametersClass), node.m_model.m_configure, node.m_model.m_execute,
            node.getView().map(NodeInternals::viewOf));
    }

    /**
     * The data that a page starts with.
     *
     * @param initialData what was declared
     * @param input what the view knows
     * @return the data; may be null
     */
    public static Object initialData(final DefaultInitialData<?> initialData, final ViewInput input) {
        return initialData.getData().apply(input);
    }

    /**
     * Writes the data that a page starts with.
     *
     * @param data the data
     * @return a JSON text
     * @throws IOException if the data cannot be written as JSON
     */
    public static String json(final Object data) throws IOException {
        final String text = Json.write(data);
        return Json.isJson(text) ? text : Json.write(text);
    }

    private static ViewDefinition viewOf(final DefaultView view) {
        return new ViewDefinition(view.m_description, Optional.ofNullable(view.m_parametersClass), view.m_page,
            Optional.ofNullable(view.m_initialData));
    }
}
