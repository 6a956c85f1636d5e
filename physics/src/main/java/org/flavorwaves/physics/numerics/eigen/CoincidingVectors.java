package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.ComplexLu;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.numerics.matrix.ComplexSvd;
import org.flavorwaves.physics.run.Progress;

/**
 * Eigenvectors of eigenvalues that coincide to rounding. Their invariant subspace, with that of other eigenvalues very
 * near, is well determined, and so are the directions in it that A only multiplies by lambda. With an orthonormal basis
 * X of the subspace, its dual D (D^H X = 1), A X = X B, and orthonormal null vectors V of B - lambda and U of its
 * adjoint,
 *
 * <pre>U^H V = a diag(sigma) b^H,     right X V b_i,     left D U a_i,     condition |D U a_i|/sigma_i</pre>
 *
 * <p>is the biorthogonal basis of smallest conditions: sigma = 1 for all of a semisimple eigenvalue, whose condition is
 * that of its subspace; a small sigma marks the eigenvector of a Jordan block, which is repeated for missing ones.
 */
final class CoincidingVectors {
    /** Eigenvalues nearer than this share of the norm are taken into the subspace. */
    private static final double NEAR = 0x1p-16;

    /** A direction is null if B - lambda makes it shorter than so many roundings of A, times the norm of D. */
    private static final double NULL = 4;

    /** sigma up to this is zero. */
    private static final double JORDAN = 1e-14;

    /** Largest residual of a vector in units of eps and the norm of A, if there are fewer rows. */
    private static final int LEAST = 16;

    private static final int[] NONE = {};

    /** Condition above which vectors of coinciding eigenvalues count as nearly parallel. */
    private static final double PARALLEL = 1e4;

    private final Columns m_a;

    private final Columns m_t;

    private final double[] m_re;

    private final double[] m_im;

    private final BiFunction<Columns, Boolean, Columns> m_back;

    private final double m_rounding;

    /**
     * Prepares.
     *
     * @param a the matrix
     * @param t its Schur form, up to a factor
     * @param re real parts of the eigenvalues of A, in the order of T
     * @param im imaginary parts
     * @param back makes unit vectors of A from right (false) or left (true) ones of T
     */
    CoincidingVectors(final Columns a, final Columns t, final double[] re, final double[] im,
        final BiFunction<Columns, Boolean, Columns> back) {
        m_a = a;
        m_t = t;
        m_re = re;
        m_im = im;
        m_back = back;
        m_rounding = a.count() * SchurIteration.EPS * a.maxNorm();
    }

    /**
     * Replaces the vectors of coinciding eigenvalues where substitution has made them nearly parallel.
     *
     * @param right unit right vectors
     * @param left unit left vectors
     * @param conditions norms of the dual vectors
     * @param progress told of every group
     * @return the indices of the vectors that were replaced
     */
    BitSet separate(final Columns right, final Columns left, final double[] conditions, final Progress progress) {
        final BitSet separated = new BitSet();
        Columns rows = Columns.zeros(0, 0);
        for (final int[] seed : DualBasis.groups(m_re, m_im, m_rounding)) {
            progress.report(0, "");
            // a NaN is parallel, too
            if (seed.length > 1 && !separated.get(seed[0])
                && Arrays.stream(seed).anyMatch(i -> !(conditions[i] < PARALLEL))) {
                rows = rows.count() == 0 ? TriangularVectors.rows(m_t) : rows;
                Arrays.stream(separate(seed[0], rows, right, left)).forEach(separated::set);
            }
        }
        return separated;
    }

    private int[] near(final int i, final double gap) {
        return IntStream.range(0, m_re.length)
            .filter(j -> Math.hypot(m_re[j] - m_re[i], m_im[j] - m_im[i]) <= gap).toArray();
    }

    /** Replaces the vectors of all eigenvalues that coincide with one; returns their indices. */
    private int[] separate(final int seed, final Columns rows, final Columns right, final Columns left) {
        final int[] near = near(seed, NEAR * m_a.maxNorm());
        final Columns x = orthonormal(m_back.apply(TriangularVectors.right(m_t, near), false));
        final ComplexMatrix basis = x.toMatrix();
        final ComplexMatrix y = m_back.apply(TriangularVectors.left(rows, near), true).toMatrix();
        final ComplexLu overlap = new ComplexLu(basis.adjoint().multiply(y));
        if (overlap.singular()) {
            return NONE;
        }
        final ComplexMatrix dual = y.multiply(overlap.solve(ComplexMatrix.identity(near.length)));
        final double zero = NULL * m_rounding * dual.frobeniusNorm();
        final int[] group = near(seed, zero);
        final double[] re = mean(m_re, group);
        final double[] im = mean(m_im, group);
        final Columns ax = Columns.zeros(x.rows(), near.length);
        Products.addProduct(m_a, x, ax);
        final ComplexMatrix b = dual.adjoint().multiply(ax.toMatrix());
        for (int i = 0; i < near.length; i++) {
            b.add(i, i, -re[0], -im[0]);
        }
        Columns ownRight = x;
        Columns ownLeft = Columns.of(dual, 0);
        if (b.maxNorm() > zero || near.length > group.length) {
            final ComplexMatrix[] inner = pairs(b, zero, group.length);
            ownRight = Columns.of(basis.multiply(inner[0]), 0);
            ownLeft = Columns.of(dual.multiply(inner[1]), 0);
        }
        TriangularVectors.normalize(ownRight);
        TriangularVectors.normalize(ownLeft);
        final double bound = Math.max(LEAST, m_a.count()) * SchurIteration.EPS;
        if (!(Residual.right(m_a, ownRight, re, im, 0, Progress.NONE) <= bound
            && Residual.left(m_a, ownLeft, re, im, 0, Progress.NONE) <= bound)) {
            return NONE;
        }
        for (int c = 0; c < group.length; c++) {
            right.re()[group[c]] = ownRight.re()[c];
            right.im()[group[c]] = ownRight.im()[c];
            left.re()[group[c]] = ownLeft.re()[c];
            left.im()[group[c]] = ownLeft.im()[c];
        }
        return group;
    }

    /** The mean over a group, once for each of its members. */
    private static double[] mean(final double[] values, final int[] group) {
        final double[] mean = new double[group.length];
        Arrays.fill(mean, Arrays.stream(group).mapToDouble(i -> values[i]).average().orElse(0));
        return mean;
    }

    /** V b and U a of the pairs with the largest sigma. */
    private static ComplexMatrix[] pairs(final ComplexMatrix b, final double zero, final int wanted) {
        final ComplexSvd svd = new ComplexSvd(b);
        final double[] lengths = svd.singularValues();
        int from = lengths.length - 1;
        while (from > 0 && lengths[from - 1] <= zero) {
            from--;
        }
        final int found = lengths.length - from;
        final ComplexMatrix v = tail(svd.v(), from);
        final ComplexMatrix u = tail(new ComplexSvd(b.adjoint()).v(), from);
        final ComplexMatrix overlap = u.adjoint().multiply(v);
        final ComplexSvd angles = new ComplexSvd(overlap);
        final ComplexMatrix other = new ComplexSvd(overlap.adjoint()).v();
        final ComplexMatrix turned = overlap.multiply(angles.v());
        final ComplexMatrix along = new ComplexMatrix(found, wanted);
        final ComplexMatrix against = new ComplexMatrix(found, wanted);
        for (int c = 0; c < wanted; c++) {
            final int i = Math.min(c, found - 1);
            final double sigma = angles.singularValues()[i];
            for (int r = 0; r < found; r++) {
                along.set(r, c, angles.v().re(r, i), angles.v().im(r, i));
                if (sigma > JORDAN) {
                    against.set(r, c, turned.re(r, i) / sigma, turned.im(r, i) / sigma);
                } else {
                    against.set(r, c, other.re(r, i), other.im(r, i));
                }
            }
        }
        return new ComplexMatrix[]{v.multiply(along), u.multiply(against)};
    }

    private static ComplexMatrix tail(final ComplexMatrix a, final int from) {
        final ComplexMatrix tail = new ComplexMatrix(a.rows(), a.columns() - from);
        for (int r = 0; r < a.rows(); r++) {
            for (int c = from; c < a.columns(); c++) {
                tail.set(r, c - from, a.re(r, c), a.im(r, c));
            }
        }
        return tail;
    }

    /** Gram-Schmidt in place, each column twice. */
    private static Columns orthonormal(final Columns x) {
        for (int c = 0; c < x.count(); c++) {
            final double[] re = x.re()[c];
            final double[] im = x.im()[c];
            for (int pass = 0; pass < 2; pass++) {
                for (int b = 0; b < c; b++) {
                    double pr = 0;
                    double pi = 0;
                    for (int i = 0; i < re.length; i++) {
                        pr += x.re()[b][i] * re[i] + x.im()[b][i] * im[i];
                        pi += x.re()[b][i] * im[i] - x.im()[b][i] * re[i];
                    }
                    Products.addMultiple(re, im, x.re()[b], x.im()[b], -pr, -pi, 0, re.length);
                }
                double square = 0;
                for (int i = 0; i < re.length; i++) {
                    square += re[i] * re[i] + im[i] * im[i];
                }
                for (int i = 0; i < re.length && square > 0; i++) {
                    re[i] /= Math.sqrt(square);
                    im[i] /= Math.sqrt(square);
                }
            }
        }
        return x;
    }
}
