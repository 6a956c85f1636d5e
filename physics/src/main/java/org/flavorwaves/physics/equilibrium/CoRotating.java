package org.flavorwaves.physics.equilibrium;

/**
 * Whether the equilibrium is sought in a frame that rotates about the symmetry axis of the external terms (JK II D).
 */
public enum CoRotating {
    /** Where the external terms of all modes lie along one axis and the input does not. */
    AUTO,
    /** Always; an error where the external terms have no common axis. */
    ON,
    /** Never: P_i parallel to H_i in the resting frame, although B.J^0 is then not that of the input. */
    OFF
}
