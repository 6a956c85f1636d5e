package org.flavorwaves.physics.flavomon.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.TestSpectra;
import org.flavorwaves.physics.flavomon.TestSpectra.Rule;
import org.junit.jupiter.api.Test;

class PiecewiseLinearSpectrumTest {

    /** A straight line is a Legendre series of order 1, whose integrals are known by another route. */
    @Test
    void straightLineIsALegendreSeriesOnTheWholeContinuedPlane() {
        final double[] nodes = {-0.8, -0.1, 0.3, 0.35, 0.9};
        final double[] values = new double[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            values[i] = 0.3 - 0.7 * nodes[i];
        }
        final PiecewiseLinearSpectrum line = new PiecewiseLinearSpectrum(nodes, values);
        final LegendreSpectrum series = new LegendreSpectrum(0.3, -0.7);
        final Random random = new Random(3);
        for (int trial = 0; trial < 300; trial++) {
            final double k = 2 * random.nextGaussian();
            final Complex omega = new Complex(3 * random.nextGaussian(),
                trial % 3 == 0 ? 0 : Math.exp(3 * random.nextGaussian()) * (random.nextBoolean() ? 1 : -1));
            assertClose(line.integrals(omega, k), series.integrals(omega, k), 1e-12);
        }
        for (int n = 0; n < 4; n++) {
            assertThat(line.moment(n)).isCloseTo(series.moment(n), within(1e-15));
        }
        assertClose(line.integrals(new Complex(0.4, 0.2), 0), series.integrals(new Complex(0.4, 0.2), 0), 1e-14);
    }

    @Test
    void integralsOfAKinkedSpectrumAreFineQuadratures() {
        final double[] nodes = {-1, -0.4, 0.2, 0.3, 1};
        final double[] values = {0.2, -0.5, 0.7, 0.1, -0.4};
        final PiecewiseLinearSpectrum spectrum = new PiecewiseLinearSpectrum(nodes, values);
        final Rule rule = TestSpectra.gauss(60);
        final double[] v = new double[4 * 60];
        final double[] g = new double[v.length];
        double strength = 0;
        for (int s = 0; s < 4; s++) {
            for (int q = 0; q < 60; q++) {
                final double half = (nodes[s + 1] - nodes[s]) / 2;
                v[60 * s + q] = nodes[s] + half * (1 + rule.v()[q]);
                g[60 * s + q] = half * rule.w()[q] * spectrum.density(v[60 * s + q]);
                strength += Math.abs(g[60 * s + q]);
            }
        }
        assertThat(spectrum.strength()).isGreaterThanOrEqualTo(strength);
        final BeamSpectrum beams = new BeamSpectrum(v, g);
        final Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            final double k = 2 * random.nextGaussian();
            final Complex omega = new Complex(2 * random.nextGaussian(), Math.abs(k) * (0.3 + 3 * random.nextDouble()));
            assertClose(spectrum.integrals(omega, k), beams.integrals(omega, k), 1e-12);
        }
        for (int n = 0; n < 4; n++) {
            assertThat(spectrum.moment(n)).isCloseTo(beams.moment(n), within(1e-14));
        }
    }

    @Test
    void beamsOnTheUsualGridsGiveBackTheLineTheySample() {
        final Rule gauss = TestSpectra.gauss(9);
        final double[] middle = new double[8];
        final double[] equal = new double[8];
        final double[] uniform = new double[9];
        final double[] trapezoid = new double[9];
        for (int i = 0; i < 9; i++) {
            uniform[i] = 1 - i / 4.0;
            trapezoid[i] = i == 0 || i == 8 ? 0.125 : 0.25;
            if (i < 8) {
                middle[i] = -1 + (i + 0.5) / 4;
                equal[i] = 0.25;
            }
        }
        assertLine(gauss.v(), gauss.w());
        assertLine(middle, equal);
        assertLine(uniform, trapezoid);
    }

    private static void assertLine(final double[] v, final double[] w) {
        final double[] g = new double[v.length];
        for (int i = 0; i < g.length; i++) {
            g[i] = w[i] * (0.5 - 0.7 * v[i]);
        }
        final PiecewiseLinearSpectrum spectrum = PiecewiseLinearSpectrum.ofBeams(v, g);
        for (final double x : new double[]{-1, -0.99, 0.123, 1}) {
            assertThat(spectrum.density(x)).isCloseTo(0.5 - 0.7 * x, within(1e-13));
        }
    }

    @Test
    void holesAreSeen() {
        assertThat(cover(TestSpectra.gauss(7).v())).isTrue();
        assertThat(cover(new double[]{0.75, -0.75, 0.25, -0.25, 0.25})).isTrue();
        assertThat(cover(new double[]{-1, 0, 1})).isTrue();
        assertThat(cover(new double[]{-0.75, -0.25, 0.25})).isFalse();
        assertThat(cover(new double[]{-0.9, -0.7, -0.5, -0.1, 0.1, 0.3, 0.5, 0.7, 0.9}))
            .isFalse();
        assertThat(cover(new double[]{0.91, 0.93, 0.95, 0.97, 0.99})).isFalse();
        assertThat(cover(new double[]{0.5})).isFalse();
    }

    private static boolean cover(final double... v) {
        return AngularSamples.of(v, new double[v.length]).cover();
    }

    @Test
    void directionsThatAreTooFewOrDoNotRiseAreRefused() {
        assertThatThrownBy(() -> PiecewiseLinearSpectrum.ofBeams(new double[]{0.5, 0.5}, new double[]{1, 1}))
            .hasMessageContaining("1 directions");
        assertThatThrownBy(() -> new PiecewiseLinearSpectrum(new double[]{0.5, 0.4}, new double[2]))
            .hasMessageContaining("Direction 1").hasMessageContaining("0.4");
        assertThatThrownBy(() -> new PiecewiseLinearSpectrum(new double[]{0.5, 1.4}, new double[2]))
            .hasMessageContaining("1.4");
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
