package org.flavorwaves.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.flavorwaves.build.ProjectTree;

/**
 * The files of a hostile call: tables, a table's description, a workflow, files and folders that are of nobody's
 * business, and links, each spoiled where the seed says so.
 */
final class HostileFolder {
    private static final String STATE = """
        cell,species,mu,weight,P0,Px,Py,Pz
        a,nu,1,1,1,0,0,1
        a,nubar,-1,1,1,0,0,1
        b,nu,0.5,1,1,0.1,0,0.9
        b,nubar,-0.5,0.8,1,0,0,1
        """;

    private static final String METADATA = """
        {
          "@context" : "http://www.w3.org/ns/csvw",
          "url" : "state.csv",
          "tableSchema" : {
            "columns" : [
              {"titles" : "cell", "datatype" : "string"},
              {"titles" : "weight", "datatype" : "double", "schema:unitText" : "cm^-3", "dc:description" : "Weight."},
              {"name" : "Pz", "datatype" : {"base" : "number"}}
            ]
          }
        }
        """;

    /** Workflows that take milliseconds. */
    private static final List<String> WORKFLOWS = List.of("crossing-of-a-polynomial", "entropy-pure-and-mixed",
        "equilibrium-msw", "file-to-entropy", "moments-to-fields", "columns-to-bands", "unstable-two-beams");

    private static final String[] SNIPPETS = {"", "\"", ",", "\u0000", "\u00e9", "NaN", "1e999", "-", "\uFEFF", "\r",
        "\n\n", "<", "&", "]]>", "<entry", "]", "{", "null", "\\", "9223372036854775808", "../..", "xint",
        "isnull=\"true\"",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>", "&e;"};

    private final Path m_root;

    private final Random m_random;

    private final StringBuilder m_said = new StringBuilder();

    HostileFolder(final Path root, final Random random) throws IOException {
        m_root = root;
        m_random = random;
        write(state(), STATE);
        if (random.nextBoolean()) {
            write(m_root.resolve("state.csv-metadata.json"), METADATA);
        }
        write(m_root.resolve("foreign/port_1.csv"), "mine\n");
        write(m_root.resolve("foreign/view.html"), "mine");
        write(m_root.resolve("foreign/.port_1.csv.part"), "mine");
        write(m_root.resolve("listed/.flavorwaves"), "../state.csv\n/etc/hostname\nport_9.csv\n\u0000\n..\n");
        Files.createSymbolicLink(m_root.resolve("link"), Files.createDirectory(m_root.resolve("behind")));
        Files.createSymbolicLink(m_root.resolve("loop"), m_root.resolve("loop"));
        Files.createSymbolicLink(m_root.resolve("link.csv"), state());
        if (random.nextInt(4) > 0) {
            spoil(state());
        }
        final Path metadata = m_root.resolve("state.csv-metadata.json");
        if (Files.exists(metadata) && random.nextBoolean()) {
            spoil(metadata);
        }
    }

    /** A copy of a saved workflow, one file of it spoiled. */
    Path addWorkflow() throws IOException {
        final Path saved = ProjectTree.root().resolve("test-workflows").resolve(pick(WORKFLOWS.toArray(new String[0])));
        final List<Path> parts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(saved)) {
            for (final Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                final Path copy = workflow().resolve(saved.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                parts.add(Files.copy(file, copy));
            }
        }
        if (m_random.nextInt(6) > 0) {
            spoil(parts.get(m_random.nextInt(parts.size())));
        }
        return workflow();
    }

    /** The folder that holds all of it. */
    Path root() {
        return m_root;
    }

    Path state() {
        return m_root.resolve("state.csv");
    }

    Path workflow() {
        return m_root.resolve("workflow");
    }

    /** What was spoiled. */
    String said() {
        return m_said.toString();
    }

    /** Where the command may make files: below any folder that is given as output. */
    boolean mayWrite(final Path file) {
        final String first = m_root.relativize(file).getName(0).toString();
        return Files.isDirectory(m_root.resolve(first)) || first.equals(".flavorwaves") || first.startsWith("port_")
            || first.equals("view.html");
    }

    private static void write(final Path file, final String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String pick(final String... values) {
        return values[m_random.nextInt(values.length)];
    }

    private void spoil(final Path file) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        final int at = m_random.nextInt(bytes.length + 1);
        final int to = Math.min(bytes.length, at + m_random.nextInt(40));
        final int way = m_random.nextInt(9);
        m_said.append("  ").append(m_root.relativize(file)).append(": ");
        switch (way) {
            case 0 -> replace(file, "cut off", Arrays.copyOf(bytes, at));
            case 1 -> replace(file, "emptied", new byte[0]);
            case 2 -> replace(file, "piece removed", join(Arrays.copyOf(bytes, at), tail(bytes, to)));
            case 3 -> replace(file, "piece doubled", join(Arrays.copyOf(bytes, to), tail(bytes, at)));
            case 4 -> {
                for (int i = 0; i < 3 && bytes.length > 0; i++) {
                    bytes[m_random.nextInt(bytes.length)] = (byte) m_random.nextInt(256);
                }
                replace(file, "bytes changed", bytes);
            }
            case 5 -> {
                Files.delete(file);
                m_said.append("deleted\n");
            }
            case 6 -> {
                Files.delete(file);
                Files.createDirectory(file);
                m_said.append("a folder\n");
            }
            case 7 -> value(file, bytes);
            default -> {
                final String snippet = pick(SNIPPETS);
                replace(file, "'" + snippet + "' put in at " + at, join(join(Arrays.copyOf(bytes, at),
                    snippet.getBytes(StandardCharsets.UTF_8)), tail(bytes, at)));
            }
        }
    }

    /** Replaces one value: what stands in quotes or between commas. */
    private void value(final Path file, final byte[] bytes) throws IOException {
        final String[] parts = new String(bytes, StandardCharsets.UTF_8).split("(?<=[\",\n])|(?=[\",\n])");
        final int which = m_random.nextInt(parts.length);
        final String snippet = pick(SNIPPETS);
        final String was = parts[which];
        parts[which] = snippet;
        replace(file, "'" + was + "' is '" + snippet + "'", String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    private void replace(final Path file, final String what, final byte[] bytes) throws IOException {
        Files.write(file, bytes);
        m_said.append(what).append('\n');
    }

    private static byte[] tail(final byte[] bytes, final int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] join(final byte[] head, final byte[] tail) {
        final byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
