package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
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
import org.flavorwaves.physics.transport.flow.FlowSources;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.junit.jupiter.api.Test;

/** A run that goes on from the state and the waves of another one is the run that had not stopped. */
class WavesGoOnTest {
    private static final int CELLS = 20;

    private static List<FlavorState> states(final FlowCells cells) {
        final List<FlavorState> states = new ArrayList<>();
        for (int c = 0; c < cells.cells(); c++) {
            states.add(cells.state(c));
        }
        return states;
    }

    private static void assertSame(final FlowSample on, final FlowSample whole, final double accuracy) {
        for (int c = 0; c < whole.cells().cells(); c++) {
            for (int i = 0; i < whole.cells().modes(); i++) {
                assertThat(on.cells().signedLength(c, i))
                    .isCloseTo(whole.cells().signedLength(c, i), within(accuracy));
            }
        }
        double largest = 0;
        for (final Closure.WaveSample wave : whole.waves()) {
            largest = wave.intensity() > largest ? wave.intensity() : largest;
        }
        assertThat(on.waves()).hasSameSizeAs(whole.waves());
        for (int j = 0; j < whole.waves().size(); j++) {
            final Closure.WaveSample wave = whole.waves().get(j);
            assertThat(on.waves().get(j).growth()).isCloseTo(wave.growth(), within(accuracy));
            if (!Double.isNaN(wave.intensity())) {
                assertThat(on.waves().get(j).intensity()).isCloseTo(wave.intensity(), within(accuracy * largest));
            }
            if (!Double.isNaN(wave.action())) {
                assertThat(on.waves().get(j).action() / wave.action()).isCloseTo(1, within(1e-6));
            }
        }
    }

    /** In a slab, while waves grow out of noise and quanta and when they hold the drive. */
    @Test
    void inADrivenSlab() {
        final FlowSetup setup = ShallowSlab.setup(CELLS);
        for (final WaveGrid.Start start : WaveGrid.Start.values()) {
            final WaveGrid grid = new WaveGrid(-1.6, 2.6, 30, 1e-5, start, false);
            final FlowResult whole = FlowRun.run(setup, Optional.of(new FlavorWaves(grid, setup)),
                new double[]{0, 143, 222, 305}, Progress.NONE);
            for (int k = 1; k < 3; k++) {
                final FlowSample at = whole.samples().get(k);
                final FlowSample then = whole.samples().get(k + 1);
                final FlowSetup goesOn = setup.withInitial(states(at.cells()));
                final FlowSample on = FlowRun.run(goesOn, Optional.of(new FlavorWaves(grid, goesOn, at.waves())),
                    new double[]{0, then.t() - at.t()}, Progress.NONE).samples().get(1);
                assertSame(on, then, 1e-10);
                final FlowSample forgot = FlowRun.run(goesOn, Optional.of(new FlavorWaves(grid, goesOn)),
                    new double[]{0, then.t() - at.t()}, Progress.NONE).samples().get(1);
                assertThat(Math.abs(forgot.cells().signedLength(CELLS - 1, 0)
                    - then.cells().signedLength(CELLS - 1, 0))).isGreaterThan(1e-5);
            }
        }
    }

    /** Waves in equilibrium have no memory. */
    @Test
    void inEquilibrium() {
        final FlowSetup setup = ShallowSlab.setup(CELLS);
        final WaveGrid grid = new WaveGrid(-1.6, 2.6, 30, 1e-5);
        final FlowResult whole =
            FlowRun.run(setup, Optional.of(new WaveEquilibrium(grid)), new double[]{0, 105, 197}, Progress.NONE);
        final FlowSample on = FlowRun.run(setup.withInitial(states(whole.samples().get(1).cells())),
            Optional.of(new WaveEquilibrium(grid)), new double[]{0, 92}, Progress.NONE).samples().get(1);
        assertSame(on, whole.samples().get(2), 1e-10);
    }

    private static FlowSetup drivenMedium() {
        final double[] v = {-0.9, -0.5, 0.1, 0.3, 0.8, 0.8};
        final double[] pz = {0.6, 0.5, 0.4, 0.5, 0.3, 0.5};
        final double[] ones = {1, 1, 1, 1, 1, 1};
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU, Species.NU, Species.NU, Species.NUBAR).rings(v)
            .weight(0.3, 0.4, 0.5, 0.4, 0.3, 0.35).depolarization(0, 0, 0, 0, 1e-3, 1e-3).build();
        return FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0),
            FlavorState.alongZ(modes, ones, pz)).withSources(List.of(FlowSources.of(modes)
                .withDrive(new double[6], new double[]{0, 0, 0, 0, 0, 4e-3})));
    }

    /** In a uniform medium with a drive, at shifted and physical wave numbers. */
    @Test
    void inAUniformMedium() {
        final FlowSetup setup = drivenMedium();
        for (final WaveGrid.Start start : WaveGrid.Start.values()) {
            final WaveGrid grid = new WaveGrid(-2, 2, 30, 1e-8, start, start == WaveGrid.Start.NOISE);
            final FlowResult whole =
                UniformFlow.run(setup, grid, List.of(), new double[]{0, 60, 120, 180}, Progress.NONE);
            for (int k = 1; k < 3; k++) {
                final FlowSample at = whole.samples().get(k);
                final FlowSample on = UniformFlow.run(setup.withInitial(states(at.cells())), grid, at.waves(),
                    new double[]{0, 60}, Progress.NONE).samples().get(1);
                assertSame(on, whole.samples().get(k + 1), 1e-9);
            }
        }
    }

    /** Waves that are found at other times have the same intensity: searches at outputs change nothing. */
    @Test
    void outputsChangeNothing() {
        final FlowSetup setup = drivenMedium();
        for (final WaveGrid.Start start : WaveGrid.Start.values()) {
            final WaveGrid grid = new WaveGrid(-2, 2, 30, 1e-8, start, start == WaveGrid.Start.NOISE);
            for (final double end : new double[]{40, 60, 80, 100, 120}) {
                final double[] times = new double[61];
                for (int t = 0; t < times.length; t++) {
                    times[t] = end * t / 60;
                }
                final FlowCells often =
                    UniformFlow.run(setup, grid, List.of(), times, Progress.NONE).samples().get(60).cells();
                final FlowCells once = UniformFlow.run(setup, grid, List.of(), new double[]{0, end}, Progress.NONE)
                    .samples().get(1).cells();
                for (int i = 0; i < once.modes(); i++) {
                    assertThat(often.signedLength(0, i)).isCloseTo(once.signedLength(0, i), within(5e-5));
                }
            }
        }
    }

    @Test
    void refusesWavesOfAnotherGrid() {
        final FlowSetup setup = ShallowSlab.setup(CELLS);
        final WaveGrid grid = new WaveGrid(-1, 1, 2, 1e-5);
        for (final Closure.WaveSample wave : new Closure.WaveSample[]{
            new Closure.WaveSample(0, 0.4, 0, 1, 0, 1), new Closure.WaveSample(CELLS, 0.5, 0, 1, 0, 1),
            new Closure.WaveSample(0, 0.5, 2, 1, 0, 1)}) {
            assertThatThrownBy(() -> new FlavorWaves(grid, setup, List.of(wave)))
                .hasMessageContaining("A wave of branch " + wave.branch() + " at k = " + wave.k());
        }
        final Closure.WaveSample wave = new Closure.WaveSample(0, 0.5, 1, 1, 0, 1);
        assertThatThrownBy(() -> new FlavorWaves(grid, setup, List.of(wave, wave))).hasMessageContaining("twice");
        assertThatThrownBy(() -> new FlavorWaves(grid, setup, List.of(wave))).hasMessageContaining("make 80");
        assertThatThrownBy(() -> new FlavorWaves(grid, setup,
            List.of(new Closure.WaveSample(0, 0.5, 1, 1, 0, -1)))).hasMessageContaining("not negative");
    }
}
