package org.flavorwaves.physics.transport.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.Closure.WaveSample;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.flavorwaves.physics.transport.waves.ShallowSlab;
import org.flavorwaves.physics.transport.waves.WaveGrid;
import org.junit.jupiter.api.Test;

class WaveMatrixTest {
    private static final double SEED = 5e-6;

    /**
     * Reference case 27: a driven slab against its resolution by the full equations, and the flux of its sources. It is
     * steady after four crossing times; modes of a third of the speed of light need three.
     */
    @Test
    void shallowSlabComesNearTheResolvedOne() {
        final int cells = 40;
        final FlowSetup setup = ShallowSlab.setup(cells);
        final FlowResult result = FlowRun.run(setup,
            Optional.of(new WaveMatrix(new WaveGrid(-1.6, 2.6, 30, SEED), setup)), new double[]{0, 800},
            Progress.NONE);
        final FlowCells end = result.samples().get(1).cells();
        assertThat(ShallowSlab.leptonNumber(end, cells - 1, 0)).isCloseTo(0.004, within(0.03));
        assertThat(ShallowSlab.leptonNumber(end, cells - 1, 1)).isCloseTo(0.173, within(0.04));
        assertThat(ShallowSlab.leptonNumber(end, cells - 1, 2)).isCloseTo(0.279, within(0.04));
        assertThat(ShallowSlab.outflow(end)).isCloseTo(0.3866666667, within(2e-3));
        assertThat(ShallowSlab.error(end)).isLessThan(0.011);
        assertThat(result.leptonDrift()).isLessThan(1e-13);
        assertThat(result.clipped()).isZero();
    }

    /** Cells over which light flies ten times as long as the nu-nu term turns do not make the steps too long. */
    @Test
    void stepsAreAsShortAsTurnsNeed() {
        final FlowSetup setup = ShallowSlab.setup(10);
        final WaveGrid grid = new WaveGrid(-1.6, 2.6, 12, 1e-4);
        final FlowCells[] ends = new FlowCells[2];
        for (int k = 0; k < 2; k++) {
            final double[] times = new double[k == 0 ? 2 : 201];
            for (int t = 0; t < times.length; t++) {
                times[t] = 100.0 * t / (times.length - 1);
            }
            ends[k] = FlowRun.run(setup, Optional.of(new WaveMatrix(grid, setup)), times, Progress.NONE).samples()
                .get(times.length - 1).cells();
        }
        double most = 0;
        for (int c = 0; c < 10; c++) {
            for (int i = 0; i < 12; i++) {
                most = Math.max(most, Math.abs(ends[0].signedLength(c, i) - ends[1].signedLength(c, i)));
            }
        }
        assertThat(most).isLessThan(5e-3);
        assertThat(ends[1].signedLength(5, 6)).isGreaterThan(0.45);
    }

    /** Two opposite beams at one wave number: the growth is the closed form, then P^2 + W and lepton number hold. */
    @Test
    void uniformMediumGrowsAndKeepsWhatItHas() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final double[] p = {0.9, 0.4};
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, p);
        final FlowSetup setup =
            FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0), state);
        final double k = -p[0] - p[1];
        final WaveMatrix closure = new WaveMatrix(new WaveGrid(k - 1e-6, k + 1e-6, 2, 1e-9), setup);
        final FlowResult result =
            FlowRun.run(setup, Optional.of(closure), new double[]{0, 8, 10, 30}, Progress.NONE);
        final double[] power = new double[4];
        for (int s = 0; s < 4; s++) {
            power[s] = result.samples().get(s).waves().get(0).action();
        }
        final double growth = 2 * Math.sqrt(p[0] * p[1]);
        assertThat(Math.log(power[2] / power[1])).isCloseTo(2 * growth * 2, within(0.02));
        assertThat(result.samples().get(2).waves().get(0).growth()).isCloseTo(growth, within(0.01));
        final FlowCells end = result.samples().get(3).cells();
        assertThat(end.signedLength(0, 1)).isNotCloseTo(p[1], within(0.01));
        assertThat(result.leptonDrift()).isLessThan(1e-14);
        for (int i = 0; i < 2; i++) {
            final double length = end.signedLength(0, i);
            assertThat(length * length + closure.intensity(0, i)).isCloseTo(p[i] * p[i], within(1e-12));
        }
    }

    /** The viscosity of a step is what each |P| loses in it, relative to its length. */
    @Test
    void viscosityIsTheRateOfTheLastStep() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0),
            FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.9, 0.4}));
        final WaveMatrix closure = new WaveMatrix(new WaveGrid(-1.4, -1.2, 2, 1e-4), setup);
        final double step = 1e-3;
        final FlowResult result =
            FlowRun.run(setup, Optional.of(closure), new double[]{0, 2, 2 + step}, Progress.NONE);
        for (int i = 0; i < 2; i++) {
            final double before = result.samples().get(1).cells().signedLength(0, i);
            final double after = result.samples().get(2).cells().signedLength(0, i);
            final double rate = (before - after) / (before * step);
            assertThat(Math.abs(rate)).isGreaterThan(1e-4);
            assertThat(closure.viscosity(0, i)).isCloseTo(rate, within(1e-9));
        }
    }

    /** Waves of a medium that is almost empty drift in K as matter rises, by its slope up to the open ends. */
    @Test
    void wavesDriftInMatterUpToTheEnds() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(1e-3).weight(1e-9).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1}, new double[]{0.5});
        final int cells = 5;
        final double slope = 0.2;
        final FlowSetup setup = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.slab(), 0, cells, cells),
            Environment.FAST, FlowProfile.of(new double[]{0, cells}, new double[]{0, slope * cells},
                new double[]{1, 1}), state)
            .withBoundaries(FlowBoundary.INFLOW, FlowBoundary.OUTFLOW).withInitial(List.of(state));
        final WaveGrid grid = new WaveGrid(-3, 3, 60, 1e-12);
        final List<WaveSample> before = new ArrayList<>();
        for (int c = 0; c < cells; c++) {
            for (int m = 0; m < grid.count(); m++) {
                before.add(new WaveSample(c, grid.centre(m), 1, Double.NaN, Double.NaN,
                    Math.exp(-2 * grid.centre(m) * grid.centre(m))));
            }
        }
        final double time = 4;
        final FlowResult result = FlowRun.run(setup, Optional.of(new WaveMatrix(grid, setup, before)),
            new double[]{0, time}, Progress.NONE);
        for (int c = 0; c < cells; c++) {
            double sum = 0;
            double moment = 0;
            for (final WaveSample wave : result.samples().get(1).waves()) {
                sum += wave.cell() == c && wave.branch() == 0 ? wave.action() : 0;
                moment += wave.cell() == c && wave.branch() == 0 ? wave.action() * wave.k() : 0;
            }
            assertThat(moment / sum).as("cell " + c).isCloseTo(slope * time, within(0.02));
        }
    }

    /** Vacuum frequencies move the wave number of greatest growth; noise is as given. */
    @Test
    void vacuumFrequenciesMoveGrowth() {
        final double[] omega = {0.5, 0.3};
        final double strength = 1.4;
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).omega(omega).build();
        final double[] p = {0.9, 0.4};
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(modes), new Environment(0, 0, strength),
            FlowProfile.constant(0), FlavorState.alongZ(modes, new double[]{1, 1}, p));
        final double k = -strength * (p[0] + p[1]) - 0.5 * (omega[0] + omega[1]);
        final WaveMatrix closure = new WaveMatrix(new WaveGrid(k - 1e-6, k + 1e-6, 2, 1e-9), setup);
        final FlowResult result =
            FlowRun.run(setup, Optional.of(closure), new double[]{0, 5, 6}, Progress.NONE);
        final double[] power = new double[3];
        for (int s = 0; s < 3; s++) {
            power[s] = result.samples().get(s).waves().get(0).action();
        }
        final double growth = 2 * strength * Math.sqrt(p[0] * p[1]);
        assertThat(power[0]).isCloseTo(1e-9 * (p[0] * p[0] + p[1] * p[1]), within(1e-20));
        assertThat(0.5 * Math.log(power[2] / power[1])).isCloseTo(growth, within(0.01));
        assertThat(result.samples().get(2).waves().get(0).growth()).isCloseTo(growth, within(0.01));
    }

    /** Noise without correlations falls at first by depolarization alone, each mode by its own. */
    @Test
    void depolarizationDampsNoise() {
        final double[] damping = {0.1, 0.3};
        final double[] p = {0.9, 0.4};
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).depolarization(damping).build();
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0),
            FlavorState.alongZ(modes, new double[]{1, 1}, p));
        final FlowResult result = FlowRun.run(setup, Optional.of(new WaveMatrix(new WaveGrid(-1, 1, 2, 1e-9), setup)),
            new double[]{0, 0.1}, Progress.NONE);
        final double power = p[0] * p[0] + p[1] * p[1];
        assertThat(result.samples().get(0).waves().get(1).growth())
            .isCloseTo(-(damping[0] * p[0] * p[0] + damping[1] * p[1] * p[1]) / power, within(1e-14));
    }

    /** Intensities move with their own mode. */
    @Test
    void coherencesStreamWithTheirModes() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -0.5).weight(1e-9, 1e-9).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.5, 0.5});
        final FlavorState empty = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0, 0});
        final int cells = 50;
        final FlowSetup setup = FlowSetup
            .of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 10, cells), Environment.FAST, FlowProfile.constant(0),
                empty)
            .withBoundaries(FlowBoundary.INFLOW, FlowBoundary.OUTFLOW).withInitial(List.of(state));
        final WaveMatrix closure = new WaveMatrix(new WaveGrid(0, 1, 2, 1e-3), setup);
        FlowRun.run(setup, Optional.of(closure), new double[]{0, 4}, Progress.NONE);
        final double[] content = new double[2];
        for (int c = 0; c < cells; c++) {
            for (int i = 0; i < 2; i++) {
                content[i] += closure.intensity(c, i) / (2e-3 * 0.25) * 0.2;
            }
        }
        assertThat(content[0]).isCloseTo(6, within(1e-3));
        assertThat(content[1]).isCloseTo(8, within(1e-3));
    }

    /** A slab between mirrors is half of a periodic one that its image completes, with a gradient of matter. */
    @Test
    void mirrorsContinueTheMediumByItsImage() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU, Species.NU, Species.NUBAR, Species.NUBAR)
            .rings(0.9, 0.2, -0.9, -0.2, 0.9, -0.9).weight(0.5, 0.5, 0.5, 0.5, 0.5, 0.5).build();
        final double[] ones = {1, 1, 1, 1, 1, 1};
        final FlavorState state = FlavorState.alongZ(modes, ones, new double[]{0.3, 0.8, 0.2, 0.7, 0.6, 0.5});
        final FlavorState image = FlavorState.alongZ(modes, ones, new double[]{0.2, 0.7, 0.3, 0.8, 0.5, 0.6});
        final List<FlavorState> initial = new ArrayList<>(Collections.nCopies(6, state));
        initial.addAll(Collections.nCopies(6, image));
        final WaveGrid grid = new WaveGrid(-1.5, 1.5, 12, 1e-4);
        final FlowCells[] ends = new FlowCells[2];
        for (int k = 0; k < 2; k++) {
            final FlowBoundary end = k == 0 ? FlowBoundary.REFLECTING : FlowBoundary.PERIODIC;
            final FlowSetup setup = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 4 * (k + 1), 6 * (k + 1)),
                Environment.FAST, FlowProfile.of(new double[]{0, 4, 8}, new double[]{0, 1, 0}, new double[]{1, 1, 1}),
                state).withBoundaries(end, end).withInitial(initial.subList(0, 6 * (k + 1)));
            ends[k] = FlowRun.run(setup, Optional.of(new WaveMatrix(grid, setup)), new double[]{0, 12}, Progress.NONE)
                .samples().get(1).cells();
        }
        assertThat(Math.abs(ends[1].signedLength(2, 4) - 0.6)).isGreaterThan(1e-3);
        for (int c = 0; c < 6; c++) {
            for (int i = 0; i < 6; i++) {
                assertThat(ends[0].signedLength(c, i)).isCloseTo(ends[1].signedLength(c, i), within(1e-9));
            }
        }
    }

    @Test
    void refusesWhatItDoesNotHoldFor() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(0.5).weight(1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1}, new double[]{0.5});
        final WaveGrid grid = new WaveGrid(-1, 1, 4, SEED);
        final FlowSetup slab = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 1, 4), Environment.FAST,
            FlowProfile.constant(0), state);
        final WaveGrid oblique = new WaveGrid(-1, 2, 4, SEED);
        final FlowSetup mirror = slab.withBoundaries(FlowBoundary.REFLECTING, FlowBoundary.OUTFLOW);
        assertThatThrownBy(() -> new WaveMatrix(oblique, mirror)).hasMessageContaining("symmetric about 0");
        assertThatThrownBy(() -> new WaveMatrix(grid, mirror)).hasMessageContaining("to come back in from a mirror");
        final FlowSetup bulb = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.bulb(1), 2, 3, 4), Environment.FAST,
            FlowProfile.constant(0), state);
        assertThatThrownBy(() -> FlowRun.run(bulb, Optional.of(new WaveMatrix(grid, bulb)), new double[]{0, 1},
            Progress.NONE)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("bulbs");
        assertThatThrownBy(() -> new WaveGrid(1, 1, 4, SEED)).hasMessageContaining("range");
        assertThatThrownBy(() -> new WaveGrid(0, 1, 4, 0)).hasMessageContaining("noise");
    }
}
