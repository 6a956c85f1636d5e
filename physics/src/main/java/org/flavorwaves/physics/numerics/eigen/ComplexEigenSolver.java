package org.flavorwaves.physics.numerics.eigen;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;

/**
 * All eigenvalues of a dense complex matrix, with right and left eigenvectors where wanted: balancing, unitary
 * reduction to Hessenberg form, shifted QR iteration to Schur form, substitution. Cost O(n^3), memory a few n^2.
 */
public final class ComplexEigenSolver {
    /** Exponent to which a matrix is scaled before balancing if it is so large that sums could overflow. */
    private static final int LARGE_EXPONENT = 1000;

    /** Shares of the work after the reduction and after the iteration. */
    private static final double REDUCED = 0.3;

    private static final double ITERATED = 0.7;

    private final Options m_options;

    /**
     * What is to be computed.
     *
     * @param rightVectors whether right eigenvectors are wanted
     * @param leftVectors whether left eigenvectors are wanted
     * @param balance whether to permute and scale first; switch it off for a matrix whose small entries are only
     *            rounding errors
     * @param maxSweeps bound on the QR sweeps for one eigenvalue, &gt;= 1
     */
    public record Options(boolean rightVectors, boolean leftVectors, boolean balance, int maxSweeps) {
        /** Sweeps that suffice for every matrix seen so far, with a wide margin. */
        public static final int DEFAULT_MAX_SWEEPS = 60;

        /**
         * Checks the bound.
         *
         * @throws IllegalArgumentException if maxSweeps is below 1
         */
        public Options {
            if (maxSweeps < 1) {
                throw new IllegalArgumentException("maxSweeps is " + maxSweeps + "; it must be at least 1.");
            }
        }

        /**
         * Eigenvalues alone.
         *
         * @return options with balancing and without vectors
         */
        public static Options valuesOnly() {
            return new Options(false, false, true, DEFAULT_MAX_SWEEPS);
        }

        /**
         * Eigenvalues, right and left vectors.
         *
         * @return options with balancing and both kinds of vectors
         */
        public static Options allVectors() {
            return new Options(true, true, true, DEFAULT_MAX_SWEEPS);
        }
    }

    /**
     * A solver.
     *
     * @param options what is to be computed
     */
    public ComplexEigenSolver(final Options options) {
        m_options = options;
    }

    /**
     * Solves for all eigenvalues.
     *
     * @param a square matrix, not changed
     * @return the eigenvalues, the vectors asked for, and diagnostics; check {@link EigenDecomposition#converged()}
     * @throws IllegalArgumentException if the matrix is not square or has an entry that is not finite
     */
    public EigenDecomposition solve(final ComplexMatrix a) {
        return solve(a, Progress.NONE);
    }

    /**
     * Solves for all eigenvalues; the steps between two reports are of order n^2, or products with a few columns.
     *
     * @param a square matrix, not changed
     * @param progress told how far the solution is; may cancel it
     * @return the eigenvalues, the vectors asked for, and diagnostics; check {@link EigenDecomposition#converged()}
     * @throws IllegalArgumentException if the matrix is not square or has an entry that is not finite
     */
    public EigenDecomposition solve(final ComplexMatrix a, final Progress progress) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException(
                "A matrix of " + a.rows() + " x " + a.columns() + " has no eigenvalues; it must be square.");
        }
        a.requireFinite();
        final int n = a.rows();
        final double largest = a.maxNorm();
        if (largest == 0) {
            return zero(n);
        }
        int exponent = Math.getExponent(largest) > LARGE_EXPONENT ? -(Math.getExponent(largest) - LARGE_EXPONENT) : 0;
        final Columns h = Columns.of(a, exponent);
        final Balancing balancing = m_options.balance ? Balancing.balance(h) : Balancing.none(h);
        final int down = -Math.getExponent(h.maxNorm());
        h.scale(down);
        exponent += down;
        final boolean vectors = m_options.rightVectors || m_options.leftVectors;
        final String message = "Eigenvalue problem of size " + n;
        final Progress named = (fraction, step) -> progress.report(fraction, message);
        final Columns z = HessenbergReduction.reduce(h, balancing.low(), balancing.high(), vectors,
            named.part(0, REDUCED));
        final HessenbergQr iteration = new HessenbergQr(h, z, vectors, named.part(REDUCED, ITERATED));
        final int missing = iteration.reduce(balancing.low(), balancing.high(), m_options.maxSweeps);
        final double[] re = new double[n];
        final double[] im = new double[n];
        for (int i = 0; i < n; i++) {
            re[i] = Math.scalb(h.re()[i][i], -exponent);
            im[i] = Math.scalb(h.im()[i][i], -exponent);
        }
        if (missing > 0 || !vectors) {
            return EigenDecomposition.values(re, im, missing, iteration.sweeps());
        }
        final Progress rest = named.part(ITERATED, 1).standing();
        final int valueExponent = -Math.getExponent(largest);
        final Columns scaled = Columns.of(a, valueExponent);
        final Optional<Columns> right = Optional.of(h).filter(t -> m_options.rightVectors)
            .map(t -> vectors(z, TriangularVectors.right(t, rest), balancing, false, rest));
        final Optional<Columns> left = Optional.of(h).filter(t -> m_options.leftVectors)
            .map(t -> vectors(z, TriangularVectors.left(t, rest), balancing, true, rest));
        final BitSet separated = right.flatMap(x -> left.map(y -> new CoincidingVectors(scaled, h,
            Arrays.stream(re).map(value -> Math.scalb(value, valueExponent)).toArray(),
            Arrays.stream(im).map(value -> Math.scalb(value, valueExponent)).toArray(),
            (v, adjoint) -> vectors(z, v, balancing, adjoint, rest)).separate(x, y,
                DualBasis.norms(DualBasis.of(x, y, re, im, a.frobeniusNorm(), new BitSet())), rest)))
            .orElse(new BitSet());
        final double residual = Math.max(
            right.map(x -> Residual.right(scaled, x, re, im, valueExponent, rest)).orElse(0.0),
            left.map(y -> Residual.left(scaled, y, re, im, valueExponent, rest)).orElse(0.0));
        return EigenDecomposition.vectors(re, im, right, left, separated, a.frobeniusNorm(), residual,
            iteration.sweeps());
    }

    /** Unit vectors of A from vectors of its Schur form. */
    private static Columns vectors(final Columns z, final Columns triangular, final Balancing balancing,
        final boolean left, final Progress progress) {
        final Columns v = Columns.zeros(z.rows(), triangular.count());
        Products.addProduct(z, triangular, v, progress);
        balancing.undo(v, left);
        TriangularVectors.normalize(v);
        return v;
    }

    private EigenDecomposition zero(final int n) {
        if (!m_options.rightVectors && !m_options.leftVectors) {
            return EigenDecomposition.values(new double[n], new double[n], 0, 0);
        }
        return EigenDecomposition.vectors(new double[n], new double[n],
            Optional.of(Columns.identity(n)).filter(x -> m_options.rightVectors),
            Optional.of(Columns.identity(n)).filter(y -> m_options.leftVectors), new BitSet(), 0, 0, 0);
    }
}
