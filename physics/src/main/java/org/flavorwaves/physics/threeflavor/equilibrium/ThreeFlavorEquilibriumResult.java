package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.Arrays;

import org.flavorwaves.physics.equilibrium.SolutionPath;
import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorBlocks;
import org.flavorwaves.physics.threeflavor.FlavorLevels;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * A mixing equilibrium of three flavors, or the nearest that was found.
 *
 * @param state rho_i = sum_r p_{i,r} |r&gt;&lt;r|, with the eigenvalues of the input
 * @param levels the levels of H_i without its trace, rising, at 3 i + r, in the units of the potentials
 * @param occupations p_{i,r}, the eigenvalues of rho_i, at 3 i + r
 * @param field the 32 collective numbers, component 8 m + a, in the units of the potentials
 * @param misalignment the largest |H_i o P_i|/(|P_i||H_i|) with H_i made by the P_i themselves, in the frame
 * @param smallestGap the least distance of two levels of different occupation that can mix, in the units of the
 *            potentials; infinite if there are none
 * @param smallestMode the mode that has it; -1 for none
 * @param conservationError largest change of sum w s P from the input along a charge of mixing and matter
 *            (FW flavor-charges), over sum w |P|; 0 if there are none. The nu-nu term would keep it, so that a slow
 *            change leads to a state that turns about the mass axes and not to one at rest if it is not small
 * @param frame what the frame turns by in which it stands still, the vector of U diag(0, Omega21, Omega31) U^dagger
 *            without its trace, in the units of the potentials (FW level-frame); 0 at rest
 * @param scale sum w |P|, in the units of the potentials
 * @param work how it was reached
 */
public record ThreeFlavorEquilibriumResult(ThreeFlavorState state, double[] levels, double[] occupations,
    double[] field, double misalignment, double smallestGap, int smallestMode,
    double conservationError, double[] frame, double scale, Work work) {
    private static final int A = FlavorAlgebra.SIZE;

    private static final int N = FlavorBlocks.FLAVORS;

    /**
     * The frequencies of the frame.
     *
     * @param environment the mixing
     * @return Omega21 and Omega31, in the units of the potentials; where the state breaks one charge alone, the part
     *         that turns nothing is left out
     */
    public double[] rotation(final ThreeFlavorEnvironment environment) {
        final double[] first = new double[A];
        final double[] second = new double[A];
        environment.vacuum(1, 0, first, 0);
        environment.vacuum(0, 1, second, 0);
        final double[][] columns = new double[A][];
        for (int a = 0; a < A; a++) {
            columns[a] = new double[]{first[a], second[a]};
        }
        return LeastSquares.solve(columns, A, 2, frame);
    }

    /**
     * How an equilibrium was reached.
     *
     * @param path the route
     * @param iterations Newton iterations in all, those of continuations included
     * @param residual |F|_inf relative to sum w |P|
     * @param advice empty if converged, else sentences that say what failed and what to try
     */
    public record Work(SolutionPath path, int iterations, double residual, String advice) {
        /**
         * Whether the equations are solved.
         *
         * @return true if the residual is within the tolerance
         */
        public boolean converged() {
            return advice.isEmpty();
        }
    }

    static ThreeFlavorEquilibriumResult of(final LevelProblem problem, final double matter, final double strength,
        final double[] x, final Work work) {
        final double[] j = problem.field(x);
        final double[] frame = problem.turn(x);
        final int n = problem.input().size();
        final double[] levels = new double[N * n];
        final double[] occupations = new double[N * n];
        double gap = Double.POSITIVE_INFINITY;
        int mode = -1;
        for (int i = 0; i < n; i++) {
            final FlavorLevels at = problem.sums().levels(i, matter, strength, j);
            for (int r = 0; r < N; r++) {
                for (int q = r + 1; q < N; q++) {
                    final double distance = Math.abs(at.value(q) - at.value(r));
                    if (problem.sums().differ(i, r, q) && distance < gap) {
                        gap = distance;
                        mode = i;
                    }
                }
            }
            rising(problem.sums(), at, i, levels, occupations);
        }
        final ThreeFlavorState state = problem.state(matter, strength, j);
        return new ThreeFlavorEquilibriumResult(state, levels, occupations, j,
            misalignment(state, frame, problem, matter, strength), gap, mode, problem.conservationError(j), frame,
            problem.scale(), work);
    }

    /** All levels of a mode in rising order, whatever their block. */
    private static void rising(final LevelSums sums, final FlavorLevels at, final int i, final double[] levels,
        final double[] occupations) {
        for (int r = 0; r < N; r++) {
            int rank = 0;
            for (int q = 0; q < N; q++) {
                rank += at.value(q) < at.value(r) || at.value(q) == at.value(r) && q < r ? 1 : 0;
            }
            levels[N * i + rank] = at.value(r);
            occupations[N * i + rank] = sums.occupation(i, r);
        }
    }

    private static double misalignment(final ThreeFlavorState state, final double[] frame, final LevelProblem problem,
        final double matter, final double strength) {
        final ThreeFlavorField field = new ThreeFlavorField(state,
            problem.environment().withMatterPotential(matter).withSelfInteraction(strength));
        final double[] p = state.vectors();
        final double[] h = new double[p.length];
        field.hamiltonian(p, h);
        for (int c = 0; c < h.length; c++) {
            h[c] -= frame[c % A];
        }
        double worst = 0;
        final double[] torque = new double[A];
        for (int i = 0; i < state.size(); i++) {
            Arrays.fill(torque, 0);
            FlavorAlgebra.addProduct(1, h, A * i, p, A * i, torque, 0);
            final double size = FlavorAlgebra.length(h, A * i) * FlavorAlgebra.length(p, A * i);
            worst = size > 0 ? Math.max(worst, FlavorAlgebra.length(torque, 0) / size) : worst;
        }
        return worst;
    }
}
