package org.flavorwaves.benchmarks.transport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.flavorwaves.physics.transport.waves.FlavorWaves;
import org.flavorwaves.physics.transport.waves.WaveGrid;

/**
 * Adiabatic transport of mixed modes that flow into an empty slab of varying matter, front after front; or, with wave
 * numbers, a slab of aligned modes that are driven through a crossing, without waves and with the flavor waves of that
 * many wave numbers.
 */
public final class SlabBenchmark {
    private SlabBenchmark() {
    }

    /**
     * Runs it.
     *
     * @param args number of cells, of modes and of steps, 1000 each of cells and steps and 100 modes by default; number
     *            of wave numbers
     */
    public static void main(final String[] args) {
        final int cells = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        final int modes = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        final int steps = args.length > 2 ? Integer.parseInt(args[2]) : 1000;
        if (args.length > 3) {
            viscous(cells, modes, steps, Integer.parseInt(args[3]));
            return;
        }
        final FlavorState state = state(modes);
        final FlowSetup setup = FlowSetup.of(FlowGrid.of(state.modes(), StreamGeometry.slab(), 0, cells, cells),
            new Environment(0.15, 0, 1), FlowProfile.of(new double[]{0, cells}, new double[]{20, 5},
                new double[]{1, 1}), state);
        run("mixed, adiabatic", setup, Optional.empty(), steps);
    }

    /** One crossing time is 200 in units of the density; the drive opens a crossing in the second half of the slab. */
    private static void viscous(final int cells, final int modes, final int steps, final int waves) {
        final double[] directions = new double[modes / 2];
        for (int d = 0; d < directions.length; d++) {
            directions[d] = 1 - 2 * (d + 0.5) / directions.length;
        }
        final FlowSetup setup = ClosureBenchmark.setup(200, cells, directions);
        run("aligned, adiabatic", setup, Optional.empty(), steps);
        run(waves + " wave numbers", setup, Optional.of(
            new FlavorWaves(new WaveGrid(-1.6, 2.6, waves, ClosureBenchmark.NOISE), setup)), steps);
    }

    private static void run(final String name, final FlowSetup setup, final Optional<Closure> closure,
        final int steps) {
        final int cells = setup.grid().cells();
        final int modes = setup.initial().get(0).modes().size();
        final long start = System.nanoTime();
        final FlowResult result = FlowRun.run(setup, closure,
            new double[]{0, steps * setup.grid().longestStep()}, Progress.NONE);
        final double seconds = 1e-9 * (System.nanoTime() - start);
        System.out.printf(Locale.ROOT, "%s: %d cells x %d modes x %d steps: %.2f s, %.1f ns a cell, mode and step,"
            + " lepton number to %.1e%s%n", name, cells, modes, result.steps(), seconds,
            1e9 * seconds / result.steps() / cells / modes, result.leptonDrift(),
            result.stop().map(stop -> ", stopped: " + stop).orElse(""));
    }

    /** Nu and nubar of several frequencies on rings that move forward. */
    private static FlavorState state(final int modes) {
        final double[] mu = new double[modes];
        final double[] weight = new double[modes];
        final double[] omega = new double[modes];
        final double[] trace = new double[modes];
        final double[] p = new double[modes];
        final Species[] species = new Species[modes];
        Arrays.fill(trace, 1);
        for (int i = 0; i < modes; i++) {
            mu[i] = (i / 10 + 1) / Math.ceil(modes / 10.0);
            weight[i] = 2.0 / modes;
            omega[i] = 0.5 + 0.3 * (i % 5);
            species[i] = i % 10 < 5 ? Species.NU : Species.NUBAR;
            p[i] = species[i] == Species.NU ? 0.8 : 0.4;
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(mu).weight(weight).omega(omega)
            .build(), trace, p);
    }
}
