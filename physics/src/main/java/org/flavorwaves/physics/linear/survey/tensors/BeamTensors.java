package org.flavorwaves.physics.linear.survey.tensors;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.state.Direction;

/**
 * The lepton number of an aligned state as waves along one direction n see it: for each c = v.n the tensor p^{mn} = sum
 * G V^m V^n over the directions with this c, V = (1, v.e1, v.e2, c). The susceptibility (FR 19) is chi^{mn}(omega, k) =
 * sum_c p^{mn}_c/(omega - k c). Rings about n enter with their average over the azimuth, so that waves which break the
 * axial symmetry are theirs too. A continuous density has integrals over c in the place of the sums. For one thread.
 *
 * <p>Tensors are arrays of ten complex numbers, (tt, tx, ty, tz, xx, xy, xz, yy, yz, zz) with z along n, real and
 * imaginary parts in turn.
 */
public final class BeamTensors {
    /** Components of a symmetric tensor. */
    public static final int COMPONENTS = 10;

    /** Place of component (m, n) among the ten. */
    static final int[][] PLACE = {{0, 1, 2, 3}, {1, 4, 5, 6}, {2, 5, 7, 8}, {3, 6, 8, 9}};

    /** Components below this part of sum |G| are rounding. */
    private static final double ROUNDING = 1e-13;

    private static final double[] NONE = new double[4];

    private static final int[] AXIAL = {0, 3, 4, 9};

    private static final int[] ALL = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    private final double[] m_c;

    private final boolean m_axial;

    private final int[] m_used;

    private final double[] m_p;

    /** Of the nodes of a continuous medium; empty for beams. */
    private final double[] m_ratios;

    private final LegendreCut m_cut;

    private final double[] m_weight = new double[4];

    private BeamTensors(final double[] c, final double[][] p, final double[] ratios) {
        m_c = c;
        m_ratios = ratios;
        m_cut = new LegendreCut(c.length);
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
    public static BeamTensors of(final double[][] v, final double[] g) {
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
        return new BeamTensors(Arrays.copyOf(c, groups), p, new double[0]);
    }

    /**
     * A continuous medium.
     *
     * @param rule a rule for the cosine, fine enough for polynomials through its nodes
     * @param p ten components of the tensor density at its nodes, times their weights
     * @return tensors with the integrals over the cosine, see {@link LegendreCut}
     */
    public static BeamTensors continuous(final GaussLegendre rule, final double[][] p) {
        return new BeamTensors(rule.nodes(), p, LegendreCut.ratios(rule));
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
    public int size() {
        return m_c.length;
    }

    /** Whether longitudinal and two equal transverse waves decouple. */
    public boolean axial() {
        return m_axial;
    }

    /** Whether the density is continuous, so that its sums are integrals. */
    public boolean isContinuous() {
        return m_ratios.length > 0;
    }

    /** Cosines at which the lepton number of a continuous medium changes its sign, between nodes by a straight line. */
    double[] zeros() {
        final double[] zeros = new double[m_ratios.length];
        int count = 0;
        double last = 0;
        for (int j = 0; j < m_ratios.length; j++) {
            final double here = m_p[j * m_used.length] * (m_ratios[j] * m_ratios[j]) / (1 - m_c[j] * m_c[j]);
            if (here * last < 0) {
                zeros[count++] = m_c[j - 1] + (m_c[j] - m_c[j - 1]) * last / (last - here);
            }
            last = here;
        }
        return Arrays.copyOf(zeros, count);
    }

    /** 2 Q_n and its slope at omega/k; zeros for beams. */
    private double[] cut(final double re, final double im, final double k) {
        return isContinuous() ? m_cut.at(re, im, k) : NONE;
    }

    /** The weights of p_c in sum p/(omega - k c) and sum p/(omega - k c)^2. */
    private void weights(final double re, final double im, final double k, final int j, final double[] cut) {
        final double x = re - k * m_c[j];
        final double norm = 1 / (x * x + im * im);
        final double r = x * norm;
        final double i = -im * norm;
        if (cut == NONE || cut[0] == 0 && cut[1] == 0) {
            m_weight[0] = r;
            m_weight[1] = i;
            m_weight[2] = r * r - i * i;
            m_weight[3] = 2 * r * i;
            return;
        }
        final double ratio = m_ratios[j];
        final double qRe = 1 + ratio * cut[0];
        final double qIm = ratio * cut[1];
        m_weight[0] = qRe * r - qIm * i;
        m_weight[1] = qRe * i + qIm * r;
        final double dRe = m_weight[0] - ratio / k * cut[2];
        final double dIm = m_weight[1] - ratio / k * cut[3];
        m_weight[2] = dRe * r - dIm * i;
        m_weight[3] = dRe * i + dIm * r;
    }

    /** sum_c p_c/(omega - k c). */
    public void susceptibility(final double re, final double im, final double k, final double[] sum) {
        Arrays.fill(sum, 0);
        final double[] cut = cut(re, im, k);
        for (int j = 0; j < m_c.length; j++) {
            weights(re, im, k, j, cut);
            add(j, m_weight[0], m_weight[1], sum);
        }
        mirror(sum);
    }

    /** sum_c p_c/(omega - k c), and sum_c p_c/(omega - k c)^2. */
    public void susceptibility(final double re, final double im, final double k, final double[] sum,
        final double[] squares) {
        Arrays.fill(sum, 0);
        Arrays.fill(squares, 0);
        final double[] cut = cut(re, im, k);
        for (int j = 0; j < m_c.length; j++) {
            weights(re, im, k, j, cut);
            add(j, m_weight[0], m_weight[1], sum);
            add(j, m_weight[2], m_weight[3], squares);
        }
        mirror(sum);
        mirror(squares);
    }

    /** sum_c p_c c/(omega - k c)^2. */
    public void slope(final double re, final double im, final double k, final double[] sum) {
        Arrays.fill(sum, 0);
        final double[] cut = cut(re, im, k);
        for (int j = 0; j < m_c.length; j++) {
            weights(re, im, k, j, cut);
            add(j, m_c[j] * m_weight[2], m_c[j] * m_weight[3], sum);
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
