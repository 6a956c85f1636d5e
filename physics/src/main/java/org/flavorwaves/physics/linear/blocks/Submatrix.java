package org.flavorwaves.physics.linear.blocks;

import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/** Picks and replaces rows and columns. */
public final class Submatrix {
    private Submatrix() {
    }

    /** The chosen columns of a matrix. */
    public static ComplexMatrix columns(final ComplexMatrix a, final int[] columns) {
        final ComplexMatrix b = new ComplexMatrix(a.rows(), columns.length);
        for (int r = 0; r < a.rows(); r++) {
            for (int c = 0; c < columns.length; c++) {
                b.set(r, c, a.re(r, columns[c]), a.im(r, columns[c]));
            }
        }
        return b;
    }

    /** The chosen rows of a matrix. */
    public static ComplexMatrix rows(final ComplexMatrix a, final int[] rows) {
        final ComplexMatrix b = new ComplexMatrix(rows.length, a.columns());
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < a.columns(); c++) {
                b.set(r, c, a.re(rows[r], c), a.im(rows[r], c));
            }
        }
        return b;
    }

    /** A copy of a in which the given columns are those of replacement. */
    static ComplexMatrix withColumns(final ComplexMatrix a, final int[] columns, final ComplexMatrix replacement) {
        final ComplexMatrix b = a.copy();
        for (int r = 0; r < a.rows(); r++) {
            for (int c = 0; c < columns.length; c++) {
                b.set(r, columns[c], replacement.re(r, c), replacement.im(r, c));
            }
        }
        return b;
    }

    /** A copy of a in which the given rows are those of replacement. */
    static ComplexMatrix withRows(final ComplexMatrix a, final int[] rows, final ComplexMatrix replacement) {
        final ComplexMatrix b = a.copy();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < a.columns(); c++) {
                b.set(rows[r], c, replacement.re(r, c), replacement.im(r, c));
            }
        }
        return b;
    }
}
