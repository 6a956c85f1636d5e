package org.flavorwaves.physics.distribution;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.special.Erf;
import org.flavorwaves.physics.numerics.LegendreSeries;

/**
 * Densities per cos theta in closed form with their integrals, v = cos theta in [-1, 1]. Those of a lepton number G(v)
 * may change sign. Densities are in the unit the weights shall have.
 */
public final class AngularShapes {
    private AngularShapes() {
    }

    /**
     * A shape by its antiderivatives.
     *
     * @param value f(v)
     * @param number an antiderivative of f
     * @param first an antiderivative of v f
     * @param isSmooth whether f has no edges
     */
    private record Shape(DoubleUnaryOperator value, DoubleUnaryOperator number, DoubleUnaryOperator first,
        boolean isSmooth) implements AngularDensity {

        @Override
        public double applyAsDouble(final double v) {
            return value.applyAsDouble(v);
        }

        @Override
        public double number(final double lower, final double upper) {
            return number.applyAsDouble(upper) - number.applyAsDouble(lower);
        }

        @Override
        public double flux(final double lower, final double upper) {
            return first.applyAsDouble(upper) - first.applyAsDouble(lower);
        }
    }

    private static AngularDensity smooth(final DoubleUnaryOperator value, final DoubleUnaryOperator number,
        final DoubleUnaryOperator first) {
        return new Shape(value, number, first, true);
    }

    /**
     * Equal in all directions.
     *
     * @param density integral over v
     * @return density/2
     */
    public static AngularDensity isotropic(final double density) {
        return linear(density / 2, 0);
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
    public static AngularDensity box(final double lower, final double upper, final double density) {
        if (!(lower >= -1 && upper <= 1 && lower < upper)) {
            throw new IllegalArgumentException("The box must be within [-1, 1] and not empty, but is [" + lower + ", "
                + upper + "].");
        }
        final double height = density / (upper - lower);
        final DoubleUnaryOperator within = v -> Math.min(upper, Math.max(lower, v));
        return new Shape(v -> v >= lower && v <= upper ? height : 0,
            v -> height * (within.applyAsDouble(v) - lower),
            v -> height / 2 * (within.applyAsDouble(v) - lower) * (within.applyAsDouble(v) + lower), false);
    }

    /**
     * Half of a Gaussian with its peak at v = 1: exp(-(1 - v)^2/(2 sigma^2)), normalized on [-1, 1].
     *
     * @param sigma width in v, positive
     * @param density integral over v
     * @return the half-Gaussian
     * @throws IllegalArgumentException if sigma is not positive
     */
    public static AngularDensity halfGaussian(final double sigma, final double density) {
        requirePositive("sigma", sigma);
        final double area = sigma * Math.sqrt(Math.PI / 2);
        final double norm = density / (area * Erf.erf(Math.sqrt(2) / sigma));
        final DoubleUnaryOperator gauss = v -> Math.exp(-(1 - v) * (1 - v) / (2 * sigma * sigma));
        final DoubleUnaryOperator number = v -> -norm * area * Erf.erf((1 - v) / (sigma * Math.sqrt(2)));
        return smooth(v -> norm * gauss.applyAsDouble(v), number,
            v -> number.applyAsDouble(v) - norm * sigma * sigma * gauss.applyAsDouble(v));
    }

    /**
     * The linear lepton number a + b v.
     *
     * @param a mean, half the integral over v
     * @param b slope
     * @return G(v)
     */
    public static AngularDensity linear(final double a, final double b) {
        return smooth(v -> a + b * v, v -> v * (a + b * v / 2), v -> v * v * (a / 2 + b * v / 3));
    }

    /**
     * A shallow crossing near v = 1: G = (1 - v)^2 - s^2, negative for v &gt; 1 - s.
     *
     * @param s depth of the crossing
     * @return G(v), with integral 8/3 - 2 s^2
     */
    public static AngularDensity polynomialCrossing(final double s) {
        return smooth(v -> (1 - v) * (1 - v) - s * s, v -> -(1 - v) * (1 - v) * (1 - v) / 3 - s * s * v,
            v -> v * v * ((1 - s * s) / 2 - v * (2 / 3.0 - v / 4)));
    }

    /**
     * A crossing from a narrow forward excess of antineutrinos: G = 1 - A exp(-(1 - v)/w).
     *
     * @param amplitude A; a crossing needs A &gt; 1
     * @param width w, positive
     * @return G(v), with integral 2 - A w (1 - exp(-2/w))
     * @throws IllegalArgumentException if w is not positive
     */
    public static AngularDensity exponentialCrossing(final double amplitude, final double width) {
        requirePositive("width", width);
        final DoubleUnaryOperator peak = v -> amplitude * Math.exp(-(1 - v) / width);
        return smooth(v -> 1 - peak.applyAsDouble(v), v -> v - width * peak.applyAsDouble(v),
            v -> v * v / 2 - width * (v - width) * peak.applyAsDouble(v));
    }

    /**
     * A Legendre series by its moments: G(v) = sum_l (l + 1/2) g_l P_l(v), so that g_l is the integral of G P_l: g_0 is
     * the density, g_1 the flux.
     *
     * @param moments g_0, g_1, ...; copied
     * @return G(v)
     */
    public static AngularDensity legendre(final double... moments) {
        final double[] a = new double[moments.length];
        for (int l = 0; l < a.length; l++) {
            a[l] = (l + 0.5) * moments[l];
        }
        final LegendreSeries series = new LegendreSeries(a);
        return smooth(series::value, series.antiderivative()::value, series.timesV().antiderivative()::value);
    }

    private static void requirePositive(final String name, final double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be finite and positive but is " + value + ".");
        }
    }
}
