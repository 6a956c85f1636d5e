package org.flavorwaves.physics.kinetics;

import java.util.Arrays;

import org.flavorwaves.physics.kinetics.waves.WaveBasis;

/**
 * An {@link EmbeddedPair} in Lawson's form (SIAM J. Numer. Anal. 4, 372 (1967)): amplitudes are integrated relative to
 * exp(-i Omega t), so that free waves are exact for any step and only products of waves and the background limit it.
 * Real unknowns follow the amplitudes and have no linear part. Steps are as long as {@link EmbeddedPair#FIVE} allows;
 * one that the caller wants shorter is taken by the pair of the fewest evaluations that takes it within the tolerance.
 * Between the ends of a step y is that of {@link EmbeddedPair#within}, so that outputs need not end steps.
 *
 * <p>Step control: the error of an amplitude relative to the larger of itself, 10 % of the largest amplitude of its
 * wave, and 1e-6 of the largest of all; that of a length relative to the largest length. Steps are also bounded by the
 * largest |Im Omega|, so that no exponential leaves the range in which differences mean something.
 */
final class LawsonStepper {
    /** The right-hand side without the linear part. */
    @FunctionalInterface
    interface Slope {
        /** Sets out to dy/dt + i Omega y for amplitudes and to dy/dt for lengths. */
        void evaluate(double[] y, double[] out);
    }

    private static final int STAGES = EmbeddedPair.FIVE.stages();

    private static final double SAFETY = 0.9;

    private static final double LEAST_FACTOR = 0.2;

    private static final double LARGEST_FACTOR = 5;

    /** Steps change only by more than this factor, so that the exponentials are kept. */
    private static final double KEEP = 1.3;

    private static final double WAVE_FLOOR = 0.1;

    private static final double ALL_FLOOR = 1e-6;

    /** Bound on step times largest |Im Omega|. */
    private static final double GROWTH_BOUND = 3;

    private final int m_amplitudes;

    private final int m_bands;

    private final double m_tolerance;

    private final double[][] m_k;

    private final double[][] m_factorRe = new double[STAGES][];

    private final double[][] m_factorIm = new double[STAGES][];

    private final double[] m_stage;

    /** y at the beginning of the last accepted step, its slope, and its length. */
    private final double[] m_begin;

    private final double[] m_beginSlope;

    private double m_length;

    private double m_factorsOf = Double.NaN;

    private EmbeddedPair m_pair = EmbeddedPair.FIVE;

    private WaveBasis m_basis;

    private Slope m_slope;

    private boolean m_fresh = true;

    private double m_next;

    /** The longest step of six evaluations that the last error allows. */
    private double m_longest;

    /** The ratios of the longest steps of each pair and of that of six evaluations; 0 for pairs that are not wanted. */
    private final double[] m_ratios = new double[EmbeddedPair.values().length];

    /** Whether the last step was refused, and the step that its pair would have taken, 0 where that is unknown. */
    private boolean m_refused;

    private double m_allowed;

    private double m_bound;

    /**
     * For amplitudes of the given number, in waves of the given number of bands, and real unknowns behind them; with
     * or without steps of three evaluations.
     */
    LawsonStepper(final int amplitudes, final int bands, final int lengths, final double tolerance,
        final boolean shortSteps) {
        m_amplitudes = amplitudes;
        m_bands = bands;
        m_tolerance = tolerance;
        for (final EmbeddedPair pair : EmbeddedPair.values()) {
            m_ratios[pair.ordinal()] = shortSteps || pair == EmbeddedPair.FIVE
                ? Math.pow(tolerance, 1.0 / pair.order() - 1.0 / EmbeddedPair.FIVE.order()) : 0;
        }
        m_k = new double[STAGES][2 * amplitudes + lengths];
        m_stage = new double[2 * amplitudes + lengths];
        m_begin = new double[m_stage.length];
        m_beginSlope = new double[m_stage.length];
        Arrays.setAll(m_factorRe, s -> new double[amplitudes]);
        Arrays.setAll(m_factorIm, s -> new double[amplitudes]);
    }

    /** Takes new frequencies and a new slope; y may have changed as well. */
    void restart(final WaveBasis basis, final Slope slope) {
        m_basis = basis;
        m_slope = slope;
        m_fresh = true;
        m_factorsOf = Double.NaN;
        double largest = 0;
        double growth = 0;
        for (int at = 0; at < m_amplitudes; at++) {
            largest = Math.max(largest, Math.abs(basis.omegaRe(at)));
            growth = Math.max(growth, Math.abs(basis.omegaIm(at)));
        }
        m_bound = growth > 0 ? GROWTH_BOUND / growth : Double.POSITIVE_INFINITY;
        if (m_next == 0) {
            m_next = Math.min(m_bound, 0.1 / Math.max(largest, Double.MIN_NORMAL));
            m_longest = m_next / Math.max(m_ratios[0], Double.MIN_NORMAL);
        }
    }

    /** The step that the error control wants next. */
    double proposed() {
        return Math.min(m_next, m_bound);
    }

    /**
     * Tries a step.
     *
     * @return whether the step was accepted and y replaced; {@link #proposed()} holds the next step in either case
     */
    boolean step(final double[] y, final double h) {
        if (m_fresh) {
            m_slope.evaluate(y, m_k[0]);
            m_fresh = false;
        }
        final EmbeddedPair before = m_pair;
        choose(cheapest(h), h);
        final int end = m_pair.stages() - 1;
        for (int s = 1; s <= end; s++) {
            stage(y, h, s);
            m_slope.evaluate(m_stage, m_k[s]);
            if (s < end) {
                turn(m_k[s], m_factorRe[s], m_factorIm[s]);
            }
        }
        final double[] last = m_k[end];
        final double error = error(y, last, h);
        propose(before, h, error);
        if (!(error <= 1)) {
            return false;
        }
        System.arraycopy(y, 0, m_begin, 0, y.length);
        System.arraycopy(m_k[0], 0, m_beginSlope, 0, y.length);
        m_length = h;
        System.arraycopy(m_stage, 0, y, 0, y.length);
        System.arraycopy(last, 0, m_k[0], 0, y.length);
        return true;
    }

    /** The pair of the fewest evaluations that takes a step, of those after one that refused it. */
    private EmbeddedPair cheapest(final double h) {
        for (final EmbeddedPair pair : EmbeddedPair.values()) {
            if ((!m_refused || pair.compareTo(m_pair) > 0) && h <= m_longest * m_ratios[pair.ordinal()]) {
                return pair;
            }
        }
        return EmbeddedPair.FIVE;
    }

    /** The next step after one of the present pair, and of another one before, with an error over its tolerance. */
    private void propose(final EmbeddedPair before, final double h, final double error) {
        final double longest = Double.isFinite(error) ? h * SAFETY * Math.pow(error, -1.0 / m_pair.order()) : 0;
        final double allowed = longest < LARGEST_FACTOR * h ? longest : 0;
        if (before.compareTo(m_pair) < 0) {
            learn(before, m_allowed, m_pair, allowed);
        } else if (m_pair.compareTo(before) < 0) {
            learn(m_pair, allowed, before, m_allowed);
        }
        m_allowed = allowed;
        m_refused = !(error <= 1);
        if (m_pair != EmbeddedPair.FIVE) {
            m_longest = m_refused ? m_longest : longest / m_ratios[m_pair.ordinal()];
            m_next = m_refused ? m_next : m_longest;
            return;
        }
        m_longest = longest;
        final double next = Math.max(LEAST_FACTOR * h, Math.min(LARGEST_FACTOR * h, longest));
        if (m_refused) {
            m_next = Math.min(next, SAFETY * h);
        } else if (next > m_next * KEEP || next < h) {
            m_next = next;
        }
    }

    /** What the longest steps of two pairs, one after the other, tell of the first, of fewer evaluations. */
    private void learn(final EmbeddedPair few, final double ofFew, final EmbeddedPair many, final double ofMany) {
        if (ofFew > 0 && ofMany > 0) {
            m_ratios[few.ordinal()] = m_ratios[many.ordinal()] * Math.min(1, ofFew / ofMany);
        }
    }

    /** Takes a pair and the exponentials of its stages. */
    private void choose(final EmbeddedPair pair, final double h) {
        if (h == m_factorsOf && pair == m_pair) {
            return;
        }
        m_pair = pair;
        m_factorsOf = h;
        for (int s = 1; s < pair.stages(); s++) {
            if (pair.c(s) == pair.c(s - 1)) {
                System.arraycopy(m_factorRe[s - 1], 0, m_factorRe[s], 0, m_amplitudes);
                System.arraycopy(m_factorIm[s - 1], 0, m_factorIm[s], 0, m_amplitudes);
            } else {
                factors(pair.c(s) * h, m_factorRe[s], m_factorIm[s]);
            }
        }
    }

    private void factors(final double time, final double[] re, final double[] im) {
        for (int at = 0; at < m_amplitudes; at++) {
            final double size = Math.exp(time * m_basis.omegaIm(at));
            re[at] = size * Math.cos(time * m_basis.omegaRe(at));
            im[at] = -size * Math.sin(time * m_basis.omegaRe(at));
        }
    }

    /** stage = E(c h) (y + h sum a E(-c_j h) k_j); the stored k_j are turned back already. */
    private void stage(final double[] y, final double h, final int s) {
        System.arraycopy(y, 0, m_stage, 0, y.length);
        for (int j = 0; j < s; j++) {
            final double a = h * m_pair.a(s, j);
            if (a != 0) {
                final double[] k = m_k[j];
                for (int c = 0; c < y.length; c++) {
                    m_stage[c] += a * k[c];
                }
            }
        }
        final double[] fr = m_factorRe[s];
        final double[] fi = m_factorIm[s];
        for (int at = 0; at < m_amplitudes; at++) {
            final double x = m_stage[2 * at];
            final double z = m_stage[2 * at + 1];
            m_stage[2 * at] = x * fr[at] - z * fi[at];
            m_stage[2 * at + 1] = x * fi[at] + z * fr[at];
        }
    }

    /** k / E. */
    private void turn(final double[] k, final double[] fr, final double[] fi) {
        for (int at = 0; at < m_amplitudes; at++) {
            final double x = k[2 * at];
            final double z = k[2 * at + 1];
            final double square = fr[at] * fr[at] + fi[at] * fi[at];
            k[2 * at] = (x * fr[at] + z * fi[at]) / square;
            k[2 * at + 1] = (z * fr[at] - x * fi[at]) / square;
        }
    }

    /** The largest error over its tolerance. */
    private double error(final double[] y, final double[] last, final double h) {
        final int end = m_pair.stages() - 1;
        double all = 0;
        for (int c = 0; c < 2 * m_amplitudes; c++) {
            all = Math.max(all, Math.abs(m_stage[c]));
        }
        double worst = 0;
        for (int from = 0; from < m_amplitudes; from += m_bands) {
            double largest = 0;
            for (int c = 2 * from; c < 2 * (from + m_bands); c++) {
                largest = Math.max(largest, Math.abs(m_stage[c]));
            }
            final double floor = Math.max(WAVE_FLOOR * largest, ALL_FLOOR * all) + Double.MIN_NORMAL;
            for (int at = from; at < from + m_bands; at++) {
                final double scale = Math.max(floor, Math.max(Math.hypot(y[2 * at], y[2 * at + 1]),
                    Math.hypot(m_stage[2 * at], m_stage[2 * at + 1])));
                worst = larger(worst, amplitudeError(at, last, h) / scale);
            }
        }
        double longest = Double.MIN_NORMAL;
        for (int c = 2 * m_amplitudes; c < y.length; c++) {
            longest = Math.max(longest, Math.abs(y[c]));
        }
        for (int c = 2 * m_amplitudes; c < y.length; c++) {
            double sum = m_pair.error(end) * last[c];
            for (int s = 0; s < end; s++) {
                sum += m_pair.error(s) * m_k[s][c];
            }
            worst = larger(worst, Math.abs(h * sum) / longest);
        }
        return worst / m_tolerance;
    }

    /** Keeps NaN. */
    private static double larger(final double a, final double b) {
        return a >= b || Double.isNaN(a) ? a : b;
    }

    private double amplitudeError(final int at, final double[] last, final double h) {
        final int end = m_pair.stages() - 1;
        double x = 0;
        double z = 0;
        for (int s = 0; s < end; s++) {
            x += m_pair.error(s) * m_k[s][2 * at];
            z += m_pair.error(s) * m_k[s][2 * at + 1];
        }
        final double fr = m_factorRe[end][at];
        final double fi = m_factorIm[end][at];
        final double re = x * fr - z * fi + m_pair.error(end) * last[2 * at];
        final double im = x * fi + z * fr + m_pair.error(end) * last[2 * at + 1];
        return h * Math.hypot(re, im);
    }

    /**
     * y within the last accepted step.
     *
     * @param share 0 at its beginning, 1 at its end
     * @param out set
     */
    void within(final double share, final double[] out) {
        final int end = m_pair.stages() - 1;
        System.arraycopy(m_k[end], 0, out, 0, out.length);
        turn(out, m_factorRe[end], m_factorIm[end]);
        final double last = m_length * m_pair.within(end, share);
        for (int c = 0; c < out.length; c++) {
            out[c] = m_begin[c] + last * out[c];
        }
        for (int s = 0; s < end; s++) {
            final double[] k = s == 0 ? m_beginSlope : m_k[s];
            final double weight = m_length * m_pair.within(s, share);
            for (int c = 0; c < out.length; c++) {
                out[c] += weight * k[c];
            }
        }
        for (int at = 0; at < m_amplitudes; at++) {
            final double time = share * m_length;
            final double size = Math.exp(time * m_basis.omegaIm(at));
            final double cos = size * Math.cos(time * m_basis.omegaRe(at));
            final double sin = -size * Math.sin(time * m_basis.omegaRe(at));
            final double x = out[2 * at];
            final double z = out[2 * at + 1];
            out[2 * at] = x * cos - z * sin;
            out[2 * at + 1] = x * sin + z * cos;
        }
    }

    /** The slope at y, where the last accepted step ended. */
    double[] slope(final double[] y) {
        if (m_fresh) {
            m_slope.evaluate(y, m_k[0]);
            m_fresh = false;
        }
        return Arrays.copyOf(m_k[0], y.length);
    }
}
