package org.flavorwaves.embedded.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.catalog.NodeType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the nodes. */
@Command(name = "nodes", description = {"Lists the nodes by category, with a line on what they do.", ""})
final class NodesCommand implements Callable<Integer> {

    @Mixin
    private HelpOption m_help;

    private final Terminal m_terminal;

    private final CatalogSource m_catalog;

    NodesCommand(final Terminal terminal, final CatalogSource catalog) {
        m_terminal = terminal;
        m_catalog = catalog;
    }

    @Override
    public Integer call() throws Exception {
        final NodeCatalog catalog = m_catalog.get();
        final List<NodeCatalog.Listed> nodes = catalog.declared();
        final int width = nodes.stream().mapToInt(n -> n.type().displayName().length()).max().orElse(0);
        String category = "";
        for (final NodeCatalog.Listed node : nodes) {
            if (!node.category().equals(category)) {
                m_terminal.out((category.isEmpty() ? "" : "\n") + node.category());
                category = node.category();
            }
            m_terminal.out(line(node.type(), width));
        }
        m_terminal.out((nodes.isEmpty() ? "" : "\n") + "In workflows also these nodes of KNIME's own");
        for (final NodeType type : catalog.extra()) {
            m_terminal.out(line(type, width));
        }
        return ExitCodes.OK;
    }

    private static String line(final NodeType type, final int width) {
        return String.format(Locale.ROOT, "  %-" + Math.max(1, width) + "s  %s", type.displayName(), type.summary());
    }
}
