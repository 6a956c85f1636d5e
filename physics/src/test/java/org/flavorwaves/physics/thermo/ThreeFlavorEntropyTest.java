package org.flavorwaves.physics.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;

class ThreeFlavorEntropyTest {
    private static final double[] F = {0.7, 0.4, 0.05};

    private static double fermions(final double... occupations) {
        double sum = 0;
        for (final double f : occupations) {
            sum -= f * Math.log(f) + (1 - f) * Math.log(1 - f);
        }
        return sum;
    }

    /** A mode and the same turned in flavor space: its entropy is that of its three eigenvalues. */
    private static ThreeFlavorState turned() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(2, 3).build();
        final double[] rho = {F[0], F[1], F[2], 0, 0, 0, 0, 0, 0};
        final double[] p = new double[FlavorAlgebra.SIZE];
        FlavorAlgebra.vector(rho, p, 0);
        FlavorAlgebra.turn(new double[]{0.3, -0.7, 0.2, 1.1, 0.4, -0.5, 0.6, 0.1}, p, 0);
        return new ThreeFlavorState(modes, new double[2], new double[2],
            new double[][]{rho, FlavorAlgebra.matrix(F[0] + F[1] + F[2], p, 0)});
    }

    @Test
    void theEntropyIsThatOfTheEigenvalues() {
        final FlavorEntropy entropy = FlavorEntropy.of(turned());
        assertThat(entropy.entropy(0)).isCloseTo(fermions(F), within(1e-14));
        assertThat(entropy.entropy(1)).isCloseTo(fermions(F), within(1e-14));
        assertThat(entropy.total()).isCloseTo(5 * fermions(F), within(1e-13));
    }

    /** The entropy of P that shrinks at fixed trace, by differences. */
    @Test
    void theProductionIsTheRateOfTheEntropy() {
        final ThreeFlavorState state = turned();
        final double[] rates = {0.2, 0.5};
        final double dt = 1e-5;
        final double[][] p = {state.vectors(), state.vectors()};
        for (int c = 0; c < p[0].length; c++) {
            p[0][c] *= Math.exp(-rates[c / FlavorAlgebra.SIZE] * dt);
            p[1][c] *= Math.exp(rates[c / FlavorAlgebra.SIZE] * dt);
        }
        final double slope = (FlavorEntropy.of(state.withVectors(p[0])).total()
            - FlavorEntropy.of(state.withVectors(p[1])).total()) / (2 * dt);
        assertThat(FlavorEntropy.of(state).production(rates)).isPositive().isCloseTo(slope, within(1e-8));
    }

    /**
     * A gas of two flavors in a pair has the entropy that it has alone, and its energy but for what the traces make
     * with the third flavor, which is constant.
     */
    @Test
    void twoFlavorsAreASpecialCase() {
        final FlavorState two = RandomStates.random(20, new Random(5));
        final ThreeFlavorState three = ThreeFlavorState.embed(two, FlavorPair.E_TAU);
        assertThat(FlavorEntropy.of(three).total()).isCloseTo(FlavorEntropy.of(two).total(), within(1e-12));
        final double q = 0.7;
        final double lambda = 1.2;
        final PolarizationEnergy alone = PolarizationEnergy.of(two, new Environment(0.3, lambda, q));
        final PolarizationEnergy found =
            PolarizationEnergy.of(three, new ThreeFlavorEnvironment(0, 0, 0.3, 0, lambda, q));
        final double[] n = new double[4];
        double vacuum = 0;
        for (int i = 0; i < two.size(); i++) {
            final MomentumModes modes = two.modes();
            final double number = modes.weight(i) * modes.species(i).sign() * two.trace(i);
            vacuum += number * modes.species(i).sign() * modes.omega(i);
            n[0] += number;
            n[1] += number * modes.vx(i);
            n[2] += number * modes.vy(i);
            n[3] += number * modes.vz(i);
        }
        final double square = n[0] * n[0] - n[1] * n[1] - n[2] * n[2] - n[3] * n[3];
        assertThat(found.vacuum()).isCloseTo(alone.vacuum() + vacuum / 6, within(1e-12));
        assertThat(found.matter()).isCloseTo(alone.matter() + lambda * n[0] / 6, within(1e-12));
        assertThat(found.selfInteraction()).isCloseTo(alone.selfInteraction() + q * square / 12, within(1e-12));
    }
}
