package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.flavorwaves.build.ProjectTree;
import org.flavorwaves.embedded.command.FlavorWaves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the example from-simulation-to-subgrid finds. */
class SubgridExampleTest {
    @TempDir
    private Path m_out;

    /**
     * The continuous distributions grow in just those cells in which the modes have a crossing that is not too shallow,
     * none of them is left after conversion, and moments keep lepton number, kinds summed over flavors, and places.
     */
    @Test
    void convertedMomentsAreStableAndConserveWhatTheyMust() throws IOException {
        final Path workflow = ProjectTree.root().resolve("workflows/from-simulation-to-subgrid");
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        final PrintStream printer = new PrintStream(text, true, StandardCharsets.UTF_8);
        assertThat(FlavorWaves.execute(printer, printer, "run", workflow.toString(), "--out", m_out.toString()))
            .as(text.toString(StandardCharsets.UTF_8)).isZero();
        final CsvTable moments = CsvTable.read(m_out.resolve("1-Moments Reader/port_1.csv"));
        final CsvTable before = CsvTable.read(m_out.resolve("2-Stability Survey/port_1.csv"));
        final CsvTable crossings = CsvTable.read(m_out.resolve("4-Crossing Finder/port_2.csv"));
        final CsvTable after = CsvTable.read(m_out.resolve("5-Stability Survey/port_1.csv"));
        final CsvTable ends = CsvTable.read(m_out.resolve("6-Distribution to Moments/port_1.csv"));
        assertThat(before.size()).isEqualTo(217);
        int unstable = 0;
        int changed = 0;
        for (int row = 0; row < before.size(); row++) {
            final String cell = before.text(row, "cell");
            assertThat(crossings.text(row, "cell")).isEqualTo(cell);
            unstable += "false".equals(before.text(row, "stable")) ? 1 : 0;
            assertThat(crossings.text(row, "crossing")).as(cell)
                .isEqualTo("false".equals(before.text(row, "stable")) ? "true" : "false");
            assertThat(after.text(row, "stable")).as(cell).isEqualTo("true");
            assertThat(after.number(row, "z")).isEqualTo(moments.number(3 * row, "z"));
            assertThat(ends.number(4 * row + 3, "x")).isEqualTo(moments.number(3 * row, "x"));
            changed += conserves(row, moments, ends) ? 1 : 0;
        }
        assertThat(unstable).isEqualTo(148);
        assertThat(changed).isEqualTo(148);
    }

    /** Compares nu_e, nubar_e, nu_x_sum4 with nu_e, nubar_e, nu_x, nubar_x; tells whether there are other nu_e. */
    private static boolean conserves(final int row, final CsvTable moments, final CsvTable ends) {
        final double[] start = {moments.number(3 * row, "n"), moments.number(3 * row + 1, "n"),
            moments.number(3 * row + 2, "n") / 4, moments.number(3 * row + 2, "n") / 4};
        final double[] end = new double[4];
        for (int kind = 0; kind < 4; kind++) {
            assertThat(ends.text(4 * row + kind, "species")).isEqualTo(
                new String[]{"nu_e", "nubar_e", "nu_x", "nubar_x"}[kind]);
            end[kind] = ends.number(4 * row + kind, "n");
        }
        final double size = 1e-12 * (start[0] + start[1]);
        assertThat(end[0] + 2 * end[2] - start[0] - 2 * start[2]).isBetween(-size, size);
        assertThat(end[1] + 2 * end[3] - start[1] - 2 * start[3]).isBetween(-size, size);
        assertThat(end[0] - end[2] - end[1] + end[3] - (start[0] - start[2] - start[1] + start[3]))
            .isBetween(-size, size);
        return Math.abs(end[0] - start[0]) > size;
    }
}
