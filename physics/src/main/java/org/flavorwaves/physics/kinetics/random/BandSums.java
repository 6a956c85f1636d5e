package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.ModeArrays;
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

    /** The components of (1, v) that occur, [component][mode], and their metric signs. */
    private final double[][] m_velocity;

    private final double[] m_metric;

    /** Component of the velocity along the axis of the wave vectors. */
    private final double[] m_along;

    private final double[] m_weight;

    /** q w_i s_i. */
    private final double[] m_coupling;

    private final double[] m_damping;

    /** p_i and h_i. */
    private final double[] m_p;

    private final double[] m_h;

    private double m_scale;

    BandSums(final Background background, final WaveVector axis, final int flavors) {
        final MomentumModes modes = background.state().modes();
        m_size = modes.size();
        m_flavors = flavors;
        final double[] ones = new double[m_size];
        Arrays.fill(ones, 1);
        final double[][] all = {ones, modes.vxs(), modes.vys(), modes.vzs()};
        final int[] used = IntStream.range(0, all.length)
            .filter(a -> Arrays.stream(all[a]).anyMatch(v -> v != 0)).toArray();
        m_velocity = new double[used.length][];
        m_metric = new double[used.length];
        for (int a = 0; a < used.length; a++) {
            m_velocity[a] = all[used[a]];
            m_metric[a] = METRIC[used[a]];
        }
        m_along = new double[m_size];
        for (int i = 0; i < m_size; i++) {
            m_along[i] = axis.dot(modes.vx(i), modes.vy(i), modes.vz(i));
        }
        m_weight = modes.weights();
        m_coupling = background.modeArrays().coupling();
        m_damping = background.modeArrays().damping();
        m_p = new double[m_size];
        m_h = new double[m_size];
    }

    /** Takes over another background of the same modes. */
    final void load(final Background background) {
        final ModeArrays modes = background.modeArrays();
        double coupling = 0;
        for (int i = 0; i < m_size; i++) {
            final double ex = background.frames().re(i, 2, 0);
            final double ey = background.frames().re(i, 2, 1);
            final double ez = background.frames().re(i, 2, 2);
            m_p[i] = ex * modes.px()[i] + ey * modes.py()[i] + ez * modes.pz()[i];
            m_h[i] = ex * modes.hx()[i] + ey * modes.hy()[i] + ez * modes.hz()[i];
            coupling += Math.abs(m_coupling[i] * m_p[i]);
            loadAxis(i, ex, ey, ez);
        }
        m_scale = coupling;
    }

    /** Takes over the axis of one mode. */
    abstract void loadAxis(int i, double ex, double ey, double ez);

    /** The number of modes N. */
    final int size() {
        return m_size;
    }

    /** Rows of T. */
    final int dimension() {
        return m_flavors * m_velocity.length;
    }

    /** The number of space-time components. */
    final int components() {
        return m_velocity.length;
    }

    final double velocity(final int component, final int i) {
        return m_velocity[component][i];
    }

    final double metric(final int component) {
        return m_metric[component];
    }

    final double coupling(final int i) {
        return m_coupling[i];
    }

    final double polarization(final int i) {
        return m_p[i];
    }

    final double field(final int i) {
        return m_h[i];
    }

    /** Re(Omega - k.v_i). */
    final double shifted(final double re, final double k, final int i) {
        return re - k * m_along[i];
    }

    /** Velocity of a mode along the axis of the wave vectors. */
    final double along(final int i) {
        return m_along[i];
    }

    final double damping(final int i) {
        return m_damping[i];
    }

    final double weight(final int i) {
        return m_weight[i];
    }

    /** Size of the neutrino-neutrino term, sum of q w |P|. */
    final double scale() {
        return m_scale;
    }

    /**
     * Evaluates T and its derivative, O(N).
     *
     * @param k wave number
     * @param re Re Omega
     * @param im Im Omega
     * @param sums room for {@link #room} numbers
     * @param t room for T, row-major
     * @param derivative room for dT/dOmega
     */
    abstract void sample(double k, double re, double im, double[] sums, double[] t, double[] derivative);

    /** How much room a sample needs. */
    abstract int room();

    /**
     * Evaluates the shares of the modes in the right and in the left vector of a band, not normalised, O(N).
     *
     * @param k wave number
     * @param re Re Omega
     * @param im Im Omega
     * @param x null vector, T x = 0
     * @param y null vector, y T = 0
     * @param right room for |psi_i|^2
     * @param left room for the part of |left_i|^2 across P_i
     * @param product room for two complex numbers, left.psi and left.(v along the axis).psi
     */
    abstract void shares(double k, double re, double im, double[] x, double[] y, double[] right, double[] left,
        double[] product);

    /** Adds the share of one mode to both products. */
    final void add(final double re, final double im, final int i, final double[] product) {
        product[0] += re;
        product[1] += im;
        product[2] += m_along[i] * re;
        product[3] += m_along[i] * im;
    }

    /** Index of a pair of components. */
    final int pair(final int a, final int b) {
        final int low = Math.min(a, b);
        final int high = Math.max(a, b);
        return low * components() - low * (low - 1) / 2 + high - low;
    }

    final int pairs() {
        return components() * (components() + 1) / 2;
    }
}
