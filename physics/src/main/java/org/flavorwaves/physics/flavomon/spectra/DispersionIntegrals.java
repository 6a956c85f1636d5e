package org.flavorwaves.physics.flavomon.spectra;

import org.apache.commons.math3.complex.Complex;

/**
 * The angular integrals that a dispersion relation is made of, for one complex omega and real k:
 *
 * <pre>I_n = integral G(v) v^n/(omega - k v) dv     (n = 0..2)
 * J_n = integral G(v) v^n/(omega - k v)^2 dv   (n = 0..3)</pre>
 *
 * <p>with the retarded prescription (FW retarded), so that dI_n/d omega = -J_n and dI_n/dk = J_{n+1} on the whole
 * continued plane. Units: G a potential, omega and k likewise, hence I dimensionless and J an inverse potential.
 *
 * @param i0 I_0
 * @param i1 I_1
 * @param i2 I_2
 * @param j0 J_0
 * @param j1 J_1
 * @param j2 J_2
 * @param j3 J_3
 */
public record DispersionIntegrals(Complex i0, Complex i1, Complex i2, Complex j0, Complex j1, Complex j2,
    Complex j3) {

    /**
     * The integral with one resonance denominator.
     *
     * @param n power of v, 0 to 2
     * @return I_n
     */
    public Complex integral(final int n) {
        return n == 0 ? i0 : n == 1 ? i1 : i2;
    }

    /**
     * The integral with the squared resonance denominator.
     *
     * @param n power of v, 0 to 3
     * @return J_n
     */
    public Complex squared(final int n) {
        return n == 0 ? j0 : n == 1 ? j1 : n == 2 ? j2 : j3;
    }

    static DispersionIntegrals of(final Complex[] i, final Complex[] j) {
        return new DispersionIntegrals(i[0], i[1], i[2], j[0], j[1], j[2], j[3]);
    }
}
