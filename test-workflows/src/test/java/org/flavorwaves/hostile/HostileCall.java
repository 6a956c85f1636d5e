package org.flavorwaves.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flavorwaves.embedded.command.FlavorWaves;

/**
 * One call of the command with hostile arguments, input files or workflow, all of it made from a seed, and what the
 * command makes of it. It ends with one of its exit codes and a sentence; no file that was there is another after it;
 * files that appear are complete and lie in the output folder.
 */
final class HostileCall {
    private static final Set<Integer> CODES = Set.of(0, 2, 3, 4);

    /** What no sentence has in it. */
    private static final Pattern TRACE =
        Pattern.compile("(?m)^\\s+at [\\w.$]+\\(|\\b\\w+Exception\\b|error of the program|"
            + "(?<!['/])\\bnull\\b|Caused by:");

    /** The least that says something. */
    private static final int SENTENCE = 20;

    private final HostileFolder m_folder;

    private final String[] m_arguments;

    /**
     * Makes a call.
     *
     * @param seed makes the call
     * @param root an empty folder
     * @throws IOException if the files of the call cannot be written
     */
    HostileCall(final long seed, final Path root) throws IOException {
        final Random random = new Random(seed);
        m_folder = new HostileFolder(root, random);
        m_arguments = new HostileArguments(m_folder, random).make();
    }

    /** The arguments and what was spoiled. */
    String description() {
        return Arrays.toString(m_arguments) + "\n" + m_folder.said();
    }

    /**
     * Calls the command.
     *
     * @return what is wrong with the answer, empty if nothing is
     * @throws IOException if the files cannot be read
     */
    String run() throws IOException {
        final Map<Path, String> before = content();
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final int code;
        try (PrintStream outs = new PrintStream(out, true, StandardCharsets.UTF_8);
            PrintStream errs = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            code = FlavorWaves.execute(outs, errs, m_arguments);
        }
        final String said = err.toString(StandardCharsets.UTF_8);
        final String all = out.toString(StandardCharsets.UTF_8) + said;
        if (!CODES.contains(code)) {
            return "ends with the code " + code + ":\n" + all;
        }
        if (TRACE.matcher(all).find()) {
            return "tells of its inside:\n" + all;
        }
        if (code != 0 && said.strip().length() < SENTENCE) {
            return "says too little with the code " + code + ": '" + said + "'";
        }
        return files(before, code);
    }

    private String files(final Map<Path, String> before, final int code) throws IOException {
        final Map<Path, String> after = content();
        for (final Path file : before.keySet()) {
            if (!before.get(file).equals(after.remove(file))) {
                return "has changed or deleted " + file + " with the code " + code;
            }
        }
        for (final Path file : after.keySet()) {
            final String name = file.getFileName().toString();
            if (!m_folder.mayWrite(file)) {
                return "has made " + file + " with the code " + code;
            }
            if (name.endsWith(".part")) {
                return "has left " + file + " with the code " + code;
            }
            if (name.endsWith(".csv") && !(Files.readString(file).endsWith("\n")
                && Files.isRegularFile(file.resolveSibling(name + "-metadata.json")))) {
                return "has not completed " + file + " with the code " + code;
            }
        }
        return "";
    }

    /** Everything that is there: the bytes of files, where links lead to, and nothing of folders. */
    private Map<Path, String> content() throws IOException {
        final Map<Path, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(m_folder.root())) {
            for (final Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isSymbolicLink(path)) {
                    content.put(path, Files.readSymbolicLink(path).toString());
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    content.put(path, Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return content;
    }
}
