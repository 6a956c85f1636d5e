package org.flavorwaves.physics.flavomon;

import java.util.Arrays;

import org.apache.commons.math3.complex.Complex;

/**
 * The parts into which the dispersion relation det eps = 0 splits (FR 5). In an axially symmetric medium with k along
 * the axis there are a longitudinal and a (twofold) transverse sector; otherwise there is one mixed sector.
 */
public enum Sector {
    /** Polarization in the t-z plane: (1 - I_0)(1 + I_2) + I_1^2 = -(eps^tt eps^zz - (eps^tz)^2) = 0. */
    LONGITUDINAL {
        @Override
        Complex value(final DielectricTensor eps) {
            return eps.get(0, 3).multiply(eps.get(0, 3)).subtract(eps.get(0, 0).multiply(eps.get(3, 3)));
        }

        @Override
        Complex slope(final DielectricTensor eps, final Derivative d) {
            return eps.get(0, 3).multiply(d.of(eps, 0, 3)).multiply(2)
                .subtract(eps.get(0, 0).multiply(d.of(eps, 3, 3))).subtract(eps.get(3, 3).multiply(d.of(eps, 0, 0)));
        }

        @Override
        Complex[] nullVector(final DielectricTensor eps) {
            final Complex[] first = {eps.get(0, 3).negate(), Complex.ZERO, Complex.ZERO, eps.get(0, 0)};
            final Complex[] second = {eps.get(3, 3).negate(), Complex.ZERO, Complex.ZERO, eps.get(0, 3)};
            return square(first) >= square(second) ? first : second;
        }
    },

    /** Polarization across the axis, twice degenerate: 1 + (I_0 - I_2)/2 = -eps^xx = 0. */
    TRANSVERSE {
        @Override
        Complex value(final DielectricTensor eps) {
            return eps.get(1, 1).negate();
        }

        @Override
        Complex slope(final DielectricTensor eps, final Derivative d) {
            return d.of(eps, 1, 1).negate();
        }

        @Override
        Complex[] nullVector(final DielectricTensor eps) {
            return new Complex[]{Complex.ZERO, Complex.ONE, Complex.ZERO, Complex.ZERO};
        }
    },

    /** All four components together: -det eps = 0. */
    MIXED {
        @Override
        Complex value(final DielectricTensor eps) {
            final Complex[][] c = eps.cofactors();
            Complex sum = Complex.ZERO;
            for (int n = 0; n < DielectricTensor.SIZE; n++) {
                sum = sum.subtract(eps.get(0, n).multiply(c[0][n]));
            }
            return sum;
        }

        @Override
        Complex slope(final DielectricTensor eps, final Derivative d) {
            final Complex[][] c = eps.cofactors();
            Complex sum = Complex.ZERO;
            for (int m = 0; m < DielectricTensor.SIZE; m++) {
                for (int n = 0; n < DielectricTensor.SIZE; n++) {
                    sum = sum.subtract(d.of(eps, m, n).multiply(c[m][n]));
                }
            }
            return sum;
        }

        @Override
        Complex[] nullVector(final DielectricTensor eps) {
            return Arrays.stream(eps.cofactors()).max((a, b) -> Double.compare(square(a), square(b))).orElseThrow();
        }
    };

    /** A derivative of the tensor. */
    @FunctionalInterface
    interface Derivative {
        /** With respect to omega. */
        Derivative IN_FREQUENCY = DielectricTensor::inFrequency;

        /** With respect to k. */
        Derivative IN_WAVE_NUMBER = DielectricTensor::inWaveNumber;

        /** The derivative of the component (m, n). */
        Complex of(DielectricTensor eps, int m, int n);
    }

    private static double square(final Complex[] e) {
        double sum = 0;
        for (final Complex c : e) {
            sum += c.abs() * c.abs();
        }
        return sum;
    }

    /**
     * The dispersion function, whose zeros are the modes.
     *
     * @param eps the tensor at (omega, k)
     * @return its value, dimensionless
     */
    abstract Complex value(DielectricTensor eps);

    /**
     * A derivative of the dispersion function.
     *
     * @param eps the tensor at (omega, k)
     * @param derivative with respect to what
     * @return an inverse potential
     */
    abstract Complex slope(DielectricTensor eps, Derivative derivative);

    /** A vector with eps^{mn} e_n = 0 at a mode, lower components, not normalised. */
    abstract Complex[] nullVector(DielectricTensor eps);

    /**
     * The polarization: eps^{mn} e_n = 0, lower components, sum |e_n|^2 = 1, the largest component real and positive.
     * The second mode of the transverse pair is along y.
     *
     * @param eps the tensor at a zero
     * @return e_t, e_x, e_y, e_z
     */
    Complex[] polarization(final DielectricTensor eps) {
        final Complex[] e = nullVector(eps);
        Complex largest = Complex.ZERO;
        for (final Complex c : e) {
            if (c.abs() > largest.abs()) {
                largest = c;
            }
        }
        final Complex scale = largest.conjugate().divide(largest.abs() * Math.sqrt(square(e)));
        return Arrays.stream(e).map(scale::multiply).toArray(Complex[]::new);
    }
}
