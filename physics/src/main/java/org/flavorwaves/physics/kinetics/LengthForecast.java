package org.flavorwaves.physics.kinetics;

/**
 * The lengths of the mean in the time s from now on (FW background-forecast),
 *
 * <pre>dl_i/ds = a_i + b_i expm1(g s)/g,   b_i = g (a_i - a'_i)/(1 - exp(-g h)),</pre>
 *
 * <p>from their slopes a now and a' a time h before and the rate g at which squares of waves grow: exact for lengths
 * that lose what the fastest wave gains, and to the second order in s for all others. Without a slope before,
 * b_i = g a_i. Immutable.
 */
final class LengthForecast {
    /** Below this g s the functions of it are series. */
    private static final double SERIES = 0.05;

    /** The largest g s whose exponential is asked for. */
    private static final double LARGEST = 500;

    private static final int BISECTIONS = 60;

    private final double[] m_lengths;

    private final double[] m_slopes;

    private final double[] m_bends;

    private final double m_growth;

    private LengthForecast(final double[] lengths, final double[] slopes, final double[] bends, final double growth) {
        m_lengths = lengths;
        m_slopes = slopes;
        m_bends = bends;
        m_growth = growth;
    }

    /** From slopes without any before; g >= 0. */
    static LengthForecast of(final double[] lengths, final double[] slopes, final double growth) {
        final double[] bends = new double[slopes.length];
        for (int i = 0; i < bends.length; i++) {
            bends[i] = growth * slopes[i];
        }
        return new LengthForecast(lengths, slopes, bends, growth);
    }

    /** The forecast that follows this one when a time > 0 has elapsed. */
    LengthForecast next(final double[] lengths, final double[] slopes, final double growth, final double elapsed) {
        final double x = growth * elapsed;
        final double rate = x > 0 ? growth / -Math.expm1(-x) : 1 / elapsed;
        final double[] bends = new double[slopes.length];
        for (int i = 0; i < bends.length; i++) {
            bends[i] = rate * (slopes[i] - m_slopes[i]);
        }
        return new LengthForecast(lengths, slopes, bends, growth);
    }

    /** The mean of the lengths over a time. */
    double[] mean(final double time) {
        final double[] mean = new double[m_lengths.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = m_lengths[i] + time * (m_slopes[i] / 2 + m_bends[i] * time * third(m_growth * time));
        }
        return mean;
    }

    /** The larger of what slopes and bends alone change a length by within a time, relative to the longest length. */
    double change(final double time) {
        double longest = 0;
        double slope = 0;
        double bend = 0;
        for (int i = 0; i < m_lengths.length; i++) {
            longest = Math.max(longest, Math.abs(m_lengths[i]));
            slope = Math.max(slope, Math.abs(m_slopes[i]));
            bend = Math.max(bend, Math.abs(m_bends[i]));
        }
        final double change = time * Math.max(slope, bend * time * second(m_growth * time));
        return longest > 0 ? change / longest : 0;
    }

    /**
     * The longest time, up to a bound, in which the change and the change times the time times a frequency stay within
     * their bounds, and g s within its own unless the latter product is below a negligible one.
     */
    double duration(final double bound, final double frequency, final StepBounds bounds) {
        double low = 0;
        double high = m_growth > 0 ? Math.min(bound, LARGEST / m_growth) : bound;
        if (isWithin(high, frequency, bounds)) {
            return high;
        }
        for (int k = 0; k < BISECTIONS; k++) {
            final double time = 0.5 * (low + high);
            if (isWithin(time, frequency, bounds)) {
                low = time;
            } else {
                high = time;
            }
        }
        return low;
    }

    private boolean isWithin(final double time, final double frequency, final StepBounds bounds) {
        final double change = change(time);
        final double phase = change * time * frequency;
        return change <= bounds.change() && phase <= bounds.phase()
            && (phase <= bounds.negligible() || m_growth * time <= bounds.growth());
    }

    /** (exp(x) - 1 - x)/x^2, x >= 0. */
    private static double second(final double x) {
        return x < SERIES ? 0.5 + x * (1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x / 720)))
            : (Math.expm1(x) - x) / (x * x);
    }

    /** (exp(x) - 1 - x - x^2/2)/x^3, x >= 0. */
    private static double third(final double x) {
        return x < SERIES ? 1.0 / 6 + x * (1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x / 5040)))
            : (Math.expm1(x) - x - x * x / 2) / (x * x * x);
    }
}
