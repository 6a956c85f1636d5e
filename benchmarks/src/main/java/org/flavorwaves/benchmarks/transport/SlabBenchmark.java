package org.flavorwaves.benchmarks.transport;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;

/** Adiabatic transport of mixed modes that flow into an empty slab of varying matter, front after front. */
public final class SlabBenchmark {
    private SlabBenchmark() {
    }

    /**
     * Runs it.
     *
     * @param args number of cells, of modes and of steps; 1000 each of cells and steps and 100 modes by default
     */
    public static void main(final String[] args) {
        final int cells = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        final int modes = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        final int steps = args.length > 2 ? Integer.parseInt(args[2]) : 1000;
        final FlavorState state = state(modes);
        final FlowSetup setup = FlowSetup.of(FlowGrid.of(state.modes(), StreamGeometry.slab(), 0, cells, cells),
            new Environment(0.15, 0, 1), FlowProfile.of(new double[]{0, cells}, new double[]{20, 5},
                new double[]{1, 1}), state);
        final long start = System.nanoTime();
        final FlowResult result = FlowRun.run(setup, Optional.empty(),
            new double[]{0, steps * setup.grid().longestStep()}, Progress.NONE);
        final double seconds = 1e-9 * (System.nanoTime() - start);
        System.out.printf(Locale.ROOT, "%d cells x %d modes x %d steps: %.2f s, %.1f ns a cell, mode and step, lepton"
            + " number to %.1e%s%n", cells, modes, result.steps(), seconds,
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
