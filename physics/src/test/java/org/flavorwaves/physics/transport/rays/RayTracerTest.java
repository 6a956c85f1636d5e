package org.flavorwaves.physics.transport.rays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.RayOptions.Band;
import org.flavorwaves.physics.transport.rays.RayOptions.Degeneracy;
import org.flavorwaves.physics.transport.rays.RayOptions.Law;
import org.junit.jupiter.api.Test;

/** Rays through profiles whose answers are known from closed forms or an independent solver. */
class RayTracerTest {
    private static final RayOptions OPTIONS =
        new RayOptions(20, 2, Band.MOST_COLLECTIVE, Law.ACTION, Degeneracy.FOLLOW, 1e-11);

    private static Ray trace(final BackgroundProfile profile, final WaveVector k, final double omega) {
        return new RayTracer(OPTIONS).trace(profile, List.of(new RayLaunch(0, k, OptionalDouble.of(omega), 1)),
            Progress.NONE).get(0);
    }

    /** Reference case 15. */
    @Test
    void linearMatterMovesTheWaveNumberUniformly() {
        final BackgroundProfile profile = Spiral.profile(-20, 40, 31, z -> 1, z -> 0.02 * z);
        final Ray ray = trace(profile, new WaveVector(0.1, 0, -0.4), 0.0055567764);
        assertThat(ray.points()).hasSize(3);
        final RayPoint first = ray.points().get(0);
        final RayPoint middle = ray.points().get(1);
        final RayPoint last = ray.points().get(2);
        assertThat(first.omegaRe()).isCloseTo(0.0055567764, within(1e-10));
        assertThat(first.signature() / Spiral.SIGNATURE).isCloseTo(-0.0916759775, within(1e-10));
        assertThat(middle.k().kz()).isCloseTo(-0.2, within(1e-10));
        assertThat(middle.z()).isCloseTo(-0.8813182081, within(1e-9));
        assertThat(last.z()).isCloseTo(-0.0282513447, within(1e-9));
        assertThat(last.phase()).isCloseTo(-0.1111355290, within(1e-9));
        assertThat(last.signature() / Spiral.SIGNATURE).isCloseTo(-0.0769355788, within(1e-9));
        assertThat(last.amplitude() / first.amplitude()).isCloseTo(1.0916016, within(1e-7));
        assertThat(ray.monitors().frequencyDrift()).isLessThan(1e-10);
        assertThat(ray.events()).extracting(RayEvent::kind).containsOnly(RayEvent.Kind.TURNING);
    }

    /** Reference case 15. */
    @Test
    void theMirroredSectorMovesTheOtherWay() {
        final BackgroundProfile profile = Spiral.profile(-20, 40, 31, z -> 1, z -> 0.02 * z);
        final Ray ray = trace(profile, new WaveVector(0.1, 0, -0.4), -0.1285302874);
        final RayPoint middle = ray.points().get(1);
        final RayPoint last = ray.points().get(2);
        assertThat(ray.points().get(0).signature() / Spiral.SIGNATURE).isCloseTo(0.0679228342, within(1e-10));
        assertThat(middle.k().kz()).isCloseTo(-0.6, within(1e-10));
        assertThat(middle.z()).isCloseTo(5.1872413606, within(1e-9));
        assertThat(last.z()).isCloseTo(11.5641549396, within(1e-9));
        assertThat(last.phase()).isCloseTo(2.5706057480, within(1e-9));
        assertThat(last.signature() / Spiral.SIGNATURE).isCloseTo(0.0619462981, within(1e-9));
    }

    /** Reference case 16. */
    @Test
    void densityAndMatterProfile() {
        final BackgroundProfile profile = Spiral.profile(-8, 20, 281, z -> Math.pow(1 + z / 50, -2),
            z -> 0.5 * Math.exp(-z / 30));
        final Ray ray = new RayTracer(OPTIONS).trace(profile,
            List.of(new RayLaunch(0, new WaveVector(0.1, 0, 0.3), OptionalDouble.empty(), 1)), Progress.NONE).get(0);
        final RayPoint first = ray.points().get(0);
        final RayPoint middle = ray.points().get(1);
        final RayPoint last = ray.points().get(2);
        assertThat(Math.abs(first.omegaRe())).isCloseTo(0.5093685610, within(1e-10));
        assertThat(first.signature() / Spiral.SIGNATURE).isCloseTo(0.0870612234, within(1e-10));
        assertThat(middle.z()).isCloseTo(-1.6565385708, within(1e-8));
        assertThat(middle.k().kz()).isCloseTo(0.5007838299, within(1e-8));
        assertThat(middle.phase()).isCloseTo(-5.0936856098, within(1e-8));
        assertThat(last.z()).isCloseTo(-4.9227664939, within(1e-8));
        assertThat(last.k().kz()).isCloseTo(0.7580219850, within(1e-8));
        assertThat(last.phase()).isCloseTo(-10.1873712195, within(1e-8));
        assertThat(last.signature() / Spiral.SIGNATURE).isCloseTo(0.0849086498, within(1e-8));
        assertThat(last.groupVelocity().kz()).isCloseTo(-0.4045936543, within(1e-8));
    }
}
