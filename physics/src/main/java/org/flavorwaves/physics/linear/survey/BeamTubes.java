package org.flavorwaves.physics.linear.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Where waves grow at long wave vectors. Three beams i, j, l have one k.v on a line of wave vectors, along the normal
 * of the plane through their velocities; far out on it the other beams are off resonance, and the growth tends to that
 * of the three alone. Pairs are limits of three. The growth of three beams, one of which has another sign than the
 * others, is at most sqrt(|g_i| (f_ij^2 |g_j| + f_il^2 |g_l|)), the norm of what couples the signs.
 */
final class BeamTubes {
    /** Tubes whose own growth is below this part of the fastest wave are not followed. */
    private static final double WORTHWHILE = 0.9;

    /** Tubes that are followed. */
    private static final int MAX_TUBES = 500;

    /** Distances from the middle of a tube, from the first by factors of two. */
    private static final double FIRST_DISTANCE = 0.25;

    private static final int DISTANCES = 14;

    /** Where waves of three beams are looked for, in units of sum |G|. */
    private static final double SPREAD = 0.2;

    private final double[][] m_v;

    private final double[] m_g;

    /** Three beams, i of the one sign and j and l of the other. */
    private record Tube(int i, int j, int l, double bound) {
    }

    BeamTubes(final double[][] v, final double[] g) {
        m_v = v;
        m_g = g;
    }

    /**
     * Offers waves on the tubes.
     *
     * @param best the fastest wave so far, kept up to date by the climbs
     * @param floor lowest growth rate of interest
     * @param climb climbs from a wave
     * @return whether no tube was left out that may have a faster wave
     */
    boolean climb(final SpaceWave best, final double floor, final Consumer<SpaceWave> climb) {
        final List<Tube> tubes = tubes(WORTHWHILE * Math.max(floor, best.growth()));
        final SpaceWave start = new SpaceWave(new BeamList(m_v, m_g, false));
        int followed = 0;
        for (final Tube tube : tubes) {
            if (tube.bound < WORTHWHILE * best.growth()) {
                return true;
            }
            if (followed++ == MAX_TUBES) {
                return false;
            }
            follow(tube, start, best, climb);
        }
        return true;
    }

    /** |g_i g_j| f_ij^2. */
    private double square(final int i, final int j) {
        final double f = 1 - m_v[i][0] * m_v[j][0] - m_v[i][1] * m_v[j][1] - m_v[i][2] * m_v[j][2];
        return Math.abs(m_g[i] * m_g[j]) * f * f;
    }

    /** The tubes of the largest bounds above one, one more than are followed. */
    private List<Tube> tubes(final double least) {
        final PriorityQueue<Tube> tubes = new PriorityQueue<>(Comparator.comparingDouble(Tube::bound));
        final double largest = Arrays.stream(m_g).map(Math::abs).max().orElse(0);
        double lowest = least;
        for (int i = 0; i < m_g.length; i++) {
            for (int j = 0; j < m_g.length; j++) {
                if (m_g[i] * m_g[j] >= 0
                    || 4 * Math.abs(m_g[i]) * (Math.abs(m_g[j]) + largest) <= lowest * lowest) {
                    continue;
                }
                final double first = square(i, j);
                for (int l = j + 1; l < m_g.length; l++) {
                    final double bound = m_g[i] * m_g[l] < 0 ? Math.sqrt(first + square(i, l)) : 0;
                    if (bound > lowest) {
                        tubes.add(new Tube(i, j, l, bound));
                        if (tubes.size() > MAX_TUBES + 1) {
                            lowest = tubes.remove().bound;
                        }
                    }
                }
            }
        }
        final List<Tube> sorted = new ArrayList<>(tubes);
        sorted.sort(Comparator.comparingDouble((Tube t) -> -t.bound));
        return sorted;
    }

    private void follow(final Tube tube, final SpaceWave start, final SpaceWave best,
        final Consumer<SpaceWave> climb) {
        final SpaceWave alone = alone(tube);
        final double[] normal = normal(tube);
        if (alone.growth() <= WORTHWHILE * best.growth()) {
            return;
        }
        final double middle = alone.k(0) * normal[0] + alone.k(1) * normal[1] + alone.k(2) * normal[2];
        final double velocity =
            normal[0] * m_v[tube.i][0] + normal[1] * m_v[tube.i][1] + normal[2] * m_v[tube.i][2];
        final double[] k = new double[3];
        for (int d = 0; d < 2 * DISTANCES; d++) {
            final double distance = (d % 2 == 0 ? 1 : -1) * FIRST_DISTANCE * (1 << d / 2) - middle;
            for (int a = 0; a < 3; a++) {
                k[a] = alone.k(a) + distance * normal[a];
            }
            if (start.start(k, alone.omegaRe() + distance * velocity, alone.growth())) {
                climb.accept(start);
            }
        }
    }

    /** The fastest wave of the three beams without the others. */
    private SpaceWave alone(final Tube tube) {
        final int[] beams = {tube.i, tube.j, tube.l};
        final double[][] v = new double[3][];
        final double[] g = new double[3];
        for (int b = 0; b < 3; b++) {
            v[b] = m_v[beams[b]];
            g[b] = m_g[beams[b]];
        }
        final BeamList list = new BeamList(v, g, false);
        final SpaceWave start = new SpaceWave(list);
        final SpaceWave fastest = new SpaceWave(list);
        final SpaceClimb climb = new SpaceClimb(list);
        final double[] k = new double[3];
        for (int side = 0; side < 7; side++) {
            final double[] from = v[side / 2 % 3];
            final double[] to = v[(side / 2 + 1) % 3];
            final double step = side == 6 ? 0 : side % 2 == 0 ? SPREAD : -SPREAD;
            double mean = 0;
            for (int a = 0; a < 3; a++) {
                k[a] = step * (to[a] - from[a]);
                mean += k[a] * (v[0][a] + v[1][a] + v[2][a]) / 3;
            }
            for (int shift = -1; shift <= 1; shift++) {
                if (start.start(k, mean + shift * SPREAD, SPREAD)) {
                    final SpaceWave top = climb.climb(start);
                    if (top.growth() > fastest.growth()) {
                        fastest.set(top);
                    }
                }
            }
        }
        return fastest;
    }

    private double[] normal(final Tube tube) {
        final double[] normal = new double[3];
        double square = 0;
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            normal[a] = (m_v[tube.j][b] - m_v[tube.i][b]) * (m_v[tube.l][c] - m_v[tube.i][c])
                - (m_v[tube.j][c] - m_v[tube.i][c]) * (m_v[tube.l][b] - m_v[tube.i][b]);
            square += normal[a] * normal[a];
        }
        for (int a = 0; a < 3; a++) {
            normal[a] /= Math.sqrt(square);
        }
        return normal;
    }
}
