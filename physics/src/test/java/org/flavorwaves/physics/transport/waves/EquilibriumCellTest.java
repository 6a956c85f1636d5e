package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class EquilibriumCellTest {
    private static final WaveGrid GRID = new WaveGrid(-3, 3, 24, 1e-6);

    /** Rings of neutrinos with a shallow crossing. */
    private static double[] crossing(final double[] v, final double depth) {
        final double[] p = new double[v.length];
        Arrays.setAll(p, i -> 0.4 + 0.4 * v[i] - (v[i] < -0.8 ? depth + 0.4 + 0.4 * v[i] : 0));
        return p;
    }

    private static MomentumModes rings(final int n) {
        final Species[] species = new Species[n];
        final double[] v = new double[n];
        final double[] w = new double[n];
        Arrays.fill(species, Species.NU);
        Arrays.fill(w, 2.0 / n);
        Arrays.setAll(v, i -> -1 + (2 * i + 1.0) / n);
        return MomentumModes.builder().species(species).rings(v).weight(w).build();
    }

    /** Of a shallow crossing P_i loses in the proportion of sum_j gamma_j |psi_i|^2/P_i^2 (FW wave-equilibrium). */
    @Test
    void wavesTakeInTheProportionOfTheirRates() {
        final MomentumModes modes = rings(12);
        final double[] before = crossing(modes.vzs(), 0.03);
        final double[] p = before.clone();
        final EquilibriumCell cell = new EquilibriumCell(GRID, modes, 1);
        final GrowingWaves waves = new GrowingWaves(GRID, modes, 1, true, false);
        waves.find(before, 0);
        final double[] shares = new double[p.length];
        int growing = 0;
        for (int j = 0; j < waves.size(); j++) {
            if (waves.growth(j) > 0) {
                growing++;
                waves.move(j, before);
                for (int i = 0; i < p.length; i++) {
                    shares[i] += waves.growth(j) * waves.exchange().share(waves.exchange().beamOf(i));
                }
            }
        }
        assertThat(growing).isGreaterThan(2);
        cell.relax(p, 0);
        double number = 0;
        for (int i = 0; i < p.length; i++) {
            final double taken = (1 - p[i] / before[i]) / shares[i];
            assertThat(taken * shares[0] / (1 - p[0] / before[0])).isCloseTo(1, within(0.015));
            number += p[i] - before[i];
        }
        assertThat(number).isCloseTo(0, within(1e-14));
    }

    /** The state is the nearest one that counts as stable: its waves still grow at half of that or more. */
    @Test
    void stopsWhereWavesCountAsStable() {
        final MomentumModes modes = rings(12);
        final double[] p = crossing(modes.vzs(), 0.03);
        final EquilibriumCell cell = new EquilibriumCell(GRID, modes, 1);
        cell.relax(p, 0);
        assertThat(cell.waves().find(p, 0) / cell.waves().exchange().strength()).isBetween(1e-3, 2e-3);
    }
}
