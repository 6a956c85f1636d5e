package org.flavorwaves.physics.numerics.eigen;

import org.flavorwaves.physics.numerics.matrix.Columns;
import org.flavorwaves.physics.numerics.matrix.Givens;
import org.flavorwaves.physics.run.Progress;

/**
 * Aggressive early deflation (Braman, Byers &amp; Mathias 2002): the Schur form of a window at the end of the active
 * block shows eigenvalues that have converged long before a subdiagonal entry says so. What has not converged serves as
 * shifts of the next sweep.
 */
final class EarlyDeflation {
    private final Columns m_h;

    private final Columns m_z;

    private final boolean m_full;

    private final Givens m_givens = new Givens();

    private final Rotations m_rotations = new Rotations();

    private int m_deflated;

    private int m_shifts;

    private double[] m_shiftRe = {};

    private double[] m_shiftIm = {};

    EarlyDeflation(final Columns h, final Columns z, final boolean full) {
        m_h = h;
        m_z = z;
        m_full = full;
    }

    /** Eigenvalues deflated by the last call, all at the end of the block. */
    int deflated() {
        return m_deflated;
    }

    /** Number of shifts that the last call found. */
    int shifts() {
        return m_shifts;
    }

    /** Real parts of the shifts. */
    double[] shiftRe() {
        return m_shiftRe;
    }

    /** Imaginary parts of the shifts. */
    double[] shiftIm() {
        return m_shiftIm;
    }

    /**
     * Deflates what it can at the end of the unreduced block start..end.
     *
     * @param size rows of the window, less than those of the block
     * @param maxSweeps bound on the sweeps for one eigenvalue of the window
     */
    void deflate(final int start, final int end, final int size, final int maxSweeps) {
        final int first = end - size + 1;
        final Columns t = m_h.square(first, end);
        final Columns v = Columns.identity(size);
        final int missing = new SchurIteration(t, v, true).reduce(0, size - 1, maxSweeps);
        final double spikeRe = m_h.re()[first - 1][first];
        final double spikeIm = m_h.im()[first - 1][first];
        final double spike = Math.hypot(spikeRe, spikeIm);
        final int kept = missing > 0 ? size : sortDeflatable(t, v, spike);
        m_deflated = size - kept;
        m_shifts = kept - missing;
        m_shiftRe = new double[m_shifts];
        m_shiftIm = new double[m_shifts];
        for (int i = 0; i < m_shifts; i++) {
            m_shiftRe[i] = t.re()[missing + i][missing + i];
            m_shiftIm[i] = t.im()[missing + i][missing + i];
        }
        if (m_deflated == 0) {
            return;
        }
        restoreHessenberg(t, v, kept);
        if (kept == 0) {
            m_h.re()[first - 1][first] = 0;
            m_h.im()[first - 1][first] = 0;
        } else {
            // spike times the adjoint of the first row of v
            m_h.re()[first - 1][first] = spikeRe * v.re()[0][0] + spikeIm * v.im()[0][0];
            m_h.im()[first - 1][first] = spikeIm * v.re()[0][0] - spikeRe * v.im()[0][0];
        }
        m_h.setSquare(first, t);
        Products.multiplyRight(m_h, first, v, m_full ? 0 : start, first);
        Products.multiplyLeftAdjoint(m_h, first, v, end + 1, m_full ? m_h.count() : end + 1);
        if (m_z.count() > 0) {
            Products.multiplyRight(m_z, first, v, 0, m_z.rows());
        }
    }

    /** Moves eigenvalues that cannot be deflated to the front of t and returns their number. */
    private int sortDeflatable(final Columns t, final Columns v, final double spike) {
        int kept = 0;
        int end = t.count();
        while (kept < end) {
            final int last = end - 1;
            final double entry = spike * Math.hypot(v.re()[last][0], v.im()[last][0]);
            final double modulus = t.abs1(last, last);
            final double scale = modulus == 0 ? spike : modulus;
            if (entry <= Math.max(SchurIteration.TINY, SchurIteration.EPS * scale)) {
                end--;
            } else {
                for (int k = last - 1; k >= kept; k--) {
                    exchange(t, v, k);
                }
                kept++;
            }
        }
        return kept;
    }

    /** Exchanges the eigenvalues k and k + 1 on the diagonal of t by a rotation. */
    private void exchange(final Columns t, final Columns v, final int k) {
        final double[][] re = t.re();
        final double[][] im = t.im();
        final double ar = re[k][k];
        final double ai = im[k][k];
        final double br = re[k + 1][k + 1];
        final double bi = im[k + 1][k + 1];
        // (t_12, t_22 - t_11) is the eigenvector of t_22; the rotation turns it into e_1
        m_givens.eliminate(re[k + 1][k], im[k + 1][k], br - ar, bi - ai);
        m_rotations.clear();
        m_rotations.add(k, m_givens);
        for (int j = k; j < t.count(); j++) {
            m_rotations.rotateDown(re[j], im[j], 0, k, 1);
        }
        m_rotations.rotateColumns(t, 0, 0, k + 2);
        m_rotations.rotateColumns(v, 0, 0, v.rows());
        re[k][k] = br;
        im[k][k] = bi;
        re[k][k + 1] = 0;
        im[k][k + 1] = 0;
        re[k + 1][k + 1] = ar;
        im[k + 1][k + 1] = ai;
    }

    /** Turns what is left of the spike into one entry and t back into Hessenberg form. */
    private static void restoreHessenberg(final Columns t, final Columns v, final int kept) {
        if (kept < 2) {
            return;
        }
        final int n = t.count();
        final double[] wr = new double[n];
        final double[] wi = new double[n];
        for (int j = 0; j < kept; j++) {
            wr[j] = v.re()[j][0];
            wi[j] = -v.im()[j][0];
        }
        final Columns buffer = Columns.zeros(n, 1);
        final double[] ur = new double[n];
        final double[] ui = new double[n];
        if (Reflector.eliminate(wr, wi, 0, kept - 1, ur, ui)) {
            Reflector.applyLeft(t, ur, ui, 0, kept - 1);
            Reflector.applyRight(t, ur, ui, 0, kept - 1, kept - 1, buffer);
            Reflector.applyRight(v, ur, ui, 0, kept - 1, n - 1, buffer);
        }
        final Columns q = HessenbergReduction.reduce(t, 0, kept - 1, true, Progress.NONE);
        Products.multiplyRight(v, 0, q, 0, n);
    }
}
