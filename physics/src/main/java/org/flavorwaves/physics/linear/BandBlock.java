package org.flavorwaves.physics.linear;

import org.flavorwaves.physics.numerics.ComplexMatrix;

/**
 * All bands of one invariant block of M_k, in the coordinates of the local frames. Coordinate c belongs to mode
 * c / slots and to the frame vector slots[c % slots].
 */
final class BandBlock {
    private final ModeArrays m_modes;

    private final LocalFrames m_frames;

    private final int[] m_slots;

    private final BandSector[] m_sectors;

    private final double[] m_re;

    private final double[] m_im;

    private final double m_scale;

    /** Coordinates by bands, columns of unit length; no columns if only values are known. */
    private final ComplexMatrix m_right;

    /** Bands by coordinates, row b times column b = 1; no rows if only values are known. */
    private final ComplexMatrix m_left;

    BandBlock(final Background background, final int[] slots, final BandSector[] sectors, final double[] re,
        final double[] im, final double scale, final ComplexMatrix right, final ComplexMatrix left) {
        m_modes = background.modeArrays();
        m_frames = background.frames();
        m_slots = slots;
        m_sectors = sectors;
        m_re = re;
        m_im = im;
        m_scale = scale;
        m_right = right;
        m_left = left;
    }

    int size() {
        return m_re.length;
    }

    boolean hasVectors() {
        return m_right.columns() == size();
    }

    BandSector sector(final int b) {
        return m_sectors[b];
    }

    double omegaRe(final int b) {
        return m_re[b];
    }

    double omegaIm(final int b) {
        return m_im[b];
    }

    /** Norm of the matrix whose eigenvalues these are, to which rounding is relative. */
    double scale() {
        return m_scale;
    }

    ComplexMatrix right() {
        return m_right;
    }

    ComplexMatrix left() {
        return m_left;
    }

    /** The same bands with other vectors. */
    BandBlock withVectors(final ComplexMatrix right, final ComplexMatrix left) {
        return new BandBlock(this, right, left);
    }

    private BandBlock(final BandBlock from, final ComplexMatrix right, final ComplexMatrix left) {
        m_modes = from.m_modes;
        m_frames = from.m_frames;
        m_slots = from.m_slots;
        m_sectors = from.m_sectors;
        m_re = from.m_re;
        m_im = from.m_im;
        m_scale = from.m_scale;
        m_right = right;
        m_left = left;
    }

    /** Adds the Cartesian components of a right vector. */
    void addRight(final int b, final double[] re, final double[] im) {
        for (int c = 0; c < m_right.rows(); c++) {
            m_frames.addRight(c / m_slots.length, m_slots[c % m_slots.length], m_right.re(c, b), m_right.im(c, b),
                re, im);
        }
    }

    /** Adds the Cartesian components of a left vector. */
    void addLeft(final int b, final double[] re, final double[] im) {
        for (int c = 0; c < m_left.columns(); c++) {
            m_frames.addLeft(c / m_slots.length, m_slots[c % m_slots.length], m_left.re(b, c), m_left.im(b, c), re,
                im);
        }
    }

    /** |left| |right| / |left.right|, infinite where the product is zero to rounding. */
    double condition(final int b) {
        double l = 0;
        double r = 0;
        double dotRe = 0;
        double dotIm = 0;
        for (int c = 0; c < m_right.rows(); c++) {
            final double lr = m_left.re(b, c);
            final double li = m_left.im(b, c);
            final double rr = m_right.re(c, b);
            final double ri = m_right.im(c, b);
            l += lr * lr + li * li;
            r += rr * rr + ri * ri;
            dotRe += lr * rr - li * ri;
            dotIm += lr * ri + li * rr;
        }
        final double lengths = Math.sqrt(l) * Math.sqrt(r);
        final double product = Math.hypot(dotRe, dotIm);
        return product <= m_right.rows() * BandSet.ROUNDING * lengths ? Double.POSITIVE_INFINITY
            : Math.max(1, lengths / product);
    }

    /** 1 / sum_i p_i^2 with p_i the share of mode i. */
    double participation(final int b) {
        double sum = 0;
        double squares = 0;
        for (int c = 0; c < m_right.rows(); c += m_slots.length) {
            double p = 0;
            for (int s = c; s < c + m_slots.length; s++) {
                p += m_right.re(s, b) * m_right.re(s, b) + m_right.im(s, b) * m_right.im(s, b);
            }
            sum += p;
            squares += p * p;
        }
        return sum * sum / squares;
    }

    /** left . diag(v_i x 1_3) . right: out = Re x, Re y, Re z, Im x, Im y, Im z. */
    void groupVelocity(final int b, final double[] out) {
        for (int c = 0; c < m_right.rows(); c++) {
            final int i = c / m_slots.length;
            final double lr = m_left.re(b, c);
            final double li = m_left.im(b, c);
            final double rr = m_right.re(c, b);
            final double ri = m_right.im(c, b);
            final double re = lr * rr - li * ri;
            final double im = lr * ri + li * rr;
            out[0] += m_modes.vx()[i] * re;
            out[1] += m_modes.vy()[i] * re;
            out[2] += m_modes.vz()[i] * re;
            out[3] += m_modes.vx()[i] * im;
            out[4] += m_modes.vy()[i] * im;
            out[5] += m_modes.vz()[i] * im;
        }
    }
}
