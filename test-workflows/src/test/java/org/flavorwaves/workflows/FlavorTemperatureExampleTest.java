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

/** What the example flavor-temperature finds, against what can be said without its nodes. */
class FlavorTemperatureExampleTest {
    private static final double POTENTIAL_PER_DENSITY = 6.42285e-33;

    @TempDir
    private Path m_out;

    /**
     * Neutrinos in equilibrium with matter have logit f = eta - E/T, eta = 6 for nu_e and 0 for nu_x, so that half the
     * difference of the logits is 3 at every energy: one flavor temperature, beta h = 3, in the field of all of them,
     * h = sqrt(2) G_F (n of nu_e - n of nubar_e) in an isotropic gas. Where flavors decouple at different depths, there
     * is none.
     */
    @Test
    void equilibriumWithMatterIsThermalAndStreamingIsNot() throws IOException {
        final Path workflow = ProjectTree.root().resolve("workflows/flavor-temperature");
        final ByteArrayOutputStream text = new ByteArrayOutputStream();
        final PrintStream printer = new PrintStream(text, true, StandardCharsets.UTF_8);
        assertThat(FlavorWaves.execute(printer, printer, "run", workflow.toString(), "--out", m_out.toString()))
            .as(text.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(text.toString(StandardCharsets.UTF_8))
            .contains("core: Compatible with one flavor temperature: beta = 0.000108970")
            .contains("NSM_1: Not compatible with one flavor temperature");
        final CsvTable depths = CsvTable.read(workflow.resolve("data/depths.csv"));
        double field = 0;
        for (int row = 0; row < depths.size() && depths.text(row, "cell").equals("core"); row++) {
            field += POTENTIAL_PER_DENSITY * depths.number(row, "weight")
                * (depths.number(row, "nu_e") - depths.number(row, "nubar_e"));
        }
        final CsvTable fit = CsvTable.read(m_out.resolve("3-Flavor Temperature/port_4.csv"));
        assertThat(fit.number(0, "beta_fit") * field).isBetween(3 - 1e-5, 3 + 1e-5);
        assertThat(fit.number(0, "fit_residual")).isLessThan(1e-10);
        assertThat(fit.text(0, "compatible")).isEqualTo("true");
        final CsvTable entropy = CsvTable.read(m_out.resolve("4-Flavor Entropy/port_2.csv"));
        assertThat(Math.abs(entropy.number(0, "entropy_deficit"))).isLessThan(1e-12 * entropy.number(0, "entropy"));
        for (int row = 1; row < 3; row++) {
            assertThat(fit.text(row, "compatible")).isEqualTo("false");
            assertThat(fit.number(row, "opposed")).isPositive();
            assertThat(entropy.number(row, "entropy_deficit")).isGreaterThan(1e-3 * entropy.number(row, "entropy"));
        }
    }
}
