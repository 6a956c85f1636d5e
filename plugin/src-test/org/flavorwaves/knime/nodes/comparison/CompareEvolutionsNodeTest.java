package org.flavorwaves.knime.nodes.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.KNIMEException;

/** The node Compare Evolutions. */
class CompareEvolutionsNodeTest {
    private static NodeTester node() {
        return NodeTester.of(CompareEvolutionsNodeFactory::configure, CompareEvolutionsNodeFactory::execute,
            new CompareEvolutionsParameters());
    }

    /** Two modes at t = 0, 1: Pz = 1 and 1 at first, then as given. */
    private static BufferedDataTable means(final double first, final double second) {
        return Tables.of("t", "mode:int", "Pz").row(0.0, 0, 1.0).row(0.0, 1, 1.0).row(1.0, 0, first)
            .row(1.0, 1, second).build();
    }

    private static BufferedDataTable occupations(final double first, final double second) {
        return Tables.of("t", "mode:int", "f_e", "f_x").row(0.0, 0, 1.0, 0.0).row(0.0, 1, 1.0, 0.0)
            .row(1.0, 0, (1 + first) / 2, (1 - first) / 2).row(1.0, 1, (1 + second) / 2, (1 - second) / 2).build();
    }

    private static BufferedDataTable wallTime(final double... seconds) {
        final Tables table = Tables.of("wall_time");
        for (final double s : seconds) {
            table.row(s);
        }
        return table.build();
    }

    /** The reference changes by (0.6, 0.8), rms 1/sqrt 2; errors (0.1, 0) and (0, 0.2) are 0.1 and 0.2 of 1. */
    @Test
    void givesErrorsInUnitsOfTheChange() throws Exception {
        final BufferedDataTable[] out = node().run(means(0.4, 0.2), means(0.5, 0.2), wallTime(3, 5),
            occupations(0.4, 0.0), wallTime(0.5));
        assertThat(Tables.numbers(out[1], "error_resolved")[0]).isCloseTo(0.1, within(1e-14));
        assertThat(Tables.numbers(out[1], "error_theory")[0]).isCloseTo(0.2, within(1e-14));
        assertThat(Tables.numbers(out[1], "speed_up")[0]).isEqualTo(16);
        assertThat(Tables.numbers(out[0], "change")).containsExactly(new double[]{0, Math.sqrt(0.5)}, within(1e-14));
        assertThat(Tables.texts(out[1], "result").get(0)).isEqualTo("the theory is 16.00 times faster than the "
            + "resolved run: 0.5000 s against 8.000 s, with an error of 20.00 % against 10.00 % of the change of the "
            + "reference");
    }

    private static BufferedDataTable members(final double... ends) {
        final Tables table = Tables.of("cell:text", "t", "mode:int", "Pz");
        for (int m = 0; m < ends.length; m++) {
            table.row("box " + m, 0.0, 0, 1.0).row("box " + m, 1.0, 0, ends[m]);
        }
        return table.build();
    }

    /**
     * Members 0.3, 0.5, 0.7: mean 0.5, a change of 0.5, standard deviation 0.2, that is 0.4 of the change, of the mean
     * 0.4/sqrt 3. Means 0.55 and 0.4 are off by 0.1 and 0.2. Times are medians, which the slow first member spares.
     */
    @Test
    void comparesTheMeansOfEnsembles() throws Exception {
        final NodeTester node = node().set("cells", "MEMBERS");
        final BufferedDataTable[] out = node.run(members(0.3, 0.5, 0.7), members(0.45, 0.65), wallTime(9, 2, 3),
            members(0.4, 0.4, 0.4, 0.4), wallTime(7, 0.5, 0.6, 0.4));
        assertThat(Tables.numbers(out[1], "error_resolved")[0]).isCloseTo(0.1, within(1e-14));
        assertThat(Tables.numbers(out[1], "error_theory")[0]).isCloseTo(0.2, within(1e-14));
        assertThat(Tables.numbers(out[1], "members")).containsExactly(3);
        assertThat(Tables.numbers(out[1], "scatter")[0]).isCloseTo(0.4, within(1e-14));
        assertThat(Tables.numbers(out[1], "mean_error")[0]).isCloseTo(0.4 / Math.sqrt(3), within(1e-14));
        assertThat(Tables.numbers(out[1], "wall_time_resolved")).containsExactly(3);
        assertThat(Tables.numbers(out[1], "wall_time_theory")[0]).isCloseTo(0.55, within(1e-15));
        assertThat(Tables.numbers(out[0], "scatter")).containsExactly(new double[]{0, 0.2}, within(1e-14));
        assertThat(Tables.texts(out[1], "result").get(0)).endsWith("with an error of 20.00 % against 10.00 % of the"
            + " change of the reference; the mean of its 3 members is uncertain by 23.09 %, a member scatters by"
            + " 40.00 %");
    }

    /** The states of Miscidynamic Transport: modes have no number, only their order. */
    @Test
    void rowsWithoutModesAreCountedByTime() throws Exception {
        final BufferedDataTable states = Tables.of("t", "z", "species:text", "Pz").row(0.0, 0.0, "nu", 1.0)
            .row(0.0, 0.0, "nubar", 1.0).row(1.0, 0.0, "nu", 0.4).row(1.0, 0.0, "nubar", 0.0).build();
        final BufferedDataTable[] out = node().run(means(0.4, 0.2), means(0.5, 0.2), wallTime(1), states, wallTime(1));
        assertThat(Tables.numbers(out[1], "error_theory")[0]).isCloseTo(0.2, within(1e-14));
        final BufferedDataTable boxes = Tables.of("cell:text", "t", "mode:int", "Pz").row("a", 0.0, 0, 1.0)
            .row("a", 0.0, 1, 1.0).row("b", 0.0, 0, 1.0).row("b", 0.0, 1, 1.0).row("a", 1.0, 0, 0.3)
            .row("a", 1.0, 1, 0.2).row("b", 1.0, 0, 0.5).row("b", 1.0, 1, 0.2).build();
        assertThat(Tables.numbers(node().set("cells", "MEMBERS").run(boxes, boxes, wallTime(1, 1), states,
            wallTime(1))[1], "error_theory")[0]).isCloseTo(0.2, within(1e-14));
    }

    @Test
    void refusesAnEnsembleWithAMemberThatIsShorter() {
        final BufferedDataTable uneven = Tables.of("cell:text", "t", "mode:int", "Pz").row("a", 0.0, 0, 1.0)
            .row("a", 1.0, 0, 0.5).row("b", 0.0, 0, 1.0).build();
        assertThatThrownBy(() -> node().set("cells", "MEMBERS").run(uneven, members(0.5), wallTime(1), members(0.5),
            wallTime(1))).hasMessageContaining("mode 0 has 1 rows at t = 1.0 but the evolution has 2 members.");
    }

    /** KNIME shows an excerpt of the table with the bad row: that of the port it came in by. */
    @Test
    void pointsToTheTableOfABadRow() {
        final BufferedDataTable good = means(0.4, 0.2);
        final BufferedDataTable bad =
            Tables.of("t", "mode:int", "Pz", "note:text").row(0.0, 0, 1.0, "").row(0.0, 1, Double.NaN, "here").build();
        final BufferedDataTable badTime = Tables.of("wall_time", "note:text").row("?", "here").build();
        final BufferedDataTable time = wallTime(1);
        final BufferedDataTable[][] inputs = {{bad, good, time, good, time}, {good, bad, time, good, time},
            {good, good, badTime, good, time}, {good, good, time, bad, time}, {good, good, time, good, badTime}};
        for (int port = 0; port < inputs.length; port++) {
            final int expected = port;
            assertThatThrownBy(() -> node().run(inputs[expected])).isInstanceOfSatisfying(KNIMEException.class,
                e -> assertThat(e.getKNIMEMessage().renderIssueDetails(inputs[expected]).toString()).contains("here"));
        }
    }

    @Test
    void wallTimesOfNoRunAreRefused() {
        final BufferedDataTable means = means(0.4, 0.2);
        for (final double time : new double[] {0, -1, Double.MIN_VALUE}) {
            assertThatThrownBy(() -> node().run(means, means, wallTime(time), means, wallTime(1)))
                .isInstanceOf(KNIMEException.class).hasMessageContaining("The wall time at input port 3 is " + time);
        }
    }

    @Test
    void namesAnEmptyTable() {
        final BufferedDataTable none = Tables.of("t", "mode:int", "Pz").build();
        assertThatThrownBy(() -> node().run(means(0.4, 0.2), none, wallTime(1), means(0.4, 0.2), wallTime(1)))
            .hasMessage("The resolved evolution has no rows.");
        assertThatThrownBy(() -> node().run(means(0.4, 0.2), means(0.4, 0.2), wallTime(), means(0.4, 0.2), wallTime(1)))
            .hasMessage("The summary at input port 3 has no rows.");
    }

    @Test
    void saysSlowerWhereATheoryIs() throws Exception {
        final BufferedDataTable[] out = node().set("theory", "T").run(means(0.4, 0.2), means(0.5, 0.2), wallTime(1),
            means(0.5, 0.2), wallTime(4));
        assertThat(Tables.numbers(out[1], "speed_up")[0]).isEqualTo(0.25);
        assertThat(Tables.texts(out[1], "result").get(0)).startsWith("T is 4.000 times slower than the resolved run");
    }

    @Test
    void refusesOtherTimesAndModes() {
        final BufferedDataTable other = Tables.of("t", "mode:int", "Pz").row(0.0, 0, 1.0).row(0.0, 1, 1.0).build();
        assertThatThrownBy(() -> node().run(means(0.4, 0.2), other, wallTime(1), other, wallTime(1)))
            .hasMessageContaining("different output times: t = 1.0");
        final BufferedDataTable fewer = Tables.of("t", "mode:int", "Pz").row(0.0, 0, 1.0).row(1.0, 0, 1.0).build();
        assertThatThrownBy(() -> node().run(means(0.4, 0.2), fewer, wallTime(1), fewer, wallTime(1)))
            .hasMessageContaining("different modes");
    }

    @Test
    void refusesAReferenceThatDoesNotChange() {
        assertThatThrownBy(() -> node().run(means(1, 1), means(1, 1), wallTime(1), means(1, 1), wallTime(1)))
            .hasMessageContaining("does not change");
    }

    @Test
    void namesAMissingColumn() {
        assertThatThrownBy(() -> node().run(means(1, 1), wallTime(1), wallTime(1), means(1, 1), wallTime(1)))
            .hasMessageContaining("'t'");
    }
}
