package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class GrowingRangeTest {
    private static final FlavomonOptions OPTIONS = FlavomonOptions.resonant(0, true, 0);

    /** Neutral modes of G = (1 - v)^2 - 0.01 are k = 2.03972786 and -0.57306120 in closed form. */
    @Test
    void coversBothBandsOfAShallowCrossing() {
        final double flux = -4.0 / 3;
        final WaveNumberGrid grid = GrowingRange
            .cover(ShallowCrossing.occupations(new ShallowCrossing(32, 0.1).neutrinos()), OPTIONS, 40, 2);
        final double first = grid.waveNumber(0) + flux - grid.width(0) / 2;
        final double last = grid.waveNumber(grid.size() - 1) + flux + grid.width(grid.size() - 1) / 2;
        assertThat(grid.size()).isBetween(38, 42);
        assertThat(first).isLessThan(-0.57306120).isGreaterThan(-0.57306120 - 0.05);
        assertThat(last).isGreaterThan(2.03972786).isLessThan(2.03972786 + 0.1);
        boolean gap = false;
        for (int j = 1; j < grid.size(); j++) {
            gap |= grid.waveNumber(j - 1) + flux < 0 && grid.waveNumber(j) + flux > 1.5;
            assertThat(grid.states(j)).isCloseTo(2 * grid.width(j) / (2 * Math.PI), within(1e-15));
        }
        assertThat(gap).isTrue();
    }

    /** Two beams g_1, -g_2 at v = +-1: omega^2 = k^2 - 4 g_1 g_2, growth for |k| &lt; 2 sqrt(g_1 g_2). */
    @Test
    void scansBeams() {
        final FlavorState beams = FlavorState.alongZ(MomentumModes.builder().species(Species.NU, Species.NUBAR)
            .rings(1, -1).weight(1, 0.5).build(), new double[]{1, 1}, new double[]{1, 1});
        final WaveNumberGrid grid = GrowingRange.cover(ShallowCrossing.occupations(beams), OPTIONS, 20, 1);
        final double edge = 2 * Math.sqrt(0.5);
        assertThat(grid.waveNumber(0) + 1.5).isCloseTo(-1.2 * edge, within(0.12 * edge));
        assertThat(grid.waveNumber(19) + 1.5).isCloseTo(1.2 * edge, within(0.12 * edge));
    }

    /** Neutrinos and antineutrinos that cancel in all directions leave a flux of rounding, and a range of its size. */
    @Test
    void looksAroundZeroWithoutLeptonNumber() {
        final GaussLegendre rule = GaussLegendre.of(32);
        final Species[] species = new Species[64];
        final double[] v = new double[64];
        final double[] weight = new double[64];
        final double[] ones = new double[64];
        for (int i = 0; i < 64; i++) {
            species[i] = i < 32 ? Species.NU : Species.NUBAR;
            v[i] = rule.node(i % 32);
            weight[i] = rule.weight(i % 32) / 2;
            ones[i] = 1;
        }
        final FlavorState state =
            FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(weight).build(), ones, ones);
        final WaveNumberGrid grid = GrowingRange.cover(ShallowCrossing.occupations(state), OPTIONS, 10, 1);
        assertThat(grid.size()).isEqualTo(10);
        assertThat(Math.abs(grid.waveNumber(0))).isLessThan(1e-15);
    }

    @Test
    void looksAroundZeroWhereNothingGrows() {
        final WaveNumberGrid grid = GrowingRange
            .cover(ShallowCrossing.occupations(new ShallowCrossing(12, 0).neutrinos()), OPTIONS, 10, 1);
        assertThat(grid.size()).isEqualTo(10);
        assertThat(grid.waveNumber(0) - 4.0 / 3).isCloseTo(-(grid.waveNumber(9) - 4.0 / 3), within(1e-12));
    }
}
