package org.flavorwaves.physics.transport.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.RayOptions.Band;
import org.flavorwaves.physics.transport.rays.RayOptions.Degeneracy;
import org.flavorwaves.physics.transport.rays.RayOptions.Law;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two neutrino beams in matter that changes linearly: k moves by lambda' t, the bands of the beams cross with the
 * relative
 * speed |v_1 - v_2|, and repel each other by 2 f_12 sqrt(w_1 w_2 P_1 P_2).
 */
class AvoidedCrossingTest {
    private static final double[] V = {0.9, -0.3};

    private static final double[] W = {0.5, 0.02};

    private static final double[] P = {0.8, 0.6};

    private static final double COUPLING = 1 - V[0] * V[1];

    private static final double GAP = 2 * COUPLING * Math.sqrt(W[0] * W[1] * P[0] * P[1]);

    /** The frequency of a beam alone at k = 0, in the sector P^x + iP^y at lambda = 0. */
    private static double own(final int i) {
        return -W[1 - i] * P[1 - i] * COUPLING;
    }

    private static List<Ray> trace(final double slope, final Degeneracy degeneracy) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).rings(V).weight(W).build();
        final FlavorState state = FlavorState.alongZ(modes, P, P);
        final BackgroundProfile profile = BackgroundProfile.of(new double[]{-200, 200}, List.of(state, state),
            List.of(new Environment(0, -200 * slope, 1), new Environment(0, 200 * slope, 1)), Progress.NONE);
        final double meet = (own(1) - own(0)) / (V[0] - V[1]);
        final double start = meet - 12 * Math.max(GAP, Math.sqrt(slope));
        final double t = 2 * (meet - start) / slope;
        final RayOptions options = new RayOptions(t, 4, Band.MOST_COLLECTIVE, Law.ACTION, degeneracy, 1e-11);
        return new RayTracer(options).trace(profile, List.of(new RayLaunch(0, new WaveVector(0, 0, start),
            OptionalDouble.of(V[0] * start + own(0)), 1)), Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.3})
    void probabilityIsThatOfLandauAndZener(final double slope) {
        final double expected = Math.exp(-Math.PI * GAP * GAP / (2 * (V[0] - V[1]) * slope));
        for (final Degeneracy degeneracy : List.of(Degeneracy.FOLLOW, Degeneracy.DIABATIC)) {
            final Ray ray = trace(slope, degeneracy).get(0);
            assertThat(ray.events()).hasSizeGreaterThanOrEqualTo(1);
            final RayEvent event = ray.events().stream()
                .filter(e -> e.kind() == RayEvent.Kind.AVOIDED_CROSSING).findFirst().orElseThrow();
            assertThat(event.gap()).isCloseTo(GAP, within(1e-9));
            assertThat(event.kz()).isCloseTo((own(1) - own(0)) / (V[0] - V[1]), within(1e-3));
            assertThat(event.probability()).isCloseTo(expected, within(0.01));
            final double last = ray.points().get(ray.points().size() - 1).groupVelocity().kz();
            assertThat(last).isCloseTo(degeneracy == Degeneracy.FOLLOW ? V[1] : V[0], within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03})
    void splitRaysShareTheAction(final double slope) {
        final List<Ray> rays = trace(slope, Degeneracy.SPLIT);
        assertThat(rays).hasSize(2);
        assertThat(rays.get(1).parent()).isZero();
        final RayPoint first = rays.get(0).points().get(rays.get(0).points().size() - 1);
        final RayPoint second = rays.get(1).points().get(rays.get(1).points().size() - 1);
        assertThat(first.action() + second.action()).isCloseTo(1, within(1e-12));
        assertThat(first.groupVelocity().kz() * second.groupVelocity().kz()).isNegative();
    }
}
