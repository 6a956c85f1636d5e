package org.flavorwaves.knime.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.flavorwaves.knime.testing.Embedding;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.BufferedDataTable;

/** Waves of the reference cases of two flavors: each node gives the same tables where they stand among three. */
class EmbeddedWavesTest {
    private static final double TOLERANCE = 1e-12;

    /** Nodes that take a pair of three flavors, with settings that make their results sharp. */
    private static final Map<String, UnaryOperator<NodeTester>> NODES = Map.of(
        "unstable.UnstableFlavorWaves", node -> node.set("kMin", -2.5).set("kMax", 2.5).set("kCount", 6),
        "survey.StabilitySurvey", node -> node.set("terms", "ALL").set("directions", "ALL"),
        "flavomon.FlavomonDispersion", node -> node.set("kMin", -1.0).set("kMax", 1.0).set("kCount", 4),
        "crossing.CrossingFinder", node -> node);

    /** A reference case. */
    private record Case(String name, BufferedDataTable state, double matter) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static BufferedDataTable family(final String family, final int rings, final String... settings)
        throws Exception {
        final NodeTester node = NodeTester.of("generator.DistributionGenerator").set("family", family);
        node.set("nTheta", rings);
        for (int s = 0; s < settings.length; s += 2) {
            node.set(settings[s], settings[s].endsWith("Rule") || "carrier".equals(settings[s]) ? settings[s + 1]
                : (Object) Double.valueOf(settings[s + 1]));
        }
        return node.run()[0];
    }

    private static Tables isotropic() {
        return Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega", "D");
    }

    private static List<Case> cases() throws Exception {
        final Tables beams = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        return List.of(new Case("1", Tables.twoBeams().build(), 0),
            new Case("2", family("POLYNOMIAL_CROSSING", 12), 0),
            new Case("2, nu_x", family("POLYNOMIAL_CROSSING", 12, "carrier", "X_NEUTRINOS"), 0.3),
            new Case("3", family("ISOTROPIC", 8), 0),
            new Case("4", family("HALF_GAUSSIAN", 16, "gridRule", "MIDPOINT"), 0),
            new Case("5", family("LINEAR", 10), 0),
            new Case("6", beams.row("nu", 1.0, 1.0, 1.0, 0.0, 0.0, 1.0).row("nu", -1.0, 1.0, 1.0, 0.0, 0.0, -0.5)
                .build(), 0),
            new Case("7", isotropic().row("nu", 0.0, 10.0, 1.0, 0.0, 0.0, 1.0, -1.0, 0.0)
                .row("nubar", 0.0, 8.0, 1.0, 0.0, 0.0, 1.0, -1.0, 0.0).build(), 0),
            new Case("8", isotropic().row("nu", 0.0, 10.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.5)
                .row("nubar", 0.0, 8.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.1).build(), 0),
            new Case("12", family("EXPONENTIAL_CROSSING", 16), 0.2));
    }

    static Stream<Arguments> pairs() throws Exception {
        final List<Arguments> all = new ArrayList<>();
        for (final Case one : cases()) {
            for (final String node : NODES.keySet().stream().sorted().toList()) {
                all.add(Arguments.of(one, node));
            }
        }
        return all.stream();
    }

    /** The pair e-mu alone, e-tau alone, and both with equal mu and tau. */
    @ParameterizedTest(name = "case {0}: {1}")
    @MethodSource("pairs")
    void pairIsAGasOfTwo(final Case one, final String name) throws Exception {
        final NodeTester node = NODES.get(name).apply(NodeTester.of(name));
        if (!name.startsWith("crossing")) {
            node.set("matterPotential", one.matter());
        }
        final BufferedDataTable[] expected = node.run(one.state());
        for (final Embedding place : Embedding.DIAGONAL) {
            if (!name.startsWith("crossing")) {
                place.mixing(node, 0, 0);
            }
            final BufferedDataTable[] out =
                node.set("pair", place.pair()).run(ThreeFlavors.embed(one.state(), place));
            for (int port = 0; port < expected.length; port++) {
                final boolean state = expected[port].getDataTableSpec().containsName("P0");
                if (!state || place != Embedding.EQUAL) {
                    ThreeFlavors.assertSame(out[port],
                        state ? ThreeFlavors.embed(expected[port], place) : expected[port], TOLERANCE);
                }
            }
        }
    }

    static Stream<Case> waves() throws Exception {
        return Stream.concat(cases().stream(), Stream.of(
            new Case("8, tilted", isotropic().row("nu", 0.3, 1.0, 0.8, 0.2, 0.1, 0.5, 0.7, 0.5)
                .row("nubar", -0.6, 0.8, 0.9, -0.3, 0.0, 0.3, 0.4, 0.1).build(), 0.9)));
    }

    /** Every wave of two flavors is among those of three, with its group velocity and participation. */
    @ParameterizedTest(name = "case {0}")
    @MethodSource("waves")
    void bandsAreAmongThoseOfThree(final Case one) throws Exception {
        final double theta = one.name().endsWith("tilted") ? 0.4 : 0;
        final NodeTester node = NodeTester.of("bands.FlavorWaveBands").set("kMin", -1.5).set("kMax", 0.9)
            .set("kCount", 3).set("matterPotential", one.matter()).set("thetaMix", theta);
        final BufferedDataTable[] expected = node.run(one.state());
        for (final Embedding place : theta == 0 && one.matter() == 0 ? List.of(Embedding.values())
            : Embedding.COHERENT) {
            final BufferedDataTable[] out =
                place.mixing(node, theta, 0).run(ThreeFlavors.embed(one.state(), place));
            assertThat(out[0].size()).isEqualTo(expected[0].size() / 3 * 8);
            assertAmong(columns(out[0]), columns(expected[0]), place);
            assertThat(Tables.numbers(out[1], "growth")[0]).as("growth in " + place)
                .isGreaterThan(Tables.numbers(expected[1], "growth")[0] - 10 * TOLERANCE);
        }
    }

    /** Columns k, Re Omega, Im Omega, group velocity, participation and condition. */
    private static double[][] columns(final BufferedDataTable bands) {
        return Stream.of("k", "omega_re", "omega_im", "v_group", "participation", "condition")
            .map(name -> Tables.numbers(bands, name)).toArray(double[][]::new);
    }

    private static void assertAmong(final double[][] three, final double[][] two, final Embedding place) {
        for (int b = 0; b < two[0].length; b++) {
            final double[] distances = new double[three[0].length];
            for (int c = 0; c < distances.length; c++) {
                distances[c] = three[0][c] != two[0][b] ? Double.POSITIVE_INFINITY
                    : Math.hypot(three[1][c] - two[1][b], three[2][c] - two[2][b]);
            }
            final double[] sorted = distances.clone();
            Arrays.sort(sorted);
            final double allowed = TOLERANCE * Math.max(1, Math.abs(two[1][b])) * Math.max(1, two[5][b]);
            assertThat(sorted[0]).as("band " + b + " in " + place).isLessThan(allowed);
            if (sorted[1] > 1e-2 && two[5][b] < 10) {
                for (int c = 0; c < distances.length; c++) {
                    if (distances[c] == sorted[0]) {
                        assertThat(three[3][c]).as("group velocity " + b).isCloseTo(two[3][b], within(1e-10));
                        assertThat(three[4][c]).as("participation " + b).isCloseTo(two[4][b], within(1e-10));
                    }
                }
            }
        }
    }

    /** Published moments with mu and tau of their own, each as many as x: the same state, and the same growth. */
    @ParameterizedTest
    @MethodSource("resolutions")
    void mergerMomentsOfSixSpeciesGrowAsThoseOfFour(final int rings) throws Exception {
        final Tables four = Tables.of("cell:text", "species:text", "n", "fx", "fy", "fz");
        final Tables six = Tables.of("cell:text", "species:text", "n", "fx", "fy", "fz");
        for (final Tables table : List.of(four, six)) {
            table.row("NSM_1", "nu_e", 1.421954234999705e33, 0.0974572, 0.04217632, -0.13433261)
                .row("NSM_1", "nubar_e", 1.9146237131657563e33, 0.07237959, 0.03132354, -0.3446878);
        }
        final double x = 1.9645407875568215e33 / 4;
        for (final String species : List.of("nu_x", "nubar_x")) {
            four.row("NSM_1", species, x, -0.02165833, 0.07431613, -0.53545951);
            for (final String flavor : List.of("mu", "tau")) {
                six.row("NSM_1", species.replace("x", flavor), x, -0.02165833, 0.07431613, -0.53545951);
            }
        }
        final NodeTester loader = NodeTester.of("moments.MomentsToDistribution").set("nTheta", rings).set("nPhi", 6);
        final BufferedDataTable two = loader.run(four.build())[0];
        final BufferedDataTable three = loader.set("flavors", "THREE").run(six.build())[0];
        ThreeFlavors.assertSame(three, ThreeFlavors.embed(two, Embedding.EQUAL), TOLERANCE);
        for (final String name : List.of("survey.StabilitySurvey", "crossing.CrossingFinder")) {
            final NodeTester node = NodeTester.of(name).set("units", "CGS");
            final BufferedDataTable[] expected = node.run(two);
            for (final String pair : List.of("E_MU", "E_TAU")) {
                final BufferedDataTable[] out = node.set("pair", pair).run(three);
                ThreeFlavors.assertSame(out[0], expected[0], TOLERANCE);
                ThreeFlavors.assertSame(out[1], expected[1], TOLERANCE);
            }
        }
    }

    static Stream<Integer> resolutions() {
        return Stream.of(4, 8);
    }
}
