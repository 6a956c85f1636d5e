package org.flavorwaves.physics.flavomon;

import java.util.List;

import org.apache.commons.math3.complex.Complex;

/** A medium in which flavomons propagate along one fixed direction. */
public interface FlavomonMedium {

    /**
     * The parts of the dispersion relation.
     *
     * @return longitudinal and transverse for axial symmetry, otherwise mixed
     */
    List<Sector> sectors();

    /**
     * The dielectric tensor with the retarded prescription.
     *
     * @param omega complex frequency, shifted by D^0 + lambda
     * @param k wave number along the direction of propagation, shifted by D along it
     * @return eps^{mn} with the third axis along k
     */
    DielectricTensor dielectricTensor(Complex omega, double k);

    /**
     * A bound for where modes can be: the sum of all strengths, shifts and rates.
     *
     * @return a frequency in the unit of the potentials
     */
    double scale();

    /**
     * How far the light cone is smeared by the slow term.
     *
     * @return the largest |s omega B_z| of any part, in the unit of the potentials
     */
    double largestShift();

    /**
     * Whether every part is an analytic function of v, so that modes below the real axis are Landau-damped.
     *
     * @return false if any part is made of beams
     */
    boolean isContinuous();

    /**
     * Whether frequencies are shifted by a slow term or depolarization.
     *
     * @return true if a part has a nonzero shift
     */
    boolean hasShifts();

    /**
     * How close the tensor is to a pole.
     *
     * @param omega complex frequency, shifted
     * @param k wave number, shifted
     * @return distance of omega from the nearest pole; infinite for continuous spectra
     */
    double poleDistance(Complex omega, double k);
}
