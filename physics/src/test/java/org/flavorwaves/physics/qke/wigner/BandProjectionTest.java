package org.flavorwaves.physics.qke.wigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

class BandProjectionTest {
    private static final double LENGTH = 7;

    private static final int MODES = 3;

    private static final Background BACKGROUND = Background.of(
        Backgrounds.tilted(Backgrounds.modes(MODES, new Random(5), false), new Random(6)),
        new Environment(0.4, 0.6, 1));

    /** Amplitudes 2 exp(0.3 i) of band 4 and 0.5 of band 1 in waves 1 and 2, and band 4 alone in wave 3. */
    private static WignerFunction waves(final BandLine line) {
        final double[][] re = new double[3][3 * MODES];
        final double[][] im = new double[3][3 * MODES];
        for (int n = 1; n <= 3; n++) {
            final WaveFunction strong = line.at(2 * n - 2).vectors().orElseThrow().right(4);
            final WaveFunction weak = line.at(2 * n - 2).vectors().orElseThrow().right(1);
            for (int c = 0; c < 3 * MODES; c++) {
                re[n - 1][c] = 2 * (Math.cos(0.3) * strong.re(c / 3, c % 3) - Math.sin(0.3) * strong.im(c / 3, c % 3))
                    + (n < 3 ? 0.5 * weak.re(c / 3, c % 3) : 0);
                im[n - 1][c] = 2 * (Math.sin(0.3) * strong.re(c / 3, c % 3) + Math.cos(0.3) * strong.im(c / 3, c % 3))
                    + (n < 3 ? 0.5 * weak.im(c / 3, c % 3) : 0);
            }
        }
        return new WignerFunction(LENGTH, re, im);
    }

    private static BandLine line() {
        final WaveVector[] points = new WaveVector[5];
        for (int twice = 2; twice <= 6; twice++) {
            points[twice - 2] = new WaveVector(0, 0, Math.PI * twice / LENGTH);
        }
        return new BandLineSolver(BandDetail.VECTORS).solve(BACKGROUND, List.of(points), Progress.NONE);
    }

    /** Left vectors single out a band however far from orthogonal the right ones are. */
    @Test
    void intensityIsTheSquareOfTheAmplitude() {
        final WignerFunction function = waves(line());
        final BandProjection projection =
            BandProjection.of(function, BACKGROUND, BandProjection.Choice.STRONGEST, Progress.NONE);
        assertThat(projection.band()).isEqualTo(4);
        assertThat(projection.power()).isCloseTo(3 * 4, within(1e-11));
        final int places = 16;
        final double[] z = new double[places];
        for (int q = 0; q < places; q++) {
            z[q] = LENGTH * q / places;
        }
        for (int n = 1; n <= 3; n++) {
            double mean = 0;
            for (final double intensity : projection.intensities(2 * n, z)) {
                mean += intensity / places;
            }
            assertThat(mean).as("wave %s", n).isCloseTo(4, within(1e-11));
        }
        double half = 0;
        for (final double intensity : projection.intensities(3, z)) {
            half += intensity / places;
        }
        assertThat(half).as("between waves the mean vanishes").isCloseTo(0, within(1e-12));
        assertThat(projection.omegaRe(4)).isEqualTo(line().at(2).omegaRe(4));
    }

    @Test
    void choosesByGrowthAndParticipation() {
        final BandLine line = line();
        final WignerFunction function = waves(line);
        int strongest = 1;
        for (int n = 2; n <= 3; n++) {
            strongest = function.power(n) > function.power(strongest) ? n : strongest;
        }
        final BandProjection fastest =
            BandProjection.of(function, BACKGROUND, BandProjection.Choice.FASTEST, Progress.NONE);
        assertThat(fastest.omegaIm(2 * strongest)).isEqualTo(line.at(2 * strongest - 2).omegaIm(
            line.at(2 * strongest - 2).fastest()));
        final BandProjection shared =
            BandProjection.of(function, BACKGROUND, BandProjection.Choice.MOST_COLLECTIVE, Progress.NONE);
        for (int b = 0; b < 3 * MODES; b++) {
            assertThat(line.at(2 * strongest - 2).measures().orElseThrow().participation(b)).isLessThanOrEqualTo(
                line.at(2 * strongest - 2).measures().orElseThrow().participation(shared.band()));
        }
    }
}
