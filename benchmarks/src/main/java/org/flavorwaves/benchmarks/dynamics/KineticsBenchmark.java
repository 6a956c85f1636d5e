package org.flavorwaves.benchmarks.dynamics;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.kinetics.FlavorWaveKinetics;
import org.flavorwaves.physics.kinetics.InitialWaves;
import org.flavorwaves.physics.kinetics.KineticsOptions;
import org.flavorwaves.physics.kinetics.KineticsResult;
import org.flavorwaves.physics.kinetics.Transfer;
import org.flavorwaves.physics.kinetics.Waves;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.SecularWindow;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Where the kinetics of flavor waves agrees with the resolved equation, and what both cost. Both take the same waves of
 * the same boxes. The error is the largest difference of a |P_i| from an accurate resolved run, relative to its start;
 * "half" is the last output before a |P_i| has fallen below a half, "end" the last one. In the coarse row the tolerance
 * and the background step of SECULAR are ten and two times larger; fields are timed without bands and with those of all
 * outputs. The resolved equation is also timed with the loosest tolerance that keeps its error below that of the
 * kinetics. CPU times of one thread, the least of several runs, five or as many as take a second. A second table shows
 * how the cost grows with the number of modes, beside one box of the same modes, waves and tolerance.
 */
public final class KineticsBenchmark {
    private static final int OUTPUTS = 16;

    private static final double COST_TOLERANCE = 1e-6;

    private static final double TOLERANCE = 1e-4;

    private static final double BACKGROUND_STEP = 0.05;

    /** By what both are raised in the coarse row. */
    private static final double COARSER_TOLERANCE = 10;

    private static final double COARSER_STEP = 2;

    /** Runs of which the fastest counts, and the time in s after which no other is begun. */
    private static final int RUNS = 5;

    private static final double ENOUGH = 1;

    /** Modes times waves up to which the secular amplitudes are timed. */
    private static final int SECULAR_SIZE = 128;

    private static final Case[] CASES = {
        new Case("weak, lambda 0.7", 2, 0.7, 12, 4, 200, 1e-3), new Case("weak, lambda 0.7", 3, 0.7, 12, 4, 100, 1e-3),
        new Case("weak, lambda 300", 3, 300, 12, 4, 90, 1e-3), new Case("4 waves, lambda 30", 5, 30, 12, 6, 100, 1e-3),
        new Case("two equal beams", -1, 0, 2 * Math.PI / 1.9, 3, 6, 1e-3),
        new Case("unequal beams, edge", -2, 0, 2 * Math.PI / 2.8, 3, 10, 1e-2)};

    private record Case(String name, int seed, double matter, double length, int waves, double duration,
        double amplitude) {
        Environment environment() {
            return seed < 0 ? Environment.FAST : new Environment(0.3, matter, 1);
        }

        FlavorState state() {
            if (seed < 0) {
                final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
                    .weight(1, 1).build();
                return FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, seed == -1 ? 1 : 0.5});
            }
            return state(5);
        }

        FlavorState state(final int modes) {
            final EquilibriumResult result = new MixingEquilibrium(EquilibriumOptions.DEFAULT)
                .solve(KineticsBenchmark.random(modes, new Random(seed)), environment(), Progress.NONE);
            return result.state();
        }
    }

    private KineticsBenchmark() {
    }

    /**
     * Runs.
     *
     * @param args numbers of cases from 0 on, "cost" for the second table; none for all
     */
    public static void main(final String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.out.printf("%-20s %7s %7s  %-18s %8s %8s %7s %7s %9s %9s %9s %7s%n", "case", "growth", "spacing",
            "kinetics", "half", "end", "steps", "bands", "CPU s", "box CPU s", "box steps", "ratio");
        final Set<String> wanted = Set.of(args);
        for (int c = 0; c < CASES.length; c++) {
            if (wanted.isEmpty() || wanted.contains(String.valueOf(c))) {
                compare(CASES[c]);
            }
        }
        if (!wanted.isEmpty() && !wanted.contains("cost")) {
            return;
        }
        System.out.printf("%n%6s %6s %8s %9s %9s %8s %9s %8s%n", "N", "waves", "falls by", "box CPU s", "fields s",
            "ratio", "secular s", "ratio");
        for (final int modes : new int[]{8, 16, 32, 64, 128}) {
            for (final int waves : new int[]{8, 32}) {
                cost(new Case("cost", 5, 0.7, 12, waves, 40, 1e-2), modes, modes * waves <= SECULAR_SIZE);
            }
        }
    }

    /** Cost of the same evolution by one box, by fields and by secular amplitudes; tolerances are alike. */
    private static void cost(final Case c, final int modes, final boolean secular) {
        final FlavorState state = c.state(modes);
        final BoxModes box = new BoxModes(c.length(), new WaveVector(0, 0, 1), c.waves());
        final InitialWaves start = InitialWaves.randomTilts(c.amplitude(), 7);
        final WaveFunction[] waves = start.on(Background.of(state, c.environment()), box, n -> {
            throw new IllegalStateException("Tilts need no bands.");
        });
        final BoxField field = field(state, box, waves);
        final Timed<QkeRun> resolved = least(() -> resolve(c, field, COST_TOLERANCE));
        final Timed<KineticsResult> full =
            least(() -> evolve(c, Waves.FULL, SecularWindow.INFINITE, state, box, start));
        final double seconds = secular
            ? least(() -> evolve(c, Waves.SECULAR, SecularWindow.AUTO, state, box, start)).seconds() : Double.NaN;
        System.out.printf("%6d %6d %8.4f %9.4f %9.4f %8.2f %9.3f %8.2f%n", modes, c.waves(),
            1 - full.result().shortest().share(), resolved.seconds(), full.seconds(),
            full.seconds() / resolved.seconds(), seconds, seconds / resolved.seconds());
    }

    private record Timed<T>(T result, double seconds) {
    }

    private static <T> Timed<T> least(final Supplier<T> task) {
        double total = 0;
        double best = Double.POSITIVE_INFINITY;
        T result = null;
        for (int r = 0; r < RUNS && total < ENOUGH; r++) {
            final double from = cpu();
            result = task.get();
            final double seconds = cpu() - from;
            best = Math.min(best, seconds);
            total += seconds;
        }
        return new Timed<>(result, best);
    }

    private static KineticsResult evolve(final Case c, final Waves waves, final SecularWindow window,
        final FlavorState state, final BoxModes box, final InitialWaves start) {
        return new FlavorWaveKinetics(KineticsOptions.DEFAULT.withWaves(waves).withWindow(window)
            .withAccuracy(COST_TOLERANCE, 0.03).withBounds(1e9, 1L << 32).withListed(0))
            .evolve(state, c.environment(), box, start, times(c.duration()), 0, Progress.NONE);
    }

    private static void compare(final Case c) {
        final FlavorState state = c.state();
        final BoxModes box = new BoxModes(c.length(), new WaveVector(0, 0, 1), c.waves());
        final WaveBasis basis = WaveBasis.of(Background.of(state, c.environment()), box, Progress.NONE);
        final InitialWaves start = InitialWaves.randomTilts(c.amplitude(), 7);
        final BoxField field = field(state, box, start.on(basis.background(), box, n -> basis));
        final QkeRun exact = resolve(c, field, 1e-11);
        final double auto = SecularWindow.AUTO.delta(basis);
        for (final double factor : new double[]{0.25, 1, 4, Double.POSITIVE_INFINITY}) {
            row(c, Waves.SECULAR, state, basis, start, field, exact, SecularWindow.of(factor * auto),
                String.format("project, %.3g", factor * auto), Transfer.PROJECT);
        }
        row(c, Waves.SECULAR, state, basis, start, field, exact, SecularWindow.AUTO,
            String.format("follow, %.3g", auto), Transfer.FOLLOW);
        row(c, KineticsOptions.DEFAULT.withWaves(Waves.SECULAR).withAccuracy(COARSER_TOLERANCE * TOLERANCE,
            COARSER_STEP * BACKGROUND_STEP), state, basis, start, field, exact, String.format("coarse, %.3g", auto));
        final KineticsOptions full = KineticsOptions.DEFAULT.withWaves(Waves.FULL).withWindow(SecularWindow.INFINITE)
            .withAccuracy(TOLERANCE, BACKGROUND_STEP);
        row(c, full.withListed(0), state, basis, start, field, exact, "fields");
        row(c, full, state, basis, start, field, exact, "fields and bands");
    }

    private static void row(final Case c, final Waves waves, final FlavorState state, final WaveBasis basis,
        final InitialWaves start, final BoxField field, final QkeRun exact, final SecularWindow window,
        final String name, final Transfer transfer) {
        row(c, KineticsOptions.DEFAULT.withWaves(waves).withWindow(window).withTransfer(transfer)
            .withAccuracy(TOLERANCE, BACKGROUND_STEP), state, basis, start, field, exact, name);
    }

    private static void row(final Case c, final KineticsOptions accuracy, final FlavorState state,
        final WaveBasis basis, final InitialWaves start, final BoxField field, final QkeRun exact,
        final String name) {
        final KineticsOptions options = accuracy.withBounds(1e9, 1L << 32);
        final Timed<KineticsResult> timed = least(() -> new FlavorWaveKinetics(options).evolve(state, c.environment(),
            basis.box(), start, times(c.duration()), 0, Progress.NONE));
        final KineticsResult result = timed.result();
        final double seconds = timed.seconds();
        final double[] errors = errors(result.samples().stream().map(s -> s.state()).toList(), exact);
        double boxSeconds = Double.NaN;
        long boxSteps = 0;
        for (double tolerance = 1e-2; tolerance > 1e-10; tolerance /= 4) {
            final double loose = tolerance;
            final Timed<QkeRun> run = least(() -> resolve(c, field, loose));
            boxSeconds = run.seconds();
            boxSteps = run.result().steps();
            if (errors(run.result().samples().stream().map(s -> s.mean()).toList(), exact)[0] <= errors[0]) {
                break;
            }
        }
        System.out.printf("%-20s %7.4f %7.4f  %-18s %8.1e %8.1e %7d %7d %9.4f %9.4f %9d %7.2f%s%n", c.name(),
            basis.largestGrowth(), basis.modeSpacing(), name, errors[0], errors[1], result.steps(),
            result.backgrounds(), seconds, boxSeconds, boxSteps, seconds / boxSeconds,
            result.stopped().map(s -> "  " + s).orElse(""));
    }

    private static double[] times(final double duration) {
        final double[] times = new double[OUTPUTS + 1];
        for (int t = 0; t <= OUTPUTS; t++) {
            times[t] = duration * t / OUTPUTS;
        }
        return times;
    }

    private static QkeRun resolve(final Case c, final BoxField field, final double tolerance) {
        return new QkeBox(c.environment(), StepControl.adaptive(tolerance), 1e9, false).evolve(field, c.duration(),
            OUTPUTS, Progress.NONE);
    }

    /** Errors up to half depolarization and at the end. */
    private static double[] errors(final List<FlavorState> states, final QkeRun exact) {
        final FlavorState first = exact.samples().get(0).mean();
        final double[] errors = new double[2];
        boolean half = false;
        for (int t = 0; t < Math.min(states.size(), exact.samples().size()); t++) {
            double error = 0;
            for (int i = 0; i < first.size(); i++) {
                final double length = exact.samples().get(t).mean().length(i);
                half |= length < 0.5 * first.length(i);
                error = Math.max(error, Math.abs(states.get(t).length(i) - length) / first.length(i));
            }
            errors[0] = half ? errors[0] : Math.max(errors[0], error);
            errors[1] = error;
        }
        return errors;
    }

    private static BoxField field(final FlavorState state, final BoxModes box, final WaveFunction[] waves) {
        final double[] squares = new double[state.size()];
        for (final WaveFunction wave : waves) {
            for (int i = 0; i < squares.length; i++) {
                squares[i] += 2 * wave.weight(i);
            }
        }
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (int i = 0; i < squares.length; i++) {
            for (final double[] component : p) {
                component[i] *= Math.sqrt(1 - squares[i] / (state.length(i) * state.length(i)));
            }
        }
        final BoxGrid grid = box.grid();
        BoxField field = BoxField.homogeneous(grid, state.withPolarization(p[0], p[1], p[2]));
        for (int n = 1; n <= waves.length; n++) {
            field = field.plusWave(grid.index(0, 0, n), waves[n - 1], 1);
        }
        return field;
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() * 1e-9;
    }

    /** Random directions, both species, vacuum frequencies in [-1, 1], |P| up to P0. */
    private static FlavorState random(final int n, final Random random) {
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] omega = new double[n];
        final double[] p0 = new double[n];
        final double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            direction(random, 1, v, i);
            w[i] = (0.2 + 0.8 * random.nextDouble()) / Math.sqrt(n);
            omega[i] = 2 * random.nextDouble() - 1;
            p0[i] = 0.2 + 0.8 * random.nextDouble();
            direction(random, p0[i] * (1 - random.nextDouble()), p, i);
        }
        return new FlavorState(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w)
            .omega(omega).build(), p0, p[0], p[1], p[2]);
    }

    private static void direction(final Random random, final double length, final double[][] out, final int i) {
        final double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double norm = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
        for (int a = 0; a < 3; a++) {
            out[a][i] = u[a] * length * (1 - 1e-15) / norm;
        }
    }
}
