package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * One circular sector of an aligned background, sign s = +-1 (FR 19):
 *
 * <pre>T_mn = delta_mn - sum_i G_i V^m_i V^n_i g_nn / (Omega - d_i),
 * d_i = v_i.k - i D_i - s h_i,   G_i = s p_i q w_i s_i</pre>
 *
 * <p>of size 2 for velocities along one axis up to 4. Modes of equal velocity and d are added up first, and for T those
 * of equal d. The matter potential is a common shift of Omega and kept apart.
 */
final class AlignedSums implements ResolventSums {
    private static final int FEWEST_FOR_TREE = 200;

    private static final int LEAF = 64;

    private final Background m_background;

    private final int m_sign;

    private final VelocitySpan m_span;

    /** v_i.k - s h_i without the matter term, for each mode. */
    private final double[] m_own;

    /** Poles of different velocities. */
    private final double[] m_re;

    private final double[] m_im;

    /** Velocities of the poles, [axis][pole]. */
    private final double[][] m_velocity;

    /** G V^m V^n, [pair][pole]. */
    private final double[][] m_strength;

    /** The poles with the strengths of all velocities at them, one channel a pair of components. */
    private final MergedPoles m_poles;

    private final double m_shift;

    private final Optional<PoleForest> m_forest;

    private final double[] m_sorted;

    private final double m_bound;

    AlignedSums(final Background background, final WaveVector k, final int sign) {
        m_background = background;
        m_sign = sign;
        final FlavorState state = background.state();
        final MomentumModes modes = state.modes();
        m_span = new VelocitySpan(modes);
        m_shift = -sign * background.axis(2) * background.environment().matterPotential();
        m_own = ownFrequencies(background, k, sign);
        final Map<Pole, Integer> places = new HashMap<>();
        final int[] place = new int[state.size()];
        for (int i = 0; i < place.length; i++) {
            final Pole pole = new Pole(m_own[i], modes.damping(i), modes.vx(i), modes.vy(i), modes.vz(i));
            place[i] = places.computeIfAbsent(pole, p -> places.size());
        }
        final int n = places.size();
        m_re = new double[n];
        m_im = new double[n];
        m_velocity = new double[3][n];
        final double[] g = new double[n];
        for (int i = 0; i < place.length; i++) {
            final int p = place[i];
            m_re[p] = m_own[i];
            m_im[p] = -modes.damping(i);
            m_velocity[0][p] = modes.vx(i);
            m_velocity[1][p] = modes.vy(i);
            m_velocity[2][p] = modes.vz(i);
            g[p] += sign * AlignedWave.polarization(background, i) * background.environment().selfInteraction()
                * modes.weight(i) * modes.species(i).sign();
        }
        m_strength = new double[m_span.pairs()][n];
        double bound = 0;
        for (int p = 0; p < n; p++) {
            double square = 0;
            for (int a = 0; a < m_span.size(); a++) {
                final double va = component(a, p);
                square += va * va;
                for (int b = a; b < m_span.size(); b++) {
                    m_strength[m_span.pair(a, b)][p] = g[p] * va * component(b, p);
                }
            }
            bound += Math.abs(g[p]) * square;
        }
        m_bound = bound;
        m_poles = new MergedPoles(m_re, m_im, m_strength);
        m_forest = PoleForest.of(m_poles, m_poles.dampings(), FEWEST_FOR_TREE, LEAF);
        m_sorted = m_poles.sorted(m_shift);
    }

    private record Pole(double re, double damping, double vx, double vy, double vz) {
    }

    private double component(final int a, final int p) {
        return m_span.value(a, m_velocity[0][p], m_velocity[1][p], m_velocity[2][p]);
    }

    /** v_i.k - s h_i without the matter term. */
    private static double[] ownFrequencies(final Background background, final WaveVector k, final int sign) {
        final MomentumModes modes = background.state().modes();
        final Hamiltonian h = Hamiltonian.of(background.state(),
            background.environment().withMatterPotential(0));
        final double[] own = new double[modes.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = k.dot(modes.vx(i), modes.vy(i), modes.vz(i))
                - sign * (background.axis(0) * h.hx(i) + background.axis(1) * h.hy(i) + background.axis(2) * h.hz(i)
                    + background.frameAlongAxis(modes.vz(i)));
        }
        return own;
    }

    @Override
    public int dimension() {
        return m_span.size();
    }

    @Override
    public double[] poles() {
        return m_sorted;
    }

    @Override
    public double couplingBound() {
        return m_bound;
    }

    @Override
    public GrowthRegion growthRegion(final double floor) {
        final double[][] v = new double[m_span.size()][m_re.length];
        final double[] re = new double[m_re.length];
        final double[] damping = new double[m_re.length];
        for (int p = 0; p < re.length; p++) {
            re[p] = m_re[p] + m_shift;
            damping[p] = -m_im[p];
            for (int a = 0; a < v.length; a++) {
                v[a][p] = component(a, p);
            }
        }
        return GrowthRegion.of(m_strength[0], v, re, damping, floor, m_bound);
    }

    @Override
    public Sampler exact() {
        return new Exact();
    }

    /** Sums over the modes block by block. */
    private final class Exact implements Sampler {
        private final double[][] m_inverses = new double[4][BlockProducts.BLOCK];

        private final double[] m_sums = new double[4 * m_span.pairs()];

        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            Arrays.fill(m_sums, 0);
            m_poles.add(re - m_shift, im, m_inverses, m_sums);
            for (int a = 0; a < m_span.size(); a++) {
                for (int b = 0; b < m_span.size(); b++) {
                    final int c = 4 * m_span.pair(a, b);
                    final int at = 2 * (a * m_span.size() + b);
                    t[at] = (a == b ? 1 : 0) - m_span.metric(b) * m_sums[c];
                    t[at + 1] = -m_span.metric(b) * m_sums[c + 1];
                    derivative[at] = m_span.metric(b) * m_sums[c + 2];
                    derivative[at + 1] = m_span.metric(b) * m_sums[c + 3];
                }
            }
        }
    }

    @Override
    public Sampler sampler() {
        return m_forest.<Sampler>map(forest -> new Fast(forest.sampler())).orElseGet(this::exact);
    }

    private final class Fast implements Sampler {
        private final PoleForest.Sampler m_sampler;

        private final double[] m_first = new double[2 * m_span.pairs()];

        private final double[] m_second = new double[2 * m_span.pairs()];

        Fast(final PoleForest.Sampler sampler) {
            m_sampler = sampler;
        }

        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            final PoleTree.Sums sums = m_sampler.at(re - m_shift, im);
            for (int c = 0; c < m_span.pairs(); c++) {
                m_first[2 * c] = sums.valueRe()[c];
                m_first[2 * c + 1] = sums.valueIm()[c];
                m_second[2 * c] = sums.squareRe()[c];
                m_second[2 * c + 1] = sums.squareIm()[c];
            }
            fill(m_first, -1, true, t);
            fill(m_second, 1, false, derivative);
        }
    }

    /** out = (1 +) factor sums g. */
    private void fill(final double[] sums, final double factor, final boolean identity, final double[] out) {
        final int n = m_span.size();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                final int c = m_span.pair(a, b);
                final double sign = factor * m_span.metric(b);
                out[2 * (a * n + b)] = sign * sums[2 * c] + (identity && a == b ? 1 : 0);
                out[2 * (a * n + b) + 1] = sign * sums[2 * c + 1];
            }
        }
    }

    @Override
    public void slope(final double re, final double im, final int axis, final double[] t) {
        final double[] sums = new double[2 * m_span.pairs()];
        for (int p = 0; p < m_re.length; p++) {
            final double x = re - m_shift - m_re[p];
            final double y = im - m_im[p];
            final double inverse = 1 / (x * x + y * y);
            final double ur = x * inverse;
            final double ui = -y * inverse;
            for (int c = 0; c < m_span.pairs(); c++) {
                final double g = m_strength[c][p] * m_velocity[axis][p];
                sums[2 * c] += g * (ur * ur - ui * ui);
                sums[2 * c + 1] += g * 2 * ur * ui;
            }
        }
        fill(sums, -1, false, t);
    }

    @Override
    public void slopes(final double re, final double im, final double[] left, final double[] right,
        final double[] out) {
        Arrays.fill(out, 0);
        for (int p = 0; p < m_re.length; p++) {
            double xRe = 0;
            double xIm = 0;
            double yRe = 0;
            double yIm = 0;
            for (int a = 0; a < m_span.size(); a++) {
                final double v = component(a, p);
                xRe += v * left[2 * a];
                xIm += v * left[2 * a + 1];
                yRe += m_span.metric(a) * v * right[2 * a];
                yIm += m_span.metric(a) * v * right[2 * a + 1];
            }
            final double x = re - m_shift - m_re[p];
            final double y = im - m_im[p];
            final double inverse = 1 / (x * x + y * y);
            final double ur = x * inverse;
            final double ui = -y * inverse;
            final double wr = m_strength[0][p] * (ur * ur - ui * ui);
            final double wi = m_strength[0][p] * 2 * ur * ui;
            final double bRe = xRe * yRe - xIm * yIm;
            final double bIm = xRe * yIm + xIm * yRe;
            final double cRe = bRe * wr - bIm * wi;
            final double cIm = bRe * wi + bIm * wr;
            out[0] += cRe;
            out[1] += cIm;
            for (int axis = 0; axis < 3; axis++) {
                out[2 * axis + 2] -= m_velocity[axis][p] * cRe;
                out[2 * axis + 3] -= m_velocity[axis][p] * cIm;
            }
        }
    }

    @Override
    public void wave(final double re, final double im, final double[] y, final double[] outRe,
        final double[] outIm) {
        new AlignedWave(m_background, m_sign, m_span).write(re - m_shift, im, m_own, y, outRe, outIm);
    }
}
