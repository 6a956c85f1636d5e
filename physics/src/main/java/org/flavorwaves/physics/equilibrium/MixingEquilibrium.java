package org.flavorwaves.physics.equilibrium;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;

/**
 * Finds the mixing equilibrium of a state: the same |P_i|, turned along or against their own H_i (JK 12). With the 12
 * collective numbers J as unknowns,
 *
 * <pre>F(J) = J - sum_i w_i s_i V_i eps_i |P_i| Hhat_i(J) = 0,</pre>
 *
 * <p>by damped Newton with the analytic Jacobian, O(N) an iteration. Where that fails, continuations and Newton from a
 * fixed series of starts ({@link SolutionPath}) collect solutions with the same eps_i, and the one whose J is nearest
 * to that of the input is taken. Where the external terms have a symmetry axis that the input does not share, the
 * equations are solved in the co-rotating frame (JK II D): H_i -&gt; H_i - Omega n with Omega unknown, n.J^0 of the
 * input kept, and the phase J^0.(n x J^0_input) = 0.
 *
 * <p>A state that is already in equilibrium comes back unchanged to rounding. For given |P_i| and eps_i there need not
 * be any solution: P_i as a function of H_i is discontinuous where H_i vanishes, and the curves of solutions end there;
 * the result then names the mode.
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
     * Solves with eps_i = sign(P_i.H_i) of the input. A matter potential along the axis of a rotating frame only adds
     * to the rotation and is left out there. An input that nearly stands still in a rotating frame already, every P_i
     * within 26 degrees of H_i - Omega_0 n or its opposite, keeps the signs it has in that frame, so that the states of
     * a slow change stay on their branch; Omega_0 is the rate at which the input precesses about n (least squares over
     * the modes; exact for an equilibrium).
     *
     * @param input the state whose |P_i| are kept and whose collective numbers are the start
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param progress told of continuations; may cancel
     * @return the equilibrium, or the best point with {@code converged} false
     * @throws IllegalArgumentException if the co-rotating frame is required but the external terms have no axis
     * @throws InvalidModeException if H_i = 0 with P_i != 0, in the input or the solution; names the mode
     */
    public EquilibriumResult solve(final FlavorState input, final Environment environment, final Progress progress) {
        return new EquilibriumSearch(input, environment, m_options, progress).run();
    }

    /**
     * Solves with given eps_i.
     *
     * @param input the state whose |P_i| are kept and whose collective numbers are the start
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param alignment eps_i
     * @param progress told of continuations; may cancel
     * @return the equilibrium, or the best point with {@code converged} false
     * @throws IllegalArgumentException if the numbers of modes differ, or if the co-rotating frame is required but the
     *             external terms have no axis
     * @throws InvalidModeException if H_i = 0 with P_i != 0 in the solution; names the mode
     */
    public EquilibriumResult solve(final FlavorState input, final Environment environment, final Alignment alignment,
        final Progress progress) {
        return new EquilibriumSearch(input, environment, m_options, progress).run(alignment);
    }
}
