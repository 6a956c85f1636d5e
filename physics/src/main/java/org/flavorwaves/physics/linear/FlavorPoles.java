package org.flavorwaves.physics.linear;

import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorLevels;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;

/**
 * The resolvents R_i(z) of all modes of three flavors, z_i = Omega - v_i.k + i D_i, which take the field of a wave to
 * its vector P_i: poles at the differences of the levels h_r of H_i with residues of rank one
 * (FW three-flavor-resolvent),
 *
 * <pre>R_ab = sum_rq &lt;q|lambda_a|r&gt; &lt;r|[lambda_b, rho]|q&gt;/2 / (z - h_r + h_q).</pre>
 *
 * <p>With X + i Y the residue at d = h_r - h_q &gt;= 0, that at -d is -X + i Y, and that at 0, of all r = q together,
 * is i Y_0. Units of the potentials. Immutable.
 */
public final class FlavorPoles {
    /** Flavor components of a mode. */
    public static final int FLAVORS = FlavorAlgebra.SIZE;

    /** Pairs of levels. */
    public static final int PAIRS = 3;

    private static final int LEVELS = 3;

    private static final int ENTRIES = FLAVORS * FLAVORS;

    /** [pair of levels][mode]. */
    private final double[][] m_difference;

    /** 2 d X and 2 Y of each pair of levels, then Y_0, [entries term + 8 row + column][mode]. */
    private final double[][] m_matrices;

    FlavorPoles(final ThreeFlavorBackground background) {
        final double[] p = background.state().vectors();
        final double[] h = new double[p.length];
        new ThreeFlavorField(background.state(), background.environment()).hamiltonian(p, h);
        final int n = background.state().size();
        m_difference = new double[PAIRS][n];
        m_matrices = new double[(2 * PAIRS + 1) * ENTRIES][n];
        final Mode mode = new Mode();
        for (int i = 0; i < n; i++) {
            mode.decompose(h, p, FLAVORS * i);
            add(mode, i);
        }
    }

    private void add(final Mode mode, final int i) {
        for (int r = 0; r < LEVELS; r++) {
            for (int q = 0; q < r; q++) {
                final int pair = r + q - 1;
                final double d = mode.m_levels.value(r) - mode.m_levels.value(q);
                m_difference[pair][i] = d;
                mode.commutators(r, q);
                final double[] re = mode.m_re[q][r];
                final double[] im = mode.m_im[q][r];
                for (int e = 0; e < ENTRIES; e++) {
                    final int a = e / FLAVORS;
                    final int b = e % FLAVORS;
                    m_matrices[2 * pair * ENTRIES + e][i] = 2 * d * (re[a] * mode.m_outRe[b] - im[a] * mode.m_outIm[b]);
                    m_matrices[(2 * pair + 1) * ENTRIES + e][i] =
                        2 * (re[a] * mode.m_outIm[b] + im[a] * mode.m_outRe[b]);
                }
            }
            mode.commutators(r, r);
            for (int e = 0; e < ENTRIES; e++) {
                m_matrices[2 * PAIRS * ENTRIES + e][i] += mode.m_re[r][r][e / FLAVORS] * mode.m_outIm[e % FLAVORS];
            }
        }
    }

    /**
     * The difference of two levels.
     *
     * @param pair pair of levels, 0 to 2
     * @param i mode index
     * @return d &gt;= 0
     */
    public double difference(final int pair, final int i) {
        return m_difference[pair][i];
    }

    /**
     * The matrices that the residues are made of.
     *
     * @return entries of 2 d X and 2 Y of each pair of levels, then of Y_0, [64 term + 8 row + column][mode], not to be
     *         changed
     */
    public double[][] matrices() {
        return m_matrices;
    }

    /** What belongs to one mode. */
    private static final class Mode {
        private final FlavorLevels m_levels = new FlavorLevels();

        /** All lambda_a between levels, [row][column][a]. */
        private final double[][][] m_re = new double[LEVELS][LEVELS][FLAVORS];

        private final double[][][] m_im = new double[LEVELS][LEVELS][FLAVORS];

        /** rho between levels, without its trace. */
        private final double[][] m_rhoRe = new double[LEVELS][LEVELS];

        private final double[][] m_rhoIm = new double[LEVELS][LEVELS];

        private final double[] m_outRe = new double[FLAVORS];

        private final double[] m_outIm = new double[FLAVORS];

        void decompose(final double[] h, final double[] p, final int at) {
            m_levels.decompose(h, at);
            for (int r = 0; r < LEVELS; r++) {
                for (int q = 0; q < LEVELS; q++) {
                    m_levels.elements(r, q, m_re[r][q], m_im[r][q]);
                    m_rhoRe[r][q] = 0;
                    m_rhoIm[r][q] = 0;
                    for (int a = 0; a < FLAVORS; a++) {
                        m_rhoRe[r][q] += m_re[r][q][a] * p[at + a] / 2;
                        m_rhoIm[r][q] += m_im[r][q][a] * p[at + a] / 2;
                    }
                }
            }
        }

        /** Writes all &lt;r|[lambda_b, rho]|q&gt;/2. */
        void commutators(final int r, final int q) {
            for (int b = 0; b < FLAVORS; b++) {
                m_outRe[b] = 0;
                m_outIm[b] = 0;
                for (int s = 0; s < LEVELS; s++) {
                    m_outRe[b] += (m_re[r][s][b] * m_rhoRe[s][q] - m_im[r][s][b] * m_rhoIm[s][q]
                        - m_rhoRe[r][s] * m_re[s][q][b] + m_rhoIm[r][s] * m_im[s][q][b]) / 2;
                    m_outIm[b] += (m_re[r][s][b] * m_rhoIm[s][q] + m_im[r][s][b] * m_rhoRe[s][q]
                        - m_rhoRe[r][s] * m_im[s][q][b] - m_rhoIm[r][s] * m_re[s][q][b]) / 2;
                }
            }
        }
    }
}
