package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;

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

    /**
     * Each amplitude goes to the band of the largest overlap, with its |A| and the phase of left . right A; bands of
     * one frequency go together, and are judged by no overlap.
     */
    private static void follow(final WaveBasis old, final WaveBasis next, final int silent, final double least,
        final double most) {
        final double[] phi = KineticsChecks.amplitudes(old, new Random(4));
        Arrays.fill(phi, 0, 2 * silent * old.bands(), 0);
        final double[] moved = phi.clone();
        final WaveTransfer transfer = new WaveTransfer(old, next);
        transfer.apply(moved, Transfer.FOLLOW);
        double worst = 1;
        for (int n = 1; n <= BOX.nMax(); n++) {
            final double[][] there = products(old, next, n);
            final double[][] back = products(next, old, n);
            for (int b = 0; b < old.bands(); b++) {
                final int first = b;
                final int wave = n;
                final int[] group = IntStream.range(0, old.bands()).filter(c -> Math.hypot(
                    old.omegaRe(old.index(wave, c)) - old.omegaRe(old.index(wave, first)),
                    old.omegaIm(old.index(wave, c)) - old.omegaIm(old.index(wave, first))) < 1e-9).toArray();
                final int[] nearest = IntStream.range(0, next.bands()).boxed()
                    .sorted(Comparator.comparingDouble(c -> -overlap(there, back, group, c)))
                    .limit(group.length).mapToInt(c -> c).toArray();
                if (group.length == 1 && n > silent) {
                    worst = Math.min(worst, overlap(there, back, group, nearest[0]));
                }
                double before = 0;
                for (final int member : group) {
                    before += Math.pow(Math.hypot(phi[2 * old.index(n, member)], phi[2 * old.index(n, member) + 1]), 2);
                }
                final double[] x = new double[group.length];
                final double[] y = new double[group.length];
                double after = 0;
                for (int c = 0; c < group.length; c++) {
                    for (final int member : group) {
                        final double re = phi[2 * old.index(n, member)];
                        final double im = phi[2 * old.index(n, member) + 1];
                        x[c] += back[nearest[c]][2 * member] * re - back[nearest[c]][2 * member + 1] * im;
                        y[c] += back[nearest[c]][2 * member] * im + back[nearest[c]][2 * member + 1] * re;
                    }
                    after += x[c] * x[c] + y[c] * y[c];
                }
                for (int c = 0; c < group.length; c++) {
                    final int at = 2 * next.index(n, nearest[c]);
                    final double factor = n > silent ? Math.sqrt(before / after) : 0;
                    assertThat(moved[at]).isCloseTo(factor * x[c], within(1e-10));
                    assertThat(moved[at + 1]).isCloseTo(factor * y[c], within(1e-10));
                }
            }
        }
        assertThat(transfer.worstOverlap()).isCloseTo(worst, within(1e-10)).isBetween(least, most);
    }

    private static double overlap(final double[][] there, final double[][] back, final int[] group, final int c) {
        double sum = 0;
        for (final int b : group) {
            sum += Math.hypot(there[b][2 * c], there[b][2 * c + 1]) * Math.hypot(back[c][2 * b], back[c][2 * b + 1]);
        }
        return sum;
    }

    @Test
    void followedAmplitudesKeepTheirAction() {
        follow(OLD, NEXT, 0, 0.5, 0.999);
        follow(OLD, NEXT, 1, 0.5, 0.9999);
    }

    /** Growing and damped waves of two beams, whose products of vectors are complex. */
    @Test
    void followedAmplitudesOfGrowingWaves() {
        final Background start = Background.of(KineticsChecks.twoBeams(1, 0.6), Environment.FAST);
        final WaveBasis old = WaveBasis.of(start, BOX, Progress.NONE);
        assertThat(old.largestGrowth()).isGreaterThan(0.5);
        follow(old, WaveBasis.of(moved(start, 0.9), BOX, Progress.NONE), 0, 0.3, 0.9995);
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

    /** Bands of one frequency, here of halves of modes, go together. */
    @Test
    void groupsOfOneFrequencyKeepTheirAction() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NUBAR).rings(1, 1, -1, -1)
            .weight(0.5, 0.5, 0.5, 0.5).build();
        final Background start = Background.of(FlavorState.alongZ(modes, new double[]{1, 1, 1, 1},
            new double[]{1, 1, 0.6, 0.6}), Environment.FAST);
        follow(WaveBasis.of(start, BOX, Progress.NONE),
            WaveBasis.of(moved(start, 0.9), BOX, Progress.NONE), 0, 0.3, 1);
    }
}
