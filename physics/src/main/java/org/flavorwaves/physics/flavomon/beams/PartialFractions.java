package org.flavorwaves.physics.flavomon.beams;

/**
 * The function 1 + sum_i r_i/(omega - p_i) with real r_i and p_i (FW beam-fractions), and how many pairs of complex
 * roots it has at most. It has as many roots as poles, one of them between neighbouring poles of one sign of r, one
 * below all poles if the lowest r is positive, and one above them if the highest is negative. Everywhere else on the
 * axis it has one sign beside both ends: a point of the other sign shows two more real ones.
 */
final class PartialFractions {
    /** Weights and distances of poles below this part of the scale are rounding. */
    private static final double ROUNDING = 1e-18;

    private static final int STEPS = 12;

    private static final double STEP = 1e-3;

    private final int m_n;

    private final double[] m_p;

    private final double[] m_r;

    /** sum |r|, how far from all poles there are real roots at most. */
    private final double m_reach;

    /** The function and two derivatives. */
    private final double[] m_value = new double[3];

    /**
     * Sorts the poles, adds up those of one place and leaves out those without weight.
     *
     * @param p poles, in any order
     * @param r their weights
     * @param scale what roots may be large as
     */
    PartialFractions(final double[] p, final double[] r, final double scale) {
        final double[] poles = p.clone();
        final double[] weights = r.clone();
        if (p.length > 0 && p[0] > p[p.length - 1]) {
            for (int i = 0; i < p.length; i++) {
                poles[i] = p[p.length - 1 - i];
                weights[i] = r[p.length - 1 - i];
            }
        }
        sort(poles, weights);
        int n = 0;
        double reach = 0;
        for (int i = 0; i < poles.length; i++) {
            if (n > 0 && poles[i] - poles[n - 1] <= ROUNDING * scale) {
                weights[n - 1] += weights[i];
            } else if (Math.abs(weights[i]) > ROUNDING * scale) {
                poles[n] = poles[i];
                weights[n++] = weights[i];
            }
        }
        for (int i = 0; i < n; i++) {
            reach += Math.abs(weights[i]);
        }
        m_n = n;
        m_p = poles;
        m_r = weights;
        m_reach = reach;
    }

    /** By insertion: poles k v of sorted v are sorted. */
    private static void sort(final double[] p, final double[] r) {
        for (int i = 1; i < p.length; i++) {
            final double pole = p[i];
            final double weight = r[i];
            int j = i;
            for (; j > 0 && p[j - 1] > pole; j--) {
                p[j] = p[j - 1];
                r[j] = r[j - 1];
            }
            p[j] = pole;
            r[j] = weight;
        }
    }

    int size() {
        return m_n;
    }

    double pole(final int i) {
        return m_p[i];
    }

    double weight(final int i) {
        return m_r[i];
    }

    double reach() {
        return m_reach;
    }

    /** Whether there is a real root below the first pole (0), above the last one (size) or between two others. */
    boolean hasRoot(final int interval) {
        return interval == 0 ? m_r[0] > 0
            : interval == m_n ? m_r[m_n - 1] < 0 : m_r[interval - 1] > 0 == m_r[interval] > 0;
    }

    /** The function beside a pole. */
    double at(final int pole, final double distance) {
        double sum = 1;
        for (int j = 0; j < m_n; j++) {
            sum += m_r[j] / (m_p[pole] - m_p[j] + distance);
        }
        return sum;
    }

    /**
     * Whether there may be more pairs of complex roots than are known.
     *
     * @param known how many are known
     * @return false if all other roots are on the axis
     */
    boolean mayHaveMore(final int known) {
        int left = m_n;
        for (int i = 0; i <= m_n && m_n > 0; i++) {
            left -= hasRoot(i) ? 1 : 0;
        }
        int pairs = left / 2;
        for (int i = 0; i <= m_n && pairs > known; i++) {
            pairs -= !hasRoot(i) && hasOtherSign(i) ? 1 : 0;
        }
        return pairs > known;
    }

    /** Looks at the extremum of an interval without a certain root for a point of the other sign. */
    private boolean hasOtherSign(final int interval) {
        final boolean isOuter = interval == 0 || interval == m_n;
        final int pole = Math.max(0, interval - 1);
        final int side = interval == 0 ? -1 : 1;
        final double sign = side * Math.signum(m_r[pole]);
        final double length = isOuter ? 2 * m_reach : m_p[interval] - m_p[pole];
        final double here = Math.sqrt(Math.abs(m_r[pole]));
        double low = 0;
        double high = length;
        double x = length * here / (here + Math.sqrt(isOuter ? m_reach : Math.abs(m_r[interval])));
        for (int step = 0; step < STEPS; step++) {
            evaluate(pole, side * x);
            if (sign * m_value[0] < 0) {
                return true;
            }
            final double slope = side * sign * m_value[1];
            if (slope > 0) {
                high = x;
            } else {
                low = x;
            }
            final double newton = x - slope / (sign * m_value[2]);
            final double next = newton > low && newton < high ? newton : 0.5 * (low + high);
            if (Math.abs(next - x) <= STEP * Math.min(x, length - x)) {
                return false;
            }
            x = next;
        }
        return false;
    }

    private void evaluate(final int pole, final double distance) {
        m_value[0] = 1;
        m_value[1] = 0;
        m_value[2] = 0;
        for (int j = 0; j < m_n; j++) {
            final double inverse = 1 / (m_p[pole] - m_p[j] + distance);
            final double term = m_r[j] * inverse;
            m_value[0] += term;
            m_value[1] -= term * inverse;
            m_value[2] += 2 * term * inverse * inverse;
        }
    }
}
