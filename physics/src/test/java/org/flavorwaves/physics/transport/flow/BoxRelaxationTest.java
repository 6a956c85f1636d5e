package org.flavorwaves.physics.transport.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;

import org.flavorwaves.physics.distribution.crossing.BoxScheme;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.junit.jupiter.api.Test;

/** Relaxation to the state of the box-like scheme. */
class BoxRelaxationTest {
    private static FlavorState beams() {
        return FlavorState.alongZ(MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .rings(1, -1, 0.2).weight(1, 0.5, 0.3).build(), new double[]{1, 1, 1},
            new double[]{0.8, 0.6, 0.5});
    }

    /** All modes go the same share of the way to the state of the scheme, at first at the rate of the fastest wave. */
    @Test
    void goesTowardsTheScheme() {
        final FlavorState start = beams();
        final FlavorState end = new BoxScheme(BoxScheme.Flavors.TWO).apply(start, LeptonDirections.of(start)).state();
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(start.modes()), Environment.FAST,
            FlowProfile.constant(0), start);
        final FlowResult result =
            FlowRun.run(setup, Optional.of(new BoxRelaxation()), new double[]{0, 1e-4, 30}, Progress.NONE);
        final double growth =
            new FlowGrowth(0, 0, 40).inTime(result.samples().get(0).cells(), 0).fastest();
        assertThat(result.leptonDrift()).isLessThan(1e-14);
        for (int k = 1; k <= 2; k++) {
            final FlowCells cells = result.samples().get(k).cells();
            for (int i = 0; i < 3; i++) {
                final double share = (cells.signedLength(0, i) - start.pz(i)) / (end.pz(i) - start.pz(i));
                if (k == 1) {
                    assertThat(share / 1e-4).isCloseTo(growth, within(1e-3 * growth));
                } else {
                    assertThat(share).isBetween(0.5, 1.0).isCloseTo(
                        (cells.signedLength(0, 0) - start.pz(0)) / (end.pz(0) - start.pz(0)), within(1e-10));
                }
            }
        }
        assertThat(result.samples().get(1).viscosity()[0][1]).isCloseTo(growth, within(1e-3 * growth));
    }

    @Test
    void refusesMixedStreams() {
        final FlavorState state = FlavorState.alongZ(MomentumModes.builder().species(Species.NU).rings(0.5).weight(1)
            .omega(1).build(), new double[]{1}, new double[]{0.5});
        final FlowSetup setup = FlowSetup.of(FlowGrid.homogeneous(state.modes()), new Environment(0.2, 0, 1),
            FlowProfile.constant(1), state);
        assertThatThrownBy(() -> FlowRun.run(setup, Optional.of(new BoxRelaxation()), new double[]{0, 1},
            Progress.NONE)).hasMessageContaining("are all along z");
    }
}
