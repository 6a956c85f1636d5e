package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The real parts of the frequencies of all waves n = -nMax..nMax in rising order, those of negative n by
 * Omega_{-n,b} = -conj(Omega_{n,b}) (JK 81).
 */
final class SignedWaves {
    private final int m_waves;

    private final double[][] m_sorted;

    private final int[][] m_band;

    SignedWaves(final WaveBasis basis) {
        m_waves = basis.waves();
        m_sorted = new double[2 * m_waves + 1][];
        m_band = new int[2 * m_waves + 1][];
        for (int n = -m_waves; n <= m_waves; n++) {
            if (n != 0) {
                sort(basis, n);
            }
        }
    }

    private void sort(final WaveBasis basis, final int n) {
        final int bands = basis.bands();
        final Integer[] order = new Integer[bands];
        final double[] re = new double[bands];
        for (int b = 0; b < bands; b++) {
            order[b] = b;
            re[b] = Integer.signum(n) * basis.omegaRe(basis.index(Math.abs(n), b));
        }
        Arrays.sort(order, Comparator.comparingDouble(b -> re[b]));
        final int at = n + m_waves;
        m_sorted[at] = new double[bands];
        m_band[at] = new int[bands];
        for (int r = 0; r < bands; r++) {
            m_band[at][r] = order[r];
            m_sorted[at][r] = re[order[r]];
        }
    }

    /** Band of wave n, which may be negative, with the given rank. */
    int band(final int n, final int rank) {
        return m_band[n + m_waves][rank];
    }

    /** Re Omega of wave n at a rank. */
    double re(final int n, final int rank) {
        return m_sorted[n + m_waves][rank];
    }

    /** The first rank of wave n with Re Omega &gt;= bound. */
    int first(final int n, final double bound) {
        final double[] sorted = m_sorted[n + m_waves];
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first rank of wave n with Re Omega &gt; bound. */
    int after(final int n, final double bound) {
        return first(n, Math.nextUp(bound));
    }
}
