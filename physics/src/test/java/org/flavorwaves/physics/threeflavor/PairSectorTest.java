package org.flavorwaves.physics.threeflavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gas of two flavors of a pair, from which every search by pair follows. */
class PairSectorTest {
    private static final int MODES = 7;

    /** Modes of both species in all directions, damped, aligned with z and of both signs. */
    private static FlavorState gas(final boolean frequencies) {
        final Random random = new Random(11);
        final Species[] species = new Species[MODES];
        final double[][] v = new double[3][MODES];
        final double[][] numbers = new double[5][MODES];
        for (int i = 0; i < MODES; i++) {
            species[i] = Species.values()[i % 2];
            final double z = 2 * random.nextDouble() - 1;
            v[0][i] = Math.sqrt(1 - z * z) * Math.cos(i);
            v[1][i] = Math.sqrt(1 - z * z) * Math.sin(i);
            v[2][i] = z;
            numbers[0][i] = random.nextDouble();
            numbers[1][i] = frequencies ? random.nextDouble() - 0.5 : 0;
            numbers[2][i] = 0.1 * random.nextDouble();
            numbers[3][i] = 0.5 + 0.5 * random.nextDouble();
            numbers[4][i] = numbers[3][i] * (2 * random.nextDouble() - 1);
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2])
            .weight(numbers[0]).omega(numbers[1]).depolarization(numbers[2]).build(), numbers[3], numbers[4]);
    }

    /** Whatever is done with the gas of a pair is done with that of two flavors, to rounding. */
    @ParameterizedTest
    @EnumSource
    void pairOfAnEmbeddedGasIsTheGas(final FlavorPair pair) {
        final FlavorState gas = gas(pair != FlavorPair.MU_TAU);
        final PairSector sector = PairSector.of(ThreeFlavorState.embed(gas, pair),
            new ThreeFlavorEnvironment(0, 0, 0, 0, 2.5, 0.75), pair);
        assertThat(sector.leftOut()).isZero();
        assertThat(sector.environment().matterPotential()).isEqualTo(pair == FlavorPair.MU_TAU ? 0 : 2.5);
        assertThat(sector.environment().selfInteraction()).isEqualTo(0.75);
        assertThat(sector.environment().bz()).isEqualTo(-1);
        assertThat(sector.state().traces()).containsExactly(gas.traces(), within(1e-15));
        assertThat(sector.state().pzs()).containsExactly(gas.pzs(), within(1e-15));
        assertThat(sector.state().modes().omegas()).containsExactly(gas.modes().omegas(), within(1e-15));
        assertThat(sector.state().modes().dampings()).containsExactly(gas.modes().dampings());
        assertThat(sector.state().modes().vxs()).containsExactly(gas.modes().vxs());
        assertThat(sector.state().modes().weights()).containsExactly(gas.modes().weights());
    }

    /** One splitting and the moduli of the mixing matrix: |U_e3| = s13, |U_mu3| = s23 c13, |U_tau3| = c23 c13. */
    @Test
    void frequenciesAreThoseOfTheDiagonalOfTheVacuumTerm() {
        final double t23 = 0.7557;
        final double t13 = 0.1494;
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(1).weight(1).build();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[1], new double[]{2},
            new double[][]{{0.6, 0.2, 0.1, 0, 0, 0, 0, 0, 0}});
        final double e = Math.pow(Math.sin(t13), 2);
        final double mu = Math.pow(Math.sin(t23) * Math.cos(t13), 2);
        final double tau = Math.pow(Math.cos(t23) * Math.cos(t13), 2);
        final double[] expected = {2 * (mu - e), 2 * (tau - e), 2 * (tau - mu)};
        final List<PairSector> sectors = PairSector.ofAll(state,
            new ThreeFlavorEnvironment(0.5878, t23, t13, 3.7, 0, 1), List.of(FlavorPair.values()));
        for (int p = 0; p < 3; p++) {
            assertThat(sectors.get(p).state().modes().omega(0)).isCloseTo(expected[p], within(1e-15));
            assertThat(sectors.get(p).leftOut()).isCloseTo(2 * Math.sqrt(mu * tau), within(1e-15));
        }
    }

    @Test
    void pairsOfEqualFlavorsAreLeftOut() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(1).weight(1).build();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[1], new double[1],
            new double[][]{{0.6, 0.2, 0.2, 0, 0, 0, 0, 0, 0}});
        assertThat(PairSector.ofAll(state, ThreeFlavorEnvironment.FAST, List.of(FlavorPair.values())).stream()
            .map(PairSector::pair)).containsExactly(FlavorPair.E_MU, FlavorPair.E_TAU);
    }
}
