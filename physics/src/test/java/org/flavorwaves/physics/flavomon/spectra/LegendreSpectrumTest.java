package org.flavorwaves.physics.flavomon.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.TestSpectra;
import org.flavorwaves.physics.flavomon.TestSpectra.Rule;
import org.junit.jupiter.api.Test;

class LegendreSpectrumTest {
    private static final Rule RULE = TestSpectra.gauss(400);

    @Test
    void integralsEqualFineQuadratureOffTheCut() {
        final double[] a = {0.3, -0.7, 0.2, 0.5, -0.1, 0.05};
        final LegendreSpectrum spectrum = new LegendreSpectrum(a);
        final BeamSpectrum beams = TestSpectra.sampled(RULE, spectrum::density);
        final Random random = new Random(4);
        for (int trial = 0; trial < 200; trial++) {
            final double k = 3 * random.nextGaussian();
            final Complex omega = new Complex(2 * random.nextGaussian(), 0.3 + random.nextDouble());
            assertClose(spectrum.integrals(omega, k), beams.integrals(omega, k), 1e-12);
        }
    }

    @Test
    void largePhaseVelocityKeepsFullRelativeAccuracy() {
        final double[] a = new double[30];
        a[20] = 1;
        final LegendreSpectrum spectrum = new LegendreSpectrum(a);
        final double u = 4;
        double expected = 0;
        for (int i = 0; i < RULE.v().length; i++) {
            final double v = RULE.v()[i];
            expected += 0.5 * RULE.w()[i] * Math.pow(1 - v * v, 20) / Math.pow(u - v, 21) / Math.pow(2, 20);
        }
        final double q20 = spectrum.integrals(new Complex(u), 1).i0().getReal() / 2;
        assertThat(q20 / expected).isCloseTo(1, within(1e-12));
    }

    @Test
    void realFrequencyIsTheLimitFromAbove() {
        final LegendreSpectrum spectrum = new LegendreSpectrum(0.3, -0.7, 0.2);
        for (final double k : new double[]{0.8, -0.8}) {
            for (final double omega : new double[]{0.5, -0.3, 1.7, -0.9}) {
                assertClose(spectrum.integrals(new Complex(omega, 1e-13), k),
                    spectrum.integrals(new Complex(omega), k), 1e-10);
            }
        }
    }

    @Test
    void continuationIsAnalyticAcrossTheRealAxis() {
        final LegendreSpectrum spectrum = new LegendreSpectrum(0.3, -0.7, 0.2, 0.4);
        for (final double k : new double[]{0.8, -0.8}) {
            final Complex above = new Complex(0.37, 1e-10);
            assertClose(spectrum.integrals(above, k), spectrum.integrals(above.conjugate(), k), 1e-8);
            final Complex below = new Complex(0.37, -0.2);
            final double h = 1e-5;
            final Complex slope = spectrum.integrals(below.add(h), k).i1()
                .subtract(spectrum.integrals(below.subtract(h), k).i1()).divide(2 * h);
            assertThat(slope.add(spectrum.integrals(below, k).j1()).abs()).isLessThan(1e-8);
            final Complex inK = spectrum.integrals(below, k + h).i1()
                .subtract(spectrum.integrals(below, k - h).i1()).divide(2 * h);
            assertThat(inK.subtract(spectrum.integrals(below, k).j2()).abs()).isLessThan(1e-8);
        }
    }

    @Test
    void nearlyHomogeneousWavesJoinTheHomogeneousLimit() {
        final LegendreSpectrum spectrum = new LegendreSpectrum(0.3, -0.7, 0.2);
        final Complex omega = new Complex(0.9, 0.1);
        assertClose(spectrum.integrals(omega, 1e-9), spectrum.integrals(omega, 0), 1e-8);
    }

    /** I_0 of G = 1/2 at omega = side (|k| + gap) is (1/2k) ln((2|k| + gap)/gap) times the sign, however close. */
    @Test
    void integralsAreKnownHoweverCloseToTheLightCone() {
        final AngularSpectrum[] spectra = {new LegendreSpectrum(0.5, -0.7, 0.3),
            PiecewiseLinearSpectrum.ofBeams(new double[]{-1, 0, 1}, new double[]{0.25, 0.5, 0.25})};
        for (final AngularSpectrum spectrum : spectra) {
            for (final double k : new double[]{0.7, -0.7}) {
                for (final int side : new int[]{-1, 1}) {
                    final Complex omega = new Complex(side * (Math.abs(k) + 0.25));
                    assertClose(spectrum.outside(side, 0.25, k), spectrum.integrals(omega, k), 1e-13);
                }
            }
        }
        for (final AngularSpectrum spectrum : new AngularSpectrum[]{new LegendreSpectrum(0.5), spectra[1]}) {
            for (final double gap : new double[]{1e-3, 1e-30, 1e-250}) {
                assertThat(spectrum.outside(-1, gap, 0.7).i0().getReal())
                    .isCloseTo(-0.5 / 0.7 * (Math.log(1.4 + gap) - Math.log(gap)), within(1e-10));
            }
        }
    }

    /** Q_0(u) = ln((u + 1)/(u - 1))/2 near to and far from the cut. */
    @Test
    void orderZeroIsTheLogarithm() {
        for (final Complex u : new Complex[]{new Complex(1.2, 0.4), new Complex(-2.5, 1.3), new Complex(0.4, -7),
            new Complex(30, -4)}) {
            assertThat(new LegendreQ(u, 1, 0).value(0)
                .subtract(u.add(1).divide(u.subtract(1)).log().multiply(0.5)).abs()).isLessThan(1e-15);
        }
    }

    /** Six decimals in the samples: the series ends where their noise begins, and knows it. */
    @Test
    void seriesEndsWhereNoiseBegins() {
        final Rule rule = TestSpectra.gauss(40);
        final double[] values = new double[40];
        for (int i = 0; i < 40; i++) {
            values[i] = Math.rint(1e6 * Math.exp(-rule.v()[i])) / 1e6;
        }
        final LegendreSpectrum series = LegendreSpectrum.project(rule.v(), rule.w(), values, 39);
        final LegendreSpectrum cut = series.cut();
        assertThat(cut.order()).isBetween(5, 9);
        assertThat(cut.error()).isBetween(1e-8, 1e-6);
        assertThat(cut.density(0.3)).isCloseTo(Math.exp(-0.3), within(2e-6));
        assertThat(((LegendreSpectrum) cut.neighbour()).order()).isEqualTo(cut.order() + 1);
        assertThat(series.isRough()).isFalse();
        for (int i = 0; i < 40; i++) {
            values[i] = rule.v()[i] > 0.3 ? -1 : 1;
        }
        assertThat(LegendreSpectrum.project(rule.v(), rule.w(), values, 39).isRough()).isTrue();
    }

    @Test
    void projectionIsExactForPolynomials() {
        final Rule rule = TestSpectra.gauss(6);
        final double[] values = new double[6];
        for (int i = 0; i < 6; i++) {
            values[i] = (1 - rule.v()[i]) * (1 - rule.v()[i]) - 0.01;
        }
        final LegendreSpectrum spectrum = LegendreSpectrum.project(rule.v(), rule.w(), values, 5);
        assertThat(spectrum.density(0.4)).isCloseTo(0.35, within(1e-14));
        assertThat(spectrum.moment(0)).isCloseTo(8 / 3.0 - 0.02, within(1e-14));
    }

    @Test
    void fitIsExactForPolynomialsOnAnyDirections() {
        final double[] v = {0.9, -0.8, -0.3, 0.2, 0.5, -0.6};
        final double[] g = new double[v.length];
        final double[] w = AngularSamples.of(v, g).weights();
        final double[] sorted = AngularSamples.of(v, g).nodes();
        for (int i = 0; i < v.length; i++) {
            g[i] = w[i] * (0.3 - sorted[i] + 2 * sorted[i] * sorted[i]);
        }
        final LegendreSpectrum spectrum = LegendreSpectrum.fit(AngularSamples.of(sorted, g), 3);
        assertThat(spectrum.density(-0.95)).isCloseTo(0.3 + 0.95 + 2 * 0.95 * 0.95, within(1e-13));
        assertThat(spectrum.moment(0)).isCloseTo(0.6 + 4 / 3.0, within(1e-13));
        assertThatThrownBy(() -> LegendreSpectrum.fit(AngularSamples.of(v, g), 6)).hasMessageContaining("order 6");
    }

    private static void assertClose(final DispersionIntegrals a, final DispersionIntegrals b, final double tolerance) {
        final Complex[] x = {a.i0(), a.i1(), a.i2(), a.j0(), a.j1(), a.j2(), a.j3()};
        final Complex[] y = {b.i0(), b.i1(), b.i2(), b.j0(), b.j1(), b.j2(), b.j3()};
        for (int n = 0; n < x.length; n++) {
            assertThat(x[n].subtract(y[n]).abs()).as("integral %s: %s and %s", n, x[n], y[n])
                .isLessThan(tolerance * (1 + y[n].abs()));
        }
    }
}
