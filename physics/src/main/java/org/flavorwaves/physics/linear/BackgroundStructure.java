package org.flavorwaves.physics.linear;

/** What the directions of P_i and H_i say about the blocks of the linear problem. */
public enum BackgroundStructure {
    /**
     * All P_i and H_i lie along one axis: N exact bands Omega = v.k - iD and two decoupled circular sectors of size N.
     */
    ALIGNED,
    /**
     * Mixing equilibrium, each P_i along its own H_i (JK 12): N exact eigenvalues Omega = v.k - iD and one transverse
     * problem of size 2N in local frames.
     */
    EQUILIBRIUM,
    /** Anything else: one problem of size 3N. */
    GENERAL
}
