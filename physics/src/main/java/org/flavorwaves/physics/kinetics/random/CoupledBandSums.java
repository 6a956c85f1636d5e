package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.WaveVector;

/**
 * The transverse block of a mixing equilibrium with an axis e_i a mode: six to twelve rows. With
 * f = 1/(Omega - k u.v_i + i D_i + h_i) and g the same with -h_i, the resolvent is
 *
 * <pre>R_i = p_i [S (1 - e e^T) - i Q [e]x],   S = (f - g)/2,   Q = (f + g)/2</pre>
 */
final class CoupledBandSums extends BandSums {
    /** Complex entries of a resolvent: six of 1 - e e^T and three of [e]x. */
    private static final int ENTRIES = 9;

    /** Real numbers of R and dR/dOmega. */
    private static final int ROW = 4 * ENTRIES;

    /** Entry of 1 - e e^T at row a, column b. */
    private static final int[][] EVEN = {{0, 3, 4}, {3, 1, 5}, {4, 5, 2}};

    /** Flavor component of e in [e]x at row a, column b, and its sign. */
    private static final int[][] ODD = {{0, 2, 1}, {2, 0, 0}, {1, 0, 0}};

    private static final double[][] ODD_SIGN = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};

    /** e_i and the entries of 1 - e e^T, 3 and 6 numbers a mode. */
    private final double[] m_axis;

    private final double[] m_across;

    CoupledBandSums(final Background background, final WaveVector axis) {
        super(background, axis, 3);
        m_axis = new double[3 * size()];
        m_across = new double[6 * size()];
        load(background);
    }

    @Override
    void loadAxis(final int i, final double ex, final double ey, final double ez) {
        m_axis[3 * i] = ex;
        m_axis[3 * i + 1] = ey;
        m_axis[3 * i + 2] = ez;
        m_across[6 * i] = ey * ey + ez * ez;
        m_across[6 * i + 1] = ex * ex + ez * ez;
        m_across[6 * i + 2] = ex * ex + ey * ey;
        m_across[6 * i + 3] = -ex * ey;
        m_across[6 * i + 4] = -ex * ez;
        m_across[6 * i + 5] = -ey * ez;
    }

    @Override
    int room() {
        return ROW * (pairs() + 1);
    }

    @Override
    void sample(final double k, final double re, final double im, final double[] sums, final double[] t,
        final double[] derivative) {
        Arrays.fill(sums, 0);
        final int row = ROW * pairs();
        for (int i = 0; i < size(); i++) {
            resolvent(k, re, im, i, sums, row);
            for (int a = 0; a < components(); a++) {
                for (int b = a; b < components(); b++) {
                    final double v = velocity(a, i) * velocity(b, i);
                    final int at = ROW * pair(a, b);
                    for (int e = 0; e < ROW; e++) {
                        sums[at + e] += v * sums[row + e];
                    }
                }
            }
        }
        fill(sums, 0, t);
        fill(sums, 2 * ENTRIES, derivative);
        for (int c = 0; c < dimension(); c++) {
            for (int d = 0; d < dimension(); d++) {
                final int at = 2 * (c * dimension() + d);
                t[at] = (c == d ? 1 : 0) - t[at];
                t[at + 1] = -t[at + 1];
            }
        }
    }

    /** The entries of q w s R_i and of -q w s dR_i/dOmega. */
    private void resolvent(final double k, final double re, final double im, final int i, final double[] out,
        final int at) {
        final double x = shifted(re, k, i);
        final double y = im + damping(i);
        final double f = x + field(i);
        final double g = x - field(i);
        final double factor = coupling(i) * polarization(i) / 2;
        final double fInverse = 1 / (f * f + y * y);
        final double gInverse = 1 / (g * g + y * y);
        final double fRe = f * fInverse;
        final double fIm = -y * fInverse;
        final double gRe = g * gInverse;
        final double gIm = -y * gInverse;
        entries(factor * (fRe - gRe), factor * (fIm - gIm), factor * (fRe + gRe), factor * (fIm + gIm), i, out, at);
        final double ffRe = fRe * fRe - fIm * fIm;
        final double ffIm = 2 * fRe * fIm;
        final double ggRe = gRe * gRe - gIm * gIm;
        final double ggIm = 2 * gRe * gIm;
        entries(factor * (ffRe - ggRe), factor * (ffIm - ggIm), factor * (ffRe + ggRe), factor * (ffIm + ggIm), i,
            out, at + 2 * ENTRIES);
    }

    private void entries(final double sRe, final double sIm, final double qRe, final double qIm, final int i,
        final double[] out, final int at) {
        for (int e = 0; e < 6; e++) {
            out[at + 2 * e] = sRe * m_across[6 * i + e];
            out[at + 2 * e + 1] = sIm * m_across[6 * i + e];
        }
        for (int a = 0; a < 3; a++) {
            out[at + 12 + 2 * a] = qRe * m_axis[3 * i + a];
            out[at + 13 + 2 * a] = qIm * m_axis[3 * i + a];
        }
    }

    /** Row (m, a), column (n, b): sums of V^m V^n g_nn R_ab. */
    private void fill(final double[] sums, final int offset, final double[] out) {
        for (int m = 0; m < components(); m++) {
            for (int n = 0; n < components(); n++) {
                final int from = ROW * pair(m, n) + offset;
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        final int even = from + 2 * EVEN[a][b];
                        final int odd = from + 12 + 2 * ODD[a][b];
                        final int at = 2 * ((3 * m + a) * dimension() + 3 * n + b);
                        out[at] = metric(n) * (sums[even] + ODD_SIGN[a][b] * sums[odd + 1]);
                        out[at + 1] = metric(n) * (sums[even + 1] - ODD_SIGN[a][b] * sums[odd]);
                    }
                }
            }
        }
    }

    @Override
    void shares(final double k, final double re, final double im, final double[] x, final double[] y,
        final double[] right, final double[] left, final double[] product) {
        Arrays.fill(product, 0);
        for (int i = 0; i < size(); i++) {
            shares(k, re, im, x, y, i, right, left, product);
        }
    }

    private void shares(final double k, final double re, final double im, final double[] x, final double[] y,
        final int i, final double[] right, final double[] left, final double[] product) {
        double bbRe = 0;
        double aa = 0;
        double bAlongRe = 0;
        double bAlongIm = 0;
        double aAlongRe = 0;
        double aAlongIm = 0;
        double abRe = 0;
        double abIm = 0;
        double bTurn = 0;
        double aTurn = 0;
        double crossRe = 0;
        double crossIm = 0;
        for (int f = 0; f < 3; f++) {
            final int g = (f + 1) % 3;
            final int h = (f + 2) % 3;
            final double e = m_axis[3 * i + f];
            final double bRe = right(x, i, 2 * f);
            final double bIm = right(x, i, 2 * f + 1);
            final double aRe = left(y, i, 2 * f);
            final double aIm = left(y, i, 2 * f + 1);
            bbRe += bRe * bRe + bIm * bIm;
            aa += aRe * aRe + aIm * aIm;
            bAlongRe += e * bRe;
            bAlongIm += e * bIm;
            aAlongRe += e * aRe;
            aAlongIm += e * aIm;
            abRe += aRe * bRe - aIm * bIm;
            abIm += aRe * bIm + aIm * bRe;
            final double eg = m_axis[3 * i + g];
            final double eh = m_axis[3 * i + h];
            final double turnedRe = eg * right(x, i, 2 * h) - eh * right(x, i, 2 * g);
            final double turnedIm = eg * right(x, i, 2 * h + 1) - eh * right(x, i, 2 * g + 1);
            bTurn += bRe * turnedIm - bIm * turnedRe;
            aTurn += aRe * (eg * left(y, i, 2 * h + 1) - eh * left(y, i, 2 * g + 1))
                - aIm * (eg * left(y, i, 2 * h) - eh * left(y, i, 2 * g));
            crossRe += aRe * turnedRe - aIm * turnedIm;
            crossIm += aRe * turnedIm + aIm * turnedRe;
        }
        final double bAcross = bbRe - bAlongRe * bAlongRe - bAlongIm * bAlongIm;
        final double aAcross = aa - aAlongRe * aAlongRe - aAlongIm * aAlongIm;
        final double dx = shifted(re, k, i);
        final double dy = im + damping(i);
        final double f = dx + field(i);
        final double g = dx - field(i);
        final double fInverse = 1 / (f * f + dy * dy);
        final double gInverse = 1 / (g * g + dy * dy);
        final double p = polarization(i);
        final double c = coupling(i);
        right[i] = p * p / 2 * ((bAcross + bTurn) * fInverse + (bAcross - bTurn) * gInverse);
        left[i] = c * c / 2 * ((aAcross - aTurn) * fInverse + (aAcross + aTurn) * gInverse);
        final double ffRe = (f * f - dy * dy) * fInverse * fInverse;
        final double ffIm = -2 * f * dy * fInverse * fInverse;
        final double ggRe = (g * g - dy * dy) * gInverse * gInverse;
        final double ggIm = -2 * g * dy * gInverse * gInverse;
        final double acrossRe = abRe - aAlongRe * bAlongRe + aAlongIm * bAlongIm;
        final double acrossIm = abIm - aAlongRe * bAlongIm - aAlongIm * bAlongRe;
        final double sRe = c * p / 2 * (ffRe - ggRe);
        final double sIm = c * p / 2 * (ffIm - ggIm);
        final double qRe = c * p / 2 * (ffRe + ggRe);
        final double qIm = c * p / 2 * (ffIm + ggIm);
        add(sRe * acrossRe - sIm * acrossIm + qRe * crossIm + qIm * crossRe,
            sRe * acrossIm + sIm * acrossRe - qRe * crossRe + qIm * crossIm, i, product);
    }

    /** One real number of b_i = V_i g x. */
    private double right(final double[] x, final int i, final int part) {
        double sum = 0;
        for (int m = 0; m < components(); m++) {
            sum += metric(m) * velocity(m, i) * x[6 * m + part];
        }
        return sum;
    }

    /** One real number of a_i = y V_i. */
    private double left(final double[] y, final int i, final int part) {
        double sum = 0;
        for (int m = 0; m < components(); m++) {
            sum += velocity(m, i) * y[6 * m + part];
        }
        return sum;
    }
}
