package org.flavorwaves.physics.qke.engine;

import org.flavorwaves.physics.state.MomentumModes;

/**
 * The local part of the equation of motion of the modes of one block at a point: what Hamiltonians and collisions do
 * to the families ({@link FieldPacking}), and what the modes put into the collective numbers. These are the only loops
 * that know how many flavors there are.
 */
interface BoxTorque {
    /** The precession of a time interval; none if the external terms are in the torque. */
    Precession precession(double tau);

    /** Goes to a flavor frame that turns faster by an angular velocity, which is taken from what precesses. */
    void turnFrame(double[] faster);

    /** Absorption and emission of a time interval. */
    Relaxation relaxation(double tau);

    /** The rate at which emission changes a component of the mean of a mode. */
    double emission(int component, int lane);

    /** The largest kappa. */
    double largestAbsorption();

    /** The largest damping, and external |H_i| if it is in the torque. */
    double bound();

    /** |q| (w_j + w_{B+j}), by which the modes of a lane of a given size turn all others, per unit of f_ij. */
    double coupling(int lane);

    /**
     * Adds q w s V^m P_a at a point to field[C m' + a] for C components, where m' = 0, 3 along one axis and m' = 0, 3,
     * 1, 2 else.
     */
    void addCollective(BlockRows rows, int point, double[] field);

    /** Replaces P at a point by its rate of change by Hamiltonians and damping. */
    void apply(BlockRows rows, int point, double[] field);

    /** The numbers V^m that a point needs of a component: 2 if all modes move along one axis, z, else 4. */
    static int directions(final MomentumModes modes) {
        for (int i = 0; i < modes.size(); i++) {
            if (modes.vx(i) != 0 || modes.vy(i) != 0) {
                return 4;
            }
        }
        return 2;
    }
}
