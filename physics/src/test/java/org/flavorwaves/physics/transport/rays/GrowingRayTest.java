package org.flavorwaves.physics.transport.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.RayOptions.Band;
import org.flavorwaves.physics.transport.rays.RayOptions.Degeneracy;
import org.flavorwaves.physics.transport.rays.RayOptions.Law;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reference case 17: two beams v = +-1 with lepton numbers g_1 &gt; 0 &gt; g_2 in matter that changes linearly. The
 * wave number moves by lambda' t through the unstable range, an ellipse gamma^2 = 4 |g_1 g_2| - (k - k_0)^2, so that
 * the logarithm of the amplitude's gain is 2 pi |g_1 g_2|/|lambda'|.
 */
class GrowingRayTest {
    private static final double G1 = 1;

    private static final double G2 = 0.5;

    private static final double MIDDLE = -(G1 + G2);

    private static final double HALF_WIDTH = 2 * Math.sqrt(G1 * G2);

    private static Ray trace(final double slope, final double kz, final Law law) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{G1, G2}, new double[]{G1, G2});
        final BackgroundProfile profile = BackgroundProfile.of(new double[]{-50, 50}, List.of(state, state),
            List.of(new Environment(0, -50 * slope, 1), new Environment(0, 50 * slope, 1)), Progress.NONE);
        final RayOptions options = new RayOptions(10, 10, Band.FASTEST, law, Degeneracy.FOLLOW, 1e-12);
        return new RayTracer(options)
            .trace(profile, List.of(new RayLaunch(0, new WaveVector(0, 0, kz), OptionalDouble.empty(), 1)),
                Progress.NONE).get(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4})
    void gainIsThatOfTheEllipse(final double slope) {
        final Ray ray = trace(slope, MIDDLE, Law.JK_90);
        assertThat(ray.events()).extracting(RayEvent::kind).containsExactly(RayEvent.Kind.EXCEPTIONAL_POINT);
        final RayPoint last = ray.points().get(ray.points().size() - 1);
        final double reached = (last.k().kz() - MIDDLE) / HALF_WIDTH;
        assertThat(Math.abs(reached)).isCloseTo(1, within(2e-6));
        final double area = Math.asin(Math.abs(reached)) + Math.abs(reached) * Math.sqrt(1 - reached * reached);
        assertThat(Math.log(last.amplitude())).isCloseTo(HALF_WIDTH * HALF_WIDTH / 2 * area / slope, within(1e-9));
        assertThat(2 * Math.log(last.amplitude())).isCloseTo(2 * Math.PI * G1 * G2 / slope, within(1e-8));
        assertThat(last.action()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 4})
    void gainIsThatOfTheLinearEquation(final double slope) {
        final double far = 400;
        final double[] y = {1, 0, 0, 0};
        new DormandPrince853Integrator(1e-12, 1, 1e-12, 1e-12).integrate(new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return 4;
            }

            /** i d psi/dt = M(k) psi of the two coherences, k = MIDDLE + slope t, P = (G1, G2), f = 2. */
            @Override
            public void computeDerivatives(final double t, final double[] p, final double[] rate) {
                final double own = slope * t;
                final double firstRe = own * p[0] - 2 * G1 * p[2];
                final double firstIm = own * p[1] - 2 * G1 * p[3];
                final double secondRe = -own * p[2] + 2 * G2 * p[0];
                final double secondIm = -own * p[3] + 2 * G2 * p[1];
                rate[0] = firstIm;
                rate[1] = -firstRe;
                rate[2] = secondIm;
                rate[3] = -secondRe;
            }
        }, -far / slope, y, far / slope, y);
        final double gain = Math.log(Math.hypot(y[0], y[1]));
        assertThat(gain).isCloseTo(2 * Math.PI * G1 * G2 / slope, within(2e-2));
        assertThat(gain).isCloseTo(2 * Math.log(trace(slope, MIDDLE, Law.JK_90).points().get(
            trace(slope, MIDDLE, Law.JK_90).points().size() - 1).amplitude()), within(2e-2));
    }

    @Test
    void carriedAmplitudeOfAStableWaveIsThatOfItsAction() {
        final BackgroundProfile profile =
            Spiral.profile(-20, 20, 281, z -> 1, z -> 0.5 * Math.exp(-z / 10));
        final AlignedWave wave = new AlignedWave(profile, 1);
        assertThat(wave.moveTo(0, 0.1, 0, 0.3)).isTrue();
        wave.start(0.5, 0);
        final RayStepper stepper = new RayStepper(wave, 0.1, 0, true, new double[]{1, 1, 1, 1});
        double[] y = {0, 0.3, 0, 0};
        assertThat(stepper.evaluate(y)).isTrue();
        final double first = wave.character().signature();
        for (int s = 0; s < 40; s++) {
            final double[] next = new double[RayStepper.SIZE];
            stepper.step(y, 0.25, next);
            y = next;
            assertThat(stepper.evaluate(y)).isTrue();
        }
        assertThat(Math.abs(wave.character().signature() / first - 1)).isGreaterThan(1e-3);
        assertThat(Math.exp(2 * y[3])).isCloseTo(first / wave.character().signature(), within(1e-9));
    }
}
