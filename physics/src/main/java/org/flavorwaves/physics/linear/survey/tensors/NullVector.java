package org.flavorwaves.physics.linear.survey.tensors;

import java.util.Arrays;

/**
 * The vector e with T e = 0, T = g - chi, of a wave, improved together with its frequency by Newton's method in the
 * form of inverse iteration: x = T^-1 T' e, omega -&gt; omega - |e|^2/(e*.x), e -&gt; x. Tensors are laid out as in
 * {@link BeamTensors}. Mutable, for one thread, without allocation.
 */
public final class NullVector {
    /** Pivots shorter than this are rounding. */
    private static final double ROUNDING = 3e-16;

    private static final int MAX_STEPS = 16;

    /** A wave is accepted when the last step was shorter. */
    private static final double ACCEPTED = 1e-12;

    /** After a step that is shorter than this part of the growth the next one would be its square. */
    private static final double QUADRATIC = 1e-8;

    private final Sums m_sums;

    private final double[] m_chi = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_square = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_matrix = new double[32];

    private final double[] m_e = new double[8];

    private final double[] m_x = new double[8];

    private double m_re;

    private double m_im;

    private double m_changeRe;

    private double m_changeIm;

    private final double[] m_quadratic = new double[2];

    /** The sums over beams sum p/(omega - k c) and sum p/(omega - k c)^2 at the wave number of the wave. */
    @FunctionalInterface
    public interface Sums {
        /** The susceptibility, and sums over |e.V|^2 of the same directions where they are asked for. */
        void at(double re, double im, double[] chi, double[] squares);
    }

    /** A wave of a medium. */
    public NullVector(final Sums sums) {
        m_sums = sums;
    }

    /** Re omega. */
    public double omegaRe() {
        return m_re;
    }

    /** Im omega. */
    public double growth() {
        return m_im;
    }

    /** Goes on from the vector that two inverse iterations at an estimate give; whether there is a growing wave. */
    public boolean start(final double re, final double im) {
        m_sums.at(re, im, m_chi, m_square);
        return improve() && improve() && settle(re, im);
    }

    /** Newton's method for omega and e together from an estimate; whether there is a growing wave. */
    public boolean settle(final double re, final double im) {
        m_re = re;
        m_im = im;
        double previous = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MAX_STEPS && m_im > 0; step++) {
            m_sums.at(m_re, m_im, m_chi, m_square);
            if (!step()) {
                return false;
            }
            final double size = Math.sqrt(m_changeRe * m_changeRe + m_changeIm * m_changeIm);
            if (!(size < 1e3)) {
                return false;
            }
            m_re += m_changeRe;
            m_im += m_changeIm;
            if (size <= ROUNDING * (1 + Math.abs(m_re) + m_im) || size <= QUADRATIC * m_im
                || size <= ACCEPTED && size >= previous / 2) {
                return m_im > 0;
            }
            previous = size;
        }
        return false;
    }

    /**
     * Makes slopes d omega/dk of the sums of their numerators; with the squares of the last step, which was shorter
     * than matters.
     *
     * @param slopes pairs sum c (e.p.e)/(omega - k c)^2, overwritten with the slopes
     * @return whether they are finite
     */
    public boolean slopes(final double[] slopes) {
        final double[] sum = quadratic(m_square);
        final double norm = sum[0] * sum[0] + sum[1] * sum[1];
        boolean finite = true;
        for (int a = 0; a < slopes.length; a += 2) {
            final double re = slopes[a];
            final double im = slopes[a + 1];
            slopes[a] = (re * sum[0] + im * sum[1]) / norm;
            slopes[a + 1] = (im * sum[0] - re * sum[1]) / norm;
            finite &= Double.isFinite(slopes[a]) && Double.isFinite(slopes[a + 1]);
        }
        return finite;
    }

    /** Starts with e = (t, x, y, z). */
    public void reset(final double t, final double x, final double y, final double z) {
        Arrays.fill(m_e, 0);
        m_e[0] = t;
        m_e[2] = x;
        m_e[4] = y;
        m_e[6] = z;
    }

    /** Copies another wave of the same medium. */
    public void set(final NullVector other) {
        System.arraycopy(other.m_e, 0, m_e, 0, m_e.length);
        m_re = other.m_re;
        m_im = other.m_im;
    }

    /** |e_m|^2. */
    public double square(final int m) {
        return m_e[2 * m] * m_e[2 * m] + m_e[2 * m + 1] * m_e[2 * m + 1];
    }

    /** Re e_m. */
    public double re(final int m) {
        return m_e[2 * m];
    }

    /** Im e_m. */
    public double im(final int m) {
        return m_e[2 * m + 1];
    }

    /** e -> T^-1 e; whether the result is finite. */
    private boolean improve() {
        System.arraycopy(m_e, 0, m_x, 0, m_x.length);
        final boolean finite = inverse(m_chi);
        normalize();
        return finite;
    }

    /** One step of Newton's method; whether it is finite. */
    private boolean step() {
        derivative(m_square);
        if (!inverse(m_chi)) {
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
        m_changeRe = -square * xRe / norm;
        m_changeIm = square * xIm / norm;
        normalize();
        return true;
    }

    /** e.sum.e, valid until the next call. */
    public double[] quadratic(final double[] sum) {
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
        m_quadratic[0] = re;
        m_quadratic[1] = im;
        return m_quadratic;
    }

    /** x = T' e. */
    private void derivative(final double[] squares) {
        for (int m = 0; m < 4; m++) {
            double re = 0;
            double im = 0;
            for (int n = 0; n < 4; n++) {
                final int place = 2 * BeamTensors.PLACE[m][n];
                re += squares[place] * m_e[2 * n] - squares[place + 1] * m_e[2 * n + 1];
                im += squares[place] * m_e[2 * n + 1] + squares[place + 1] * m_e[2 * n];
            }
            m_x[2 * m] = re;
            m_x[2 * m + 1] = im;
        }
    }

    /** x -> T^-1 x by elimination with row pivots; whether the result is finite. */
    private boolean inverse(final double[] chi) {
        for (int m = 0; m < 4; m++) {
            for (int n = 0; n < 4; n++) {
                final int place = 2 * BeamTensors.PLACE[m][n];
                m_matrix[2 * (4 * m + n)] = (m == n ? m == 0 ? 1 : -1 : 0) - chi[place];
                m_matrix[2 * (4 * m + n) + 1] = -chi[place + 1];
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
