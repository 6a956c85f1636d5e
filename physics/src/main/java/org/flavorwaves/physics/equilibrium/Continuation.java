package org.flavorwaves.physics.equilibrium;

/**
 * Which solution of the equilibrium equations is taken, as there can be several for the same |P_i| and eps_i.
 *
 * <p>The constructions are stated at {@link SolutionPath}.
 */
public enum Continuation {
    /** Newton from the collective numbers of the input; where that fails, every continuation in turn. */
    AUTO,
    /** Newton from the collective numbers of the input, and nothing else. */
    OFF,
    /** The solution that is connected with infinite matter potential, followed from there. */
    MATTER,
    /** The solution that is connected with vanishing nu-nu term, followed from there. */
    SELF_INTERACTION
}
