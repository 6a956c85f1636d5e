package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.flavomon.kinetics.FlavomonKinetics;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonOptions;
import org.flavorwaves.physics.flavomon.kinetics.TimeOptions;
import org.flavorwaves.physics.flavomon.kinetics.WaveNumberGrid;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
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
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;

class UniformFlowTest {
    private static FlowSetup beams(final double second, final double damping, final FlowProfile profile) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).depolarization(damping, damping).build();
        return FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, profile,
            FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, second}));
    }

    /** One wave at shifted k = 0 with the intensity 1e-12 at the start. */
    private static WaveGrid oneWave(final double second) {
        return new WaveGrid(-0.5, 0.5, 1, 2e-12 / (1 + second * second), WaveGrid.Start.NOISE, true);
    }

    /** Reference case 19: the steps are long beside the growth once drive and waves are in balance. */
    @Test
    void drivenBeamsGoThroughTheirDeepestCrossing() {
        final FlowSetup rest = beams(0, 0, FlowProfile.constant(0));
        final FlowSetup setup = rest.withSources(List.of(FlowSources.of(rest.grid().modes())
            .withDrive(new double[2], new double[]{0, 1e-3})));
        final FlowResult result =
            UniformFlow.run(setup, oneWave(0), List.of(), new double[]{0, 39.610, 100}, Progress.NONE);
        assertThat(result.steps()).isLessThanOrEqualTo(150);
        assertThat(result.samples().get(1).cells().signedLength(0, 1)).isCloseTo(0.03833250, withinPercentage(0.01));
        final FlowSample last = result.samples().get(2);
        assertThat(last.cells().signedLength(0, 0)).isCloseTo(0.900006114, within(1e-9));
        assertThat(last.cells().signedLength(0, 1)).isCloseTo(6.114337715e-6, withinPercentage(0.01));
        assertThat(last.waves().get(0).action()).isCloseTo(0.09592764412, withinPercentage(0.01));
        assertThat(result.leptonDrift()).isLessThan(1e-12);
    }

    /** A uniform medium has no other place for a wave that is given twice, and the refusal says what is wrong. */
    @Test
    void refusesAWaveOfAUniformMediumThatIsGivenTwice() {
        final FlowSetup setup = beams(0.5, 0, FlowProfile.constant(0));
        final List<Closure.WaveSample> waves = List.of(new Closure.WaveSample(0, 0, 0, 1, 0, 1e-9),
            new Closure.WaveSample(0, 0, 0, 1, 0, 2e-9));
        assertThat(UniformFlow.holds(setup, waves)).isTrue();
        assertThatThrownBy(() -> UniformFlow.run(setup, new WaveGrid(-1, 1, 1, 1e-9), waves, new double[]{0, 1},
            Progress.NONE)).hasMessage("A wave of branch 0 at k = 0.0 in cell 0 is given twice.");
    }

    /** Steps begin anew at outputs, so that there are more of them with more outputs. */
    @Test
    void drivenBeamsOfManyOutputsTakeFewSteps() {
        final FlowSetup rest = beams(0, 0, FlowProfile.constant(0));
        final FlowSetup setup = rest.withSources(List.of(FlowSources.of(rest.grid().modes())
            .withDrive(new double[2], new double[]{0, 1e-3})));
        final double[] times = new double[21];
        Arrays.setAll(times, k -> 5 * k);
        final FlowResult result = UniformFlow.run(setup, oneWave(0), List.of(), times, Progress.NONE);
        assertThat(result.steps()).isLessThanOrEqualTo(150);
        assertThat(result.samples().get(20).cells().signedLength(0, 1))
            .isCloseTo(6.114337715e-6, withinPercentage(0.01));
    }

    /** The same unknowns as those of the quasi-linear kinetics of flavomons: occupations and quanta agree. */
    @Test
    void quantaAreThoseOfFlavomonKinetics() {
        final int n = 24;
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] p = new double[n];
        final double[] trace = new double[n];
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        for (int i = 0; i < n; i++) {
            v[i] = -1 + (2 * i + 1.0) / n;
            w[i] = 2.0 / n;
            p[i] = 0.5 * ((1 - v[i]) * (1 - v[i]) - 0.3) / 4;
            trace[i] = 1;
        }
        final MomentumModes modes = MomentumModes.builder().species(species).rings(v).weight(w).build();
        final FlavorState state = FlavorState.alongZ(modes, trace, p);
        final FlowResult flow = UniformFlow.run(
            FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(3), state),
            new WaveGrid(-0.4, 0.6, 20, 1e-7, WaveGrid.Start.QUANTA, false), List.of(),
            new double[]{0, 150, 600}, Progress.NONE);
        final FlavomonHistory history = new FlavomonKinetics(NeutrinoOccupations.of(state, Environment.FAST),
            TimeOptions.until(600, 4)).evolve(WaveNumberGrid.uniform(-0.4, 0.6, 20, 1),
                FlavomonOptions.quasiLinear(1e-7), Progress.NONE);
        final FlavomonFrame frame = history.last();
        final FlowCells cells = flow.samples().get(2).cells();
        double change = 0;
        for (int i = 0; i < n; i++) {
            change = Math.max(change, Math.abs(cells.signedLength(0, i) - p[i]));
            assertThat(cells.signedLength(0, i)).isCloseTo(frame.electron()[i] - frame.other()[i], within(1e-4));
        }
        assertThat(change).isGreaterThan(0.02);
        int growing = 0;
        final FlavomonFrame early = history.frames().get(1);
        for (int j = 0; j < early.waves().size(); j++) {
            if (early.waves().get(j).growth() > 0) {
                growing++;
                final Closure.WaveSample wave = flow.samples().get(1).waves().get(j);
                assertThat(wave.action() / early.waves().get(j).number()).isCloseTo(1, within(5e-3));
                assertThat(wave.k()).isCloseTo(early.waves().get(j).waveNumber(), within(1e-12));
            }
        }
        assertThat(growing).isPositive();
    }

    /** Two beams at k = 0 grow at 2 sqrt(g1 g2) with the nu-nu term of the moment, less what collisions damp. */
    @Test
    void strengthAndDampingChangeTheGrowth() {
        final double end = 1;
        final FlowProfile rising = FlowProfile.of(new double[]{0, 2}, new double[2], new double[]{1, 3});
        for (final double damping : new double[]{0, 0.2}) {
            final FlowResult result =
                UniformFlow.run(beams(0.5, damping, rising), oneWave(0.5), List.of(), new double[]{0, end},
                    Progress.NONE);
            final double fading = damping == 0 ? end + end * end / 2
                : (1 - Math.exp(-damping * end) * (1 + end)) / damping
                    + (1 - Math.exp(-damping * end)) / (damping * damping);
            assertThat(Math.log(result.samples().get(1).waves().get(0).action() / 1e-12))
                .isCloseTo(4 * Math.sqrt(0.5) * fading - 2 * damping * end, within(2e-3));
            assertThat(result.leptonDrift()).isLessThan(1e-12);
        }
    }

    private static FlowSetup slab(final FlowSetup medium, final int cells) {
        return FlowSetup.of(FlowGrid.of(medium.grid().modes(), StreamGeometry.slab(), 0, 0.2, cells),
            Environment.FAST, FlowProfile.constant(0), medium.inflow().left()).withSources(medium.sources())
            .withBoundaries(FlowBoundary.PERIODIC, FlowBoundary.PERIODIC).withInitial(medium.initial());
    }

    /** Nothing moves in a periodic slab whose cells are alike: it is a uniform medium, also when a run goes on. */
    @Test
    void slabsOfAlikeCellsAreUniformMedia() {
        final FlowSetup medium = beams(0.3, 0.01, FlowProfile.constant(0));
        final WaveGrid grid = new WaveGrid(-3, 3, 24, 1e-8);
        final double[] times = {0, 6, 12};
        final FlowResult uniform = UniformFlow.run(medium, grid, List.of(), times, Progress.NONE);
        final FlowSetup slab = slab(medium, 3);
        assertThat(UniformFlow.holds(slab, List.of())).isTrue();
        final FlowResult result = UniformFlow.run(slab, grid, List.of(), times, Progress.NONE);
        final FlowSample middle = result.samples().get(1);
        final FlowSetup later = slab.withInitial(List.of(middle.cells().state(0), middle.cells().state(1),
            middle.cells().state(2)));
        assertThat(UniformFlow.holds(later, middle.waves())).isTrue();
        final FlowResult on = UniformFlow.run(later, grid, middle.waves(), new double[]{0, 6}, Progress.NONE);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 2; i++) {
                final double expected = uniform.samples().get(2).cells().signedLength(0, i);
                assertThat(result.samples().get(2).cells().signedLength(c, i)).isCloseTo(expected, within(1e-15));
                assertThat(on.samples().get(1).cells().signedLength(c, i)).isCloseTo(expected, within(1e-10));
                assertThat(result.samples().get(2).viscosity()[c][i])
                    .isEqualTo(uniform.samples().get(2).viscosity()[0][i]);
            }
        }
        assertThat(result.samples().get(2).waves()).hasSize(3 * uniform.samples().get(2).waves().size());
        assertThat(medium.initial().get(0).pz(1) - uniform.samples().get(2).cells().signedLength(0, 1))
            .isGreaterThan(0.25);
    }

    /** The same by the cells of a stream: in a burst and after it their short steps end in the same. */
    @Test
    void streamsOfAlikeCellsTendToUniformMedia() {
        final FlowSetup medium = beams(0.3, 0, FlowProfile.constant(0));
        final WaveGrid grid = new WaveGrid(-3, 3, 24, 1e-8);
        final double[] times = {0, 8, 10, 20};
        final FlowResult uniform = UniformFlow.run(medium, grid, List.of(), times, Progress.NONE);
        assertThat(uniform.samples().get(1).cells().signedLength(0, 1)).isBetween(0.1, 0.25);
        final double[][] errors = new double[3][times.length];
        for (int run = 0; run < errors.length; run++) {
            final FlowSetup slab = slab(medium, 2 << 2 * run);
            final FlowResult stream =
                FlowRun.run(slab, Optional.of(new FlavorWaves(grid, slab)), times, Progress.NONE);
            for (int k = 1; k < times.length; k++) {
                errors[run][k] = Math.abs(stream.samples().get(k).cells().signedLength(1, 1)
                    - uniform.samples().get(k).cells().signedLength(0, 1));
            }
        }
        assertThat(errors[2][1]).isLessThan(2e-4);
        assertThat(errors[2][2]).isLessThan(2e-4);
        assertThat(errors[2][3]).isLessThan(1e-6);
    }

    @Test
    void wavesOfAMediumAreNotThoseOfASlab() {
        final FlowSetup uniform = beams(0.5, 0, FlowProfile.constant(0));
        assertThatThrownBy(() -> new FlavorWaves(new WaveGrid(-1, 1, 4, 1e-6), uniform))
            .hasMessageContaining("UniformFlow");
        final FlowSetup slab = FlowSetup.of(FlowGrid.of(uniform.grid().modes(), StreamGeometry.slab(), 0, 1, 4),
            Environment.FAST, FlowProfile.constant(0), uniform.inflow().left());
        assertThatThrownBy(() -> new FlavorWaves(oneWave(0), slab)).hasMessageContaining("physical wave numbers");
    }
}
