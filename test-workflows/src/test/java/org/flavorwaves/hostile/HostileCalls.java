package org.flavorwaves.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes hostile calls of the command in folders of their own and prints what is wrong, each with its seed. */
final class HostileCalls {
    private HostileCalls() {
    }

    /**
     * Calls the command.
     *
     * @param seed makes the call
     * @return what is wrong and with which call, empty if nothing is
     */
    static String wrong(final long seed) throws IOException {
        final Path root = Files.createTempDirectory("hostile-call");
        try {
            final HostileCall call = new HostileCall(seed, root);
            final String wrong = call.run();
            return wrong.isEmpty() ? "" : "seed " + seed + " " + call.description() + "  " + wrong;
        } finally {
            delete(root);
        }
    }

    private static void delete(final Path root) throws IOException {
        final List<Path> all;
        try (Stream<Path> paths = Files.walk(root)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (final Path path : all) {
            Files.delete(path);
        }
    }

    /**
     * Makes many calls and prints what is wrong.
     *
     * @param args how many calls (10000), the first seed (1)
     * @throws IOException if files cannot be written
     */
    public static void main(final String[] args) throws IOException {
        final long count = args.length > 0 ? Long.parseLong(args[0]) : 10_000;
        final long first = args.length > 1 ? Long.parseLong(args[1]) : 1;
        final long start = System.nanoTime();
        int defects = 0;
        for (long seed = first; seed < first + count; seed++) {
            final String wrong = wrong(seed);
            if (!wrong.isEmpty()) {
                defects++;
                System.out.println("DEFECT " + wrong);
            }
        }
        System.out.println(count + " calls in " + (System.nanoTime() - start) / 1_000_000_000 + " s, " + defects
            + " defects");
    }
}
