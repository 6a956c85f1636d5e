package org.flavorwaves.physics.equilibrium.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The equations along a track. */
class TrackCouplingsTest {

    /** Central differences of the equations, on legs of equal ratios and on straight ones. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void derivativesAreThoseOfTheEquations(final int leg) {
        final Environment vacuum = new Environment(0.3, 0, 1);
        final FlavorState state = RandomStates.random(9, new Random(4));
        final Frame frame = FrameFinder.symmetric(state, vacuum, Scales.field(state));
        final TrackCouplings path =
            new TrackCouplings(ParameterTrack.selfInteraction(vacuum, 10, 0.3, 0.35, -2), frame, 0.7);
        path.leg(leg);
        final CollectiveSums sums =
            new CollectiveSums(state, vacuum, Alignment.of(state, Hamiltonian.of(state, vacuum)));
        final EquilibriumSystem system = new EquilibriumSystem(sums, path, frame, Scales.field(state), 1.3);
        final double[] x = system.unknownsOf(CollectiveField.of(state).toArray(), new double[]{0.4});
        system.refer(x, 0, 0.2);
        final int n = system.unknowns();
        final double[][] derivative = new double[n][n + 1];
        final double t = (leg + 0.4) / 3;
        system.linearize(x, t, new double[n], derivative);
        final double step = 1e-6;
        for (int c = 0; c <= n; c++) {
            final double[] ahead = x.clone();
            final double[] back = x.clone();
            if (c < n) {
                ahead[c] += step;
                back[c] -= step;
            }
            final double[] f = new double[n];
            final double[] g = new double[n];
            system.residual(ahead, c < n ? t : t + step, f);
            system.residual(back, c < n ? t : t - step, g);
            for (int r = 0; r < n; r++) {
                assertThat(derivative[r][c]).as("equation %d, unknown %d", r, c)
                    .isCloseTo((f[r] - g[r]) / (2 * step), within(1e-6));
            }
        }
    }
}
