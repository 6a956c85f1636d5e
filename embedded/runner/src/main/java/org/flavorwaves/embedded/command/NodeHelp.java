package org.flavorwaves.embedded.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.PlainText;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.node.ParameterInfo;
import org.flavorwaves.embedded.settings.SettingsTree;
import org.knime.core.node.config.base.AbstractConfigEntry;

/** Prints what a node does, its ports and its parameters. */
final class NodeHelp {

    private static final int WIDTH = 100;

    private final PrintWriter m_out;

    private NodeHelp(PrintWriter out) {
        m_out = out;
    }

    static void print(DefaultNodeType type, PrintWriter out) {
        NodeHelp help = new NodeHelp(out);
        out.println(type.displayName());
        out.println();
        help.wrap(type.description(), 2);
        help.ports("Input ports", type.inputs());
        help.ports("Output ports", type.outputs());
        help.parameters(type);
        out.flush();
    }

    private void ports(String title, List<Port> ports) {
        m_out.println();
        m_out.println(title + (ports.isEmpty() ? ": none" : ""));
        for (int p = 0; p < ports.size(); p++) {
            m_out.println("  " + (p + 1) + "  " + ports.get(p).name());
            wrap(ports.get(p).description(), 5);
        }
    }

    private void parameters(DefaultNodeType type) {
        Map<String, ParameterInfo> known = type.parameters();
        Map<String, AbstractConfigEntry> defaults = SettingsTree.leaves(type.defaults());
        m_out.println();
        m_out.println("Parameters" + (defaults.isEmpty() ? ": none" : ""));
        defaults.forEach((path, entry) -> {
            m_out.println("  " + path + " = " + entry.toStringValue());
            ParameterInfo info = known.get(path);
            if (info == null) {
                return;
            }
            String kind = info.choices().isEmpty() ? " (" + SettingsTree.describe(entry.getType()) + ")" : "";
            wrap(info.title() + kind + ". " + PlainText.line(info.description()), 6);
            for (ParameterInfo.Choice choice : info.choices()) {
                wrap(choice.value() + ": " + PlainText.line(choice.description().isEmpty() ? choice.title()
                    : choice.description()), 8);
            }
        });
    }

    private void wrap(String text, int indent) {
        for (String paragraph : text.split("\\R")) {
            StringBuilder line = new StringBuilder(" ".repeat(indent));
            for (String word : paragraph.strip().split("\\s+")) {
                if (line.length() + word.length() > WIDTH && line.toString().strip().length() > 0) {
                    m_out.println(line.toString().stripTrailing());
                    line = new StringBuilder(" ".repeat(indent));
                }
                line.append(word).append(' ');
            }
            m_out.println(line.toString().stripTrailing());
        }
    }
}
