package org.flavorwaves.physics.transport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;

class AlikeCellsTest {
    private static final MomentumModes MODES =
        MomentumModes.builder().species(Species.NU, Species.NU).rings(0.5, -0.5).weight(1, 1)
            .depolarization(0.1, 0.2).build();

    private static FlavorState state(final double second) {
        return FlavorState.alongZ(MODES, new double[]{1, 1}, new double[]{0.5, second});
    }

    private static FlowSetup slab(final FlowProfile profile) {
        return FlowSetup.of(FlowGrid.of(MODES, StreamGeometry.slab(), 0, 1, 2), Environment.FAST, profile, state(0.4))
            .withBoundaries(FlowBoundary.PERIODIC, FlowBoundary.PERIODIC).withInitial(List.of(state(0.4)));
    }

    @Test
    void periodicSlabsOfOneStateAre() {
        final FlowSetup slab = slab(FlowProfile.constant(3));
        assertThat(AlikeCells.are(slab)).isTrue();
        assertThat(AlikeCells.are(slab.withInitial(List.of(state(0.4), state(0.4 + 1e-14))))).isTrue();
        assertThat(AlikeCells.are(FlowSetup.of(FlowGrid.homogeneous(MODES), Environment.FAST,
            FlowProfile.of(new double[]{0, 1}, new double[]{0, 1}, new double[]{1, 2}), state(0.4)))).isTrue();
    }

    @Test
    void endsStatesSurroundingsAndCollisionsDistinguishCells() {
        final FlowSetup slab = slab(FlowProfile.constant(3));
        assertThat(AlikeCells.are(slab.withBoundaries(FlowBoundary.REFLECTING, FlowBoundary.REFLECTING))).isFalse();
        assertThat(AlikeCells.are(slab.withInitial(List.of(state(0.4), state(0.4 + 1e-9))))).isFalse();
        assertThat(AlikeCells.are(
            slab(FlowProfile.of(new double[]{0, 1}, new double[]{3, 3.001}, new double[]{1, 1})))).isFalse();
        assertThat(AlikeCells.are(
            slab(FlowProfile.of(new double[]{0, 1}, new double[]{3, 3}, new double[]{1, 1.001})))).isFalse();
        final FlowSources sources = FlowSources.of(MODES);
        final FlowSources driven = sources.withDrive(new double[2], new double[]{0, 1e-6});
        assertThat(AlikeCells.are(slab.withSources(List.of(sources, FlowSources.of(MODES))))).isTrue();
        assertThat(AlikeCells.are(slab.withSources(List.of(sources, driven)))).isFalse();
    }
}
