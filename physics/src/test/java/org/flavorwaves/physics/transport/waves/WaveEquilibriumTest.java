package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowGrowth;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;

class WaveEquilibriumTest {
    /** A driven slab loses its crossing where it would appear, and no cell is left unstable. */
    @Test
    void shallowSlabIsStableEverywhere() {
        final int cells = 40;
        final FlowSetup setup = ShallowSlab.setup(cells);
        final FlowResult result = FlowRun.run(setup,
            Optional.of(new WaveEquilibrium(new WaveGrid(-1.6, 2.6, 42, 1e-6))), new double[]{0, 400}, Progress.NONE);
        final FlowCells end = result.samples().get(1).cells();
        assertThat(ShallowSlab.leptonNumber(end, cells - 1, 0)).isCloseTo(0, within(1e-3));
        assertThat(ShallowSlab.leptonNumber(end, cells - 1, 1)).isCloseTo(0.173, within(0.04));
        assertThat(ShallowSlab.leptonNumber(end, cells - 1, 2)).isCloseTo(0.279, within(0.04));
        assertThat(ShallowSlab.outflow(end)).isCloseTo(0.3866666667, within(2e-3));
        assertThat(ShallowSlab.error(end)).isLessThan(0.018);
        assertThat(result.leptonDrift()).isLessThan(1e-14);
        for (final Closure.WaveSample wave : result.samples().get(1).waves()) {
            assertThat(wave.growth()).isLessThan(2e-3 * 0.9);
            assertThat(wave.action()).isNaN();
        }
    }

    /** Two opposite beams: gamma = 2 sqrt(p1 p2) vanishes only with the lesser one, and p1 - p2 stays. */
    @Test
    void opposedBeamsLoseTheLesserOne() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.8, 0.3});
        final FlowSetup setup =
            FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0), state);
        final FlowResult result = FlowRun.run(setup,
            Optional.of(new WaveEquilibrium(new WaveGrid(-1.2, -0.4, 41, 1e-6))), new double[]{0, 1}, Progress.NONE);
        final FlowCells end = result.samples().get(1).cells();
        assertThat(end.signedLength(0, 0)).isCloseTo(0.5, within(1e-4));
        assertThat(end.signedLength(0, 0) - end.signedLength(0, 1)).isCloseTo(0.5, within(1e-14));
        assertThat(end.signedLength(0, 1)).isBetween(0.0, 1e-4);
        final Closure.WaveSample first = result.samples().get(0).waves().stream()
            .max(Comparator.comparingDouble(Closure.WaveSample::growth)).orElseThrow();
        assertThat(first.k()).as("-p1 - p2").isCloseTo(-1.1, within(0.01));
        assertThat(first.growth()).isCloseTo(2 * Math.sqrt(0.8 * 0.3), within(1e-3));
    }

    /** What a step takes, as a rate of the logarithm of each polarization. */
    @Test
    void viscosityIsWhatAStepTakes() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0),
            FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.8, 0.3}));
        final FlowCells cells =
            FlowRun.run(setup, Optional.empty(), new double[]{0}, Progress.NONE).samples().get(0).cells();
        final WaveEquilibrium closure = new WaveEquilibrium(new WaveGrid(-1.2, -0.4, 41, 1e-6));
        closure.start(cells);
        closure.advance(cells, 0, 0.25, Progress.NONE);
        assertThat(closure.viscosity(0, 0)).isCloseTo(Math.log(0.8 / cells.signedLength(0, 0)) / 0.25, within(1e-12))
            .isCloseTo(Math.log(0.8 / 0.5) / 0.25, within(1e-3));
    }

    /** A weak beam makes waves grow between the numbers of a coarse grid; the monitor, which climbs, finds none. */
    @Test
    void narrowWavesOfAWeakBeamAreFoundBetweenWaveNumbers() {
        final double[] v = {-0.8, -0.4, 0.1, 0.5, 0.95};
        final double[] p = {0.3, 0.35, 0.3, 0.25, -0.002};
        final Species[] species = new Species[v.length];
        Arrays.fill(species, Species.NU);
        final MomentumModes modes =
            MomentumModes.builder().species(species).rings(v).weight(0.4, 0.4, 0.5, 0.4, 0.3).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1, 1, 1, 1}, p);
        final FlowSetup setup =
            FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0), state);
        final FlowResult result = FlowRun.run(setup,
            Optional.of(new WaveEquilibrium(new WaveGrid(-2, 2, 8, 1e-6))), new double[]{0, 10}, Progress.NONE);
        final FlowGrowth growth = new FlowGrowth(0, 0, 60);
        final double before = growth.inTime(result.samples().get(0).cells(), 0).fastest();
        assertThat(before).isGreaterThan(0.01);
        final List<Closure.WaveSample> waves = result.samples().get(0).waves();
        assertThat(waves.stream().mapToDouble(Closure.WaveSample::growth).max().orElse(0) / before)
            .isBetween(0.98, 1 + 1e-6);
        final FlowCells end = result.samples().get(1).cells();
        assertThat(growth.inTime(end, 0).fastest()).isZero();
        assertThat(end.signedLength(0, 4)).isBetween(-1e-4, 0.0);
        assertThat(result.leptonDrift()).isLessThan(1e-14);
    }

    /** Beams that bring no net lepton number: the scale of the drift is what each of them brings. */
    @Test
    void balancedBeamsKeepTheLedger() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
        final FlowSetup setup = FlowSetup.of(FlowGrid.of(modes, StreamGeometry.slab(), 0, 20, 50), Environment.FAST,
            FlowProfile.constant(5), state).withBoundaries(FlowBoundary.INFLOW, FlowBoundary.INFLOW);
        final FlowResult result = FlowRun.run(setup,
            Optional.of(new WaveEquilibrium(new WaveGrid(-3, -1, 9, 1e-6))), new double[]{0, 40}, Progress.NONE);
        assertThat(result.samples().get(1).cells().signedLength(25, 0)).isLessThan(0.9);
        assertThat(result.leptonDrift()).isLessThan(1e-13);
    }

    /** Resonances are those of longitudinal waves. */
    @Test
    void refusesLeptonNumberAcrossTheStream() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU)
            .velocity(new double[]{0.6}, new double[1], new double[]{0.8}).weight(1).build();
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0),
            FlavorState.alongZ(modes, new double[]{1}, new double[]{0.5}));
        assertThatThrownBy(() -> FlowRun.run(setup, Optional.of(new WaveEquilibrium(new WaveGrid(-1, 1, 4, 1e-6))),
            new double[]{0, 1}, Progress.NONE)).hasMessageContaining("carry lepton number across it");
    }
}
