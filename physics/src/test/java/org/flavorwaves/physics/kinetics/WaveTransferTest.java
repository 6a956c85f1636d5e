package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** From the bands of one equilibrium to those of a neighbour, against products of their vectors one by one. */
class WaveTransferTest {
    private static final BoxModes BOX = KineticsChecks.box(12, 2);

    private static final Background START = KineticsChecks.equilibrium(4, 2);

    private static final WaveBasis OLD = WaveBasis.of(START, BOX, Progress.NONE);

    private static final WaveBasis NEXT = WaveBasis.of(moved(START, 0.1), BOX, Progress.NONE);

    private static Background moved(final Background start, final double factor) {
        final double[] lengths = start.state().lengths();
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] *= i % 2 == 0 ? factor : 1;
        }
        return new BackgroundPath(start.state(), start.environment(), EquilibriumOptions.DEFAULT, Progress.NONE)
            .moveTo(lengths, Progress.NONE);
    }

    /** left_b . right_c, [b][2 c] of wave n. */
    private static double[][] products(final WaveBasis left, final WaveBasis right, final int n) {
        final double[][] products = new double[left.bands()][2 * right.bands()];
        for (int c = 0; c < right.bands(); c++) {
            final double[] unit = new double[2 * right.size()];
            unit[2 * right.index(n, c)] = 1;
            final double[] phi = new double[2 * left.size()];
            left.expand(right.wave(unit, n), n, phi);
            for (int b = 0; b < left.bands(); b++) {
                products[b][2 * c] = phi[2 * left.index(n, b)];
                products[b][2 * c + 1] = phi[2 * left.index(n, b) + 1];
            }
        }
        return products;
    }

    /** Each amplitude goes to the band of the largest overlap, with its |A| and the phase of left . right A. */
    @Test
    void followedAmplitudesKeepTheirAction() {
        final double[] phi = KineticsChecks.amplitudes(OLD, new Random(4));
        final double[] moved = phi.clone();
        final WaveTransfer transfer = new WaveTransfer(OLD, NEXT);
        transfer.apply(moved, Transfer.FOLLOW);
        double worst = 1;
        for (int n = 1; n <= BOX.nMax(); n++) {
            final double[][] there = products(OLD, NEXT, n);
            final double[][] back = products(NEXT, OLD, n);
            for (int b = 0; b < OLD.bands(); b++) {
                int to = 0;
                double best = 0;
                for (int c = 0; c < NEXT.bands(); c++) {
                    final double overlap = Math.hypot(there[b][2 * c], there[b][2 * c + 1])
                        * Math.hypot(back[c][2 * b], back[c][2 * b + 1]);
                    to = overlap > best ? c : to;
                    best = Math.max(best, overlap);
                }
                worst = Math.min(worst, best);
                final double re = phi[2 * OLD.index(n, b)];
                final double im = phi[2 * OLD.index(n, b) + 1];
                final double x = back[to][2 * b] * re - back[to][2 * b + 1] * im;
                final double y = back[to][2 * b] * im + back[to][2 * b + 1] * re;
                final double factor = Math.hypot(re, im) / Math.hypot(x, y);
                assertThat(moved[2 * NEXT.index(n, to)]).isCloseTo(factor * x, within(1e-12));
                assertThat(moved[2 * NEXT.index(n, to) + 1]).isCloseTo(factor * y, within(1e-12));
            }
        }
        assertThat(transfer.worstOverlap()).isCloseTo(worst, within(1e-12)).isBetween(0.5, 0.999);
    }

    /** Projected waves are the same functions. */
    @Test
    void projectedWavesStay() {
        final double[] phi = KineticsChecks.amplitudes(OLD, new Random(4));
        final double[] moved = phi.clone();
        final WaveTransfer transfer = new WaveTransfer(OLD, NEXT);
        transfer.apply(moved, Transfer.PROJECT);
        for (int n = 1; n <= BOX.nMax(); n++) {
            final WaveFunction before = OLD.wave(phi, n);
            final WaveFunction after = NEXT.wave(moved, n);
            for (int i = 0; i < before.modes(); i++) {
                for (int a = 0; a < 3; a++) {
                    assertThat(after.re(i, a)).isCloseTo(before.re(i, a), within(1e-11));
                    assertThat(after.im(i, a)).isCloseTo(before.im(i, a), within(1e-11));
                }
            }
        }
        final WaveTransfer followed = new WaveTransfer(OLD, NEXT);
        followed.apply(phi, Transfer.FOLLOW);
        assertThat(transfer.worstOverlap()).isCloseTo(followed.worstOverlap(), within(1e-12));
    }

    /** Bands of one frequency, here of halves of modes, keep their action together, and are judged by no overlap. */
    @Test
    void groupsOfOneFrequencyKeepTheirAction() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NUBAR).rings(1, 1, -1, -1)
            .weight(0.5, 0.5, 0.5, 0.5).build();
        final Background start = Background.of(FlavorState.alongZ(modes, new double[]{1, 1, 1, 1},
            new double[]{1, 1, 0.5, 0.5}), Environment.FAST);
        final WaveBasis old = WaveBasis.of(start, BOX, Progress.NONE);
        final WaveBasis next = WaveBasis.of(moved(start, 0.9), BOX, Progress.NONE);
        final double[] phi = KineticsChecks.amplitudes(old, new Random(4));
        final double[] moved = phi.clone();
        new WaveTransfer(old, next).apply(moved, Transfer.FOLLOW);
        for (int w = 0; w < BOX.nMax(); w++) {
            double before = 0;
            double after = 0;
            for (int c = 2 * w * old.bands(); c < 2 * (w + 1) * old.bands(); c++) {
                before += phi[c] * phi[c];
                after += moved[c] * moved[c];
            }
            assertThat(after).isCloseTo(before, within(1e-12 * before));
        }
    }
}
