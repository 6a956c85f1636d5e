package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.flavorwaves.embedded.catalog.NodeCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the nodes. */
@Command(name = "nodes", description = "Lists all nodes by category.", mixinStandardHelpOptions = true)
final class NodesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec m_spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = m_spec.commandLine().getOut();
        String category = "";
        for (NodeCatalog.Listed node : Catalogs.all().declared()) {
            if (!node.category().equals(category)) {
                out.println((category.isEmpty() ? "" : System.lineSeparator()) + node.category());
                category = node.category();
            }
            out.printf("  %-28s %s%n", node.type().displayName(), node.type().summary());
        }
        return FlavorWaves.OK;
    }
}
