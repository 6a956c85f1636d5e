package org.flavorwaves.physics.threeflavor;

import org.flavorwaves.physics.numerics.matrix.HermitianJacobi;

/**
 * Levels and eigenvectors of traceless Hermitian matrices of 3 x 3, sorted in each of the blocks of a basis, so that a
 * level keeps its place where it crosses one of another charge. Not thread-safe.
 */
public final class FlavorLevels {
    private static final int N = FlavorBlocks.FLAVORS;

    private static final double ROOT3 = Math.sqrt(3);

    private final FlavorBlocks m_blocks;

    private final HermitianJacobi m_jacobi = new HermitianJacobi(N, 0);

    private final double[] m_re = new double[N * N];

    private final double[] m_im = new double[N * N];

    private final double[] m_value = new double[N];

    /** Eigenvectors, [level][flavor]. */
    private final double[][] m_vectorRe = new double[N][N];

    private final double[][] m_vectorIm = new double[N][N];

    private final int[] m_order = new int[N];

    /** Levels of one block of three, all that can mix. */
    public FlavorLevels() {
        this(new FlavorBlocks());
    }

    /**
     * Levels in blocks.
     *
     * @param blocks a basis with its blocks
     */
    public FlavorLevels(final FlavorBlocks blocks) {
        m_blocks = blocks;
    }

    /** Writes the matrix v.lambda/2 row by row. */
    static void fill(final double[] v, final int vo, final double[] re, final double[] im) {
        final double[] m = FlavorAlgebra.matrix(0, v, vo);
        for (int f = 0; f < N; f++) {
            re[N * f + f] = m[f];
            im[N * f + f] = 0;
        }
        for (int e = 0; e < N; e++) {
            final int row = e < 2 ? 0 : 1;
            final int column = e == 0 ? 1 : 2;
            re[N * row + column] = m[3 + 2 * e];
            im[N * row + column] = m[4 + 2 * e];
            re[N * column + row] = m[3 + 2 * e];
            im[N * column + row] = -m[4 + 2 * e];
        }
    }

    /**
     * Decomposes v.lambda/2.
     *
     * @param v vector, from offset {@code vo}
     * @param vo offset
     */
    public void decompose(final double[] v, final int vo) {
        fill(v, vo, m_re, m_im);
        if (!m_blocks.isFlavor()) {
            toBlocks();
        }
        m_jacobi.decompose(m_re, m_im, 0);
        sort();
        for (int r = 0; r < N; r++) {
            m_value[r] = m_jacobi.value(m_order[r]);
            for (int f = 0; f < N; f++) {
                m_vectorRe[r][f] = 0;
                m_vectorIm[r][f] = 0;
                for (int s = 0; s < N; s++) {
                    final double x = m_jacobi.vectorRe(m_order[r], s);
                    final double y = m_jacobi.vectorIm(m_order[r], s);
                    m_vectorRe[r][f] += m_blocks.re(f, s) * x - m_blocks.im(f, s) * y;
                    m_vectorIm[r][f] += m_blocks.re(f, s) * y + m_blocks.im(f, s) * x;
                }
            }
        }
    }

    /** The matrix in the basis of the blocks, without what rounding leaves between them. */
    private void toBlocks() {
        final double[] re = new double[N * N];
        final double[] im = new double[N * N];
        for (int s = 0; s < N; s++) {
            for (int r = 0; r < N; r++) {
                for (int c = 0; c < N * N && m_blocks.mix(s, r); c++) {
                    final int f = c / N;
                    final int g = c % N;
                    final double ur = m_blocks.re(f, s) * m_blocks.re(g, r) + m_blocks.im(f, s) * m_blocks.im(g, r);
                    final double ui = m_blocks.re(f, s) * m_blocks.im(g, r) - m_blocks.im(f, s) * m_blocks.re(g, r);
                    re[N * s + r] += ur * m_re[c] - ui * m_im[c];
                    im[N * s + r] += ur * m_im[c] + ui * m_re[c];
                }
            }
        }
        System.arraycopy(re, 0, m_re, 0, re.length);
        System.arraycopy(im, 0, m_im, 0, im.length);
    }

    /** The rotations mix states of one block alone, so that an eigenvector has the block of its place. */
    private void sort() {
        for (int s = 0; s < N; s++) {
            m_order[s] = s;
        }
        for (int pass = 0; pass < N; pass++) {
            for (int s = 0; s < N; s++) {
                for (int r = s + 1; r < N; r++) {
                    if (m_blocks.mix(s, r) && m_jacobi.value(m_order[s]) > m_jacobi.value(m_order[r])) {
                        final int kept = m_order[s];
                        m_order[s] = m_order[r];
                        m_order[r] = kept;
                    }
                }
            }
        }
    }

    /**
     * A level.
     *
     * @param level 0, 1, 2, rising in each block
     * @return its value
     */
    public double value(final int level) {
        return m_value[level];
    }

    /**
     * The elements of all lambda_a between two levels.
     *
     * @param r row
     * @param q column
     * @param re takes the real parts of the eight elements
     * @param im takes the imaginary parts
     */
    public void elements(final int r, final int q, final double[] re, final double[] im) {
        for (int e = 0; e < N; e++) {
            final int row = e < 2 ? 0 : 1;
            final int column = e == 0 ? 1 : 2;
            final int at = e == 0 ? 0 : 2 * e + 1;
            final double x = productRe(r, row, q, column);
            final double y = productIm(r, row, q, column);
            final double u = productRe(r, column, q, row);
            final double v = productIm(r, column, q, row);
            re[at] = x + u;
            im[at] = y + v;
            re[at + 1] = y - v;
            im[at + 1] = u - x;
        }
        re[2] = productRe(r, 0, q, 0) - productRe(r, 1, q, 1);
        im[2] = productIm(r, 0, q, 0) - productIm(r, 1, q, 1);
        re[7] = (productRe(r, 0, q, 0) + productRe(r, 1, q, 1) - 2 * productRe(r, 2, q, 2)) / ROOT3;
        im[7] = (productIm(r, 0, q, 0) + productIm(r, 1, q, 1) - 2 * productIm(r, 2, q, 2)) / ROOT3;
    }

    /** Real part of the product of an entry of the conjugate of one eigenvector and one of another. */
    private double productRe(final int r, final int f, final int q, final int g) {
        return m_vectorRe[r][f] * m_vectorRe[q][g] + m_vectorIm[r][f] * m_vectorIm[q][g];
    }

    private double productIm(final int r, final int f, final int q, final int g) {
        return m_vectorRe[r][f] * m_vectorIm[q][g] - m_vectorIm[r][f] * m_vectorRe[q][g];
    }

    /**
     * The expectation of v.lambda/2 in a level.
     *
     * @param level 0, 1, 2
     * @param v vector, from offset {@code vo}
     * @param vo offset
     * @param re space for eight numbers
     * @param im space for eight numbers
     * @return the expectation
     */
    public double expectation(final int level, final double[] v, final int vo, final double[] re, final double[] im) {
        elements(level, level, re, im);
        double sum = 0;
        for (int a = 0; a < FlavorAlgebra.SIZE; a++) {
            sum += re[a] * v[vo + a] / 2;
        }
        return sum;
    }

    /**
     * Whether two levels have the same charges.
     *
     * @param s a level
     * @param r another
     * @return true if they are in one block
     */
    public boolean mix(final int s, final int r) {
        return m_blocks.mix(s, r);
    }
}
