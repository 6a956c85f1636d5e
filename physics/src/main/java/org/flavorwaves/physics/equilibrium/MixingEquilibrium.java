package org.flavorwaves.physics.equilibrium;

import org.flavorwaves.physics.numerics.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.InvalidModeException;

/**
 * Finds the mixing equilibrium of a state: the same |P_i|, turned along or against their own H_i (JK 12-16; physics
 * specification section 2). With the 12 collective numbers J as unknowns,
 *
 * <pre>F(J) = J - sum_i w_i s_i V_i eps_i |P_i| Hhat_i(J) = 0,</pre>
 *
 * <p>by damped Newton with the analytic Jacobian, O(N) an iteration, and by continuation ({@link SolutionPath}) where
 * that fails. Where the external terms have a symmetry axis that the input does not share, the equations are solved in
 * the co-rotating frame (JK II D).
 */
public final class MixingEquilibrium {
    private final EquilibriumOptions m_options;

    /**
     * Creates a solver.
     *
     * @param options tolerance, bounds and choices
     */
    public MixingEquilibrium(final EquilibriumOptions options) {
        m_options = options;
    }

    /**
     * Solves with eps_i = sign(P_i.H_i) of the input.
     *
     * @param input the state whose |P_i| are kept and whose collective numbers are the start
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param progress told of continuations; may cancel
     * @return the equilibrium, or the best point with {@code converged} false
     * @throws InvalidModeException if H_i = 0 with P_i != 0, in the input or the solution; names the mode
     */
    public EquilibriumResult solve(final FlavorState input, final Environment environment, final Progress progress) {
        final Hamiltonian h = Hamiltonian.of(input, environment);
        EquilibriumProblem.requireDirections(input, environment, h, new double[3]);
        return solve(input, environment, Alignment.of(input, h), progress);
    }

    /**
     * Solves with given eps_i.
     *
     * @param input the state whose |P_i| are kept and whose collective numbers are the start
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param alignment eps_i
     * @param progress told of continuations; may cancel
     * @return the equilibrium, or the best point with {@code converged} false
     * @throws IllegalArgumentException if the numbers of modes differ
     * @throws InvalidModeException if H_i = 0 with P_i != 0 in the solution; names the mode
     */
    public EquilibriumResult solve(final FlavorState input, final Environment environment, final Alignment alignment,
        final Progress progress) {
        if (alignment.size() != input.size()) {
            throw new IllegalArgumentException("There are " + alignment.size() + " values of epsilon for "
                + input.size() + " modes.");
        }
        final EquilibriumProblem problem = new EquilibriumProblem(input, environment, alignment, Frame.REST,
            FrameFinder.symmetric(input, environment, EquilibriumProblem.fieldScale(input)), new double[0], m_options);
        final boolean converged = problem.newton();
        return problem.result(SolutionPath.DIRECT_NEWTON, converged, converged ? "" : "Newton did not converge.");
    }
}
