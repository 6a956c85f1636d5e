package org.flavorwaves.physics.transport.rays;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Re Omega of bands over place and wave number, for the pictures under rays, which follow its contours where the
 * background stands still. From the start of a ray the wave is followed from one point of a grid to the next, by
 * two-sided iteration as on rays, O(N) a point; where it leaves the tangent, as at avoided crossings and exceptional
 * points, the band ends.
 */
public final class FrequencyMap {
    /** Distance from the tangent, as a share of the couplings, at which another band was caught. */
    private static final double CAUGHT = 0.05;

    /** Difference of frequencies at one point, as a share of the couplings, below which bands are the same. */
    private static final double SAME = 1e-8;

    private final double[] m_z;

    private final double[] m_kz;

    private final WaveVector m_across;

    private final double[] m_omega;

    private final List<Integer> m_rays = new ArrayList<>();

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
     * Frequencies of a band that some rays share.
     *
     * @param rays numbers of the rays
     * @param omega Re Omega at each place and wave number, one wave number after the other; NaN where the band could
     *            not be followed
     */
    public record Band(List<Integer> rays, double[] omega) {
    }

    /**
     * Follows the bands of rays over a grid. Rays share a band if they have kx and ky in common and, at the point of
     * the grid that is nearest to the later one, the frequency.
     *
     * @param profile the background
     * @param starts a point of each ray; its kx and ky are those of its map, its frequency chooses the band
     * @param z places, rising, within the profile
     * @param kz wave numbers along z, rising, in the units of the potentials
     * @param most most bands to follow; of more the first are
     * @param progress told the share of finished points; throws when the work is cancelled
     * @return the bands in the order of their first rays, without rays whose wave is not found again at their points
     */
    public static List<Band> of(final BackgroundProfile profile, final List<RayPoint> starts, final double[] z,
        final double[] kz, final int most, final Progress progress) {
        final List<FrequencyMap> maps = new ArrayList<>();
        for (int r = 0; r < starts.size(); r++) {
            final RayPoint start = starts.get(r);
            final FrequencyMap own = new FrequencyMap(z, kz, start.k());
            final int first = nearest(kz, start.k().kz()) * z.length + nearest(z, start.z());
            final Progress part = progress.part(r / (double) starts.size(), (r + 1.0) / starts.size());
            part.report(0, "Map of frequencies");
            if (!own.start(profile, start, first)) {
                continue;
            }
            final double omega = own.m_omega[first];
            final double near = SAME * own.m_waves[first].scale();
            final Optional<FrequencyMap> shared = maps.stream().filter(map -> map.m_across.kx() == start.k().kx()
                && map.m_across.ky() == start.k().ky() && Math.abs(map.m_omega[first] - omega) <= near).findFirst();
            if (shared.isPresent()) {
                shared.get().m_rays.add(r);
            } else if (maps.size() < most) {
                own.m_rays.add(r);
                own.spread(part);
                maps.add(own);
            }
        }
        return maps.stream().map(map -> new Band(map.m_rays, map.m_omega)).toList();
    }

    private boolean start(final BackgroundProfile profile, final RayPoint start, final int first) {
        try {
            final TrackedWave wave = new RayStart(profile, RayOptions.Band.MOST_COLLECTIVE).waveOf(0,
                new RayLaunch(start.z(), start.k(), OptionalDouble.of(start.omegaRe()), 1));
            step(wave, start.z(), start.k().kz(), first);
        } catch (final IllegalArgumentException | BandsNotConvergedException e) {
            return false;
        }
        return !m_next.isEmpty();
    }

    private void spread(final Progress progress) {
        int done = 0;
        while (!m_next.isEmpty()) {
            progress.report(Math.min(1, done++ / (double) m_omega.length), "Map of frequencies");
            spread(m_next.removeFirst());
        }
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
