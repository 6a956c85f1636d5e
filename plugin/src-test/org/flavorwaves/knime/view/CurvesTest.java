package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.junit.jupiter.api.Test;

/** Numbered curves of several kinds. */
class CurvesTest {
    private static Curves curves(final Tables table) {
        return Curves.of(CellTable.of(table.build(), "band", "k", "omega_im", "kind").get(""), "band", "k", "kind");
    }

    private static Tables table() {
        return Tables.of("band:int", "k", "omega_im", "kind:text");
    }

    @Test
    void whatGrowsStartsAndEndsAtItsNeighborsOfOtherKinds() {
        final Tables table = table();
        final double[] growth = {0, 0, 0.3, 0.4, 0, 0};
        for (int i = growth.length - 1; i >= 0; i--) {
            table.row(7, 0.1 * i, growth[i], growth[i] > 0 ? "unstable" : "stable");
        }
        table.row(8, 0.0, 0.1, "unstable");
        final Series unstable =
            curves(table).series("unstable", Kind.LINE, Color.RED, "omega_im").orElseThrow();
        assertThat(unstable.y()).containsExactly(0, 0.3, 0.4, 0, Double.NaN, 0.1);
        assertThat(unstable.labels()).containsExactly("band 7", "band 8");
        final Series stable = curves(table).series("stable", Kind.LINE, Color.BLUE, "omega_im").orElseThrow();
        assertThat(stable.y()).containsExactly(0, 0, Double.NaN, 0, 0);
        assertThat(curves(table).series("damped", Kind.LINE, Color.BLUE, "omega_im")).isEmpty();
    }

    @Test
    void rowsWithoutCurveAreLeftOut() {
        assertThat(curves(table().row("?", 1.0, "?", "?")).isEmpty()).isTrue();
    }

    @Test
    void ofTooManyCurvesThatNowhereGrowOneInSeveralIsDrawn() {
        final Tables table = table();
        for (int band = 0; band < 3001; band++) {
            table.row(band, 0.0, 0.0, "stable").row(band, 1.0, band == 3 ? 0.5 : 0, band == 3 ? "unstable" : "stable");
        }
        final Curves curves = curves(table);
        final Series stable = curves.series("stable", Kind.LINE, Color.BLUE, "omega_im").orElseThrow();
        assertThat(stable.name()).isEqualTo("stable, one in 2");
        assertThat(stable.labels()).hasSize(1502).startsWith("band 0", "band 2", "band 3", "band 4", "band 6");
    }
}
