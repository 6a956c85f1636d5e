package org.flavorwaves.physics.equilibrium.system;

/** The coefficients of the Hamiltonian vectors as smooth functions of a path parameter t. */
public interface CouplingPath {

    /**
     * The coefficients at a place of the path.
     *
     * @param t path parameter
     * @param out overwritten with the coefficients
     */
    void at(double t, Couplings out);

    /**
     * Their derivatives.
     *
     * @param t path parameter
     * @param out overwritten with d/dt of the coefficients
     */
    void rates(double t, Couplings out);

    /**
     * A factor on the unit in which rotation rates are counted, which keeps them of order one.
     *
     * @param t path parameter
     * @return the factor, positive
     */
    default double rotationUnit(final double t) {
        return 1;
    }

    /**
     * Its derivative.
     *
     * @param t path parameter
     * @return d/dt of {@link #rotationUnit}
     */
    default double rotationUnitRate(final double t) {
        return 0;
    }
}
