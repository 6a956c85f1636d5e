package org.flavorwaves.embedded.settings;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/** Looks at a settings tree as a list of scalar settings, named by paths of keys with slashes. */
public final class SettingsTree {

    private static final String INTERNAL = "_Internals";

    private SettingsTree() {
    }

    /**
     * The scalar settings of a tree, without those of dialogs.
     *
     * @param tree the tree
     * @return the entries by path, in the order of the tree
     */
    public static Map<String, AbstractConfigEntry> leaves(final NodeSettings tree) {
        final Map<String, AbstractConfigEntry> leaves = new LinkedHashMap<>();
        collect(tree, "", leaves);
        return leaves;
    }

    private static void collect(final ConfigBase tree, final String prefix, final Map<String,
        AbstractConfigEntry> leaves) {
        for (final String key : tree.keySet()) {
            final AbstractConfigEntry entry = tree.getEntry(key);
            if (key.endsWith(INTERNAL)) {
                continue;
            }
            if (entry instanceof ConfigBase) {
                collect((ConfigBase) entry, prefix + key + "/", leaves);
            } else {
                leaves.put(prefix + key, entry);
            }
        }
    }

    /**
     * Sets a scalar setting, keeping its type.
     *
     * @param tree the tree to change
     * @param path path of the setting
     * @param text the new value as a text
     * @throws UsageException if there is no such setting or the text is no value of its type
     */
    public static void set(final NodeSettings tree, final String path, final String text) throws UsageException {
        final Map<String, AbstractConfigEntry> leaves = leaves(tree);
        final AbstractConfigEntry entry = leaves.get(path);
        if (entry == null) {
            throw new UsageException("There is no setting '" + path + "'." + Nearest.question(path, leaves.keySet())
                + (leaves.isEmpty() ? " The node has no settings." : ""));
        }
        ConfigBase parent = tree;
        final String[] keys = path.split("/");
        for (int i = 0; i < keys.length - 1; i++) {
            parent = (ConfigBase) parent.getEntry(keys[i]);
        }
        parent.addEntry(parse(path, keys[keys.length - 1], entry.getType(), text));
    }

    private static AbstractConfigEntry parse(final String path, final String key, final ConfigEntries type,
        final String text)
        throws UsageException {
        try {
            if (type == ConfigEntries.xboolean && !"true".equals(text) && !"false".equals(text)) {
                throw new IllegalArgumentException();
            }
            return type.createEntry(key, text);
        } catch (final IllegalArgumentException ex) {
            throw new UsageException("'" + text + "' is no value for setting '" + path + "', which is "
                + describe(type) + ".");
        }
    }

    /**
     * Names a type for users.
     *
     * @param type the type of an entry
     * @return the type with its article
     */
    public static String describe(final ConfigEntries type) {
        switch (type) {
            case xint:
            case xlong:
            case xshort:
            case xbyte:
                return "an integer";
            case xdouble:
            case xfloat:
                return "a number";
            case xboolean:
                return "true or false";
            case xchar:
                return "a single character";
            default:
                return "a text";
        }
    }

    /**
     * Copies a tree.
     *
     * @param tree the tree
     * @return an independent copy
     */
    public static NodeSettings copy(final NodeSettings tree) {
        final NodeSettings copy = new NodeSettings(tree.getKey());
        tree.copyTo(copy);
        return copy;
    }
}
