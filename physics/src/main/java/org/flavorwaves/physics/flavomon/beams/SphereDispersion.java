package org.flavorwaves.physics.flavomon.beams;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.collective.sums.AlignedTensor;
import org.flavorwaves.physics.linear.collective.sums.TransverseSums;
import org.flavorwaves.physics.numerics.NullVectorIteration;

/**
 * Waves along z of beams in any directions, det eps = 0 (FR 5), (FR 19), with the physical wave vector along z: the
 * shifted one is k along z and the lepton flux D across it, omega - k.v = omega - k v_z - D_x v_x - D_y v_y
 * (FW sphere-waves). The null vector of 1 - chi g, the field with upper components, is followed with the frequency, so
 * that waves of one frequency, such as transverse ones of an axisymmetric medium, stay two.
 */
final class SphereDispersion extends Dispersion {
    private static final double[] METRIC = {1, -1, -1, -1};

    /** Last step and residual of the null vectors, as shares of sum |g|; the same of pairs; before the last one. */
    private static final double SETTLED = 1e-12;

    private static final double SETTLED_PAIR = 1e-10;

    private static final double NEAR = 1e-10;

    /** Distance from a root at which its vectors are made, as a share of sum |g|. */
    private static final double BESIDE = 1e-6;

    /** 1 - |cosine| of two vectors that are one. */
    private static final double PARALLEL = 1e-8;

    private final double[][] m_v;

    /** Components of (1, v) that occur, [component][beam], and their metric signs. */
    private final double[][] m_velocity;

    private final double[] m_metric;

    private final double[] m_g;

    /** -D.v across z. */
    private final double[] m_field;

    private final double[][] m_strengths;

    private final AlignedTensor m_tensor;

    private final NullVectorIteration m_root;

    private final NullVectorIteration m_other;

    private final double[] m_state;

    private double m_k;

    private double m_scale;

    private double m_im;

    /** e.V by beam. */
    private final double[] m_dotRe;

    private final double[] m_dotIm;

    /**
     * Takes the beams.
     *
     * @param v velocities, [axis][beam]
     */
    SphereDispersion(final double[][] v) {
        final int n = v[0].length;
        m_v = Arrays.stream(v).map(double[]::clone).toArray(double[][]::new);
        final double[][] all = {new double[n], m_v[0], m_v[1], m_v[2]};
        Arrays.fill(all[0], 1);
        final int[] used = IntStream.range(0, all.length)
            .filter(a -> Arrays.stream(all[a]).anyMatch(x -> x != 0)).toArray();
        m_velocity = Arrays.stream(used).mapToObj(a -> all[a]).toArray(double[][]::new);
        m_metric = Arrays.stream(used).mapToDouble(a -> METRIC[a]).toArray();
        m_g = new double[n];
        m_field = new double[n];
        m_strengths = new double[used.length * (used.length + 1) / 2][n];
        m_tensor = new AlignedTensor(m_metric, m_strengths,
            new TransverseSums.Poles(m_v[2], m_field, new double[n]), 1);
        final Matrix matrix = new Matrix(n);
        m_root = new NullVectorIteration(used.length, matrix);
        m_other = new NullVectorIteration(used.length, matrix);
        m_state = new double[m_root.stateSize()];
        m_dotRe = new double[n];
        m_dotIm = new double[n];
    }

    /** 1 - chi g at the present wave number. */
    private final class Matrix implements NullVectorIteration.Matrix {
        private final double[] m_re;

        private final double[] m_im;

        private double m_dotRe;

        private double m_dotIm;

        Matrix(final int beams) {
            m_re = new double[beams];
            m_im = new double[beams];
        }

        @Override
        public void sample(final double re, final double im, final double[] t, final double[] derivative) {
            m_tensor.sample(m_k, re, im, t, derivative);
        }

        @Override
        public void take(final double[] x, final double[] y) {
            m_dotRe = 0;
            m_dotIm = 0;
            for (int a = 0; a < x.length; a += 2) {
                m_dotRe += y[a] * x[a] - y[a + 1] * x[a + 1];
                m_dotIm += y[a] * x[a + 1] + y[a + 1] * x[a];
            }
            for (int c = 0; c < m_re.length; c++) {
                double bRe = 0;
                double bIm = 0;
                double aRe = 0;
                double aIm = 0;
                for (int a = 0; a < m_metric.length; a++) {
                    final double v = m_velocity[a][c];
                    bRe += m_metric[a] * v * x[2 * a];
                    bIm += m_metric[a] * v * x[2 * a + 1];
                    aRe += v * y[2 * a];
                    aIm += v * y[2 * a + 1];
                }
                m_re[c] = m_g[c] * (aRe * bRe - aIm * bIm);
                m_im[c] = m_g[c] * (aRe * bIm + aIm * bRe);
            }
        }

        @Override
        public void product(final double re, final double im, final double[] out) {
            out[0] = m_dotRe;
            out[1] = m_dotIm;
            out[2] = 0;
            out[3] = 0;
            for (int c = 0; c < m_re.length; c++) {
                final double x = re - m_k * m_v[2][c] + m_field[c];
                final double inverse = 1 / (x * x + im * im);
                final double wRe = (m_re[c] * x + m_im[c] * im) * inverse;
                final double wIm = (m_im[c] * x - m_re[c] * im) * inverse;
                out[0] -= wRe;
                out[1] -= wIm;
                out[2] += (wRe * x + wIm * im) * inverse;
                out[3] += (wIm * x - wRe * im) * inverse;
            }
        }
    }

    @Override
    int stateSize() {
        return m_state.length;
    }

    @Override
    boolean hasPairs() {
        return true;
    }

    @Override
    void setNumbers(final double[] g) {
        double x = 0;
        double y = 0;
        m_scale = 0;
        for (int c = 0; c < m_g.length; c++) {
            m_g[c] = g[c];
            m_scale += Math.abs(g[c]);
            x += g[c] * m_v[0][c];
            y += g[c] * m_v[1][c];
        }
        for (int c = 0; c < m_g.length; c++) {
            m_field[c] = -x * m_v[0][c] - y * m_v[1][c];
        }
        int pair = 0;
        for (int a = 0; a < m_velocity.length; a++) {
            for (int b = a; b < m_velocity.length; b++) {
                for (int c = 0; c < m_g.length; c++) {
                    m_strengths[pair][c] = g[c] * m_velocity[a][c] * m_velocity[b][c];
                }
                pair++;
            }
        }
    }

    @Override
    List<Complex> roots(final double k, final double floor) {
        final double[] streaming = new double[m_g.length];
        Arrays.setAll(streaming, c -> k * m_v[2][c] - m_field[c]);
        return GrowingRoots.find(m_g, streaming, (a, b) -> {
            double f = 0;
            for (int m = 0; m < m_metric.length; m++) {
                f += m_metric[m] * m_velocity[m][a] * m_velocity[m][b];
            }
            return f;
        }, floor);
    }

    @Override
    boolean mayBeMore(final double k, final int known) {
        return known < m_g.length;
    }

    @Override
    void start(final double k, final Complex root, final List<double[]> others, final double[] states,
        final int at) {
        m_k = k;
        final List<NullVectorIteration> known = others.stream().map(this::restored).toList();
        m_root.start(root.getReal(), root.getImaginary(), BESIDE * m_scale, known);
        save(states, at);
    }

    private NullVectorIteration restored(final double[] state) {
        final NullVectorIteration other = new NullVectorIteration(m_metric.length, new Matrix(0));
        other.restore(state);
        return other;
    }

    @Override
    boolean solve(final double k, final double[] states, final int at, final double reach, final boolean pair) {
        m_k = k;
        System.arraycopy(states, at, m_state, 0, m_state.length);
        m_root.restore(m_state);
        final boolean settled =
            m_root.follow(m_scale, pair ? SETTLED_PAIR : SETTLED, pair ? 0 : NEAR);
        final boolean near = Math.hypot(m_root.re() - m_state[0], m_root.im() - m_state[1]) <= reach;
        m_im = settled ? m_root.im() : 0;
        project();
        return near && (settled || m_root.im() <= 0);
    }

    /** e.V of all beams for e of unit length. */
    private void project() {
        final double[] x = m_root.right();
        double size = 0;
        for (final double part : x) {
            size += part * part;
        }
        final double scale = 1 / Math.sqrt(size);
        for (int c = 0; c < m_g.length; c++) {
            double re = 0;
            double im = 0;
            for (int a = 0; a < m_metric.length; a++) {
                re += m_metric[a] * m_velocity[a][c] * x[2 * a];
                im += m_metric[a] * m_velocity[a][c] * x[2 * a + 1];
            }
            m_dotRe[c] = scale * re;
            m_dotIm[c] = scale * im;
        }
    }

    @Override
    double parallel(final double[] other) {
        m_other.restore(other);
        return m_root.parallel(m_other);
    }

    @Override
    boolean separate(final double[] other) {
        if (parallel(other) > 1 - PARALLEL) {
            return false;
        }
        m_root.separate(m_other);
        project();
        return true;
    }

    @Override
    void save(final double[] states, final int at) {
        m_root.save(m_state);
        System.arraycopy(m_state, 0, states, at, m_state.length);
    }

    @Override
    double dotRe(final int beam) {
        return m_dotRe[beam];
    }

    @Override
    double dotIm(final int beam) {
        return m_dotIm[beam];
    }

    @Override
    double detuning(final int beam) {
        return re() - m_k * m_v[2][beam] + m_field[beam];
    }

    @Override
    int beams() {
        return m_g.length;
    }

    @Override
    double number(final int beam) {
        return m_g[beam];
    }

    @Override
    public double re() {
        return m_root.re();
    }

    /** 0 of a wave that has stopped growing. */
    @Override
    public double im() {
        return m_im;
    }

    @Override
    public double square() {
        final double[] x = m_root.right();
        double sum = 0;
        double size = 0;
        for (int a = 0; a < m_metric.length; a++) {
            final double part = square(x[2 * a], x[2 * a + 1]);
            sum += m_metric[a] * part;
            size += part;
        }
        return sum / size;
    }
}
