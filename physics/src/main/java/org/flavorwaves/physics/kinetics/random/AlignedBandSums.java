package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.WaveVector;

/** One circular sector s = +-1 of an aligned background (FR 19): a matrix of two to four rows. */
final class AlignedBandSums extends BandSums {
    private final int m_sign;

    /** V^m V^n of each pair, [pair][mode]. */
    private final double[][] m_products;

    AlignedBandSums(final Background background, final WaveVector axis, final int sign) {
        super(background, axis, 1);
        m_sign = sign;
        m_products = new double[pairs()][size()];
        for (int a = 0; a < components(); a++) {
            for (int b = a; b < components(); b++) {
                for (int i = 0; i < size(); i++) {
                    m_products[pair(a, b)][i] = velocity(a, i) * velocity(b, i);
                }
            }
        }
        load(background);
    }

    @Override
    void loadAxis(final int i, final double ex, final double ey, final double ez) {
        // all axes are one
    }

    @Override
    int room() {
        return 4 * pairs();
    }

    @Override
    void sample(final double k, final double re, final double im, final double[] sums, final double[] t,
        final double[] derivative) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < size(); i++) {
            final double x = shifted(re, k, i) + m_sign * field(i);
            final double y = im + damping(i);
            final double inverse = 1 / (x * x + y * y);
            final double ur = x * inverse;
            final double ui = -y * inverse;
            final double g = m_sign * polarization(i) * coupling(i);
            final double wr = g * (ur * ur - ui * ui);
            final double wi = 2 * g * ur * ui;
            for (int c = 0; c < m_products.length; c++) {
                final double v = m_products[c][i];
                sums[4 * c] += v * g * ur;
                sums[4 * c + 1] += v * g * ui;
                sums[4 * c + 2] += v * wr;
                sums[4 * c + 3] += v * wi;
            }
        }
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
    void shares(final double k, final double re, final double im, final double[] x, final double[] y,
        final double[] right, final double[] left, final double[] product) {
        Arrays.fill(product, 0);
        for (int i = 0; i < size(); i++) {
            double bRe = 0;
            double bIm = 0;
            double aRe = 0;
            double aIm = 0;
            for (int m = 0; m < components(); m++) {
                final double v = velocity(m, i);
                bRe += metric(m) * v * x[2 * m];
                bIm += metric(m) * v * x[2 * m + 1];
                aRe += v * y[2 * m];
                aIm += v * y[2 * m + 1];
            }
            final double dx = shifted(re, k, i) + m_sign * field(i);
            final double dy = im + damping(i);
            final double inverse = 1 / (dx * dx + dy * dy);
            final double p = polarization(i);
            final double c = coupling(i);
            right[i] = p * p * (bRe * bRe + bIm * bIm) * inverse;
            left[i] = c * c * (aRe * aRe + aIm * aIm) * inverse;
            final double g = m_sign * p * c * inverse * inverse;
            final double wRe = g * (dx * dx - dy * dy);
            final double wIm = -2 * g * dx * dy;
            final double abRe = aRe * bRe - aIm * bIm;
            final double abIm = aRe * bIm + aIm * bRe;
            add(abRe * wRe - abIm * wIm, abRe * wIm + abIm * wRe, i, product);
        }
    }
}
