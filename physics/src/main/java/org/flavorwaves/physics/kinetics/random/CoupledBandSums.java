package org.flavorwaves.physics.kinetics.random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.collective.sums.TransverseSums;
import org.flavorwaves.physics.state.WaveVector;

/** The transverse block of a mixing equilibrium with an axis e_i a mode: six to twelve rows, {@link TransverseSums}. */
final class CoupledBandSums extends BandSums {
    private static final int[] POLES = {1, -1};

    /** e_i, 3 numbers a mode. */
    private final double[] m_axis;

    private final TransverseSums m_sums;

    CoupledBandSums(final Background background, final WaveVector axis) {
        super(background, axis, 3, false);
        m_axis = new double[3 * size()];
        final double[][] products = products();
        for (final double[] product : products) {
            for (int i = 0; i < size(); i++) {
                product[i] *= coupling(i);
            }
        }
        m_sums = new TransverseSums(used(), products);
        load(background);
    }

    @Override
    void loadAxis(final int i, final double ex, final double ey, final double ez) {
        m_axis[3 * i] = ex;
        m_axis[3 * i + 1] = ey;
        m_axis[3 * i + 2] = ez;
    }

    @Override
    void loadStrengths() {
        m_sums.load(m_axis, polarizations());
    }

    @Override
    Sampler sampler() {
        return m_sums.sampler(frequencies())::sample;
    }

    @Override
    int numbers() {
        return m_sums.numbers();
    }

    @Override
    int[] poles() {
        return POLES;
    }

    @Override
    void residues(final BandProjection out) {
        for (int i = 0; i < size(); i++) {
            double aa = 0;
            double bb = 0;
            double abRe = 0;
            double abIm = 0;
            double aAlongRe = 0;
            double aAlongIm = 0;
            double bAlongRe = 0;
            double bAlongIm = 0;
            double aTurn = 0;
            double bTurn = 0;
            double crossRe = 0;
            double crossIm = 0;
            for (int f = 0; f < 3; f++) {
                final int g = (f + 1) % 3;
                final int h = (f + 2) % 3;
                final double e = m_axis[3 * i + f];
                final double eg = m_axis[3 * i + g];
                final double eh = m_axis[3 * i + h];
                final double aRe = out.a()[2 * f][i];
                final double aIm = out.a()[2 * f + 1][i];
                final double bRe = out.b()[2 * f][i];
                final double bIm = out.b()[2 * f + 1][i];
                final double turnedRe = eg * out.b()[2 * h][i] - eh * out.b()[2 * g][i];
                final double turnedIm = eg * out.b()[2 * h + 1][i] - eh * out.b()[2 * g + 1][i];
                aa += aRe * aRe + aIm * aIm;
                bb += bRe * bRe + bIm * bIm;
                abRe += aRe * bRe - aIm * bIm;
                abIm += aRe * bIm + aIm * bRe;
                aAlongRe += e * aRe;
                aAlongIm += e * aIm;
                bAlongRe += e * bRe;
                bAlongIm += e * bIm;
                aTurn += aRe * (eg * out.a()[2 * h + 1][i] - eh * out.a()[2 * g + 1][i])
                    - aIm * (eg * out.a()[2 * h][i] - eh * out.a()[2 * g][i]);
                bTurn += bRe * turnedIm - bIm * turnedRe;
                crossRe += aRe * turnedRe - aIm * turnedIm;
                crossIm += aRe * turnedIm + aIm * turnedRe;
            }
            final double aAcross = aa - aAlongRe * aAlongRe - aAlongIm * aAlongIm;
            final double bAcross = bb - bAlongRe * bAlongRe - bAlongIm * bAlongIm;
            final double acrossRe = abRe - aAlongRe * bAlongRe + aAlongIm * bAlongIm;
            final double acrossIm = abIm - aAlongRe * bAlongIm - aAlongIm * bAlongRe;
            for (int q = 0; q < POLES.length; q++) {
                out.residueRe()[q][i] = strength(i) / 2 * (crossIm + POLES[q] * acrossRe);
                out.residueIm()[q][i] = strength(i) / 2 * (POLES[q] * acrossIm - crossRe);
                out.right()[q][i] = (bAcross + POLES[q] * bTurn) / 2;
                out.left()[q][i] = (aAcross - POLES[q] * aTurn) / 2;
            }
        }
    }
}
