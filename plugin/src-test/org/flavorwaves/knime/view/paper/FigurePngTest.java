package org.flavorwaves.knime.view.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.junit.jupiter.api.Test;

/** Figures painted as PNG. */
class FigurePngTest {
    private static final Axis UNIT = Axis.linear("K", "cm^-1").from(0, 1);

    private static final int RED = 0xd55e00;

    private static BufferedImage image(final byte[] png) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Figure.Cell cell(final Panel... panels) {
        return new Figure.Cell("a", "Grows at 6e10 s^-1.", List.of(panels));
    }

    private static Figure figure(final String nothing, final int all, final List<Figure.Cell> cells) {
        return new Figure("T", "Cell", nothing, all, cells, List.of());
    }

    private static long count(final BufferedImage image, final int color) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
            .filter(p -> (image.getRGB(p % image.getWidth(), p / image.getWidth()) & 0xffffff) == color).count();
    }

    @Test
    void aColumnIsThreeHundredDotsAnInchWide() throws Exception {
        final byte[] png = FigurePng.of(cell(Panel.of("", UNIT, UNIT, List.of())));
        assertThat(image(png).getWidth()).isEqualTo((int) Math.ceil(86 / 25.4 * 300));
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("pHYs\0\0\u002e\u0023\0\0\u002e\u0023\1");
    }

    /** The rectangle of a heat map that covers a quarter of the panel, and a line of known width over all of it. */
    @Test
    void linesAndAreasLieWhereTheirNumbersSay() throws Exception {
        final double[] values = {1, Double.NaN, Double.NaN, 0};
        final HeatMap quarter = HeatMap.of(new double[]{0, 0.5, 1}, new double[]{0, 0.5, 1}, values);
        final BufferedImage heat = image(FigurePng.of(cell(Panel.of("", UNIT, UNIT, List.of()).heated(quarter,
            ColorScale.linear("w", Axis.NUMBER, values)))));
        final long yellow = count(heat, 0xfde725);
        final long violet = count(heat, 0x440154);
        assertThat(Math.abs(yellow - violet)).as("the axes cover a border of one").isLessThan(yellow / 50);
        final BufferedImage line = image(FigurePng.of(cell(Panel.of("", UNIT, UNIT, List.of(Series.of("", Kind.LINE,
            Color.RED, new double[]{0, 1}, new double[]{0.5, 0.5}))))));
        final int dots = (int) (300 / 72.0 * 200);
        assertThat(count(line, RED)).isBetween(3L * dots, 6L * dots);
    }

    @Test
    void whatIsOutsideOfThePanelIsNotPainted() throws Exception {
        final Panel panel = Panel.of("", UNIT, UNIT, List.of(Series.of("", Kind.LINE, Color.RED,
            new double[]{0, 1}, new double[]{3, 3})));
        assertThat(count(image(FigurePng.of(cell(panel))), RED)).isZero();
    }

    @Test
    void anImageHoldsTheFirstCellsBelowOneAnother() throws Exception {
        final Figure.Cell one = cell(Panel.of("", UNIT, UNIT, List.of()));
        final Figure.Cell none = new Figure.Cell("b", "Stable.", List.of());
        final int single = image(FigurePng.of(figure("no wave grows", 1, List.of(one)))).getHeight();
        final int both = image(FigurePng.of(figure("no wave grows", 2, List.of(one, none, one)))).getHeight();
        assertThat(both).isBetween(2 * single, 2 * single + 200);
        final List<Figure.Cell> many = IntStream.range(0, 12).mapToObj(i -> one).toList();
        assertThat(image(FigurePng.of(figure("", 40, many))).getHeight())
            .isGreaterThan(image(FigurePng.of(figure("", 12, many))).getHeight());
    }

    @Test
    void emptyFiguresSaySo() throws Exception {
        assertThat(count(image(FigurePng.of(figure("no wave grows", 0, List.of()))), 0x1d252c))
            .isGreaterThan(100);
    }
}
