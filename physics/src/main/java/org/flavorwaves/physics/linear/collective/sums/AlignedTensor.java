package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;

/**
 * The matrix T_mn = delta_mn - sum_i G_i V^m_i V^n_i g_nn/z_i of one circular sector of an aligned medium (FR 19) and
 * its derivative, z_i = Omega - k streaming_i + i D_i + sign h_i: two to four rows. Strengths and poles may change
 * between samples. Works without allocation; not for several threads at once.
 */
public final class AlignedTensor {
    private final double[] m_metric;

    private final double[][] m_strengths;

    private final TransverseSums.Poles m_poles;

    private final int m_sign;

    private final double[][] m_rows = new double[4][BlockProducts.BLOCK];

    private final double[] m_sums;

    /**
     * A tensor of modes.
     *
     * @param metric metric sign of each component of V = (1, v) that occurs
     * @param strengths G V^m V^n, [pair of components m &lt;= n, row by row][mode]; kept, not copied
     * @param poles streaming, h and D of the modes; kept, not copied
     * @param sign of h
     */
    public AlignedTensor(final double[] metric, final double[][] strengths, final TransverseSums.Poles poles,
        final int sign) {
        m_metric = metric.clone();
        m_strengths = strengths;
        m_poles = poles;
        m_sign = sign;
        m_sums = new double[4 * strengths.length];
    }

    /**
     * Evaluates, O(N).
     *
     * @param k factor on the streaming
     * @param re Re Omega
     * @param im Im Omega
     * @param t room for T, row-major, 2 n^2 numbers
     * @param derivative room for dT/dOmega
     */
    public void sample(final double k, final double re, final double im, final double[] t,
        final double[] derivative) {
        Arrays.fill(m_sums, 0);
        final int size = m_poles.streaming().length;
        for (int from = 0; from < size; from += BlockProducts.BLOCK) {
            final int n = Math.min(BlockProducts.BLOCK, size - from);
            m_poles.inverses(k, re, im, m_sign, from, n, m_rows);
            BlockProducts.add(m_strengths, from, m_rows, n, m_sums);
        }
        final int n = m_metric.length;
        int pair = 0;
        for (int a = 0; a < n; a++) {
            for (int b = a; b < n; b++) {
                put(pair, a, b, t, derivative);
                if (b > a) {
                    put(pair, b, a, t, derivative);
                }
                pair++;
            }
        }
    }

    private void put(final int pair, final int a, final int b, final double[] t, final double[] derivative) {
        final int at = 2 * (a * m_metric.length + b);
        final double metric = m_metric[b];
        t[at] = (a == b ? 1 : 0) - metric * m_sums[4 * pair];
        t[at + 1] = -metric * m_sums[4 * pair + 1];
        derivative[at] = metric * m_sums[4 * pair + 2];
        derivative[at + 1] = metric * m_sums[4 * pair + 3];
    }
}
