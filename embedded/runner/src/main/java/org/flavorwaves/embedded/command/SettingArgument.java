package org.flavorwaves.embedded.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.node.ParameterInfo;
import org.flavorwaves.embedded.run.WorkflowCheck;
import org.flavorwaves.embedded.settings.Nearest;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.UsageException;
import org.flavorwaves.embedded.settings.VariableOverrides;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * A parameter of a node that the command line sets.
 *
 * @param text the argument as it was written
 * @param nodeId number of the node
 * @param path keys of the parameter, joined by slashes
 * @param value its value as a text
 */
record SettingArgument(String text, int nodeId, String path, String value) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.([^=]+)=(.*)", Pattern.DOTALL);

    static List<SettingArgument> parseAll(final List<String> arguments) throws UsageException {
        final List<SettingArgument> settings = new ArrayList<>();
        for (final String argument : arguments) {
            final Matcher m = FORM.matcher(argument);
            if (!m.matches()) {
                throw new UsageException("--set " + argument
                    + ": expected ID.KEY=VALUE with the number of a node, as in --set 3.kMax=2.");
            }
            settings.add(new SettingArgument(argument, Integer.parseInt(m.group(1)), m.group(2), m.group(3)));
        }
        return settings;
    }

    private UsageException error(final String what) {
        return new UsageException("--set " + text + ": " + what);
    }

    /** The node of the workflow. */
    SavedNode node(final Workflow workflow) throws UsageException {
        final Optional<SavedNode> node = workflow.node(nodeId);
        if (node.isEmpty()) {
            throw error("the workflow has no node #" + nodeId + ". Nodes: "
                + workflow.nodes().stream().map(SavedNode::label).collect(Collectors.joining(", ")) + ".");
        }
        return node.get();
    }

    /** Changes the settings of the node. */
    void apply(final Workflow workflow, final WorkflowCheck check) throws UsageException {
        final SavedNode node = node(workflow);
        final Optional<NodeSettings> model = check.model(nodeId);
        if (model.isEmpty()) {
            return;
        }
        try {
            if (check.type(nodeId).orElseThrow() instanceof DefaultNodeType) {
                checkChoice(((DefaultNodeType) check.type(nodeId).orElseThrow()).parameters().get(path));
            }
        } catch (final UsageException ex) {
            throw error(node.label() + ": " + ex.getMessage());
        }
        change(node, model.get());
    }

    /** Changes settings, whatever kind of node they belong to; a variable must not control this one. */
    void change(final SavedNode node, final NodeSettings model) throws UsageException {
        if (isControlled(node)) {
            throw error("this setting of " + node.label()
                + " is controlled by a flow variable; set the variable with --variable.");
        }
        try {
            SettingsTree.set(model, path, value);
        } catch (final UsageException ex) {
            throw error(node.label() + ": " + ex.getMessage());
        }
    }

    /** Throws if the value of an enumeration is none of its choices. */
    private void checkChoice(final ParameterInfo info) throws UsageException {
        checkChoice(info, path, value);
    }

    static void checkChoice(final ParameterInfo info, final String path, final String value) throws UsageException {
        if (info == null || info.choices().isEmpty()) {
            return;
        }
        final List<String> choices =
            info.choices().stream().map(ParameterInfo.Choice::value).collect(Collectors.toList());
        if (!choices.contains(value)) {
            throw new UsageException("'" + value + "' is no value for setting '" + path + "', which is one of "
                + String.join(", ", choices) + "." + Nearest.question(value, choices));
        }
    }

    private boolean isControlled(final SavedNode node) throws UsageException {
        try {
            return node.variables().isPresent() && VariableOverrides.load(node.variables().get()).settings().stream()
                .anyMatch(s -> s.used().isPresent() && String.join("/", s.path()).equals(path));
        } catch (final InvalidSettingsException ex) {
            throw error(node.label() + ": " + ex.getMessage());
        }
    }
}
