package org.flavorwaves.physics.linear.blocks;

import java.util.Arrays;

import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.LocalFrames;
import org.flavorwaves.physics.linear.ModeArrays;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/**
 * All bands of one invariant block of M_k, in the coordinates of the local frames. Coordinate c belongs to mode
 * c / slots and to the frame vector slots[c % slots]. Left and right vectors of one band have product 1, and right ones
 * have unit length.
 *
 * <p>For tracking, a block tells which bands are anchored, that is recognised by their index at every wave vector of a
 * line, and gives the vectors of all others in a basis that is the same along the line.
 */
public abstract class BandBlock {
    private final ModeArrays m_modes;

    private final LocalFrames m_frames;

    private final int[] m_slots;

    private final double[] m_re;

    private final double[] m_im;

    private final double m_scale;

    BandBlock(final ModeArrays modes, final LocalFrames frames, final int[] slots, final double[] re,
        final double[] im, final double scale) {
        m_modes = modes;
        m_frames = frames;
        m_slots = slots;
        m_re = re;
        m_im = im;
        m_scale = scale;
    }

    /** The same bands; for a block with other vectors. */
    BandBlock(final BandBlock from) {
        m_modes = from.m_modes;
        m_frames = from.m_frames;
        m_slots = from.m_slots;
        m_re = from.m_re;
        m_im = from.m_im;
        m_scale = from.m_scale;
    }

    /** The sector to which band b belongs. */
    public abstract BandSector sector(int b);

    /** Whether right and left vectors were asked for. */
    public abstract boolean hasVectors();

    /** Writes the coordinates of a right vector. */
    abstract void right(int b, double[] re, double[] im);

    /** Writes the coordinates of a left vector. */
    abstract void left(int b, double[] re, double[] im);

    /** Whether a band has the same index at every wave vector of a line. */
    public abstract boolean anchored(int b);

    /** Right vectors of bands that are not anchored, as columns. */
    public abstract ComplexMatrix coreRight(int[] bands);

    /** Left vectors of bands that are not anchored, as rows. */
    public abstract ComplexMatrix coreLeft(int[] bands);

    /** Replaces vectors of bands of one frequency that are not anchored. */
    public abstract BandBlock withCore(int[] bands, ComplexMatrix right, ComplexMatrix left);

    /** Number of bands. */
    public final int size() {
        return m_re.length;
    }

    /** Real part of the frequency of band b. */
    public final double omegaRe(final int b) {
        return m_re[b];
    }

    /** Imaginary part of the frequency of band b. */
    public final double omegaIm(final int b) {
        return m_im[b];
    }

    /** Norm of the matrix whose eigenvalues these are, to which rounding is relative. */
    public final double scale() {
        return m_scale;
    }

    final int coordinates() {
        return m_modes.size() * m_slots.length;
    }

    /** Adds the Cartesian components of a right vector. */
    public final void addRight(final int b, final double[] re, final double[] im) {
        final double[] cRe = new double[coordinates()];
        final double[] cIm = new double[coordinates()];
        right(b, cRe, cIm);
        for (int c = 0; c < cRe.length; c++) {
            m_frames.addRight(c / m_slots.length, m_slots[c % m_slots.length], cRe[c], cIm[c], re, im);
        }
    }

    /** Adds the Cartesian components of a left vector. */
    public final void addLeft(final int b, final double[] re, final double[] im) {
        final double[] cRe = new double[coordinates()];
        final double[] cIm = new double[coordinates()];
        left(b, cRe, cIm);
        for (int c = 0; c < cRe.length; c++) {
            m_frames.addLeft(c / m_slots.length, m_slots[c % m_slots.length], cRe[c], cIm[c], re, im);
        }
    }

    /** Left and right vector of one band, from which its measures follow. */
    public final Pair pair(final int b) {
        final Pair pair = new Pair(coordinates());
        right(b, pair.m_rightRe, pair.m_rightIm);
        left(b, pair.m_leftRe, pair.m_leftIm);
        return pair;
    }

    /** The coordinates of one left and one right vector. */
    public final class Pair {
        private final double[] m_rightRe;

        private final double[] m_rightIm;

        private final double[] m_leftRe;

        private final double[] m_leftIm;

        private Pair(final int n) {
            m_rightRe = new double[n];
            m_rightIm = new double[n];
            m_leftRe = new double[n];
            m_leftIm = new double[n];
        }

        /** |left| |right| / |left.right|, infinite where the product is zero to rounding. */
        public double condition() {
            double l = 0;
            double r = 0;
            double re = 0;
            double im = 0;
            for (int c = 0; c < m_rightRe.length; c++) {
                l += m_leftRe[c] * m_leftRe[c] + m_leftIm[c] * m_leftIm[c];
                r += m_rightRe[c] * m_rightRe[c] + m_rightIm[c] * m_rightIm[c];
                re += m_leftRe[c] * m_rightRe[c] - m_leftIm[c] * m_rightIm[c];
                im += m_leftRe[c] * m_rightIm[c] + m_leftIm[c] * m_rightRe[c];
            }
            final double lengths = Math.sqrt(l) * Math.sqrt(r);
            final double product = Math.hypot(re, im);
            return product <= m_rightRe.length * Math.ulp(1.0) * lengths ? Double.POSITIVE_INFINITY
                : Math.max(1, lengths / product);
        }

        /** 1 / sum_i p_i^2 with p_i the share of mode i. */
        public double participation() {
            double sum = 0;
            double squares = 0;
            for (int c = 0; c < m_rightRe.length; c += m_slots.length) {
                double p = 0;
                for (int s = c; s < c + m_slots.length; s++) {
                    p += m_rightRe[s] * m_rightRe[s] + m_rightIm[s] * m_rightIm[s];
                }
                sum += p;
                squares += p * p;
            }
            return sum * sum / squares;
        }

        /** left . diag(v_i x 1_3) . right: out = Re x, Re y, Re z, Im x, Im y, Im z. */
        public void groupVelocity(final double[] out) {
            Arrays.fill(out, 0);
            for (int c = 0; c < m_rightRe.length; c++) {
                final int i = c / m_slots.length;
                final double re = m_leftRe[c] * m_rightRe[c] - m_leftIm[c] * m_rightIm[c];
                final double im = m_leftRe[c] * m_rightIm[c] + m_leftIm[c] * m_rightRe[c];
                out[0] += m_modes.vx()[i] * re;
                out[1] += m_modes.vy()[i] * re;
                out[2] += m_modes.vz()[i] * re;
                out[3] += m_modes.vx()[i] * im;
                out[4] += m_modes.vy()[i] * im;
                out[5] += m_modes.vz()[i] * im;
            }
        }
    }
}
