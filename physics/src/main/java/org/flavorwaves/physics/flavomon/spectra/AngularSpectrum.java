package org.flavorwaves.physics.flavomon.spectra;

import org.apache.commons.math3.complex.Complex;

/**
 * The lepton-number spectrum G(v) of an axially symmetric medium over v = cos theta: electron-minus-x number, nubar
 * counted negative, as a potential per unit of v.
 */
public interface AngularSpectrum {

    /**
     * The density, where there is one.
     *
     * @param v cos theta in [-1, 1]
     * @return G(v); 0 for spectra made of discrete beams
     */
    double density(double v);

    /**
     * A moment.
     *
     * @param n power, 0 to 3
     * @return M_n = integral G v^n dv, in the unit of the potentials
     */
    double moment(int n);

    /**
     * A scale for frequencies.
     *
     * @return integral |G| dv or an upper estimate of it, in the unit of the potentials
     */
    double strength();

    /**
     * Whether there is Landau damping: discrete beams have poles instead of a cut.
     *
     * @return true if the spectrum is a continuous function
     */
    default boolean isContinuous() {
        return true;
    }

    /**
     * The dispersion integrals with the retarded prescription. At k = 0 they are M_n/omega and M_n/omega^2.
     *
     * @param omega complex frequency, shifted (section 9); real values mean the limit from above
     * @param k real wave number along the axis, shifted
     * @return I_0..I_2 and J_0..J_3
     */
    DispersionIntegrals integrals(Complex omega, double k);

    /**
     * The dispersion integrals on the real axis outside the light cone, however close to it.
     *
     * @param side the sign of omega
     * @param gap |omega| - |k|, positive
     * @param k real wave number, shifted
     * @return I_0..I_2 and J_0..J_3 at omega = side (|k| + gap)
     */
    DispersionIntegrals outside(int side, double gap, double k);

    /**
     * How far below the real axis the spectrum can be continued.
     *
     * @return the sum of the semi-axes of the ellipse in v with foci +-1 inside which its analytic continuation is
     *         known; 1 if it has none
     */
    default double trustedEllipse() {
        return 1;
    }

    /**
     * The same spectrum to one order more or less, to tell roots of the spectrum from roots of its representation.
     *
     * @return this spectrum if it has no order
     */
    default AngularSpectrum neighbour() {
        return this;
    }

    /**
     * How close the integrals are to a pole. Of a continuous spectrum only a homogeneous wave has one, at omega = 0.
     *
     * @param omega complex frequency, shifted
     * @param k wave number, shifted
     * @return distance of omega from the nearest pole; infinite for continuous spectra
     */
    default double poleDistance(final Complex omega, final double k) {
        return k == 0 ? omega.abs() : Double.POSITIVE_INFINITY;
    }

    /**
     * The integrals of a homogeneous wave, common to all spectra.
     *
     * @param spectrum the spectrum
     * @param omega complex frequency, not 0
     * @return I_n = M_n/omega, J_n = M_n/omega^2
     */
    static DispersionIntegrals homogeneous(final AngularSpectrum spectrum, final Complex omega) {
        final Complex[] i = new Complex[4];
        final Complex[] j = new Complex[4];
        for (int n = 0; n < i.length; n++) {
            i[n] = new Complex(spectrum.moment(n)).divide(omega);
            j[n] = i[n].divide(omega);
        }
        return DispersionIntegrals.of(i, j);
    }
}
