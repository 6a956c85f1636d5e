package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandVectors;

/**
 * The right and left vectors of all 3N bands of one wave in local frames, with the phases of {@link VectorPhase}, and
 * the collective numbers of the right ones. Immutable.
 */
final class WaveVectors {
    /** Complex collective numbers of one vector: 12 real parts, then 12 imaginary parts. */
    static final int FIELD = 24;

    private final int m_bands;

    private final FrameMap m_frames;

    private final FramedVectors m_right;

    private final FramedVectors m_left;

    /** The left vectors by components, of bands in the order of the next field. */
    private final FramedVectors m_leftRows;

    private final int[] m_order;

    /** All components as they come. */
    private final int[] m_components;

    private final double[] m_field;

    WaveVectors(final BandSet set, final FrameMap frames, final ModeTable modes) {
        m_bands = 3 * modes.size();
        m_frames = frames;
        m_right = new FramedVectors(m_bands, m_bands);
        m_left = new FramedVectors(m_bands, m_bands);
        m_components = IntStream.range(0, m_bands).toArray();
        m_field = new double[m_bands * FIELD];
        final BandVectors vectors = set.vectors().orElseThrow();
        final double[] re = new double[m_bands];
        final double[] im = new double[m_bands];
        for (int b = 0; b < m_bands; b++) {
            final WaveFunction right = vectors.right(b);
            final WaveFunction left = vectors.left(b);
            frames.toFrames(right.ownRe(), right.ownIm(), 1, re, im);
            final VectorPhase phase = VectorPhase.of(re, im);
            phase.remove(re, im);
            m_right.set(b, re, im);
            phase.remove(right.ownRe(), right.ownIm());
            modes.field(right.ownRe(), right.ownIm(), 0, m_field, b * FIELD);
            frames.toFrames(left.ownRe(), left.ownIm(), -1, re, im);
            phase.add(re, im);
            m_left.set(b, re, im);
        }
        m_order = m_left.order();
        m_leftRows = m_left.transposed(m_order);
    }

    /** The right vectors in local frames. */
    FramedVectors right() {
        return m_right;
    }

    /** The left vectors in local frames. */
    FramedVectors left() {
        return m_left;
    }

    /** The bands in the order of {@link #project}, in which like ones stand together. */
    int[] order() {
        return m_order;
    }

    /** Collective numbers of the right vectors, {@link #FIELD} a band, with q w_j s_j. */
    double[] fields() {
        return m_field;
    }

    /** Sets re + i im to sum_b Phi_b psi_b, Phi_b = phi[from + 2 b] + i phi[from + 2 b + 1]; frames are work space. */
    void synthesize(final double[] phi, final int from, final double[] frameRe, final double[] frameIm,
        final double[] re, final double[] im) {
        Arrays.fill(frameRe, 0);
        Arrays.fill(frameIm, 0);
        for (int b = 0; b < m_bands; b++) {
            final double x = phi[from + 2 * b];
            final double y = phi[from + 2 * b + 1];
            if (x != 0 || y != 0) {
                m_right.add(b, x, y, frameRe, frameIm);
            }
        }
        m_frames.toAxes(frameRe, frameIm, 1, re, im);
    }

    /** Sets phi[from + 2 b], phi[from + 2 b + 1] to left_b . wave for all bands. */
    void expand(final WaveFunction wave, final double[] phi, final int from) {
        final double[] frameRe = new double[m_bands];
        final double[] frameIm = new double[m_bands];
        m_frames.toFrames(wave.ownRe(), wave.ownIm(), 1, frameRe, frameIm);
        final double[] re = new double[m_bands];
        final double[] im = new double[m_bands];
        for (int c = 0; c < m_bands; c++) {
            m_leftRows.add(c, frameRe[c], frameIm[c], re, im);
        }
        for (int r = 0; r < m_bands; r++) {
            phi[from + 2 * m_order[r]] = re[r];
            phi[from + 2 * m_order[r] + 1] = im[r];
        }
    }

    /** |left_b . wave|. */
    double product(final int b, final WaveFunction wave) {
        final double[] re = new double[m_bands];
        final double[] im = new double[m_bands];
        m_frames.toFrames(wave.ownRe(), wave.ownIm(), 1, re, im);
        return m_left.product(b, re, im);
    }

    /**
     * Sets components to sums of the bands for several states side by side.
     *
     * @param x real parts of the amplitudes, [band in the order of {@link #order}][state]
     * @param y imaginary parts of the amplitudes
     * @param frameRe work space, [component][state]
     * @param frameIm work space
     * @param re set to real parts of the wave, [component][state]
     * @param im set to imaginary parts of the wave
     */
    void synthesize(final double[][] x, final double[][] y, final double[][] frameRe, final double[][] frameIm,
        final double[][] re, final double[][] im, final int states) {
        clear(frameRe, frameIm, states);
        m_right.addAll(m_order, x, y, frameRe, frameIm, states);
        m_frames.toAxes(frameRe, frameIm, re, im, states);
    }

    /**
     * Sets amplitudes, in the order of {@link #order}, from components for several states side by side: the inverse of
     * {@link #synthesize}.
     */
    void project(final double[][] re, final double[][] im, final double[][] frameRe, final double[][] frameIm,
        final double[][] x, final double[][] y, final int states) {
        m_frames.toFrames(re, im, frameRe, frameIm, states);
        clear(x, y, states);
        m_leftRows.addAll(m_components, frameRe, frameIm, x, y, states);
    }

    private static void clear(final double[][] re, final double[][] im, final int states) {
        for (int c = 0; c < re.length; c++) {
            Arrays.fill(re[c], 0, states, 0);
            Arrays.fill(im[c], 0, states, 0);
        }
    }

    /** All vectors by x, y, z: real and imaginary parts, component c of band b at 3N b + c. */
    double[][] all(final boolean left) {
        final double[][] all = new double[2][m_bands * m_bands];
        final double[] re = new double[m_bands];
        final double[] im = new double[m_bands];
        for (int b = 0; b < m_bands; b++) {
            final double[][] frame = new double[2][m_bands];
            (left ? m_left : m_right).add(b, 1, 0, frame[0], frame[1]);
            m_frames.toAxes(frame[0], frame[1], left ? -1 : 1, re, im);
            System.arraycopy(re, 0, all[0], b * m_bands, m_bands);
            System.arraycopy(im, 0, all[1], b * m_bands, m_bands);
        }
        return all;
    }
}
