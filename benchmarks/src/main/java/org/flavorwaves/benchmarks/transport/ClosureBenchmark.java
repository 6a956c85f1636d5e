package org.flavorwaves.benchmarks.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.BoxRelaxation;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.FlowSources;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.flavorwaves.physics.transport.matrix.WaveMatrix;
import org.flavorwaves.physics.transport.waves.FlavorWaves;
import org.flavorwaves.physics.transport.waves.WaveEquilibrium;
import org.flavorwaves.physics.transport.waves.WaveGrid;

/**
 * Where each closure of transport fails: slabs of six directions whose antineutrinos are driven through a shallow
 * crossing, beside the same slab resolved by an independent program, averaged over tenths of the slab and over time.
 */
public final class ClosureBenchmark {
    private static final double[] DIRECTIONS = {1, 2.0 / 3, 1.0 / 3, -1.0 / 3, -2.0 / 3, -1};

    private static final int TENTHS = 10;

    /** Outputs over which polarizations are averaged, from 3 to 5 crossing times as those of the resolved slabs. */
    private static final int OUTPUTS = 21;

    static final double NOISE = 5e-6;

    private ClosureBenchmark() {
    }

    /**
     * Runs it.
     *
     * @param args length of the slab (200; resolved for 50, 100, 200, 400), number of cells (40) and wave numbers (42),
     *            and a closure (all)
     * @throws IOException if the resolved slabs cannot be read
     */
    public static void main(final String[] args) throws IOException {
        final double length = args.length > 0 ? Double.parseDouble(args[0]) : 200;
        final int cells = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        final int waves = args.length > 2 ? Integer.parseInt(args[2]) : 42;
        final FlowSetup setup = setup(length, cells, DIRECTIONS);
        final WaveGrid noise = new WaveGrid(-1.6, 2.6, waves, NOISE);
        final Map<String, Optional<Closure>> closures = new LinkedHashMap<>();
        closures.put("ADIABATIC", Optional.empty());
        closures.put("FLAVOR_WAVES", Optional.of(new FlavorWaves(noise, setup)));
        closures.put("FLAVOMONS", Optional.of(
            new FlavorWaves(new WaveGrid(-1.6, 2.6, waves, 1e-6, WaveGrid.Start.QUANTA, false), setup)));
        closures.put("WAVE_EQUILIBRIUM", Optional.of(new WaveEquilibrium(noise)));
        closures.put("WAVE_MATRIX", Optional.of(new WaveMatrix(noise, setup)));
        closures.put("BGK", Optional.of(new BoxRelaxation()));
        if (args.length > 3) {
            closures.keySet().retainAll(List.of(args[3]));
        }
        final double[] times = new double[OUTPUTS + 1];
        for (int k = 1; k < times.length; k++) {
            times[k] = length * (3 + 2 * (k - 1) / (OUTPUTS - 1.0));
        }
        final double[][] resolved = resolved(length);
        System.out.printf(Locale.ROOT, "L = %.0f, %d cells, %d wave numbers%n%-17s %8s %8s  %-22s %8s %8s%n", length,
            cells, waves, "closure", "rms G", "mean P", "G(1, 2/3, 1/3) out", "least G", "seconds");
        for (final Map.Entry<String, Optional<Closure>> closure : closures.entrySet()) {
            final long start = System.nanoTime();
            final FlowResult result = FlowRun.run(setup, closure.getValue(), times, Progress.NONE);
            report(closure.getKey(), mean(result), resolved, 1e-9 * (System.nanoTime() - start));
        }
    }

    /** Three units of lepton number on these directions, and a drive that opens a crossing in the middle. */
    static FlowSetup setup(final double length, final int cells, final double[] directions) {
        final int half = directions.length;
        final int n = 2 * half;
        final double[] v = new double[n];
        final double[] ones = new double[n];
        final double[] weight = new double[n];
        final double[] p = new double[n];
        final double[] drive = new double[n];
        final Species[] species = new Species[n];
        Arrays.fill(ones, 1);
        Arrays.fill(weight, 3.0 / half);
        for (int i = 0; i < n; i++) {
            v[i] = directions[i % half];
            species[i] = i < half ? Species.NU : Species.NUBAR;
            p[i] = i < half ? 0.6 : 0.3;
            if (i >= half && v[i] > 0.5) {
                drive[i] = (v[i] > 0.8 ? 0.36 : 0.1) * v[i] / (0.4 * length);
            }
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(v).weight(weight).build();
        final FlavorState state = FlavorState.alongZ(modes, ones, p);
        final FlowGrid grid = FlowGrid.of(modes, StreamGeometry.slab(), 0, length, cells);
        final List<FlowSources> sources = new ArrayList<>();
        for (int c = 0; c < cells; c++) {
            final boolean driven = Math.abs(grid.centre(c) / length - 0.5) < 0.2;
            sources.add(driven ? FlowSources.of(modes).withDrive(new double[n], drive) : FlowSources.of(modes));
        }
        return FlowSetup.of(grid, Environment.FAST,
            FlowProfile.of(new double[]{0, length}, new double[]{0, 2}, new double[]{1, 1}), state)
            .withSources(sources).withBoundaries(FlowBoundary.INFLOW, FlowBoundary.INFLOW)
            .withInitial(List.of(state));
    }

    /** P of each mode in tenths of the slab; no rows of a slab that was not resolved. */
    private static double[][] resolved(final double length) throws IOException {
        final List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
            ClosureBenchmark.class.getResourceAsStream("shallow-slab.csv"), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                final double[] row = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
                if (row[0] == length) {
                    rows.add(Arrays.copyOfRange(row, 2, row.length));
                }
            }
        }
        return rows.toArray(new double[0][]);
    }

    /** P of each cell and mode over the outputs behind the first. */
    private static double[][] mean(final FlowResult result) {
        final FlowCells first = result.samples().get(0).cells();
        final double[][] p = new double[first.cells()][first.modes()];
        for (int k = 1; k < result.samples().size(); k++) {
            final FlowCells cells = result.samples().get(k).cells();
            for (int c = 0; c < p.length; c++) {
                for (int i = 0; i < p[c].length; i++) {
                    p[c][i] += cells.signedLength(c, i) / (result.samples().size() - 1);
                }
            }
        }
        return p;
    }

    private static void report(final String name, final double[][] p, final double[][] resolved,
        final double seconds) {
        final int last = p.length - 1;
        double square = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d < DIRECTIONS.length; d++) {
            for (int c = 0; c <= last; c++) {
                least = Math.min(least, leptonNumber(p[c], d));
            }
            for (int x = 0; x < TENTHS && resolved.length > 0; x++) {
                final double nu = mean(p, x, d) - resolved[d][x];
                final double nubar =
                    mean(p, x, d + DIRECTIONS.length) - resolved[d + DIRECTIONS.length][x];
                square += (nu - nubar) * (nu - nubar);
                sum += Math.abs(nu) + Math.abs(nubar);
            }
        }
        final int n = TENTHS * DIRECTIONS.length;
        final boolean known = resolved.length > 0;
        System.out.printf(Locale.ROOT, "%-17s %8s %8s  %6.3f %6.3f %6.3f   %8.3f %8.1f%n", name,
            known ? String.format(Locale.ROOT, "%.4f", Math.sqrt(square / n)) : "-",
            known ? String.format(Locale.ROOT, "%.4f", sum / (2 * n)) : "-", leptonNumber(p[last], 0),
            leptonNumber(p[last], 1), leptonNumber(p[last], 2), least, seconds);
    }

    private static double leptonNumber(final double[] p, final int d) {
        return p[d] - p[d + DIRECTIONS.length];
    }

    private static double mean(final double[][] p, final int tenth, final int mode) {
        double sum = 0;
        int count = 0;
        for (int c = 0; c < p.length; c++) {
            if (c * TENTHS / p.length == tenth) {
                sum += p[c][mode];
                count++;
            }
        }
        return sum / count;
    }
}
