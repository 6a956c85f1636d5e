package org.flavorwaves.embedded.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.PlainText;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.node.ParameterInfo;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.knime.core.node.config.base.AbstractConfigEntry;

/** The help text of a node: what it does, its ports and its parameters. */
final class NodeHelp {

    private static final int WIDTH = 100;

    private final StringBuilder m_text = new StringBuilder();

    private NodeHelp() {
    }

    static String of(final DefaultNodeType type) {
        final NodeHelp help = new NodeHelp();
        help.wrap(type.displayName() + " - " + type.summary(), 0);
        help.line("");
        help.line("Usage: flavorwaves node \"" + type.displayName() + "\""
            + (type.inputs().isEmpty() ? "" : " --in 1=FILE") + (type.inputs().size() > 1 ? " ..." : "")
            + " [--set KEY=VALUE]... --out DIR");
        help.line("");
        help.wrap(type.description(), 0);
        help.ports("Input ports (--in K=FILE)", type.inputs());
        help.ports("Output ports (DIR/port_K.csv)", type.outputs());
        help.parameters(type);
        return help.m_text.toString().stripTrailing();
    }

    private void line(final String line) {
        m_text.append(line).append('\n');
    }

    private void ports(final String title, final List<Port> ports) {
        if (ports.isEmpty()) {
            return;
        }
        line("");
        line(title + ":");
        for (int i = 0; i < ports.size(); i++) {
            final Port port = ports.get(i);
            line("  " + (i + 1) + "  " + port.name() + (port.optional() ? " (optional)" : ""));
            wrap(port.description(), 6);
        }
    }

    private void parameters(final DefaultNodeType type) {
        final Map<String, AbstractConfigEntry> defaults = SettingsTree.leaves(type.defaults());
        if (defaults.isEmpty()) {
            return;
        }
        line("");
        line("Parameters (--set KEY=VALUE):");
        defaults.forEach((path, entry) -> parameter(path, entry, type.parameters().get(path)));
    }

    private void parameter(final String path, final AbstractConfigEntry entry, final ParameterInfo info) {
        final String value = entry.toStringValue();
        final boolean isChoice = info != null && !info.choices().isEmpty();
        line("  " + path + " = " + (value == null || value.isEmpty() ? "(none)" : value) + "  ["
            + (isChoice ? "one of " + info.choices().stream().map(ParameterInfo.Choice::value)
                .collect(Collectors.joining(", ")) : SettingsTree.describe(entry.getType()))
            + "]");
        if (info == null) {
            return;
        }
        final String description = PlainText.of(info.description());
        wrap(info.title() + (description.isEmpty() ? "" : ": " + description), 6);
        for (final ParameterInfo.Choice choice : info.choices()) {
            final String meaning = PlainText.line(choice.description());
            wrap(choice.value() + ": " + choice.title() + (meaning.isEmpty() ? "" : " - " + meaning), 8);
        }
    }

    /** Appends paragraphs with line breaks between words. */
    private void wrap(final String text, final int indent) {
        for (final String paragraph : text.split("\n")) {
            final StringBuilder row = new StringBuilder(" ".repeat(indent));
            boolean first = true;
            for (final String word : paragraph.split(" ")) {
                if (!first && row.length() + 1 + word.length() > WIDTH) {
                    line(row.toString());
                    row.setLength(0);
                    row.append(" ".repeat(indent));
                    first = true;
                }
                row.append(first ? "" : " ").append(word);
                first = false;
            }
            if (!row.toString().isBlank()) {
                line(row.toString());
            }
        }
    }
}
