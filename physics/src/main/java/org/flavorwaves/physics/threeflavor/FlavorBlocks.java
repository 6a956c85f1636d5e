package org.flavorwaves.physics.threeflavor;

import java.util.List;

import org.flavorwaves.physics.numerics.matrix.HermitianJacobi;

/**
 * A basis in which all matrices of a problem fall into blocks, one for each value of their charges
 * ({@link FlavorSymmetry}): one block of three without a charge, a single state and a block of two with one, three
 * single states with more. Immutable.
 */
public final class FlavorBlocks {
    /** The number of flavors. */
    public static final int FLAVORS = 3;

    /** Shares of the charges in the one whose eigenvectors are the basis; any numbers without a relation will do. */
    private static final double RATIO = 0.5 * (Math.sqrt(5) - 1);

    /** Columns of the basis, [flavor][state]. */
    private final double[][] m_re = new double[FLAVORS][FLAVORS];

    private final double[][] m_im = new double[FLAVORS][FLAVORS];

    /** Block of each state, in rising order. */
    private final int[] m_block = new int[FLAVORS];

    private final boolean m_flavor;

    /** One block, of the flavors. */
    public FlavorBlocks() {
        this(List.of());
    }

    /**
     * The blocks of a problem.
     *
     * @param symmetry all matrices of the problem
     */
    public FlavorBlocks(final FlavorSymmetry symmetry) {
        this(symmetry.charges());
    }

    private FlavorBlocks(final List<double[]> charges) {
        m_flavor = charges.isEmpty();
        if (m_flavor) {
            for (int f = 0; f < FLAVORS; f++) {
                m_re[f][f] = 1;
            }
        } else {
            order(charges);
        }
    }

    private void order(final List<double[]> charges) {
        final double[] charge = new double[FlavorAlgebra.SIZE];
        double share = 1;
        for (final double[] one : charges) {
            for (int a = 0; a < charge.length; a++) {
                charge[a] += share * one[a];
            }
            share *= RATIO;
        }
        final double[] re = new double[FLAVORS * FLAVORS];
        final double[] im = new double[FLAVORS * FLAVORS];
        FlavorLevels.fill(charge, 0, re, im);
        final HermitianJacobi jacobi = new HermitianJacobi(FLAVORS);
        jacobi.decompose(re, im, 0);
        final int[] states = {0, 1, 2};
        sort(states, jacobi);
        if (charges.size() == 1) {
            final boolean low = jacobi.value(states[1]) - jacobi.value(states[0]) < jacobi.value(states[2])
                - jacobi.value(states[1]);
            m_block[1] = low ? 0 : 1;
            m_block[2] = 1;
        } else {
            m_block[1] = 1;
            m_block[2] = 2;
        }
        for (int s = 0; s < FLAVORS; s++) {
            for (int f = 0; f < FLAVORS; f++) {
                m_re[f][s] = jacobi.vectorRe(states[s], f);
                m_im[f][s] = jacobi.vectorIm(states[s], f);
            }
        }
    }

    private static void sort(final int[] states, final HermitianJacobi jacobi) {
        for (int pass = 0; pass < 2; pass++) {
            for (int s = 0; s < 2 - pass; s++) {
                if (jacobi.value(states[s]) > jacobi.value(states[s + 1])) {
                    final int kept = states[s];
                    states[s] = states[s + 1];
                    states[s + 1] = kept;
                }
            }
        }
    }

    /** Whether the basis is that of the flavors and has one block, so that nothing need be changed. */
    boolean isFlavor() {
        return m_flavor;
    }

    /** Whether two states have the same charges. */
    boolean mix(final int s, final int r) {
        return m_block[s] == m_block[r];
    }

    double re(final int flavor, final int state) {
        return m_re[flavor][state];
    }

    double im(final int flavor, final int state) {
        return m_im[flavor][state];
    }
}
