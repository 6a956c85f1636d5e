package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.run.Workers;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSample;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;

class FlavorWavesTest {
    private static final int CELLS = 40;

    private static final double SEED = 5e-6;

    private static FlowResult shallowSlab(final double end) {
        final FlowSetup setup = ShallowSlab.setup(CELLS);
        return FlowRun.run(setup, Optional.of(new FlavorWaves(new WaveGrid(-1.6, 2.6, 42, SEED), setup)),
            new double[]{0, end}, Progress.NONE);
    }

    /** Reference case 27: a driven slab against its resolution by the full equations, and the flux of its sources. */
    @Test
    void shallowSlabStaysNearMarginalStability() {
        final FlowResult result = shallowSlab(600);
        final FlowCells end = result.samples().get(1).cells();
        assertThat(ShallowSlab.leptonNumber(end, CELLS - 1, 0)).isCloseTo(0.004, within(0.03));
        assertThat(ShallowSlab.leptonNumber(end, CELLS - 1, 1)).isCloseTo(0.173, within(0.04));
        assertThat(ShallowSlab.leptonNumber(end, CELLS - 1, 2)).isCloseTo(0.279, within(0.04));
        assertThat(ShallowSlab.outflow(end)).isCloseTo(0.3866666667, within(2e-3));
        assertThat(ShallowSlab.error(end)).isBetween(0.011, 0.017);
        assertThat(result.leptonDrift()).isLessThan(1e-14);
        for (int i = 0; i < end.modes(); i++) {
            assertThat(end.signedLength(CELLS - 1, i)).isGreaterThan(0);
        }
    }

    /** The same slab with flavomons, which begin with quanta instead of noise: what holds the medium is the same. */
    @Test
    void flavomonsHoldTheSlabAsWavesDo() {
        final FlowSetup setup = ShallowSlab.setup(CELLS);
        final WaveGrid grid = new WaveGrid(-1.6, 2.6, 42, 1e-6, WaveGrid.Start.QUANTA, false);
        final FlowResult result =
            FlowRun.run(setup, Optional.of(new FlavorWaves(grid, setup)), new double[]{0, 600}, Progress.NONE);
        final FlowSample end = result.samples().get(1);
        assertThat(ShallowSlab.outflow(end.cells())).isCloseTo(0.3866666667, within(2e-3));
        assertThat(ShallowSlab.error(end.cells())).isBetween(0.011, 0.017);
        assertThat(result.leptonDrift()).isLessThan(1e-14);
        double most = 0;
        for (final Closure.WaveSample wave : end.waves()) {
            most = Double.isNaN(wave.action()) ? most : Math.max(most, wave.action());
        }
        assertThat(most).isBetween(0.1, 100.0);
    }

    @Test
    void threadsChangeNothing() throws InterruptedException {
        final double[][] lengths = new double[2][];
        for (int run = 0; run < 2; run++) {
            final int place = run;
            final Workers workers = new Workers(run + 1);
            final CountDownLatch done = new CountDownLatch(1);
            workers.execute(() -> {
                final FlowCells cells = shallowSlab(150).samples().get(1).cells();
                lengths[place] = new double[CELLS];
                for (int c = 0; c < CELLS; c++) {
                    lengths[place][c] = cells.signedLength(c, 0);
                }
                done.countDown();
            });
            done.await();
        }
        assertThat(lengths[1]).containsExactly(lengths[0]);
    }

    /** Two beams through a matter gradient: every wave number passes the whole unstable range. */
    @Test
    void wavesGainWhatTheGradientAllows() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 0.5});
        final double gradient = 4;
        final int cells = 120;
        final FlowSetup setup = FlowSetup
            .of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 12, cells), Environment.FAST,
                FlowProfile.of(new double[]{0, 12}, new double[]{0, 12 * gradient}, new double[]{1, 1}), state)
            .withInitial(List.of(state));
        final WaveGrid grid = new WaveGrid(-4, 2, 150, 1e-18);
        final FlavorWaves closure = new FlavorWaves(grid, setup);
        final FlowResult result = FlowRun.run(setup, Optional.of(closure), new double[]{0, 2}, Progress.NONE);
        final double seed = grid.seed() * (1 + 0.25) / 2;
        double noise = 0;
        double gain = 0;
        final WaveExchange exchange = new WaveExchange(modes, Beams.of(modes), 1, grid.count());
        final double[] p = {1, 0.5};
        exchange.setPolarization(p);
        for (int m = grid.count() - 1; m >= 0; m--) {
            exchange.roots().search(m, grid.centre(m) + exchange.flux());
            final double step = 2 * exchange.move(2 * m, grid.centre(m) + exchange.flux(), p) * grid.width() / gradient;
            noise += step > 0 ? grid.seed() * exchange.noise() * Math.exp(gain) * Math.expm1(step) : 0;
            gain += step;
        }
        assertThat(gain).isCloseTo(2 * 0.7853981634, within(0.02));
        final double expected = seed * Math.exp(gain) + noise;
        for (final Closure.WaveSample wave : result.samples().get(1).waves()) {
            if (wave.cell() == cells / 2 && wave.branch() == 0 && wave.k() > 0.2 && wave.k() < 1.5) {
                assertThat(wave.action() / expected).isCloseTo(1, within(0.05));
            }
        }
    }

    /** An even medium between two mirrors is the same as one without ends. */
    @Test
    void mirrorsChangeNothingInAnEvenMedium() {
        final Species[] species = {Species.NU, Species.NU, Species.NU, Species.NU, Species.NUBAR, Species.NUBAR,
            Species.NUBAR, Species.NUBAR};
        final MomentumModes modes = MomentumModes.builder().species(species)
            .rings(0.9, 0.4, -0.4, -0.9, 0.9, 0.4, -0.4, -0.9).weight(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1, 1, 1, 1, 1, 1, 1},
            new double[]{0.2, 0.8, 0.8, 0.2, 0.6, 0.2, 0.2, 0.6});
        final FlowCells[] ends = new FlowCells[2];
        for (int k = 0; k < 2; k++) {
            final FlowBoundary end = k == 0 ? FlowBoundary.REFLECTING : FlowBoundary.PERIODIC;
            final FlowSetup setup = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 5, 10),
                Environment.FAST, FlowProfile.constant(1), state).withBoundaries(end, end).withInitial(List.of(state));
            ends[k] = FlowRun.run(setup, Optional.of(new FlavorWaves(new WaveGrid(-1.5, 1.5, 30, SEED), setup)),
                new double[]{0, 30}, Progress.NONE).samples().get(1).cells();
        }
        assertThat(ends[1].signedLength(5, 4)).isBetween(0.05, 0.59);
        for (int c = 0; c < 10; c++) {
            for (int i = 0; i < 8; i++) {
                assertThat(ends[0].signedLength(c, i)).isCloseTo(ends[1].signedLength(c, i), within(1e-9));
            }
        }
        final FlowSetup mirror = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 5, 10), Environment.FAST,
            FlowProfile.constant(1), state).withBoundaries(FlowBoundary.INFLOW, FlowBoundary.REFLECTING);
        assertThatThrownBy(() -> new FlavorWaves(new WaveGrid(-1, 2, 30, SEED), mirror))
            .hasMessageContaining("symmetric about 0");
    }

    @Test
    void refusesWhatItDoesNotHoldFor() {
        final FlavorState slow = FlavorState.alongZ(
            MomentumModes.builder().species(Species.NU).rings(0.5).weight(1).omega(1).build(), new double[]{1},
            new double[]{0.5});
        assertThatThrownBy(() -> run(slow)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("vacuum frequency");
    }

    private static void run(final FlavorState state) {
        final FlowSetup setup = FlowSetup.of(FlowGrid.of(state.modes(), StreamGeometry.slab(), 0, 1, 4),
            Environment.FAST, FlowProfile.constant(1), state);
        FlowRun.run(setup, Optional.of(new FlavorWaves(new WaveGrid(-1, 1, 4, SEED), setup)), new double[]{0, 1},
            Progress.NONE);
    }
}
