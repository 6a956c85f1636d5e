package org.flavorwaves.physics.linear.collective.sums;

import java.util.Arrays;

import org.flavorwaves.physics.linear.collective.sums.PoleTree.Sums;

/** Sums poles one by one, whatever their strengths. */
final class NearPoles implements PoleSet.Near {
    private final PoleSet m_poles;

    private final double[] m_strengths;

    private final double[][] m_inverses = new double[4][1];

    NearPoles(final PoleSet poles) {
        m_poles = poles;
        m_strengths = new double[poles.channels()];
    }

    @Override
    public void add(final int[] poles, final int from, final int to, final double re, final double im,
        final Sums sums) {
        final double[] valueRe = sums.valueRe();
        final double[] valueIm = sums.valueIm();
        final double[] squareRe = sums.squareRe();
        final double[] squareIm = sums.squareIm();
        for (int j = from; j < to; j++) {
            inverses(re - m_poles.position(poles[j]), im, m_inverses, 0);
            final double ur = m_inverses[0][0];
            final double ui = m_inverses[1][0];
            final double wr = m_inverses[2][0];
            final double wi = m_inverses[3][0];
            Arrays.fill(m_strengths, 0);
            m_poles.addStrengths(poles[j], 1, m_strengths, 0);
            for (int c = 0; c < m_strengths.length; c++) {
                final double s = m_strengths[c];
                valueRe[c] += s * ur;
                valueIm[c] += s * ui;
                squareRe[c] += s * wr;
                squareIm[c] += s * wi;
            }
        }
    }

    /** Writes u = 1/(dx + i dy) and u^2 into column i. */
    static void inverses(final double dx, final double dy, final double[][] out, final int i) {
        final double inverse = 1 / (dx * dx + dy * dy);
        final double ur = dx * inverse;
        final double ui = -dy * inverse;
        out[0][i] = ur;
        out[1][i] = ui;
        out[2][i] = ur * ur - ui * ui;
        out[3][i] = 2 * ur * ui;
    }
}
