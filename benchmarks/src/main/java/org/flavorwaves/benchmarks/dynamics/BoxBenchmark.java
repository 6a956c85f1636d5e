package org.flavorwaves.benchmarks.dynamics;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

import com.sun.management.OperatingSystemMXBean;
import org.flavorwaves.physics.qke.BoxSample;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.qke.ThreeFlavorBox;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.ThreeFlavorPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * Cost of the resolved box against the number of modes and points, and at equal error against the classical scheme of
 * public codes: finite differences of order 4 in space and the Runge-Kutta method of order 4 in time.
 */
public final class BoxBenchmark {
    /** Time of runs before the first that is timed, in ns. */
    private static final long WARM_UP = 5_000_000_000L;

    /** Steps of a run of which the cost is measured, many beside the 36 evaluations of its start. */
    private static final int STEPS = 480;

    private static final int REPEATS = 5;

    private static final double DEMAND = 3e7;

    private static final double DT = 0.001;

    private static final int MODES = 64;

    private static final double LENGTH = 20;

    private static final double DURATION = 16;

    /** Points that all grids have in common. */
    private static final int COMMON = 250;

    private static final int[][] SIZES = {{64, 2000}, {64, 2048}, {64, 500}, {64, 1000}, {64, 4000}, {64, 8000},
        {16, 2000}, {32, 2000}, {128, 2000}, {256, 2000}};

    private static final OperatingSystemMXBean OS =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private BoxBenchmark() {
    }

    /**
     * Measures.
     *
     * @param args nothing, or "cost", "error" or "flavors" for one part
     */
    public static void main(final String[] args) {
        final String part = args.length > 0 ? args[0] : "";
        if (part.isEmpty() || part.equals("cost")) {
            System.out.println("Cost of steps of order 4 (one evaluation a step) on "
                + Runtime.getRuntime().availableProcessors() + " cores, best of " + REPEATS + " runs.");
            System.out.println("CPU time is of all threads; the rate it allows is for cores that do nothing else.");
            System.out.println(" modes  points  ms a step  mode-point-steps/s  CPU ns  allows/s   of 3e7");
            warmUp();
            for (final int[] size : SIZES) {
                cost(size[0], size[1]);
            }
        }
        if (part.isEmpty() || part.equals("flavors")) {
            flavors();
        }
        if (part.isEmpty() || part.equals("error")) {
            error();
        }
    }

    /** The rate of one component of three flavors, of which a mode has eight, over that of two, of which it has 3. */
    private static void flavors() {
        System.out.println();
        System.out.println("Steps of order 4 with three flavors against two, CPU time of all threads, best of "
            + REPEATS);
        System.out.println(" modes  points  terms     ns a mode and point: two  three  rate a component of three/two");
        for (final int[] size : new int[][]{{64, 500}, {64, 2000}, {256, 500}}) {
            for (final boolean mixing : new boolean[]{false, true}) {
                final BoxField two = start(size[0], size[1]);
                final ThreeFlavorState state = ThreeFlavorState.embed(two.mean(), FlavorPair.E_MU);
                final BoxField three = ThreeFlavorPerturbation.embed(two, FlavorPair.E_MU);
                final QkeBox box = new QkeBox(new Environment(mixing ? 0.3 : 0, mixing ? 1 : 0, 1),
                    StepControl.fixed(DT), 1, false);
                final ThreeFlavorBox other = new ThreeFlavorBox(state, new ThreeFlavorEnvironment(mixing ? 0.3 : 0,
                    mixing ? 0.7 : 0, mixing ? 0.15 : 0, 0, mixing ? 1 : 0, 1), Damping.COHERENCE,
                    StepControl.fixed(DT), 1, false);
                final double work = (double) size[0] * size[1];
                final int steps = (int) (5e6 / work);
                final double a = best(() -> box.evolveBy(two, DT * steps, 1, Progress.NONE).evaluations()) / work;
                final double b = best(() -> other.evolveBy(three, DT * steps, 1, Progress.NONE).evaluations()) / work;
                System.out.printf(Locale.ROOT, "%6d  %6d  %-24s  %8.1f  %5.1f  %.2f%n", size[0], size[1],
                    mixing ? "nu-nu, mixing, matter" : "nu-nu", a, b, 8 * a / (3 * b));
            }
        }
    }

    /** The least CPU time in ns of an evaluation. */
    private static double best(final LongSupplier run) {
        double best = Double.POSITIVE_INFINITY;
        for (int r = 0; r < REPEATS; r++) {
            final long before = OS.getProcessCpuTime();
            final long evaluations = run.getAsLong();
            best = Math.min(best, (double) (OS.getProcessCpuTime() - before) / evaluations);
        }
        return best;
    }

    /** G = (1 - v)^2 - 1 in equal beams, with some waves. */
    static BoxField start(final int modes, final int points) {
        final Species[] species = new Species[modes];
        final double[] mu = new double[modes];
        final double[] weight = new double[modes];
        final double[] trace = new double[modes];
        final double[] pz = new double[modes];
        for (int i = 0; i < modes; i++) {
            mu[i] = -1 + (2 * i + 1.0) / modes;
            final double g = (1 - mu[i]) * (1 - mu[i]) - 1;
            species[i] = g > 0 ? Species.NU : Species.NUBAR;
            weight[i] = Math.abs(g) * 2 / modes;
            trace[i] = 1;
            pz[i] = 1;
        }
        final FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(species).rings(mu).weight(weight)
            .build(), trace, pz);
        final double[][] p = new double[3][];
        final BoxGrid grid = BoxGrid.line(2, LENGTH, points);
        final double[][] px = new double[modes][points];
        final double[][] py = new double[modes][points];
        final double[][] z = new double[modes][points];
        for (int i = 0; i < modes; i++) {
            for (int q = 0; q < points; q++) {
                final double x = 2 * Math.PI * q / points;
                px[i][q] = 1e-2 * (Math.cos(x) + Math.cos(5 * x + 1) + Math.sin(9 * x + 2));
                py[i][q] = 1e-2 * (Math.sin(2 * x) + Math.sin(7 * x + 1) + Math.cos(4 * x + 2));
                z[i][q] = Math.sqrt(1 - px[i][q] * px[i][q] - py[i][q] * py[i][q]);
            }
        }
        return BoxField.ofPoints(grid, state.modes(), trace, px, py, z);
    }

    /** Runs until the loops are compiled, or the first sizes would be slower than the later ones. */
    private static void warmUp() {
        final QkeBox box = new QkeBox(Environment.FAST, StepControl.fixed(0.001), 1, false);
        final long begin = System.nanoTime();
        while (System.nanoTime() - begin < WARM_UP) {
            for (final int points : new int[]{500, 2000}) {
                box.evolve(start(MODES, points), 0.1, 1, Progress.NONE);
            }
        }
    }

    private static void cost(final int modes, final int points) {
        final BoxField start = start(modes, points);
        final QkeBox box = new QkeBox(Environment.FAST, StepControl.fixed(0.001), 1, false);
        double wall = Double.POSITIVE_INFINITY;
        double cpu = Double.POSITIVE_INFINITY;
        for (int r = 0; r < REPEATS; r++) {
            final long before = OS.getProcessCpuTime();
            final long t = System.nanoTime();
            final QkeRun run = box.evolve(start, 0.001 * STEPS, 1, Progress.NONE);
            wall = Math.min(wall, (double) (System.nanoTime() - t) / run.evaluations());
            cpu = Math.min(cpu, (double) (OS.getProcessCpuTime() - before) / run.evaluations());
        }
        final double size = (double) modes * points;
        final double allowed = size / cpu * 1e9 * Runtime.getRuntime().availableProcessors();
        System.out.printf(Locale.ROOT, "%6d  %6d  %9.3f  %18.2e  %6.1f  %8.2e  %.2f%n", modes, points, wall * 1e-6,
            size / wall * 1e9, cpu / size, allowed, size / wall * 1e9 / DEMAND);
    }

    /** CPU time against the error of the fields when waves have saturated, each method with points that suit it. */
    private static void error() {
        final QkeRun exact = new QkeBox(Environment.FAST, StepControl.adaptive(1e-11), 1, false)
            .evolve(start(MODES, 2000), DURATION, 1, Progress.NONE);
        final double[][][] reference = values(exact.last());
        final BoxSample last = exact.samples().get(1);
        System.out.println();
        System.out.printf(Locale.ROOT, "%d modes, t = %s (mean Pz of the first mode from 1 to %.3f, %.1e of the power "
            + "in the smallest third of the scales):%n", MODES, DURATION, last.mean().pz(0), last.tail());
        System.out.println("largest error of P against a box of 2000 points with tolerance 1e-11");
        System.out.println(" method                   points   steps    CPU s  error");
        final List<double[]> classical = new ArrayList<>();
        for (final int points : new int[]{500, 1000, 2000}) {
            final double dt = 0.4 * LENGTH / points;
            final FiniteDifferences scheme = new FiniteDifferences(start(MODES, points), Environment.FAST);
            final long before = OS.getProcessCpuTime();
            final double[][][] p = scheme.evolve(DURATION, dt);
            final double steps = Math.ceil(DURATION / dt);
            classical.add(print("RK4, finite differences", points, steps, before, distance(p, reference)));
        }
        final List<double[]> box = new ArrayList<>();
        for (final int points : new int[]{250, 500, 1000}) {
            for (final double dt : new double[]{0.02, 0.01, 0.005}) {
                box.add(box("order 4, dt " + dt, StepControl.fixed(dt), points, reference));
            }
            for (final double tolerance : new double[]{1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10}) {
                box.add(box("order 8, tolerance " + tolerance, StepControl.adaptive(tolerance), points, reference));
            }
        }
        for (final double[] run : classical) {
            final double cpu = box.stream().filter(r -> r[1] <= run[1]).mapToDouble(r -> r[0]).min().orElseThrow();
            System.out.printf(Locale.ROOT, " At error %.1e the box is %.1f times cheaper: %.1e mode-point-steps of the "
                + "classical scheme a CPU s%n", run[1], run[0] / cpu, run[2] / cpu);
        }
    }

    private static double[] box(final String name, final StepControl control, final int points,
        final double[][][] reference) {
        final BoxField start = start(MODES, points);
        final long before = OS.getProcessCpuTime();
        final QkeRun run = new QkeBox(Environment.FAST, control, 1, false).evolve(start, DURATION, 1, Progress.NONE);
        return print(name, points, run.steps(), before, distance(values(run.last()), reference));
    }

    private static double[][][] values(final BoxField field) {
        return new double[][][]{field.values(0), field.values(1), field.values(2)};
    }

    /** Prints a row; CPU seconds, error and mode-point-steps. */
    private static double[] print(final String name, final int points, final double steps, final long before,
        final double error) {
        final double cpu = (OS.getProcessCpuTime() - before) * 1e-9;
        System.out.printf(Locale.ROOT, " %-25s %5d  %6.0f  %7.2f  %8.1e%n", name, points, steps, cpu, error);
        return new double[]{cpu, error, steps * points * MODES};
    }

    private static double distance(final double[][][] a, final double[][][] b) {
        double worst = 0;
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < a[c].length; i++) {
                for (int q = 0; q < COMMON; q++) {
                    final double x = a[c][i][q * (a[c][i].length / COMMON)];
                    worst = Math.max(worst, Math.abs(x - b[c][i][q * (b[c][i].length / COMMON)]));
                }
            }
        }
        return worst;
    }
}
