package org.flavorwaves.physics.numerics.eigen;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.run.Progress;

/**
 * Unitary reduction of a complex matrix to upper Hessenberg form, H = Q^H A Q, by Householder reflectors in blocks
 * (Golub &amp; Van Loan, section 7.4; Quintana-Orti &amp; van de Geijn 2006). About 10/3 n^3 complex multiply-adds, 4/3
 * n^3 more for Q.
 */
final class HessenbergReduction {
    /** Reflectors that are gathered before they are applied to the rest of the matrix. */
    private static final int BLOCK = 32;

    private HessenbergReduction() {
    }

    /**
     * Reduces rows and columns low..high of a in place; a is already triangular outside.
     *
     * @param a the matrix; on return H, exactly zero below the subdiagonal
     * @param low first index of the part to reduce
     * @param high last index of the part to reduce
     * @param wantQ whether Q is needed
     * @param progress told of every column
     * @return Q, or a matrix without columns
     */
    static Columns reduce(final Columns a, final int low, final int high, final boolean wantQ,
        final Progress progress) {
        final List<ReflectorBlock> blocks = new ArrayList<>();
        for (int first = low; first < high - 1; first += BLOCK) {
            final ReflectorBlock block = new ReflectorBlock(a.count(), first, Math.min(BLOCK, high - 1 - first), high);
            block.reduce(a, progress.part((first - low) / (double) (high - low), 1).standing());
            blocks.add(block);
        }
        if (!wantQ) {
            return Columns.zeros(0, 0);
        }
        final Columns q = Columns.identity(a.count());
        for (int k = blocks.size() - 1; k >= 0; k--) {
            progress.report(1, "");
            final ReflectorBlock block = blocks.get(k);
            block.applyLeft(q, false, block.first() + 1, high + 1);
        }
        return q;
    }
}
