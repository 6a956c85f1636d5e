package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.flavorwaves.knime.view.paper.Figure;
import org.junit.jupiter.api.Test;

/** What a page carries. */
class FigureBuilderTest {
    private static final Axis X = Axis.linear("x", "");

    private static final double[] ONE = {1};

    private static Panel panel(final Series... series) {
        return Panel.of("", X, X, List.of(series));
    }

    private static Series blue(final String name, final Kind kind) {
        return Series.of(name, kind, Color.BLUE, ONE, ONE);
    }

    /** 2,000 points of each cell take some 20,000 letters twice over, so that a tenth of a hundred cells fit. */
    @Test
    void cellsThatDoNotFitAreNamed() {
        final double[] x = IntStream.range(0, 2000).mapToDouble(i -> 1.23456789 * i).toArray();
        final FigureBuilder builder = new FigureBuilder("T", "n");
        for (int c = 0; c < 1000; c++) {
            builder.cell("c" + c, "", () -> List.of(panel(Series.of("a", Kind.LINE, Color.RED, x, x))));
        }
        final Figure figure = builder.build();
        assertThat(figure.all()).isEqualTo(1000);
        assertThat(figure.cells()).hasSizeBetween(3, 12);
        assertThat(figure.left()).startsWith("c" + figure.cells().size()).hasSizeLessThan(1000);
    }

    @Test
    void theFirstCellIsAlwaysThere() {
        final double[] x = IntStream.range(0, 2400).mapToDouble(i -> 1.23456789 * i).toArray();
        final Series[] many = IntStream.range(0, 12).mapToObj(i -> Series.of("a" + i, Kind.LINE, Color.RED, x, x))
            .toArray(Series[]::new);
        final Figure figure = new FigureBuilder("T", "n").cell("a", "", () -> List.of(panel(many)))
            .cell("b", "", List::of).build();
        assertThat(figure.cells()).extracting(Figure.Cell::name).containsExactly("a");
        assertThat(figure.left()).containsExactly("b");
    }

    @Test
    void namesOfTheLegendLookDifferent() {
        final Figure figure = new FigureBuilder("T", "n").cell("", "", () -> List.of(
            panel(blue("K = 1", Kind.LINE), blue("P", Kind.POINTS)),
            panel(blue("K = 1", Kind.LINE), blue("mu", Kind.THIN)),
            panel(blue("H", Kind.POINTS), blue("", Kind.LINE))))
            .build();
        final List<Color> colors = figure.cells().get(0).panels().stream().flatMap(p -> p.series().stream())
            .map(Series::color).toList();
        assertThat(colors).containsExactly(Color.BLUE, Color.BLUE, Color.BLUE, Color.RED, Color.RED, Color.BLUE);
    }
}
