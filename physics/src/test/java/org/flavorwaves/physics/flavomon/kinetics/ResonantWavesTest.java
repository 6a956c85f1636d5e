package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.flavomon.WaveBranch;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.junit.jupiter.api.Test;

class ResonantWavesTest {
    /** The transverse wave of G = (1 - v)^2 - 0.01 at k = -0.7158 grows at 0.00073179 in each of two polarizations. */
    @Test
    void countsBothTransversePolarizations() {
        final int rings = 400;
        final NeutrinoOccupations neutrinos = ShallowCrossing.occupations(new ShallowCrossing(rings, 0.1).neutrinos());
        final MediumSeries medium = new MediumSeries(neutrinos, new AngularCells(neutrinos), 4);
        medium.update(new double[rings]);
        final WaveNumberGrid grid = WaveNumberGrid.uniform(-0.7158 - medium.flux() - 1e-6,
            -0.7158 - medium.flux() + 1e-6, 1, 1);
        final ResonantWaves waves = new ResonantWaves(neutrinos, grid, medium, 0.01,
            List.of(new WaveSeed(0, WaveBranch.TRANSVERSE, 1, 0.92)));
        waves.update(new double[rings]);
        assertThat(waves.growth(0)).isCloseTo(0.00073179, within(0.02 * 0.00073179));
        assertThat(waves.measure(0)).isCloseTo(2 * grid.states(0), within(1e-15 * grid.states(0)));
    }
}
