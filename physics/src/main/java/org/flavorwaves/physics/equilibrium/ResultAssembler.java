package org.flavorwaves.physics.equilibrium;

import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;

/** Turns the P_i along the H_i of a solution and measures the result. */
public final class ResultAssembler {
    private ResultAssembler() {
    }

    /**
     * The result at the best point of a problem.
     *
     * @param problem the equations with their best point
     * @param symmetry axes about which the external terms are symmetric, whether or not the frame rotates
     * @param shift what the rotation rate is more than in the equations, in the units of the potentials
     * @param path how the point was reached
     * @param converged whether its residual is within the tolerance
     * @param advice what to try if it is not
     */
    static EquilibriumResult assemble(final EquilibriumProblem problem, final Frame symmetry, final double shift,
        final SolutionPath path, final boolean converged, final String advice) {
        final FlavorState input = problem.input();
        final double[] omega = problem.rotation();
        final Hamiltonian h = hamiltonian(problem, problem.field());
        if (converged) {
            Scales.requireDirections(input, problem.environment(), h, FrameFinder.length(omega));
        }
        final FlavorState state = align(input, problem.alignment(), h);
        final CollectiveField field = CollectiveField.of(state);
        final Hamiltonian own = hamiltonian(problem, field);
        final double scale = Scales.field(input);
        return new EquilibriumResult(state, h, problem.alignment(), field, rotation(problem.frame(), omega, shift),
            problem.iterations(), problem.residual() * scale, problem.residual(), misalignment(state, own),
            conservationError(symmetry, field) / scale, path, Math.max(0, problem.solutions() - 1), converged,
            problem.vanishing(), advice);
    }

    private static Hamiltonian hamiltonian(final EquilibriumProblem problem, final CollectiveField field) {
        final double[] omega = problem.rotation();
        return Hamiltonian.of(problem.input().modes(), problem.environment(), field).rotating(omega[0], omega[1],
            omega[2]);
    }

    /**
     * P_i = eps_i |P_i| H_i/|H_i|; P_i of the input where H_i is zero.
     *
     * @param input state of N modes, of which the lengths count
     * @param alignment the sign eps_i of each mode
     * @param h the N Hamiltonian vectors
     * @return a new state of the same modes and lengths
     */
    public static FlavorState align(final FlavorState input, final Alignment alignment, final Hamiltonian h) {
        final int n = input.size();
        final double[] px = input.pxs();
        final double[] py = input.pys();
        final double[] pz = input.pzs();
        for (int i = 0; i < n; i++) {
            final double length = h.length(i);
            if (length > 0) {
                final double factor = alignment.sign(i) * input.length(i) / length;
                px[i] = factor * h.hx(i);
                py[i] = factor * h.hy(i);
                pz[i] = factor * h.hz(i);
            }
        }
        return input.withPolarization(px, py, pz);
    }

    private static CoRotation rotation(final Frame frame, final double[] omega, final double shift) {
        if (frame.rotations() == 0) {
            return CoRotation.NONE;
        }
        final double length = FrameFinder.length(omega);
        if (frame.rotations() == 1 || length == 0) {
            final double[] axis = {frame.axis(0, 0), frame.axis(0, 1), frame.axis(0, 2)};
            return new CoRotation(axis[0], axis[1], axis[2], FrameFinder.dot(axis, omega) + shift);
        }
        return new CoRotation(omega[0] / length, omega[1] / length, omega[2] / length, length);
    }

    /** The largest |P_i x H_i|/(|P_i||H_i|). */
    private static double misalignment(final FlavorState state, final Hamiltonian h) {
        double worst = 0;
        for (int i = 0; i < state.size(); i++) {
            final double lengths = state.length(i) * h.length(i);
            if (lengths > 0) {
                final double x = state.py(i) * h.hz(i) - state.pz(i) * h.hy(i);
                final double y = state.pz(i) * h.hx(i) - state.px(i) * h.hz(i);
                final double z = state.px(i) * h.hy(i) - state.py(i) * h.hx(i);
                worst = Math.max(worst, Math.sqrt(x * x + y * y + z * z) / lengths);
            }
        }
        return worst;
    }

    private static double conservationError(final Frame symmetry, final CollectiveField field) {
        double worst = 0;
        for (int k = 0; k < symmetry.rotations(); k++) {
            double component = 0;
            for (int a = 0; a < 3; a++) {
                component += symmetry.axis(k, a) * field.get(0, a);
            }
            worst = Math.max(worst, Math.abs(component - symmetry.conserved(k)));
        }
        return worst;
    }
}
