package org.flavorwaves.physics.distribution;

import java.util.Arrays;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Turns densities phi per measure of a grid into modes. With the phase-space factor g_b of bin b, the largest
 * phi/g over the cell is given the occupation "peak", all others in proportion; the weight is what keeps w f =
 * (quadrature weight) phi:
 *
 * <pre>f = peak (phi/g)/max(phi/g),   w = weight g max(phi/g)/peak,   P0 = f_e + f_x,  P_z = f_e - f_x.</pre>
 */
public final class ModeAssembly {
    private final AngularGrid m_grid;

    private final double[] m_phaseSpace;

    private final double[] m_omega;

    private final double[][][] m_density;

    /**
     * Collects densities.
     *
     * @param grid directions
     * @param phaseSpace g_b of each bin
     * @param omega vacuum frequency of each bin
     */
    public ModeAssembly(final AngularGrid grid, final double[] phaseSpace, final double[] omega) {
        m_grid = grid;
        m_phaseSpace = phaseSpace;
        m_omega = omega;
        m_density = new double[FlavorSpecies.values().length][phaseSpace.length][grid.size()];
    }

    /**
     * The densities per measure of one kind in one bin, to be filled by the caller.
     *
     * @param kind the species
     * @param bin index of the energy bin
     * @return the array itself, one number a direction of the grid
     */
    public double[] density(final FlavorSpecies kind, final int bin) {
        return m_density[kind.ordinal()][bin];
    }

    /**
     * Makes the modes.
     *
     * @param peakOccupation largest occupation in the cell, in (0, 1]
     * @param keepEmpty whether a direction in which a species has no neutrinos is a mode nevertheless; a species absent
     *            from a whole bin never is
     * @return the state with the bin and the direction of every mode
     * @throws IllegalArgumentException if the occupation is not in (0, 1] or all densities are zero
     */
    public LoadedState assemble(final double peakOccupation, final boolean keepEmpty) {
        requireOccupation(peakOccupation);
        final double peak = peak();
        if (!(peak > 0)) {
            throw new IllegalArgumentException("All densities are zero: there are no neutrinos to load.");
        }
        final int all = 2 * m_phaseSpace.length * m_grid.size();
        final int[] bin = new int[all];
        final int[] direction = new int[all];
        final Species[] species = new Species[all];
        int n = 0;
        for (int b = 0; b < m_phaseSpace.length; b++) {
            for (final Species s : Species.values()) {
                final double[] electron = density(s == Species.NU ? FlavorSpecies.NU_E : FlavorSpecies.NUBAR_E, b);
                final double[] x = density(s == Species.NU ? FlavorSpecies.NU_X : FlavorSpecies.NUBAR_X, b);
                final boolean keep = keepEmpty && (present(electron) || present(x));
                for (int i = 0; i < m_grid.size(); i++) {
                    if (keep || electron[i] > 0 || x[i] > 0) {
                        bin[n] = b;
                        direction[n] = i;
                        species[n++] = s;
                    }
                }
            }
        }
        return build(Arrays.copyOf(bin, n), Arrays.copyOf(direction, n), Arrays.copyOf(species, n), peak,
            peakOccupation);
    }

    /**
     * Refuses a peak occupation that is not in (0, 1].
     *
     * @param peakOccupation largest occupation f in the cell
     * @throws IllegalArgumentException if it is not in (0, 1]
     */
    public static void requireOccupation(final double peakOccupation) {
        if (!(peakOccupation > 0 && peakOccupation <= 1)) {
            throw new IllegalArgumentException("The largest occupation must be in (0, 1] but is " + peakOccupation
                + ".");
        }
    }

    private static boolean present(final double[] density) {
        return Arrays.stream(density).anyMatch(d -> d > 0);
    }

    private double peak() {
        double peak = 0;
        for (final FlavorSpecies kind : FlavorSpecies.values()) {
            for (int b = 0; b < m_phaseSpace.length; b++) {
                final double[] density = density(kind, b);
                for (int i = 0; i < density.length; i++) {
                    if (!(density[i] >= 0) || Double.isInfinite(density[i])) {
                        throw new IllegalArgumentException("The density of " + kind.label() + " at cos theta = "
                            + m_grid.cosTheta(i) + " (direction " + i + ") is " + density[i]
                            + "; it must be finite and >= 0.");
                    }
                    peak = Math.max(peak, density[i] / m_phaseSpace[b]);
                }
            }
        }
        return peak;
    }

    private LoadedState build(final int[] bin, final int[] direction, final Species[] species, final double peak,
        final double peakOccupation) {
        final int n = bin.length;
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] omega = new double[n];
        final double[] trace = new double[n];
        final double[] pz = new double[n];
        for (int m = 0; m < n; m++) {
            final int i = direction[m];
            final int b = bin[m];
            final boolean nu = species[m] == Species.NU;
            final double toOccupation = peakOccupation / (m_phaseSpace[b] * peak);
            final double fe = toOccupation * density(nu ? FlavorSpecies.NU_E : FlavorSpecies.NUBAR_E, b)[i];
            final double fx = toOccupation * density(nu ? FlavorSpecies.NU_X : FlavorSpecies.NUBAR_X, b)[i];
            v[0][m] = m_grid.vx(i);
            v[1][m] = m_grid.vy(i);
            v[2][m] = m_grid.vz(i);
            weight[m] = m_grid.weight(i) / toOccupation;
            omega[m] = m_omega[b];
            trace[m] = fe + fx;
            pz[m] = fe - fx;
        }
        final MomentumModes modes = MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weight)
            .omega(omega).build();
        return new LoadedState(FlavorState.alongZ(modes, trace, pz), bin, direction);
    }
}
