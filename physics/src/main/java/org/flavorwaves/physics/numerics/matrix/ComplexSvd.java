package org.flavorwaves.physics.numerics.matrix;

/**
 * Singular value decomposition A = U diag(sigma) V^H of a small complex matrix by one-sided Jacobi rotations (Hestenes
 * 1958; Demmel &amp; Veselic 1992), which finds small singular values to high relative accuracy. Immutable. Cost some
 * ten sweeps of n^2/2 rotations of columns: for matrices up to a few hundred columns.
 */
public final class ComplexSvd {
    private static final int MAX_SWEEPS = 60;

    private static final double ORTHOGONAL = 4 * Math.ulp(1.0);

    private final ComplexMatrix m_u;

    private final ComplexMatrix m_v;

    private final double[] m_sigma;

    private final boolean m_converged;

    /**
     * Decomposes a matrix.
     *
     * @param a any matrix with finite entries, not changed
     * @throws IllegalArgumentException if an entry is not finite
     */
    public ComplexSvd(final ComplexMatrix a) {
        a.requireFinite();
        final boolean wide = a.columns() > a.rows();
        final double largest = a.maxNorm();
        final int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        final Columns w = Columns.of(wide ? a.adjoint() : a, -exponent);
        final Columns v = Columns.identity(w.count());
        m_converged = orthogonalize(w, v);
        final int n = w.count();
        final double[] norms = new double[n];
        for (int j = 0; j < n; j++) {
            norms[j] = norm(w.re()[j], w.im()[j]);
        }
        final int[] order = descending(norms);
        m_sigma = new double[n];
        final ComplexMatrix left = new ComplexMatrix(w.rows(), n);
        final ComplexMatrix right = new ComplexMatrix(n, n);
        for (int k = 0; k < n; k++) {
            final int j = order[k];
            m_sigma[k] = Math.scalb(norms[j], exponent);
            for (int i = 0; i < w.rows() && norms[j] > 0; i++) {
                left.set(i, k, w.re()[j][i] / norms[j], w.im()[j][i] / norms[j]);
            }
            for (int i = 0; i < n; i++) {
                right.set(i, k, v.re()[j][i], v.im()[j][i]);
            }
        }
        m_u = wide ? right : left;
        m_v = wide ? left : right;
    }

    private static boolean orthogonalize(final Columns w, final Columns v) {
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            boolean rotated = false;
            for (int j = 0; j < w.count(); j++) {
                for (int k = j + 1; k < w.count(); k++) {
                    rotated |= rotate(w, v, j, k);
                }
            }
            if (!rotated) {
                return true;
            }
        }
        return false;
    }

    /** Makes columns j and k orthogonal; false if they are already. */
    private static boolean rotate(final Columns w, final Columns v, final int j, final int k) {
        final double[] xr = w.re()[j];
        final double[] xi = w.im()[j];
        final double[] yr = w.re()[k];
        final double[] yi = w.im()[k];
        double xx = 0;
        double yy = 0;
        double re = 0;
        double im = 0;
        for (int i = 0; i < xr.length; i++) {
            xx += xr[i] * xr[i] + xi[i] * xi[i];
            yy += yr[i] * yr[i] + yi[i] * yi[i];
            re += xr[i] * yr[i] + xi[i] * yi[i];
            im += xr[i] * yi[i] - xi[i] * yr[i];
        }
        final double overlap = Math.hypot(re, im);
        if (overlap <= ORTHOGONAL * Math.sqrt(xx) * Math.sqrt(yy) || overlap < Double.MIN_NORMAL) {
            return false;
        }
        final double zeta = (yy - xx) / (2 * overlap);
        final double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        final double c = 1 / Math.sqrt(1 + t * t);
        final double s = c * t;
        // with y' = y conj(phase) the overlap is real: (x, y') -> (c x - s y', s x + c y')
        final double pr = re / overlap;
        final double pi = im / overlap;
        Givens.rotateColumns(xr, xi, yr, yi, c, -s, pr, pi, 0, xr.length);
        Givens.rotateColumns(v.re()[j], v.im()[j], v.re()[k], v.im()[k], c, -s, pr, pi, 0, v.rows());
        return true;
    }

    private static double norm(final double[] re, final double[] im) {
        double largest = 0;
        for (int i = 0; i < re.length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum += re[i] / largest * (re[i] / largest) + im[i] / largest * (im[i] / largest);
        }
        return largest * Math.sqrt(sum);
    }

    private static int[] descending(final double[] values) {
        final int[] order = new int[values.length];
        for (int i = 0; i < order.length; i++) {
            int at = i;
            while (at > 0 && values[order[at - 1]] < values[i]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = i;
        }
        return order;
    }

    /**
     * Whether all columns became orthogonal to rounding.
     *
     * @return false if the bound on sweeps was reached
     */
    public boolean converged() {
        return m_converged;
    }

    /**
     * The singular values.
     *
     * @return min(rows, columns) values, largest first
     */
    public double[] singularValues() {
        return m_sigma.clone();
    }

    /**
     * The left singular vectors; those of zero singular values are zero.
     *
     * @return rows x min(rows, columns)
     */
    public ComplexMatrix u() {
        return m_u.copy();
    }

    /**
     * The right singular vectors; if there are fewer rows than columns, those of zero singular values are zero.
     *
     * @return columns x min(rows, columns)
     */
    public ComplexMatrix v() {
        return m_v.copy();
    }

    /**
     * The number of singular values above a share of the largest.
     *
     * @param tolerance share, &gt;= 0
     * @return numerical rank
     */
    public int rank(final double tolerance) {
        int rank = 0;
        while (rank < m_sigma.length && m_sigma[rank] > tolerance * m_sigma[0]) {
            rank++;
        }
        return rank;
    }
}
