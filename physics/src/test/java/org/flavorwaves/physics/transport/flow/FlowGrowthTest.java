package org.flavorwaves.physics.transport.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowPlaces;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;

/** Stability of streams, what is watched in them, and states given at places. */
class FlowGrowthTest {
    private static FlavorState alongZ(final MomentumModes modes, final double... pz) {
        final double[] trace = new double[pz.length];
        Arrays.fill(trace, 1);
        return FlavorState.alongZ(modes, trace, pz);
    }

    private static FlowCells stationary(final FlavorState state, final Environment environment, final double matter) {
        return StationaryFlow.solve(FlowSetup.of(FlowGrid.ofPlaces(state.modes(), StreamGeometry.slab(), 0, 1),
            environment, FlowProfile.constant(matter), state), Progress.NONE).cells();
    }

    /** One ring and frequency: gamma^2 = omega mu (1+a) - omega^2 - mu^2 (1-a)^2/4, over v along the stream. */
    @Test
    void oneRingGrowsAlongTheStreamAsInTime() {
        final double v = 0.6;
        final double own = 1 - v * v;
        for (final double omega : new double[]{1, -1}) {
            final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(v, v)
                .weight(10 / own, 8 / own).omega(omega, omega).build();
            final FlowCells cells = stationary(alongZ(modes, 1, 1), new Environment(0, 0, 1), 0);
            assertThat(cells.isAligned()).isTrue();
            final double unstable = omega < 0 ? 4 : 0;
            assertThat(FlowGrowth.along(cells, 0)).isCloseTo(unstable / v, within(1e-9));
            assertThat(new FlowGrowth(-1, 1, 3).inTime(cells, 0).fastest()).isCloseTo(unstable, within(1e-6));
        }
    }

    @Test
    void modesFromBothEndsHaveNoGrowthAlong() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlowCells cells = FlowCells.aligned(FlowGrid.homogeneous(modes), Environment.FAST, new double[1],
            new FlowSources[]{FlowSources.of(modes)}, new double[]{0, 0, 1}, new double[][]{{1, 1}},
            new double[][]{{1, 1}});
        assertThat(FlowGrowth.along(cells, 0)).isNaN();
        assertThat(new FlowGrowth(0, 0, 5).inTime(cells, 0).fastest()).isCloseTo(2, within(1e-6));
    }

    /** A cell before a front, where only the tail of a limiter is, has no waves; the coupling is below the rounding. */
    @Test
    void nearlyEmptyCellsHaveNoWaves() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlowCells cells = FlowCells.aligned(FlowGrid.homogeneous(modes), Environment.FAST, new double[]{0.5},
            new FlowSources[]{FlowSources.of(modes)}, new double[]{0, 0, 1}, new double[][]{{1e-12, 1e-12}},
            new double[][]{{1e-12, 1e-12}});
        assertThat(new FlowGrowth(0, 0, 5).inTime(cells, 0).fastest()).isZero();
    }

    private static final double[] NINE = {0.3, 0.3, 0.3, 0.6, 0.6, 0.6, 0.9, 0.9, 0.9};

    private static FlavorState nine() {
        final Species[] species = new Species[9];
        Arrays.fill(species, Species.NU);
        final double[] weight = new double[9];
        Arrays.fill(weight, 0.25);
        final double[] pz = new double[9];
        Arrays.fill(pz, 0.8);
        return alongZ(MomentumModes.builder().species(species).rings(NINE).weight(weight)
            .omega(2, 1, 0.5, 2, 1, 0.5, 2, 1, 0.5).build(), pz);
    }

    /** Largest component of the difference of the full stationary equation from the equilibrium where lambda = 1. */
    private static double leaves(final double height) {
        final double end = height * Math.log(20);
        final double[] places = new double[61];
        final double[] matter = new double[61];
        final double[] ones = new double[61];
        for (int p = 0; p < places.length; p++) {
            places[p] = end * p / 60;
            matter[p] = 20 * Math.exp(-places[p] / height);
            ones[p] = 1;
        }
        final FlowCells cells = StationaryFlow.solve(FlowSetup.of(FlowGrid.ofPlaces(nine().modes(),
            StreamGeometry.slab(), places), new Environment(0.15, 0, 1), FlowProfile.of(places, matter, ones), nine()),
            Progress.NONE).cells();
        double[] p = vectors(cells, 0);
        final int steps = (int) Math.ceil(end / 0.01);
        for (int k = 0; k < steps; k++) {
            p = rungeKutta(p, k * end / steps, end / steps, height);
        }
        final double[] equilibrium = vectors(cells, 60);
        double largest = 0;
        for (int c = 0; c < p.length; c++) {
            largest = Math.max(largest, Math.abs(p[c] - equilibrium[c]));
        }
        return largest;
    }

    private static double[] vectors(final FlowCells cells, final int c) {
        final double[] p = new double[27];
        for (int i = 0; i < 27; i++) {
            p[i] = cells.polarization(c, i / 3, i % 3);
        }
        return p;
    }

    private static double[] rungeKutta(final double[] p, final double z, final double h, final double height) {
        final double[] a = slope(p, z, height);
        final double[] b = slope(plus(p, a, h / 2), z + h / 2, height);
        final double[] c = slope(plus(p, b, h / 2), z + h / 2, height);
        final double[] d = slope(plus(p, c, h), z + h, height);
        final double[] next = p.clone();
        for (int i = 0; i < next.length; i++) {
            next[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
        }
        return next;
    }

    private static double[] plus(final double[] p, final double[] slope, final double h) {
        final double[] sum = p.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += h * slope[i];
        }
        return sum;
    }

    /** v dP/dz = H x P with lambda = 20 exp(-z/height). */
    private static double[] slope(final double[] p, final double z, final double height) {
        final double[] j = new double[6];
        for (int i = 0; i < 27; i++) {
            j[i % 3] += 0.25 * p[i];
            j[3 + i % 3] += 0.25 * NINE[i / 3] * p[i];
        }
        final double[] b = {Math.sin(0.3), 0, -Math.cos(0.3)};
        final double[] slope = new double[27];
        for (int i = 0; i < 9; i++) {
            final double[] h = new double[3];
            for (int a = 0; a < 3; a++) {
                h[a] = new double[]{2, 1, 0.5}[i % 3] * b[a] + j[a] - NINE[i] * j[3 + a]
                    + (a == 2 ? 20 * Math.exp(-z / height) : 0);
            }
            for (int a = 0; a < 3; a++) {
                slope[3 * i + a] = (h[(a + 1) % 3] * p[3 * i + (a + 2) % 3] - h[(a + 2) % 3] * p[3 * i + (a + 1) % 3])
                    / NINE[i];
            }
        }
        return slope;
    }

    /** The full equation leaves the equilibrium by what falls as the medium gets slower, by independent runs. */
    @Test
    void fullEquationStaysNearInASlowMedium() {
        assertThat(leaves(20)).isCloseTo(0.1951213, within(1e-4));
        assertThat(leaves(80)).isCloseTo(0.0474091, within(1e-4));
    }

    @Test
    void watchesCells() {
        final StationaryFlow.Result result = StationaryFlow.solve(FlowSetup.of(FlowGrid.ofPlaces(nine().modes(),
            StreamGeometry.slab(), 0, 0.01, 0.02), new Environment(0.15, 0, 1),
            FlowProfile.of(new double[]{0, 0.01, 0.02}, new double[]{2, 1.99, 1.98}, new double[]{1, 1, 1}), nine()),
            Progress.NONE);
        final FlowMonitor monitor = FlowMonitor.of(FlowSample.stationary(result.cells()), 1);
        assertThat(monitor.scaleRatio()).isCloseTo(1 / 1.99 / 1.8, within(1e-9));
        assertThat(monitor.entropy()).isCloseTo(9 * 0.25 * 2 * (-0.1 * Math.log(0.1) - 0.9 * Math.log(0.9)),
            within(1e-12));
        final double[] h = FlowMonitor.fields(result.cells(), 1);
        double turning = 0;
        double field = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 9; i++) {
            double square = 0;
            double length = 0;
            for (int a = 0; a < 3; a++) {
                square += Math.pow((result.cells().polarization(2, i, a) - result.cells().polarization(0, i, a)) / 0.8
                    / 0.02, 2);
                length += h[3 * i + a] * h[3 * i + a];
            }
            turning = Math.max(turning, NINE[i] * Math.sqrt(square / length));
            field = Math.min(field, Math.sqrt(length) / (0.25 * 0.8 * (1 - NINE[i] * NINE[i])));
        }
        assertThat(monitor.quasistaticity()).isCloseTo(turning, within(1e-9));
        assertThat(monitor.minField()).isCloseTo(field, within(1e-9));
    }

    /** Between places lengths and traces are linear, at places they are those given; modes around a sphere go back. */
    @Test
    void statesAtPlacesBecomeCells() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(0.5).weight(2).build();
        final FlowPlaces places = new FlowPlaces(StreamGeometry.slab(), new double[]{0, 1},
            List.of(alongZ(modes, 0.2), new FlavorState(modes, new double[]{0.8}, new double[]{0.6}, new double[1],
                new double[1])));
        assertThat(places.at(1).px(0)).isEqualTo(0.6);
        assertThat(places.at(0.25).length(0)).isCloseTo(0.3, within(1e-15));
        assertThat(places.at(0.25).trace(0)).isCloseTo(0.95, within(1e-15));
        final StreamGeometry bulb = StreamGeometry.bulb(10);
        final MomentumModes seen = MomentumModes.builder().species(Species.NU).rings(bulb.cosine(modes, 0, 15))
            .weight(bulb.weight(modes, 0, 15)).build();
        final FlowPlaces around = new FlowPlaces(bulb, new double[]{15}, List.of(alongZ(seen, 0.2)));
        assertThat(around.modes().vz(0)).isCloseTo(0.5, within(1e-14));
        assertThat(around.modes().weight(0)).isCloseTo(2, within(1e-13));
        final MomentumModes other = MomentumModes.builder().species(Species.NU).rings(0.6).weight(2).build();
        assertThatThrownBy(() -> new FlowPlaces(StreamGeometry.slab(), new double[]{0, 1},
            List.of(alongZ(modes, 0.2), alongZ(other, 0.2)))).hasMessageContaining("needs the same modes");
    }
}
