package org.flavorwaves.physics.kinetics.relaxation;

import java.util.Arrays;

import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.run.Progress;

/**
 * Where three waves of a line of wave numbers are in resonance, Omega_c(k_a + k_b) = Omega_a(k_a) + Omega_b(k_b), with
 * frequencies that are linear between the wave numbers. In each half of a cell of the plane (k_a, k_b) the mismatch x
 * is then linear, its zeros are a line, and
 *
 * <pre>2 pi int dk_a dk_b |U|^2 delta(x) f = 2 pi int |U|^2 f dl/|grad x|</pre>
 *
 * <p>is a Gauss rule of two points along it. A point names three waves and how far each lies beyond its wave number.
 * Since frequencies and wave numbers are exactly what the hats of linear interpolation reproduce, a triad that hands
 * its share to the neighbours with these hats conserves energy and momentum to rounding. Immutable.
 */
public final class ResonantTriads {
    /** The points of the Gauss rule on [0, 1]. */
    private static final double[] RULE = {0.5 - 0.5 / Math.sqrt(3), 0.5 + 0.5 / Math.sqrt(3)};

    /** Gradient of the mismatch, in units of the largest group velocity, below which waves do not disperse. */
    private static final double FLAT = 1e-9;

    private static final int ROW = 6;

    /** Share of the half cells that a line of resonance crosses, about. */
    private static final double CROSSING = 0.05;

    private int m_size;

    private int[] m_waves = new int[ROW * 256];

    private double[] m_parts = new double[4 * 256];

    private final ActionBands m_bands;

    private final double m_flat;

    private ResonantTriads(final ActionBands bands) {
        m_bands = bands;
        double fastest = 0;
        for (int b = 0; b < bands.size(); b++) {
            for (int j = 1; j < bands.points(); j++) {
                fastest = Math.max(fastest, Math.abs(bands.omega(b, j) - bands.omega(b, j - 1)) / bands.step());
            }
        }
        m_flat = FLAT * fastest;
    }

    /**
     * All resonances of the bands; none of an aligned background, whose transverse waves do not couple.
     *
     * @param bands the bands
     * @param progress told the share of what is done; may cancel
     * @return the points
     */
    public static ResonantTriads of(final ActionBands bands, final Progress progress) {
        final ResonantTriads triads = new ResonantTriads(bands);
        if (bands.background().structure() == BackgroundStructure.ALIGNED) {
            return triads;
        }
        final ThreeWaveCoupling coupling = new ThreeWaveCoupling(bands);
        final int n = bands.size();
        for (int a = 0; a < n; a++) {
            progress.report((double) a / n, "resonant triads");
            for (int b = a; b < n; b++) {
                for (int c = 0; c < n; c++) {
                    progress.report((double) a / n, "resonant triads");
                    triads.search(coupling, a, b, c);
                }
            }
        }
        return triads;
    }

    /**
     * The memory of the resonances of a background that is not aligned, roughly.
     *
     * @param modes number of momentum modes
     * @param points number of wave numbers
     * @return bytes
     */
    public static long bytes(final long modes, final long points) {
        final double triads = 4.0 * modes * modes * modes * points * points;
        return (long) (CROSSING * 2 * triads * (ROW * Integer.BYTES + 4 * Double.BYTES));
    }

    private void search(final ThreeWaveCoupling coupling, final int a, final int b, final int c) {
        final int last = m_bands.points() - 1;
        for (int pa = 0; pa < last; pa++) {
            for (int pb = 0; pa + pb + 2 <= last; pb++) {
                triangle(coupling, a, b, c, new int[]{pa, pa + 1, pa}, new int[]{pb, pb, pb + 1}, pa, pb, pa + pb + 1);
                if (pa + pb + 3 <= last) {
                    triangle(coupling, a, b, c, new int[]{pa + 1, pa + 1, pa}, new int[]{pb + 1, pb, pb + 1}, pa, pb,
                        pa + pb + 2);
                }
            }
        }
    }

    private double mismatch(final int a, final int pa, final int b, final int pb, final int c) {
        return m_bands.omega(c, pa + pb + 1) - m_bands.omega(a, pa) - m_bands.omega(b, pb);
    }

    /** The line of zeros in one half of a cell, whose first vertex has the right angle. */
    private void triangle(final ThreeWaveCoupling coupling, final int a, final int b, final int c, final int[] pa,
        final int[] pb, final int cellA, final int cellB, final int cellC) {
        final double x0 = mismatch(a, pa[0], b, pb[0], c);
        final double x1 = mismatch(a, pa[1], b, pb[1], c);
        final double x2 = mismatch(a, pa[2], b, pb[2], c);
        if (x0 > 0 && x1 > 0 && x2 > 0 || x0 < 0 && x1 < 0 && x2 < 0) {
            return;
        }
        final double gradient = Math.hypot(x1 - x0, x2 - x0) / m_bands.step();
        if (gradient <= m_flat) {
            return;
        }
        final double[] x = {x0, x1, x2};
        final double[][] ends = new double[2][];
        int found = 0;
        for (int e = 0; e < 3 && found < 2; e++) {
            final int f = (e + 1) % 3;
            if (x[e] < 0 != x[f] < 0) {
                final double t = x[e] / (x[e] - x[f]);
                final double[] share = new double[3];
                share[e] = 1 - t;
                share[f] = t;
                ends[found++] = share;
            }
        }
        if (found < 2) {
            return;
        }
        final double da = at(pa, ends[1]) - at(pa, ends[0]);
        final double db = at(pb, ends[1]) - at(pb, ends[0]);
        final double length = Math.hypot(da, db) * m_bands.step();
        if (length == 0) {
            return;
        }
        final double[] strength = new double[3];
        for (int v = 0; v < 3; v++) {
            strength[v] = coupling.strength(a, pa[v], b, pb[v], c);
        }
        final double twice = a == b ? 0.5 : 1;
        for (final double t : RULE) {
            final double[] share = new double[3];
            double u = 0;
            for (int v = 0; v < 3; v++) {
                share[v] = (1 - t) * ends[0][v] + t * ends[1][v];
                u += share[v] * strength[v];
            }
            final double ka = at(pa, share);
            final double kb = at(pb, share);
            add(a, cellA, b, cellB, c, cellC, ka - cellA, kb - cellB, ka + kb + 1 - cellC,
                2 * Math.PI * u * twice * 0.5 * length / gradient);
        }
    }

    private static double at(final int[] p, final double[] share) {
        return share[0] * p[0] + share[1] * p[1] + share[2] * p[2];
    }

    private void add(final int a, final int pa, final int b, final int pb, final int c, final int pc,
        final double ta, final double tb, final double tc, final double weight) {
        if (!(weight > 0)) {
            return;
        }
        if (ROW * (m_size + 1) > m_waves.length) {
            m_waves = Arrays.copyOf(m_waves, 2 * m_waves.length);
            m_parts = Arrays.copyOf(m_parts, 2 * m_parts.length);
        }
        final int at = ROW * m_size;
        m_waves[at] = a;
        m_waves[at + 1] = pa;
        m_waves[at + 2] = b;
        m_waves[at + 3] = pb;
        m_waves[at + 4] = c;
        m_waves[at + 5] = pc;
        m_parts[4 * m_size] = ta;
        m_parts[4 * m_size + 1] = tb;
        m_parts[4 * m_size + 2] = tc;
        m_parts[4 * m_size + 3] = weight;
        m_size++;
    }

    /**
     * The number of points.
     *
     * @return 0 if no three waves are in resonance
     */
    public int size() {
        return m_size;
    }

    /**
     * The number of waves that take part.
     *
     * @return how many of all bands and wave numbers are beside a resonance
     */
    public int waves() {
        final boolean[] part = new boolean[m_bands.size() * m_bands.points()];
        for (int q = 0; q < m_size; q++) {
            for (int wave = 0; wave < 3; wave++) {
                final int at = band(q, wave) * m_bands.points() + below(q, wave);
                part[at] = true;
                part[at + 1] = true;
            }
        }
        int count = 0;
        for (final boolean takesPart : part) {
            count += takesPart ? 1 : 0;
        }
        return count;
    }

    /** One point alone. */
    ResonantTriads only(final int point) {
        final ResonantTriads one = new ResonantTriads(m_bands);
        one.add(band(point, 0), below(point, 0), band(point, 1), below(point, 1), band(point, 2), below(point, 2),
            beyond(point, 0), beyond(point, 1), beyond(point, 2), weight(point));
        return one;
    }

    /** The band of wave 0, 1 (the partners) or 2 (their sum) of a point. */
    int band(final int point, final int wave) {
        return m_waves[ROW * point + 2 * wave];
    }

    /** The wave number below a wave of a point. */
    int below(final int point, final int wave) {
        return m_waves[ROW * point + 2 * wave + 1];
    }

    /** How far the wave lies beyond it, in units of the spacing. */
    double beyond(final int point, final int wave) {
        return m_parts[4 * point + wave];
    }

    /** 2 pi |U|^2 dl/|grad x|. */
    double weight(final int point) {
        return m_parts[4 * point + 3];
    }
}
