package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;

/**
 * The collective matrix T = 1 - K of the transverse block of a mixing equilibrium (FW collective-determinant): with e_i
 * the axis of mode i, p_i = P_i.e_i, h_i = H_i.e_i, z_i = Omega - k.v_i + i D_i, f = 1/(z_i + h_i) and
 * g = 1/(z_i - h_i) the resolvent is
 *
 * <pre>R_i = p_i [S (1 - e e^T) - i Q [e]x],   S = (f - g)/2,   Q = (f + g)/2</pre>
 *
 * <p>so that K is a sum of two functions of Omega a mode, times numbers that do not depend on it; those that vanish for
 * all modes, as with all axes in one plane, are left out.
 */
public final class TransverseSums {
    private static final double[] METRIC = {1, -1, -1, -1};

    /** Entries of 1 - e e^T and of [e]x. */
    private static final int EVENS = 6;

    private static final int ODDS = 3;

    /** Entry of 1 - e e^T at row a, column b. */
    private static final int[][] EVEN = {{0, 3, 4}, {3, 1, 5}, {4, 5, 2}};

    /** Flavor component of e in [e]x at row a, column b, and its sign. */
    private static final int[][] ODD = {{0, 2, 1}, {2, 0, 0}, {1, 0, 0}};

    private static final double[][] ODD_SIGN = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};

    private final double[] m_metric;

    /** q w s V^m V^n, [pair][mode]. */
    private final double[][] m_products;

    /** p/2 times the products times the entries, [group][entries of a pair + entry][mode]. */
    private final double[][][] m_all;

    /** Those that are not all zero, and which they are. */
    private final double[][][] m_strengths = new double[2][][];

    private final int[][] m_used = new int[2][];

    /**
     * Frequencies of the modes.
     *
     * @param streaming v_i.k, or v_i.u for wave vectors k u
     * @param field h_i
     * @param damping D_i
     */
    public record Poles(double[] streaming, double[] field, double[] damping) {
        /**
         * Writes 1/z and 1/z^2, z = Omega - k streaming + i D + sign h, for n modes.
         *
         * @param k factor on the streaming
         * @param re Re Omega
         * @param im Im Omega
         * @param sign of h
         * @param from first mode
         * @param n number of modes
         * @param out real and imaginary parts of both, [part][mode]
         */
        public void inverses(final double k, final double re, final double im, final int sign, final int from,
            final int n, final double[][] out) {
            for (int i = 0; i < n; i++) {
                out[0][i] = re - k * streaming[from + i] + sign * field[from + i];
                out[1][i] = im + damping[from + i];
            }
            BlockProducts.inverses(out[0], out[1], n, out[2], out[3]);
        }

        /**
         * Writes 1/z of all modes, in a loop with one index, which becomes vector instructions.
         *
         * @param k factor on the streaming
         * @param re Re Omega
         * @param im Im Omega
         * @param sign of h
         * @param outRe receives the real parts
         * @param outIm receives the imaginary parts
         */
        public void inverses(final double k, final double re, final double im, final double sign,
            final double[] outRe, final double[] outIm) {
            final double[] along = streaming;
            final double[] h = field;
            final double[] d = damping;
            for (int i = 0; i < outRe.length; i++) {
                final double x = re - k * along[i] + sign * h[i];
                final double y = im + d[i];
                final double inverse = 1 / (x * x + y * y);
                outRe[i] = x * inverse;
                outIm[i] = -y * inverse;
            }
        }
    }

    /**
     * Sums for modes.
     *
     * @param components which components of (1, v) occur, rising from 0
     * @param products q w s V^m V^n, [pair of components][mode]
     */
    public TransverseSums(final int[] components, final double[][] products) {
        m_metric = Arrays.stream(components).mapToDouble(c -> METRIC[c]).toArray();
        m_products = products;
        final int modes = products[0].length;
        m_all = new double[][][]{new double[EVENS * products.length][modes], new double[ODDS * products.length][modes]};
    }

    /**
     * Takes over a background.
     *
     * @param axis e_i, 3 numbers a mode
     * @param along p_i
     */
    public void load(final double[] axis, final double[] along) {
        for (int i = 0; i < along.length; i++) {
            final double ex = axis[3 * i];
            final double ey = axis[3 * i + 1];
            final double ez = axis[3 * i + 2];
            for (int c = 0; c < m_products.length; c++) {
                final double v = m_products[c][i] * along[i] / 2;
                final int even = EVENS * c;
                m_all[0][even][i] = v * (ey * ey + ez * ez);
                m_all[0][even + 1][i] = v * (ex * ex + ez * ez);
                m_all[0][even + 2][i] = v * (ex * ex + ey * ey);
                m_all[0][even + 3][i] = -v * ex * ey;
                m_all[0][even + 4][i] = -v * ex * ez;
                m_all[0][even + 5][i] = -v * ey * ez;
                m_all[1][ODDS * c][i] = v * ex;
                m_all[1][ODDS * c + 1][i] = v * ey;
                m_all[1][ODDS * c + 2][i] = v * ez;
            }
        }
        for (int g = 0; g < 2; g++) {
            int used = 0;
            m_used[g] = new int[m_all[g].length];
            for (int e = 0; e < m_all[g].length; e++) {
                if (any(m_all[g][e])) {
                    m_used[g][used++] = e;
                }
            }
            m_used[g] = Arrays.copyOf(m_used[g], used);
            m_strengths[g] = new double[used][];
            for (int e = 0; e < used; e++) {
                m_strengths[g][e] = m_all[g][m_used[g][e]];
            }
        }
    }

    private static boolean any(final double[] numbers) {
        for (final double number : numbers) {
            if (number != 0) {
                return true;
            }
        }
        return false;
    }

    /** How many numbers a mode adds to. */
    public int numbers() {
        return 4 * (m_strengths[0].length + m_strengths[1].length);
    }

    /**
     * A sampler for the backgrounds that will be loaded; not for several threads at once.
     *
     * @param poles frequencies, which change with the background
     */
    public Sampler sampler(final Poles poles) {
        return new Sampler(poles);
    }

    /** Room for evaluations. */
    public final class Sampler {
        private final Poles m_poles;

        /** 2 S and 2 Q with their squares' sums, real and imaginary parts, [group][part][mode]. */
        private final double[][][] m_rows = new double[2][4][BlockProducts.BLOCK];

        /** Sums of the strengths that are used, then all of them where they belong, [group][4 entry + part]. */
        private final double[][] m_sums = {new double[4 * m_all[0].length], new double[4 * m_all[1].length]};

        private final double[][] m_full = {new double[4 * m_all[0].length], new double[4 * m_all[1].length]};

        private Sampler(final Poles poles) {
            m_poles = poles;
        }

        /**
         * Evaluates T and dT/dOmega, O(N).
         *
         * @param k factor on the streaming
         * @param re Re Omega
         * @param im Im Omega
         * @param t room for T, row-major, components outside and flavors inside, 2 n^2 numbers
         * @param derivative room for dT/dOmega
         */
        public void sample(final double k, final double re, final double im, final double[] t,
            final double[] derivative) {
            final int size = m_poles.streaming().length;
            for (int g = 0; g < 2; g++) {
                Arrays.fill(m_sums[g], 0);
            }
            for (int from = 0; from < size; from += BlockProducts.BLOCK) {
                final int n = Math.min(BlockProducts.BLOCK, size - from);
                rows(k, re, im, from, n);
                for (int g = 0; g < 2; g++) {
                    BlockProducts.add(m_strengths[g], from, m_rows[g], n, m_sums[g]);
                }
            }
            for (int g = 0; g < 2; g++) {
                Arrays.fill(m_full[g], 0);
                for (int e = 0; e < m_used[g].length; e++) {
                    System.arraycopy(m_sums[g], 4 * e, m_full[g], 4 * m_used[g][e], 4);
                }
            }
            fill(m_full, t, derivative);
        }

        private void rows(final double k, final double re, final double im, final int from, final int n) {
            m_poles.inverses(k, re, im, 1, from, n, m_rows[0]);
            m_poles.inverses(k, re, im, -1, from, n, m_rows[1]);
            for (int part = 0; part < 4; part++) {
                final double[] s = m_rows[0][part];
                final double[] q = m_rows[1][part];
                for (int i = 0; i < n; i++) {
                    final double f = s[i];
                    final double g = q[i];
                    s[i] = f - g;
                    q[i] = f + g;
                }
            }
        }
    }

    /** Row (m, a), column (n, b): sums of V^m V^n g_nn R_ab. */
    private void fill(final double[][] sums, final double[] t, final double[] derivative) {
        final int components = m_metric.length;
        int pair = 0;
        for (int m = 0; m < components; m++) {
            for (int n = m; n < components; n++) {
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        final int even = 4 * (EVENS * pair + EVEN[a][b]);
                        final int odd = 4 * (ODDS * pair + ODD[a][b]);
                        final double sign = ODD_SIGN[a][b];
                        final double re = sums[0][even] + sign * sums[1][odd + 1];
                        final double im = sums[0][even + 1] - sign * sums[1][odd];
                        final double dRe = sums[0][even + 2] + sign * sums[1][odd + 3];
                        final double dIm = sums[0][even + 3] - sign * sums[1][odd + 2];
                        put(m, n, a, b, -re, -im, t);
                        put(m, n, a, b, dRe, dIm, derivative);
                        if (n > m) {
                            put(n, m, a, b, -re, -im, t);
                            put(n, m, a, b, dRe, dIm, derivative);
                        }
                    }
                }
                pair++;
            }
        }
        for (int c = 0; c < 3 * components; c++) {
            t[2 * c * (3 * components + 1)] += 1;
        }
    }

    private void put(final int m, final int n, final int a, final int b, final double re, final double im,
        final double[] out) {
        final int at = 2 * ((3 * m + a) * 3 * m_metric.length + 3 * n + b);
        out[at] = m_metric[n] * re;
        out[at + 1] = m_metric[n] * im;
    }
}
