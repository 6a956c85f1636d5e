package org.flavorwaves.physics.equilibrium.path;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;

/**
 * What a slow change of a state to an equilibrium of the same modes has converted, mode by mode. Immutable.
 */
public final class AdiabaticConversion {
    private static final double ROUNDING = 1e-9;

    private final double[] m_conversion;

    private final double[] m_mixing;

    private AdiabaticConversion(final double[] conversion, final double[] mixing) {
        m_conversion = conversion;
        m_mixing = mixing;
    }

    /**
     * Compares two states, O(N).
     *
     * @param initial the state before
     * @param last last state, of the same modes
     * @param hamiltonian the vectors H_i of the last state (H_i - Omega n in a rotating frame)
     * @return conversions and effective mixing
     * @throws IllegalArgumentException if the numbers of modes differ
     */
    public static AdiabaticConversion between(final FlavorState initial, final FlavorState last,
        final Hamiltonian hamiltonian) {
        final int n = initial.size();
        if (last.size() != n || hamiltonian.size() != n) {
            throw new IllegalArgumentException("The states have " + n + " and " + last.size() + " modes, and there are "
                + hamiltonian.size() + " vectors H.");
        }
        final double[] conversion = new double[n];
        final double[] mixing = new double[n];
        for (int i = 0; i < n; i++) {
            conversion[i] = share(initial.pz(i), last.pz(i));
            final double x = hamiltonian.hx(i);
            final double y = hamiltonian.hy(i);
            final double z = hamiltonian.hz(i);
            mixing[i] = (x * x + y * y) / (x * x + y * y + z * z);
        }
        return new AdiabaticConversion(conversion, mixing);
    }

    /** No share can be told of a mode that has more of P_z in the end than at first: it was no flavor state. */
    private static double share(final double before, final double after) {
        if (before == 0 || Math.abs(after) > Math.abs(before) * (1 + ROUNDING)) {
            return Double.NaN;
        }
        return Math.min(1, Math.max(0, (1 - after / before) / 2));
    }

    /**
     * The share of f_e - f_x = P_z that has changed flavor (FW conversion), (1 - P_z/P_z initial)/2: 0 for none, 1 for
     * a swap.
     *
     * @param i mode index
     * @return the share, 0 to 1; NaN if |P_z| is 0 in the first state or larger in the last one
     */
    public double conversion(final int i) {
        return m_conversion[i];
    }

    /**
     * sin^2 of twice the effective mixing angle, 1 - (H_z/|H|)^2 of the last state, nu-nu term included.
     *
     * @param i mode index
     * @return 0 to 1; NaN if H_i is 0
     */
    public double mixing(final int i) {
        return m_mixing[i];
    }

    /**
     * sin^2 2 theta_m = sin^2 2 theta/(sin^2 2 theta + (cos 2 theta - lambda/omega)^2) without nu-nu term
     * (FW matter-effect).
     *
     * @param signedOmega s_i omega_i, in the units of the potentials; not 0
     * @param environment theta and lambda
     * @return 0 to 1
     */
    public static double matterMixing(final double signedOmega, final Environment environment) {
        final double sine = environment.bx();
        final double other = -environment.bz() - environment.matterPotential() / signedOmega;
        return sine * sine / (sine * sine + other * other);
    }
}
