package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.flavorwaves.physics.flavomon.AxialMedium;
import org.flavorwaves.physics.flavomon.FlavomonMode;
import org.flavorwaves.physics.flavomon.FlavomonSearch;
import org.flavorwaves.physics.flavomon.Sector;
import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.Test;

class WaveFinderTest {
    private static final double DAMPING = 0.03;

    /** Against the complete search by the argument principle, which knows nothing of principal values. */
    @Test
    void findsTheModesOfTheCompleteSearchAndNoOthers() {
        final NeutrinoOccupations neutrinos = ShallowCrossing.occupations(new ShallowCrossing(24, 0.1).neutrinos());
        final MediumSeries medium = new MediumSeries(neutrinos, new AngularCells(neutrinos), 23);
        medium.update(new double[24]);
        final WaveNumberGrid grid = WaveNumberGrid.uniform(-2 - medium.flux(), 2.3 - medium.flux(), 15, 1);
        final List<WaveSeed> seeds = new WaveFinder(medium, grid, true, DAMPING).find(Progress.NONE);
        final FlavomonSearch search =
            new FlavomonSearch(AxialMedium.ofSeries(medium.series()), DAMPING);
        int found = 0;
        for (int j = 0; j < grid.size(); j++) {
            final double k = grid.waveNumber(j) + medium.flux();
            final int at = j;
            final List<FlavomonMode> modes = search.solve(k).list().stream()
                .filter(m -> !m.isSuperluminal() && m.omega().getImaginary() >= -DAMPING).toList();
            for (final Sector sector : List.of(Sector.LONGITUDINAL, Sector.TRANSVERSE)) {
                final double[] exact = modes.stream().filter(m -> m.sector() == sector)
                    .mapToDouble(m -> m.omega().getReal() / k).sorted().toArray();
                final double[] here = seeds.stream().filter(s -> s.at() == at && s.branch().sector() == sector
                    && !Double.isNaN(s.phaseVelocity())).mapToDouble(WaveSeed::phaseVelocity).sorted().toArray();
                assertThat(here).as("%s k = %s", sector, k).hasSameSizeAs(exact);
                for (int m = 0; m < exact.length; m++) {
                    assertThat(Math.abs(here[m] - exact[m])).isLessThan(0.03);
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(2);
    }
}
