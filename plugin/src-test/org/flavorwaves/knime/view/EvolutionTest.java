package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Panel;
import org.junit.jupiter.api.Test;

/** What evolves. */
class EvolutionTest {
    private static final Axis K = Axis.linear("K", "");

    private static CellTable spectrum(final int waves) {
        final Tables table = Tables.of("t", "k", "power");
        for (int t = 0; t < 3; t++) {
            for (int k = 0; k < waves; k++) {
                table.row((double) t, (double) k, 1.0 + k).row((double) t, (double) k, 10.0 * t);
            }
        }
        return CellTable.of(table.build(), "t", "k", "power").get("");
    }

    @Test
    void manyWavesAreAHeatMapOfSums() {
        final Panel panel = new Evolution("s").spectrum("", spectrum(8), "k", K, "power", K).get(0);
        assertThat(panel.heat().get(0).x()).as("times").containsExactly(0, 0.5, 1.5, 2);
        assertThat(panel.heat().get(0).y()).as("whole cells").containsExactly(-0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5,
            7.5);
        assertThat(panel.heat().get(0).values()[3 * 4 + 2]).isEqualTo(25);
        assertThat(panel.colors().get(0).log()).isTrue();
        assertThat(panel.x().unit()).isEqualTo("s");
    }

    /** Two ranges of wave numbers: between them there is nothing. */
    @Test
    void gapsBetweenWavesStayEmpty() {
        final Tables table = Tables.of("t", "k", "power");
        for (int t = 0; t < 2; t++) {
            for (final double k : new double[]{1, 1.5, 2, 8, 8.25, 8.5}) {
                table.row((double) t, k, 1.0);
            }
        }
        final Panel panel = new Evolution("").spectrum("", CellTable.of(table.build(), "t", "k", "power").get(""), "k",
            K, "power", K).get(0);
        assertThat(panel.heat().get(0).y()).containsExactly(0.75, 1.25, 1.75, 2.25, 5.125, 7.875, 8.125, 8.375, 8.625);
        assertThat(panel.heat().get(0).values()).containsExactly(1, 1, 1, 1, 1, 1, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void fewWavesAreCurves() {
        final Panel panel = new Evolution("").spectrum("", spectrum(2), "k", K, "power", K).get(0);
        assertThat(panel.heat()).isEmpty();
        assertThat(panel.series().get(1).y()).containsExactly(2, 12, 22);
    }

    @Test
    void modesOfOneAngleAreAveragedRelativeToTheirStart() {
        final Tables table = Tables.of("t", "species:text", "mode:int", "vz", "Pz", "length");
        table.row(0.0, "nu", 0, 0.5, 0.4, 0.8).row(0.0, "nu", 1, 0.5, 0.2, 0.2).row(1.0, "nu", 0, 0.5, 0.0, 0.1)
            .row(1.0, "nu", 1, 0.5, -0.2, 0.2);
        final CellTable cell =
            CellTable.of(table.build(), "t", "species", "mode", "vz", "Pz", "length").get("");
        assertThat(new Evolution("").byAngle(cell, "vz")).hasSize(1);
        assertThat(new Evolution("").byAngle(cell, "vz").get(0).series().get(0).y()).containsExactly(0.75, -0.5);
    }
}
