package org.flavorwaves.physics.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.distribution.AngularShapes;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Branch;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Result;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.Sector.Derivative;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlavomonBranchesTest {

    private static double[] line(final double from, final double to, final int count) {
        return IntStream.range(0, count).mapToDouble(i -> from + (to - from) * i / (count - 1)).toArray();
    }

    /** Reference case 2: k_c = (2/3)[(1 + s) +- sqrt(4 (1 + s)^2 - 1)], omega_c = (1 - s) k_c. */
    @Test
    void neutralPointsOfTheShallowPolynomialAreTheClosedForm() {
        final double s = 0.1;
        final AxialMedium medium = AxialMedium.fast(TestSpectra.series(6, v -> (1 - v) * (1 - v) - s * s).cut());
        final List<SpecialPoint> neutral = NeutralPoints.of(medium).stream()
            .filter(p -> p.kind() == SpecialPoint.Kind.NEUTRAL && p.sector() == Sector.LONGITUDINAL).toList();
        assertThat(neutral).hasSize(2);
        assertThat(neutral.get(0).k()).isCloseTo(-0.57306120, within(1e-8));
        assertThat(neutral.get(1).k()).isCloseTo(2.03972786, within(1e-8));
        assertThat(neutral.get(1).omega()).isCloseTo(0.9 * neutral.get(1).k(), within(1e-12));
        for (final SpecialPoint p : neutral) {
            final Complex f = Sector.LONGITUDINAL.value(medium.dielectricTensor(new Complex(p.omega()), p.k()));
            assertThat(f.abs()).isLessThan(1e-12);
        }
    }

    /** A branch grows, meets the real axis at the neutral point and goes on Landau-damped. */
    @Test
    void unstableBranchContinuesAsLandauDamped() {
        final double s = 0.1;
        final AxialMedium medium = AxialMedium.fast(TestSpectra.series(6, v -> (1 - v) * (1 - v) - s * s).cut());
        final Result result = new FlavomonBranches(medium, 0.2).trace(line(1.5, 2.4, 46), Progress.NONE);
        final Branch branch = result.branches().stream()
            .filter(b -> b.modes().stream().anyMatch(m -> m.kind() == Kind.UNSTABLE)).findFirst().orElseThrow();
        for (final FlavomonMode mode : branch.modes()) {
            if (mode.k() > 1.7) {
                assertThat(mode.kind()).isEqualTo(mode.k() < 2.03972786 ? Kind.UNSTABLE : Kind.DAMPED);
            }
        }
        assertThat(branch.modes().get(branch.modes().size() - 1).k()).isCloseTo(2.4, within(1e-12));
        final SpecialPoint merging = result.specialPoints().stream()
            .filter(p -> p.kind() == SpecialPoint.Kind.BRANCH_POINT).findFirst().orElseThrow();
        assertThat(merging.k()).isBetween(1.70, 1.72);
        final DielectricTensor f = medium.dielectricTensor(new Complex(merging.omega()), merging.k());
        assertThat(Sector.LONGITUDINAL.slope(f, Derivative.IN_FREQUENCY).abs()).isLessThan(1e-4);
        assertThat(Sector.LONGITUDINAL.value(f).abs()).isLessThan(1e-8);
    }

    /** G = 0.15 - 0.35 v vanishes at v = 3/7; one wave number of the list is its neutral point k = 0.7. */
    @Test
    void neutralModeOnTheListIsFound() {
        final AxialMedium medium = AxialMedium.fast(new LegendreSpectrum(0.15, -0.35));
        final double neutral = NeutralPoints.of(medium).stream()
            .filter(p -> p.sector() == Sector.LONGITUDINAL).mapToDouble(SpecialPoint::k).max().orElseThrow();
        final List<FlavomonMode> modes = new FlavomonSearch(medium, 0.1).solve(neutral).list().stream()
            .filter(m -> m.sector() == Sector.LONGITUDINAL && !m.isSuperluminal()).toList();
        assertThat(modes).anySatisfy(m -> {
            assertThat(m.kind()).isEqualTo(Kind.REAL);
            assertThat(m.omega().getReal()).isCloseTo(neutral * 3 / 7, within(1e-9));
        });
    }

    @Test
    void isotropicBranchesAreWholeAndTheirSlopeIsTheGroupVelocity() {
        final AxialMedium medium = AxialMedium.fast(new LegendreSpectrum(0.5));
        final Result result = new FlavomonBranches(medium, 0).trace(line(-1, 1, 81), Progress.NONE);
        final List<Branch> longitudinal =
            result.branches().stream().filter(b -> b.sector() == Sector.LONGITUDINAL).toList();
        assertThat(longitudinal).hasSize(2);
        for (final Branch branch : longitudinal) {
            assertThat(branch.modes()).hasSize(81);
            final double slope =
                (branch.modes().get(51).omega().getReal() - branch.modes().get(49).omega().getReal()) / 0.05;
            assertThat(branch.modes().get(50).groupVelocity()).isCloseTo(slope, within(1e-3));
        }
        final List<SpecialPoint> cone =
            result.specialPoints().stream().filter(p -> p.kind() == SpecialPoint.Kind.LIGHT_CONE).toList();
        assertThat(cone).extracting(SpecialPoint::k).containsExactlyInAnyOrder(-0.5, 0.5);
        for (final SpecialPoint p : cone) {
            final double inside = p.k() * (1 - 1e-6);
            assertThat(new FlavomonSearch(medium, 0).realCount(Sector.TRANSVERSE, inside)).isEqualTo(1);
            assertThat(new FlavomonSearch(medium, 0).realCount(Sector.TRANSVERSE, p.k() * (1 + 1e-6))).isZero();
        }
    }

    /** Beams v = +-1, g = (1, -1/4): omega^2 = k^2 + 4 g_1 g_2, real for |k| above 1. */
    @Test
    void mergingBranchesAreReported() {
        final BeamMedium medium = new BeamMedium(true, List.of(new BeamMedium.Beam(Complex.ZERO, 1, 0, 0, 1),
            new BeamMedium.Beam(Complex.ZERO, -1, 0, 0, -0.25)));
        final Result result = new FlavomonBranches(medium, 0).trace(line(-2.05, 2.15, 201), Progress.NONE);
        assertThat(result.specialPoints()).hasSize(2).allSatisfy(p -> {
            assertThat(p.kind()).isEqualTo(SpecialPoint.Kind.BRANCH_POINT);
            assertThat(Math.abs(p.k())).isCloseTo(1, within(1e-9));
            assertThat(p.omega()).isCloseTo(0, within(1e-6));
        });
        for (final Branch branch : result.branches()) {
            for (final FlavomonMode mode : branch.modes()) {
                final Complex square = mode.omega().multiply(mode.omega());
                assertThat(square.subtract(mode.k() * mode.k() - 1).abs()).isLessThan(1e-12);
            }
        }
    }

    /**
     * G = 0.5 - 0.7 v: two longitudinal lines and a transverse one through growth and damping, and a real branch
     * between two branch points. What the rings add in rounding adds no branch.
     */
    @ParameterizedTest
    @ValueSource(ints = {4, 24, 40, 64})
    void linearMediumHasFourBranches(final int rings) {
        final AxialMedium medium =
            AxialMedium.fast(TestSpectra.series(rings, v -> 0.5 - 0.7 * v).cut());
        final Result result = new FlavomonBranches(medium, 0.35).trace(line(-2, 2, 41), Progress.NONE);
        assertThat(result.failures()).isEmpty();
        assertThat(result.branches()).hasSize(4);
        assertThat(result.specialPoints()).filteredOn(p -> p.kind() == SpecialPoint.Kind.BRANCH_POINT)
            .anySatisfy(p -> assertThat(p.k()).isCloseTo(0.4390554923, within(1e-9)));
    }

    /** A medium that has no number at one wave number: that one fails with its reason, and branches go on beyond it. */
    @Test
    void failingWaveNumberDoesNotEndTheRest() {
        final AxialMedium good = AxialMedium.fast(new LegendreSpectrum(0.5, 0.1));
        final FlavomonMedium bad = new WrappedMedium(good) {
            @Override
            public DielectricTensor dielectricTensor(final Complex omega, final double k) {
                return good.dielectricTensor(Math.abs(k - 0.3) < 1e-9 ? Complex.NaN : omega, k);
            }
        };
        final double[] k = line(0, 0.6, 7);
        final Result result = new FlavomonBranches(bad, 0).trace(k, Progress.NONE);
        assertThat(result.failures()).hasSize(1);
        assertThat(result.failures().get(0).k()).isEqualTo(k[3]);
        assertThat(result.failures().get(0).reason()).contains("longitudinal");
        assertThat(result.branches()).filteredOn(b -> b.sector() == Sector.LONGITUDINAL).hasSize(2)
            .allSatisfy(b -> assertThat(b.modes()).hasSize(6));
    }

    /** Half-Gaussians: the same branches whether the series ends where it sinks into rounding or a little earlier. */
    @Test
    void branchesDoNotChangeWithTheOrder() {
        final double[][] found = new double[3][];
        final int[] orders = {22, 23, 63};
        for (int c = 0; c < orders.length; c++) {
            final TestSpectra.Rule rule = TestSpectra.gauss(64);
            final double[] g = Arrays.stream(rule.v()).map(v -> AngularShapes.halfGaussian(0.6, 1).applyAsDouble(v)
                - AngularShapes.halfGaussian(0.5, 0.9).applyAsDouble(v)).toArray();
            final AxialMedium medium =
                AxialMedium.fast(LegendreSpectrum.project(rule.v(), rule.w(), g, orders[c]).cut());
            final Result result = new FlavomonBranches(medium, 0.04).trace(line(-0.5, 0.5, 21), Progress.NONE);
            found[c] = result.branches().stream().flatMap(b -> b.modes().stream())
                .flatMapToDouble(m -> DoubleStream.of(m.k(), m.omega().getReal(), m.omega().getImaginary())).toArray();
        }
        assertThat(found[1]).containsExactly(found[0], within(1e-6));
        assertThat(found[2]).containsExactly(found[0], within(1e-6));
    }
}
