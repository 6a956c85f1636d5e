package org.flavorwaves.physics.numerics;

import java.util.List;

/**
 * Follows a solution of T(Omega) x = 0, y T(Omega) = 0 for small matrices that change slowly, by two-sided Rayleigh
 * iteration: the Rayleigh quotient y T(Omega) x = 0 of fixed vectors, whose error is of second order in theirs, and
 * with it
 *
 * <pre>x &lt;- T^-1 T' x,   y &lt;- y T' T^-1,   Omega &lt;- Omega - y T x/(y T' x).</pre>
 *
 * <p>An iteration leaves the third power of the error of the vectors. Complex numbers stand as real and imaginary parts
 * in turn. Works without allocation after construction; not for several threads at once.
 */
public final class NullVectorIteration {
    private static final int MAX_STEPS = 25;

    /** Steps towards a Rayleigh quotient. */
    private static final int QUOTIENT_STEPS = 4;

    /** The last of them, of second order, as a share of the scale. */
    private static final double QUOTIENT = 1e-6;

    /** Improvements of the first vectors. */
    private static final int POWERS = 4;

    /** Smallest determinant of y T' x on two solutions, as a share of its parts. */
    private static final double SINGULAR = 1e-6;

    /** A step of this many scales leads away from all solutions. */
    private static final double FAR = 10;

    private final int m_n;

    private final Matrix m_matrix;

    private final ComplexPivoting m_elimination;

    private final double[] m_t;

    private final double[] m_derivative;

    private final double[] m_room;

    private final double[] m_x;

    private final double[] m_y;

    private final double[] m_quotient = new double[4];

    private double m_re;

    private double m_im;

    /** A matrix function and its derivative. */
    public interface Matrix {
        /**
         * Evaluates.
         *
         * @param re Re Omega
         * @param im Im Omega
         * @param t room for T, row-major, 2 n^2 numbers
         * @param derivative room for dT/dOmega, laid out alike
         */
        void sample(double re, double im, double[] t, double[] derivative);

        /**
         * Takes vectors for {@link #product}.
         *
         * @param x a column
         * @param y a row
         */
        void take(double[] x, double[] y);

        /**
         * Evaluates y T x and y T' x for the vectors taken.
         *
         * @param re Re Omega
         * @param im Im Omega
         * @param out room for 4 numbers
         */
        void product(double re, double im, double[] out);
    }

    /**
     * Room for matrices of n rows.
     *
     * @param n number of rows
     * @param matrix T and its derivative
     */
    public NullVectorIteration(final int n, final Matrix matrix) {
        m_n = n;
        m_matrix = matrix;
        m_elimination = new ComplexPivoting(n);
        m_t = new double[2 * n * n];
        m_derivative = new double[2 * n * n];
        m_room = new double[2 * n];
        m_x = new double[2 * n];
        m_y = new double[2 * n];
    }

    /**
     * Starts at a frequency from vectors without preference.
     *
     * @param re Re Omega
     * @param im Im Omega
     * @param beside distance from it at which the vectors are made: a matrix that is singular to rounding would turn
     *            those of a multiple frequency into each other
     * @param others solutions of the same frequency that are known; this one becomes another
     */
    public void start(final double re, final double im, final double beside,
        final List<NullVectorIteration> others) {
        m_re = re;
        m_im = im;
        for (int a = 0; a < m_n; a++) {
            m_x[2 * a] = 1.0 / (1 + a + others.size());
            m_x[2 * a + 1] = 0;
            m_y[2 * a] = m_x[2 * a];
            m_y[2 * a + 1] = 0;
        }
        m_matrix.sample(m_re, m_im + beside, m_t, m_derivative);
        others.forEach(other -> orthogonalise(other.m_x));
        for (int power = 0; power < POWERS; power++) {
            improve();
        }
    }

    /**
     * Makes the vectors of two solutions of one frequency a basis of unit vectors at right angles, x* . x = 0, with the
     * left vectors that belong to it, y T' x = 0 with each other. Of a frequency that is double by symmetry, sums over
     * both are then the same for every basis, and have the symmetry. Left as they are where T' is singular on them.
     *
     * @param other the other solution, whose right vector stays
     */
    public void separate(final NullVectorIteration other) {
        orthogonalise(other.m_x);
        ComplexProducts.multiply(m_derivative, other.m_x, m_room);
        final double aRe = ComplexProducts.dotRe(other.m_y, m_room);
        final double aIm = ComplexProducts.dotIm(other.m_y, m_room);
        final double cRe = ComplexProducts.dotRe(m_y, m_room);
        final double cIm = ComplexProducts.dotIm(m_y, m_room);
        ComplexProducts.multiply(m_derivative, m_x, m_room);
        final double bRe = ComplexProducts.dotRe(other.m_y, m_room);
        final double bIm = ComplexProducts.dotIm(other.m_y, m_room);
        final double dRe = ComplexProducts.dotRe(m_y, m_room);
        final double dIm = ComplexProducts.dotIm(m_y, m_room);
        final double det = Math.hypot(aRe * dRe - aIm * dIm - bRe * cRe + bIm * cIm,
            aRe * dIm + aIm * dRe - bRe * cIm - bIm * cRe);
        if (!(det > SINGULAR * (Math.hypot(aRe, aIm) * Math.hypot(dRe, dIm)
            + Math.hypot(bRe, bIm) * Math.hypot(cRe, cIm)))) {
            return;
        }
        for (int c = 0; c < m_y.length; c += 2) {
            final double re = other.m_y[c];
            final double im = other.m_y[c + 1];
            other.m_y[c] = dRe * re - dIm * im - bRe * m_y[c] + bIm * m_y[c + 1];
            other.m_y[c + 1] = dRe * im + dIm * re - bRe * m_y[c + 1] - bIm * m_y[c];
            m_room[c] = aRe * m_y[c] - aIm * m_y[c + 1] - cRe * re + cIm * im;
            m_room[c + 1] = aRe * m_y[c + 1] + aIm * m_y[c] - cRe * im - cIm * re;
        }
        ComplexProducts.normalise(m_room, m_y);
        ComplexProducts.normalise(other.m_y, other.m_y);
    }

    /** Takes the part along a unit vector out of the right vector. */
    private void orthogonalise(final double[] unit) {
        double re = 0;
        double im = 0;
        for (int c = 0; c < m_x.length; c += 2) {
            re += unit[c] * m_x[c] + unit[c + 1] * m_x[c + 1];
            im += unit[c] * m_x[c + 1] - unit[c + 1] * m_x[c];
        }
        for (int c = 0; c < m_x.length; c += 2) {
            m_x[c] -= re * unit[c] - im * unit[c + 1];
            m_x[c + 1] -= re * unit[c + 1] + im * unit[c];
        }
        ComplexProducts.normalise(m_x, m_x);
    }

    /**
     * Iterates from the present frequency and vectors. A solution stays as it is: close to one,
     * rounding turns the vectors of a multiple frequency into each other.
     *
     * @param scale a frequency of the size of the problem
     * @param settled bound on the last step, as a share of the scale, and on |T x| and |y T|, as a share of the largest
     *            entry of T, at least 1
     * @param near bounds of the same kind on the last step, and with its root on the residual, for what one more
     *            improvement settles: their product is its error; 0 to be sure
     * @return whether it settled
     */
    public boolean follow(final double scale, final double settled, final double near) {
        for (int step = 0; step < MAX_STEPS; step++) {
            if (near > 0) {
                quotient(QUOTIENT * scale, FAR * scale);
            }
            m_matrix.sample(m_re, m_im, m_t, m_derivative);
            final double re = m_re;
            final double im = m_im;
            final double residual = residual();
            final double size = correct();
            if (size <= settled * scale && residual <= settled) {
                return true;
            }
            improve();
            m_re = re;
            m_im = im;
            if (!(correct() <= FAR * scale) || !(m_im > 0) && step > 0) {
                return false;
            }
            if (size <= near * scale && residual <= Math.sqrt(near)) {
                return true;
            }
        }
        return false;
    }

    /** Solves y T(Omega) x = 0 with the present vectors, as far as steps of Newton lead there. */
    private void quotient(final double enough, final double most) {
        m_matrix.take(m_x, m_y);
        for (int step = 0; step < QUOTIENT_STEPS; step++) {
            m_matrix.product(m_re, m_im, m_quotient);
            final double size = newton(m_quotient[0], m_quotient[1], m_quotient[2], m_quotient[3], most);
            if (size <= enough) {
                return;
            }
        }
    }

    private double residual() {
        double largest = 1;
        for (final double part : m_t) {
            largest = Math.max(largest, Math.abs(part));
        }
        ComplexProducts.multiply(m_t, m_x, m_room);
        double sum = 0;
        for (final double part : m_room) {
            sum = Math.max(sum, Math.abs(part));
        }
        ComplexProducts.multiplyLeft(m_y, m_t, m_room);
        for (final double part : m_room) {
            sum = Math.max(sum, Math.abs(part));
        }
        return sum / largest;
    }

    private void improve() {
        m_elimination.factor(m_t);
        m_elimination.regularise();
        ComplexProducts.multiply(m_derivative, m_x, m_room);
        m_elimination.solveRight(m_room);
        ComplexProducts.normalise(m_room, m_x);
        ComplexProducts.multiplyLeft(m_y, m_derivative, m_room);
        m_elimination.solveLeft(m_room);
        ComplexProducts.normalise(m_room, m_y);
    }

    private double correct() {
        ComplexProducts.multiply(m_t, m_x, m_room);
        final double tRe = ComplexProducts.dotRe(m_y, m_room);
        final double tIm = ComplexProducts.dotIm(m_y, m_room);
        ComplexProducts.multiply(m_derivative, m_x, m_room);
        final double dRe = ComplexProducts.dotRe(m_y, m_room);
        final double dIm = ComplexProducts.dotIm(m_y, m_room);
        return newton(tRe, tIm, dRe, dIm, Double.POSITIVE_INFINITY);
    }

    /** Omega - t/d, if that is not too far; the length of the step. */
    private double newton(final double tRe, final double tIm, final double dRe, final double dIm, final double most) {
        final double size = dRe * dRe + dIm * dIm;
        final double re = (tRe * dRe + tIm * dIm) / size;
        final double im = (tIm * dRe - tRe * dIm) / size;
        final double length = Math.sqrt(re * re + im * im);
        if (length <= most) {
            m_re -= re;
            m_im -= im;
        }
        return length;
    }

    /**
     * Changes the frequency and keeps the vectors.
     *
     * @param re Re Omega
     * @param im Im Omega
     */
    public void moveTo(final double re, final double im) {
        m_re = re;
        m_im = im;
    }

    /** Re Omega. */
    public double re() {
        return m_re;
    }

    /** Im Omega. */
    public double im() {
        return m_im;
    }

    /**
     * The right null vector.
     *
     * @return x of unit length, not to be changed
     */
    public double[] right() {
        return m_x;
    }

    /**
     * The left null vector.
     *
     * @return y of unit length, not to be changed
     */
    public double[] left() {
        return m_y;
    }

    /**
     * Whether another solution has the same right vector.
     *
     * @param other a solution of as many rows
     * @return |x* . x_other|, 1 if they are parallel
     */
    public double parallel(final NullVectorIteration other) {
        double re = 0;
        double im = 0;
        for (int c = 0; c < m_x.length; c += 2) {
            re += m_x[c] * other.m_x[c] + m_x[c + 1] * other.m_x[c + 1];
            im += m_x[c] * other.m_x[c + 1] - m_x[c + 1] * other.m_x[c];
        }
        return Math.hypot(re, im);
    }

    /** How many numbers a saved solution has. */
    public int stateSize() {
        return 2 + 4 * m_n;
    }

    /** Writes frequency (first two numbers) and vectors. */
    public void save(final double[] out) {
        out[0] = m_re;
        out[1] = m_im;
        System.arraycopy(m_x, 0, out, 2, m_x.length);
        System.arraycopy(m_y, 0, out, 2 + m_x.length, m_y.length);
    }

    /** Takes over a saved solution. */
    public void restore(final double[] saved) {
        m_re = saved[0];
        m_im = saved[1];
        System.arraycopy(saved, 2, m_x, 0, m_x.length);
        System.arraycopy(saved, 2 + m_x.length, m_y, 0, m_y.length);
    }
}
