package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigWO;

/** The settings tree of a node. */
public final class NodeSettings extends Config implements NodeSettingsRO, NodeSettingsWO {

    /**
     * Creates an empty tree.
     *
     * @param key key of the tree
     */
    public NodeSettings(final String key) {
        super(key);
    }

    @Override
    public Config getInstance(final String key) {
        return new NodeSettings(key);
    }

    /**
     * Reads a tree from XML and closes the stream.
     *
     * @param in where from
     * @return the tree
     * @throws IOException if reading fails or the document is no settings tree
     */
    public static NodeSettingsRO loadFromXML(final InputStream in) throws IOException {
        return (NodeSettings) loadFromXML(new NodeSettings("ignored"), in);
    }

    @Override
    public NodeSettingsWO addNodeSettings(final String key) {
        return (NodeSettings) addConfig(key);
    }

    @Override
    public void addNodeSettings(final NodeSettings settings) {
        addEntry(settings);
    }

    @Override
    public NodeSettings getNodeSettings(final String key) throws InvalidSettingsException {
        return (NodeSettings) getConfig(key);
    }

    @Override
    public void copyTo(final ConfigWO dest) {
        super.copyTo(dest);
    }
}
