package org.flavorwaves.physics.flavomon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Branch;
import org.flavorwaves.physics.flavomon.FlavomonBranches.Result;
import org.flavorwaves.physics.flavomon.FlavomonMode.Kind;
import org.flavorwaves.physics.flavomon.Sector.Derivative;
import org.flavorwaves.physics.flavomon.spectra.BeamSpectrum;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.Test;

class FlavomonBranchesTest {

    private static double[] line(final double from, final double to, final int count) {
        return IntStream.range(0, count).mapToDouble(i -> from + (to - from) * i / (count - 1)).toArray();
    }

    /** Reference case 2: k_c = (2/3)[(1 + s) +- sqrt(4 (1 + s)^2 - 1)], omega_c = (1 - s) k_c. */
    @Test
    void neutralPointsOfTheShallowPolynomialAreTheClosedForm() {
        final double s = 0.1;
        final AxialMedium medium = AxialMedium.fast(TestSpectra.series(3, v -> (1 - v) * (1 - v) - s * s));
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
        final AxialMedium medium = AxialMedium.fast(TestSpectra.series(3, v -> (1 - v) * (1 - v) - s * s));
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
        final List<FlavomonMode> modes = new FlavomonSearch(medium, 0.1).solve(neutral).stream()
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
            assertThat(new FlavomonSearch(medium, 0).realCount(Sector.TRANSVERSE, inside, -1)).isEqualTo(1);
            assertThat(new FlavomonSearch(medium, 0).realCount(Sector.TRANSVERSE, p.k() * (1 + 1e-6), -1)).isZero();
        }
    }

    /** Two opposite beams of opposite lepton number: real waves merge where growth begins. */
    @Test
    void mergingBranchesAreReported() {
        final AxialMedium medium =
            AxialMedium.fast(new BeamSpectrum(new double[]{1, -1}, new double[]{1, -0.25}));
        final Result result = new FlavomonBranches(medium, 0).trace(line(-1, 3, 201), Progress.NONE);
        for (final SpecialPoint p : result.specialPoints()) {
            assertThat(p.kind()).isEqualTo(SpecialPoint.Kind.BRANCH_POINT);
        }
        final double[] growth = result.branches().stream().flatMap(b -> b.modes().stream())
            .mapToDouble(m -> m.omega().getImaginary()).toArray();
        assertThat(Arrays.stream(growth).max().orElseThrow()).isCloseTo(1, within(1e-3));
    }
}
