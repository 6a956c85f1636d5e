package org.flavorwaves.knime.view.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import org.flavorwaves.knime.view.panel.Series.Kind;
import org.junit.jupiter.api.Test;

/** Curves of many pieces. */
class SeriesTest {
    /** 1000 rising pieces of five points, with gaps between them. */
    @Test
    void thinnedPiecesKeepTheirEnds() {
        final double[] x = new double[6000];
        final double[] y = new double[6000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % 6 == 5 ? Double.NaN : i % 6;
            y[i] = i % 6 == 5 ? Double.NaN : i / 6 + 0.1 * (i % 6);
        }
        final Series thinned = Series.of("", Kind.LINE, Color.RED, x, y).thinned();
        assertThat(thinned.x().length).isBetween(3000, 5000);
        assertThat(thinned.all()).isEqualTo(6000);
        assertThat(Arrays.stream(thinned.x()).filter(at -> at == 0).count()).isEqualTo(1000);
        assertThat(Arrays.stream(thinned.x()).filter(at -> at == 4).count()).isEqualTo(1000);
    }

    @Test
    void shiftsStayWithTheirPoints() {
        final double[] x = new double[10_000];
        Arrays.setAll(x, i -> i);
        final Series thinned = Series.of("", Kind.POINTS, Color.RED, x, x).shifted(x).thinned();
        assertThat(thinned.shifts()).isEqualTo(thinned.x());
    }
}
