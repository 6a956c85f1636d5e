package org.flavorwaves.physics.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ModeEntropyTest {

    /** Reference case 10. */
    @Test
    void referenceCase10() {
        assertThat(ModeEntropy.entropy(0.6, 0.3)).isCloseTo(1.1108479, within(5e-8));
        assertThat(ModeEntropy.affinity(0.6, 0.3)).isCloseTo(0.7669652, within(5e-8));
    }

    @Test
    void limits() {
        assertThat(ModeEntropy.entropy(0, 0)).isZero();
        assertThat(ModeEntropy.entropy(2, 0)).isZero();
        assertThat(ModeEntropy.entropy(1, 1)).isZero();
        assertThat(ModeEntropy.entropy(1, 0)).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(ModeEntropy.derivative(0.6, 0)).isZero();
        assertThat(ModeEntropy.derivative(0, 0)).isZero();
        assertThat(ModeEntropy.derivative(2, 0)).isZero();
        assertThat(ModeEntropy.derivative(0.6, 0.6)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ModeEntropy.derivative(1.5, 0.5)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ModeEntropy.derivative(1, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** A value beyond the bound by rounding is the bound, not a NaN. */
    @Test
    void roundingBeyondTheBoundCountsAsTheBound() {
        assertThat(ModeEntropy.entropy(0.6, 0.6 + 1e-12)).isCloseTo(ModeEntropy.entropy(0.6, 0.6), within(1e-10));
        assertThat(ModeEntropy.affinity(0.6, 0.6 + 1e-12)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** f = 1e-18 above the pure state: -x ln x + x, far below the rounding of P0. */
    @Test
    void tinyOccupationsAndTinyHolesCount() {
        final double x = 1e-18;
        assertThat(ModeEntropy.entropy(x, x)).isCloseTo(x * (1 - Math.log(x)), withinPercentage(1e-12));
        final double hole = 0x1p-40;
        assertThat(ModeEntropy.entropy(2 - hole, hole)).isCloseTo(
            -hole * Math.log(hole) - (1 - hole) * Math.log1p(-hole), withinPercentage(1e-12));
    }

    /** (JK 94) by central differences of the entropy. */
    @Property
    void derivativeIsTheSlopeOfTheEntropy(@ForAll @DoubleRange(min = 0.05, max = 1.95) final double trace,
        @ForAll @DoubleRange(min = 0.05, max = 0.95) final double share) {
        final double length = share * Math.min(trace, 2 - trace);
        final double d = 1e-5 * Math.min(length, Math.min(trace, 2 - trace) - length);
        final double slope = (ModeEntropy.entropy(trace, length + d) - ModeEntropy.entropy(trace, length - d))
            / (2 * d);
        assertThat(ModeEntropy.derivative(trace, length)).isCloseTo(slope, within(2e-8 + 4e-16 / d));
    }

    /** The logarithmic form is the printed artanh. */
    @Property
    void affinityIsTheInverseHyperbolicTangent(@ForAll @DoubleRange(min = 0.05, max = 1.95) final double trace,
        @ForAll @DoubleRange(min = 0, max = 0.9) final double share) {
        final double length = share * Math.min(trace, 2 - trace);
        final double argument = 2 * length / (length * length + trace * (2 - trace));
        assertThat(Math.tanh(ModeEntropy.affinity(trace, length))).isCloseTo(argument, within(1e-15));
    }

    @Property
    void particlesAndHolesHaveEqualEntropy(@ForAll @DoubleRange(min = 0, max = 2) final double trace,
        @ForAll @DoubleRange(min = 0, max = 1) final double share) {
        final double length = share * Math.min(trace, 2 - trace);
        assertThat(ModeEntropy.entropy(2 - trace, length)).isCloseTo(ModeEntropy.entropy(trace, length), within(2e-14));
    }

    /** (JK 100): the thermal polarization has the affinity beta h. */
    @Property
    void affinityOfAThermalModeIsBetaH(@ForAll @DoubleRange(min = 0.01, max = 1.99) final double trace,
        @ForAll @DoubleRange(min = 0, max = 8) final double betaH) {
        final double p = ThermalRelation.FULL.polarization(trace, betaH);
        assertThat(ModeEntropy.affinity(trace, p)).isCloseTo(betaH, within(1e-8));
    }
}
