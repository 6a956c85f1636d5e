package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.format.Workflow;
import org.flavorwaves.embedded.format.WorkflowFormatException;
import org.flavorwaves.embedded.format.WorkflowReader;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.UsageException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.AbstractConfigEntry;

/** Runs a workflow in the batch mode of an installed KNIME Analytics Platform. */
final class KnimeBatch {

    private final Path m_program;

    private final Path m_workflow;

    private final boolean m_reset;

    KnimeBatch(Path program, Path workflow, boolean reset) {
        m_program = program;
        m_workflow = workflow;
        m_reset = reset;
    }

    /**
     * Starts KNIME and waits for it.
     *
     * @return KNIME's exit code
     */
    int run(Map<Integer, Map<String, String>> settings, Map<String, String> variables)
        throws UsageException, WorkflowFormatException, IOException, InterruptedException {
        return new ProcessBuilder(arguments(settings, variables)).inheritIO().start().waitFor();
    }

    /** The command line. */
    List<String> arguments(Map<Integer, Map<String, String>> settings, Map<String, String> variables)
        throws UsageException, WorkflowFormatException {
        Path program = Files.isDirectory(m_program) ? m_program.resolve("knime") : m_program;
        if (!Files.exists(program)) {
            throw new UsageException("There is no KNIME program " + program + ".");
        }
        Workflow workflow = WorkflowReader.read(m_workflow);
        List<String> line = new ArrayList<>(List.of(program.toString(), "-nosplash", "-consoleLog", "-nosave",
            "-failonloaderror", "-application", "org.knime.product.KNIME_BATCH_APPLICATION",
            "-workflowDir=" + m_workflow.toAbsolutePath().normalize()));
        if (m_reset) {
            line.add("-reset");
        }
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            FlowVariable.Type type = workflow.variables().stream().filter(v -> v.name().equals(variable.getKey()))
                .findFirst().map(FlowVariable::type).orElseGet(() -> inferred(variable.getValue()));
            line.add("-workflow.variable=" + variable.getKey() + "," + variable.getValue() + "," + batchType(type));
        }
        for (Map.Entry<Integer, Map<String, String>> node : settings.entrySet()) {
            for (Map.Entry<String, String> setting : node.getValue().entrySet()) {
                line.add("-option=" + node.getKey() + "," + setting.getKey() + "," + setting.getValue() + ","
                    + optionType(workflow, node.getKey(), setting.getKey()));
            }
        }
        return line;
    }

    private static FlowVariable.Type inferred(String text) {
        if (text.matches("[-+]?\\d{1,9}")) {
            return FlowVariable.Type.INTEGER;
        }
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?") ? FlowVariable.Type.DOUBLE
            : FlowVariable.Type.STRING;
    }

    private static String batchType(FlowVariable.Type type) {
        return switch (type) {
            case INTEGER, LONG -> "int";
            case DOUBLE -> "double";
            default -> "String";
        };
    }

    private static String optionType(Workflow workflow, int id, String path) throws UsageException {
        try {
            SavedNode node = workflow.node(id)
                .orElseThrow(() -> new UsageException("There is no node " + id + " in the workflow."));
            AbstractConfigEntry entry = SettingsTree.leaves(node.model()).get(path);
            if (entry == null) {
                throw new UsageException(node.label() + " has no setting '" + path + "'.");
            }
            return switch (entry.getType()) {
                case xint -> "int";
                case xdouble -> "double";
                case xboolean -> "boolean";
                case xlong -> "long";
                default -> "String";
            };
        } catch (InvalidSettingsException ex) {
            throw new UsageException("Node " + id + " has no settings: " + ex.getMessage());
        }
    }
}
