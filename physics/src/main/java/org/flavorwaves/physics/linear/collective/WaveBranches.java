package org.flavorwaves.physics.linear.collective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Numbers growing waves along a line of wave vectors so that a number means one branch: waves of neighbouring wave
 * vectors are paired by what their exact complex slopes predict of each other, closest first. A branch that falls below
 * the floor ends; one that rises above it begins with a new number.
 */
public final class WaveBranches {
    private WaveBranches() {
    }

    /** Two waves of neighbouring wave vectors with the distance of prediction and frequency. */
    private record Pair(int before, int after, double distance) {
    }

    /**
     * Numbers the waves of a line.
     *
     * @param line growing waves at neighbouring wave vectors
     * @return for each wave vector the branch of each wave, counted from 0 in the order of their beginning
     */
    public static List<int[]> number(final List<UnstableWaves> line) {
        final List<int[]> numbers = new ArrayList<>();
        int next = 0;
        for (int p = 0; p < line.size(); p++) {
            final int[] here = new int[line.get(p).waves().size()];
            Arrays.fill(here, -1);
            if (p > 0) {
                follow(line.get(p - 1), line.get(p), numbers.get(p - 1), here);
            }
            for (int w = 0; w < here.length; w++) {
                if (here[w] < 0) {
                    here[w] = next++;
                }
            }
            numbers.add(here);
        }
        return numbers;
    }

    private static void follow(final UnstableWaves from, final UnstableWaves to, final int[] before,
        final int[] after) {
        final WaveVector step = to.k().minus(from.k());
        final List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < before.length; a++) {
            for (int b = 0; b < after.length; b++) {
                final UnstableWave left = from.waves().get(a);
                final UnstableWave right = to.waves().get(b);
                final double distance = 0.5 * (difference(left, right, step) + difference(right, left, step.negated()));
                if (left.sector() == right.sector() && distance <= step.norm()) {
                    pairs.add(new Pair(a, b, distance));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distance).thenComparingInt(Pair::before)
            .thenComparingInt(Pair::after));
        final boolean[] ended = new boolean[before.length];
        for (final Pair pair : pairs) {
            if (!ended[pair.before] && after[pair.after] < 0) {
                ended[pair.before] = true;
                after[pair.after] = before[pair.before];
            }
        }
    }

    private static double difference(final UnstableWave from, final UnstableWave to, final WaveVector step) {
        final WaveVector velocity = from.velocity();
        final WaveVector slope = from.growthSlope();
        return new Complex(to.omegaRe() - from.omegaRe() - velocity.dot(step.kx(), step.ky(), step.kz()),
            to.growth() - from.growth() - slope.dot(step.kx(), step.ky(), step.kz())).abs();
    }
}
