package org.flavorwaves.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Arguments of the command: sound ones, then some left out, doubled, exchanged or made up. */
final class HostileArguments {
    private static final String[] NODES = {"Flavor Entropy", "Mixing Equilibrium", "Crossing Finder",
        "Distribution Generator", "Unstable Flavor Waves", "Table to Distribution", "Distribution Reader",
        "flavor entropy ", "Row Filter", "CSV Reader", "", "\u00e9", "org.flavorwaves.X"};

    private static final String[] SETTINGS = {"units=CGS", "units=cgs", "kCount=3", "kCount=-1", "kCount=1e9",
        "kCount=99999999999", "thetaMix=37", "thetaMix=", "=1", "==", "x", "", "a/b/c=1", "/=1", "selfInteraction=NaN",
        "deltaM2=1e400", "onFailure=MISSING", "family=", "family=BOX", "path=", "path=\u0000", "nTheta=0",
        "species=\u2028", "modelVersion=1", "density=0x10", "density=1d"};

    private static final String[] OPTIONS = {"--help", "-h", "--version", "--in", "--set", "--out", "--variable",
        "--reset", "--knime=/nowhere", "--knime=", "--", "-", "--nonsense", "--set=", "--in=1", "--in=0=x", "--in=-1=x",
        "--in=99999999999=x", "--in=1=", "--variable=", "--variable=a", "--variable=a=1", "--variable=a,b,c",
        "--variable==", "@", "@nofile", "run", "node", "nodes", "\u0000", "''", "*", "~", "${sys:user.home}"};

    private final HostileFolder m_folder;

    private final Random m_random;

    HostileArguments(final HostileFolder folder, final Random random) {
        m_folder = folder;
        m_random = random;
    }

    /** The arguments; they always have an output folder, because the default is below the working folder. */
    String[] make() throws IOException {
        final List<String> arguments = new ArrayList<>(m_random.nextInt(3) == 0 ? run() : node());
        final int changes = Math.min(m_random.nextInt(3), m_random.nextInt(4));
        for (int i = 0; i < changes; i++) {
            final int at = m_random.nextInt(arguments.size());
            switch (m_random.nextInt(4)) {
                case 0 -> arguments.add(at, arguments.get(at));
                case 1 -> arguments.add(at, pick(OPTIONS));
                case 2 -> arguments.set(at, arguments.get(at).equals("--out") ? "--out=" : pick(OPTIONS));
                default -> arguments.add(pick(OPTIONS));
            }
        }
        final int out = arguments.indexOf("--out") + 1;
        if (out > 0 && out < arguments.size() && arguments.get(out).matches("[^/\u0000].*")) {
            arguments.set(out, at(arguments.get(out).replace('/', '-')).toString());
        }
        if (arguments.contains("run") && arguments.stream().noneMatch(a -> a.startsWith("--out"))) {
            arguments.add("--out=");
        }
        return arguments.toArray(String[]::new);
    }

    private String pick(final String... values) {
        return values[m_random.nextInt(values.length)];
    }

    private List<String> run() throws IOException {
        final List<String> arguments = new ArrayList<>(List.of("run", m_random.nextInt(6) > 0
            ? m_folder.addWorkflow().toString() : place(), "--out", out()));
        if (m_random.nextInt(3) == 0) {
            arguments.addAll(List.of("--set", pick("1.", "2.", "3.", "x.", "-1.", "99.", "") + pick(SETTINGS)));
        }
        if (m_random.nextInt(4) == 0) {
            arguments.addAll(List.of("--variable", pick("a=1", "a=", "=1", "a,1,int", "a,x,int", "a,1,long", "")));
        }
        return arguments;
    }

    private List<String> node() {
        final List<String> arguments = new ArrayList<>(List.of("node", NODES[m_random.nextInt(m_random.nextInt(5) == 0
            ? NODES.length : 7)], "--out", out()));
        if (m_random.nextInt(8) > 0) {
            arguments.addAll(List.of("--in", "1=" + (m_random.nextInt(4) > 0 ? m_folder.state().toString() : place())));
        }
        while (m_random.nextInt(3) == 0) {
            arguments.addAll(List.of("--set", pick(SETTINGS)));
        }
        if (arguments.contains("Distribution Reader")) {
            arguments.addAll(List.of("--set", "path=" + place()));
        }
        return arguments;
    }

    private Path at(final String name) {
        return m_folder.root().resolve(name);
    }

    private String place() {
        return pick(m_folder.state().toString(), at("nothing").toString(), at("loop").toString(),
            at("link.csv").toString(), at("behind").toString(), m_folder.root().toString(), "/dev/null",
            at("state.csv").resolve("below").toString(), at("x".repeat(300)).toString(), "\u0000", "",
            at("state.csv-metadata.json").toString());
    }

    private String out() {
        return m_random.nextInt(3) > 0 ? at("out").toString()
            : pick(at("foreign").toString(), at("listed").toString(), at("link").toString(), at("loop").toString(),
                m_folder.state().toString(), at("state.csv").resolve("below").toString(), m_folder.root().toString(),
                m_folder.workflow().toString(), at("new/a/b").toString(), at("x".repeat(300)).toString(), "\u0000", "",
                at("behind").resolve("..").resolve("up").toString(), "/dev/null", "/proc/nothing");
    }
}
