package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;

/**
 * The pairing of two spectra with the smallest sum of distances: nearest neighbours where these are a pairing, else the
 * assignment problem by shortest augmenting paths (Jonker &amp; Volgenant), O(n^3).
 */
final class SpectrumMatch {
    private final EigenDecomposition m_a;

    private final EigenDecomposition m_b;

    private final int[] m_partner;

    SpectrumMatch(final EigenDecomposition a, final EigenDecomposition b) {
        m_a = a;
        m_b = b;
        final int[] nearest = nearest();
        m_partner = Arrays.stream(nearest).distinct().count() == nearest.length ? nearest : assign();
    }

    private int[] nearest() {
        final int[] nearest = new int[m_a.size()];
        for (int i = 0; i < nearest.length; i++) {
            for (int j = 1; j < nearest.length; j++) {
                if (cost(i, j) < cost(i, nearest[i])) {
                    nearest[i] = j;
                }
            }
        }
        return nearest;
    }

    /** The index in the second spectrum that belongs to index i of the first. */
    int partner(final int i) {
        return m_partner[i];
    }

    /** |a_i - its partner|. */
    double distance(final int i) {
        return cost(i, m_partner[i]);
    }

    /** The largest distance. */
    double worst() {
        double worst = 0;
        for (int i = 0; i < m_partner.length; i++) {
            worst = Math.max(worst, distance(i));
        }
        return worst;
    }

    private double cost(final int i, final int j) {
        return Math.hypot(m_a.re(i) - m_b.re(j), m_a.im(i) - m_b.im(j));
    }

    private int[] assign() {
        final int n = m_a.size();
        final double[] u = new double[n + 1];
        final double[] v = new double[n + 1];
        final int[] rowOf = new int[n + 1];
        for (int i = 1; i <= n; i++) {
            final int[] way = new int[n + 1];
            final double[] least = new double[n + 1];
            final boolean[] used = new boolean[n + 1];
            Arrays.fill(least, Double.MAX_VALUE);
            rowOf[0] = i;
            int column = 0;
            do {
                used[column] = true;
                int next = 0;
                double delta = Double.MAX_VALUE;
                for (int j = 1; j <= n; j++) {
                    if (!used[j]) {
                        final double reduced = cost(rowOf[column] - 1, j - 1) - u[rowOf[column]] - v[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            way[j] = column;
                        }
                        if (least[j] < delta) {
                            delta = least[j];
                            next = j;
                        }
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (used[j]) {
                        u[rowOf[j]] += delta;
                        v[j] -= delta;
                    } else {
                        least[j] -= delta;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            while (column != 0) {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }
        final int[] partner = new int[n];
        for (int j = 1; j <= n; j++) {
            partner[rowOf[j] - 1] = j - 1;
        }
        return partner;
    }
}
