package org.knime.core.node.config;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.XMLConfig;
import org.xml.sax.SAXException;

/** A settings tree. */
public abstract class Config extends ConfigBase implements ConfigRO, ConfigWO {

    /**
     * Creates an empty tree.
     *
     * @param key key of the tree
     */
    protected Config(final String key) {
        super(key);
    }

    @Override
    public abstract Config getInstance(String key);

    @Override
    public final Config addConfig(final String key) {
        return (Config) addConfigBase(key);
    }

    @Override
    public final Config getConfig(final String key) throws InvalidSettingsException {
        final AbstractConfigEntry entry = getEntry(key);
        if (entry instanceof Config) {
            return (Config) entry;
        }
        throw new InvalidSettingsException("Config for key \"" + key + "\" not found.");
    }

    /**
     * Fills a tree from XML and closes the stream.
     *
     * @param config the tree to fill
     * @param in where from
     * @return the tree
     * @throws IOException if reading fails or the document is no settings tree
     */
    protected static Config loadFromXML(final Config config, final InputStream in) throws IOException {
        try (in) {
            XMLConfig.load(config, in);
        } catch (final SAXException | ParserConfigurationException ex) {
            throw new IOException(ex.getMessage(), ex);
        }
        return config;
    }

    @Override
    public String toString() {
        return getKey();
    }
}
