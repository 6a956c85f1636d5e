package org.flavorwaves.physics.distribution.moments;

/**
 * Maximum entropy closure of the first two angular moments (FW minerbo): the density
 *
 * <pre>f(v) = a exp(a cos theta)/(4 pi sinh a),   coth a - 1/a = F/n,</pre>
 *
 * <p>per solid angle, theta counted from the flux. a = 0 is the isotropic gas, a to infinity the beam.
 */
final class Minerbo {
    /** Below this |a| the Langevin function is summed as a series, above from the closed form. */
    private static final double SERIES_BOUND = 0.7;

    private static final int MAX_NEWTON_STEPS = 50;

    /** Coefficients of a^1, a^3, ... in coth a - 1/a: 2^(2k) B_2k/(2k)!. */
    private static final double[] SERIES = {1 / 3.0, -1 / 45.0, 2 / 945.0, -1 / 4725.0, 2 / 93555.0,
        -1382 / 638512875.0, 4 / 18243225.0, -3617 / 162820783125.0, 87734 / 38979295480125.0,
        -349222 / 1531329465290625.0, 310732 / 13447856940643125.0, -472728182 / 201919571963756521875.0,
        2631724 / 11094481976030578125.0, -13571120588.0 / 564653660170076273671875.0};

    private Minerbo() {
    }

    /**
     * The Langevin function, relative accuracy some 1e-15 for all arguments.
     *
     * @param a any number, also infinite
     * @return coth a - 1/a in [-1, 1], odd in a
     */
    static double langevin(final double a) {
        final double x = Math.abs(a);
        if (x < SERIES_BOUND) {
            final double square = x * x;
            double sum = 0;
            for (int k = SERIES.length - 1; k >= 0; k--) {
                sum = sum * square + SERIES[k];
            }
            return a * sum;
        }
        return Math.signum(a) * (1 - beamDistance(x));
    }

    /** 1 - langevin(x) for x &gt; 0 without cancellation at large x: 1/x - 2/(exp(2x) - 1). */
    private static double beamDistance(final double x) {
        return 1 / x - 2 / Math.expm1(2 * x);
    }

    /** Derivative of the Langevin function for x &gt;= 0: 1/x^2 - 1/sinh^2 x. */
    private static double slope(final double x) {
        if (x < SERIES_BOUND) {
            final double square = x * x;
            double sum = 0;
            for (int k = SERIES.length - 1; k >= 0; k--) {
                sum = sum * square + (2 * k + 1) * SERIES[k];
            }
            return sum;
        }
        final double sinh = Math.sinh(x);
        return 1 / (x * x) - 1 / (sinh * sinh);
    }

    /**
     * Solves coth a - 1/a = f by Newton iteration to rounding.
     *
     * @param fluxFactor f = F/n in [-1, 1]
     * @return a, with the sign of f; infinite for |f| = 1
     * @throws IllegalArgumentException if |f| is above 1 or f is not a number
     */
    static double inverseLangevin(final double fluxFactor) {
        final double f = Math.abs(fluxFactor);
        if (!(f <= 1)) {
            throw new IllegalArgumentException("A flux factor must be within [-1, 1] but is " + fluxFactor + ".");
        }
        if (f == 0 || f == 1) {
            return f == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, fluxFactor);
        }
        double x = f * (3 - f * f) / ((1 - f) * (1 + f));
        for (int step = 0; step < MAX_NEWTON_STEPS; step++) {
            final double residual = x < SERIES_BOUND ? langevin(x) - f : 1 - f - beamDistance(x);
            final double change = residual / slope(x);
            x -= change;
            if (Math.abs(change) <= 4e-16 * x) {
                break;
            }
        }
        return Math.copySign(x, fluxFactor);
    }

    /**
     * The closed distribution per solid angle; its integral over the sphere is 1. Does not overflow for large a.
     *
     * @param a finite shape parameter, from {@link #inverseLangevin}
     * @param cosTheta cosine of the angle to the flux
     * @return a exp(a cos theta)/(4 pi sinh a)
     * @throws IllegalArgumentException if a is not finite
     */
    static double density(final double a, final double cosTheta) {
        if (!Double.isFinite(a)) {
            throw new IllegalArgumentException("A beam (a = " + a + ") has no density per solid angle.");
        }
        final double x = Math.abs(a);
        final double distance = 1 - Math.signum(a) * cosTheta;
        final double peak = x == 0 ? 0.5 : x / -Math.expm1(-2 * x);
        return peak * Math.exp(-x * distance) / (2 * Math.PI);
    }
}
