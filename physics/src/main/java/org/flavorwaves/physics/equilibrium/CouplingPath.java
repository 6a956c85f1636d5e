package org.flavorwaves.physics.equilibrium;

/** The coefficients of the Hamiltonian vectors as smooth functions of a path parameter t. */
interface CouplingPath {

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
}
