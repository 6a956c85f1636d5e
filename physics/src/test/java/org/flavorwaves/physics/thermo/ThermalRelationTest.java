package org.flavorwaves.physics.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThermalRelationTest {

    @Test
    void referenceValues() {
        assertThat(ThermalRelation.FULL.entropy(0.6, 0.3)).isCloseTo(1.1108479, within(5e-8));
        assertThat(ThermalRelation.FULL.argument(0.6, 0.3)).isCloseTo(0.7669652, within(5e-8));
        assertThat(ThermalRelation.FULL.polarization(0.6, 1)).isCloseTo(0.3727898, within(5e-8));
        assertThat(ThermalRelation.DILUTE.polarization(0.6, 1)).isCloseTo(0.4569565, within(5e-8));
    }

    @Property
    void fullArgumentIsThePrintedOne(@ForAll @DoubleRange(min = 0.05, max = 1.95) final double p0,
        @ForAll @DoubleRange(min = 0, max = 0.99) final double share) {
        final double p = share * Math.min(p0, 2 - p0);
        final double t = 2 * p / (p * p + p0 * (2 - p0));
        final double printed = 0.5 * Math.log((1 + t) / (1 - t));
        assertThat(ThermalRelation.FULL.argument(p0, p)).isCloseTo(printed, within(1e-11 * (1 + printed)));
    }

    @Property
    void argumentInvertsPolarization(@ForAll final ThermalRelation relation,
        @ForAll @DoubleRange(min = 0.01, max = 1.99) final double p0,
        @ForAll @DoubleRange(min = 0, max = 8) final double y) {
        final double p = relation.polarization(p0, y);
        final double back = relation.argument(p0, p);
        // ten roundings of p shift y by their share of dp/dy
        assertThat(back).isCloseTo(y, within(1e-13 + 1e-15 / relation.slope(p0, y)));
    }

    @Property
    void argumentIsTheFallOfTheEntropy(@ForAll final ThermalRelation relation,
        @ForAll @DoubleRange(min = 0.05, max = 1) final double p0,
        @ForAll @DoubleRange(min = 0.01, max = 0.95) final double share) {
        final double p = share * p0;
        final double step = 1e-5 * Math.min(p, p0 - p);
        final double difference = (relation.entropy(p0, p + step) - relation.entropy(p0, p - step)) / (2 * step);
        assertThat(-difference).isCloseTo(relation.argument(p0, p), within(1e-6 * (1 + 1e-4 / step)));
    }

    @Property
    void slopeIsTheDerivativeAndFalls(@ForAll final ThermalRelation relation,
        @ForAll @DoubleRange(min = 0.05, max = 1.95) final double p0,
        @ForAll @DoubleRange(min = 0.01, max = 10) final double y) {
        final double step = 1e-4 * y;
        final double difference = (relation.polarization(p0, y + step) - relation.polarization(p0, y - step))
            / (2 * step);
        assertThat(relation.slope(p0, y)).isCloseTo(difference, within(1e-6));
        assertThat(relation.slope(p0, y)).isGreaterThanOrEqualTo(relation.slope(p0, y + step));
    }

    @ParameterizedTest
    @EnumSource(ThermalRelation.class)
    void colderThanAnythingStaysAtTheBound(final ThermalRelation relation) {
        for (final double p0 : new double[]{0, 1e-9, 0.3, 1}) {
            assertThat(relation.polarization(p0, 1e4)).isEqualTo(relation.largest(p0));
            assertThat(relation.slope(p0, 1e4)).isZero();
            assertThat(relation.polarization(p0, 0)).isZero();
        }
        assertThat(relation.argument(0.3, 0.3)).isInfinite();
        assertThat(relation.argument(0, 0)).isZero();
    }

    @Test
    void manyOccupationsMirrorFew() {
        assertThat(ThermalRelation.FULL.polarization(1.7, 0.8)).isCloseTo(ThermalRelation.FULL.polarization(0.3, 0.8),
            within(1e-15));
        assertThat(ThermalRelation.FULL.largest(1.7)).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void smallOccupationsAreDilute() {
        final double p0 = 1e-7;
        assertThat(ThermalRelation.FULL.polarization(p0, 0.9) / ThermalRelation.DILUTE.polarization(p0, 0.9))
            .isCloseTo(1, within(1e-7));
    }
}
