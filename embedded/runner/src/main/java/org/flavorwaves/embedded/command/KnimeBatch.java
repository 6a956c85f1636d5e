package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.flavorwaves.embedded.format.FlowVariable;
import org.flavorwaves.embedded.format.SavedNode;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.flavorwaves.embedded.settings.UsageException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/** The batch mode of an installed KNIME. */
final class KnimeBatch {

    private static final List<String> EXECUTABLES =
        List.of("knime", "knime.exe", "Contents/MacOS/knime", "Contents/MacOS/Knime");

    private static final Map<ConfigEntries, String> OPTION_TYPES = Map.of(ConfigEntries.xint, "int",
        ConfigEntries.xlong, "long", ConfigEntries.xshort, "short", ConfigEntries.xbyte, "byte",
        ConfigEntries.xboolean, "boolean", ConfigEntries.xchar, "char", ConfigEntries.xdouble, "double",
        ConfigEntries.xstring, "String");

    private static final Map<FlowVariable.Type, String> VARIABLE_TYPES = Map.of(FlowVariable.Type.STRING, "String",
        FlowVariable.Type.INTEGER, "int", FlowVariable.Type.DOUBLE, "double");

    private final List<String> m_command = new ArrayList<>();

    /** A batch run of a workflow; all nodes are executed, nothing is saved, errors while loading end it. */
    KnimeBatch(final Path knime, final Path workflow) throws UsageException {
        m_command.add(executable(knime).toString());
        m_command.addAll(List.of("-nosplash", "-consoleLog", "-reset", "-nosave", "-failonloaderror", "-application",
            "org.knime.product.KNIME_BATCH_APPLICATION", "-workflowDir=" + workflow.toAbsolutePath().normalize()));
    }

    private static Path executable(final Path knime) throws UsageException {
        if (Files.isRegularFile(knime)) {
            return knime.toAbsolutePath();
        }
        for (final String name : EXECUTABLES) {
            if (Files.isRegularFile(knime.resolve(name))) {
                return knime.resolve(name).toAbsolutePath();
            }
        }
        throw new UsageException("--knime " + knime + ": there is no KNIME executable.");
    }

    void variable(final FlowVariable variable) throws UsageException {
        final String type = VARIABLE_TYPES.get(variable.type());
        if (type == null) {
            throw new UsageException("--variable " + variable.name() + ": KNIME's batch mode sets variables of type "
                + "String, int and double only.");
        }
        m_command.add("-workflow.variable=" + quote(variable.name()) + "," + quote(variable.value().toString()) + ","
            + type);
    }

    /** Quotes what KNIME would take for a separator. */
    private static String quote(final String text) throws UsageException {
        if (text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\'')) {
            return text;
        }
        if (text.contains("\n")) {
            throw new UsageException("--variable: KNIME's batch mode takes no text with both a line break and a comma "
                + "or a quote.");
        }
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    void option(final SettingArgument setting, final SavedNode node) throws UsageException {
        final ConfigEntries kind;
        try {
            final NodeSettings changed = SettingsTree.copy(node.model());
            setting.change(node, changed);
            kind = SettingsTree.leaves(changed).get(setting.path()).getType();
        } catch (final InvalidSettingsException ex) {
            throw new UsageException("--set " + setting.text() + ": " + node.label() + " has no settings.");
        }
        final String type = OPTION_TYPES.get(kind);
        if (type == null) {
            throw new UsageException("--set " + setting.text() + ": KNIME's batch mode cannot set entries of type "
                + kind + ".");
        }
        m_command.add("-option=" + setting.nodeId() + "," + setting.path() + "," + setting.value() + "," + type);
    }

    /** Runs KNIME and returns its exit code. */
    int run() throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(m_command).inheritIO().start();
        final Thread hook = new Thread(process::destroy, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        final int code = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException ignored) {
            return code;
        }
        return code;
    }
}
