package org.knime.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.flavorwaves.embedded.node.PortDefinition;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;

/** A node, declared stage by stage. */
public final class DefaultNode implements FluentNodeAPI {

    final String m_name;

    final String m_icon;

    final String m_shortDescription;

    final String m_fullDescription;

    final String m_sinceVersion;

    final List<PortDefinition> m_inputs;

    final List<PortDefinition> m_outputs;

    final List<PortDefinition> m_addable;

    final DefaultModel m_model;

    final List<String> m_keywords = new ArrayList<>();

    private NodeType m_nodeType;

    private DefaultView m_view;

    private DefaultNode(final String name, final String icon, final String shortDescription,
        final String fullDescription,
        final String sinceVersion, final Ports ports, final DefaultModel model) {
        m_name = name;
        m_icon = icon;
        m_shortDescription = shortDescription;
        m_fullDescription = fullDescription;
        m_sinceVersion = sinceVersion;
        m_inputs = List.copyOf(ports.m_inputs);
        m_outputs = List.copyOf(ports.m_outputs);
        m_addable = List.copyOf(ports.m_addable);
        m_model = model;
    }

    /**
     * Starts a node.
     *
     * @return the first stage
     */
    public static RequireName create() {
        return name -> icon -> shortDescription -> fullDescription -> (major, minor, revision) -> new Ports.Stage(
            ports -> model -> new DefaultNode(name, icon, shortDescription, fullDescription,
                major + "." + minor + "." + revision, ports, model.apply(DefaultModel.create())));
    }

    /**
     * Adds a view.
     *
     * @param view declares the view
     * @return this
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> view) {
        if (m_view != null) {
            throw new UnsupportedOperationException("Multiple views per node are not supported yet.");
        }
        m_view = view.apply(DefaultView.create());
        return this;
    }

    /**
     * Sets the type; without it a node without inputs is a source, one without outputs a sink, and any other a
     * manipulator.
     *
     * @param nodeType the type
     * @return this
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        CheckUtils.checkState(m_nodeType == null,
            "nodeType() has already been called; a node can only have one node type.");
        m_nodeType = nodeType;
        return this;
    }

    /**
     * Adds words by which the node is found.
     *
     * @param keywords the words
     * @return this
     */
    public DefaultNode keywords(final String... keywords) {
        CheckUtils.checkState(m_keywords.isEmpty(),
            "keywords() has already been called; a node can only have one list of keywords.");
        CheckUtils.checkArgument(!Arrays.asList(keywords).contains(null),
            "keywords list must not contain null values");
        m_keywords.addAll(Arrays.asList(keywords));
        return this;
    }

    NodeType getType() {
        if (m_nodeType != null) {
            return m_nodeType;
        }
        if (m_inputs.isEmpty()) {
            return NodeType.Source;
        }
        return m_outputs.isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }

    Optional<DefaultView> getView() {
        return Optional.ofNullable(m_view);
    }

    /** The stage at which the name is declared. */
    public interface RequireName {

        /**
         * Declares the name.
         *
         * @param name the name
         * @return the next stage
         */
        RequireIcon name(String name);
    }

    /** The stage at which the icon is declared. */
    public interface RequireIcon {

        /**
         * Declares the icon.
         *
         * @param icon path of the image, relative to the class of the factory
         * @return the next stage
         */
        RequireShortDescription icon(String icon);
    }

    /** The stage at which the short description is declared. */
    public interface RequireShortDescription {

        /**
         * Declares the short description.
         *
         * @param shortDescription one sentence, as XHTML fragment
         * @return the next stage
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** The stage at which the full description is declared. */
    public interface RequireFullDescription {

        /**
         * Declares the full description.
         *
         * @param fullDescription the description, as XHTML fragment
         * @return the next stage
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** The stage at which the first version is declared. */
    public interface RequireSinceVersion {

        /**
         * Declares the version of KNIME in which the node appeared.
         *
         * @param major first number
         * @param minor second number
         * @param revision third number
         * @return the next stage
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** The stage at which the model is declared. */
    public interface RequireModel {

        /**
         * Declares the model.
         *
         * @param model declares parameters, configuration and execution
         * @return the node
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
