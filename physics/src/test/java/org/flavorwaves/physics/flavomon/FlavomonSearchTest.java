package org.flavorwaves.physics.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;
import org.junit.jupiter.api.Test;

class FlavomonSearchTest {
    private static final AxialMedium ISOTROPIC = AxialMedium.fast(new LegendreSpectrum(0.5));

    private static List<FlavomonMode> longitudinal(final AxialMedium medium, final double damping, final double k) {
        return new FlavomonSearch(medium, damping).solve(k).list().stream()
            .filter(m -> m.sector() == Sector.LONGITUDINAL).toList();
    }

    /** Reference case 3. */
    @Test
    void isotropicMediumHasTwoSuperluminalFlavomons() {
        final List<FlavomonMode> half = longitudinal(ISOTROPIC, 0, 0.5);
        assertThat(half).hasSize(2);
        assertMode(half.get(0), -0.5561132240, 0.20933121);
        assertMode(half.get(1), 1.0626920537, 0.96686081);
        final List<FlavomonMode> one = longitudinal(ISOTROPIC, 0, 1);
        assertThat(one).hasSize(2);
        assertMode(one.get(0), -1.0054141645, 0.05766075);
        assertMode(one.get(1), 1.2528503152, 0.84357865);
    }

    private static void assertMode(final FlavomonMode mode, final double omega, final double z) {
        assertThat(mode.omega().getReal()).isCloseTo(omega, within(1e-10));
        assertThat(mode.omega().getImaginary()).isZero();
        assertThat(mode.renormalisation().getAsDouble()).isCloseTo(z, within(1e-8));
        assertThat(mode.isFlavomon()).contains(true);
        assertThat(mode.isSuperluminal()).isTrue();
    }

    /** omega = n with Z = n and omega = -n/3 with Z = n/3; transverse -n/3 (FR S5). */
    @Test
    void homogeneousWavesOfAnIsotropicMedium() {
        final List<FlavomonMode> modes = new FlavomonSearch(ISOTROPIC, 0).solve(0).list();
        assertThat(modes).hasSize(3);
        assertMode(modes.get(0), -1 / 3.0, 1 / 3.0);
        assertMode(modes.get(1), 1, 1);
        assertThat(modes.get(2).sector()).isEqualTo(Sector.TRANSVERSE);
        assertMode(modes.get(2), -1 / 3.0, 1 / 3.0);
    }

    @Test
    void waveNumbersThatRoundToZeroAreHomogeneous() {
        final AxialMedium medium = AxialMedium.fast(new LegendreSpectrum(0.5, -0.7));
        final List<FlavomonMode> zero = new FlavomonSearch(medium, 0.1).solve(0).list();
        final List<FlavomonMode> tiny = new FlavomonSearch(medium, 0.1).solve(1e-16).list();
        assertThat(tiny).hasSameSizeAs(zero);
        for (int i = 0; i < zero.size(); i++) {
            assertThat(tiny.get(i).omega().subtract(zero.get(i).omega()).abs()).isLessThan(1e-12);
        }
    }

    /** Reference case 2; its k of largest growth is printed with six decimals, which moves Re omega, not Im omega. */
    @Test
    void shallowPolynomialCrossingHasTheTwoUnstableWaves() {
        final AxialMedium medium = AxialMedium.fast(TestSpectra.series(3, v -> (1 - v) * (1 - v) - 0.01));
        assertUnstable(medium, 1.812751, 1.769462976, 0.030589159, 5e-7);
        assertUnstable(medium, -0.471088, -0.458290681, 0.016003937, 5e-7);
    }

    /** Reference case 5: maxima over k, where the derivative of the growth rate vanishes. */
    @Test
    void linearSpectrumHasTheReferenceGrowth() {
        final AxialMedium medium = AxialMedium.fast(new LegendreSpectrum(0.5, -0.7));
        final double[] growth = {growth(medium, 0.7755061 - 1e-3), growth(medium, 0.7755061),
            growth(medium, 0.7755061 + 1e-3)};
        assertThat(growth[1]).isCloseTo(0.168224864, within(1e-9));
        assertThat(growth[1]).isGreaterThan(growth[0]).isGreaterThan(growth[2]);
    }

    /**
     * Reference case 12, including the mode below the real axis; the golden-rule rate of the real root at
     * omega = -1.1470268968 from a program of its own.
     */
    @Test
    void exponentialCrossingHasUnstableAndLandauDampedWaves() {
        final AxialMedium medium =
            AxialMedium.fast(TestSpectra.series(60, v -> 1 - 1.05 * Math.exp(-(1 - v) / 0.1)));
        assertUnstable(medium, -1.15, -1.146003215, 0.001470534, 1e-8);
        assertUnstable(medium, -1.18, -1.174529261, 0.000319442, 1e-8);
        final FlavomonMode unstable = first(medium, -1.15, Kind.UNSTABLE);
        assertThat(unstable.isFlavomon()).contains(true);
        assertThat(unstable.weakGrowth().getAsDouble() / 0.001470534).isCloseTo(1.3043, within(1e-4));
        final FlavomonMode damped = longitudinal(medium, 0.01, -1.20).stream().filter(m -> m.kind() == Kind.DAMPED)
            .findFirst().orElseThrow();
        assertThat(damped.omega().getReal()).isCloseTo(-1.193645953, within(1e-8));
        assertThat(damped.omega().getImaginary()).isCloseTo(-0.000626065, within(1e-8));
        assertThat(damped.isFlavomon()).contains(true);
    }

    /** At k = 9 a longitudinal flavomon is e^-80 from the light cone: it is there, and its Z is not a number. */
    @Test
    void modesAreFoundHoweverCloseToTheLightCone() {
        final List<FlavomonMode> modes = longitudinal(ISOTROPIC, 0, 9);
        assertThat(modes).hasSize(2);
        assertThat(modes.get(0).omega()).isEqualTo(new Complex(-9));
        assertThat(modes.get(0).renormalisation()).isEmpty();
        assertThat(modes.get(1).omega().getReal()).isCloseTo(9, within(1e-9));
    }

    /** Reference case 2 at its fastest waves: golden rule over exact growth from a program of its own. */
    @Test
    void goldenRuleIsEvaluatedAtTheRealRoot() {
        final AxialMedium medium = AxialMedium.fast(TestSpectra.series(3, v -> (1 - v) * (1 - v) - 0.01));
        final FlavomonMode right = first(medium, 1.812751, Kind.UNSTABLE);
        assertThat(right.weakGrowth().getAsDouble() / 0.030589159).isCloseTo(0.943, within(5e-4));
        assertThat(right.renormalisation()).isPresent();
    }

    /** Real modes that are about to merge, 1e-4 apart, on one side of the light cone. */
    @Test
    void pairsThatAreAboutToMergeAreFound() {
        final AxialMedium medium = AxialMedium.fast(new LegendreSpectrum(0.5, -0.7));
        final double merging = 0.4390554923468591;
        assertThat(longitudinal(medium, 0, merging - 1e-8)).filteredOn(m -> m.omega().getReal() > merging).hasSize(2)
            .allSatisfy(m -> assertThat(m.kind()).isEqualTo(Kind.REAL));
        assertThat(longitudinal(medium, 0, merging + 1e-8)).filteredOn(m -> m.omega().getReal() > merging).hasSize(1)
            .allSatisfy(m -> assertThat(m.kind()).isEqualTo(Kind.UNSTABLE));
    }

    /** What a change of the order moves is no damped mode; growing ones do not depend on the continuation. */
    @Test
    void dampedModesMustStayWhenTheOrderChanges() {
        final AxialMedium medium = AxialMedium.fast(new LegendreSpectrum(0.5, -0.7));
        final FlavomonMedium doubtful = new WrappedMedium(medium) {
            @Override
            public FlavomonMedium neighbour() {
                return AxialMedium.fast(new LegendreSpectrum(0.5, -0.7, 0.1));
            }
        };
        for (final double k : new double[]{0.9, 1.5}) {
            final List<FlavomonMode> all = new FlavomonSearch(medium, 0.3).solve(k).list();
            final List<FlavomonMode> sure = new FlavomonSearch(doubtful, 0.3).solve(k).list();
            assertThat(all).anyMatch(m -> m.kind() == Kind.DAMPED);
            assertThat(sure).noneMatch(m -> m.kind() == Kind.DAMPED);
            assertThat(sure).hasSameSizeAs(all.stream().filter(m -> m.kind() != Kind.DAMPED).toList());
        }
    }

    /** A depolarization of all modes moves all frequencies down by i D. */
    @Test
    void commonDepolarizationOnlyDamps() {
        final LegendreSpectrum spectrum = new LegendreSpectrum(0.5, -0.7);
        final AxialMedium damped = AxialMedium.empty().with(spectrum, 0, 0.05);
        for (final double k : new double[]{-0.8, 0.3, 0.7755061, 1.1}) {
            final List<FlavomonMode> plain = new FlavomonSearch(AxialMedium.fast(spectrum), 0.3).solve(k).list();
            final List<FlavomonMode> moved = new FlavomonSearch(damped, 0.3).solve(k).list();
            assertThat(moved).hasSameSizeAs(plain);
            for (int m = 0; m < plain.size(); m++) {
                assertThat(moved.get(m).omega().subtract(plain.get(m).omega()).add(new Complex(0, 0.05)).abs())
                    .isLessThan(1e-10);
                assertThat(moved.get(m).kind()).isNotEqualTo(Kind.REAL);
            }
        }
    }

    @Test
    void mediaWithoutACrossingHaveNoAntiflavomonAndNoInstability() {
        final Random random = new Random(8);
        for (int trial = 0; trial < 1000; trial++) {
            final double[] a = {1, 0.4 * random.nextGaussian(), 0.3 * random.nextGaussian(),
                0.2 * random.nextGaussian()};
            final LegendreSpectrum plain = new LegendreSpectrum(a);
            double lowest = Double.POSITIVE_INFINITY;
            for (double v = -1; v <= 1; v += 0.001) {
                lowest = Math.min(lowest, plain.density(v));
            }
            a[0] += Math.max(0, -lowest + 0.01);
            final double k = 1.5 * random.nextGaussian();
            for (final FlavomonMode mode : new FlavomonSearch(AxialMedium.fast(new LegendreSpectrum(a)), 0)
                .solve(k).list()) {
                assertThat(mode.kind()).isEqualTo(Kind.REAL);
                assertThat(mode.isFlavomon().orElse(true)).isTrue();
            }
        }
    }

    /** Section 9: integral G |e_0 + e_z v|^2/|omega - k v|^2 dv = 0 for every unstable mode. */
    @Test
    void unstableModesFeelNoNetLeptonNumber() {
        final Random random = new Random(9);
        final TestSpectra.Rule rule = TestSpectra.gauss(400);
        int unstable = 0;
        for (int trial = 0; trial < 40; trial++) {
            final LegendreSpectrum spectrum = new LegendreSpectrum(0.3 * random.nextGaussian(), random.nextGaussian(),
                random.nextGaussian());
            final double k = 2 * random.nextGaussian();
            for (final FlavomonMode mode : longitudinal(AxialMedium.fast(spectrum), 0, k)) {
                if (mode.kind() == Kind.UNSTABLE && mode.omega().getImaginary() > 0.05) {
                    final Complex[] e = mode.polarization();
                    double sum = 0;
                    double size = 0;
                    for (int i = 0; i < rule.v().length; i++) {
                        final double v = rule.v()[i];
                        final double term = rule.w()[i] * spectrum.density(v)
                            * Math.pow(e[0].add(e[3].multiply(v)).abs() / mode.omega().subtract(k * v).abs(), 2);
                        sum += term;
                        size += Math.abs(term);
                    }
                    assertThat(Math.abs(sum)).isLessThan(1e-10 * size);
                    unstable++;
                }
            }
        }
        assertThat(unstable).isGreaterThan(5);
    }

    private static double growth(final AxialMedium medium, final double k) {
        return first(medium, k, Kind.UNSTABLE).omega().getImaginary();
    }

    private static FlavomonMode first(final AxialMedium medium, final double k, final Kind kind) {
        return longitudinal(medium, 0, k).stream().filter(m -> m.kind() == kind).findFirst().orElseThrow();
    }

    private static void assertUnstable(final AxialMedium medium, final double k, final double re, final double im,
        final double tolerance) {
        final FlavomonMode mode = first(medium, k, Kind.UNSTABLE);
        assertThat(mode.omega().getReal()).isCloseTo(re, within(tolerance));
        assertThat(mode.omega().getImaginary()).isCloseTo(im, within(1e-9));
    }
}
