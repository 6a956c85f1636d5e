package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;

/** The plot of flavor waves. */
class WavesDataTest {

    @Test
    void actionsAreSummedOverBandsAndLengthsAreRelative() {
        final Tables background = Tables.of("cell:text", "t", "mode:int", "length").row("A", 0.0, 0, 0.5)
            .row("A", 0.0, 1, 0.8).row("A", 1.0, 0, 0.25).row("A", 1.0, 1, 0.8).row("B", 0.0, 0, "?");
        final Tables actions = Tables.of("cell:text", "t", "n:int", "action").row("A", 0.0, 1, 1.0)
            .row("A", 0.0, 1, 2.0).row("A", 0.0, 2, 5.0).row("A", 1.0, 1, 4.0).row("A", 1.0, 2, 6.0);
        final WavesData data = WavesData.of(background.build(), actions.build());
        assertThat(data.cells()).extracting(WavesData.Cell::name).containsExactly("A", "B");
        final WavesData.Cell a = data.cells().get(0);
        assertThat(a.waves().get(0).value()).containsExactly(3.0, 4.0);
        assertThat(a.waves().get(1).t()).containsExactly(0.0, 1.0);
        assertThat(a.lengths().get(0).value()).containsExactly(1.0, 0.5);
        assertThat(data.cells().get(1).waves()).isEmpty();
        assertThat(data.timeUnit()).isEmpty();
    }

    @Test
    void ofVeryManyModesThoseThatChangeMostAreShown() {
        final Tables background = Tables.of("t", "mode:int", "length");
        for (int t = 0; t < 2; t++) {
            for (int i = 0; i <= WavesData.MAX_MODES; i++) {
                background.row((double) t, i, i == 3 ? 1.0 : 1.0 - 0.1 * t);
            }
        }
        final WavesData.Cell cell =
            WavesData.of(background.build(), Tables.of("t", "n:int", "action").build()).cells().get(0);
        assertThat(cell.modes()).isEqualTo(WavesData.MAX_MODES + 1);
        assertThat(cell.lengths()).extracting(WavesData.Curve::number).hasSize(WavesData.MAX_MODES)
            .doesNotContain(3);
    }

    @Test
    void flavomonsAreNumberedByTheirPlaceAndMayBeMissingForATime() {
        final Tables occupations = Tables.of("t", "mode:int", "f_e", "f_x").row(0.0, 0, 0.5, 0.3)
            .row(0.0, 1, 0.2, 0.6).row(1.0, 0, 0.45, 0.35).row(1.0, 1, 0.4, 0.4);
        final Tables flavomons = Tables.of("t", "intensity").row(0.0, 1.0).row(0.0, "?").row(1.0, 3.0).row(1.0, 7.0);
        final WavesData.Cell cell = WavesData.ofFlavomons(occupations.build(), flavomons.build()).cells().get(0);
        assertThat(cell.waves()).hasSize(2);
        assertThat(cell.waves().get(0).value()).containsExactly(1.0, 3.0);
        assertThat(cell.waves().get(1).t()).containsExactly(1.0);
        assertThat(cell.lengths().get(0).value().get(1)).isCloseTo(0.5, within(1e-14));
        assertThat(cell.lengths().get(1).value()).containsExactly(1.0, 0.0);
    }

    @Test
    void pageNeedsNoOtherFile() {
        final String page = ViewPage.waves();
        assertThat(page).contains("UIExtensionRequest", "echarts", "<h1 id=\"title\">Flavor waves</h1>");
        for (final String part : new String[]{"/*TITLE*/", "/*LABEL*/", "/*ECHARTS*/", "/*DATA*/", "/*SCRIPT*/",
            "<script src", "<link"}) {
            assertThat(page.contains(part)).as(part).isFalse();
        }
    }
}
