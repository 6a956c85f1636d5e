package org.flavorwaves.physics.linear.flavomon;

import org.apache.commons.math3.complex.Complex;

/**
 * The two sectors into which the dielectric tensor of an axially symmetric medium splits for k along the axis (FR 19,
 * S57-S60; physics specification section 9).
 */
public enum Sector {
    /** Polarization in the t-z plane: (1 - I_0)(1 + I_2) + I_1^2 = 0. */
    LONGITUDINAL {
        @Override
        Complex value(final DispersionIntegrals f) {
            return Complex.ONE.subtract(f.i0()).multiply(Complex.ONE.add(f.i2())).add(f.i1().multiply(f.i1()));
        }

        @Override
        Complex frequencySlope(final DispersionIntegrals f) {
            return f.j0().multiply(Complex.ONE.add(f.i2())).subtract(Complex.ONE.subtract(f.i0()).multiply(f.j2()))
                .subtract(f.i1().multiply(f.j1()).multiply(2));
        }

        @Override
        Complex waveNumberSlope(final DispersionIntegrals f) {
            return Complex.ONE.subtract(f.i0()).multiply(f.j3()).subtract(f.j1().multiply(Complex.ONE.add(f.i2())))
                .add(f.i1().multiply(f.j2()).multiply(2));
        }

        @Override
        Complex[] polarization(final DispersionIntegrals f) {
            final Complex[] first = {f.i1(), Complex.ONE.subtract(f.i0())};
            final Complex[] second = {Complex.ONE.add(f.i2()), f.i1().negate()};
            final boolean useFirst = square(first) >= square(second);
            final Complex[] tz = useFirst ? first : second;
            final double norm = Math.sqrt(square(tz));
            final Complex largest = tz[0].abs() >= tz[1].abs() ? tz[0] : tz[1];
            final Complex scale = largest.conjugate().divide(largest.abs() * norm);
            return new Complex[]{tz[0].multiply(scale), Complex.ZERO, Complex.ZERO, tz[1].multiply(scale)};
        }

        @Override
        Complex inverseNorm(final DispersionIntegrals f, final Complex[] e) {
            final Complex cross = e[0].conjugate().multiply(e[3]).add(e[3].conjugate().multiply(e[0]));
            return f.j0().multiply(e[0].abs() * e[0].abs()).add(f.j1().multiply(cross))
                .add(f.j2().multiply(e[3].abs() * e[3].abs()));
        }
    },

    /** Polarization across the axis, twice degenerate: 1 + (I_0 - I_2)/2 = 0. */
    TRANSVERSE {
        @Override
        Complex value(final DispersionIntegrals f) {
            return f.i0().subtract(f.i2()).multiply(0.5).add(1);
        }

        @Override
        Complex frequencySlope(final DispersionIntegrals f) {
            return f.j2().subtract(f.j0()).multiply(0.5);
        }

        @Override
        Complex waveNumberSlope(final DispersionIntegrals f) {
            return f.j1().subtract(f.j3()).multiply(0.5);
        }

        @Override
        Complex[] polarization(final DispersionIntegrals f) {
            return new Complex[]{Complex.ZERO, Complex.ONE, Complex.ZERO, Complex.ZERO};
        }

        @Override
        Complex inverseNorm(final DispersionIntegrals f, final Complex[] e) {
            return f.j0().subtract(f.j2()).multiply(0.5);
        }
    };

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
     * @param f integrals at (omega, k)
     * @return its value, dimensionless
     */
    abstract Complex value(DispersionIntegrals f);

    /**
     * Derivative of the dispersion function with respect to omega at fixed k.
     *
     * @param f integrals at (omega, k)
     * @return an inverse potential
     */
    abstract Complex frequencySlope(DispersionIntegrals f);

    /**
     * Derivative of the dispersion function with respect to k at fixed omega.
     *
     * @param f integrals at (omega, k)
     * @return an inverse potential
     */
    abstract Complex waveNumberSlope(DispersionIntegrals f);

    /**
     * The null vector of the dielectric tensor, eps^{mn} e_n = 0, lower components, sum |e_n|^2 = 1, the largest
     * component real and positive. The second transverse mode is along y.
     *
     * @param f integrals at a zero
     * @return e_t, e_x, e_y, e_z
     */
    abstract Complex[] polarization(DispersionIntegrals f);

    /**
     * The inverse wave-function renormalisation 1/Z = e*_m (d eps^{mn}/d omega) e_n (FR 10, 11, S50, S61).
     *
     * @param f integrals at a zero
     * @param e its polarization
     * @return 1/Z, an inverse potential; real for modes with real omega outside the cut
     */
    abstract Complex inverseNorm(DispersionIntegrals f, Complex[] e);
}
