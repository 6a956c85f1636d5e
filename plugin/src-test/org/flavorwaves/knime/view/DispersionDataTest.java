package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;

/** The dispersion plot. */
class DispersionDataTest {

    @Test
    void bandsAreCollectedByCell() {
        final Tables table = Tables.of("cell:text", "k", "band:int", "omega_re", "omega_im", "kind:text")
            .row("A", 1.0, 0, 2.0, 0.0, "stable").row("A", 1.5, 0, 2.5, 0.0, "stable")
            .row("A", 1.0, 1, 3.0, 0.5, "unstable").row("B", 1.0, "?", "?", "?", "?");
        final DispersionData data = DispersionData.of(table.build(), "band");
        assertThat(data.cells()).hasSize(2);
        assertThat(data.cells().get(0).name()).isEqualTo("A");
        assertThat(data.cells().get(0).shown()).hasSize(2);
        assertThat(data.cells().get(0).shown().get(0).re()).containsExactly(2.0, 2.5);
        assertThat(data.cells().get(1).shown()).isEmpty();
        assertThat(data.rateUnit()).isEmpty();
        assertThat(data.cells().get(0).shift()).isEmpty();
    }

    /** A wave number without result has no branch. */
    @Test
    void bothFramesAreKnownWhereTheTableHasThem() {
        final Tables table = Tables.of("branch:int", "k", "omega_re", "omega_im", "k_shifted", "omega_shifted_re",
            "kind:text").row("?", 0.5, "?", "?", 0.75, "?", "?").row(0, 1.0, 2.0, 0.0, 1.25, 1.5, "real");
        final DispersionData.Cell cell = DispersionData.of(table.build(), "branch").cells().get(0);
        assertThat(cell.shift()).containsExactly(0.25, -0.5);
        assertThat(cell.shown()).hasSize(1);
    }

    @Test
    void ofVeryManyBandsOnlyGrowingOnesAreShown() {
        final Tables table = Tables.of("k", "band:int", "omega_re", "omega_im", "kind:text");
        for (int b = 0; b <= DispersionData.MAX_POINTS; b++) {
            table.row(1.0, b, 2.0, b == 7 ? 1.0 : 0.0, b == 7 ? "unstable" : "stable");
        }
        final DispersionData.Cell cell = DispersionData.of(table.build(), "band").cells().get(0);
        assertThat(cell.bands()).isEqualTo(DispersionData.MAX_POINTS + 1);
        assertThat(cell.shown()).extracting(DispersionData.Band::number).containsExactly(7);
    }

    @Test
    void pageNeedsNoOtherFile() {
        final String page = ViewPage.dispersion();
        for (final String part : new String[]{"UIExtensionRequest", "echarts", "</html>"}) {
            assertThat(page.contains(part)).as(part).isTrue();
        }
        for (final String part : new String[]{"/*ECHARTS*/", "/*DATA*/", "/*SCRIPT*/", "<script src", "<link"}) {
            assertThat(page.contains(part)).as(part).isFalse();
        }
    }
}
