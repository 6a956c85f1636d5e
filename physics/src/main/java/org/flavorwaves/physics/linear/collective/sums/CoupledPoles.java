package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;

/**
 * The poles of the resolvents of each mode, the one at z = 0 left out in mixing equilibrium, where its residue is zero.
 * Channels: pair of velocity components, then row and column, then real and imaginary part.
 */
final class CoupledPoles implements PoleSet {
    /** Numbers of a residue. */
    private final int m_entries;

    private final ModeResolvents m_resolvents;

    /** q w s V^m V^n, [pair][mode]. */
    private final double[][] m_products;

    private final int m_each;

    /** Residues of each pole, made when they are first needed, and the rest of the room for one evaluation. */
    private final double[][] m_residues;

    /**
     * The poles.
     *
     * @param resolvents resolvents of the modes
     * @param products strengths of the modes by pair of velocity components
     * @param each how many poles of a mode count, the first ones
     * @param withResidues whether strengths will be asked for, not only positions
     */
    CoupledPoles(final ModeResolvents resolvents, final double[][] products, final int each,
        final boolean withResidues) {
        m_entries = 2 * resolvents.entries();
        m_resolvents = resolvents;
        m_products = products;
        m_each = each;
        m_residues = new double[withResidues ? size() : 0][m_entries];
        for (int i = 0; withResidues && i < resolvents.size(); i++) {
            resolvents.residues(i, m_residues, m_each * i, m_each);
        }
    }

    private int mode(final int pole) {
        return pole / m_each;
    }

    double damping(final int pole) {
        return m_resolvents.damping(mode(pole));
    }

    /** All positions, rising. */
    double[] sorted() {
        final double[] positions = new double[size()];
        Arrays.setAll(positions, this::position);
        Arrays.sort(positions);
        return positions;
    }

    @Override
    public int size() {
        return m_each * m_resolvents.size();
    }

    @Override
    public double position(final int pole) {
        return m_resolvents.streaming(mode(pole)) + m_resolvents.offset(mode(pole), pole % m_each);
    }

    @Override
    public int channels() {
        return m_entries * m_products.length;
    }

    @Override
    public void addStrengths(final int pole, final double factor, final double[] out, final int offset) {
        final int mode = mode(pole);
        final double[] residues = m_residues[pole];
        for (int c = 0; c < m_products.length; c++) {
            final double w = factor * m_products[c][mode];
            final int at = offset + c * m_entries;
            for (int e = 0; e < m_entries; e++) {
                out[at + e] += w * residues[e];
            }
        }
    }

    @Override
    public Near near() {
        return new NearResidues();
    }

    /** Real and imaginary parts of residue times u and u^2, which {@link #complex} leaves where they are. */
    private final class NearResidues implements Near {
        private static final int BLOCK = BlockProducts.BLOCK;

        private final double[][] m_weights = new double[m_products.length][BLOCK];

        private final double[][] m_inverses = new double[4][1];

        /** Residue times u, then times u^2, [entry][pole]. */
        private final double[][] m_terms = new double[2 * m_entries][BLOCK];

        private final double[] m_sums = new double[2 * m_entries * m_products.length];

        @Override
        public void add(final int[] poles, final int from, final int to, final double re, final double im,
            final PoleTree.Sums sums) {
            Arrays.fill(m_sums, 0);
            for (int first = from; first < to; first += BLOCK) {
                final int n = Math.min(BLOCK, to - first);
                for (int i = 0; i < n; i++) {
                    collect(poles[first + i], i, re, im);
                }
                BlockProducts.add(m_weights, 0, m_terms, n, m_sums);
            }
            for (int c = 0; c < m_products.length; c++) {
                for (int e = 0; e < m_entries; e++) {
                    sums.valueRe()[c * m_entries + e] += m_sums[2 * c * m_entries + e];
                    sums.squareRe()[c * m_entries + e] += m_sums[(2 * c + 1) * m_entries + e];
                }
            }
        }

        private void collect(final int pole, final int i, final double re, final double im) {
            NearPoles.inverses(re - position(pole), im, m_inverses, 0);
            final double ur = m_inverses[0][0];
            final double ui = m_inverses[1][0];
            final double wr = m_inverses[2][0];
            final double wi = m_inverses[3][0];
            final double[] residues = m_residues[pole];
            for (int e = 0; e < m_entries; e += 2) {
                final double r = residues[e];
                final double s = residues[e + 1];
                m_terms[e][i] = r * ur - s * ui;
                m_terms[e + 1][i] = r * ui + s * ur;
                m_terms[m_entries + e][i] = r * wr - s * wi;
                m_terms[m_entries + e + 1][i] = r * wi + s * wr;
            }
            final int mode = mode(pole);
            for (int c = 0; c < m_products.length; c++) {
                m_weights[c][i] = m_products[c][mode];
            }
        }
    }

    /** Sums of residue times function from those with its real and its imaginary part as strengths. */
    static void complex(final double[] re, final double[] im, final double factor, final double[] out) {
        for (int c = 0; c < out.length; c += 2) {
            out[c] = factor * (re[c] - im[c + 1]);
            out[c + 1] = factor * (im[c] + re[c + 1]);
        }
    }
}
