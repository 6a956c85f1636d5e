package org.flavorwaves.physics.equilibrium;

/**
 * Which solution of the equilibrium equations is taken, as there can be several for the same |P_i| and eps_i.
 *
 * <p>The constructions are stated at {@link SolutionPath}.
 */
public enum Continuation {
    /**
     * Newton from the collective numbers of the input; where that fails and the input is the start of a continuation in
     * matter or in the nu-nu term, that; else the solution nearest to the input, by its collective numbers, of all that
     * the continuations from the input, from a smoothed problem and Newton from a fixed series of starts lead to.
     */
    AUTO,
    /** Newton from the collective numbers of the input, and nothing else. */
    OFF,
    /** The solution that is connected with infinite matter potential, followed from there. */
    MATTER,
    /** The solution that is connected with vanishing nu-nu term, followed from there. */
    SELF_INTERACTION
}
