package org.flavorwaves.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.NodeCatalog;

/** Gives hostile inputs to all nodes in turn and prints what is wrong, each with the seed that makes it again. */
final class HostileRuns {
    private static final long MILLIS = 4000;

    private static final long GRACE = 15_000;

    private HostileRuns() {
    }

    /** All nodes, in the order of their categories. */
    static List<DefaultNodeType> nodes() throws IOException {
        return NodeCatalog.find(HostileRuns.class.getClassLoader(), List.of()).declared().stream()
            .map(listed -> (DefaultNodeType) listed.type()).toList();
    }

    /**
     * Runs inputs.
     *
     * @param args how many inputs (10000), the first seed (1), the name of the one node to try (all of them), and
     *            anything more to print each input with what the node says
     * @throws IOException if files cannot be written
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(final String[] args) throws IOException, InterruptedException {
        final long count = args.length > 0 ? Long.parseLong(args[0]) : 10_000;
        final long first = args.length > 1 ? Long.parseLong(args[1]) : 1;
        final List<DefaultNodeType> nodes =
            nodes().stream().filter(n -> args.length < 3 || n.displayName().equals(args[2])).toList();
        final Map<String, Map<HostileRun.Outcome, Integer>> counts = new TreeMap<>();
        final Path folder = Files.createTempDirectory("hostile");
        final long start = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            final DefaultNodeType node = nodes.get((int) (seed % nodes.size()));
            final HostileRun run = new HostileRun(node, seed, folder);
            final HostileRun.Verdict verdict = run.run(MILLIS, GRACE);
            counts.computeIfAbsent(node.displayName(), n -> new EnumMap<>(HostileRun.Outcome.class))
                .merge(verdict.outcome(), 1, Integer::sum);
            if (verdict.outcome() == HostileRun.Outcome.DEFECT) {
                System.out.println("DEFECT " + run.description() + "  " + verdict.text());
            } else if (args.length > 3) {
                System.out.println(verdict.outcome() + " " + run.description() + "  " + verdict.text());
            }
        }
        System.out.println(count + " inputs in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        counts.forEach((node, of) -> System.out.println(node + " " + of));
        Files.delete(folder);
    }
}
