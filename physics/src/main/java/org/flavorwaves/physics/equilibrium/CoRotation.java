package org.flavorwaves.physics.equilibrium;

/**
 * The rotation of the frame in which an equilibrium stands still: all P_i precess rigidly about the axis,
 * dP_i/dt = Omega axis x P_i, and P_i is parallel to H_i - Omega axis (JK II D).
 *
 * @param axisX first component of the unit axis
 * @param axisY second component
 * @param axisZ third component
 * @param omega Omega in the units of the potentials, 0 for an equilibrium at rest
 */
public record CoRotation(double axisX, double axisY, double axisZ, double omega) {
    /** No rotation. */
    public static final CoRotation NONE = new CoRotation(0, 0, 1, 0);
}
