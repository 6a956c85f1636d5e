package org.flavorwaves.embedded.node;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.parameters.NodeParameters;

/**
 * A declared node.
 *
 * @param name its name
 * @param icon path of its icon, relative to the factory
 * @param shortDescription one sentence, as XHTML fragment
 * @param fullDescription the description, as XHTML fragment
 * @param sinceVersion version of KNIME in which it appeared
 * @param type what it is for
 * @param keywords words by which it is found
 * @param inputs its input ports, without the flow variable port; those that users can add are the last ones
 * @param outputs its output ports, without the flow variable port
 * @param addable output ports that users can add behind the others
 * @param parameters class of its parameters, if it has any
 * @param configure configures it
 * @param execute executes it
 * @param view its view, if it has one
 */
public record NodeDefinition(String name, String icon, String shortDescription, String fullDescription,
    String sinceVersion, NodeType type, List<String> keywords, List<PortDefinition> inputs,
    List<PortDefinition> outputs, List<PortDefinition> addable, Optional<Class<? extends NodeParameters>> parameters,
    ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure, ExecuteConsumer execute,
    Optional<ViewDefinition> view) {

    /**
     * This node with ports that were added.
     *
     * @param names names of groups of ports; others than those that can be added are passed over
     * @return the definition whose output ports include them
     */
    public NodeDefinition with(final Collection<String> names) {
        final List<PortDefinition> all = Stream
            .concat(outputs.stream(), addable.stream().filter(port -> names.contains(port.name()))).toList();
        return new NodeDefinition(name, icon, shortDescription, fullDescription, sinceVersion, type, keywords, inputs,
            all, List.of(), parameters, configure, execute, view);
    }
}
