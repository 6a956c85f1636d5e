package org.flavorwaves.knime.view.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Values over rectangles. */
class HeatMapTest {
    private static final Axis Z = Axis.linear("z", "km");

    /** Cells of equal width, of unequal ones, and one alone, which nothing gives a width. */
    @Test
    void everyCellIsDrawnWithItsWholeWidth() {
        final HeatMap map = HeatMap.at(new double[]{1, 3, 5, 7}, new double[]{1, 2, 4}, new double[12]);
        assertThat(map.x()).containsExactly(0, 2, 4, 6, 8);
        assertThat(map.y()).containsExactly(0.5, 1.5, 3, 5);
        assertThat(HeatMap.at(new double[]{3}, new double[]{0, 1}, new double[2]).x()).containsExactly(2.5, 3.5);
    }

    /** Times begin at the first one, a cosine ends at 1; the axes end there too. */
    @Test
    void nothingIsDrawnBeyondTheEndsOfAxes() {
        final double[] times = {0, 1, 3};
        final Panel panel = Panel.of("", Z.over(times), Z.from(Double.NaN, 1), List.of())
            .heated(HeatMap.at(times, new double[]{0.4, 0.9}, new double[]{1, 2, 3, 4, 5, 6}),
                ColorScale.linear("G", "", new double[]{1, 6}));
        assertThat(panel.heat().get(0).x()).containsExactly(0, 0.5, 2, 3);
        assertThat(panel.heat().get(0).y()).containsExactly(0.15, 0.65, 1);
        assertThat(panel.heat().get(0).values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(new double[]{panel.x().min(), panel.x().max(), panel.y().min(), panel.y().max()})
            .containsExactly(0, 3, 0.15, 1);
        assertThat(Z.over(2)).isEqualTo(Z);
    }
}
