package org.flavorwaves.knime.nodes.tomoments;

import java.util.List;

import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.moments.AngularMoments;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/** The kinds of neutrino of a cell of two or of three flavors. */
interface CellGas {
    /** Number of modes. */
    int size();

    /** Names of the kinds: electron flavor first, neutrinos before antineutrinos. */
    List<String> kinds();

    /** The moments of a kind. */
    AngularMoments moments(int kind, int... modes);

    /** Share of a kind in the electron lepton number, less that of the mean of the others. */
    double lepton(int kind);

    /** The kind that stands for each of nu_e, nu_mu, nu_tau, nubar_e, nubar_mu, nubar_tau. */
    int[] six();

    /** Two flavors; nu_mu and nu_tau are each what the state says of nu_x. */
    record Two(FlavorState state) implements CellGas {
        @Override
        public int size() {
            return state.size();
        }

        @Override
        public List<String> kinds() {
            return List.of(FlavorSpecies.values()).stream().map(FlavorSpecies::label).toList();
        }

        @Override
        public AngularMoments moments(final int kind, final int... modes) {
            return AngularMoments.of(state, FlavorSpecies.values()[kind], modes);
        }

        @Override
        public double lepton(final int kind) {
            final FlavorSpecies species = FlavorSpecies.values()[kind];
            return (species.isElectron() ? 1 : -1) * species.species().sign();
        }

        @Override
        public int[] six() {
            return new int[]{0, 2, 2, 1, 3, 3};
        }
    }

    /** Three flavors. */
    record Three(ThreeFlavorState state) implements CellGas {
        private static final List<String> KINDS =
            List.of("nu_e", "nubar_e", "nu_mu", "nubar_mu", "nu_tau", "nubar_tau");

        @Override
        public int size() {
            return state.size();
        }

        @Override
        public List<String> kinds() {
            return KINDS;
        }

        private static Species species(final int kind) {
            return kind % 2 == 0 ? Species.NU : Species.NUBAR;
        }

        @Override
        public AngularMoments moments(final int kind, final int... modes) {
            return AngularMoments.of(state, species(kind), kind / 2, modes);
        }

        @Override
        public double lepton(final int kind) {
            return (kind / 2 == 0 ? 1 : -0.5) * species(kind).sign();
        }

        @Override
        public int[] six() {
            return new int[]{0, 2, 4, 1, 3, 5};
        }
    }
}
