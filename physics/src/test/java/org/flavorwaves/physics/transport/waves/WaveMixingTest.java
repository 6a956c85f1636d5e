package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;

/** Against all waves of a dense problem, by an independent program (numpy). */
class WaveMixingTest {
    private static final double[] V = {0.9, 0.3, -0.4, -1};

    private static final double[] W = {0.5, 0.4, 0.6, 0.3};

    private static final double[] SIGNED = {0.5, -0.4, 0.6, 0.3};

    private static final double[] P = {0.4, 0.55, 0.35, 0.5};

    private static final double[] IN_TIME = {0.01, -0.02, 0.005, 0.003};

    private static final double[] ALONG = {-0.003, 0.004, 0.002, 0.001};

    private static double mixing(final double k, final double re, final double im, final double matter) {
        return new WaveMixing(V, W, SIGNED, P, new Complex(re, im), k).of(IN_TIME, ALONG, matter);
    }

    @Test
    void isTheSumOverAllOtherWaves() {
        assertThat(mixing(0.13, -0.03363974645764872, 0.039633803095240644, 0.02))
            .isCloseTo(0.4865698574411414, within(1e-10));
        assertThat(mixing(0.38, -0.055983092546551594, 0.13085669194965116, 0.02))
            .isCloseTo(0.1749086710381271, within(1e-10));
    }

    /** No change, no mixing; twice the gradient, twice the mixing. */
    @Test
    void vanishesWithTheChange() {
        final WaveMixing wave = new WaveMixing(V, W, SIGNED, P,
            new Complex(-0.055983092546551594, 0.13085669194965116), 0.38);
        final double[] none = new double[4];
        assertThat(wave.of(none, none, 0)).isZero();
        assertThat(wave.of(none, none, 2) / wave.of(none, none, 1)).isCloseTo(2, within(1e-12));
    }
}
