package org.flavorwaves.physics.numerics.matrix;

import java.util.Arrays;

/**
 * Eigenvalues and vectors of small Hermitian matrices by cyclic Jacobi rotations. Not thread-safe: it owns its arrays,
 * so that many matrices can be decomposed without allocation.
 */
public final class HermitianJacobi {
    private static final int MAX_SWEEPS = 40;

    private static final double NEGLIGIBLE = 1e-15;

    private final int m_n;

    private final double m_negligible;

    private final double[] m_re;

    private final double[] m_im;

    private final double[] m_vectorRe;

    private final double[] m_vectorIm;

    /**
     * Prepares for matrices of one size.
     *
     * @param n their dimension
     */
    public HermitianJacobi(final int n) {
        this(n, NEGLIGIBLE);
    }

    /**
     * Prepares for matrices of one size, entries of which differ in size.
     *
     * @param n their dimension
     * @param negligible size of entries beside the diagonal that count as 0, over the largest one on it; 0 resolves
     *            small eigenvalues beside large ones
     */
    public HermitianJacobi(final int n, final double negligible) {
        m_n = n;
        m_negligible = negligible;
        m_re = new double[n * n];
        m_im = new double[n * n];
        m_vectorRe = new double[n * n];
        m_vectorIm = new double[n * n];
    }

    /**
     * Decomposes a matrix.
     *
     * @param re real parts, row by row
     * @param im imaginary parts
     * @param offset where the first row begins in both
     */
    public void decompose(final double[] re, final double[] im, final int offset) {
        System.arraycopy(re, offset, m_re, 0, m_n * m_n);
        System.arraycopy(im, offset, m_im, 0, m_n * m_n);
        Arrays.fill(m_vectorRe, 0);
        Arrays.fill(m_vectorIm, 0);
        double scale = 0;
        for (int a = 0; a < m_n; a++) {
            m_vectorRe[a * m_n + a] = 1;
            scale = Math.max(scale, Math.abs(m_re[a * m_n + a]));
        }
        boolean changed = true;
        for (int sweep = 0; changed && sweep < MAX_SWEEPS; sweep++) {
            changed = false;
            for (int p = 0; p < m_n; p++) {
                for (int q = p + 1; q < m_n; q++) {
                    changed |= rotate(p, q, m_negligible * scale);
                }
            }
        }
    }

    /** Makes entry (p, q) zero; returns whether it was more than the floor. */
    private boolean rotate(final int p, final int q, final double floor) {
        final int n = m_n;
        final double x = m_re[p * n + q];
        final double y = m_im[p * n + q];
        final double size = Math.hypot(x, y);
        if (size <= floor) {
            return false;
        }
        final double theta = (m_re[q * n + q] - m_re[p * n + p]) / (2 * size);
        final double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        final double c = 1 / Math.hypot(1, t);
        final double s = t * c;
        final double phaseRe = x / size;
        final double phaseIm = y / size;
        columns(m_re, m_im, p, q, c, s, phaseRe, phaseIm);
        columns(m_vectorRe, m_vectorIm, p, q, c, s, phaseRe, phaseIm);
        for (int k = 0; k < n; k++) {
            final double pr = m_re[p * n + k];
            final double pi = m_im[p * n + k];
            final double qr = m_re[q * n + k] * phaseRe - m_im[q * n + k] * phaseIm;
            final double qi = m_re[q * n + k] * phaseIm + m_im[q * n + k] * phaseRe;
            m_re[p * n + k] = c * pr - s * qr;
            m_im[p * n + k] = c * pi - s * qi;
            m_re[q * n + k] = s * pr + c * qr;
            m_im[q * n + k] = s * pi + c * qi;
        }
        m_re[p * n + q] = 0;
        m_im[p * n + q] = 0;
        m_re[q * n + p] = 0;
        m_im[q * n + p] = 0;
        return true;
    }

    /** Columns p and q times the rotation, after the phase of the entry has been taken out of column q. */
    private void columns(final double[] re, final double[] im, final int p, final int q, final double c,
        final double s, final double phaseRe, final double phaseIm) {
        for (int k = 0; k < m_n; k++) {
            final int row = k * m_n;
            final double pr = re[row + p];
            final double pi = im[row + p];
            final double qr = re[row + q] * phaseRe + im[row + q] * phaseIm;
            final double qi = im[row + q] * phaseRe - re[row + q] * phaseIm;
            re[row + p] = c * pr - s * qr;
            im[row + p] = c * pi - s * qi;
            re[row + q] = s * pr + c * qr;
            im[row + q] = s * pi + c * qi;
        }
    }

    /**
     * An eigenvalue.
     *
     * @param e index, in no particular order
     * @return its value
     */
    public double value(final int e) {
        return m_re[e * m_n + e];
    }

    /**
     * A component of an eigenvector of unit length.
     *
     * @param e index of the eigenvalue
     * @param a component
     * @return its real part
     */
    public double vectorRe(final int e, final int a) {
        return m_vectorRe[a * m_n + e];
    }

    /**
     * A component of an eigenvector of unit length.
     *
     * @param e index of the eigenvalue
     * @param a component
     * @return its imaginary part
     */
    public double vectorIm(final int e, final int a) {
        return m_vectorIm[a * m_n + e];
    }
}
