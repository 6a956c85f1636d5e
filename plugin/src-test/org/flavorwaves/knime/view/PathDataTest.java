package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;

/** The plot of an equilibrium path. */
class PathDataTest {
    private static Tables places(final String label) {
        return Tables.of("cell:text", label, "matterPotential", "selfInteraction", "J0x", "J0y", "J0z",
            "omega_corotating", "smallest_field");
    }

    @Test
    void keepsTheOrderOfTheCurveAndTheEventsOfEachCell() {
        final Tables path = places("point:int").row("B", 0, 2.0, 1.0, 0.1, 0.2, 0.3, 4.0, 5.0)
            .row("B", 1, 1.0, 1.0, 0.4, 0.5, 0.6, 7.0, 8.0).row("A", 0, 2.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0);
        final Tables events = places("kind:text").row("B", "fold", 0.9, 1.0, 0.7, 0.0, 0.1, 0.0, 0.2);
        final PathData data = PathData.of(path.build(), events.build());
        assertThat(data.cells()).extracting(PathData.Cell::name).containsExactly("B", "A");
        assertThat(data.cells().get(0).points()).containsExactly(
            new PathData.Point("0", 2, 1, 0.1, 0.2, 0.3, 4, 5), new PathData.Point("1", 1, 1, 0.4, 0.5, 0.6, 7, 8));
        assertThat(data.cells().get(0).events())
            .containsExactly(new PathData.Point("fold", 0.9, 1, 0.7, 0, 0.1, 0, 0.2));
        assertThat(data.cells().get(1).events()).isEmpty();
        assertThat(data.potentialUnit()).isEmpty();
    }

    @Test
    void pageNeedsNoOtherFile() {
        final String page = ViewPage.path();
        assertThat(page).contains("UIExtensionRequest", "echarts", "<h1 id=\"title\">Equilibrium path</h1>");
        for (final String part : new String[]{"/*TITLE*/", "/*LABEL*/", "/*ECHARTS*/", "/*DATA*/", "/*SCRIPT*/",
            "<script src", "<link"}) {
            assertThat(page.contains(part)).as(part).isFalse();
        }
    }
}
