package org.flavorwaves.physics.linear.survey.fast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.flavorwaves.physics.state.Direction;

/**
 * The lepton number of an aligned state as waves along one direction n see it: for each c = v.n the tensor p^{mn} = sum
 * G V^m V^n over the directions with this c, V = (1, v.e1, v.e2, c). The susceptibility (FR 19) is chi^{mn}(omega, k) =
 * sum_c p^{mn}_c/(omega - k c). Rings about n enter with their average over the azimuth, so that waves which break the
 * axial symmetry are theirs too. Immutable.
 *
 * <p>Tensors are arrays of ten complex numbers, (tt, tx, ty, tz, xx, xy, xz, yy, yz, zz) with z along n, real and
 * imaginary parts in turn.
 */
public final class BeamTensors {
    /** Components of a symmetric tensor. */
    static final int COMPONENTS = 10;

    /** Place of component (m, n) among the ten. */
    static final int[][] PLACE = {{0, 1, 2, 3}, {1, 4, 5, 6}, {2, 5, 7, 8}, {3, 6, 8, 9}};

    /** Components below this part of sum |G| are rounding. */
    private static final double ROUNDING = 1e-13;

    private static final int[] AXIAL = {0, 3, 4, 9};

    private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private final double[] m_c;

    private final boolean m_axial;

    private final int[] m_used;

    private final double[] m_p;

    private BeamTensors(final double[] c, final double[][] p) {
        m_c = c;
        m_axial = isAxial(p);
        m_used = m_axial ? AXIAL : ALL;
        m_p = new double[c.length * m_used.length];
        for (int j = 0; j < c.length; j++) {
            for (int u = 0; u < m_used.length; u++) {
                m_p[j * m_used.length + u] = p[m_used[u]][j];
            }
        }
    }

    /**
     * Sums directions.
     *
     * @param v components of each direction along e1, e2 and n; (0, 0, c) with |c| &lt; 1 is a ring
     * @param g their lepton numbers, scaled to sum |G| = 1
     * @return the tensors
     */
    static BeamTensors of(final double[][] v, final double[] g) {
        final int[] order = IntStream.range(0, g.length).filter(i -> g[i] != 0).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> v[i][2]).thenComparing(i -> i)).mapToInt(i -> i)
            .toArray();
        final double[] c = new double[order.length];
        final double[][] p = new double[COMPONENTS][order.length];
        int groups = 0;
        for (final int i : order) {
            if (groups == 0 || v[i][2] - c[groups - 1] > Direction.SAME) {
                c[groups++] = v[i][2];
            }
            add(p, groups - 1, g[i], v[i]);
        }
        for (int t = 0; t < COMPONENTS; t++) {
            p[t] = Arrays.copyOf(p[t], groups);
        }
        return new BeamTensors(Arrays.copyOf(c, groups), p);
    }

    private static void add(final double[][] p, final int at, final double g, final double[] v) {
        final boolean ring = v[0] == 0 && v[1] == 0;
        final double across = 0.5 * Math.max(0, 1 - v[2] * v[2]);
        final double[] full = {1, v[0], v[1], v[2]};
        for (int m = 0; m < 4; m++) {
            for (int n = m; n < 4; n++) {
                final boolean diagonal = m == n && (m == 1 || m == 2);
                p[PLACE[m][n]][at] += g * (ring && diagonal ? across : full[m] * full[n]);
            }
        }
    }

    private static boolean isAxial(final double[][] p) {
        boolean axial = true;
        for (int j = 0; j < p[0].length; j++) {
            axial &= Math.max(Math.max(Math.abs(p[1][j]), Math.abs(p[2][j])), Math.max(Math.abs(p[5][j]),
                Math.max(Math.abs(p[6][j]), Math.abs(p[8][j])))) <= ROUNDING
                && Math.abs(p[4][j] - p[7][j]) <= ROUNDING;
        }
        return axial;
    }

    /** The number of different c. */
    int size() {
        return m_c.length;
    }

    /** Whether longitudinal and two equal transverse waves decouple. */
    boolean axial() {
        return m_axial;
    }

    /** The cosines, rising. */
    double cosine(final int j) {
        return m_c[j];
    }

    /** sum_c p_c/(omega - k c). */
    void susceptibility(final double re, final double im, final double k, final double[] sum) {
        Arrays.fill(sum, 0);
        for (int j = 0; j < m_c.length; j++) {
            final double x = re - k * m_c[j];
            final double norm = 1 / (x * x + im * im);
            add(j, x * norm, -im * norm, sum);
        }
        mirror(sum);
    }

    /** sum_c p_c/(omega - k c), and sum_c p_c/(omega - k c)^2. */
    void susceptibility(final double re, final double im, final double k, final double[] sum,
        final double[] squares) {
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
        for (int j = 0; j < m_c.length; j++) {
            final double x = re - k * m_c[j];
            final double norm = 1 / (x * x + im * im);
            add(j, x * norm, -im * norm, sum);
            add(j, (x * x - im * im) * norm * norm, -2 * x * im * norm * norm, squares);
        }
        mirror(sum);
        mirror(squares);
    }

    /** sum_c p_c c/(omega - k c)^2. */
    void slope(final double re, final double im, final double k, final double[] sum) {
        Arrays.fill(sum, 0);
        for (int j = 0; j < m_c.length; j++) {
            final double x = re - k * m_c[j];
            final double norm = 1 / (x * x + im * im);
            final double f = norm * norm * m_c[j];
            add(j, f * (x * x - im * im), -2 * f * x * im, sum);
        }
        mirror(sum);
    }

    private void add(final int j, final double re, final double im, final double[] sum) {
        final int stride = m_used.length;
        for (int u = 0; u < stride; u++) {
            final double p = m_p[j * stride + u];
            sum[2 * u] += p * re;
            sum[2 * u + 1] += p * im;
        }
    }

    /** Puts the components of an axial tensor into their places. */
    private void mirror(final double[] sum) {
        if (m_axial) {
            for (int u = AXIAL.length - 1; u > 0; u--) {
                final double re = sum[2 * u];
                final double im = sum[2 * u + 1];
                sum[2 * u] = 0;
                sum[2 * u + 1] = 0;
                sum[2 * AXIAL[u]] = re;
                sum[2 * AXIAL[u] + 1] = im;
            }
            sum[14] = sum[8];
            sum[15] = sum[9];
        }
    }
}
