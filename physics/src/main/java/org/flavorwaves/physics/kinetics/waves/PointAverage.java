package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;

/**
 * The sum of {@link SecularTerm} over some of the points of a window, which stand side by side. Not thread-safe.
 */
final class PointAverage {
    private final WaveBasis m_basis;

    private final BoxProducts m_products;

    /** Amplitudes at the points and then their products, [band in the order of the basis][point]. */
    private final double[][] m_x;

    private final double[][] m_y;

    private final double[][] m_frameRe;

    private final double[][] m_frameIm;

    /** [wave][real, imaginary][band in the order of the basis]. */
    private final double[][][] m_sum;

    /** For so many points at once. */
    PointAverage(final WaveBasis basis, final int points) {
        m_basis = basis;
        m_products = new BoxProducts(basis.waves(), basis.modes(), points);
        m_x = new double[basis.bands()][points];
        m_y = new double[basis.bands()][points];
        m_frameRe = new double[basis.bands()][points];
        m_frameIm = new double[basis.bands()][points];
        m_sum = new double[basis.waves()][2][basis.bands()];
    }

    /** Sets the sum to 0. */
    void clear() {
        for (final double[][] wave : m_sum) {
            Arrays.fill(wave[0], 0);
            Arrays.fill(wave[1], 0);
        }
    }

    /** Adds the sum to N_{n,b}. */
    void addTo(final double[] out) {
        for (int w = 0; w < m_basis.waves(); w++) {
            for (int r = 0; r < m_basis.bands(); r++) {
                final int at = 2 * m_basis.index(w + 1, m_basis.vectors(w).order()[r]);
                out[at] += m_sum[w][0][r];
                out[at + 1] += m_sum[w][1][r];
            }
        }
    }

    /**
     * Adds points.
     *
     * @param phi amplitudes, 2 nMax 3N entries at least
     * @param first exp(-i Re Omega s) at the first point, [wave][real, imaginary][band]
     * @param turns the same relative to the first point, [wave][real, imaginary][band][point]
     * @param weights weight of each point
     * @param from first weight
     * @param count number of points
     */
    void add(final double[] phi, final double[][][] first, final double[][][][] turns, final double[] weights,
        final int from, final int count) {
        for (int w = 0; w < m_basis.waves(); w++) {
            for (int r = 0; r < m_x.length; r++) {
                final int at = 2 * m_basis.index(w + 1, m_basis.vectors(w).order()[r]);
                final double re = first[w][0][r];
                final double im = first[w][1][r];
                turn(phi[at] * re - phi[at + 1] * im, phi[at] * im + phi[at + 1] * re, turns[w][0][r],
                    turns[w][1][r], m_x[r], m_y[r], count);
            }
            m_basis.vectors(w).synthesize(m_x, m_y, m_frameRe, m_frameIm, m_products.re(w), m_products.im(w), count);
        }
        m_products.evaluate(count);
        for (int w = 0; w < m_basis.waves(); w++) {
            m_basis.vectors(w).project(m_products.re(w), m_products.im(w), m_frameRe, m_frameIm, m_x, m_y, count);
            for (int r = 0; r < m_x.length; r++) {
                addAverage(m_x[r], m_y[r], turns[w], r, weights, from, count, first[w], m_sum[w]);
            }
        }
    }

    /** Adds i sum_t g_t (x + i y)_t conj(turn_t first) to a band. */
    private static void addAverage(final double[] x, final double[] y, final double[][][] turns, final int r,
        final double[] weights, final int from, final int count, final double[][] first, final double[][] sum) {
        final double[] turnRe = turns[0][r];
        final double[] turnIm = turns[1][r];
        double re = 0;
        double im = 0;
        for (int t = 0; t < count; t++) {
            final double g = weights[from + t];
            re += g * (x[t] * turnIm[t] - y[t] * turnRe[t]);
            im += g * (x[t] * turnRe[t] + y[t] * turnIm[t]);
        }
        sum[0][r] += re * first[0][r] + im * first[1][r];
        sum[1][r] += im * first[0][r] - re * first[1][r];
    }

    private static void turn(final double re, final double im, final double[] turnRe, final double[] turnIm,
        final double[] x, final double[] y, final int count) {
        for (int t = 0; t < count; t++) {
            x[t] = re * turnRe[t] - im * turnIm[t];
            y[t] = re * turnIm[t] + im * turnRe[t];
        }
    }
}
