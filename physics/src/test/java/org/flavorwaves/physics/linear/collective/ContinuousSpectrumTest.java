package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.special.Erf;
import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix;
import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContinuousSpectrumTest {
    private static final DoubleUnaryOperator PARABOLA = v -> (1 - v) * (1 - v) - 0.01;

    /** Moments of the parabola: the shifts of section 9. */
    private static final double D0 = 8 / 3.0 - 0.02;

    private static final double D1 = -4 / 3.0;

    private static double lisa(final double v) {
        return gauss(v, 0.6) - 0.9 * gauss(v, 0.5);
    }

    private static double gauss(final double v, final double width) {
        return Math.exp(-0.5 * Math.pow((1 - v) / width, 2))
            / (width * Math.sqrt(Math.PI / 2) * Erf.erf(Math.sqrt(2) / width));
    }

    /** Neutrinos where G > 0 and antineutrinos where it is not, w = |G| times the quadrature weight. */
    private static Background rings(final GridRule rule, final int n, final DoubleUnaryOperator g) {
        final AngularGrid grid = AngularGrid.rings(rule, n);
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] one = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            v[i] = grid.vz(i);
            w[i] = Math.abs(g.applyAsDouble(v[i])) * grid.weight(i);
            one[i] = 1;
            species[i] = g.applyAsDouble(v[i]) > 0 ? Species.NU : Species.NUBAR;
        }
        return Background.of(FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(w).build(),
            one, one), Environment.FAST);
    }

    private static WaveVector along(final double kz) {
        return new WaveVector(0, 0, kz);
    }

    private static double maximum(final Background background, final AngularModel model, final double from,
        final double to) {
        final Region region = new Region(along((from + to) / 2), List.of(along((to - from) / 2)), List.of(9));
        return new GrowthMaximizer(region, 1e-2, model).search(background, Progress.NONE).wave().orElseThrow()
            .growth();
    }

    /** Reference case 2, a shallow crossing; k is given to six digits, and the growth has a maximum there. */
    @ParameterizedTest
    @CsvSource({"1.812751, 1.769462976, 0.030589159", "-0.471088, -0.458290681, 0.016003937"})
    void legendreSeriesIsExactForPolynomials(final double k, final double omega, final double growth) {
        final Background background = rings(GridRule.GAUSS_LEGENDRE, 8, PARABOLA);
        final List<UnstableWave> plus = new UnstableWaveSearch(1e-3, false, AngularModel.LEGENDRE)
            .solve(background, along(k - D1)).waves().stream().filter(w -> w.sector() == BandSector.PLUS).toList();
        assertThat(plus).hasSize(1);
        assertThat(plus.get(0).omegaRe()).isCloseTo(omega - D0, within(5e-7));
        assertThat(plus.get(0).growth()).isCloseTo(growth, within(1e-9));
        assertThat(plus.get(0).residual()).isLessThan(1e-12);
    }

    /** In a frame that turns along z with K, H + v K, waves of the first sector have the wave number k + K. */
    @ParameterizedTest
    @EnumSource(names = {"BEAMS", "LEGENDRE"})
    void framesThatTurnAlongZShiftWaveNumbers(final AngularModel.Kind kind) {
        final AngularModel model = kind == AngularModel.Kind.BEAMS ? AngularModel.BEAMS : AngularModel.LEGENDRE;
        final Background rest = rings(GridRule.GAUSS_LEGENDRE, 8, PARABOLA);
        final Background turned = Background.turningAlong(rest.state(), Environment.FAST, 0, 0, 0.4);
        final UnstableWaveSearch search = new UnstableWaveSearch(1e-3, false, model);
        for (final double k : new double[]{1.812751 - D1, -0.471088 - D1}) {
            final UnstableWave wave = first(search.solve(rest, along(k)));
            final UnstableWave seen = first(search.solve(turned, along(k + 0.4)));
            assertThat(seen.omegaRe()).isCloseTo(wave.omegaRe(), within(1e-12));
            assertThat(seen.growth()).isCloseTo(wave.growth(), within(1e-12));
        }
    }

    private static UnstableWave first(final UnstableWaves waves) {
        return waves.waves().stream().filter(w -> w.sector() == BandSector.PLUS).findFirst().orElseThrow();
    }

    /** Reference case 5: a straight line on few directions of any grid, with either interpolation. */
    @Test
    void straightLinesAreExactOnAFewDirections() {
        final DoubleUnaryOperator line = v -> 0.5 - 0.7 * v;
        for (final GridRule rule : GridRule.values()) {
            final Background tilted = rings(rule, 10, line);
            assertThat(maximum(tilted, AngularModel.PIECEWISE_LINEAR, 0.5, 2)).isCloseTo(0.168224864, within(2e-9));
            final Background odd = rings(rule, 11, v -> v);
            assertThat(maximum(odd, AngularModel.PIECEWISE_LINEAR, -2, 0.5)).isCloseTo(0.689629031, within(2e-9));
        }
        for (final GridRule rule : GridRule.values()) {
            final Background tilted = rings(rule, 6, line);
            assertThat(maximum(tilted, AngularModel.LEGENDRE, 0.5, 2)).isCloseTo(0.168224864, within(2e-9));
            assertThat(maximum(tilted, AngularModel.legendre(1), 0.5, 2)).isCloseTo(0.168224864, within(2e-9));
        }
    }

    /** Reference case 4: bins grow at a rate of their own, the interpolated spectrum at that of the continuum. */
    @Test
    void binsOfASmoothCrossingApproachTheContinuum() {
        final double continuum = 0.043683386;
        final Background bins = rings(GridRule.MIDPOINT, 32, ContinuousSpectrumTest::lisa);
        final double beams = maximum(bins, AngularModel.BEAMS, -0.3, 0);
        assertThat(beams - continuum).isBetween(5e-6, 5e-5);
        double previous = Double.NaN;
        for (final int n : new int[]{64, 128, 256}) {
            final double error = Math.abs(maximum(rings(GridRule.MIDPOINT, n, ContinuousSpectrumTest::lisa),
                AngularModel.PIECEWISE_LINEAR, -0.3, 0) - continuum);
            assertThat(error).isLessThan(0.2 / (n * n));
            if (n > 64) {
                assertThat(previous / error).isBetween(3.3, 4.2);
            }
            previous = error;
        }
        assertThat(maximum(bins, AngularModel.LEGENDRE, -0.3, 0)).isCloseTo(continuum, within(5e-7));
        assertThat(maximum(rings(GridRule.GAUSS_LEGENDRE, 32, ContinuousSpectrumTest::lisa), AngularModel.LEGENDRE,
            -0.3, 0)).isCloseTo(continuum, within(1e-9));
    }

    /**
     * Neutrinos on one grid and fewer antineutrinos on another one in between: nothing crosses, so nothing grows, but
     * of the beams a wave grows between almost any two.
     */
    @ParameterizedTest
    @CsvSource({"-1", "0.2", "2"})
    void wavesOfTheBeamsAloneAreToldFromTrueOnes(final double kz) {
        final int n = 24;
        final AngularGrid nu = AngularGrid.rings(GridRule.MIDPOINT, n);
        final AngularGrid bar = AngularGrid.rings(GridRule.UNIFORM, n + 1);
        final double[] v = new double[2 * n + 1];
        final double[] w = new double[v.length];
        final double[] one = new double[v.length];
        final Species[] species = new Species[v.length];
        for (int i = 0; i < v.length; i++) {
            v[i] = i < n ? nu.vz(i) : bar.vz(i - n);
            w[i] = i < n ? (1 + 0.3 * v[i]) * nu.weight(i) : 0.8 * (1 + 0.2 * v[i]) * bar.weight(i - n);
            one[i] = 1;
            species[i] = i < n ? Species.NU : Species.NUBAR;
        }
        final Background background = Background.of(FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(w).build(), one, one), Environment.FAST);
        final double floor = 2e-3;
        assertThat(new UnstableWaveSearch(floor, false).solve(background, along(kz)).waves()).hasSizeGreaterThan(20);
        for (final AngularModel model : List.of(AngularModel.PIECEWISE_LINEAR, AngularModel.legendre(1))) {
            assertThat(new UnstableWaveSearch(floor, false, model).solve(background, along(kz)).waves())
                .as(model.toString()).isEmpty();
        }
    }

    /** Two species with vacuum frequencies, depolarization and matter. */
    private static Background slow(final int n) {
        final AngularGrid grid = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, n);
        final double[] v = new double[2 * n];
        final double[] w = new double[2 * n];
        final double[] one = new double[2 * n];
        final double[] omega = new double[2 * n];
        final double[] damping = new double[2 * n];
        final Species[] species = new Species[2 * n];
        for (int i = 0; i < 2 * n; i++) {
            final boolean bar = i >= n;
            v[i] = grid.vz(i % n);
            w[i] = (bar ? 0.9 * (1 + 0.8 * v[i]) : 1 + 0.2 * v[i] * v[i]) * grid.weight(i % n);
            one[i] = 1;
            omega[i] = bar ? 0.3 : 0.2;
            damping[i] = bar ? 0.03 : 0.01;
            species[i] = bar ? Species.NUBAR : Species.NU;
        }
        return Background.of(FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(w)
            .omega(omega).depolarization(damping).build(), one, one), new Environment(0, 0.7, 0.8));
    }

    @Test
    void manyBeamsAreTheContinuumAlsoWithSlowTermsAndDamping() {
        final Background few = slow(6);
        final Background many = slow(300);
        int seen = 0;
        for (final double kz : new double[]{-0.8, -0.3, 0.2, 0.5}) {
            final List<UnstableWave> beams = new UnstableWaveSearch(0.02, true).solve(many, along(kz)).waves();
            final List<UnstableWave> series = new UnstableWaveSearch(0.02, true, AngularModel.LEGENDRE)
                .solve(few, along(kz)).waves();
            assertThat(series).hasSameSizeAs(beams);
            for (int w = 0; w < beams.size(); w++) {
                assertThat(series.get(w).growth()).isCloseTo(beams.get(w).growth(), within(1e-9));
                assertThat(series.get(w).omegaRe()).isCloseTo(beams.get(w).omegaRe(), within(1e-9));
                assertThat(series.get(w).velocity().kz()).isCloseTo(beams.get(w).velocity().kz(), within(1e-7));
                assertThat(series.get(w).growthSlope().kz()).isCloseTo(beams.get(w).growthSlope().kz(), within(1e-7));
                assertThat(series.get(w).psi().orElseThrow().norm()).isCloseTo(1, within(1e-12));
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(2);
    }

    @Test
    void derivativesAreThoseOfTheMatrix() {
        final Complex omega = new Complex(0.2, 0.3);
        final double step = 1e-5;
        for (final AngularModel model : List.of(AngularModel.LEGENDRE, AngularModel.PIECEWISE_LINEAR)) {
            for (int b = 0; b < 2; b++) {
                final CollectiveMatrix matrix = CollectiveMatrix.of(slow(7), along(0.3), model).get(b);
                assertThat(difference(matrix.at(omega.add(step)), matrix.at(omega.subtract(step)), step)
                    .minus(matrix.derivative(omega)).maxNorm()).isLessThan(1e-8);
                assertThat(difference(CollectiveMatrix.of(slow(7), along(0.3 + step), model).get(b).at(omega),
                    CollectiveMatrix.of(slow(7), along(0.3 - step), model).get(b).at(omega), step)
                    .minus(matrix.slope(omega, 2)).maxNorm()).isLessThan(1e-8);
                assertThat(matrix.slope(omega, 0).maxNorm()).isZero();
            }
        }
    }

    private static ComplexMatrix difference(final ComplexMatrix plus, final ComplexMatrix minus, final double step) {
        final ComplexMatrix d = plus.minus(minus);
        for (int r = 0; r < d.rows(); r++) {
            for (int c = 0; c < d.columns(); c++) {
                d.set(r, c, d.re(r, c) / (2 * step), d.im(r, c) / (2 * step));
            }
        }
        return d;
    }

    @Test
    void whatIsNotAxialIsRefused() {
        final UnstableWaveSearch search = new UnstableWaveSearch(0.1, false, AngularModel.PIECEWISE_LINEAR);
        final Background axial = StructuredStates.rings(9, new Random(1));
        assertThatThrownBy(() -> search.solve(axial, new WaveVector(0.1, 0, 1))).hasMessageContaining("along z")
            .hasMessageContaining("0.1");
        assertThatThrownBy(() -> search.solve(StructuredStates.background(BackgroundStructure.ALIGNED, 9, 1), along(1)))
            .hasMessageContaining("Mode 0").hasMessageContaining("rings");
        assertThatThrownBy(() -> search.solve(StructuredStates.background(BackgroundStructure.GENERAL, 9, 1), along(1)))
            .hasMessageContaining("GENERAL");
        assertThatThrownBy(() -> search.solve(axial, along(1))).hasMessageContaining("holes");
        assertThatThrownBy(() -> new UnstableWaveSearch(0.1, false, AngularModel.LEGENDRE)
            .solve(StructuredStates.rings(3, new Random(1)), along(1))).hasMessageContaining("too few directions");
        assertThatThrownBy(() -> AngularModel.legendre(-2)).hasMessageContaining("-2");
    }
}
