package org.flavorwaves.benchmarks.dynamics;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.flavorwaves.physics.kinetics.random.RandomPhaseGas;
import org.flavorwaves.physics.kinetics.random.RandomPhaseKinetics;
import org.flavorwaves.physics.kinetics.random.RandomPhaseOptions;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult;
import org.flavorwaves.physics.kinetics.random.RandomPhaseSample;
import org.flavorwaves.physics.kinetics.random.WaveLine;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Waves of random phases beside an ensemble of resolved boxes of the same medium, wave numbers and noise. CPU seconds
 * of one thread: of the kinetics the mean of runs of a second after another second, of the boxes all of them, with a
 * tolerance that keeps a box on its path. Errors are those of |P_i| relative to the start, root mean square over the
 * modes, against the mean of the boxes; the scatter is that of one box about it. Where the theory says from when on it
 * is doubtful, later rows carry a question mark.
 */
public final class RandomPhaseBenchmark {
    private static final int BOXES = 20;

    private static final double TOLERANCE = 1e-5;

    /** CPU time in s after which the compiler is done with the waves, as it is with twenty boxes after the first. */
    private static final double WARM_UP = 5;

    private RandomPhaseBenchmark() {
    }

    /**
     * Runs.
     *
     * @param args number of boxes, then names of media; none for 20 boxes of all media
     */
    public static void main(final String[] args) {
        Locale.setDefault(Locale.ROOT);
        final int boxes = args.length > 0 ? Integer.parseInt(args[0]) : BOXES;
        final List<String> names = List.of(args).subList(Math.min(1, args.length), args.length);
        for (final RandomPhaseMedium medium : RandomPhaseMedium.values()) {
            if (names.isEmpty() || names.contains(medium.name())) {
                compare(medium, boxes);
            }
        }
    }

    private static void compare(final RandomPhaseMedium medium, final int boxes) {
        final FlavorState state = medium.state();
        final double[] times = medium.times();
        final double warm = cpu();
        RandomPhaseResult waves = waves(medium, state);
        while (cpu() - warm < WARM_UP) {
            waves = waves(medium, state);
        }
        final double measured = cpu();
        int runs = 0;
        while (cpu() - measured < 1) {
            waves(medium, state);
            runs++;
        }
        final double seconds = (cpu() - measured) / runs;
        final double[][] mean = new double[times.length][state.size()];
        final double[][] square = new double[times.length][state.size()];
        double boxSeconds = 0;
        for (int b = 0; b < boxes; b++) {
            final BoxField start = noisy(medium, state, b + 1);
            final double from = cpu();
            final QkeRun run = new QkeBox(medium.environment(), StepControl.adaptive(TOLERANCE), 1e9, false)
                .evolve(start, times[times.length - 1], times.length - 1, Progress.NONE);
            boxSeconds += cpu() - from;
            for (int t = 0; t < times.length; t++) {
                for (int i = 0; i < state.size(); i++) {
                    final double length = along(state, run.samples().get(t).mean(), i);
                    mean[t][i] += length / boxes;
                    square[t][i] += length * length / boxes;
                }
            }
        }
        System.out.printf("%s: %d modes, %d wave numbers, %d points; growth %.4g, %d bands, %d steps, %s%n"
            + "  waves %.4f s, %d boxes %.1f s, ratio %.0f%n  %10s %10s %10s %10s %10s%n", medium.name(), state.size(),
            medium.waves(), medium.points(), waves.samples().get(0).growth(), waves.samples().get(0).bands().size(),
            waves.steps(), waves.end(), seconds, boxes, boxSeconds, boxSeconds / seconds, "t", "change", "error",
            "scatter", "error/sc");
        for (int t = 1; t < waves.samples().size(); t++) {
            row(state, waves, t, mean[t], square[t]);
        }
    }

    private static RandomPhaseResult waves(final RandomPhaseMedium medium, final FlavorState state) {
        return new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT.withCut(medium.cut())).evolve(
            RandomPhaseGas.of(state, medium.environment(), medium.noise()),
            WaveLine.ofBox(new WaveVector(0, 0, 1), medium.length(), medium.waves()), medium.times(), Progress.NONE);
    }

    private static void row(final FlavorState state, final RandomPhaseResult waves, final int t, final double[] mean,
        final double[] square) {
        final RandomPhaseSample sample = waves.samples().get(t);
        double change = 0;
        double error = 0;
        double scatter = 0;
        for (int i = 0; i < mean.length; i++) {
            change += Math.pow(1 - mean[i], 2) / mean.length;
            error += Math.pow(sample.state().length(i) / state.length(i) - mean[i], 2) / mean.length;
            scatter += Math.max(0, square[i] - mean[i] * mean[i]) / mean.length;
        }
        System.out.printf("  %10.4g %10.4f %10.5f %10.5f %10.2f%s%n", sample.time(), Math.sqrt(change),
            Math.sqrt(error), Math.sqrt(scatter), Math.sqrt(error / scatter),
            sample.time() >= waves.doubtful() ? "?" : "");
    }

    /** |P_i| relative to its start, negative if it has turned over. */
    private static double along(final FlavorState start, final FlavorState state, final int i) {
        final double dot = start.px(i) * state.px(i) + start.py(i) * state.py(i) + start.pz(i) * state.pz(i);
        return Math.copySign(state.length(i), dot) / start.length(i);
    }

    /** A box with noise of the medium's density across every P_i. */
    private static BoxField noisy(final RandomPhaseMedium medium, final FlavorState state, final int seed) {
        final Random random = new Random(seed);
        final BoxGrid grid = BoxGrid.line(2, medium.length(), medium.points());
        BoxField field = BoxField.homogeneous(grid, state);
        for (int h = 1; h <= Math.min(medium.waves(), grid.cutoff(2)); h++) {
            final double[] re = new double[3 * state.size()];
            final double[] im = new double[3 * state.size()];
            for (int i = 0; i < state.size(); i++) {
                final double sigma = state.length(i) * Math.sqrt(medium.noise() * Math.PI / medium.length());
                across(state, i, sigma, random, re);
                across(state, i, sigma, random, im);
            }
            field = field.plusWave(grid.index(0, 0, h), WaveFunction.owning(re, im), 1);
        }
        return field;
    }

    private static void across(final FlavorState state, final int i, final double sigma, final Random random,
        final double[] out) {
        final double[] p = {state.px(i), state.py(i), state.pz(i)};
        double along = 0;
        for (int a = 0; a < 3; a++) {
            out[3 * i + a] = sigma * random.nextGaussian();
            along += out[3 * i + a] * p[a] / (state.length(i) * state.length(i));
        }
        for (int a = 0; a < 3; a++) {
            out[3 * i + a] -= along * p[a];
        }
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-9;
    }
}
