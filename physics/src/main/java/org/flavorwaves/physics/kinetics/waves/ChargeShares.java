package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;

/**
 * How large the parts of bands are that a rotation of flavor about an axis multiplies by exp(-i c phi), c = -1, 0, 1:
 * the axis of an aligned gas, else z, about which dense matter turns. H x P of two waves has the sum of their c, so
 * that products of bands with other sums are as small as the foreign parts of these.
 */
final class ChargeShares {
    /** Largest norm of a part with c - 1 = 0, 1, 2 among some bands, each relative to the norm of its band. */
    private final double[] m_shares = new double[3];

    /** Adds a right or left vector of 3N components; what a left one takes in is its conjugate. */
    private void add(final double[] axis, final double[] re, final double[] im, final boolean left) {
        double along = 0;
        double across = 0;
        double turning = 0;
        for (int i = 0; i < re.length; i += 3) {
            final double x = axis[0] * re[i] + axis[1] * re[i + 1] + axis[2] * re[i + 2];
            final double y = axis[0] * im[i] + axis[1] * im[i + 1] + axis[2] * im[i + 2];
            along += x * x + y * y;
            for (int a = 0; a < 3; a++) {
                across += square(re[i + a] - x * axis[a]) + square(im[i + a] - y * axis[a]);
                turning += 2 * axis[a] * (re[i + (a + 1) % 3] * im[i + (a + 2) % 3]
                    - re[i + (a + 2) % 3] * im[i + (a + 1) % 3]);
            }
        }
        final double signed = left ? -turning : turning;
        final double[] squares = {0.5 * (across - signed), along, 0.5 * (across + signed)};
        for (int c = 0; c < 3; c++) {
            m_shares[c] = Math.max(m_shares[c], Math.sqrt(Math.max(0, squares[c]) / (along + across)));
        }
    }

    private static double square(final double x) {
        return x * x;
    }

    /** The shares of bands of wave n = w + 1. */
    static ChargeShares of(final WaveBasis basis, final int w, final int[] bands, final boolean left) {
        final Background background = basis.background();
        final double[] axis = background.structure() == BackgroundStructure.ALIGNED
            ? new double[]{background.axis(0), background.axis(1), background.axis(2)} : new double[]{0, 0, 1};
        final FramedVectors vectors = left ? basis.vectors(w).left() : basis.vectors(w).right();
        final int size = basis.bands();
        final double[][] frame = new double[2][size];
        final double[][] vector = new double[2][size];
        final ChargeShares shares = new ChargeShares();
        for (final int b : bands) {
            Arrays.fill(frame[0], 0);
            Arrays.fill(frame[1], 0);
            vectors.add(b, 1, 0, frame[0], frame[1]);
            basis.frames().toAxes(frame[0], frame[1], left ? -1 : 1, vector[0], vector[1]);
            shares.add(axis, vector[0], vector[1], left);
        }
        return shares;
    }

    /**
     * Bounds the products of two waves that drive a third, relative to what vectors of their norms allow.
     *
     * @param first the bands of one wave
     * @param conjugate whether that is the wave -n
     * @param second the bands of the other one
     * @param target left vectors of the third one
     * @return the bound, at least that of the largest product
     */
    static double bound(final ChargeShares first, final boolean conjugate, final ChargeShares second,
        final ChargeShares target) {
        double sum = 0;
        for (int a = -1; a <= 1; a++) {
            for (int b = Math.max(-1, -1 - a); b <= Math.min(1, 1 - a); b++) {
                sum += first.m_shares[1 + (conjugate ? -a : a)] * second.m_shares[1 + b] * target.m_shares[1 + a + b];
            }
        }
        return sum;
    }
}
