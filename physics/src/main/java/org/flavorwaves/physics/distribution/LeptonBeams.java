package org.flavorwaves.physics.distribution;

import java.util.Arrays;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * A few beams, each with its lepton number g_i = w_i s_i P_z,i: nu_e for g &gt; 0, the carrier for g &lt; 0. All beams
 * have the same occupation, so w_i = |g_i|/occupation.
 *
 * @param carrier what carries g &lt; 0
 * @param occupation the occupation of every beam, in (0, 1]
 */
public record LeptonBeams(LeptonCarrier carrier, double occupation) {
    /** Antineutrinos carry g &lt; 0 and the modes are full: w = |g|. */
    public static final LeptonBeams DEFAULT = new LeptonBeams(LeptonCarrier.ANTINEUTRINOS, 1);

    /**
     * Checks the options.
     *
     * @param carrier what carries g &lt; 0
     * @param occupation the occupation of every beam, in (0, 1]
     * @throws IllegalArgumentException if the occupation is out of its bounds
     */
    public LeptonBeams {
        ModeAssembly.requireOccupation(occupation);
    }

    /**
     * Two beams: nu_e at v = +1 and the carrier at v = -1.
     *
     * @param forward g of the neutrinos, positive
     * @param backward -g of the carrier, positive
     * @return the state
     */
    public FlavorState twoBeams(final double forward, final double backward) {
        return rings(new double[]{1, -1}, new double[]{forward, -backward});
    }

    /**
     * Axisymmetric beams.
     *
     * @param cosTheta cos theta of each beam, in [-1, 1]
     * @param leptonNumber g of each beam, in the unit the weights shall have, not 0
     * @return the state, modes in the order given
     * @throws IllegalArgumentException if the lengths differ or a value is out of bounds
     */
    public FlavorState rings(final double[] cosTheta, final double[] leptonNumber) {
        return directions(new double[cosTheta.length], new double[cosTheta.length], cosTheta, leptonNumber);
    }

    /**
     * Beams in any directions.
     *
     * @param vx x components of the velocities
     * @param vy y components
     * @param vz z components
     * @param leptonNumber g of each beam, in the unit the weights shall have, not 0
     * @return the state, modes in the order given
     * @throws IllegalArgumentException if the lengths differ or a value is out of bounds
     */
    public FlavorState directions(final double[] vx, final double[] vy, final double[] vz,
        final double[] leptonNumber) {
        final int n = leptonNumber.length;
        final Species[] species = new Species[n];
        final double[] weight = new double[n];
        final double[] trace = new double[n];
        final double[] pz = new double[n];
        Arrays.fill(trace, occupation);
        for (int i = 0; i < n; i++) {
            final double g = leptonNumber[i];
            if (!(Math.abs(g) > 0) || Double.isInfinite(g)) {
                throw new IllegalArgumentException("Beam " + i + " has the lepton number " + g
                    + "; it must be finite and not 0.");
            }
            final boolean flavor = carrier == LeptonCarrier.X_NEUTRINOS;
            species[i] = g < 0 && !flavor ? Species.NUBAR : Species.NU;
            weight[i] = Math.abs(g) / occupation;
            pz[i] = g < 0 && flavor ? -occupation : occupation;
        }
        final MomentumModes modes = MomentumModes.builder().species(species).velocity(vx, vy, vz).weight(weight)
            .build();
        return FlavorState.alongZ(modes, trace, pz);
    }
}
