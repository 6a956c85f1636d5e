package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Forecasts of lengths against closed forms, and the times that they allow. */
class LengthForecastTest {
    private static final StepBounds WIDE = new StepBounds(1e9, 1e9, 1e9, 1e9);

    /** Slopes -A exp(g t) + B of l at a time. */
    private static double[] slopes(final double g, final double time) {
        return new double[]{-0.3 * Math.exp(g * time) + 0.1, 0.02 * Math.exp(g * time) - 0.4};
    }

    private static double[] lengths(final double g, final double time) {
        return new double[]{1 - 0.3 * Math.expm1(g * time) / g + 0.1 * time,
            0.5 + 0.02 * Math.expm1(g * time) / g - 0.4 * time};
    }

    /** What grows with the waves, beside constant losses, is exact: the mean of l over [t, t + d] in closed form. */
    @Test
    void lossesThatGrowWithTheWavesAreExact() {
        for (final double g : new double[]{1e-3, 0.03, 0.7, 3}) {
            final double h = 0.6;
            final LengthForecast forecast = LengthForecast.of(lengths(g, 0), slopes(g, 0), g)
                .next(lengths(g, h), slopes(g, h), g, h);
            final double d = 1.7;
            final double[] mean = forecast.mean(d);
            final double grown = (Math.expm1(g * (h + d)) - Math.expm1(g * h) - g * d) / (g * g * d);
            final double middle = h + d / 2;
            assertThat(mean[0]).isCloseTo(1 - 0.3 * grown + 0.1 * middle, within(3e-10));
            assertThat(mean[1]).isCloseTo(0.5 + 0.02 * grown - 0.4 * middle, within(3e-10));
        }
    }

    @Test
    void withoutASlopeBeforeAllLossesGrow() {
        final double[] mean = LengthForecast.of(new double[]{2}, new double[]{-0.5}, 2).mean(1);
        assertThat(mean[0]).isCloseTo(2 - 0.5 * (Math.expm1(2) / 2 - 1) / 2, within(1e-14));
        assertThat(LengthForecast.of(new double[]{2}, new double[]{-0.5}, 0).mean(1)[0]).isEqualTo(1.75);
    }

    /** l = t^2 without growth: its mean over [1, 3] is 13/3. */
    @Test
    void parabolasAreExactWithoutGrowth() {
        final LengthForecast forecast = LengthForecast.of(new double[]{0.25}, new double[]{1}, 0)
            .next(new double[]{1}, new double[]{2}, 0, 0.5);
        assertThat(forecast.mean(2)[0]).isCloseTo(13.0 / 3, within(1e-14));
    }

    @Test
    void changesAreRelativeToTheLongest() {
        final LengthForecast steady = LengthForecast.of(new double[]{0.1, -2}, new double[]{-0.4, 0.2}, 0);
        assertThat(steady.change(3)).isCloseTo(0.6, within(1e-15));
        final LengthForecast turning = steady.next(new double[]{0.1, -2}, new double[]{0, 0.2}, 0, 0.5);
        assertThat(turning.change(3)).isCloseTo(0.8 * 9 / 2 / 2, within(1e-15));
        assertThat(LengthForecast.of(new double[2], new double[2], 1).change(3)).isZero();
    }

    /** Each bound in turn: change 0.2 t, phase 0.2 t^2 times 5, and growth 3 t unless the phase is negligible. */
    @Test
    void stepsEndAtTheFirstOfTheBounds() {
        final LengthForecast steady = LengthForecast.of(new double[]{1}, new double[]{-0.2}, 0);
        assertThat(steady.duration(7, 5, WIDE)).isEqualTo(7);
        assertThat(steady.duration(7, 5, new StepBounds(0.1, 1e9, 0, 1))).isCloseTo(0.5, within(1e-12));
        assertThat(steady.duration(7, 5, new StepBounds(1, 0.04, 0, 1))).isCloseTo(0.2, within(1e-12));
        final LengthForecast growing = LengthForecast.of(new double[]{1}, new double[]{-1e-3}, 3);
        assertThat(growing.duration(7, 1, new StepBounds(1, 1, 0, 0.6))).isCloseTo(0.2, within(1e-12));
        final double quiet = growing.duration(7, 1, new StepBounds(1, 1, 1e-2, 0.6));
        assertThat(growing.change(quiet) * quiet).isCloseTo(1e-2, within(1e-12));
        assertThat(quiet).isGreaterThan(1);
    }

    /** A fourth of the step takes a sixteenth of the phase. */
    @Test
    void boundsFollowTheStep() {
        final StepBounds wide = StepBounds.of(0.04, Transfer.PROJECT);
        final StepBounds narrow = StepBounds.of(0.01, Transfer.PROJECT);
        assertThat(narrow.change()).isCloseTo(wide.change() / 4, within(1e-16));
        assertThat(narrow.phase()).isCloseTo(wide.phase() / 16, within(1e-16));
        assertThat(narrow.negligible() / narrow.phase()).isCloseTo(wide.negligible() / wide.phase(), within(1e-15));
    }
}
