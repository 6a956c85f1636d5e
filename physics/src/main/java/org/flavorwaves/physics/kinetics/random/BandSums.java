package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.linear.collective.sums.TransverseSums;
import org.flavorwaves.physics.numerics.ComplexProducts;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The collective matrix T(Omega) = 1 - K(Omega) (FW collective-determinant) of one invariant block of a mixing
 * equilibrium, for all wave numbers k along one axis: what depends on the background is put into arrays once, and
 * evaluations for different bands may run at the same time. With e_i the axis of mode i, p_i = P_i.e_i, h_i = H_i.e_i
 * and the circular vectors u_i of (e_i x) with eigenvalues +-i,
 *
 * <pre>
 * psi_i = sum_+- (+-p_i) u_i (u_i*.b_i)/(Omega - k u.v_i + i D_i +- h_i),   b_i = V_i g x
 * left_i = w_i s_i sum_+- (a_i.u_i) u_i* /(Omega - k u.v_i + i D_i +- h_i) + part along e_i,   a_i = y V_i
 * </pre>
 *
 * <p>Complex numbers stand as real and imaginary parts in turn.
 */
abstract class BandSums {
    private static final double[] METRIC = {1, -1, -1, -1};

    private final int m_size;

    private final int m_flavors;

    /** The group of each mode. */
    private final int[] m_group;

    /** The components of (1, v) that occur, 1 first and zeros after the last, [component][group]. */
    private final double[][] m_velocity;

    private final int[] m_used;

    private final double[] m_metric;

    /** Component of the velocity along the axis of the wave vectors. */
    private final double[] m_along;

    private final double[] m_weight;

    /** q w_i s_i. */
    private final double[] m_coupling;

    private final double[] m_damping;

    private final double[] m_p;

    /** The sum of q w_i s_i p_i of each group, and its h. */
    private final double[] m_strength;

    private final double[] m_h;

    private final TransverseSums.Poles m_frequencies;

    private double m_scale;

    /**
     * Sums for the modes of a background.
     *
     * @param flavors rows of T for each component of (1, v)
     * @param join whether modes of one velocity and one decay whose fields are always the same count as one group
     */
    BandSums(final Background background, final WaveVector axis, final int flavors, final boolean join) {
        final MomentumModes modes = background.state().modes();
        m_size = modes.size();
        m_flavors = flavors;
        m_group = new int[m_size];
        final Map<List<Double>, Integer> known = new HashMap<>();
        for (int i = 0; i < m_size; i++) {
            final double vacuum = modes.species(i).sign() * modes.omega(i);
            m_group[i] = join ? known.computeIfAbsent(List.of(modes.vx(i) + 0.0, modes.vy(i) + 0.0, modes.vz(i) + 0.0,
                modes.damping(i) + 0.0, vacuum + 0.0), key -> known.size()) : i;
        }
        final int groups = join ? known.size() : m_size;
        final double[][] all = new double[METRIC.length][groups];
        m_along = new double[groups];
        m_damping = new double[groups];
        for (int i = 0; i < m_size; i++) {
            all[0][m_group[i]] = 1;
            all[1][m_group[i]] = modes.vx(i);
            all[2][m_group[i]] = modes.vy(i);
            all[3][m_group[i]] = modes.vz(i);
            m_along[m_group[i]] = axis.dot(modes.vx(i), modes.vy(i), modes.vz(i));
            m_damping[m_group[i]] = background.modeArrays().damping()[i];
        }
        m_used = IntStream.range(0, all.length)
            .filter(a -> Arrays.stream(all[a]).anyMatch(v -> v != 0)).toArray();
        m_velocity = new double[METRIC.length][groups];
        m_metric = new double[m_used.length];
        for (int a = 0; a < m_used.length; a++) {
            m_velocity[a] = all[m_used[a]];
            m_metric[a] = METRIC[m_used[a]];
        }
        m_weight = modes.weights();
        m_coupling = background.modeArrays().coupling();
        m_p = new double[m_size];
        m_strength = new double[groups];
        m_h = new double[groups];
        m_frequencies = new TransverseSums.Poles(m_along, m_h, m_damping);
    }

    /** Takes over another background of the same modes. */
    final void load(final Background background) {
        final ModeArrays modes = background.modeArrays();
        double scale = 0;
        Arrays.fill(m_strength, 0);
        for (int i = 0; i < m_size; i++) {
            final double ex = background.frames().re(i, 2, 0);
            final double ey = background.frames().re(i, 2, 1);
            final double ez = background.frames().re(i, 2, 2);
            m_p[i] = ex * modes.px()[i] + ey * modes.py()[i] + ez * modes.pz()[i];
            m_h[m_group[i]] = ex * modes.hx()[i] + ey * modes.hy()[i] + ez * modes.hz()[i];
            m_strength[m_group[i]] += m_coupling[i] * m_p[i];
            scale += Math.abs(m_coupling[i] * m_p[i]);
            loadAxis(i, ex, ey, ez);
        }
        m_scale = scale;
        loadStrengths();
    }

    /** Takes over what depends on all modes. */
    abstract void loadStrengths();

    /** Takes over the axis of one mode. */
    abstract void loadAxis(int i, double ex, double ey, double ez);

    /** The number of modes N. */
    final int size() {
        return m_size;
    }

    /** Rows of T. */
    final int dimension() {
        return m_flavors * m_used.length;
    }

    /** Which components of (1, v) occur. */
    final int[] used() {
        return m_used;
    }

    /** p_i; changes with the background. */
    final double[] polarizations() {
        return m_p;
    }

    /** v_i along the axis of the wave vectors, h_i and D_i; changes with the background. */
    final TransverseSums.Poles frequencies() {
        return m_frequencies;
    }

    /** The number of space-time components. */
    final int components() {
        return m_used.length;
    }

    /** Metric signs of the components. */
    final double[] metrics() {
        return m_metric;
    }

    final double coupling(final int i) {
        return m_coupling[i];
    }

    /** How many groups of modes there are. */
    final int groups() {
        return m_along.length;
    }

    /** The sum of q w_i s_i p_i of a group; changes with the background. */
    final double strength(final int group) {
        return m_strength[group];
    }

    final double weight(final int i) {
        return m_weight[i];
    }

    /** Size of the neutrino-neutrino term, sum of q w |P|. */
    final double scale() {
        return m_scale;
    }

    /** Evaluates T and its derivative in O(N); not for several threads at once. */
    @FunctionalInterface
    interface Sampler {
        /**
         * One evaluation on the background that was loaded last.
         *
         * @param k wave number
         * @param re Re Omega
         * @param im Im Omega
         * @param t room for T, row-major
         * @param derivative room for dT/dOmega
         */
        void sample(double k, double re, double im, double[] t, double[] derivative);
    }

    abstract Sampler sampler();

    /** How many numbers a group adds to. */
    abstract int numbers();

    /** Poles of a group: frequencies Omega - k u.v_i + i D_i + sign h_i = 0 of one or both signs. */
    abstract int[] poles();

    /** Room for {@link #project}. */
    final BandProjection projection() {
        return new BandProjection(poles().length, m_flavors, groups());
    }

    /**
     * Projects a column and a row on the groups of modes, O(N).
     *
     * @param x a column
     * @param y a row
     * @param out what {@link #product} and {@link #shares} need
     */
    final void project(final double[] x, final double[] y, final BandProjection out) {
        out.dot(ComplexProducts.dotRe(y, x), ComplexProducts.dotIm(y, x));
        final double[] b = new double[METRIC.length];
        final double[] a = new double[METRIC.length];
        for (int c = 0; c < 2 * m_flavors; c++) {
            for (int m = 0; m < m_used.length; m++) {
                b[m] = m_metric[m] * x[2 * m_flavors * m + c];
                a[m] = y[2 * m_flavors * m + c];
            }
            combine(b, out.b()[c]);
            combine(a, out.a()[c]);
        }
        residues(out);
    }

    /** sum_m factors_m V^m of each group. */
    private void combine(final double[] factors, final double[] out) {
        final double f0 = factors[0];
        final double f1 = factors[1];
        final double f2 = factors[2];
        final double f3 = factors[3];
        final double[] v1 = m_velocity[1];
        final double[] v2 = m_velocity[2];
        final double[] v3 = m_velocity[3];
        for (int i = 0; i < out.length; i++) {
            out[i] = f0 + f1 * v1[i] + f2 * v2[i] + f3 * v3[i];
        }
    }

    /** Writes the residues of y K x and of the squares of psi_i and left_i at the poles, from a_i and b_i. */
    abstract void residues(BandProjection out);

    /**
     * Evaluates y T x and y T' x, O(N).
     *
     * @param k wave number
     * @param re Re Omega
     * @param im Im Omega
     * @param vectors x and y
     * @param out room for two complex numbers
     */
    final void product(final double k, final double re, final double im, final BandProjection vectors,
        final double[] out) {
        double tRe = vectors.dotRe();
        double tIm = vectors.dotIm();
        double dRe = 0;
        double dIm = 0;
        for (int q = 0; q < poles().length; q++) {
            terms(k, re, im, q, vectors);
            final double[] wRe = vectors.room()[0];
            final double[] wIm = vectors.room()[1];
            final double[] uRe = vectors.room()[2];
            final double[] uIm = vectors.room()[3];
            for (int i = 0; i < wRe.length; i++) {
                tRe -= wRe[i];
                tIm -= wIm[i];
                dRe += uRe[i];
                dIm += uIm[i];
            }
        }
        out[0] = tRe;
        out[1] = tIm;
        out[2] = dRe;
        out[3] = dIm;
    }

    /** c/z and c/z^2 of the residues c of one pole of each group. */
    private void terms(final double k, final double re, final double im, final int pole,
        final BandProjection vectors) {
        final double[][] room = vectors.room();
        m_frequencies.inverses(k, re, im, poles()[pole], room[2], room[3]);
        multiply(vectors.residueRe()[pole], vectors.residueIm()[pole], room[2], room[3], room[0], room[1]);
        multiply(room[0], room[1], room[2], room[3], room[2], room[3]);
    }

    /** c = a b of complex numbers, in a loop small enough for vector instructions; may overwrite either. */
    private static void multiply(final double[] aRe, final double[] aIm, final double[] bRe, final double[] bIm,
        final double[] cRe, final double[] cIm) {
        for (int i = 0; i < cRe.length; i++) {
            final double re = aRe[i] * bRe[i] - aIm[i] * bIm[i];
            final double im = aRe[i] * bIm[i] + aIm[i] * bRe[i];
            cRe[i] = re;
            cIm[i] = im;
        }
    }

    /**
     * Evaluates the shares of the modes in the right and in the left vector of a band, not normalised, O(N).
     *
     * @param k wave number
     * @param re Re Omega
     * @param im Im Omega
     * @param vectors null vectors, T x = 0 and y T = 0
     * @param right room for |psi_i|^2
     * @param left room for the part of |left_i|^2 across P_i
     * @param product room for two complex numbers, left.psi and left.(v along the axis).psi
     */
    final void shares(final double k, final double re, final double im, final BandProjection vectors,
        final double[] right, final double[] left, final double[] product) {
        Arrays.fill(product, 0);
        for (int q = 0; q < poles().length; q++) {
            terms(k, re, im, q, vectors);
            final double[] uRe = vectors.room()[2];
            final double[] uIm = vectors.room()[3];
            double pRe = 0;
            double pIm = 0;
            double vRe = 0;
            double vIm = 0;
            for (int i = 0; i < uRe.length; i++) {
                pRe += uRe[i];
                pIm += uIm[i];
                vRe += m_along[i] * uRe[i];
                vIm += m_along[i] * uIm[i];
            }
            product[0] += pRe;
            product[1] += pIm;
            product[2] += vRe;
            product[3] += vIm;
        }
        final double[] rightSum = vectors.sums()[0];
        final double[] leftSum = vectors.sums()[1];
        Arrays.fill(rightSum, 0);
        Arrays.fill(leftSum, 0);
        for (int q = 0; q < poles().length; q++) {
            m_frequencies.inverses(k, re, im, poles()[q], vectors.room()[0], vectors.room()[1]);
            addSquares(vectors.room(), vectors.right()[q], rightSum);
            addSquares(vectors.room(), vectors.left()[q], leftSum);
        }
        for (int i = 0; i < m_size; i++) {
            right[i] = m_p[i] * m_p[i] * rightSum[m_group[i]];
            left[i] = m_coupling[i] * m_coupling[i] * leftSum[m_group[i]];
        }
    }

    /** Adds r |u|^2. */
    private static void addSquares(final double[][] u, final double[] r, final double[] sums) {
        final double[] re = u[0];
        final double[] im = u[1];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += r[i] * (re[i] * re[i] + im[i] * im[i]);
        }
    }

    /** Index of a pair of components. */
    final int pair(final int a, final int b) {
        final int low = Math.min(a, b);
        final int high = Math.max(a, b);
        return low * components() - low * (low - 1) / 2 + high - low;
    }

    /** V^m V^n of each pair, [pair][group]; a new array. */
    final double[][] products() {
        final double[][] products = new double[pairs()][groups()];
        for (int a = 0; a < components(); a++) {
            for (int b = a; b < components(); b++) {
                for (int i = 0; i < groups(); i++) {
                    products[pair(a, b)][i] = m_velocity[a][i] * m_velocity[b][i];
                }
            }
        }
        return products;
    }

    final int pairs() {
        return components() * (components() + 1) / 2;
    }
}
