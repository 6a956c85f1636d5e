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

/** Frequencies over place and wave number. */
class FrequencyMapTest {
    private static final WaveVector K = new WaveVector(0.1, 0, -0.4);

    private static final BackgroundProfile MATTER = Spiral.profile(-20, 40, 31, z -> 1, z -> 0.02 * z);

    private static Ray ray(final BackgroundProfile profile, final double omega) {
        return new RayTracer(new RayOptions(20, 2, Band.MOST_COLLECTIVE, Law.ACTION, Degeneracy.FOLLOW, 1e-11))
            .trace(profile, List.of(new RayLaunch(0, K, OptionalDouble.of(omega), 1)), Progress.NONE).get(0);
    }

    private static double[] around(final double middle, final double step, final int half) {
        final double[] places = new double[2 * half + 1];
        for (int i = 0; i < places.length; i++) {
            places[i] = middle + (i - half) * step;
        }
        return places;
    }

    private static double[] band(final Ray ray, final double[] z, final double[] kz) {
        return FrequencyMap.of(MATTER, List.of(ray.points().get(0)), z, kz, 1, Progress.NONE).get(0).omega();
    }

    /** A ray keeps its frequency, so the map has it at every point of the ray. */
    @Test
    void raysRunAlongContours() {
        final Ray ray = ray(MATTER, 0.0055567764);
        for (final RayPoint point : ray.points()) {
            final double[] omega = band(ray, around(point.z(), 0.2, 8),
                around(point.k().kz(), 0.02, 12));
            assertThat(omega[12 * 17 + 8]).isCloseTo(0.0055567764, within(1e-9));
        }
    }

    /** Matter turns all neutrinos alike: at one wave number the frequency follows it exactly. */
    @Test
    void matterShiftsFrequencies() {
        final double[] z = around(0, 0.5, 10);
        final double[] omega = band(ray(MATTER, 0.0055567764), z,
            around(-0.4, 0.02, 3));
        for (int r = 0; r < 7; r++) {
            for (int c = 0; c < z.length; c++) {
                assertThat(omega[r * z.length + c]).isCloseTo(omega[r * z.length + 10] - 0.02 * z[c], within(1e-9));
            }
        }
    }

    @Test
    void ofTheOtherSectorItIsMirrored() {
        final double[] z = around(0, 0.5, 4);
        final double[] omega = band(ray(MATTER, -0.1285302874), z,
            around(-0.4, 0.02, 1));
        assertThat(omega[z.length + 4]).isCloseTo(-0.1285302874, within(1e-9));
        assertThat(omega[z.length + 8] - omega[z.length]).isCloseTo(0.02 * 4, within(1e-9));
    }

    /** Later points of a ray and rays at other wave numbers are on its band; the other sector is another one. */
    @Test
    void raysOfOneBandShareItsMap() {
        final Ray ray = ray(MATTER, 0.0055567764);
        final Ray other = ray(MATTER, -0.1285302874);
        final double[] z = around(0, 0.5, 10);
        final double[] kz = around(-0.4, 0.02, 10);
        final List<RayPoint> points = List.of(ray.points().get(0), other.points().get(0), ray.points().get(1),
            new RayTracer(new RayOptions(1, 1, Band.MOST_COLLECTIVE, Law.ACTION, Degeneracy.FOLLOW, 1e-11))
                .trace(MATTER, List.of(new RayLaunch(1, new WaveVector(0.2, 0, -0.4), OptionalDouble.empty(), 1)),
                    Progress.NONE).get(0).points().get(0));
        final List<FrequencyMap.Band> bands = FrequencyMap.of(MATTER, points, z, kz, 9, Progress.NONE);
        assertThat(bands).extracting(FrequencyMap.Band::rays).containsExactly(List.of(0, 2), List.of(1), List.of(3));
        assertThat(bands.get(1).omega()).isEqualTo(band(other, z, kz));
        assertThat(FrequencyMap.of(MATTER, points, z, kz, 1, Progress.NONE)).extracting(FrequencyMap.Band::rays)
            .containsExactly(List.of(0, 2));
    }
}
