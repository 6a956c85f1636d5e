package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.node.ParameterInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * No page names a thing that does not exist: links, files, nodes, settings, columns, classes and commands of README.md,
 * CONTRIBUTING.md and docs/.
 */
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    private static final Pattern NODE_COMMAND = Pattern.compile("flavorwaves node \"([^\"]+)\"(.*)");

    private static final Pattern SET = Pattern.compile("--set (\\w+)=(\\S+)");

    private static final Pattern RUN_COMMAND = Pattern.compile("flavorwaves run (?!--)([\\w/.-]+)");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.+-]*");

    /** Words of the field, of KNIME and of shells that stand in code and are nothing of ours. */
    private static final Set<String> FOREIGN = Set.of("nu", "nubar", "true", "false", "units", "State", "final",
        "m_name", "m_", "name", "n", "git", "mvn", "java", "head", "text", "PATH", "natural", "cm^-3", "CGS", "model",
        "xint", "xdouble", "xboolean", "xstring");

    private static final Path NODES = ProjectTree.root().resolve("plugin/src/org/flavorwaves/knime/nodes");

    private static NodeCatalog s_catalog;

    private static Set<String> s_known;

    @BeforeAll
    static void collect() throws IOException {
        s_catalog = NodeCatalog.find(DocumentsTest.class.getClassLoader(), List.of());
        s_known = new TreeSet<>(FOREIGN);
        for (final NodeCatalog.Listed listed : s_catalog.declared()) {
            s_known.add(listed.type().displayName());
            for (final ParameterInfo parameter : ((DefaultNodeType) listed.type()).parameters().values()) {
                s_known.addAll(Arrays.asList(parameter.path().split("/")));
                parameter.choices().forEach(choice -> s_known.add(choice.value()));
            }
        }
        try (Stream<String> lines =
            Files.lines(ProjectTree.root().resolve("plugin/src/org/flavorwaves/knime/table/columns.txt"))) {
            lines.filter(line -> line.matches("[^#].*: .*")).forEach(line -> s_known
                .addAll(Arrays.asList(line.substring(0, line.indexOf(':')).replaceAll(" \\[.*", "").split(", "))));
        }
        final Matcher method = Pattern.compile(" ([a-z]\\w+)\\(").matcher(
            Files.readString(NODES.resolve("CellPipeline.java"))
            + Files.readString(NODES.resolve("EnvironmentParameters.java"))
            + Files.readString(NODES.resolve("unstable/UnstableFlavorWavesNodeFactory.java")));
        while (method.find()) {
            s_known.add(method.group(1));
        }
        final Matcher benchmark = Pattern.compile("(?m)^    ([a-z -]+)(?: \\| ([a-z-]+))?\\)").matcher(
            Files.readString(ProjectTree.root().resolve("benchmarks/run")));
        while (benchmark.find()) {
            s_known.add(benchmark.group(1));
            s_known.add(String.valueOf(benchmark.group(2)));
        }
        try (Stream<Path> files = Files.walk(ProjectTree.root())) {
            files.filter(f -> f.toString().endsWith(".java") && !f.toString().contains("/target/"))
                .forEach(f -> s_known.add(f.getFileName().toString().replace(".java", "")));
        }
    }

    private static List<Path> pages() throws IOException {
        final List<Path> pages = new ArrayList<>(List.of(ProjectTree.root().resolve("README.md"),
            ProjectTree.root().resolve("CONTRIBUTING.md")));
        try (Stream<Path> files = Files.walk(ProjectTree.root().resolve("docs"))) {
            files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        final List<String> faults = new ArrayList<>();
        for (final Path page : pages()) {
            final Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                final String[] target = link.group(1).split("#", 2);
                if (target[0].matches("https?:.*")) {
                    continue;
                }
                final Path file = target[0].isEmpty() ? page : page.resolveSibling(target[0]);
                if (!Files.exists(file)
                    || target.length > 1 && !anchors(Files.readString(file)).contains(target[1])) {
                    faults.add(page.getFileName() + ": " + link.group(1));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Set<String> anchors(final String text) {
        final Set<String> anchors = new TreeSet<>();
        text.lines().filter(line -> line.startsWith("#")).forEach(line -> anchors.add(line.replaceFirst("#+ ", "")
            .toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-')));
        return anchors;
    }

    @Test
    void commandsNameNodesSettingsAndWorkflows() throws IOException {
        final List<String> faults = new ArrayList<>();
        for (final Path page : pages()) {
            for (final String line : Files.readAllLines(page)) {
                final Matcher node = NODE_COMMAND.matcher(line);
                if (node.find()) {
                    checkNode(page, node.group(1), node.group(2), faults);
                }
                final Matcher run = RUN_COMMAND.matcher(line);
                if (run.find() && !Files.exists(ProjectTree.root().resolve(run.group(1)))
                    && !line.contains("WORKFLOW") && !run.group(1).contains("mode-strength")) {
                    faults.add(page.getFileName() + ": " + run.group(1) + " is no workflow");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void checkNode(final Path page, final String name, final String options,
        final List<String> faults) {
        final DefaultNodeType type = s_catalog.declared().stream().map(l -> (DefaultNodeType) l.type())
            .filter(t -> t.displayName().equals(name)).findFirst().orElse(null);
        if (type == null) {
            faults.add(page.getFileName() + ": there is no node '" + name + "'");
            return;
        }
        final Matcher set = SET.matcher(options);
        while (set.find()) {
            final ParameterInfo parameter = type.parameters().get(set.group(1));
            if (parameter == null) {
                faults.add(page.getFileName() + ": " + name + " has no setting '" + set.group(1) + "'");
            } else if (!parameter.choices().isEmpty()
                && parameter.choices().stream().noneMatch(c -> c.value().equals(set.group(2)))) {
                faults.add(page.getFileName() + ": " + set.group(1) + " has no value '" + set.group(2) + "'");
            }
        }
    }

    /** Every name set as code is a file, node, setting, value, column, class or word of the list. */
    @Test
    void codeNamesWhatExists() throws IOException {
        final List<String> faults = new ArrayList<>();
        for (final Path page : pages()) {
            final String text = Files.readString(page).replaceAll("(?s)```.*?```", "");
            final Matcher code = CODE.matcher(text);
            while (code.find()) {
                final String span = code.group(1);
                if (!isKnown(page, span)) {
                    faults.add(page.getFileName() + ": `" + span + "`");
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isKnown(final Path page, final String span) {
        if (s_known.contains(span) || span.startsWith("...") || span.startsWith("@") || span.matches("[A-Z_]{3,}")) {
            return true;
        }
        if (span.startsWith("out/") || span.contains("SLUG") || span.matches("[A-Z]\\w+\\.[a-z]\\w+")
            && s_known.contains(span.substring(0, span.indexOf('.')))) {
            return true;
        }
        if (span.contains(" ") || span.contains("=") || span.startsWith("-")) {
            return Stream.of("./flavorwaves", "mvn ", "git ", "-D", "--", "FLAVORWAVES_", "KNIME_", "name [")
                .anyMatch(span::startsWith) || Stream.of(span.split("[ =]+")).allMatch(w -> isKnown(page, w));
        }
        if (span.contains("/") || span.matches(".*\\.\\w{2,5}")) {
            final String path = span.replaceFirst("^\\./", "");
            return Files.exists(ProjectTree.root().resolve(path)) || Files.exists(page.resolveSibling(path))
                || Files.exists(NODES.resolveSibling(path))
                || span.matches("[A-Z]+/.*") || span.contains("ID-NAME") || span.startsWith("OUT")
                || span.startsWith("out/") || span.equals("view.html") || span.matches("port_\\w\\.csv.*");
        }
        return span.startsWith("org.flavorwaves.")
            ? Files.exists(ProjectTree.root().resolve("physics/src/main/java/" + span.replace('.', '/')))
                || Files.exists(ProjectTree.root().resolve("plugin/src/" + span.replace('.', '/')))
            : !NAME.matcher(span).matches();
    }
}
