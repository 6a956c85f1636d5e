package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.junit.jupiter.api.Test;

/** Against all waves of a dense problem, by an independent program (numpy). */
class WaveMixingTest {
    private static final double[] V = {0.9, 0.3, -0.4, -1};

    private static final double[] W = {0.5, 0.4, 0.6, 0.3};

    private static final double[] SIGNED = {0.5, -0.4, 0.6, 0.3};

    private static final double[] P = {0.4, 0.55, 0.35, 0.5};

    private static final double[] IN_TIME = {0.01, -0.02, 0.005, 0.003};

    private static final double[] ALONG = {-0.003, 0.004, 0.002, 0.001};

    /** The fastest wave of a wave number. */
    private static WaveMixing wave(final double k, final double re, final double im) {
        final FollowedRoots roots = new FollowedRoots(Sector.LONGITUDINAL, V, 1);
        final double[] g = new double[V.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = SIGNED[i] * P[i];
        }
        roots.setNumbers(g);
        roots.search(0, k);
        roots.move(0, k);
        assertThat(roots.re(0)).isCloseTo(re, within(1e-12));
        assertThat(roots.growth(0)).isCloseTo(im, within(1e-12));
        final Complex[] detuning = new Complex[V.length];
        final Complex[] force = new Complex[V.length];
        for (int i = 0; i < g.length; i++) {
            detuning[i] = roots.moved().detuning(i);
            force[i] = roots.moved().force(i);
        }
        return new WaveMixing(new double[][]{new double[4], new double[4], V}, W, SIGNED, P, detuning, force);
    }

    @Test
    void isTheSumOverAllOtherWaves() {
        assertThat(wave(0.13, -0.03363974645764872, 0.039633803095240644).of(IN_TIME, ALONG, 0.02))
            .isCloseTo(0.4865698574411414, within(1e-10));
        assertThat(wave(0.38, -0.055983092546551594, 0.13085669194965116).of(IN_TIME, ALONG, 0.02))
            .isCloseTo(0.1749086710381271, within(1e-10));
    }

    /** No change, no mixing; twice the gradient, twice the mixing. */
    @Test
    void vanishesWithTheChange() {
        final WaveMixing wave = wave(0.38, -0.055983092546551594, 0.13085669194965116);
        final double[] none = new double[4];
        assertThat(wave.of(none, none, 0)).isZero();
        assertThat(wave.of(none, none, 2) / wave.of(none, none, 1)).isCloseTo(2, within(1e-12));
    }
}
