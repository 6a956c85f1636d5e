package org.flavorwaves.knime.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.testing.Embedding;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.testing.ThreeFlavors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.BufferedDataTable;

/**
 * Equilibria, paths, boxes and entropies of the reference cases of two flavors: the nodes give the same states where
 * these stand among three flavors, in a pair of them or with x = (mu + tau)/sqrt2.
 */
class EmbeddedStatesTest {
    private static final double TOLERANCE = 1e-12;

    private static final double THETA = Math.toRadians(33.82);

    private static Tables columns(final String... more) {
        final String[] names = {"species:text", "mu", "weight", "P0", "Px", "Py", "Pz", "omega"};
        final String[] all = Arrays.copyOf(names, names.length + more.length);
        System.arraycopy(more, 0, all, names.length, more.length);
        return Tables.of(all);
    }

    /** Reference case 11: P along omega B + lambda z for any lambda, at and away from the resonance. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.381, 2, 40})
    void matterTurnsPolarizationAsWithTwoFlavors(final double lambda) throws Exception {
        final BufferedDataTable two = columns().row("nu", 0.3, 1.0, 1.0, 0.0, 0.0, 0.8, 1.0)
            .row("nubar", 0.3, 0.7, 0.9, 0.0, 0.0, 0.6, 1.0).row("nu", -0.5, 0.7, 0.9, 0.0, 0.0, -0.6, 0.4).build();
        final NodeTester node =
            NodeTester.of("equilibrium.MixingEquilibrium").set("matterPotential", lambda).set("selfInteraction", 0.0);
        assertEquilibrium(node, two, THETA);
    }

    /** Reference case 14: rings with the nu-nu term, three frequencies, matter. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 4, 20})
    void ringsInMatterHaveTheEquilibriumOfTwoFlavors(final double lambda) throws Exception {
        final BufferedDataTable two = columns().row("nu", 0.9, 0.4, 1.0, 0.2, 0.1, 0.7, 0.5)
            .row("nu", -0.2, 0.5, 0.8, -0.1, 0.2, 0.6, 1.0).row("nubar", 0.4, 0.3, 0.9, 0.1, 0.0, 0.5, 0.75).build();
        assertEquilibrium(NodeTester.of("equilibrium.MixingEquilibrium").set("matterPotential", lambda), two, 0.3);
    }

    private static void assertEquilibrium(final NodeTester node, final BufferedDataTable two, final double theta)
        throws Exception {
        final BufferedDataTable[] expected = node.set("thetaMix", theta).run(two);
        for (final Embedding place : Embedding.COHERENT) {
            final BufferedDataTable[] out = place.mixing(node, theta, 0).run(ThreeFlavors.embed(two, place));
            ThreeFlavors.assertEmbedded(out[0], expected[0], place, TOLERANCE);
            ThreeFlavors.assertSameColumns(out[1], expected[1], TOLERANCE, "modes", "converged");
        }
    }

    /** Reference case 18: nine modes followed down from lambda = 20. */
    @Test
    void pathThroughMatterIsThatOfTwoFlavors() throws Exception {
        final Tables table = columns();
        for (final double v : new double[]{0.3, 0.6, 0.9}) {
            for (final double omega : new double[]{2, 1, 0.5}) {
                table.row("nu", v, 0.25, 0.8, 0.0, 0.0, 0.8, omega);
            }
        }
        final BufferedDataTable two = table.build();
        final NodeTester node = NodeTester.of("path.EquilibriumPath").set("what", "MATTER").set("start", 20.0)
            .set("end", 0.5).set("steps", 8).set("outputModes", true).set("thetaMix", 0.15);
        final BufferedDataTable[] expected = node.run(two);
        assertThat(Tables.numbers(expected[3], "Pz")[0] / 0.8).isCloseTo(-0.8821748035, within(1e-9));
        for (final Embedding place : Embedding.COHERENT) {
            final BufferedDataTable[] out = place.mixing(node, 0.15, 0).run(ThreeFlavors.embed(two, place));
            ThreeFlavors.assertEmbedded(out[2], expected[2], place, TOLERANCE);
            ThreeFlavors.assertEmbedded(out[3], expected[3], place, TOLERANCE);
            ThreeFlavors.assertSameColumns(out[0], expected[0], TOLERANCE, "point", "matterPotential",
                "selfInteraction");
        }
    }

    /** Reference case 25 by a path of the nu-nu term in the frame that turns: the same states, Omega21 = Omega. */
    @ParameterizedTest
    @EnumSource(value = Embedding.class, names = {"E_MU", "E_TAU", "MEAN"})
    void spectralSplitIsThatOfTwoFlavors(final Embedding place) throws Exception {
        final Tables table = columns();
        for (int i = 0; i < 8; i++) {
            table.row(i < 4 ? "nu" : "nubar", 0.0, i < 4 ? 0.3 : 0.2, 0.8, 0.0, 0.0, 0.8, -0.5 * (i % 4 + 1));
        }
        final BufferedDataTable two = table.build();
        final NodeTester node = NodeTester.of("path.EquilibriumPath").set("what", "SELF_INTERACTION").set("start", 20.0)
            .set("end", 0.2).set("steps", 4).set("outputModes", true).set("coRotating", "ON").set("thetaMix", 0.1);
        final BufferedDataTable[] expected = node.run(two);
        final double[] omega = Tables.numbers(expected[0], "omega_corotating");
        assertThat(omega[0]).isCloseTo(-6.2353674154, within(1e-9));
        assertThat(omega[omega.length - 1]).isCloseTo(-1.5840400684, within(1e-9));
        final BufferedDataTable[] out = place.mixing(node, 0.1, 0).run(ThreeFlavors.embed(two, place));
        ThreeFlavors.assertEmbedded(out[2], expected[2], place, 1e-11);
        ThreeFlavors.assertEmbedded(out[3], expected[3], place, 1e-11);
        assertThat(Tables.numbers(out[0], place == Embedding.E_MU ? "omega21_corotating" : "omega31_corotating"))
            .containsExactly(omega, within(1e-10));
        assertThat(Tables.numbers(out[4], "charge_error")[0]).isLessThan(1e-11);
    }

    /**
     * Reference case 10, and tilted modes in the fields of mixing, matter and of each other. Energies of three flavors
     * have another origin, which the traces give, so that differences between states of equal traces are compared.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7})
    void entropyAndEnergyAreThoseOfTwoFlavors(final double theta) throws Exception {
        final BufferedDataTable two = columns("cell:text")
            .row("nu", 0.5, 2.0, 0.6, 0.0, 0.0, 0.3, 1.0, "a").row("nubar", -0.5, 1.0, 0.9, 0.3, -0.2, 0.5, 0.4, "a")
            .row("nu", 0.1, 1.0, 1.3, 0.1, 0.0, -0.5, 1.0, "a").row("nu", 0.5, 2.0, 0.6, 0.1, -0.2, 0.1, 1.0, "b")
            .row("nubar", -0.5, 1.0, 0.9, 0.0, 0.2, -0.3, 0.4, "b").row("nu", 0.1, 1.0, 1.3, 0.0, 0.2, 0.5, 1.0, "b")
            .build();
        final NodeTester node = NodeTester.of("entropy.FlavorEntropy").set("matterPotential", 1.3);
        final BufferedDataTable[] expected = node.set("thetaMix", theta).run(two);
        assertThat(Tables.numbers(expected[0], "entropy")[0]).isCloseTo(1.1108479, within(1e-7));
        for (final Embedding place : Embedding.COHERENT) {
            final BufferedDataTable[] out = place.mixing(node, theta, 0).run(ThreeFlavors.embed(two, place));
            ThreeFlavors.assertSameColumns(out[0], expected[0], TOLERANCE, "entropy");
            ThreeFlavors.assertSameColumns(out[1], expected[1], TOLERANCE, "modes", "entropy", "entropy_nu",
                "entropy_nubar");
            for (final String name : List.of("U", "U_vacuum", "U_matter", "U_self")) {
                assertThat(difference(out[1], name)).as(name).isCloseTo(difference(expected[1], name),
                    within(TOLERANCE));
                assertThat(difference(expected[1], name)).as(name).isNotCloseTo(0, within(1e-3));
            }
        }
    }

    private static double difference(final BufferedDataTable table, final String column) {
        return Tables.numbers(table, column)[1] - Tables.numbers(table, column)[0];
    }

    /** Absorption, emission towards tilted sources, an echo, and the field that continues. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4})
    void boxAbsorbsAndEchoesAsWithTwoFlavors(final double echo) throws Exception {
        final BufferedDataTable two = columns("D", "kappa", "P0_source", "Px_source", "Py_source", "Pz_source")
            .row("nu", 0.9, 1.0, 1.0, 0.1, 0.0, 0.9, 0.7, 0.0, 0.5, 0.9, 0.1, -0.2, 0.4)
            .row("nubar", -0.4, 0.8, 0.8, 0.0, 0.1, 0.5, 0.7, 0.0, 0.2, 0.7, 0.0, 0.1, -0.3).build();
        final NodeTester node = NodeTester.of("qke.QkeBox").set("matterPotential", 0.3).set("duration", 1.0)
            .set("outputs", 2).set("stepControl", "FIXED").set("timeStep", 0.01).set("twin", "OFF")
            .set("spectra", "NONE").set("amplitude", 0.05).set("largestHarmonic", 3).set("pointsZ", 12)
            .set("boxLengthZ", Math.PI).set("thetaMix", 0.3);
        final BufferedDataTable field = node.run(two)[2];
        assertThat(field.getDataTableSpec().getColumnNames()).endsWith("kappa", "P0_source", "Px_source", "Py_source",
            "Pz_source");
        final BufferedDataTable[] expected = node.set("echoAt", echo).run(field);
        for (final Embedding place : Embedding.COHERENT) {
            final BufferedDataTable[] out = place.mixing(node, 0.3, 0).run(ThreeFlavors.embed(field, place));
            ThreeFlavors.assertEmbedded(out[0], expected[0], place, TOLERANCE);
            ThreeFlavors.assertEmbedded(out[2], expected[2], place, TOLERANCE);
            final BufferedDataTable sources = ThreeFlavors.embed(expected[2], place);
            ThreeFlavors.assertSameColumns(out[2], sources, TOLERANCE, "kappa", "rho_ee_source", "rho_tt_source",
                "rho_em_im_source", "rho_mt_re_source");
            ThreeFlavors.assertSameColumns(out[3], expected[3], TOLERANCE, "steps", "evaluations");
            assertThat(Tables.numbers(out[3], "echo_share")[0]).satisfies(share -> assertThat(Double.isNaN(share))
                .isEqualTo(echo == 0));
        }
    }

    /**
     * Boxes: a helix in a plane, a wave in matter that varies with mixing, damping, a random start. Damping acts on the
     * coherence of mu and tau, too, so that a damped x = (mu + tau)/sqrt2 is no gas of two flavors.
     */
    @ParameterizedTest
    @CsvSource({"HELIX, 0, 0", "WAVE, 0.3, 0", "RANDOM, 0, 0", "WAVE, 0.2, 0.3"})
    void boxEvolvesAsWithTwoFlavors(final String start, final double theta, final double damping) throws Exception {
        final boolean helix = "HELIX".equals(start);
        final BufferedDataTable two = Tables.of("species:text", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz",
            "omega", "D").row("nu", helix ? 1.0 : 0.0, 0.0, helix ? 0.0 : 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.7, damping)
            .row("nubar", helix ? -1.0 : 0.0, 0.0, helix ? 0.0 : -1.0, 1.0, 1.0, 0.0, 0.0, 0.6, 0.7, damping / 2)
            .build();
        final NodeTester node = NodeTester.of("qke.QkeBox").set("matterPotential", 0.3).set("duration", 1.0)
            .set("outputs", 2).set("stepControl", "FIXED").set("timeStep", 0.01).set("twin", "OFF")
            .set("spectra", "MODES").set("amplitude", 0.05).set("perturbation", helix ? "WAVE" : start)
            .set("thetaMix", theta);
        Map.<String, Object>of("boxLengthX", Math.PI, "boxLengthZ", Math.PI, "pointsX", helix ? 12 : 1, "pointsZ",
            helix ? 4 : 12, "harmonicX", helix ? -1 : 0, "harmonicZ", helix ? 0 : 1, "largestHarmonic", 3,
            "matterProfile", theta > 0 ? "0.5, 0, -0.5, 0" : "").forEach(node::set);
        final BufferedDataTable field = node.run(two)[2];
        final BufferedDataTable[] expected = node.run(field);
        for (final Embedding place : damping > 0 ? Embedding.PAIRS : Embedding.COHERENT) {
            final BufferedDataTable[] out = place.mixing(node, theta, 0).run(ThreeFlavors.embed(field, place));
            ThreeFlavors.assertEmbedded(out[0], expected[0], place, TOLERANCE);
            ThreeFlavors.assertEmbedded(out[2], expected[2], place, TOLERANCE);
            ThreeFlavors.assertSameColumns(out[3], expected[3], TOLERANCE, "modes", "points", "harmonics", "dimension",
                "t_end", "steps", "evaluations", "complete");
        }
    }
}
