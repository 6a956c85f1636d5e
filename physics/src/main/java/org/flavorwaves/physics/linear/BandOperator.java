package org.flavorwaves.physics.linear;

/** The linear operator M_k of the fluctuations of two or of three flavors at one wave vector, Omega psi = M_k psi. */
public interface BandOperator {
    /**
     * The number of bands.
     *
     * @return components of all modes together
     */
    int size();

    /**
     * An upper bound of the 2-norm.
     *
     * @return a bound on ||M_k||, in the units of the potentials
     */
    double norm();

    /**
     * Applies the operator to a vector, O(N).
     *
     * @param re real parts, component by component of mode by mode
     * @param im imaginary parts, likewise
     * @param outRe takes the real parts of the result
     * @param outIm takes its imaginary parts
     */
    void apply(double[] re, double[] im, double[] outRe, double[] outIm);
}
