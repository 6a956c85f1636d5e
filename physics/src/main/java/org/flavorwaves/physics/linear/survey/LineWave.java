package org.flavorwaves.physics.linear.survey;

import java.util.Arrays;

/**
 * One growing wave along a direction: solves T e = 0, T = g - chi(omega, k), near an estimate by Newton's method for
 * omega and e together (inverse iteration: x = T^-1 T' e, omega -&gt; omega - |e|^2/(e*.x), e -&gt; x). Also knows the
 * complex slope d omega/dk = sum c (e.p.e)/(omega - k c)^2 / sum (e.p.e)/(omega - k c)^2. Mutable, for one thread.
 */
final class LineWave {
    private static final int MAX_STEPS = 14;

    /** Steps shorter than this, in units of sum |G|, are rounding. */
    private static final double ROUNDING = 3e-16;

    /** A wave is accepted when the last step was shorter. */
    private static final double ACCEPTED = 1e-12;

    private final BeamTensors m_tensors;

    private final double[] m_chi = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_square = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_matrix = new double[32];

    private final double[] m_e = new double[8];

    private final double[] m_x = new double[8];

    private double m_k;

    private double m_re;

    private double m_im;

    private double m_slopeRe;

    private double m_slopeIm;

    LineWave(final BeamTensors tensors) {
        m_tensors = tensors;
    }

    double k() {
        return m_k;
    }

    double omegaRe() {
        return m_re;
    }

    double growth() {
        return m_im;
    }

    /** Re d omega/dk. */
    double velocity() {
        return m_slopeRe;
    }

    /** Im d omega/dk. */
    double growthSlope() {
        return m_slopeIm;
    }

    /** The polarization: one of two in an axial medium, else mixed. */
    WavePolarization polarization() {
        if (!m_tensors.axial()) {
            return WavePolarization.MIXED;
        }
        return square(1) + square(2) > square(0) + square(3) ? WavePolarization.TRANSVERSE
            : WavePolarization.LONGITUDINAL;
    }

    private double square(final int m) {
        return m_e[2 * m] * m_e[2 * m] + m_e[2 * m + 1] * m_e[2 * m + 1];
    }

    /** A copy of where another wave is. */
    void set(final LineWave other) {
        m_k = other.m_k;
        m_re = other.m_re;
        m_im = other.m_im;
        m_slopeRe = other.m_slopeRe;
        m_slopeIm = other.m_slopeIm;
        System.arraycopy(other.m_e, 0, m_e, 0, m_e.length);
    }

    /**
     * Goes to the wave near an estimate.
     *
     * @param k wave number
     * @param re estimated Re omega
     * @param im estimated Im omega, positive
     * @param transverse whether the wave of an axial tensor is transverse; ignored otherwise
     * @return whether there is a growing wave
     */
    boolean start(final double k, final double re, final double im, final boolean transverse) {
        Arrays.fill(m_e, 0);
        if (!m_tensors.axial()) {
            m_e[0] = 1;
            m_e[2] = 0.31;
            m_e[4] = 0.47;
            m_e[6] = 0.62;
        } else if (transverse) {
            m_e[2] = 1;
        } else {
            m_e[0] = 1;
            m_e[6] = 0.62;
        }
        m_tensors.susceptibility(re, im, k, m_chi);
        for (int step = 0; step < 2; step++) {
            System.arraycopy(m_e, 0, m_x, 0, m_x.length);
            if (!inverse()) {
                return false;
            }
            normalize();
        }
        return settle(k, re, im);
    }

    /**
     * Follows a wave to a neighbouring wave number along its slope.
     *
     * @param from the wave
     * @param k wave number
     * @return whether the growing wave was reached
     */
    boolean follow(final LineWave from, final double k) {
        System.arraycopy(from.m_e, 0, m_e, 0, m_e.length);
        final double step = k - from.m_k;
        final double re = from.m_re + from.m_slopeRe * step;
        final double im = from.m_im + from.m_slopeIm * step;
        final double start = im > 0 ? im : 0.5 * from.m_im;
        return settle(k, re, start) && Math.hypot(m_re - re, m_im - start) <= Math.abs(step) + ACCEPTED;
    }

    private boolean settle(final double k, final double re, final double im) {
        m_k = k;
        m_re = re;
        m_im = im;
        double previous = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS && m_im > 0; step++) {
            m_tensors.susceptibility(m_re, m_im, k, m_chi, m_square);
            derivative();
            if (!inverse()) {
                return false;
            }
            double xRe = 0;
            double xIm = 0;
            double square = 0;
            for (int m = 0; m < 8; m += 2) {
                xRe += m_e[m] * m_x[m] + m_e[m + 1] * m_x[m + 1];
                xIm += m_e[m] * m_x[m + 1] - m_e[m + 1] * m_x[m];
                square += m_e[m] * m_e[m] + m_e[m + 1] * m_e[m + 1];
            }
            final double norm = xRe * xRe + xIm * xIm;
            final double changeRe = -square * xRe / norm;
            final double changeIm = square * xIm / norm;
            normalize();
            final double size = Math.hypot(changeRe, changeIm);
            if (!(size < 1e3)) {
                return false;
            }
            m_re += changeRe;
            m_im += changeIm;
            if (size <= ROUNDING * (1 + Math.hypot(m_re, m_im)) || size <= ACCEPTED && size >= previous / 2) {
                return m_im > 0 && slope();
            }
            previous = size;
        }
        return false;
    }

    /** The slope, with the squares of the last step, which was shorter than matters. */
    private boolean slope() {
        final double[] d = quadratic(m_square);
        m_tensors.slope(m_re, m_im, m_k, m_chi);
        final double[] c = quadratic(m_chi);
        final double norm = d[0] * d[0] + d[1] * d[1];
        m_slopeRe = (c[0] * d[0] + c[1] * d[1]) / norm;
        m_slopeIm = (c[1] * d[0] - c[0] * d[1]) / norm;
        return Double.isFinite(m_slopeRe) && Double.isFinite(m_slopeIm);
    }

    /** e.sum.e. */
    private double[] quadratic(final double[] sum) {
        double re = 0;
        double im = 0;
        for (int m = 0; m < 4; m++) {
            for (int n = 0; n < 4; n++) {
                final double ee = m_e[2 * m] * m_e[2 * n] - m_e[2 * m + 1] * m_e[2 * n + 1];
                final double ei = m_e[2 * m] * m_e[2 * n + 1] + m_e[2 * m + 1] * m_e[2 * n];
                final int place = 2 * BeamTensors.PLACE[m][n];
                re += ee * sum[place] - ei * sum[place + 1];
                im += ee * sum[place + 1] + ei * sum[place];
            }
        }
        return new double[]{re, im};
    }

    /** x = T' e. */
    private void derivative() {
        for (int m = 0; m < 4; m++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < 4; n++) {
                final int place = 2 * BeamTensors.PLACE[m][n];
                re += m_square[place] * m_e[2 * n] - m_square[place + 1] * m_e[2 * n + 1];
                im += m_square[place] * m_e[2 * n + 1] + m_square[place + 1] * m_e[2 * n];
            }
            m_x[2 * m] = re;
            m_x[2 * m + 1] = im;
        }
    }

    /** x -> T^-1 x by elimination with row pivots; whether the result is finite. */
    private boolean inverse() {
        for (int m = 0; m < 4; m++) {
            for (int n = 0; n < 4; n++) {
                final int place = 2 * BeamTensors.PLACE[m][n];
                m_matrix[2 * (4 * m + n)] = (m == n ? m == 0 ? 1 : -1 : 0) - m_chi[place];
                m_matrix[2 * (4 * m + n) + 1] = -m_chi[place + 1];
            }
        }
        for (int c = 0; c < 4; c++) {
            pivot(c);
            eliminate(c);
        }
        double norm = 0;
        for (int r = 3; r >= 0; r--) {
            double re = m_x[2 * r];
            double im = m_x[2 * r + 1];
            for (int c = r + 1; c < 4; c++) {
                final int at = 2 * (4 * r + c);
                re -= m_matrix[at] * m_x[2 * c] - m_matrix[at + 1] * m_x[2 * c + 1];
                im -= m_matrix[at] * m_x[2 * c + 1] + m_matrix[at + 1] * m_x[2 * c];
            }
            final double pRe = m_matrix[10 * r];
            final double pIm = m_matrix[10 * r + 1];
            final double square = pRe * pRe + pIm * pIm;
            m_x[2 * r] = (re * pRe + im * pIm) / square;
            m_x[2 * r + 1] = (im * pRe - re * pIm) / square;
            norm = Math.max(norm, Math.max(Math.abs(m_x[2 * r]), Math.abs(m_x[2 * r + 1])));
        }
        return norm > 0 && norm < Double.POSITIVE_INFINITY;
    }

    /** e = x/|x|. */
    private void normalize() {
        double norm = 0;
        for (final double x : m_x) {
            norm = Math.max(norm, Math.abs(x));
        }
        for (int a = 0; a < 8; a++) {
            m_e[a] = m_x[a] / norm;
        }
    }

    private void pivot(final int c) {
        int best = c;
        double size = -1;
        for (int r = c; r < 4; r++) {
            final int at = 2 * (4 * r + c);
            final double here = Math.abs(m_matrix[at]) + Math.abs(m_matrix[at + 1]);
            if (here > size) {
                size = here;
                best = r;
            }
        }
        if (best != c) {
            for (int a = 0; a < 8; a++) {
                final double swap = m_matrix[8 * c + a];
                m_matrix[8 * c + a] = m_matrix[8 * best + a];
                m_matrix[8 * best + a] = swap;
            }
            for (int a = 0; a < 2; a++) {
                final double swap = m_x[2 * c + a];
                m_x[2 * c + a] = m_x[2 * best + a];
                m_x[2 * best + a] = swap;
            }
        }
        if (size < ROUNDING) {
            m_matrix[10 * c] = ROUNDING;
            m_matrix[10 * c + 1] = 0;
        }
    }

    private void eliminate(final int c) {
        final double pRe = m_matrix[10 * c];
        final double pIm = m_matrix[10 * c + 1];
        final double square = pRe * pRe + pIm * pIm;
        for (int r = c + 1; r < 4; r++) {
            final int at = 2 * (4 * r + c);
            final double fRe = (m_matrix[at] * pRe + m_matrix[at + 1] * pIm) / square;
            final double fIm = (m_matrix[at + 1] * pRe - m_matrix[at] * pIm) / square;
            for (int n = c + 1; n < 4; n++) {
                final int to = 2 * (4 * r + n);
                final int from = 2 * (4 * c + n);
                m_matrix[to] -= fRe * m_matrix[from] - fIm * m_matrix[from + 1];
                m_matrix[to + 1] -= fRe * m_matrix[from + 1] + fIm * m_matrix[from];
            }
            m_x[2 * r] -= fRe * m_x[2 * c] - fIm * m_x[2 * c + 1];
            m_x[2 * r + 1] -= fRe * m_x[2 * c + 1] + fIm * m_x[2 * c];
        }
    }
}
