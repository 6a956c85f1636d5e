package org.flavorwaves.physics.linear;

import java.util.Arrays;

import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;

/** A background of two or of three flavors, as searches for growing waves see it. Units of the potentials. */
public sealed interface WaveBackground permits Background, CoherentBackground {
    /**
     * The modes.
     *
     * @return N momentum modes
     */
    MomentumModes modes();

    /**
     * The block structure in use.
     *
     * @return the structure
     */
    BackgroundStructure structure();

    /**
     * The linear operator.
     *
     * @param k physical wave vector
     * @return M_k
     */
    BandOperator operator(WaveVector k);

    /**
     * The lepton number that wave numbers are measured in.
     *
     * @return that of the state; with three flavors that of the pair with the largest sum |G|
     */
    LeptonNumber leptonNumber();

    /**
     * The strength of the nu-nu term.
     *
     * @return factor q on it
     */
    double selfInteraction();

    /**
     * The strength of all modes together.
     *
     * @return |q| sum_i w_i |P_i|; with three flavors the difference of the largest and the smallest eigenvalue of the
     *         density matrix in the place of |P_i|
     */
    double strength();

    /**
     * The largest vacuum frequency.
     *
     * @return the largest |omega_i|; with three flavors the largest of all three splittings
     */
    double largestVacuum();

    /**
     * The same state without collisions, and without vacuum oscillations unless these are kept.
     *
     * @param keepVacuum whether vacuum oscillations stay
     * @return a background whose waves do not know of what is left out
     */
    WaveBackground reduced(boolean keepVacuum);

    /**
     * The number of modes.
     *
     * @return N
     */
    default int size() {
        return modes().size();
    }

    /**
     * The largest damping rate.
     *
     * @return the largest D_i + kappa_i
     */
    default double largestDamping() {
        return Arrays.stream(modes().dampings()).map(Math::abs).max().orElse(0);
    }

    /**
     * The modes without collisions, and without vacuum frequencies unless these are kept.
     *
     * @param keepVacuum whether vacuum frequencies of two flavors stay
     * @return species, velocities and weights of the modes
     */
    default MomentumModes undamped(final boolean keepVacuum) {
        final MomentumModes modes = modes();
        final Species[] species = new Species[modes.size()];
        Arrays.setAll(species, modes::species);
        final MomentumModes.Builder builder = MomentumModes.builder().species(species)
            .velocity(modes.vxs(), modes.vys(), modes.vzs()).weight(modes.weights());
        if (keepVacuum) {
            builder.omega(modes.omegas());
        }
        return builder.build();
    }
}
