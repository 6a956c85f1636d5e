package org.flavorwaves.physics.transport.rays;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalDouble;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Re Omega of one band over place and wave number, for the picture under rays, which follow its contours where the
 * background stands still. From the start of a ray the wave is followed from one point of a grid to the next, by
 * two-sided iteration as on rays, O(N) a point; where it leaves the tangent, as at avoided crossings and exceptional
 * points, the band ends.
 */
public final class FrequencyMap {
    /** Distance from the tangent, as a share of the couplings, at which another band was caught. */
    private static final double CAUGHT = 0.05;

    private final double[] m_z;

    private final double[] m_kz;

    private final WaveVector m_across;

    private final double[] m_omega;

    private final Deque<Integer> m_next = new ArrayDeque<>();

    private final TrackedWave[] m_waves;

    private FrequencyMap(final double[] z, final double[] kz, final WaveVector k) {
        m_z = z;
        m_kz = kz;
        m_across = k;
        m_omega = new double[z.length * kz.length];
        m_waves = new TrackedWave[m_omega.length];
        Arrays.fill(m_omega, Double.NaN);
    }

    /**
     * Follows the band of a ray over a grid.
     *
     * @param profile the background
     * @param start a point of the ray; its kx and ky are those of the map, its frequency chooses the band
     * @param z places, rising, within the profile
     * @param kz wave numbers along z, rising, in the units of the potentials
     * @param progress told the share of finished points; throws when the work is cancelled
     * @return Re Omega at each place and wave number, one wave number after the other; NaN where the band could not be
     *         followed
     */
    public static double[] of(final BackgroundProfile profile, final RayPoint start, final double[] z,
        final double[] kz, final Progress progress) {
        final FrequencyMap map = new FrequencyMap(z, kz, start.k());
        final TrackedWave wave = new RayStart(profile, RayOptions.Band.MOST_COLLECTIVE).waveOf(0,
            new RayLaunch(start.z(), start.k(), OptionalDouble.of(start.omegaRe()), 1));
        final int first = nearest(kz, start.k().kz()) * z.length + nearest(z, start.z());
        map.step(wave, start.z(), start.k().kz(), first);
        int done = 0;
        while (!map.m_next.isEmpty()) {
            progress.report(Math.min(1, done++ / (double) map.m_omega.length), "Map of frequencies");
            map.spread(map.m_next.removeFirst());
        }
        return map.m_omega;
    }

    private static int nearest(final double[] places, final double place) {
        int best = 0;
        for (int i = 1; i < places.length; i++) {
            best = Math.abs(places[i] - place) < Math.abs(places[best] - place) ? i : best;
        }
        return best;
    }

    private void spread(final int at) {
        final int column = at % m_z.length;
        final int row = at / m_z.length;
        final TrackedWave wave = m_waves[at];
        m_waves[at] = null;
        final int[][] neighbors = {{column - 1, row}, {column + 1, row}, {column, row - 1}, {column, row + 1}};
        for (final int[] to : neighbors) {
            if (to[0] >= 0 && to[0] < m_z.length && to[1] >= 0 && to[1] < m_kz.length
                && Double.isNaN(m_omega[to[1] * m_z.length + to[0]])) {
                step(wave, m_z[column], m_kz[row], to[1] * m_z.length + to[0]);
            }
        }
    }

    /** Follows a wave, which is at a place and wave number, to a point of the grid. */
    private void step(final TrackedWave from, final double z, final double kz, final int to) {
        final double toZ = m_z[to % m_z.length];
        final double toK = m_kz[to / m_z.length];
        from.measure();
        final double tangent = from.m_re + from.m_group[4] * (toK - kz) + from.m_gradient[0] * (toZ - z);
        final TrackedWave wave = from.duplicate();
        if (wave.moveTo(toZ, m_across.kx(), m_across.ky(), toK)) {
            wave.m_re = tangent;
            if (wave.follow() && Math.abs(wave.m_re - tangent) <= CAUGHT * wave.scale()) {
                m_omega[to] = wave.m_re;
                m_waves[to] = wave;
                m_next.addLast(to);
            }
        }
    }
}
