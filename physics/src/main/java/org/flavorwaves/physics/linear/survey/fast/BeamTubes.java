package org.flavorwaves.physics.linear.survey.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Where waves grow at long wave vectors. Three beams have one k.v on a line of wave vectors, along the normal of the
 * plane through their velocities; far out on it the other beams are off resonance, and the growth tends to that of the
 * three alone. With beam i of the one sign and j and l of the other, eigenvectors of growth have as much of i as of the
 * others, so that it is at most the norm of what couples the signs, sqrt(|g_i| (f_ij^2 |g_j| + f_il^2 |g_l|)). It is
 * reached where omega - k.v is 0 for i, g_l f_jl f_il/f_ij for j and g_j f_jl f_ij/f_il for l: there (f_ij
 * sqrt|g_j|, f_il sqrt|g_l|) is a null vector of the others' own problem. Pairs are limits of three.
 */
final class BeamTubes {
    /** Tubes whose own growth is below this part of the fastest wave are not followed. */
    private static final double WORTHWHILE = 0.9;

    /** Tubes that are followed. */
    private static final int MAX_TUBES = 500;

    /** Distances from the middle of a tube, from the first by factors of two. */
    private static final double FIRST_DISTANCE = 0.25;

    private static final int DISTANCES = 14;

    /** Three velocities that span less are one. */
    private static final double THIN = 1e-12;

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
            follow(tube, start, climb);
        }
        return true;
    }

    /** |g_i g_j| f_ij^2. */
    private double square(final int i, final int j) {
        return Math.abs(m_g[i] * m_g[j]) * coupling(i, j) * coupling(i, j);
    }

    private double coupling(final int i, final int j) {
        return 1 - dot(m_v[i], m_v[j]);
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

    private void follow(final Tube tube, final SpaceWave start, final Consumer<SpaceWave> climb) {
        final double[] i = m_v[tube.i];
        final double[] p = minus(m_v[tube.j], i);
        final double[] q = minus(m_v[tube.l], i);
        final double[] normal = cross(p, q);
        final double area = Math.sqrt(dot(normal, normal));
        if (area < THIN) {
            return;
        }
        final double atJ = m_g[tube.l] * coupling(tube.j, tube.l) * coupling(tube.i, tube.l)
            / coupling(tube.i, tube.j);
        final double atL = m_g[tube.j] * coupling(tube.j, tube.l) * coupling(tube.i, tube.j)
            / coupling(tube.i, tube.l);
        final double ofP = (dot(p, q) * atL - dot(q, q) * atJ) / (area * area);
        final double ofQ = (dot(p, q) * atJ - dot(p, p) * atL) / (area * area);
        final double[] k = new double[3];
        for (int d = 0; d < 2 * DISTANCES; d++) {
            final double distance = (d % 2 == 0 ? 1 : -1) * FIRST_DISTANCE * (1 << d / 2);
            for (int a = 0; a < 3; a++) {
                k[a] = ofP * p[a] + ofQ * q[a] + distance * normal[a] / area;
            }
            if (start.start(k, dot(k, i), tube.bound)) {
                climb.accept(start);
            }
        }
    }

    private static double[] minus(final double[] a, final double[] b) {
        return new double[]{a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }
}
