package org.flavorwaves.physics.threeflavor.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.path.EquilibriumPath;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.flavorwaves.physics.equilibrium.path.PathOptions;
import org.flavorwaves.physics.equilibrium.path.PathResult;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;

class ThreeFlavorPathTest {
    private static final double OMEGA21 = 0.03;

    /** |U_ei|^2 of the mixing below, from a product of rotations elsewhere. */
    private static final double[] SHARES = {0.67504317, 0.30262507, 0.02233176};

    private static ThreeFlavorEnvironment mixing(final double strength) {
        return new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 0, strength);
    }

    /** A neutrino and an antineutrino of one energy from a supernova: nu_e and two equal heavy flavors. */
    private static ThreeFlavorState burst(final double omega31) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, 1)
            .weight(1, 1).build();
        return new ThreeFlavorState(modes, new double[]{OMEGA21, OMEGA21}, new double[]{omega31, omega31},
            new double[][]{{0.8, 0.3, 0.3, 0, 0, 0, 0, 0, 0}, {0.5, 0.2, 0.2, 0, 0, 0, 0, 0, 0}});
    }

    private static ThreeFlavorPathResult outwards(final double omega31) {
        final double[] lambda = new double[122];
        System.arraycopy(ParameterTrack.logarithmic(1e4, 1e-4, 120), 0, lambda, 0, 121);
        final ThreeFlavorPathResult result = new ThreeFlavorPath(PathOptions.DEFAULT).follow(burst(omega31),
            mixing(0), ParameterTrack.matterPotential(new Environment(0, 0, 0), lambda), Progress.NONE);
        assertThat(result.stop()).isEmpty();
        return result;
    }

    private static double survival(final ThreeFlavorPathResult result, final int mode, final double e,
        final double x) {
        return (result.points().get(result.points().size() - 1).state().occupation(mode, 0) - x) / (e - x);
    }

    /** Resonances against the least distances of exact eigenvalues, and each nu_e leaves as the mass it was born as. */
    @Test
    void normalOrderingHasBothResonancesForNeutrinos() {
        final ThreeFlavorPathResult result = outwards(1);
        final List<LevelResonance> resonances = result.resonances();
        assertThat(resonances).hasSize(2);
        check(resonances.get(0), 0, 2, 0.946248941, 0.2926837005341);
        check(resonances.get(1), 0, 1, 0.011692108, 0.0277381372228);
        assertThat(survival(result, 0, 0.8, 0.3)).isCloseTo(SHARES[2], within(1e-8));
        assertThat(survival(result, 1, 0.5, 0.2)).isCloseTo(SHARES[0], within(1e-8));
    }

    @Test
    void invertedOrderingMovesTheUpperResonanceToAntineutrinos() {
        final ThreeFlavorPathResult result = outwards(-0.97);
        final List<LevelResonance> resonances = result.resonances();
        assertThat(resonances).hasSize(2);
        check(resonances.get(0), 1, 2, 0.935335148, 0.2893085126996);
        check(resonances.get(1), 0, 2, 0.011685904, 0.0277381382127);
        assertThat(survival(result, 0, 0.8, 0.3)).isCloseTo(SHARES[1], within(1e-8));
        assertThat(survival(result, 1, 0.5, 0.2)).isCloseTo(SHARES[2], within(1e-8));
    }

    private static void check(final LevelResonance found, final int mode, final int level, final double lambda,
        final double gap) {
        assertThat(found.mode()).isEqualTo(mode);
        assertThat(found.level()).isEqualTo(level);
        assertThat(found.matterPotential()).isCloseTo(lambda, within(1e-6 * lambda));
        assertThat(found.gap()).isCloseTo(gap, within(1e-12));
    }

    private static final double THETA = 0.15;

    private static final double[] LAMBDA = {20, 5, 2, 1, 0.5};

    private static FlavorState twoFlavors() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NUBAR)
            .rings(0.9, 0.3, -0.5).weight(0.25, 0.25, 0.2).omega(2, 0.5, 1).build();
        return FlavorState.alongZ(modes, new double[]{0.9, 0.9, 0.8}, new double[]{0.8, 0.7, 0.5});
    }

    private static PathResult known() {
        return new EquilibriumPath(PathOptions.DEFAULT.withStart(EquilibriumOptions.DEFAULT
            .withCoRotating(CoRotating.OFF))).follow(twoFlavors(),
                ParameterTrack.matterPotential(new Environment(THETA, 0, 1), LAMBDA), Progress.NONE);
    }

    private static ThreeFlavorPathResult found(final ThreeFlavorState state, final ThreeFlavorEnvironment mixing) {
        final ThreeFlavorPathResult found = new ThreeFlavorPath(PathOptions.DEFAULT).follow(state, mixing,
            ParameterTrack.matterPotential(new Environment(0, 0, 1), LAMBDA), Progress.NONE);
        assertThat(found.stop()).isEmpty();
        return found;
    }

    /** With the nu-nu term on: the same equilibria as the path of two flavors in one pair. */
    @Test
    void twoFlavorsAreASpecialCase() {
        final PathResult known = known();
        final ThreeFlavorPathResult found = found(ThreeFlavorState.embed(twoFlavors(), FlavorPair.E_MU),
            new ThreeFlavorEnvironment(THETA, 0, 0, 0, 0, 1));
        for (int k = 0; k < LAMBDA.length; k++) {
            final double[] field = known.points().get(k).field().toArray();
            for (int c = 0; c < field.length; c++) {
                assertThat(found.points().get(k).field()[8 * (c / 3) + c % 3]).isCloseTo(field[c], within(1e-12));
            }
        }
    }

    /** Equal mu and tau are one flavor, whatever angle mixes them, though its partner crosses the level of nu_e. */
    @Test
    void equalMuAndTauAreOneFlavor() {
        final FlavorState two = twoFlavors();
        final double[][] rho = new double[two.size()][9];
        for (int i = 0; i < rho.length; i++) {
            rho[i][0] = (two.trace(i) + two.pz(i)) / 2;
            rho[i][1] = (two.trace(i) - two.pz(i)) / 2;
            rho[i][2] = rho[i][1];
        }
        final PathResult known = known();
        final ThreeFlavorPathResult found = found(new ThreeFlavorState(two.modes(), new double[two.size()],
            two.modes().omegas(), rho), new ThreeFlavorEnvironment(0, 0.76, THETA, 3.7, 0, 1));
        for (int k = 0; k < LAMBDA.length; k++) {
            final FlavorState state = known.state(known.points().get(k));
            for (int i = 0; i < rho.length; i++) {
                assertThat(found.points().get(k).state().occupation(i, 0))
                    .isCloseTo((state.trace(i) + state.pz(i)) / 2, within(1e-12));
            }
        }
    }

    /** Three flavors, coherent by mixing, both species, with the nu-nu term: an equilibrium at every point. */
    @Test
    void everyPointOfADensePathIsAnEquilibrium() {
        final ThreeFlavorPathResult result = new ThreeFlavorPath(PathOptions.DEFAULT).follow(
            ThreeFlavorEquilibriumTest.random(0), mixing(1), ParameterTrack.matterPotential(new Environment(0, 0, 1),
                30, 10, 3, 1, 0.3, 0.1), Progress.NONE);
        assertThat(result.stop()).isEmpty();
        assertThat(result.points()).hasSize(6)
            .allSatisfy(point -> assertThat(point.misalignment()).isLessThan(1e-11));
    }

    /** Reference case 18: nine modes through matter with the nu-nu term, in the pair of e and tau. */
    @Test
    void theSlabOfTheReferenceCaseIsFollowed() {
        final double[] v = {0.3, 0.6, 0.9};
        final double[] omega = {2, 1, 0.5};
        final Species[] species = new Species[9];
        final double[][] modes = new double[4][9];
        for (int i = 0; i < 9; i++) {
            species[i] = Species.NU;
            modes[0][i] = v[i / 3];
            modes[1][i] = omega[i % 3];
            modes[2][i] = 0.25;
            modes[3][i] = 0.8;
        }
        final FlavorState two = FlavorState.alongZ(MomentumModes.builder().species(species).rings(modes[0])
            .weight(modes[2]).omega(modes[1]).build(), modes[3], modes[3]);
        final ThreeFlavorPathResult found = new ThreeFlavorPath(PathOptions.DEFAULT).follow(
            ThreeFlavorState.embed(two, FlavorPair.E_TAU), new ThreeFlavorEnvironment(0, 0, 0.15, 0, 0, 1),
            ParameterTrack.matterPotential(new Environment(0, 0, 1), 20, 5, 2, 0.5, 0), Progress.NONE);
        assertThat(found.stop()).isEmpty();
        final double[][] expected = {{.9995008001, .9998769192, .9999678733, .0334099091, 1.7996023294},
            {.9873382260, .9969606494, .9991011952, .1720688635, 1.7894714641},
            {.7386064893, .9300022987, .9745769304, .8004801214, 1.5560219634},
            {-.8821748035, -.8345649196, -.7402023903, .9942284903, -1.4909677500}};
        for (int k = 0; k < expected.length; k++) {
            final ThreeFlavorEquilibriumResult at = found.points().get(k);
            for (int c = 0; c < 3; c++) {
                final int mode = 4 * c;
                assertThat((at.state().occupation(mode, 0) - at.state().occupation(mode, 2)) / 0.8)
                    .isCloseTo(expected[k][c], within(2e-10));
            }
            assertThat(at.field()[3]).isCloseTo(expected[k][3], within(2e-10));
        }
        final ThreeFlavorState end = found.points().get(4).state();
        for (int i = 0; i < 9; i++) {
            assertThat((end.occupation(i, 0) - end.occupation(i, 2)) / 0.8).isCloseTo(-Math.cos(0.3), within(1e-12));
        }
    }
}
