package org.flavorwaves.physics.linear.survey.fast;

import org.flavorwaves.physics.numerics.GaussLegendre;

/**
 * How much lepton number of either sign a sum of exponentials about an axis has: between its zeros in closed form if it
 * is symmetric about the axis, else on a grid of directions.
 */
final class LeptonParts {
    /** Intervals of the cosine in which zeros are looked for. */
    private static final int INTERVALS = 48;

    private static final int BISECTIONS = 50;

    private static final GaussLegendre POLAR = GaussLegendre.of(16);

    private static final GaussLegendre FINE = GaussLegendre.of(32);

    private final double[] m_peak;

    private final double[] m_length;

    private final double[][] m_seen;

    /**
     * A sum.
     *
     * @param peak values of the terms at their peaks, per solid angle
     * @param length their |a|
     * @param seen their a along the axis and across it, and cosine and sine of the azimuth of the latter
     */
    LeptonParts(final double[] peak, final double[] length, final double[][] seen) {
        m_peak = peak;
        m_length = length;
        m_seen = seen;
    }

    /** The integrals of the positive and negative parts. */
    double[] parts(final boolean axial) {
        final double[] parts = new double[2];
        if (axial) {
            between(parts);
        } else {
            grid(POLAR, parts);
            if (parts[0] == 0 || parts[1] == 0) {
                grid(FINE, parts);
            }
        }
        return parts;
    }

    private double density(final double x) {
        double sum = 0;
        for (int t = 0; t < m_seen.length; t++) {
            sum += m_peak[t] * Math.exp(m_seen[t][0] * x - m_length[t]);
        }
        return sum;
    }

    private double integral(final double from, final double to) {
        double sum = 0;
        for (int t = 0; t < m_seen.length; t++) {
            final double a = m_seen[t][0];
            sum += m_peak[t] * Math.exp(a * from - m_length[t])
                * (a == 0 ? to - from : Math.expm1(a * (to - from)) / a);
        }
        return 2 * Math.PI * sum;
    }

    private void between(final double[] parts) {
        double start = -1;
        double last = -1;
        double value = density(-1);
        for (int i = 1; i <= INTERVALS; i++) {
            final double x = -Math.cos(Math.PI * i / INTERVALS);
            final double next = density(x);
            if (next * value < 0) {
                final double zero = zero(last, x, value);
                count(integral(start, zero), parts);
                start = zero;
            }
            last = x;
            value = next;
        }
        count(integral(start, 1), parts);
    }

    private double zero(final double from, final double to, final double atFrom) {
        double left = from;
        double right = to;
        for (int step = 0; step < BISECTIONS; step++) {
            final double middle = 0.5 * (left + right);
            if (density(middle) * atFrom > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return 0.5 * (left + right);
    }

    private static void count(final double part, final double[] parts) {
        parts[part > 0 ? 0 : 1] += Math.abs(part);
    }

    private void grid(final GaussLegendre polar, final double[] parts) {
        final int azimuths = polar.size();
        parts[0] = 0;
        parts[1] = 0;
        for (int m = 0; m < azimuths; m++) {
            final double phi = 2 * Math.PI * (m + 0.5) / azimuths;
            final double cos = Math.cos(phi);
            final double sin = Math.sin(phi);
            for (int j = 0; j < polar.size(); j++) {
                final double x = polar.node(j);
                final double s = Math.sqrt((1 - x) * (1 + x));
                double g = 0;
                for (int t = 0; t < m_seen.length; t++) {
                    final double[] a = m_seen[t];
                    g += m_peak[t]
                        * Math.exp(a[0] * x + a[1] * s * (cos * a[2] + sin * a[3]) - m_length[t]);
                }
                count(2 * Math.PI / azimuths * polar.weight(j) * g, parts);
            }
        }
    }
}
