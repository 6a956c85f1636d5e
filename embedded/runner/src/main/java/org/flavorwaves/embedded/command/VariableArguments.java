package org.flavorwaves.embedded.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.settings.Nearest;
import org.flavorwaves.embedded.settings.UsageException;
import org.flavorwaves.embedded.settings.VariableOverrides;
import org.knime.core.node.InvalidSettingsException;

/** The workflow variables that the command line sets. */
final class VariableArguments {

    private static final Pattern SHORT = Pattern.compile("([^=,]+)=(.*)", Pattern.DOTALL);

    private static final Pattern KNIME = Pattern.compile("([^=,]+),(.*),(String|int|double)", Pattern.DOTALL);

    private static final Map<String, FlowVariable.Type> KNIME_TYPES = Map.of("String", FlowVariable.Type.STRING,
        "int", FlowVariable.Type.INTEGER, "double", FlowVariable.Type.DOUBLE);

    private final Map<String, FlowVariable> m_variables = new LinkedHashMap<>();

    private final Set<String> m_set = new LinkedHashSet<>();

    /** Starts from the variables that the workflow has. */
    VariableArguments(final List<FlowVariable> saved) {
        saved.forEach(v -> m_variables.put(v.name(), v));
    }

    /** Reads arguments; returns the variables that they set. */
    List<FlowVariable> parse(final List<String> arguments) throws UsageException {
        final List<FlowVariable> parsed = new ArrayList<>();
        for (final String argument : arguments) {
            final FlowVariable variable = parse(argument);
            parsed.add(variable);
            m_set.add(variable.name());
            m_variables.put(variable.name(), variable);
        }
        return parsed;
    }

    private FlowVariable parse(final String argument) throws UsageException {
        final Matcher knime = KNIME.matcher(argument);
        final Matcher plain = SHORT.matcher(argument);
        final Matcher m = knime.matches() ? knime : plain;
        if (!m.matches()) {
            throw new UsageException("--variable " + argument + ": expected NAME=VALUE, as in --variable kMax=2, or "
                + "NAME,VALUE,TYPE with the type String, int or double.");
        }
        final String name = m.group(1).strip();
        final String value = m.group(2);
        final FlowVariable.Type type = m == knime ? KNIME_TYPES.get(m.group(3)) : typeOf(name, value);
        try {
            return new FlowVariable(name, type.parse(value));
        } catch (final IllegalArgumentException ex) {
            throw new UsageException("--variable " + argument + ": '" + value + "' is no value of type "
                + type.name().toLowerCase(Locale.ROOT) + ".");
        }
    }

    private FlowVariable.Type typeOf(final String name, final String value) {
        if (m_variables.containsKey(name)) {
            return m_variables.get(name).type();
        }
        for (final FlowVariable.Type type : List.of(FlowVariable.Type.INTEGER, FlowVariable.Type.DOUBLE)) {
            try {
                type.parse(value);
                return type;
            } catch (final NumberFormatException ignored) {
                continue;
            }
        }
        return FlowVariable.Type.STRING;
    }

    /** All workflow variables of the run. */
    List<FlowVariable> all() {
        return List.copyOf(m_variables.values());
    }

    /** A warning for each variable of the command line that no setting of the workflow uses. */
    List<String> unused(final Workflow workflow) {
        final Set<String> used = new LinkedHashSet<>();
        for (final SavedNode node : workflow.nodes()) {
            used.addAll(usedBy(node));
        }
        final List<String> warnings = new ArrayList<>();
        for (final String name : m_set) {
            if (!used.contains(name)) {
                final boolean defined = workflow.variables().stream().anyMatch(v -> v.name().equals(name));
                warnings.add("Warning: no node uses the workflow variable \"" + name + "\"" + (defined ? "."
                    : ", which the workflow does not define." + Nearest.question(name, used)));
            }
        }
        return warnings;
    }

    private static List<String> usedBy(final SavedNode node) {
        final List<String> used = new ArrayList<>();
        try {
            if (node.variables().isPresent()) {
                for (final VariableOverrides.Controlled c : VariableOverrides.load(node.variables().get()).settings()) {
                    c.used().ifPresent(used::add);
                }
            }
        } catch (final InvalidSettingsException ignored) {
            return used;
        }
        return used;
    }
}
