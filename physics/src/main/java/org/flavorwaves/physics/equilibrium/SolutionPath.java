package org.flavorwaves.physics.equilibrium;

/**
 * How a solution was reached. With given |P_i| and eps_i the equations can have several solutions; the path is what
 * defines the one returned.
 *
 * <p>Every continuation starts where the solution is unique and known in closed form, and follows it by its arclength
 * with t from 0 to 1, eps_i and |P_i| unchanged, H_i(t) = (1 - t) A_i + t H_i up to a positive factor.
 */
public enum SolutionPath {
    /** Damped Newton from the collective numbers of the input. */
    DIRECT_NEWTON,
    /** A_i = Lambda z, that is, the matter potential comes down from infinity to lambda at full nu-nu strength. */
    CONTINUATION_MATTER,
    /** A_i = s_i omega_i B + lambda z, that is, the nu-nu strength rises from 0 to q. */
    CONTINUATION_SELF_INTERACTION,
    /** A_i along eps_i P_i of the input, so that the input itself is the equilibrium at t = 0. */
    CONTINUATION_INPUT,
    /** Damped Newton from the input in the co-rotating frame. */
    CO_ROTATING_NEWTON,
    /** {@link #CONTINUATION_INPUT} in the co-rotating frame, with B.J^0 of the input all along. */
    CO_ROTATING_CONTINUATION_INPUT
}
