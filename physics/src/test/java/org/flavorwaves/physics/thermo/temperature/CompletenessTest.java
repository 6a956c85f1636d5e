package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where all states are claimed to be found, a search in all 12 numbers finds no other. */
class CompletenessTest {

    private static FlavorState modes(final Random random, final boolean onLine) {
        final int n = 4 + random.nextInt(8);
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] p0 = new double[n];
        for (int i = 0; i < n; i++) {
            species[i] = random.nextBoolean() ? Species.NU : Species.NUBAR;
            final double cos = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[0][i] = onLine ? 0.6 * cos : Math.sqrt(1 - cos * cos) * Math.cos(phi);
            v[1][i] = onLine ? 0 : Math.sqrt(1 - cos * cos) * Math.sin(phi);
            v[2][i] = onLine ? 0.8 * cos : cos;
            w[i] = 0.1 + random.nextDouble();
            p0[i] = 0.05 + 1.9 * random.nextDouble();
        }
        final MomentumModes modes = MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w)
            .build();
        return FlavorState.alongZ(modes, p0, new double[n]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void searchFindsNothingBeyondTheCompleteList(final long seed) {
        final Random random = new Random(seed);
        final boolean negative = seed % 2 == 0;
        final FlavorState state = modes(random, negative);
        final double matter = negative ? 0 : 0.3 * random.nextDouble();
        final Environment environment = new Environment(0, matter, 1);
        final ThermalModes modes = new ThermalModes(state, environment, ThermalRelation.FULL);
        final FlavorSymmetry symmetry = FlavorSymmetry.of(modes, new double[]{0, 0, 1});
        final double[][] response = ThermalModes.response(modes.largestResponse());
        final double mu = BranchBuilder.modes(response, negative ? -1 : 1).largest();
        for (final double factor : new double[]{1.1, 2, 5, 12}) {
            final double beta = (negative ? -1 : 1) * factor / mu;
            final ThermalBranches complete = ThermalSystems.FULL.atBeta(state, environment, beta, Progress.NONE);
            assertThat(complete.scope()).isEqualTo(SearchScope.COMPLETE);
            assertThat(complete.size()).isOdd();
            final IndexSum indices = new IndexSum();
            for (final ThermalBranch branch : complete.branches()) {
                indices.add(branch.family(), true, branch.stability().unstableAtBeta(), branch.stability().neutral());
            }
            // without external terms both ends of the sphere of ordered states are listed, so the sum is not 1
            assertThat(indices.provesIncomplete()).isEqualTo(matter == 0 && complete.size() > 1);
            final List<double[]> searched = new ArrayList<>();
            new DeflatedSearch(modes, symmetry, TemperatureOptions.DEFAULT, beta).search(searched, List.of(), 40, 1,
                Progress.NONE);
            assertThat(searched).isNotEmpty();
            for (final double[] field : searched) {
                double nearest = Double.POSITIVE_INFINITY;
                for (final ThermalBranch branch : complete.branches()) {
                    nearest = Math.min(nearest, symmetry.distance(field, branch.field().toArray()));
                }
                assertThat(nearest).isLessThan(1e-8);
            }
        }
    }
}
