package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AngularGridTest {

    @ParameterizedTest
    @EnumSource(GridRule.class)
    void ringsMeasureCosTheta(final GridRule rule) {
        final AngularGrid grid = AngularGrid.rings(rule, 12);
        assertThat(grid.measure()).isCloseTo(2, within(1e-14));
        assertThat(grid.measurePerCosTheta()).isEqualTo(1);
        for (int i = 0; i < 12; i++) {
            assertThat(grid.vz(i)).isEqualTo(grid.cosTheta(i));
            assertThat(grid.cosTheta(i)).isCloseTo(-grid.cosTheta(11 - i), within(1e-15));
            assertThat(grid.vx(i)).isZero();
        }
    }

    @Test
    void midpointsAreCentresOfEqualCellsAndUniformHasTheEnds() {
        final AngularGrid midpoint = AngularGrid.rings(GridRule.MIDPOINT, 4);
        assertThat(midpoint.cosTheta(0)).isEqualTo(-0.75);
        assertThat(midpoint.weight(0)).isEqualTo(0.5);
        final AngularGrid uniform = AngularGrid.rings(GridRule.UNIFORM, 5);
        assertThat(uniform.cosTheta(0)).isEqualTo(-1);
        assertThat(uniform.cosTheta(3)).isEqualTo(0.5);
        assertThat(uniform.weight(0)).isEqualTo(0.25);
        assertThat(uniform.weight(1)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(GridRule.class)
    void bandsAreMappedOntoTheirInterval(final GridRule rule) {
        final AngularGrid grid = AngularGrid.rings(rule, 9, 0.2, 1);
        double mean = 0;
        for (int i = 0; i < grid.size(); i++) {
            assertThat(grid.cosTheta(i)).isBetween(0.2, 1.0);
            mean += grid.weight(i) * grid.cosTheta(i);
        }
        assertThat(grid.measure()).isCloseTo(0.8, within(1e-15));
        assertThat(mean).isCloseTo(0.48, within(1e-15));
    }

    /** Exact for monomials of degree l < min(2 nTheta, nPhi), about any axis. */
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 0, -2", "1, 0, 0", "0.3, -0.4, 0.2"})
    void sphereIsExactForLowHarmonics(final double x, final double y, final double z) {
        final AngularGrid grid = AngularGrid.sphere(4, 9, x, y, z);
        final double[] sums = new double[6];
        final double norm = Math.sqrt(x * x + y * y + z * z);
        for (int i = 0; i < grid.size(); i++) {
            final double w = grid.weight(i);
            final double vx = grid.vx(i);
            final double vy = grid.vy(i);
            final double vz = grid.vz(i);
            assertThat(vx * vx + vy * vy + vz * vz).isCloseTo(1, within(1e-15));
            assertThat((vx * x + vy * y + vz * z) / norm).isCloseTo(grid.cosTheta(i), within(1e-15));
            sums[0] += w;
            sums[1] += w * (vx + 2 * vy + 3 * vz);
            sums[2] += w * vx * vx;
            sums[3] += w * vx * vy;
            sums[4] += w * vx * vx * vz * vz * vy * vy;
            sums[5] += w * Math.pow(vz, 6);
        }
        final double full = 4 * Math.PI;
        assertThat(sums).containsExactly(new double[]{full, 0, full / 3, 0, full / 105, full / 7}, within(2e-14));
        assertThat(grid.measurePerCosTheta()).isEqualTo(2 * Math.PI);
        assertThat(grid.isRings()).isFalse();
    }

    @Test
    void beamsAreTakenAsGiven() {
        final AngularGrid grid = AngularGrid.beams(new double[]{1, -1}, new double[]{0.3, 0});
        assertThat(grid.isRings()).isTrue();
        assertThat(grid.weight(0)).isEqualTo(0.3);
        assertThat(AngularGrid.directions(new double[]{0.6}, new double[]{0}, new double[]{0.8}, new double[]{2})
            .cosTheta(0)).isEqualTo(0.8);
    }

    @Test
    void wrongGridsAreRefusedWithTheirNumbers() {
        assertThatThrownBy(() -> AngularGrid.rings(GridRule.UNIFORM, 1)).hasMessageContaining("2");
        assertThatThrownBy(() -> AngularGrid.rings(GridRule.MIDPOINT, -3)).hasMessageContaining("-3");
        assertThatThrownBy(() -> AngularGrid.rings(GridRule.MIDPOINT, 3, 0.5, 0.5)).hasMessageContaining("[0.5, 0.5]");
        assertThatThrownBy(() -> AngularGrid.sphere(3, 0)).hasMessageContaining("azimuth");
        assertThatThrownBy(() -> AngularGrid.sphere(3, 3, 0, 0, 0)).hasMessageContaining("axis");
        assertThatThrownBy(() -> AngularGrid.beams(new double[]{0, 1.5}, new double[]{1, 1}))
            .hasMessageContaining("Beam 1").hasMessageContaining("1.5");
        assertThatThrownBy(() -> AngularGrid.beams(new double[]{0, 1}, new double[]{1}))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AngularGrid.beams(new double[]{0.5}, new double[]{-1})).hasMessageContaining("-1");
        assertThatThrownBy(
            () -> AngularGrid.directions(new double[]{0.5}, new double[]{0}, new double[]{0}, new double[]{1}))
            .hasMessageContaining("0.5");
    }
}
