package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.FlowSources;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;

/**
 * A slab of six directions of nu and nubar in a matter gradient, whose antineutrinos are driven through a shallow
 * crossing, and what the full equations make of it.
 */
public final class ShallowSlab {
    /** Directions of the modes; those of nu come first, then the same of nubar. */
    public static final double[] DIRECTIONS = {1, 2.0 / 3, 1.0 / 3, -1.0 / 3, -2.0 / 3, -1};

    /** Its length. */
    public static final double LENGTH = 200;

    /** G of each direction in tenths of the slab, averaged over time, by an independent program (0.1 a grid cell). */
    private static final double[][] RESOLVED = {
        {0.298, 0.297, 0.296, 0.252, 0.163, 0.075, -0.005, -0.019, -0.003, 0.001},
        {0.299, 0.298, 0.298, 0.286, 0.261, 0.236, 0.210, 0.190, 0.179, 0.180},
        {0.300, 0.299, 0.300, 0.299, 0.299, 0.299, 0.298, 0.286, 0.283, 0.281},
        {0.294, 0.295, 0.297, 0.298, 0.299, 0.299, 0.299, 0.297, 0.298, 0.298},
        {0.295, 0.295, 0.296, 0.297, 0.297, 0.296, 0.297, 0.297, 0.298, 0.299},
        {0.258, 0.257, 0.256, 0.255, 0.256, 0.258, 0.267, 0.289, 0.295, 0.298}};

    private ShallowSlab() {
    }

    /** The slab in a number of cells. */
    public static FlowSetup setup(final int cells) {
        final int n = 2 * DIRECTIONS.length;
        final double[] v = new double[n];
        final Species[] species = new Species[n];
        final double[] p = new double[n];
        final double[] trace = new double[n];
        final double[] w = new double[n];
        Arrays.fill(trace, 1);
        Arrays.fill(w, 0.5);
        for (int i = 0; i < n; i++) {
            v[i] = DIRECTIONS[i % DIRECTIONS.length];
            species[i] = i < DIRECTIONS.length ? Species.NU : Species.NUBAR;
            p[i] = i < DIRECTIONS.length ? 0.6 : 0.3;
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(v).weight(w).build();
        final FlavorState state = FlavorState.alongZ(modes, trace, p);
        final FlowGrid grid = FlowGrid.of(modes, StreamGeometry.slab(), 0, LENGTH, cells);
        final double[] drive = new double[n];
        drive[6] = 0.36 / (0.4 * LENGTH);
        drive[7] = 0.1 * DIRECTIONS[1] / (0.4 * LENGTH);
        final FlowSources rest = FlowSources.of(modes);
        final FlowSources driven = rest.withDrive(new double[n], drive);
        final List<FlowSources> sources = new ArrayList<>();
        for (int c = 0; c < cells; c++) {
            final boolean inside = grid.centre(c) > 0.3 * LENGTH && grid.centre(c) < 0.7 * LENGTH;
            sources.add(inside ? driven : rest);
        }
        return FlowSetup.of(grid, Environment.FAST,
            FlowProfile.of(new double[]{0, LENGTH}, new double[]{0, 2}, new double[]{1, 1}), state)
            .withSources(sources).withBoundaries(FlowBoundary.INFLOW, FlowBoundary.INFLOW)
            .withInitial(List.of(state));
    }

    /** G(v) of a cell. */
    public static double leptonNumber(final FlowCells cells, final int c, final int direction) {
        return cells.signedLength(c, direction) - cells.signedLength(c, direction + DIRECTIONS.length);
    }

    /** sum w |v| G of what leaves at both ends. */
    public static double outflow(final FlowCells cells) {
        double sum = 0;
        for (int d = 0; d < DIRECTIONS.length; d++) {
            final int c = DIRECTIONS[d] > 0 ? cells.cells() - 1 : 0;
            sum += 0.5 * Math.abs(DIRECTIONS[d]) * leptonNumber(cells, c, d);
        }
        return sum;
    }

    /** The root mean square difference of G from the resolved medium over tenths of the slab and directions. */
    public static double error(final FlowCells cells) {
        final int tenths = RESOLVED[0].length;
        final int each = cells.cells() / tenths;
        double sum = 0;
        for (int d = 0; d < DIRECTIONS.length; d++) {
            for (int x = 0; x < tenths; x++) {
                double mean = 0;
                for (int c = x * each; c < (x + 1) * each; c++) {
                    mean += leptonNumber(cells, c, d) / each;
                }
                sum += (mean - RESOLVED[d][x]) * (mean - RESOLVED[d][x]);
            }
        }
        return Math.sqrt(sum / (tenths * DIRECTIONS.length));
    }
}
