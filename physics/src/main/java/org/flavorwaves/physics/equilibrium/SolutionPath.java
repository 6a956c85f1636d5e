package org.flavorwaves.physics.equilibrium;

/**
 * How a solution was reached. With given |P_i| and eps_i the equations can have several solutions, or none; the path is
 * what defines the one returned.
 *
 * <p>Every continuation starts where the solution is known in closed form, and follows it by its arclength with t from
 * 0 to 1 while |P_i| and eps_i stay as they are, with H_i(t) = (1 - t) A_i + t H_i. A curve can end where the H_i of a
 * mode passes zero. It is then followed again with |H_i| smoothed to (|H_i|^2 + delta^2)^(1/2), delta = (1 - t) times a
 * tenth of the mean |H_i| of the input, which lets P_i shrink while it turns round and is exact again at t = 1.
 */
public enum SolutionPath {
    /** Damped Newton from the collective numbers of the input. */
    DIRECT_NEWTON,
    /**
     * A_i = Lambda z with the sign of lambda: the matter potential comes down from infinity to lambda at full nu-nu
     * strength. Starts from P_i = eps_i |P_i| z (lambda &gt;= 0).
     */
    CONTINUATION_MATTER,
    /**
     * A_i = s_i omega_i B + lambda z: the nu-nu strength rises from 0 to q. Starts from P_i along or against the
     * external terms, as eps_i says.
     */
    CONTINUATION_SELF_INTERACTION,
    /** A_i along eps_i P_i of the input, all of one length: the input itself is the equilibrium at t = 0. */
    CONTINUATION_INPUT,
    /**
     * H_i as it is with a long smoothing delta at t = 0, where there is one solution, that ends at t = 1. Comes to an
     * end wherever the curve does not lead to a vanishing |H_i|.
     */
    CONTINUATION_SMOOTHING,
    /** Damped Newton, deflated by the solutions known, from a fixed series of other collective numbers. */
    RESTARTED_NEWTON,
    /** {@link #DIRECT_NEWTON} in the co-rotating frame. */
    CO_ROTATING_NEWTON,
    /** {@link #CONTINUATION_INPUT} in the co-rotating frame, with the conserved part of J^0 held all along. */
    CO_ROTATING_CONTINUATION_INPUT,
    /** {@link #RESTARTED_NEWTON} in the co-rotating frame. */
    CO_ROTATING_RESTARTED_NEWTON;

    boolean isContinuation() {
        return this == CONTINUATION_MATTER || this == CONTINUATION_SELF_INTERACTION || this == CONTINUATION_INPUT
            || this == CONTINUATION_SMOOTHING || this == CO_ROTATING_CONTINUATION_INPUT;
    }
}
