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

/** What the example stability-survey finds. */
class StabilitySurveyExampleTest {
    @TempDir
    private Path m_out;

    /**
     * At the published points the growth is what an independent program finds (numpy, 24 x 12 directions, all modes);
     * between them it has no jumps, and the depth of the crossing is that of the Crossing Finder.
     */
    @Test
    void publishedPointsGrowAsAnIndependentProgramFinds() throws IOException {
        final Path workflow = ProjectTree.root().resolve("workflows/stability-survey");
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        final PrintStream printer = new PrintStream(text, true, StandardCharsets.UTF_8);
        assertThat(FlavorWaves.execute(printer, printer, "run", workflow.toString(), "--out", m_out.toString()))
            .as(text.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(text.toString(StandardCharsets.UTF_8))
            .contains("41 of 41 cells are unstable; the fastest wave grows at 6.253e10 s^-1 in NSM_1");
        final CsvTable cells = CsvTable.read(m_out.resolve("3-Stability Survey/port_1.csv"));
        final CsvTable crossings = CsvTable.read(m_out.resolve("4-Crossing Finder/port_2.csv"));
        assertThat(cells.size()).isEqualTo(41);
        final double[] growth = {6.252868e10, 1.239393e10, 4.532550e10};
        for (int point = 0; point < growth.length; point++) {
            assertThat(cells.text(20 * point, "cell")).isEqualTo("NSM_" + (point + 1));
            assertThat(cells.number(20 * point, "growth") / growth[point]).isBetween(1 - 1e-4, 1 + 1e-4);
        }
        for (int row = 0; row < cells.size(); row++) {
            assertThat(cells.text(row, "status")).isEqualTo("ok");
            assertThat(cells.text(row, "kind")).isEqualTo("fast");
            assertThat(cells.number(row, "crossing_depth") - crossings.number(row, "depth")).isBetween(-1e-12, 1e-12);
            if (row > 0) {
                assertThat(cells.number(row, "growth") / cells.number(row - 1, "growth")).isBetween(0.7, 1.3);
            }
        }
    }
}
