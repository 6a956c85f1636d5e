package org.flavorwaves.physics.distribution;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.special.Erf;

/**
 * Densities per cos theta in closed form, v = cos theta in [-1, 1]. Those of a lepton number G(v) may change sign.
 * Densities are in the unit the weights shall have.
 */
public final class AngularShapes {
    private AngularShapes() {
    }

    /**
     * Equal in all directions.
     *
     * @param density integral over v
     * @return density/2
     */
    public static DoubleUnaryOperator isotropic(final double density) {
        return v -> density / 2;
    }

    /**
     * Constant within a band of directions (its ends included), zero outside.
     *
     * @param lower lower end
     * @param upper upper end, above the lower one
     * @param density integral over v
     * @return the box
     * @throws IllegalArgumentException if the band is empty or leaves [-1, 1]
     */
    public static DoubleUnaryOperator box(final double lower, final double upper, final double density) {
        if (!(lower >= -1 && upper <= 1 && lower < upper)) {
            throw new IllegalArgumentException("The box must be within [-1, 1] and not empty, but is [" + lower + ", "
                + upper + "].");
        }
        return v -> v >= lower && v <= upper ? density / (upper - lower) : 0;
    }

    /**
     * Half of a Gaussian with its peak at v = 1: exp(-(1 - v)^2/(2 sigma^2)), normalized on [-1, 1].
     *
     * @param sigma width in v, positive
     * @param density integral over v
     * @return the half-Gaussian
     * @throws IllegalArgumentException if sigma is not positive
     */
    public static DoubleUnaryOperator halfGaussian(final double sigma, final double density) {
        requirePositive("sigma", sigma);
        final double norm = density / (sigma * Math.sqrt(Math.PI / 2) * Erf.erf(Math.sqrt(2) / sigma));
        return v -> norm * Math.exp(-(1 - v) * (1 - v) / (2 * sigma * sigma));
    }

    /**
     * The linear lepton number a + b v.
     *
     * @param a mean, half the integral over v
     * @param b slope
     * @return G(v)
     */
    public static DoubleUnaryOperator linear(final double a, final double b) {
        return v -> a + b * v;
    }

    /**
     * A shallow crossing near v = 1: G = (1 - v)^2 - s^2, negative for v &gt; 1 - s.
     *
     * @param s depth of the crossing
     * @return G(v), with integral 8/3 - 2 s^2
     */
    public static DoubleUnaryOperator polynomialCrossing(final double s) {
        return v -> (1 - v) * (1 - v) - s * s;
    }

    /**
     * A crossing from a narrow forward excess of antineutrinos: G = 1 - A exp(-(1 - v)/w).
     *
     * @param amplitude A; a crossing needs A &gt; 1
     * @param width w, positive
     * @return G(v), with integral 2 - A w (1 - exp(-2/w))
     * @throws IllegalArgumentException if w is not positive
     */
    public static DoubleUnaryOperator exponentialCrossing(final double amplitude, final double width) {
        requirePositive("width", width);
        return v -> 1 - amplitude * Math.exp(-(1 - v) / width);
    }

    /**
     * A Legendre series by its moments: G(v) = sum_l (l + 1/2) g_l P_l(v), so that g_l is the integral of G P_l: g_0 is
     * the density, g_1 the flux.
     *
     * @param moments g_0, g_1, ...; copied
     * @return G(v)
     */
    public static DoubleUnaryOperator legendre(final double... moments) {
        final double[] g = moments.clone();
        return v -> {
            double before = 0;
            double p = 1;
            double sum = 0;
            for (int l = 0; l < g.length; l++) {
                sum += (l + 0.5) * g[l] * p;
                final double next = ((2 * l + 1) * v * p - l * before) / (l + 1);
                before = p;
                p = next;
            }
            return sum;
        };
    }

    private static void requirePositive(final String name, final double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and positive but is " + value + ".");
        }
    }
}
