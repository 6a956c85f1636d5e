package org.flavorwaves.physics.flavomon;

import java.util.List;
import java.util.Optional;

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
     * The dielectric tensor at real omega outside the light cone of modes that all have the same shift, however close
     * to the cone.
     *
     * @param side the sign of omega plus the shift
     * @param gap |omega + shift| - |k|, positive
     * @param k wave number along the direction of propagation, shifted
     * @return eps^{mn} at omega = side (|k| + gap) - shift
     */
    DielectricTensor outside(int side, double gap, double k);

    /**
     * A bound for where modes can be: the sum of all strengths.
     *
     * @return a frequency in the unit of the potentials
     */
    double scale();

    /**
     * What is added to omega in the resonance denominators.
     *
     * @return s omega B_z + i D of each part, in the unit of the potentials; one entry for none
     */
    List<Complex> shifts();

    /**
     * Whether every part is a continuous function of v.
     *
     * @return false for beams
     */
    boolean isContinuous();

    /**
     * How far below the real axis the medium can be continued.
     *
     * @return the sum of the semi-axes of the ellipse in v with foci +-1 inside which the continuation is known; 1 if
     *         it has none
     */
    double trustedEllipse();

    /**
     * The same medium with its series to one order more or less.
     *
     * @return this medium if it has no order
     */
    FlavomonMedium neighbour();

    /**
     * How close the tensor is to a pole.
     *
     * @param omega complex frequency, shifted
     * @param k wave number, shifted
     * @return distance of omega from the nearest pole; infinite for continuous spectra
     */
    double poleDistance(Complex omega, double k);

    /**
     * All modes of a medium of beams, as eigenvalues.
     *
     * @param sector one of the parts
     * @param k wave number, shifted
     * @return frequencies; empty where the medium is not made of beams, or of too many
     */
    default Optional<List<Complex>> eigenfrequencies(final Sector sector, final double k) {
        return Optional.empty();
    }

    /**
     * Whether modes are eigenvalues.
     *
     * @return true for a medium of beams that are not too many
     */
    default boolean hasEigenfrequencies() {
        return false;
    }

    /**
     * The shift that all parts share.
     *
     * @return empty if parts differ
     */
    default Optional<Complex> commonShift() {
        final List<Complex> shifts = shifts();
        return shifts.stream().allMatch(s -> s.equals(shifts.get(0))) ? Optional.of(shifts.get(0)) : Optional.empty();
    }

    /**
     * The largest depolarization.
     *
     * @return D &gt;= 0, in the unit of the potentials
     */
    default double largestDamping() {
        return shifts().stream().mapToDouble(Complex::getImaginary).max().orElse(0);
    }
}
