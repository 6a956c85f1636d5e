package org.flavorwaves.physics.linear.survey.fast;

/**
 * Modified Bessel functions e^-z I_m(z) for m = 0, 1, 2 and z &gt;= 0: the averages of cos(m phi) exp(z (cos phi - 1)).
 * Power series with positive terms for small z, the asymptotic series for large ones, accurate to some 1e-15.
 */
final class ScaledBessel {
    /** Above this the smallest term of the asymptotic series is e^-2z and below rounding. */
    private static final double LARGE = 20;

    private static final double ROUNDING = 1e-17;

    private ScaledBessel() {
    }

    /**
     * Computes all three.
     *
     * @param z at least 0
     * @param values replaced by m = 0, 1, 2
     */
    static void compute(final double z, final double[] values) {
        if (z < LARGE) {
            final double square = z * z / 4;
            final double scale = Math.exp(-z);
            values[0] = scale * series(0, square);
            values[1] = scale * z / 2 * series(1, square);
            values[2] = scale * square * series(2, square);
        } else {
            values[0] = asymptotic(0, z);
            values[1] = asymptotic(1, z);
            values[2] = values[0] - 2 * values[1] / z;
        }
    }

    /** sum_k square^k/(k! (k + m)!). */
    private static double series(final int m, final double square) {
        double term = m == 2 ? 0.5 : 1;
        double sum = term;
        for (int k = 1; term > ROUNDING * sum; k++) {
            term *= square / (k * (double) (k + m));
            sum += term;
        }
        return sum;
    }

    /** (1 - (4m^2 - 1)/(8z) + (4m^2 - 1)(4m^2 - 9)/(2! (8z)^2) - ...)/sqrt(2 pi z). */
    private static double asymptotic(final int m, final double z) {
        double term = 1;
        double sum = 1;
        for (int k = 1; Math.abs(term) > ROUNDING; k++) {
            final double odd = 2 * k - 1;
            term *= (odd * odd - 4.0 * m * m) / (8 * z * k);
            sum += term;
        }
        return sum / Math.sqrt(2 * Math.PI * z);
    }
}
