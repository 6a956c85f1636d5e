package org.flavorwaves.embedded.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.embedded.format.FlowVariable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * The flow variables that control settings of a node: the tree {@code variables} of its saved settings mirrors the
 * model and names, at each controlled setting, the variable to use and the variable to make of its value.
 */
public final class VariableOverrides {

    private static final String USED = "used_variable";

    private static final String EXPOSED = "exposed_variable";

    private static final String CURRENT = "V_2019_09_13";

    /**
     * A controlled setting.
     *
     * @param path keys from the top of the model down
     * @param used the variable that overrides the value, if one does
     * @param exposed the variable that is made of the value, if one is
     */
    public record Controlled(List<String> path, Optional<String> used, Optional<String> exposed) {
    }

    private final List<Controlled> m_settings = new ArrayList<>();

    private VariableOverrides() {
    }

    /**
     * No overrides.
     *
     * @return the overrides
     */
    public static VariableOverrides none() {
        return new VariableOverrides();
    }

    /**
     * Reads overrides.
     *
     * @param variables the tree {@code variables}
     * @return the overrides
     * @throws InvalidSettingsException if the tree is damaged
     */
    public static VariableOverrides load(final NodeSettings variables) throws InvalidSettingsException {
        final VariableOverrides overrides = new VariableOverrides();
        final boolean current = CURRENT.equals(variables.getString("version", "")) && variables.containsKey("tree");
        overrides.collect(current ? variables.getNodeSettings("tree") : variables, new ArrayList<>());
        return overrides;
    }

    private void collect(final ConfigBase tree, final List<String> path) throws InvalidSettingsException {
        if (tree.containsKey(USED)) {
            m_settings.add(new Controlled(List.copyOf(path), Optional.ofNullable(tree.getString(USED)),
                Optional.ofNullable(tree.getString(EXPOSED))));
            return;
        }
        for (final String key : tree.keySet()) {
            if (tree.getEntry(key) instanceof ConfigBase) {
                path.add(key);
                collect((ConfigBase) tree.getEntry(key), path);
                path.remove(path.size() - 1);
            }
        }
    }

    /**
     * The controlled settings.
     *
     * @return the settings in the order of the tree
     */
    public List<Controlled> settings() {
        return List.copyOf(m_settings);
    }

    /**
     * Puts the values of variables into the settings.
     *
     * @param model the settings to change
     * @param variables what is known at this node, by name
     * @return the variables that are made of settings
     * @throws InvalidSettingsException if a variable is unknown or does not fit the setting
     */
    public List<FlowVariable> apply(final NodeSettings model, final Map<String, FlowVariable> variables)
        throws InvalidSettingsException {
        final List<FlowVariable> exposed = new ArrayList<>();
        for (final Controlled setting : m_settings) {
            final ConfigBase parent = parentOf(model, setting.path());
            final String key = setting.path().get(setting.path().size() - 1);
            if (parent == null || parent.getEntry(key) == null) {
                continue;
            }
            if (setting.used().isPresent()) {
                final FlowVariable variable = variables.get(setting.used().get());
                if (variable == null) {
                    throw new InvalidSettingsException("Errors overwriting node settings with flow variables: "
                        + "Unknown variable \"" + setting.used().get() + "\"."
                        + Nearest.question(setting.used().get(), variables.keySet()));
                }
                overwrite(parent, parent.getEntry(key), variable);
            }
            if (setting.exposed().isPresent()) {
                exposed.add(expose(parent.getEntry(key), setting.exposed().get()));
            }
        }
        return exposed;
    }

    private static ConfigBase parentOf(final ConfigBase model, final List<String> path) {
        ConfigBase parent = model;
        for (final String key : path.subList(0, path.size() - 1)) {
            if (!(parent.getEntry(key) instanceof ConfigBase)) {
                return null;
            }
            parent = (ConfigBase) parent.getEntry(key);
        }
        return parent;
    }

    private static void overwrite(final ConfigBase parent, final AbstractConfigEntry entry, final FlowVariable variable)
        throws InvalidSettingsException {
        if (!fits(variable, entry.getType())) {
            throw new InvalidSettingsException("Errors overwriting node settings with flow variables: Can't overwrite "
                + "the config " + entry + " (" + entry.getType() + ") with flow variable '" + variable.name()
                + "' of type '" + variable.type().name().toLowerCase(Locale.ROOT) + "'.");
        }
        try {
            final String text = entry.getType() == ConfigEntries.xchar && variable.value() instanceof Integer
                ? String.valueOf((char) (int) variable.value()) : String.valueOf(variable.value());
            final boolean wrongBoolean = entry.getType() == ConfigEntries.xboolean && !"true".equalsIgnoreCase(text)
                && !"false".equalsIgnoreCase(text);
            if (wrongBoolean) {
                throw new IllegalArgumentException("neither true nor false");
            }
            parent.addEntry(entry.getType().createEntry(entry.getKey(), text));
        } catch (final IllegalArgumentException ex) {
            throw new InvalidSettingsException("Errors overwriting node settings with flow variables: The value '"
                + variable.value() + "' of variable '" + variable.name() + "' does not fit setting '" + entry.getKey()
                + "', which is " + SettingsTree.describe(entry.getType()) + ".", ex);
        }
    }

    private static boolean fits(final FlowVariable variable, final ConfigEntries entry) {
        final List<ConfigEntries> allowed;
        switch (variable.type()) {
            case INTEGER:
                allowed = List.of(ConfigEntries.xint, ConfigEntries.xbyte, ConfigEntries.xshort, ConfigEntries.xlong,
                    ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xchar, ConfigEntries.xstring);
                break;
            case LONG:
                allowed = List.of(ConfigEntries.xlong, ConfigEntries.xfloat, ConfigEntries.xdouble,
                    ConfigEntries.xstring);
                break;
            case DOUBLE:
                allowed = List.of(ConfigEntries.xfloat, ConfigEntries.xdouble, ConfigEntries.xstring);
                break;
            case BOOLEAN:
                allowed = List.of(ConfigEntries.xboolean, ConfigEntries.xstring);
                break;
            default:
                allowed = List.of(ConfigEntries.xboolean, ConfigEntries.xchar, ConfigEntries.xstring);
                break;
        }
        return allowed.contains(entry);
    }

    private static FlowVariable expose(final AbstractConfigEntry entry, final String name)
        throws InvalidSettingsException {
        final String text = entry.toStringValue();
        switch (entry.getType()) {
            case xint:
            case xshort:
            case xbyte:
                return new FlowVariable(name, Integer.valueOf(text));
            case xlong:
                return new FlowVariable(name, Long.valueOf(text));
            case xdouble:
            case xfloat:
                return new FlowVariable(name, Double.valueOf(text));
            case xboolean:
                return new FlowVariable(name, Boolean.valueOf(text));
            case xstring:
            case xchar:
                return new FlowVariable(name, text == null ? "" : text);
            default:
                throw new InvalidSettingsException("The setting '" + entry.getKey()
                    + "' cannot be made the flow variable \"" + name + "\" without KNIME Analytics Platform.");
        }
    }
}
