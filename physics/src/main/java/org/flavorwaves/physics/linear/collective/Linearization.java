package org.flavorwaves.physics.linear.collective;

import java.util.Arrays;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.linear.collective.NullVectors.Solution;
import org.flavorwaves.physics.linear.collective.sums.ResolventSums;
import org.flavorwaves.physics.numerics.ComplexPivoting;
import org.flavorwaves.physics.numerics.ComplexProducts;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * The nonlinear eigenproblem T(Omega) x = 0 to first order in Omega: T(Omega + d) x = 0 is A x = -x/d with
 * A = T^-1 T'. The eigenvalue of A of largest modulus is found by power iteration, with its right vector y and the row
 * z = z T' T^-1/mu, which near a solution are null vectors of T. Not thread-safe.
 */
final class Linearization {
    private static final int MAX_POWERS = 40;

    /** Relative change at which an eigenvalue is good enough for a step. */
    private static final double ROUGH = 1e-4;

    private final ResolventSums.Sampler m_exact;

    private final ResolventSums.Sampler m_sampler;

    private final int m_n;

    private final ComplexPivoting m_lu;

    private final double[] m_t;

    private final double[] m_derivative;

    private final double[] m_inverse;

    private final double[] m_right;

    private final double[] m_left;

    private final double[] m_room;

    private Complex m_omega = Complex.ZERO;

    private Complex m_largest = Complex.ZERO;

    private boolean m_dominant;

    Linearization(final ResolventSums sums, final ResolventSums.Sampler sampler) {
        m_exact = sums.exact();
        m_sampler = sampler;
        m_n = sums.dimension();
        m_lu = new ComplexPivoting(m_n);
        m_t = new double[2 * m_n * m_n];
        m_derivative = new double[2 * m_n * m_n];
        m_inverse = new double[2 * m_n * m_n];
        m_right = new double[2 * m_n];
        m_left = new double[2 * m_n];
        m_room = new double[2 * m_n];
    }

    /** Linearises at a frequency, with sums that are exact to rounding or, faster, not quite. */
    void at(final Complex omega, final boolean exact) {
        m_omega = omega;
        if (exact) {
            m_exact.sample(omega.getReal(), omega.getImaginary(), m_t, m_derivative);
        } else {
            m_sampler.sample(omega.getReal(), omega.getImaginary(), m_t, m_derivative);
        }
        invert();
        iterate();
    }

    /**
     * T^-1; where T is singular to rounding it is changed by as much, or the rounding of a still larger inverse would
     * look like further solutions.
     */
    private void invert() {
        double size = 1;
        for (final double entry : m_t) {
            size = Math.max(size, Math.abs(entry));
        }
        final double rounding = size * 0x1p-53;
        boolean regular = solve(rounding);
        for (double tiny = rounding; !regular && tiny < size; tiny *= 2) {
            for (int c = 0; c < m_n; c++) {
                m_t[2 * (c * m_n + c)] += tiny * (c + 1);
            }
            regular = solve(rounding);
        }
    }

    /** T^-1; whether T is regular beyond rounding. */
    private boolean solve(final double rounding) {
        m_lu.factor(m_t);
        if (m_lu.singular()) {
            return false;
        }
        Arrays.fill(m_inverse, 0);
        for (int c = 0; c < m_n; c++) {
            m_inverse[2 * (c * m_n + c)] = 1;
        }
        m_lu.solve(m_inverse);
        double largest = 0;
        for (final double entry : m_inverse) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest * rounding <= 1;
    }

    /** Starts from the largest column and row of T^-1, which near a solution are its vectors already. */
    private void iterate() {
        int column = 0;
        int row = 0;
        for (int c = 1; c < m_n; c++) {
            column = square(m_inverse, c, m_n) > square(m_inverse, column, m_n) ? c : column;
            row = square(m_inverse, c * m_n, 1) > square(m_inverse, row * m_n, 1) ? c : row;
        }
        for (int r = 0; r < m_n; r++) {
            copy(m_inverse, r * m_n + column, m_right, r);
            copy(m_inverse, row * m_n + r, m_left, r);
        }
        normalize(m_right);
        normalize(m_left);
        m_dominant = false;
        m_largest = Complex.ZERO;
        for (int power = 0; power < MAX_POWERS && !m_dominant; power++) {
            final Complex before = m_largest;
            m_largest = step();
            m_dominant = m_largest.subtract(before).abs() <= ROUGH * m_largest.abs();
        }
    }

    /** One power of A on both vectors; returns the Rayleigh quotient of the right one. */
    private Complex step() {
        ComplexProducts.multiply(m_derivative, m_right, m_room);
        double quotientRe = 0;
        double quotientIm = 0;
        final double[] next = new double[2 * m_n];
        ComplexProducts.multiply(m_inverse, m_room, next);
        for (int r = 0; r < m_n; r++) {
            quotientRe += m_right[2 * r] * next[2 * r] + m_right[2 * r + 1] * next[2 * r + 1];
            quotientIm += m_right[2 * r] * next[2 * r + 1] - m_right[2 * r + 1] * next[2 * r];
        }
        System.arraycopy(next, 0, m_right, 0, next.length);
        normalize(m_right);
        ComplexProducts.multiplyLeft(m_left, m_derivative, m_room);
        ComplexProducts.multiplyLeft(m_room, m_inverse, m_left);
        normalize(m_left);
        return new Complex(quotientRe, quotientIm);
    }

    /** The change of Omega to the nearest solution of the linear problem. */
    Complex change() {
        if (m_dominant) {
            return m_largest.reciprocal().negate();
        }
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.valuesOnly())
            .solve(product());
        Complex best = Complex.ZERO;
        for (int e = 0; e < m_n; e++) {
            final Complex value = new Complex(eigen.re(e), eigen.im(e));
            best = value.abs() > best.abs() ? value : best;
        }
        return best.reciprocal().negate();
    }

    /** All null vectors: eigenvalues of A of at least a size that says that Omega changes no more. */
    Solution solution(final double least) {
        step();
        return m_dominant && remainder() < least / 2 ? simple() : multiple(least);
    }

    /** Frobenius norm of A without its eigenvalue of largest modulus. */
    private double remainder() {
        final ComplexMatrix a = product();
        ComplexProducts.multiply(m_derivative, m_right, m_room);
        Complex zy = Complex.ZERO;
        for (int r = 0; r < m_n; r++) {
            zy = zy.add(entry(m_left, r).multiply(entry(m_room, r)));
        }
        ComplexProducts.multiplyLeft(m_left, m_derivative, m_room);
        final Complex factor = m_largest.divide(zy);
        double sum = 0;
        for (int r = 0; r < m_n; r++) {
            for (int c = 0; c < m_n; c++) {
                final Complex rest = new Complex(a.re(r, c), a.im(r, c))
                    .subtract(factor.multiply(entry(m_right, r)).multiply(entry(m_room, c)));
                sum += rest.getReal() * rest.getReal() + rest.getImaginary() * rest.getImaginary();
            }
        }
        return Math.sqrt(sum);
    }

    private Solution simple() {
        final ComplexMatrix right = new ComplexMatrix(m_n, 1);
        final ComplexMatrix left = new ComplexMatrix(1, m_n);
        for (int r = 0; r < m_n; r++) {
            right.set(r, 0, m_right[2 * r], m_right[2 * r + 1]);
            left.set(0, r, m_left[2 * r], m_left[2 * r + 1]);
        }
        return new Solution(m_omega, 1, right, left, true);
    }

    private Solution multiple(final double least) {
        final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors())
            .solve(product());
        int count = 0;
        final int[] chosen = new int[m_n];
        for (int e = 0; e < m_n; e++) {
            if (Math.hypot(eigen.re(e), eigen.im(e)) >= least) {
                chosen[count++] = e;
            }
        }
        final ComplexMatrix right = new ComplexMatrix(m_n, count);
        final ComplexMatrix left = new ComplexMatrix(count, m_n);
        for (int c = 0; c < count; c++) {
            for (int r = 0; r < m_n; r++) {
                right.set(r, c, eigen.right().re(r, chosen[c]), eigen.right().im(r, chosen[c]));
                left.set(c, r, eigen.left().re(r, chosen[c]), -eigen.left().im(r, chosen[c]));
            }
        }
        return new Solution(m_omega, count, right, left.multiply(matrix(m_inverse)), true);
    }

    private ComplexMatrix product() {
        return matrix(m_inverse).multiply(matrix(m_derivative));
    }

    private ComplexMatrix matrix(final double[] a) {
        final ComplexMatrix matrix = new ComplexMatrix(m_n, m_n);
        for (int r = 0; r < m_n; r++) {
            for (int c = 0; c < m_n; c++) {
                matrix.set(r, c, a[2 * (r * m_n + c)], a[2 * (r * m_n + c) + 1]);
            }
        }
        return matrix;
    }

    private static Complex entry(final double[] vector, final int r) {
        return new Complex(vector[2 * r], vector[2 * r + 1]);
    }

    private static void copy(final double[] from, final int at, final double[] to, final int place) {
        to[2 * place] = from[2 * at];
        to[2 * place + 1] = from[2 * at + 1];
    }

    /** Sum of |entry|^2 over n entries with a stride. */
    private double square(final double[] a, final int at, final int stride) {
        double sum = 0;
        for (int r = 0; r < m_n; r++) {
            final double x = a[2 * (at + r * stride)];
            final double y = a[2 * (at + r * stride) + 1];
            sum += x * x + y * y;
        }
        return sum;
    }

    private void normalize(final double[] vector) {
        final double factor = 1 / Math.sqrt(square(vector, 0, 1));
        for (int r = 0; r < vector.length; r++) {
            vector[r] *= factor;
        }
    }
}
