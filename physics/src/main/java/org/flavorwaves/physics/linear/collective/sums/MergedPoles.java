package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Poles of a sum of resolvents, those of equal damping and of positions that are equal up to rounding added up: the
 * directions of a ring of a sphere have one pole with a wave vector along the axis, however many there are.
 */
final class MergedPoles implements PoleSet {
    /** Positions that differ by less than this share of the largest are equal. */
    private static final double ROUNDING = 4e-15;

    private final double[] m_re;

    private final double[] m_im;

    private final double[][] m_strength;

    /**
     * Merges poles.
     *
     * @param re positions
     * @param im minus their damping
     * @param strength [channel][pole]
     */
    MergedPoles(final double[] re, final double[] im, final double[][] strength) {
        final Integer[] order = new Integer[re.length];
        double largest = 0;
        for (int p = 0; p < re.length; p++) {
            order[p] = p;
            largest = Math.max(largest, Math.abs(re[p]));
        }
        Arrays.sort(order, Comparator.comparingDouble((Integer p) -> im[p]).thenComparingDouble(p -> re[p]));
        final int[] place = new int[re.length];
        int count = 0;
        int first = -1;
        for (final int p : order) {
            if (first < 0 || im[p] != im[first] || re[p] - re[first] > ROUNDING * largest) {
                first = p;
                count++;
            }
            place[p] = count - 1;
        }
        m_re = new double[count];
        m_im = new double[count];
        m_strength = new double[strength.length][count];
        for (int at = re.length - 1; at >= 0; at--) {
            final int p = order[at];
            m_re[place[p]] = re[p];
            m_im[place[p]] = im[p];
            for (int c = 0; c < strength.length; c++) {
                m_strength[c][place[p]] += strength[c][p];
            }
        }
    }

    @Override
    public int size() {
        return m_re.length;
    }

    @Override
    public double position(final int pole) {
        return m_re[pole];
    }

    @Override
    public int channels() {
        return m_strength.length;
    }

    @Override
    public void addStrengths(final int pole, final double factor, final double[] out, final int offset) {
        for (int c = 0; c < m_strength.length; c++) {
            out[offset + c] += factor * m_strength[c][pole];
        }
    }

    /** The dampings. */
    double[] dampings() {
        final double[] damping = new double[m_im.length];
        for (int p = 0; p < damping.length; p++) {
            damping[p] = -m_im[p];
        }
        return damping;
    }

    /** The positions moved by a shift, ascending. */
    double[] sorted(final double shift) {
        final double[] sorted = m_re.clone();
        for (int p = 0; p < sorted.length; p++) {
            sorted[p] += shift;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Adds the sums of strength times u and u^2 of all poles, u = 1/(Omega - pole), block by block. */
    void add(final double re, final double im, final double[][] inverses, final double[] sums) {
        for (int from = 0; from < m_re.length; from += BlockProducts.BLOCK) {
            final int n = Math.min(BlockProducts.BLOCK, m_re.length - from);
            for (int i = 0; i < n; i++) {
                inverses[0][i] = re - m_re[from + i];
                inverses[1][i] = im - m_im[from + i];
            }
            BlockProducts.inverses(inverses[0], inverses[1], n, inverses[2], inverses[3]);
            BlockProducts.add(m_strength, from, inverses, n, sums);
        }
    }
}
