package org.flavorwaves.physics.distribution;

import java.util.Arrays;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Electron neutrinos and antineutrinos that each fill a band of cos theta evenly. Each band has rings of its own, so
 * that density and flux are exact whatever the number of rings: n and n (lower + upper)/2. All modes have the same
 * occupation.
 *
 * @param rule how each band is sampled
 * @param rings number of rings a band
 * @param occupation f_e of every mode, in (0, 1]
 */
public record BoxDistribution(GridRule rule, int rings, double occupation) {

    /**
     * A band of directions and what is in it.
     *
     * @param lower lower end in cos theta, &gt;= -1
     * @param upper upper end, &lt;= 1, above the lower one
     * @param density number density &gt;= 0, in the unit the weights shall have; 0 for no modes
     */
    public record Band(double lower, double upper, double density) {
        /**
         * Checks the density.
         *
         * @throws IllegalArgumentException if it is negative or not finite
         */
        public Band {
            if (!(density >= 0) || Double.isInfinite(density)) {
                throw new IllegalArgumentException("The density of a band is " + density
                    + "; it must be finite and >= 0.");
            }
        }
    }

    /**
     * Checks the occupation.
     *
     * @throws IllegalArgumentException if it is out of its bounds
     */
    public BoxDistribution {
        ModeAssembly.requireOccupation(occupation);
    }

    /**
     * Loads two bands.
     *
     * @param nu band of the electron neutrinos
     * @param nubar band of the electron antineutrinos
     * @return the state, neutrinos first
     * @throws IllegalArgumentException if a band is empty or leaves [-1, 1], or both densities are zero
     */
    public FlavorState load(final Band nu, final Band nubar) {
        final int n = (nu.density() > 0 ? rings : 0) + (nubar.density() > 0 ? rings : 0);
        if (n == 0) {
            throw new IllegalArgumentException("All densities are zero: there are no neutrinos to load.");
        }
        final Species[] species = new Species[n];
        final double[] cosTheta = new double[n];
        final double[] weight = new double[n];
        int next = 0;
        for (final Species s : Species.values()) {
            final Band band = s == Species.NU ? nu : nubar;
            final AngularGrid grid = AngularGrid.rings(rule, rings, band.lower(), band.upper());
            for (int i = 0; i < rings && band.density() > 0; i++) {
                species[next] = s;
                cosTheta[next] = grid.cosTheta(i);
                weight[next++] = grid.weight(i) * band.density() / ((band.upper() - band.lower()) * occupation);
            }
        }
        final double[] full = new double[n];
        Arrays.fill(full, occupation);
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(cosTheta).weight(weight).build(), full, full);
    }
}
