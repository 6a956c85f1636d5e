package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.collective.sums.BlockProducts;
import org.flavorwaves.physics.linear.collective.sums.TransverseSums;
import org.flavorwaves.physics.state.WaveVector;

/** One circular sector s = +-1 of an aligned background (FR 19): a matrix of two to four rows. */
final class AlignedBandSums extends BandSums {
    private final int m_sign;

    private final int[] m_poles;

    private final double[][] m_products = products();

    private final TransverseSums.Poles m_frequencies = frequencies();

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
        for (int c = 0; c < m_products.length; c++) {
            for (int i = 0; i < groups(); i++) {
                m_strengths[c][i] = m_sign * strength(i) * m_products[c][i];
            }
        }
    }

    @Override
    Sampler sampler() {
        final double[][] rows = new double[4][BlockProducts.BLOCK];
        final double[] sums = new double[numbers()];
        return (k, re, im, t, derivative) -> {
            Arrays.fill(sums, 0);
            for (int from = 0; from < groups(); from += BlockProducts.BLOCK) {
                final int n = Math.min(BlockProducts.BLOCK, groups() - from);
                m_frequencies.inverses(k, re, im, m_sign, from, n, rows);
                BlockProducts.add(m_strengths, from, rows, n, sums);
            }
            fill(sums, t, derivative);
        };
    }

    @Override
    int numbers() {
        return 4 * m_strengths.length;
    }

    private void fill(final double[] sums, final double[] t, final double[] derivative) {
        final int n = components();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                final int c = 4 * pair(a, b);
                final int at = 2 * (a * n + b);
                t[at] = (a == b ? 1 : 0) - metric(b) * sums[c];
                t[at + 1] = -metric(b) * sums[c + 1];
                derivative[at] = metric(b) * sums[c + 2];
                derivative[at + 1] = metric(b) * sums[c + 3];
            }
        }
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
            final double g = m_sign * strength(i);
            residueRe[i] = g * (aRe[i] * bRe[i] - aIm[i] * bIm[i]);
            residueIm[i] = g * (aRe[i] * bIm[i] + aIm[i] * bRe[i]);
            right[i] = bRe[i] * bRe[i] + bIm[i] * bIm[i];
            left[i] = aRe[i] * aRe[i] + aIm[i] * aIm[i];
        }
    }
}
