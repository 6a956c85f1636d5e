package org.flavorwaves.physics.kinetics.random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.collective.sums.AlignedTensor;
import org.flavorwaves.physics.linear.collective.sums.TransverseSums;
import org.flavorwaves.physics.state.WaveVector;

/** One circular sector s = +-1 of an aligned background (FR 19): a matrix of two to four rows. */
final class AlignedBandSums extends BandSums {
    private final int m_sign;

    private final int[] m_poles;

    private final double[][] m_products = products();

    private final TransverseSums.Poles m_frequencies = frequencies();

    /** s G of each group. */
    private final double[] m_strength = new double[groups()];

    /** s G V^m V^n of each pair, [pair][group]. */
    private final double[][] m_strengths = products();

    AlignedBandSums(final Background background, final WaveVector axis, final int sign) {
        super(background, axis, 1, true);
        m_sign = sign;
        m_poles = new int[]{sign};
        load(background);
    }

    @Override
    void loadAxis(final int i, final double ex, final double ey, final double ez) {
        // all axes are one
    }

    @Override
    void loadStrengths() {
        for (int i = 0; i < m_strength.length; i++) {
            m_strength[i] = m_sign * strength(i);
        }
        for (int c = 0; c < m_products.length; c++) {
            for (int i = 0; i < m_strength.length; i++) {
                m_strengths[c][i] = m_strength[i] * m_products[c][i];
            }
        }
    }

    @Override
    Sampler sampler() {
        return new AlignedTensor(metrics(), m_strengths, m_frequencies, m_sign)::sample;
    }

    @Override
    int numbers() {
        return 4 * m_strengths.length;
    }

    @Override
    int[] poles() {
        return m_poles;
    }

    @Override
    void residues(final BandProjection out) {
        final double[] aRe = out.a()[0];
        final double[] aIm = out.a()[1];
        final double[] bRe = out.b()[0];
        final double[] bIm = out.b()[1];
        final double[] residueRe = out.residueRe()[0];
        final double[] residueIm = out.residueIm()[0];
        final double[] right = out.right()[0];
        final double[] left = out.left()[0];
        for (int i = 0; i < residueRe.length; i++) {
            final double g = m_strength[i];
            residueRe[i] = g * (aRe[i] * bRe[i] - aIm[i] * bIm[i]);
            residueIm[i] = g * (aRe[i] * bIm[i] + aIm[i] * bRe[i]);
        }
        for (int i = 0; i < right.length; i++) {
            right[i] = bRe[i] * bRe[i] + bIm[i] * bIm[i];
            left[i] = aRe[i] * aRe[i] + aIm[i] * aIm[i];
        }
    }
}
