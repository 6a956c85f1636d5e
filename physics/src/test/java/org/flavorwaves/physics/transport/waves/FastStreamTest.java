package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowSources;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.junit.jupiter.api.Test;

/** What closures by growing waves ask of a stream, on one cell. */
class FastStreamTest {
    private static final double[] Z = {0, 0, 1};

    private static MomentumModes.Builder beams() {
        return MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -0.5).weight(0.7, 0.4);
    }

    private static FlowCells cells(final MomentumModes modes, final Environment environment, final double[] axis,
        final double... lengths) {
        final double[] traces = new double[lengths.length];
        Arrays.fill(traces, 0.9);
        return FlowCells.aligned(FlowGrid.homogeneous(modes), environment, new double[1],
            new FlowSources[]{FlowSources.of(modes)}, axis, new double[][]{traces}, new double[][]{lengths});
    }

    @Test
    void dampingIsThatOfAllCollisions() {
        final MomentumModes modes = beams().depolarization(0.1, 0.3).absorption(new Absorption(new double[]{0.2, 0.5},
            new double[]{1, 1}, new double[2], new double[2], new double[2])).build();
        assertThat(FastStream.damping(cells(modes, Environment.FAST, Z, 0.6, -0.3)))
            .containsExactly(new double[]{0.3, 0.8}, within(1e-15));
    }

    /** Vacuum terms across the axis are as good as none, omega B . n = omega (n_x sin 2 theta - n_z cos 2 theta). */
    @Test
    void vacuumTermsAlongTheAxisAreRefused() {
        final MomentumModes modes = beams().omega(0.3, 0).build();
        final FlowCells along = cells(modes, new Environment(0.3, 0, 1), new double[]{0.6, 0, 0.8}, 0.6, -0.3);
        assertThatThrownBy(() -> FastStream.damping(along)).hasMessageContaining("mode 0 has the vacuum frequency 0.3");
        final FlowCells across = cells(modes, new Environment(0.3, 0, 1),
            new double[]{Math.cos(0.6), 0, Math.sin(0.6)}, 0.6, -0.3);
        assertThat(FastStream.damping(across)).containsExactly(0, 0);
    }

    /** 1/(q sum w |P|). */
    @Test
    void stepsAreThoseOfTheNuNuTerm() {
        assertThat(FastStream.longestStep(cells(beams().build(), new Environment(0, 0, 3), Z, 0.6, -0.3)))
            .isCloseTo(1 / (3 * (0.42 + 0.12)), within(1e-15));
    }

    @Test
    void cellsBecomeStatesAlongZ() {
        final FlowCells cells = cells(beams().build(), Environment.FAST, new double[]{0.6, 0, 0.8}, 0.6, -0.3);
        assertThat(FastStream.lengths(cells, 0)).containsExactly(0.6, -0.3);
        final FlavorState state = FastStream.along(cells, 0);
        assertThat(state.pzs()).containsExactly(0.6, -0.3);
        assertThat(state.traces()).containsExactly(0.9, 0.9);
        assertThat(state.px(0)).isZero();
    }

    /** Four directions of one cos theta: what they carry across adds up with signs, weights and velocities. */
    @Test
    void leptonNumberAcrossTheAxisIsASum() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NUBAR)
            .velocity(new double[]{0.6, -0.6, 0, 0}, new double[]{0, 0, 0.6, -0.6}, new double[]{0.8, 0.8, 0.8, 0.8})
            .weight(0.5, 0.25, 2, 1).build();
        FastStream.requireAxial(cells(modes, Environment.FAST, Z, 0.2, 0.4, 0.15, 0.3));
        final FlowCells x = cells(modes, Environment.FAST, Z, 0.2, 0.2, 0.15, 0.3);
        assertThatThrownBy(() -> FastStream.requireAxial(x)).hasMessageContaining("cos theta of mode 0");
        final FlowCells y = cells(modes, Environment.FAST, Z, 0.2, 0.4, 0.3, 0.3);
        assertThatThrownBy(() -> FastStream.requireAxial(y)).hasMessageContaining("cos theta of mode 0");
        // against each other in x, with an antineutrino of the other sign
        final MomentumModes pair = MomentumModes.builder().species(Species.NU, Species.NUBAR)
            .velocity(new double[]{0.6, 0.6}, new double[2], new double[]{0.8, 0.8}).weight(0.5, 0.25).build();
        FastStream.requireAxial(cells(pair, Environment.FAST, Z, 0.2, 0.4));
        // a little more than rounding
        final FlowCells little = cells(pair, Environment.FAST, Z, 0.2 * (1 + 1e-8), 0.4);
        assertThatThrownBy(() -> FastStream.requireAxial(little)).hasMessageContaining("carry lepton number");
    }
}
