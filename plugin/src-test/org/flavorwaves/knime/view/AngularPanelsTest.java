package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.junit.jupiter.api.Test;

/** Angular distributions by cos theta and over the sphere. */
class AngularPanelsTest {
    private static CellTable table(final Tables table) {
        return CellTable.of(table.build(), AngularPanels.COLUMNS.toArray(String[]::new)).get("");
    }

    /** Nodes and weights of Gauss and Legendre with three points; G = 1 - 2 c, which is zero at 1/2. */
    @Test
    void ringsShowDensitiesAndTheSideWhereTheDifferenceIsNegative() {
        final double node = Math.sqrt(0.6);
        final Tables table = Tables.of("species:text", "mu", "weight", "Pz");
        final double[] cosines = {-node, -0.5 * node, 0, 0.5 * node, node};
        for (final double c : cosines) {
            table.row("nu", c, 0.5, 1.0).row("nubar", c, 0.5, 2 * c);
        }
        final Panel panel = AngularPanels.of(table(table), "").get(0);
        final Series negative = panel.series().get(0);
        assertThat(negative.name()).isEqualTo("G < 0");
        assertThat(negative.x()[negative.x().length - 2]).isBetween(0.5 * node, node);
        assertThat(negative.y()[negative.y().length - 1]).isLessThan(0);
        final Series neutrinos = panel.series().get(1);
        assertThat(neutrinos.y()[2]).isCloseTo(0.5 / (0.5 * node), within(1e-6));
    }

    @Test
    void fewBeamsAreUprightLines() {
        final Panel panel = AngularPanels.of(table(Tables.of("species:text", "mu", "weight", "Pz")
            .row("nu", 1.0, 2.0, 0.5).row("nubar", -1.0, 1.0, 0.25)), "cm^-3").get(0);
        assertThat(panel.series().get(2).y()).containsExactly(0, -0.25, 0, 0, 1, 0);
        assertThat(panel.y().quantity()).isEqualTo("w Pz of the beam");
    }

    @Test
    void beamsOfThreeFlavorsShowTheElectronFlavorOverTheMeanOfTheOthers() {
        final Panel panel = AngularPanels.of(table(Tables.of("species:text", "mu", "weight", "rho_ee", "rho_mm",
            "rho_tt").row("nu", 1.0, 2.0, 0.75, 0.5, 0.0).row("nubar", -1.0, 1.0, 0.5, 0.25, 0.25)), "").get(0);
        assertThat(panel.series().get(2).y()).containsExactly(0, -0.25, 0, 0, 1, 0);
    }

    /** The integral of G per steradian over the sphere is the sum over the directions. */
    @Test
    void mapOfTheSphereKeepsTheLeptonNumber() {
        final Tables table = Tables.of("species:text", "vx", "vy", "vz", "weight", "Pz");
        double sum = 0;
        for (int i = 0; i < 40; i++) {
            final double z = 1 - (2 * i + 1) / 40.0;
            final double r = Math.sqrt(1 - z * z);
            table.row(i % 3 == 0 ? "nubar" : "nu", r * Math.cos(2.4 * i), r * Math.sin(2.4 * i), z, 0.1, 0.5 + z / 4);
            sum += (i % 3 == 0 ? -0.1 : 0.1) * (0.5 + z / 4);
        }
        final HeatMap map = AngularPanels.of(table(table), "").get(0).heat().get(0);
        double total = 0;
        int pixels = 0;
        for (final double g : map.values()) {
            if (Double.isFinite(g)) {
                total += g;
                pixels++;
            }
        }
        assertThat(4 * Math.PI * total / pixels).isCloseTo(sum, within(1e-3));
    }

    @Test
    void placesOfTheMapAreThoseOfTheirDirections() {
        for (final double[] place : List.of(new double[]{0.3, -0.8}, new double[]{-2.1, 0.4}, new double[]{0, 1.3})) {
            final double[] v = Mollweide.direction(place[0], place[1]);
            final double[] back = Mollweide.place(v[0], v[1], v[2]);
            assertThat(back[0]).isCloseTo(place[0], within(1e-9));
            assertThat(back[1]).isCloseTo(place[1], within(1e-9));
        }
        assertThat(Mollweide.direction(2.8, 0.5)).isEmpty();
        assertThat(Mollweide.place(0, 0, 1)).containsExactly(new double[]{0, Math.sqrt(2)}, within(1e-9));
    }
}
