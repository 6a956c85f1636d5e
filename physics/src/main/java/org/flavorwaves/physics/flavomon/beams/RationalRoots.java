package org.flavorwaves.physics.flavomon.beams;

import java.util.Arrays;

/**
 * The complex roots of 1 + sum_i r_i/(omega - p_i) with real r_i and p_i (FW beam-fractions). Every root is accounted
 * for: between neighbouring poles of one sign of r there is a real one, which is bracketed, and those that are left of
 * as many as there are poles are found together (Aberth's method with the real ones divided out). O(N^2) for one such
 * function, most of it real arithmetic.
 */
final class RationalRoots {
    private static final int REAL_STEPS = 200;

    private static final double REAL_ACCURACY = 1e-13;

    private static final int COMPLEX_STEPS = 200;

    /** Last steps of the complex roots in units of the scale: as good as can be, and good enough. */
    private static final double COMPLEX_ACCURACY = 1e-14;

    private static final double ENOUGH = 1e-9;

    /** Turns the first guesses off the real axis. */
    private static final double ANGLE = 0.4;

    private final PartialFractions m_fractions;

    private final int m_n;

    private final double m_scale;

    private final double[] m_p;

    private final double[] m_r;

    /** Real roots that are bracketed. */
    private final double[] m_real;

    private int m_found;

    private final double[] m_re;

    private final double[] m_im;

    private final boolean m_converged;

    /**
     * Finds them.
     *
     * @param p poles, in any order
     * @param r their weights
     * @param scale what roots may be large as
     */
    RationalRoots(final double[] p, final double[] r, final double scale) {
        this(new PartialFractions(p, r, scale), scale);
    }

    private RationalRoots(final PartialFractions fractions, final double scale) {
        m_scale = scale;
        m_fractions = fractions;
        m_n = fractions.size();
        m_p = new double[m_n];
        m_r = new double[m_n];
        Arrays.setAll(m_p, fractions::pole);
        Arrays.setAll(m_r, fractions::weight);
        m_real = new double[m_n];
        bracketAll();
        final int left = m_n - m_found;
        m_re = new double[left];
        m_im = new double[left];
        guess();
        m_converged = left == 0 || approach();
    }

    /** Whether all roots were found. */
    boolean hasConverged() {
        return m_converged;
    }

    /** How many roots {@link #re(int)} and {@link #im(int)} have; real ones may be among them. */
    int size() {
        return m_re.length;
    }

    double re(final int root) {
        return m_re[root];
    }

    double im(final int root) {
        return m_im[root];
    }

    private void bracketAll() {
        final double reach = 2 * m_fractions.reach();
        for (int i = 0; i <= m_n && m_n > 0; i++) {
            if (m_fractions.hasRoot(i)) {
                final double half = i == 0 || i == m_n ? 0 : 0.5 * (m_p[i] - m_p[i - 1]);
                if (i == m_n || i > 0 && m_fractions.at(i - 1, half) > 0 != m_r[i - 1] > 0) {
                    m_real[m_found++] = m_p[i - 1] + bracket(i - 1, 1, i == m_n ? reach : half);
                } else {
                    m_real[m_found++] = m_p[i] - bracket(i, -1, i == 0 ? reach : half);
                }
            }
        }
    }

    /** The distance of a real root from the pole beside it, by Newton's method for x times the function. */
    private double bracket(final int pole, final int side, final double farthest) {
        double low = 0;
        double high = farthest;
        double x = 0;
        for (int step = 0; step < REAL_STEPS; step++) {
            double sum = 1;
            double slope = 0;
            for (int j = 0; j < m_n; j++) {
                if (j != pole) {
                    final double inverse = 1 / (m_p[pole] - m_p[j] + side * x);
                    final double term = m_r[j] * inverse;
                    sum += term;
                    slope -= side * term * inverse;
                }
            }
            final double value = side * m_r[pole] + x * sum;
            if (value > 0 == side * m_r[pole] > 0) {
                low = x;
            } else {
                high = x;
            }
            final double newton = x - value / (sum + x * slope);
            final double next = newton > low && newton < high ? newton : 0.5 * (low + high);
            if (Math.abs(next - x) <= REAL_ACCURACY * next) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** A circle with the centre and, as far as two numbers say, the spread of the roots that are left. */
    private void guess() {
        double first = 0;
        double second = 0;
        double weight = 0;
        for (int i = 0; i < m_n; i++) {
            first += m_p[i] - m_r[i];
            second += m_p[i] * (m_p[i] - 2 * m_r[i]);
            weight += m_r[i];
        }
        second += weight * weight;
        for (int i = 0; i < m_found; i++) {
            first -= m_real[i];
            second -= m_real[i] * m_real[i];
        }
        final int left = m_re.length;
        final double centre = first / left;
        final double radius =
            Math.max(Math.sqrt(Math.abs(second / left - centre * centre)), Math.sqrt(ENOUGH) * m_scale);
        for (int i = 0; i < left; i++) {
            final double angle = 2 * Math.PI * i / left + ANGLE;
            m_re[i] = centre + radius * Math.cos(angle);
            m_im[i] = radius * Math.sin(angle);
        }
    }

    private boolean approach() {
        final boolean[] done = new boolean[m_re.length];
        final double[] steps = new double[m_re.length];
        for (int step = 0; step < COMPLEX_STEPS; step++) {
            boolean all = true;
            for (int i = 0; i < done.length; i++) {
                if (!done[i]) {
                    final double before = steps[i];
                    steps[i] = move(i);
                    done[i] = steps[i] <= COMPLEX_ACCURACY * m_scale
                        || step > 0 && steps[i] <= ENOUGH * m_scale && steps[i] >= 0.5 * before;
                    all &= done[i];
                }
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** One step of a root; its length. */
    private double move(final int root) {
        final double re = m_re[root];
        final double im = m_im[root];
        double fr = 1;
        double fi = 0;
        double dr = 0;
        double di = 0;
        double sr = 0;
        double si = 0;
        for (int j = 0; j < m_n; j++) {
            final double x = re - m_p[j];
            final double norm = 1 / (x * x + im * im);
            final double a = x * norm;
            final double b = -im * norm;
            fr += m_r[j] * a;
            fi += m_r[j] * b;
            dr -= m_r[j] * (a * a - b * b);
            di -= m_r[j] * 2 * a * b;
            sr += a;
            si += b;
        }
        for (int j = 0; j < m_found; j++) {
            final double x = re - m_real[j];
            final double norm = 1 / (x * x + im * im);
            sr -= x * norm;
            si += im * norm;
        }
        for (int j = 0; j < m_re.length; j++) {
            if (j != root) {
                final double x = re - m_re[j];
                final double y = im - m_im[j];
                final double norm = 1 / (x * x + y * y);
                sr -= x * norm;
                si += y * norm;
            }
        }
        final double nr = dr + fr * sr - fi * si;
        final double ni = di + fr * si + fi * sr;
        final double norm = nr * nr + ni * ni;
        final double stepRe = (fr * nr + fi * ni) / norm;
        final double stepIm = (fi * nr - fr * ni) / norm;
        if (!Double.isFinite(stepRe) || !Double.isFinite(stepIm)) {
            return Double.POSITIVE_INFINITY;
        }
        m_re[root] -= stepRe;
        m_im[root] -= stepIm;
        return Math.hypot(stepRe, stepIm);
    }
}
