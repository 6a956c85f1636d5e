package org.flavorwaves.physics.distribution.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MinerboTest {

    /** Reference case 9. */
    @ParameterizedTest
    @CsvSource({"0.1, 0.3018171", "0.3333333333333333, 1.0745629", "0.5, 1.7967560", "0.9, 9.9999996"})
    void shapeOfReferenceCase9(final double fluxFactor, final double shape) {
        assertThat(Minerbo.inverseLangevin(fluxFactor)).isCloseTo(shape, within(5e-8));
    }

    /** coth a - 1/a in 50-digit arithmetic (mpmath), rounded to double. */
    @ParameterizedTest
    @CsvSource({"1e-150, 3.333333333333333333e-151", "1e-9, 3.333333333333333333e-10",
        "0.01, 0.0033333111113227492758", "0.69, 0.22301577548401127104", "0.71, 0.22907661998529573274",
        "3.0, 0.67163648998035583776", "40.0, 0.975", "1e6, 0.999999"})
    void langevinToRounding(final double a, final double value) {
        assertThat(Minerbo.langevin(a)).isCloseTo(value, withinPercentage(1e-13));
        assertThat(Minerbo.langevin(-a)).isEqualTo(-Minerbo.langevin(a));
    }

    @Property(tries = 2000)
    void inverseUndoesTheLangevinFunction(@ForAll @DoubleRange(min = -12, max = 12) final double exponent) {
        final double a = Math.pow(10, exponent);
        final double back = Minerbo.inverseLangevin(Minerbo.langevin(a));
        final double conditioning = Math.max(1, a);
        assertThat(back).isCloseTo(a, within(4e-15 * a * conditioning));
    }

    @Test
    void tinyFluxesKeepTheirRelativeAccuracy() {
        assertThat(Minerbo.inverseLangevin(1e-200)).isCloseTo(3e-200, withinPercentage(1e-13));
        assertThat(Minerbo.inverseLangevin(-1e-5)).isCloseTo(-3e-5 * (1 + 0.6e-10), withinPercentage(1e-13));
        assertThat(Minerbo.inverseLangevin(0)).isZero();
    }

    @Test
    void nearTheBeamTheShapeIsOneOverTheDistance() {
        for (double distance = 1e-3; distance > 1e-15; distance /= 7) {
            final double f = 1 - distance;
            assertThat(Minerbo.inverseLangevin(f)).isCloseTo(1 / (1 - f), withinPercentage(1e-13));
        }
        assertThat(Minerbo.inverseLangevin(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Minerbo.inverseLangevin(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void fasterThanLightIsRefused() {
        assertThatThrownBy(() -> Minerbo.inverseLangevin(1.01)).isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("1.01");
        assertThatThrownBy(() -> Minerbo.inverseLangevin(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Its zeroth moment is 1, its first the Langevin function, and its entropy is stationary: ln f is linear in v. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-8, -0.3, 2, -20, 300})
    void densityHasTheMomentsItClosesOn(final double a) {
        final GaussLegendre gauss = GaussLegendre.of(200);
        double number = 0;
        double flux = 0;
        for (int i = 0; i < gauss.size(); i++) {
            final double d = 2 * Math.PI * gauss.weight(i) * Minerbo.density(a, gauss.node(i));
            number += d;
            flux += gauss.node(i) * d;
        }
        assertThat(number).isCloseTo(1, within(1e-13));
        assertThat(flux).isCloseTo(Minerbo.langevin(a), within(1e-13));
        assertThat(Math.log(Minerbo.density(a, 0.5) / Minerbo.density(a, 0.25))).isCloseTo(a / 4,
            within(1e-13 * Math.max(1, Math.abs(a))));
    }

    @Test
    void densityDoesNotOverflow() {
        assertThat(Minerbo.density(1e5, 1)).isCloseTo(1e5 / (2 * Math.PI), withinPercentage(1e-12));
        assertThat(Minerbo.density(1e5, -1)).isZero();
        assertThat(Minerbo.density(-1e5, -1)).isCloseTo(1e5 / (2 * Math.PI), withinPercentage(1e-12));
        assertThat(Minerbo.density(0, 0.3)).isCloseTo(1 / (4 * Math.PI), within(1e-16));
    }
}
