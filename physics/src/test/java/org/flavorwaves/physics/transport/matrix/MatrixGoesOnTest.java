package org.flavorwaves.physics.transport.matrix;

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
import org.flavorwaves.physics.transport.flow.Closure.WaveSample;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.waves.ShallowSlab;
import org.flavorwaves.physics.transport.waves.WaveGrid;
import org.junit.jupiter.api.Test;

/** A wave matrix that goes on from the state and the coherences of another run is the run that had not stopped. */
class MatrixGoesOnTest {
    private static FlowResult run(final FlowSetup setup, final WaveGrid grid, final List<WaveSample> before,
        final double... times) {
        return FlowRun.run(setup, Optional.of(new WaveMatrix(grid, setup, before)), times, Progress.NONE);
    }

    private static List<FlavorState> states(final FlowCells cells) {
        final List<FlavorState> states = new ArrayList<>();
        for (int c = 0; c < cells.cells(); c++) {
            states.add(cells.state(c));
        }
        return states;
    }

    private static double difference(final FlowResult on, final FlowResult whole) {
        final FlowCells a = on.samples().get(on.samples().size() - 1).cells();
        final FlowCells b = whole.samples().get(whole.samples().size() - 1).cells();
        double most = 0;
        for (int c = 0; c < a.cells(); c++) {
            for (int i = 0; i < a.modes(); i++) {
                most = Math.max(most, Math.abs(a.signedLength(c, i) - b.signedLength(c, i)));
            }
        }
        return most;
    }

    private static void assertGoesOn(final FlowSetup setup, final WaveGrid grid, final double first,
        final double end) {
        final FlowResult start = run(setup, grid, List.of(), 0, first);
        final List<WaveSample> before = new ArrayList<>(start.samples().get(1).waves());
        before.addAll(start.coherences());
        final FlowResult whole = run(setup, grid, List.of(), 0, first, end);
        final FlowSetup goesOn = setup.withInitial(states(start.samples().get(1).cells()));
        final FlowResult on = run(goesOn, grid, before, 0, end - first);
        assertThat(difference(on, whole)).isLessThan(1e-10);
        assertThat(difference(run(goesOn, grid, List.of(), 0, end - first), whole)).isGreaterThan(1e-4);
        double largest = 0;
        for (final WaveSample coherence : whole.coherences()) {
            largest = Math.max(largest, Math.abs(coherence.intensity()));
        }
        for (int x = 0; x < whole.coherences().size(); x++) {
            final WaveSample coherence = whole.coherences().get(x);
            assertThat(on.coherences().get(x).intensity())
                .isCloseTo(coherence.intensity(), within(1e-10 * largest));
        }
    }

    /** While waves grow, and when they hold the drive. */
    @Test
    void inADrivenSlab() {
        final WaveGrid grid = new WaveGrid(-1.6, 2.6, 20, 5e-6);
        assertGoesOn(ShallowSlab.setup(20), grid, 143, 222);
        assertGoesOn(ShallowSlab.setup(20), grid, 305, 350);
    }

    @Test
    void inAUniformMedium() {
        assertGoesOn(beams(), new WaveGrid(-1.8, -0.8, 4, 1e-5), 5, 11);
    }

    /** The numbers of R by their branches: those of Psi Psi^+ come back, the diagonal from the intensities. */
    @Test
    void branchesNumberRealAndImaginaryParts() {
        final List<WaveSample> before = new ArrayList<>();
        final double[][] numbers = {{0.04, 0.006}, {-0.008, 0.09}};
        for (int m = 0; m < 2; m++) {
            for (int x = 0; x < 4; x++) {
                before.add(new WaveSample(0, m == 0 ? -0.5 : 0.5, 1 + x, Double.NaN, 0,
                    (m + 1) * numbers[x / 2][x % 2]));
            }
        }
        final FlowResult result = run(beams(), new WaveGrid(-1, 1, 2, 1e-5), before, 0);
        for (int k = 0; k < before.size(); k++) {
            assertThat(result.coherences().get(k).branch()).isEqualTo(before.get(k).branch());
            assertThat(result.coherences().get(k).k()).isEqualTo(before.get(k).k());
            assertThat(result.coherences().get(k).intensity()).isEqualTo(before.get(k).intensity());
        }
        final WaveSample power = result.samples().get(0).waves().get(1);
        assertThat(power.action()).isCloseTo(2 * (0.04 + 0.09) / 2, within(1e-15));
        final double taken = 2 * (2 * 0.008);
        assertThat(power.growth()).isCloseTo((0.9 + 0.4) * taken / (2 * (0.04 + 0.09)), within(1e-14));
    }

    @Test
    void refusesWhatIsNotAllOfItsCoherences() {
        final WaveGrid grid = new WaveGrid(-1, 1, 2, 1e-5);
        final FlowResult first = run(beams(), grid, List.of(), 0);
        final List<WaveSample> all = new ArrayList<>(first.coherences());
        assertThatThrownBy(() -> new WaveMatrix(grid, beams(), first.samples().get(0).waves()))
            .hasMessageContaining("The waves have no branches 1 to 4");
        assertThatThrownBy(() -> new WaveMatrix(grid, beams(), all.subList(1, 8))).hasMessageContaining("make 8");
        assertThatThrownBy(() -> new WaveMatrix(new WaveGrid(-1, 2, 2, 1e-5), beams(), all))
            .hasMessageContaining("is none of the 2 wave numbers");
        all.set(2, new WaveSample(0, -0.5, 3, Double.NaN, 0, Double.NaN));
        assertThatThrownBy(() -> new WaveMatrix(grid, beams(), all))
            .hasMessageContaining("The coherence of branch 3 at k = -0.5 in cell 0 has no finite intensity");
    }

    private static FlowSetup beams() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        return FlowSetup.of(FlowGrid.homogeneous(modes), Environment.FAST, FlowProfile.constant(0),
            FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.9, 0.4}));
    }
}
