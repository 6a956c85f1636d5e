package org.flavorwaves.physics.linear.collective.sums;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The resolvents R_i of all modes (FW resolvent), which take the field of a wave to its polarization vector in mode i,
 * and their derivatives R_i': sums of a few real matrices with complex factors that depend on z_i = Omega - v_i.k +
 * i D_i.
 */
abstract class ModeResolvents {
    private final int m_flavors;

    private final double[] m_streaming;

    private final double[] m_damping;

    /** Entries of the matrices of each term, [entries term + flavors row + column][mode]. */
    private final double[][] m_matrices;

    /**
     * Resolvents at a wave vector.
     *
     * @param modes the modes
     * @param k wave vector
     * @param flavors flavor components of a mode
     * @param matrices entries of the matrices of each term, [entries term + flavors row + column][mode]
     */
    ModeResolvents(final MomentumModes modes, final WaveVector k, final int flavors, final double[][] matrices) {
        m_flavors = flavors;
        m_streaming = new double[modes.size()];
        for (int i = 0; i < m_streaming.length; i++) {
            m_streaming[i] = k.dot(modes.vx(i), modes.vy(i), modes.vz(i));
        }
        m_damping = modes.dampings();
        m_matrices = matrices;
    }

    final int size() {
        return m_streaming.length;
    }

    /** Flavor components of a mode: rows of a resolvent. */
    final int flavors() {
        return m_flavors;
    }

    /** Entries of a resolvent. */
    final int entries() {
        return m_flavors * m_flavors;
    }

    private int terms() {
        return m_matrices.length / entries();
    }

    /** v_i.k. */
    final double streaming(final int i) {
        return m_streaming[i];
    }

    /** D_i. */
    final double damping(final int i) {
        return m_damping[i];
    }

    final double matrix(final int term, final int entry, final int i) {
        return m_matrices[term * entries() + entry][i];
    }

    /** The number of poles of a mode; the last one is z = 0, whose residue is zero in mixing equilibrium. */
    abstract int poles();

    /** The number of poles of all modes from which on sums over trees of poles are faster. */
    abstract int fewestForTree();

    /** Place of a pole on the real axis of z. */
    abstract double offset(int i, int pole);

    /** Writes the residues of R at the first poles, real and imaginary parts in turn, to rows of out. */
    abstract void residues(int i, double[][] out, int at, int poles);

    /**
     * Writes the factors of all terms, then their derivatives, each real and imaginary part a row.
     *
     * @param re Re Omega
     * @param im Im Omega
     * @param from first mode
     * @param n number of modes
     * @param out room, [2 term + part][mode]
     */
    abstract void factors(double re, double im, int from, int n, double[][] out);

    /** Evaluations of blocks of modes; not for several threads at once. */
    final Block block() {
        return new Block();
    }

    /** Room for the resolvents of a block of modes. */
    final class Block {
        private final double[][] m_factors = new double[4 * terms()][BlockProducts.BLOCK];

        /** Real and imaginary parts of the entries of R, then of R', [2 entries derivative + 2 entry + part][mode]. */
        private final double[][] m_rows = new double[4 * entries()][BlockProducts.BLOCK];

        private Block() {
        }

        /** The resolvents and derivatives of n modes. */
        double[][] of(final double re, final double im, final int from, final int n) {
            factors(re, im, from, n, m_factors);
            final int terms = terms();
            final int entries = entries();
            for (int e = 0; e < entries; e++) {
                for (int part = 0; part < 4; part++) {
                    final int first = part / 2 * 2 * terms + part % 2;
                    final double[] row = m_rows[part / 2 * 2 * entries + 2 * e + part % 2];
                    combine(m_matrices[e], m_matrices[entries + e], m_matrices[2 * entries + e], from, n,
                        m_factors[first], m_factors[first + 2], m_factors[first + 4], row);
                    for (int t = 3; t < terms; t += 2) {
                        addPair(m_matrices[t * entries + e], m_matrices[(t + 1) * entries + e], from, n,
                            m_factors[first + 2 * t], m_factors[first + 2 * t + 2], row);
                    }
                }
            }
            return m_rows;
        }

        /** R, or R', of one mode, real and imaginary parts of its entries in turn. */
        void one(final double re, final double im, final int i, final boolean derivative, final double[] out) {
            factors(re, im, i, 1, m_factors);
            final int terms = terms();
            final int entries = entries();
            final int first = derivative ? 2 * terms : 0;
            for (int e = 0; e < 2 * entries; e++) {
                double sum = 0;
                for (int t = 0; t < terms; t++) {
                    sum += m_matrices[t * entries + e / 2][i] * m_factors[first + 2 * t + e % 2][0];
                }
                out[e] = sum;
            }
        }
    }

    private static void combine(final double[] p, final double[] h, final double[] m, final int from, final int n,
        final double[] cp, final double[] ch, final double[] cm, final double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = p[from + i] * cp[i] + h[from + i] * ch[i] + m[from + i] * cm[i];
        }
    }

    private static void addPair(final double[] p, final double[] q, final int from, final int n, final double[] cp,
        final double[] cq, final double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] += p[from + i] * cp[i] + q[from + i] * cq[i];
        }
    }
}
