package org.flavorwaves.physics.numerics;

/**
 * LU factorization of small complex matrices (up to a few dozen rows) in a workspace that is used again and again
 * without allocating: determinant, solutions, inverse, logarithmic derivative of the determinant. Not thread-safe; one
 * for each thread.
 *
 * <p>Matrices are row-major, real and imaginary parts in two arrays of n^2 numbers.
 */
public final class SmallComplexLu {
    private final int m_n;

    private final double[] m_re;

    private final double[] m_im;

    /** Reciprocals of the pivots. */
    private final double[] m_inverseRe;

    private final double[] m_inverseIm;

    private final int[] m_pivot;

    private final double[] m_columnRe;

    private final double[] m_columnIm;

    private boolean m_singular = true;

    /**
     * A workspace.
     *
     * @param n rows and columns of the matrices, &gt;= 1
     * @throws IllegalArgumentException if n is below 1
     */
    public SmallComplexLu(final int n) {
        if (n < 1) {
            throw new IllegalArgumentException("A matrix of " + n + " rows cannot be factorized.");
        }
        m_n = n;
        m_re = new double[n * n];
        m_im = new double[n * n];
        m_inverseRe = new double[n];
        m_inverseIm = new double[n];
        m_pivot = new int[n];
        m_columnRe = new double[n];
        m_columnIm = new double[n];
    }

    /**
     * The size of the matrices.
     *
     * @return n
     */
    public int size() {
        return m_n;
    }

    /**
     * Factorizes a matrix with partial pivoting, n^3/3 complex multiply-adds.
     *
     * @param re real parts, row-major, not changed
     * @param im imaginary parts, row-major, not changed
     * @return whether it is regular; if not (a pivot is zero or not finite), nothing can be solved
     */
    public boolean factorize(final double[] re, final double[] im) {
        System.arraycopy(re, 0, m_re, 0, m_n * m_n);
        System.arraycopy(im, 0, m_im, 0, m_n * m_n);
        m_singular = false;
        for (int k = 0; k < m_n; k++) {
            choosePivot(k);
            final double pr = m_re[k * m_n + k];
            final double pi = m_im[k * m_n + k];
            final double scale = 1 / Math.max(Math.abs(pr), Math.abs(pi));
            if (!(scale > 0) || Double.isInfinite(scale)) {
                m_singular = true;
                m_inverseRe[k] = 0;
                m_inverseIm[k] = 0;
                continue;
            }
            final double sr = pr * scale;
            final double si = pi * scale;
            final double square = scale / (sr * sr + si * si);
            m_inverseRe[k] = sr * square;
            m_inverseIm[k] = -si * square;
            for (int i = k + 1; i < m_n; i++) {
                eliminate(i, k);
            }
        }
        return !m_singular;
    }

    private void choosePivot(final int k) {
        int at = k;
        double most = -1;
        for (int i = k; i < m_n; i++) {
            final double size = Math.abs(m_re[i * m_n + k]) + Math.abs(m_im[i * m_n + k]);
            if (size > most) {
                most = size;
                at = i;
            }
        }
        m_pivot[k] = at;
        if (at != k) {
            for (int j = 0; j < m_n; j++) {
                swap(m_re, k * m_n + j, at * m_n + j);
                swap(m_im, k * m_n + j, at * m_n + j);
            }
        }
    }

    private static void swap(final double[] x, final int i, final int k) {
        final double t = x[i];
        x[i] = x[k];
        x[k] = t;
    }

    private void eliminate(final int i, final int k) {
        final int row = i * m_n;
        final int pivot = k * m_n;
        final double ar = m_re[row + k];
        final double ai = m_im[row + k];
        if (ar == 0 && ai == 0) {
            return;
        }
        final double fr = ar * m_inverseRe[k] - ai * m_inverseIm[k];
        final double fi = ar * m_inverseIm[k] + ai * m_inverseRe[k];
        m_re[row + k] = fr;
        m_im[row + k] = fi;
        for (int j = k + 1; j < m_n; j++) {
            final double br = m_re[pivot + j];
            final double bi = m_im[pivot + j];
            m_re[row + j] -= fr * br - fi * bi;
            m_im[row + j] -= fr * bi + fi * br;
        }
    }

    /**
     * The determinant of the matrix factorized last.
     *
     * @param out receives real and imaginary part
     */
    public void determinant(final double[] out) {
        double re = 1;
        double im = 0;
        for (int k = 0; k < m_n; k++) {
            final double sign = m_pivot[k] == k ? 1 : -1;
            final double pr = m_re[k * m_n + k] * sign;
            final double pi = m_im[k * m_n + k] * sign;
            final double t = re * pr - im * pi;
            im = re * pi + im * pr;
            re = t;
        }
        out[0] = re;
        out[1] = im;
    }

    /**
     * Solves A x = b.
     *
     * @param re real parts of b, overwritten by those of x
     * @param im imaginary parts of b, overwritten by those of x
     * @throws IllegalStateException if the matrix is singular
     */
    public void solve(final double[] re, final double[] im) {
        requireRegular();
        for (int k = 0; k < m_n; k++) {
            if (m_pivot[k] != k) {
                swap(re, k, m_pivot[k]);
                swap(im, k, m_pivot[k]);
            }
        }
        for (int i = 0; i < m_n; i++) {
            double sr = re[i];
            double si = im[i];
            for (int j = 0; j < i; j++) {
                final double ar = m_re[i * m_n + j];
                final double ai = m_im[i * m_n + j];
                sr -= ar * re[j] - ai * im[j];
                si -= ar * im[j] + ai * re[j];
            }
            re[i] = sr;
            im[i] = si;
        }
        for (int i = m_n - 1; i >= 0; i--) {
            double sr = re[i];
            double si = im[i];
            for (int j = i + 1; j < m_n; j++) {
                final double ar = m_re[i * m_n + j];
                final double ai = m_im[i * m_n + j];
                sr -= ar * re[j] - ai * im[j];
                si -= ar * im[j] + ai * re[j];
            }
            re[i] = sr * m_inverseRe[i] - si * m_inverseIm[i];
            im[i] = sr * m_inverseIm[i] + si * m_inverseRe[i];
        }
    }

    /**
     * Solves A X = B for all columns of a square B.
     *
     * @param re real parts of B, row-major, overwritten by those of X
     * @param im imaginary parts of B, row-major, overwritten by those of X
     * @throws IllegalStateException if the matrix is singular
     */
    public void solveAll(final double[] re, final double[] im) {
        requireRegular();
        for (int c = 0; c < m_n; c++) {
            for (int i = 0; i < m_n; i++) {
                m_columnRe[i] = re[i * m_n + c];
                m_columnIm[i] = im[i * m_n + c];
            }
            solve(m_columnRe, m_columnIm);
            for (int i = 0; i < m_n; i++) {
                re[i * m_n + c] = m_columnRe[i];
                im[i * m_n + c] = m_columnIm[i];
            }
        }
    }

    /**
     * The inverse of the matrix factorized last.
     *
     * @param re receives the real parts, row-major
     * @param im receives the imaginary parts, row-major
     * @throws IllegalStateException if the matrix is singular
     */
    public void inverse(final double[] re, final double[] im) {
        for (int i = 0; i < m_n; i++) {
            for (int j = 0; j < m_n; j++) {
                re[i * m_n + j] = i == j ? 1 : 0;
                im[i * m_n + j] = 0;
            }
        }
        solveAll(re, im);
    }

    /**
     * The logarithmic derivative of the determinant along a direction, tr(A^-1 A') = (det A)'/det A.
     *
     * @param inverseRe real parts of A^-1, row-major
     * @param inverseIm imaginary parts of A^-1, row-major
     * @param re real parts of A', row-major
     * @param im imaginary parts of A', row-major
     * @param out receives real and imaginary part
     */
    public void logDerivative(final double[] inverseRe, final double[] inverseIm, final double[] re,
        final double[] im, final double[] out) {
        double sr = 0;
        double si = 0;
        for (int i = 0; i < m_n; i++) {
            for (int j = 0; j < m_n; j++) {
                final double ar = inverseRe[i * m_n + j];
                final double ai = inverseIm[i * m_n + j];
                final double br = re[j * m_n + i];
                final double bi = im[j * m_n + i];
                sr += ar * br - ai * bi;
                si += ar * bi + ai * br;
            }
        }
        out[0] = sr;
        out[1] = si;
    }

    private void requireRegular() {
        if (m_singular) {
            throw new IllegalStateException("The matrix is singular, or none has been factorized.");
        }
    }
}
