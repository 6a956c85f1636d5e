package org.flavorwaves.physics.numerics;

import java.util.Optional;

/**
 * Eigenvalues and, where asked for, eigenvectors of a complex matrix A, with the diagnostics of the computation.
 * Immutable. The eigenvalues have no particular order, but always the same one for the same matrix.
 *
 * <p>Right vectors are columns x with A x = lambda x, left vectors columns y with y^H A = lambda y^H; both have unit
 * 2-norm and a real positive component of largest modulus.
 */
public final class EigenDecomposition {
    private final double[] m_re;

    private final double[] m_im;

    private final Optional<ComplexMatrix> m_right;

    private final Optional<ComplexMatrix> m_left;

    private final double m_residual;

    private final int m_unconverged;

    private final int m_sweeps;

    EigenDecomposition(final double[] re, final double[] im, final Optional<ComplexMatrix> right,
        final Optional<ComplexMatrix> left, final double residual, final int unconverged, final int sweeps) {
        m_re = re;
        m_im = im;
        m_right = right;
        m_left = left;
        m_residual = residual;
        m_unconverged = unconverged;
        m_sweeps = sweeps;
    }

    /**
     * The number of eigenvalues.
     *
     * @return size n of the matrix
     */
    public int size() {
        return m_re.length;
    }

    /**
     * Whether the iteration found all eigenvalues. If not, every other answer is refused.
     *
     * @return false if the bound on sweeps was reached
     */
    public boolean converged() {
        return m_unconverged == 0;
    }

    /**
     * The number of eigenvalues that were not found.
     *
     * @return 0 if converged
     */
    public int unconverged() {
        return m_unconverged;
    }

    /**
     * The QR sweeps that were needed.
     *
     * @return number of sweeps, of any number of shifts
     */
    public int sweeps() {
        return m_sweeps;
    }

    /**
     * The real part of an eigenvalue.
     *
     * @param i index, 0 to size - 1
     * @return Re lambda_i
     * @throws IllegalStateException if the iteration did not converge
     */
    public double re(final int i) {
        requireConverged();
        return m_re[i];
    }

    /**
     * The imaginary part of an eigenvalue.
     *
     * @param i index, 0 to size - 1
     * @return Im lambda_i
     * @throws IllegalStateException if the iteration did not converge
     */
    public double im(final int i) {
        requireConverged();
        return m_im[i];
    }

    /**
     * The right eigenvectors.
     *
     * @return n x n, column i belongs to eigenvalue i
     * @throws IllegalStateException if they were not asked for or the iteration did not converge
     */
    public ComplexMatrix right() {
        requireConverged();
        return vectors(m_right, "Right").copy();
    }

    /**
     * The left eigenvectors.
     *
     * @return n x n, column i belongs to eigenvalue i
     * @throws IllegalStateException if they were not asked for or the iteration did not converge
     */
    public ComplexMatrix left() {
        requireConverged();
        return vectors(m_left, "Left").copy();
    }

    /**
     * The left eigenvectors scaled to y_i^H x_i = 1 with the unit right ones.
     *
     * @return n x n, column i belongs to eigenvalue i; entries are infinite where y_i^H x_i = 0
     * @throws IllegalStateException if both kinds were not asked for or the iteration did not converge
     */
    public ComplexMatrix leftBiorthogonal() {
        final ComplexMatrix y = left();
        for (int i = 0; i < size(); i++) {
            final double[] overlap = overlap(i);
            // y / conj(p), p = y^H x
            final double p2 = overlap[0] * overlap[0] + overlap[1] * overlap[1];
            for (int k = 0; k < size(); k++) {
                final double r = y.re(k, i);
                final double m = y.im(k, i);
                y.set(k, i, (r * overlap[0] - m * overlap[1]) / p2, (m * overlap[0] + r * overlap[1]) / p2);
            }
        }
        return y;
    }

    /**
     * The condition number of an eigenvalue, 1/|y^H x|: the factor by which a perturbation of A may move it. Infinite
     * at an exactly defective eigenvalue.
     *
     * @param i index, 0 to size - 1
     * @return condition number &gt;= 1
     * @throws IllegalStateException if both kinds of vectors were not asked for or the iteration did not converge
     */
    public double condition(final int i) {
        requireConverged();
        final double[] overlap = overlap(i);
        return Math.max(1, 1 / Math.hypot(overlap[0], overlap[1]));
    }

    private double[] overlap(final int i) {
        final ComplexMatrix x = vectors(m_right, "Right");
        final ComplexMatrix y = vectors(m_left, "Left");
        double re = 0;
        double im = 0;
        for (int k = 0; k < size(); k++) {
            re += y.re(k, i) * x.re(k, i) + y.im(k, i) * x.im(k, i);
            im += y.re(k, i) * x.im(k, i) - y.im(k, i) * x.re(k, i);
        }
        return new double[]{re, im};
    }

    /**
     * The largest residual of the eigenpairs, max |A x - lambda x| / |A| over the right and max |y^H A - lambda y^H| /
     * |A| over the left vectors, |A| the Frobenius norm.
     *
     * @return residual, 0 for a zero matrix
     * @throws IllegalStateException if no vectors were asked for or the iteration did not converge
     */
    public double residual() {
        requireConverged();
        if (m_right.isEmpty() && m_left.isEmpty()) {
            throw new IllegalStateException("No eigenvectors were asked for, so there is no residual.");
        }
        return m_residual;
    }

    private void requireConverged() {
        if (m_unconverged > 0) {
            throw new IllegalStateException("The QR iteration found only " + (size() - m_unconverged) + " of "
                + size() + " eigenvalues; check converged() first.");
        }
    }

    private static ComplexMatrix vectors(final Optional<ComplexMatrix> vectors, final String kind) {
        return vectors.orElseThrow(() -> new IllegalStateException(kind + " eigenvectors were not asked for."));
    }
}
