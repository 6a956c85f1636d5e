package org.flavorwaves.physics.numerics.eigen;

import java.util.BitSet;
import java.util.Optional;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

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

    private final Optional<ComplexMatrix> m_dual;

    private final double[] m_condition;

    private final double m_residual;

    private final int m_unconverged;

    private final int m_sweeps;

    private EigenDecomposition(final double[] re, final double[] im, final Optional<ComplexMatrix> right,
        final Optional<ComplexMatrix> left, final Optional<ComplexMatrix> dual, final double[] condition,
        final double residual, final int unconverged, final int sweeps) {
        m_re = re;
        m_im = im;
        m_right = right;
        m_left = left;
        m_dual = dual;
        m_condition = condition;
        m_residual = residual;
        m_unconverged = unconverged;
        m_sweeps = sweeps;
    }

    /** Eigenvalues alone, or an iteration that did not converge. */
    static EigenDecomposition values(final double[] re, final double[] im, final int unconverged, final int sweeps) {
        return new EigenDecomposition(re, im, Optional.empty(), Optional.empty(), Optional.empty(), new double[0], 0,
            unconverged, sweeps);
    }

    /**
     * Eigenvalues with unit vectors of one or both kinds; the norm of A sets the scale on which eigenvalues differ, and
     * left vectors of {@code separated} ones are dual to their right ones.
     */
    static EigenDecomposition vectors(final double[] re, final double[] im, final Optional<Columns> right,
        final Optional<Columns> left, final BitSet separated, final double norm, final double residual,
        final int sweeps) {
        final Optional<Columns> dual = right.flatMap(x -> left.map(y -> DualBasis.of(x, y, re, im, norm, separated)));
        return new EigenDecomposition(re, im, right.map(Columns::toMatrix), left.map(Columns::toMatrix),
            dual.map(Columns::toMatrix), dual.map(DualBasis::norms).orElse(new double[0]), residual, 0, sweeps);
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
     * The left eigenvectors as the basis dual to the unit right ones, y_i^H x_j = delta_ij. They are multiples of
     * {@link #left()} for simple eigenvalues; for (nearly) multiple ones they are another basis of the left eigenspace.
     *
     * @return n x n, column i belongs to eigenvalue i; entries may be infinite at an exactly defective eigenvalue
     * @throws IllegalStateException if both kinds were not asked for or the iteration did not converge
     */
    public ComplexMatrix leftBiorthogonal() {
        requireConverged();
        vectors(m_right, "Right");
        vectors(m_left, "Left");
        return vectors(m_dual, "Dual").copy();
    }

    /**
     * The condition number of an eigenvalue, 1/|y^H x| with unit vectors, that is the 2-norm of its dual vector: the
     * factor by which a perturbation of A may move it. Infinite at an exactly defective eigenvalue. Where eigenvalues
     * coincide to rounding but have vectors of their own, it is that of a basis of their invariant subspace.
     *
     * @param i index, 0 to size - 1
     * @return condition number &gt;= 1
     * @throws IllegalStateException if both kinds of vectors were not asked for or the iteration did not converge
     */
    public double condition(final int i) {
        requireConverged();
        vectors(m_right, "Right");
        vectors(m_left, "Left");
        return Math.max(1, m_condition[i]);
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
