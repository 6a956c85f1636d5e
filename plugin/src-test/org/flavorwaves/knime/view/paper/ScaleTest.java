package org.flavorwaves.knime.view.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ends and ticks of axes. */
class ScaleTest {
    private static Scale of(final double low, final double high, final double... fixed) {
        final double[] ends = fixed.length == 0 ? new double[]{Double.NaN, Double.NaN} : fixed;
        return Scale.of(false, new double[]{low, high}, ends).between(0, 100);
    }

    /** Of values that differ in the seventh digit, ticks would all read 1. */
    @Test
    void ticksOfNearlyEqualValuesDiffer() {
        final Scale scale = of(0.99999, 1);
        assertThat(scale.min()).isLessThan(0.9995);
        assertThat(scale.max()).isGreaterThan(1.0004);
        assertThat(scale.ticks(18)).extracting(Scale.Tick::text).doesNotHaveDuplicates().contains("1");
    }

    @Test
    void fixedEndsStay() {
        assertThat(of(0, 0, 0, Double.NaN).min()).isZero();
        assertThat(of(0, 0, 0, Double.NaN).max()).isGreaterThan(0.9);
        assertThat(of(0.2, 0.7, 0, 1).max()).isEqualTo(1);
    }
}
