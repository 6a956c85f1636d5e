package org.flavorwaves.physics.threeflavor.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.equilibrium.CoRotating;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.EquilibriumResult;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.flavorwaves.physics.equilibrium.path.PathOptions;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equilibria of three flavors that turn about the mass axes. */
class LevelFrameTest {
    private static final ThreeFlavorEnvironment MIXING = new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 0, 1);

    private static final EquilibriumOptions ON = EquilibriumOptions.DEFAULT.withCoRotating(CoRotating.ON);

    private static final int A = 8;

    /** Reference case 25: four frequencies of both species, P along z. */
    private static FlavorState homogeneous() {
        final Species[] species = new Species[8];
        final double[] omega = new double[8];
        final double[] weight = new double[8];
        final double[] p = new double[8];
        for (int i = 0; i < 8; i++) {
            species[i] = i < 4 ? Species.NU : Species.NUBAR;
            omega[i] = -0.5 * (i % 4 + 1);
            weight[i] = i < 4 ? 0.3 : 0.2;
            p[i] = 0.8;
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(new double[8]).weight(weight)
            .omega(omega).build(), p, p);
    }

    /** The same gas with a tau flavor, frequencies of both splittings and all three mixing angles. */
    private static ThreeFlavorState gas() {
        final FlavorState two = homogeneous();
        final double[][] rho = new double[8][];
        final double[] small = new double[8];
        for (int i = 0; i < 8; i++) {
            rho[i] = new double[]{0.8, i < 4 ? 0.1 : 0.15, i < 4 ? 0.05 : 0.02, 0, 0, 0, 0, 0, 0};
            small[i] = 0.2 * two.modes().omega(i);
        }
        return new ThreeFlavorState(two.modes().toBuilder().omega(new double[8]).build(), small, two.modes().omegas(),
            rho);
    }

    /** Reference case 25 in a pair, to where the nu-nu term is weak: a spectral split. */
    @ParameterizedTest
    @EnumSource(value = FlavorPair.class, names = {"E_MU", "E_TAU"})
    void aPairTurnsAsTwoFlavorsDo(final FlavorPair pair) {
        final ThreeFlavorEnvironment environment = new ThreeFlavorEnvironment(pair == FlavorPair.E_MU ? 0.1 : 0, 0,
            pair == FlavorPair.E_TAU ? 0.1 : 0, 0, 0, 20);
        final ParameterTrack track = ParameterTrack.selfInteraction(new Environment(0.1, 0, 20), 20, 1, 0.2);
        final PathOptions options = PathOptions.DEFAULT.withStart(ON);
        final ThreeFlavorPathResult three = new ThreeFlavorPath(options)
            .follow(ThreeFlavorState.embed(homogeneous(), pair), environment, track, Progress.NONE);
        assertThat(three.reached()).as(three.stop()).isTrue();
        final double[] omega = {-6.2353674154, -1.9418129436, -1.5840400684};
        for (int k = 0; k < omega.length; k++) {
            final ThreeFlavorEquilibriumResult at = three.points().get(k);
            assertThat(at.rotation(environment)[pair == FlavorPair.E_MU ? 0 : 1]).isCloseTo(omega[k], within(1e-9));
            assertThat(at.conservationError()).isLessThan(1e-12);
            assertThat(at.misalignment()).isLessThan(1e-12);
        }
        final EquilibriumResult two = new MixingEquilibrium(ON).solve(homogeneous(), new Environment(0.1, 0, 20),
            Progress.NONE);
        assertThat(three.points().get(0).state().vectors())
            .containsExactly(ThreeFlavorState.embed(two.state(), pair).vectors(), within(1e-12));
    }

    /** All density matrices turn with the frame, both lepton numbers of mass states stay, and eigenvalues too. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 5, 1})
    void threeFlavorsTurnAboutTwoAxes(final double strength) {
        final ThreeFlavorState input = gas();
        final ThreeFlavorEnvironment environment = MIXING.withSelfInteraction(strength);
        final ThreeFlavorEquilibriumResult result =
            new ThreeFlavorEquilibrium(ON).solve(input, environment, Progress.NONE);
        assertThat(result.work().converged()).as(result.work().advice()).isTrue();
        assertThat(result.conservationError()).isLessThan(1e-12);
        assertThat(result.misalignment()).isLessThan(1e-12);
        assertThat(FlavorAlgebra.length(result.frame(), 0)).isGreaterThan(0.1);
        final double[] p = result.state().vectors();
        final double[] rate = new double[p.length];
        new ThreeFlavorField(result.state(), environment).rate(p, new double[p.length], rate);
        for (int i = 0; i < 8; i++) {
            final double[] turned = new double[A];
            FlavorAlgebra.addProduct(1, result.frame(), 0, p, A * i, turned, 0);
            for (int a = 0; a < A; a++) {
                assertThat(rate[A * i + a]).isCloseTo(turned[a], within(1e-11));
            }
            assertThat(result.state().eigenvalues(i)).containsExactly(input.eigenvalues(i), within(1e-13));
        }
    }

    /** The derivatives of all 36 equations by 34 unknowns and the parameter, by differences. */
    @Test
    void theJacobianIsTheDerivative() {
        final LevelProblem problem = new LevelProblem(ThreeFlavorEquilibriumTest.random(0.2), MIXING, false, true);
        assertThat(problem.frame().size()).isEqualTo(2);
        final LevelEquations equations = problem.equations(TermPath.line(0, 0, 1.4, 0.8));
        final double[] x = problem.start(0);
        final int n = x.length;
        assertThat(n).isEqualTo(34);
        x[n - 1] += 0.1;
        ThreeFlavorEquilibriumTest.assertDerivative(equations, x);
    }

    /** Matter and mixing leave nothing to turn about, which is said if it is asked for. */
    @Test
    void noFrameWithoutCharges() {
        final ThreeFlavorEquilibrium solver =
            new ThreeFlavorEquilibrium(ON);
        assertThatThrownBy(() -> solver.solve(gas(), MIXING.withMatterPotential(1), Progress.NONE))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no frame to turn");
        assertThat(solver.solve(gas(), MIXING, Progress.NONE).work().converged()).isTrue();
        final List<Integer> sizes = new ArrayList<>();
        for (final double theta : new double[]{0, 0.3}) {
            sizes.add(new LevelProblem(gas(), new ThreeFlavorEnvironment(theta, 0, 0, 0, 0, 1), false, true).frame()
                .size());
        }
        assertThat(sizes).containsExactly(0, 1);
    }
}
