package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeptonCrossingsTest {

    private static LeptonCrossings crossings(final AngularGrid grid, final FlavorAngles angles) {
        return LeptonCrossings.of(new AngularLoader(grid).load(angles).state());
    }

    /** G = (1 - v)^2 - s^2: zero at 1 - s, I- = 2 s^3/3, I+ = 8/3 - 2 s^2 + I-. */
    @ParameterizedTest
    @EnumSource(LeptonCarrier.class)
    void polynomialCrossingInClosedForm(final LeptonCarrier carrier) {
        final double s = 0.4;
        final LeptonCrossings found = crossings(AngularGrid.rings(GridRule.MIDPOINT, 2000),
            FlavorAngles.ofLeptonNumber(AngularShapes.polynomialCrossing(s), carrier));
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.zero(0)).isCloseTo(1 - s, within(1e-6));
        assertThat(found.negative()).isCloseTo(2 * s * s * s / 3, within(1e-6));
        assertThat(found.positive()).isCloseTo(8 / 3.0 - 2 * s * s + 2 * s * s * s / 3, within(2e-6));
        assertThat(found.depth()).isEqualTo(found.negative());
    }

    /** A straight line is interpolated exactly between midpoints, whatever their number. */
    @Test
    void linearCrossingIsExactOnMidpoints() {
        final LeptonCrossings found = crossings(AngularGrid.rings(GridRule.MIDPOINT, 7),
            FlavorAngles.ofLeptonNumber(AngularShapes.linear(0.5, -0.7), LeptonCarrier.ANTINEUTRINOS));
        assertThat(found.zero(0)).isCloseTo(0.5 / 0.7, within(1e-14));
    }

    /** Both species at each angle: only their difference counts; Legendre moments give several zeros. */
    @Test
    void speciesOfOneRingAreTakenTogether() {
        final AngularGrid grid = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 400);
        final LeptonCrossings twice = crossings(grid, new FlavorAngles(AngularShapes.isotropic(2),
            v -> 1 + (2 * v * v - 1) / 2, v -> 0, v -> 0));
        assertThat(twice.size()).isEqualTo(2);
        assertThat(twice.zero(0)).isCloseTo(-Math.sqrt(0.5), within(1e-5));
        assertThat(twice.zero(1)).isCloseTo(Math.sqrt(0.5), within(1e-5));
        final LeptonCrossings none = crossings(grid,
            FlavorAngles.electron(AngularShapes.isotropic(2), AngularShapes.isotropic(1)));
        assertThat(none.size()).isZero();
        assertThat(none.depth()).isZero();
        assertThat(none.positive()).isCloseTo(1, within(1e-13));
    }

    @Test
    void generalDirectionsAreRefused() {
        final FlavorState state = new RandomDistribution(3, 1, false, true, 1).draw();
        assertThatThrownBy(() -> LeptonCrossings.of(state)).hasMessageContaining("Mode 0");
    }

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
