package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The growth map. */
class GrowthDataTest {
    private static Tables waves() {
        return Tables.of("cell:text", "k", "omega_re", "omega_im", "kind:text", "branch:int");
    }

    private static Tables maxima() {
        return Tables.of("cell:text", "k", "omega_re", "omega_im", "kind:text", "at_edge:text");
    }

    @Test
    void branchesAndMaximaAreCollectedByCell() {
        final BufferedDataTable waves = waves().row("A", 1.0, 2.0, 0.5, "fast", 0).row("A", 1.0, 3.0, 0.2, "slow", 1)
            .row("A", 1.5, 2.5, 0.6, "fast", 0).row("B", 1.0, 1.0, 0.1, "collisional", 0)
            .row("failed", "?", "?", "?", "?", "?").build();
        final BufferedDataTable maxima = maxima().row("A", 1.4, 2.4, 0.7, "fast", "false")
            .row("B", 1.0, 1.0, 0.1, "collisional", "true").row("failed", "?", "?", "?", "?", "?").build();
        final GrowthData data = GrowthData.of(waves, maxima);
        assertThat(data.cells()).extracting(GrowthData.Cell::name).containsExactly("A", "B", "failed");
        assertThat(data.cells().get(0).shown()).hasSize(2);
        assertThat(data.cells().get(0).shown().get(0).im()).containsExactly(0.5, 0.6);
        assertThat(data.cells().get(0).maxima())
            .containsExactly(new GrowthData.Maximum(1.4, 2.4, 0.7, "fast", false));
        assertThat(data.cells().get(1).maxima().get(0).atEdge()).isTrue();
        assertThat(data.cells().get(2).maxima()).isEmpty();
    }

    @Test
    void ofVeryManyPointsAllAreShownBecauseAllGrow() {
        final Tables table = waves();
        for (int p = 0; p <= DispersionData.MAX_POINTS; p++) {
            table.row("A", 0.1 * p, 2.0, 0.5, "slow", 0);
        }
        assertThat(GrowthData.of(table.build(), maxima().build()).cells().get(0).shown()).hasSize(1);
    }

    @Test
    void pageNeedsNoOtherFile() {
        final String page = ViewPage.growth();
        assertThat(page.contains("UIExtensionRequest") && page.contains("echarts")).isTrue();
        for (final String part : new String[]{"/*ECHARTS*/", "/*DATA*/", "/*SCRIPT*/", "<script src", "<link"}) {
            assertThat(page.contains(part)).as(part).isFalse();
        }
    }
}
