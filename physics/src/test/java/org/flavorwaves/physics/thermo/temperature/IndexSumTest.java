package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.flavorwaves.physics.thermo.temperature.ThermalSystems.FULL;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexSumTest {

    @Test
    void magnetWithBothPhases() {
        final IndexSum sum = new IndexSum();
        sum.add(SymmetryFamily.SINGLE, true, 3, 0);
        assertThat(sum.provesIncomplete()).isTrue();
        sum.add(SymmetryFamily.SPHERE, true, 0, 2);
        assertThat(sum.provesIncomplete()).isFalse();
    }

    @Test
    void circlesDoNotCountAndPairsCountTwice() {
        final IndexSum sum = new IndexSum();
        sum.add(SymmetryFamily.SINGLE, false, 1, 0);
        sum.add(SymmetryFamily.CIRCLE, false, 0, 1);
        assertThat(sum.provesIncomplete()).isTrue();
        sum.add(SymmetryFamily.MIRROR_PAIR, false, 2, 0);
        assertThat(sum.provesIncomplete()).isFalse();
    }

    @Test
    void degenerateStatesProveNothing() {
        final IndexSum sum = new IndexSum();
        sum.add(SymmetryFamily.SINGLE, true, 1, 1);
        assertThat(sum.provesIncomplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 5", "4, 5", "5, 20", "6, 20"})
    void searchesAtPositiveBetaAreConsistent(final long seed, final double beta) {
        final FlavorState state = RandomStates.random(25, new Random(seed));
        for (final Environment environment : new Environment[]{new Environment(0.3, 0.5, 1),
            new Environment(0.3, 0, 1)}) {
            final ThermalBranches found = FULL.atBeta(state, environment, beta, Progress.NONE);
            assertThat(found.scope()).isEqualTo(SearchScope.SEARCH);
            assertThat(found.statement()).contains("not a proof");
        }
    }

    @Test
    void saysSoWhenStatesAreSurelyMissing() {
        final BranchSearch.Solutions solutions = new BranchSearch.Solutions(List.of(new double[12], new double[12]),
            SearchScope.SEARCH, 0, true, 0.5);
        assertThat(Statements.atBeta(solutions, 2, 50)).isEqualTo("2 thermal states found from 50 starts; their numbers"
            + " of unstable directions prove that there are others.");
    }
}
