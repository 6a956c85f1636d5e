package org.flavorwaves.physics.equilibrium.system;

import org.flavorwaves.physics.numerics.LeastSquares;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * Finds the axes about which the external terms s_i omega_i B + lambda z of all polarized modes are symmetric, and the
 * frame that goes with them (FW co-rotation).
 *
 * <ul>
 * <li>All external terms along one axis n: one rotation about n; conserved n.J^0; phase J^m.(n x J^m_input) = 0 with
 * m = 0 unless J^0 of the input lies along n, then the m whose J^m is farthest from n. n is B where the terms are along
 * B or -B (no matter, or no mixing), and z where they are along z (matter alone).
 * <li>No external term at all: the whole vector J^0 is conserved, and the rotation may have any axis (at a solution it
 * lies along J^0, because the H_i conserve J^0 by themselves); phase about J^0 as above.
 * <li>Otherwise there is no symmetry. Mixing and matter together count as none even where all modes have the same
 * s_i omega_i, which any spread in energy would break.
 * </ul>
 */
public final class FrameFinder {
    /** External terms count as parallel, and vectors as along an axis, within this sine. */
    private static final double PARALLEL = 1e-12;

    private FrameFinder() {
    }

    /**
     * The co-rotating frame.
     *
     * @param state the input
     * @param environment vacuum mixing and matter
     * @param fieldScale sum_i w_i |P_i|, in the units of the potentials
     * @return the frame, {@link Frame#REST} if the external terms have no common axis
     */
    public static Frame symmetric(final FlavorState state, final Environment environment, final double fieldScale) {
        final double[] j = CollectiveField.of(state).toArray();
        final double[] external = longestExternal(state, environment);
        if (length(external) == 0) {
            final double[] axis = {j[0], j[1], j[2]};
            final Frame.Phase[] phases = length(axis) > PARALLEL * fieldScale
                ? phase(j, unit(axis), fieldScale) : new Frame.Phase[0];
            return new Frame(new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, axis, phases);
        }
        final double[] axis = axis(unit(external), environment);
        if (axis.length == 0 || !allAlong(axis, length(external), state, environment)) {
            return Frame.REST;
        }
        final double conserved = axis[0] * j[0] + axis[1] * j[1] + axis[2] * j[2];
        return new Frame(new double[][]{axis}, new double[]{conserved}, phase(j, axis, fieldScale));
    }

    private static double[] longestExternal(final FlavorState state, final Environment environment) {
        double[] longest = new double[3];
        for (int i = 0; i < state.size(); i++) {
            if (state.length(i) > 0) {
                final double[] external = external(state.modes(), environment, i);
                longest = length(external) > length(longest) ? external : longest;
            }
        }
        return longest;
    }

    private static double[] external(final MomentumModes modes, final Environment environment, final int i) {
        final double vacuum = modes.species(i).sign() * modes.omega(i);
        return new double[]{vacuum * environment.bx(), 0, vacuum * environment.bz() + environment.matterPotential()};
    }

    /** B or z, whichever a direction lies along; empty if neither. */
    private static double[] axis(final double[] direction, final Environment environment) {
        final double[] b = {environment.bx(), 0, environment.bz()};
        final double[] z = {0, 0, 1};
        if (length(cross(direction, b)) <= PARALLEL) {
            return b;
        }
        return length(cross(direction, z)) <= PARALLEL ? z : new double[0];
    }

    private static boolean allAlong(final double[] axis, final double longest, final FlavorState state,
        final Environment environment) {
        for (int i = 0; i < state.size(); i++) {
            if (state.length(i) > 0
                && length(cross(axis, external(state.modes(), environment, i))) > PARALLEL * longest) {
                return false;
            }
        }
        return true;
    }

    private static Frame.Phase[] phase(final double[] j, final double[] axis, final double fieldScale) {
        double[] best = new double[3];
        int place = 0;
        for (int m = 0; m < 4 && (m != 1 || length(best) == 0); m++) {
            final double[] across = cross(axis, new double[]{j[3 * m], j[3 * m + 1], j[3 * m + 2]});
            if (length(across) > PARALLEL * fieldScale && length(across) > length(best)) {
                best = across;
                place = m;
            }
        }
        if (length(best) == 0) {
            return new Frame.Phase[0];
        }
        return new Frame.Phase[]{new Frame.Phase(place, axis, cross(unit(best), axis))};
    }

    /**
     * The rotation rates of a state as it is: the minimum of sum_i w_i |(H_i - sum_k Omega_k n_k) x P_i|^2, which
     * vanishes exactly for an equilibrium in that frame.
     *
     * @param frame the axes
     * @param state the input
     * @param hamiltonian its H_i in the resting frame
     * @return Omega_k in the units of the potentials
     */
    public static double[] rates(final Frame frame, final FlavorState state, final Hamiltonian hamiltonian) {
        final int r = frame.rotations();
        if (r == 0) {
            return new double[0];
        }
        final double[][] normal = new double[r][r];
        final double[] right = new double[r];
        final double[][] turned = new double[r][];
        for (int i = 0; i < state.size(); i++) {
            final double w = state.modes().weight(i);
            final double[] p = {state.px(i), state.py(i), state.pz(i)};
            final double[] torque = cross(new double[]{hamiltonian.hx(i), hamiltonian.hy(i), hamiltonian.hz(i)}, p);
            for (int k = 0; k < r; k++) {
                turned[k] = cross(new double[]{frame.axis(k, 0), frame.axis(k, 1), frame.axis(k, 2)}, p);
            }
            for (int k = 0; k < r; k++) {
                right[k] += w * dot(turned[k], torque);
                for (int l = 0; l < r; l++) {
                    normal[k][l] += w * dot(turned[k], turned[l]);
                }
            }
        }
        return LeastSquares.solve(normal, r, r, right);
    }

    /**
     * The vector product a x b.
     *
     * @param a 3 numbers
     * @param b 3 numbers
     * @return a new array of 3 numbers
     */
    public static double[] cross(final double[] a, final double[] b) {
        return new double[]{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /**
     * The scalar product a . b.
     *
     * @param a 3 numbers
     * @param b 3 numbers
     * @return the product
     */
    public static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /**
     * The length |a|.
     *
     * @param a 3 numbers
     * @return its length, in the unit of a
     */
    public static double length(final double[] a) {
        return Math.sqrt(dot(a, a));
    }

    private static double[] unit(final double[] a) {
        final double length = length(a);
        return new double[]{a[0] / length, a[1] / length, a[2] / length};
    }
}
