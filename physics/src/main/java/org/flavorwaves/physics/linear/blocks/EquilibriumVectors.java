package org.flavorwaves.physics.linear.blocks;

import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;

/**
 * Vectors of the triangular operator [[T, C], [0, diag d]] from those of T: with Y_bi = (L C)_bi / (d_i - Lambda_b),
 * S = [[R, R Y], [0, 1]] and S^-1 = [[L, -Y], [0, 1]], columns then scaled to unit length. Bands: N trivial ones, then
 * the 2N of T; coordinates 3 i + slot.
 *
 * <p>Where d_i equals Lambda_b to rounding the two bands are independent if (L C)_bi vanishes to rounding as well, and
 * form an exceptional point if not: then the difference is replaced by the rounding level, which makes both condition
 * numbers as large as double precision can tell.
 */
final class EquilibriumVectors {
    private final ComplexMatrix m_right;

    private final ComplexMatrix m_left;

    EquilibriumVectors(final double[] re, final double[] im, final double scale, final DenseEigen eigen,
        final ComplexMatrix drive, final Progress progress) {
        final int n = drive.columns();
        final ComplexMatrix y = eigen.left().multiply(drive, progress);
        final double rounding = 3 * n * Math.ulp(1.0) * scale;
        for (int b = 0; b < 2 * n; b++) {
            double row = 0;
            for (int c = 0; c < 2 * n; c++) {
                row += eigen.left().re(b, c) * eigen.left().re(b, c) + eigen.left().im(b, c) * eigen.left().im(b, c);
            }
            for (int i = 0; i < n; i++) {
                divide(y, b, i, re[i] - re[n + b], im[i] - im[n + b], rounding, rounding * Math.sqrt(row));
            }
        }
        m_right = new ComplexMatrix(3 * n, 3 * n);
        m_left = new ComplexMatrix(3 * n, 3 * n);
        final ComplexMatrix ry = eigen.right().multiply(y, progress);
        for (int b = 0; b < 2 * n; b++) {
            for (int c = 0; c < 2 * n; c++) {
                m_right.set(coordinate(c), n + b, eigen.right().re(c, b), eigen.right().im(c, b));
                m_left.set(n + b, coordinate(c), eigen.left().re(b, c), eigen.left().im(b, c));
            }
            for (int i = 0; i < n; i++) {
                m_left.set(n + b, 3 * i + 2, -y.re(b, i), -y.im(b, i));
            }
        }
        for (int i = 0; i < n; i++) {
            double square = 1;
            for (int c = 0; c < 2 * n; c++) {
                square += ry.re(c, i) * ry.re(c, i) + ry.im(c, i) * ry.im(c, i);
            }
            final double length = Math.sqrt(square);
            for (int c = 0; c < 2 * n; c++) {
                m_right.set(coordinate(c), i, ry.re(c, i) / length, ry.im(c, i) / length);
            }
            m_right.set(3 * i + 2, i, 1 / length, 0);
            m_left.set(i, 3 * i + 2, length, 0);
        }
    }

    private static int coordinate(final int transverse) {
        return 3 * (transverse / 2) + transverse % 2;
    }

    /** y_bi /= re + i im, with the rule of the class comment. */
    private static void divide(final ComplexMatrix y, final int b, final int i, final double re, final double im,
        final double rounding, final double negligible) {
        double dr = re;
        double di = im;
        if (Math.hypot(re, im) <= rounding) {
            if (Math.hypot(y.re(b, i), y.im(b, i)) <= negligible) {
                y.set(b, i, 0, 0);
                return;
            }
            dr = rounding;
            di = 0;
        }
        final double square = dr * dr + di * di;
        final double yr = y.re(b, i);
        final double yi = y.im(b, i);
        y.set(b, i, (yr * dr + yi * di) / square, (yi * dr - yr * di) / square);
    }

    ComplexMatrix right() {
        return m_right;
    }

    ComplexMatrix left() {
        return m_left;
    }
}
