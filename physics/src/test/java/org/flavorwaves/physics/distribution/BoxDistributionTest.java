package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoxDistributionTest {

    /** Densities 3 and 1 with mean cos theta 0.6 and 0: exact moments whatever the number of rings. */
    @ParameterizedTest
    @EnumSource(GridRule.class)
    void boxesHaveExactMomentsForAnyNumberOfRings(final GridRule rule) {
        for (int rings = 2; rings < 6; rings++) {
            final FlavorState state = new BoxDistribution(rule, rings, 0.8)
                .load(new BoxDistribution.Band(0.2, 1, 3), new BoxDistribution.Band(-0.5, 0.5, 1));
            final CollectiveField field = CollectiveField.of(state);
            assertThat(state.size()).isEqualTo(2 * rings);
            assertThat(field.get(0, 2)).isCloseTo(2, within(2e-15));
            assertThat(field.get(3, 2)).isCloseTo(1.8, within(2e-15));
            assertThat(state.trace(0)).isEqualTo(0.8);
        }
        final FlavorState one = new BoxDistribution(rule, 3, 1).load(new BoxDistribution.Band(-1, 1, 1),
            new BoxDistribution.Band(-1, 1, 0));
        assertThat(one.size()).isEqualTo(3);
        assertThat(one.modes().species(2)).isEqualTo(Species.NU);
        assertThatThrownBy(() -> new BoxDistribution(rule, 3, 1).load(new BoxDistribution.Band(0.5, 0.2, 1),
            new BoxDistribution.Band(-1, 1, 0))).hasMessageContaining("[0.5, 0.2]");
        assertThatThrownBy(() -> new BoxDistribution.Band(0, 1, -2)).hasMessageContaining("-2");
    }
}
