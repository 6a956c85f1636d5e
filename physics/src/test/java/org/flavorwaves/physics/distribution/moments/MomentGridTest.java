package org.flavorwaves.physics.distribution.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentGridTest {
    private static final int MOST = 1 << 16;

    /** Shifted wave number of the fastest wave of the forward-peaked gas, and its growth. */
    private static final double WAVE = -0.8697779;

    private static final double GROWTH = 0.016681710456;

    private static final double[] Z = {0, 0, 1};

    private static List<FlavorMoments> two(final SpeciesMoments nu, final SpeciesMoments nubar) {
        return List.of(new FlavorMoments(nu, nubar, SpeciesMoments.NONE, SpeciesMoments.NONE));
    }

    private static List<FlavorMoments> along(final double nu, final double nubar) {
        return two(new SpeciesMoments(1, 0, 0, nu), new SpeciesMoments(0.9, 0, 0, nubar));
    }

    private static double growth(final List<FlavorMoments> bins, final MomentGrid grid, final double shifted) {
        final FlavorState state =
            new MomentLoader(grid.grid(), MomentMatching.DENSITY_AND_FLUX, 0.5).load(bins).loaded().state();
        final double k = shifted - CollectiveField.of(state).get(3, 2);
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(Background.of(state, Environment.FAST),
            new WaveVector(0, 0, k));
        return bands.omegaIm(bands.fastest());
    }

    /**
     * Flux factors 0.999 and 0.98: the fastest growth is that at the shifted wave number above (numpy, 200 rings).
     * Eight rings give a tenth of it.
     */
    @Test
    void forwardPeakedGasGrowsAsInTheContinuum() {
        final List<FlavorMoments> bins = along(0.999, 0.98);
        final MomentGrid eight = MomentGrid.rings(8, bins);
        assertThat(eight.error()).isGreaterThan(1);
        assertThat(eight.worst()).startsWith("nu_e (flux factor 0.999, a = 1000)");
        assertThat(eight.reaches()).isFalse();
        final MomentGrid grid = eight.refined(1e-3, MOST);
        assertThat(grid.error()).isLessThan(1e-3);
        assertThat(grid.nTheta()).isBetween(50, 100);
        assertThat(grid.reaches()).isTrue();
        assertThat(growth(bins, grid, WAVE)).isCloseTo(GROWTH, within(2e-3 * GROWTH));
        assertThat(growth(bins, eight.refined(1e-9, MOST), WAVE)).isCloseTo(GROWTH, within(1e-8 * GROWTH));
    }

    /** Mean squared cosine 1 - 2f/a and flux f of exp(a cos theta) from the values on many rings. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.3, 0.5", "0.6, -0.5", "0.95, 0.9"})
    void manyRingsHaveNoError(final double nu, final double nubar) {
        assertThat(MomentGrid.rings(200, along(nu, nubar)).error()).isLessThan(1e-12);
        assertThat(MomentGrid.sphere(60, 60, Z, along(nu, nubar)).error()).isLessThan(1e-9);
    }

    /** Two rings at +-1/sqrt3: flux tanh(a/sqrt3)/sqrt3 and second moment 1/3, over the spread 1 - 0.2. */
    @Test
    void theErrorIsThatOfFluxAndSecondMomentOverTheSpread() {
        final double a = Minerbo.inverseLangevin(0.2);
        final double flux = Math.abs(Math.tanh(a / Math.sqrt(3)) / Math.sqrt(3) - 0.2);
        final double second = Math.abs(1 / 3.0 - (1 - 0.4 / a));
        assertThat(second).isGreaterThan(flux);
        assertThat(MomentGrid.rings(2, along(0.2, 0.2)).error()).isCloseTo(second / 0.8, within(1e-14));
    }

    /** Fluxes across the polar axis need azimuths, those along it do not. */
    @Test
    void refinesTheAngleThatHelps() {
        final MomentGrid polar = MomentGrid.sphere(8, 8, Z, along(0.97, 0.9)).refined(1e-3, MOST);
        assertThat(polar.nPhi()).isEqualTo(8);
        assertThat(polar.nTheta()).isGreaterThan(10);
        final MomentGrid across = MomentGrid.sphere(8, 8, Z,
            two(new SpeciesMoments(1, 0.9, 0, 0), new SpeciesMoments(0.9, 0.9, 0, 0))).refined(1e-3, MOST);
        assertThat(across.nPhi()).isGreaterThan(10);
        assertThat(across.error()).isLessThan(1e-3);
    }

    /** A beam has one direction, of which a ring is as near as the rings are dense; it is never matched. */
    @Test
    void beamsAreAsGoodAsTheNearestDirection() {
        final MomentGrid grid = MomentGrid.rings(8, along(1, 0.5)).refined(1e-3, MOST);
        assertThat(grid.error()).isLessThan(1e-3);
        assertThat(grid.reaches()).isFalse();
        assertThat(MomentGrid.rings(8, along(1, 1)).refined(1e-3, 1000).error()).isGreaterThan(1e-3);
        final MomentGrid finest = MomentGrid.rings(8, along(1, 1)).refined(0, MOST);
        assertThat(finest.nTheta()).isBetween(3000, 4096);
        assertThat(finest.error()).isLessThan(1e-3);
    }

    @Test
    void fluxesAcrossRingsAreRefused() {
        assertThatThrownBy(() -> MomentGrid.rings(8,
            two(new SpeciesMoments(1, 0.3, 0, 0.1), new SpeciesMoments(1, 0, 0, 0))))
            .hasMessageContaining("nu_e").hasMessageContaining("sphere");
    }
}
