package org.flavorwaves.knime.view.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.flavorwaves.knime.view.panel.Axis;
import org.flavorwaves.knime.view.panel.Color;
import org.flavorwaves.knime.view.panel.ColorScale;
import org.flavorwaves.knime.view.panel.HeatMap;
import org.flavorwaves.knime.view.panel.Panel;
import org.flavorwaves.knime.view.panel.Series;
import org.flavorwaves.knime.view.panel.Series.Kind;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Figures written without a browser. */
class FigureSvgTest {
    private static final Axis K = Axis.linear("K", "cm^-1");

    private static Element parse(final Panel... panels) throws Exception {
        final String svg = FigureSvg.of("Waves & more", new Figure.Cell("a<b", "Grows at 6e10 s^-1.", List.of(panels)));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
    }

    private static List<String> texts(final Element svg) {
        final NodeList list = svg.getElementsByTagName("text");
        return IntStream.range(0, list.getLength()).mapToObj(i -> list.item(i).getTextContent())
            .toList();
    }

    private static String path(final Element svg, final String stroke) {
        final NodeList list = svg.getElementsByTagName("path");
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i))
            .filter(p -> p.getAttribute("stroke").equals(stroke)).findFirst().orElseThrow().getAttribute("d");
    }

    @Test
    void axesNameQuantityAndUnitAndTicksLeaveOutThePowerOfTen() throws Exception {
        final Element svg = parse(Panel.of("", K, Axis.linear("Im Ω", "s^-1"), List.of(Series.of("unstable", Kind.LINE,
            Color.RED, new double[]{-2, 2}, new double[]{0, 6e10}))));
        assertThat(svg.getAttribute("width")).isEqualTo("86mm");
        assertThat(texts(svg)).contains("K\u00a0[cm−1]", "Im\u00a0Ω\u00a0[1010\u00a0s−1]", "−2", "0", "6", "unstable");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("Grows at 6 × 10¹⁰ s⁻¹.");
    }

    @Test
    void gapsBreakACurve() throws Exception {
        final Element svg = parse(Panel.of("", K, K, List.of(Series.of("", Kind.LINE, Color.RED,
            new double[]{0, 1, Double.NaN, 2, 3, 4}, new double[]{0, 1, 0, 1, Double.NaN, 1}))));
        assertThat(path(svg, Color.RED.light()).chars().filter(c -> c == 'M').count()).isEqualTo(3);
    }

    @Test
    void rectanglesOfOneShadeAreOnePathAndGapsStayEmpty() throws Exception {
        final double[] values = {1, 1, 1e-3, Double.NaN, 1, 0};
        final Element svg = parse(Panel.of("", K, K, List.of()).heated(HeatMap.at(new double[]{0, 1, 2},
            new double[]{0, 1}, values), ColorScale.log("power", Axis.NUMBER, values)));
        final NodeList list = svg.getElementsByTagName("path");
        final List<String> shades = IntStream.range(0, list.getLength())
            .mapToObj(i -> (Element) list.item(i)).filter(p -> p.getAttribute("fill").startsWith("#"))
            .filter(p -> ((Element) p.getParentNode().getParentNode()).hasAttribute("clip-path"))
            .map(p -> p.getAttribute("fill") + " " + p.getAttribute("d").chars().filter(c -> c == 'z').count())
            .toList();
        assertThat(shades).containsExactly("#440154 1", "#fde725 2");
    }

    @Test
    void ticksAreRoundAndDecades() {
        assertThat(Scale.of(false, new double[]{0.003, 0.0171}, new double[]{Double.NaN, Double.NaN}).between(0, 100)
            .ticks(20).stream().map(Scale.Tick::text)).containsExactly("0.005", "0.01", "0.015");
        assertThat(Scale.of(true, new double[]{3e-7, 2}, new double[]{Double.NaN, Double.NaN}).between(0, 100)
            .ticks(20).stream().map(Scale.Tick::text)).containsExactly("10⁻⁷", "10⁻⁵", "10⁻³", "0.1", "10");
        assertThat(Scale.of(false, new double[]{2, 2}, new double[]{Double.NaN, Double.NaN}).max()).isGreaterThan(2);
    }

    @Test
    void longSeriesKeepTheirExtremes() {
        final double[] x = IntStream.range(0, 100_000).mapToDouble(i -> i).toArray();
        final double[] y = x.clone();
        Arrays.setAll(y, i -> i == 77_777 ? 5 : Math.sin(i));
        final Series drawn = Panel.of("", K, K, List.of(Series.of("", Kind.LINE, Color.RED, x, y))).series().get(0);
        assertThat(drawn.x()).hasSizeLessThanOrEqualTo(Series.MOST);
        assertThat(drawn.y()).contains(5);
        assertThat(drawn.all()).isEqualTo(100_000);
    }

    @Test
    void bytesAreTheSame() {
        final double[] values = {0.1, 0.2, 0.3, 0.4};
        final Panel panel = Panel.of("t", K, K, List.of(Series.of("a", Kind.AREA, Color.BLUE, values, values),
            Series.valued("b", values, values, values))).colored(ColorScale.diverging("G", "", values));
        final Figure.Cell cell = new Figure.Cell("", "", List.of(panel));
        assertThat(FigureSvg.of("x", cell)).isEqualTo(FigureSvg.of("x", cell)).doesNotContain("NaN");
    }

    /** Every byte of a figure, which must not depend on the machine. */
    @Test
    void everyByteIsKnown() {
        final Panel panel = Panel.of("", K, Axis.log("S", Axis.NUMBER), List.of(Series.of("s", Kind.DASHED, Color.GREEN,
            new double[]{0, 1}, new double[]{0.2, 700}), Series.of("", Kind.MARKS, Color.INK, new double[]{1},
            new double[]{700}, "7e2 s^-1")));
        assertThat(Path.of("src-test/org/flavorwaves/knime/view/paper/figure.svg")).content(StandardCharsets.UTF_8)
            .isEqualTo(FigureSvg.of("T", new Figure.Cell("", "c", List.of(panel))));
    }
}
