package org.flavorwaves.physics.linear.survey.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;
import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.state.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedMediumTest {
    private static final SpeciesMoments NU_E = new SpeciesMoments(1, 0.1, -0.2, 0.3);

    private static final SpeciesMoments NUBAR_E = new SpeciesMoments(1.1, 0.3, 0.1, 0.5);

    private static final SpeciesMoments NU_X = new SpeciesMoments(0.4, -0.2, 0.3, 0.6);

    private static final FlavorMoments OBLIQUE = new FlavorMoments(NU_E, NUBAR_E, NU_X,
        new SpeciesMoments(0.3, 0.1, 0.1, 0.7));

    /** G per solid angle, straight from (FW minerbo). */
    private static double density(final SpeciesMoments moments, final double[] v) {
        final double f = moments.fluxFactor();
        final double a = moments.shape();
        final double along = a * (moments.fx() * v[0] + moments.fy() * v[1] + moments.fz() * v[2]) / f;
        return moments.density() * a * Math.exp(along) / (4 * Math.PI * Math.sinh(a));
    }

    private static double number(final double[] v) {
        return density(OBLIQUE.nuE(), v) - density(OBLIQUE.nubarE(), v) - density(OBLIQUE.nuX(), v)
            + density(OBLIQUE.nubarX(), v);
    }

    /** All ten components against a sum over 40,000 directions, off the light cone. */
    @Test
    void tensorsAreIntegralsOverTheSphere() {
        final ClosedMedium medium = ClosedMedium.of(List.of(OBLIQUE));
        final Direction axis = medium.axis();
        final Direction[] frame = LeptonMedium.frame(axis);
        final double[] chi = new double[2 * BeamTensors.COMPONENTS];
        medium.along(axis, 2).susceptibility(0.4, 0.7, 0.9, chi);
        final double[] expected = new double[2 * BeamTensors.COMPONENTS];
        final int n = 200;
        for (int i = 0; i < n; i++) {
            final double theta = Math.PI * (i + 0.5) / n;
            for (int m = 0; m < n; m++) {
                final double phi = 2 * Math.PI * m / n;
                final double[] local = {1, Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi),
                    Math.cos(theta)};
                final double[] v = {component(frame, local, new Direction(1, 0, 0)),
                    component(frame, local, new Direction(0, 1, 0)), component(frame, local, new Direction(0, 0, 1))};
                final double g = number(v) / 2 * weight(i, n) * 2 * Math.PI / n;
                final double x = 0.4 - 0.9 * local[3];
                final double norm = x * x + 0.49;
                for (int a = 0; a < 4; a++) {
                    for (int b = a; b < 4; b++) {
                        final int place = 2 * (Math.min(a, b) * (7 - Math.min(a, b)) / 2 + Math.max(a, b));
                        expected[place] += g * local[a] * local[b] * x / norm;
                        expected[place + 1] -= g * local[a] * local[b] * 0.7 / norm;
                    }
                }
            }
        }
        for (int c = 0; c < chi.length; c++) {
            assertThat(chi[c]).as("number %d", c).isCloseTo(expected[c], within(1e-7));
        }
    }

    private static double component(final Direction[] frame, final double[] local, final Direction along) {
        return local[1] * frame[0].dot(along) + local[2] * frame[1].dot(along) + local[3] * frame[2].dot(along);
    }

    /** Fejer's rule in theta. */
    private static double weight(final int i, final int n) {
        final double theta = Math.PI * (i + 0.5) / n;
        double sum = 1;
        for (int l = 1; l <= n / 2; l++) {
            sum -= 2 * Math.cos(2 * l * theta) / (4.0 * l * l - 1);
        }
        return 2 * sum / n;
    }

    /** Number and flux of the sums over the nodes are the moments, whatever the axis. */
    @Test
    void densityAndFluxAreTheMoments() {
        final ClosedMedium medium = ClosedMedium.of(List.of(OBLIQUE));
        final double[] flux = OBLIQUE.leptonFlux();
        assertThat(medium.density()).isCloseTo(1 - 1.1 - 0.4 + 0.3, within(1e-15));
        assertThat(medium.flux().x()).isCloseTo(flux[0], within(1e-15));
        assertThat(medium.flux().y()).isCloseTo(flux[1], within(1e-15));
        assertThat(medium.flux().z()).isCloseTo(flux[2], within(1e-15));
        final double[] chi = new double[2 * BeamTensors.COMPONENTS];
        medium.along(new Direction(0, 0, 1), 1).susceptibility(1e6, 1e-3, 0, chi);
        assertThat(1e6 * chi[0]).isCloseTo(-0.2, within(1e-8));
        assertThat(1e6 * chi[6]).isCloseTo(flux[2], within(1e-8));
    }

    /** I+ and I- about an axis in closed form, for two kinds: G = c1 exp(a1 x) - c2 exp(a2 x) has one zero. */
    @Test
    void partsOfTwoKindsAreThoseBetweenTheirZero() {
        final SpeciesMoments first = new SpeciesMoments(1, 0, 0, 0.1);
        final SpeciesMoments second = new SpeciesMoments(0.9, 0, 0, 0.5);
        final double[] parts = ClosedMedium.of(List.of(new FlavorMoments(first, second, SpeciesMoments.NONE,
            SpeciesMoments.NONE))).parts();
        final double a = first.shape();
        final double b = second.shape();
        final double zero = Math.log(a * Math.sinh(b) / (0.9 * b * Math.sinh(a))) / (b - a);
        final double below = (Math.exp(a * zero) - Math.exp(-a)) / (2 * Math.sinh(a))
            - 0.9 * (Math.exp(b * zero) - Math.exp(-b)) / (2 * Math.sinh(b));
        assertThat(parts[0]).isCloseTo(below, within(1e-13));
        assertThat(parts[0] - parts[1]).isCloseTo(0.1, within(1e-13));
    }

    /** Heavy-lepton neutrinos and antineutrinos of one shape cancel, and a cell without a crossing has one sign. */
    @Test
    void equalKindsCancel() {
        final FlavorMoments moments = FlavorMoments.ofSummedX(new SpeciesMoments(1, 0.1, 0, 0.3),
            new SpeciesMoments(0.2, 0.05, 0, 0.3), new SpeciesMoments(2, 0.1, 0.3, 0.5));
        final double[] parts = ClosedMedium.of(List.of(moments)).parts();
        assertThat(parts[1]).isZero();
        assertThat(parts[0]).isCloseTo(0.8, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9996, 1})
    void beamsAreRefused(final double flux) {
        final FlavorMoments beam = new FlavorMoments(new SpeciesMoments(1, 0, 0, flux), SpeciesMoments.NONE,
            SpeciesMoments.NONE, SpeciesMoments.NONE);
        assertThatThrownBy(() -> ClosedMedium.of(List.of(beam))).hasMessageContaining("The flux factor " + flux);
    }

    /** Against (1/2 pi) int cos(m phi) exp(z(cos phi - 1)) d phi. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3, 4, 19.9, 20.1, 300})
    void besselFunctionsAreAverages(final double z) {
        final double[] values = new double[3];
        ScaledBessel.compute(z, values);
        final int n = 400;
        for (int m = 0; m < 3; m++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                final double phi = 2 * Math.PI * i / n;
                sum += Math.cos(m * phi) * Math.exp(z * (Math.cos(phi) - 1)) / n;
            }
            assertThat(values[m]).as("order %d", m).isCloseTo(sum, within(3e-14));
        }
    }
}
