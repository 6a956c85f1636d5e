package org.flavorwaves.physics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FlavorMeasuresTest {
    /** Panels of the independent quadrature; edges of boxes in the tests lie between panels. */
    private static final int PANELS = 2000;

    private static List<AngularGrid> grids() {
        final List<AngularGrid> grids = new ArrayList<>();
        for (final GridRule rule : GridRule.values()) {
            for (final int n : new int[]{3, 4, 5, 8, 13, 32, 100}) {
                grids.add(AngularGrid.rings(rule, n));
            }
        }
        grids.add(AngularGrid.sphere(4, 3));
        grids.add(AngularGrid.sphere(17, 2));
        return grids;
    }

    /** Integrals of f and v f from values of f alone. */
    private static double[] integrals(final DoubleUnaryOperator f) {
        final double[] sums = new double[2];
        final GaussIntegratorFactory rules = new GaussIntegratorFactory();
        for (int p = 0; p < PANELS; p++) {
            final GaussIntegrator rule = rules.legendre(6, -1 + 2.0 * p / PANELS, -1 + 2.0 * (p + 1) / PANELS);
            sums[0] += rule.integrate(f::applyAsDouble);
            sums[1] += rule.integrate(v -> v * f.applyAsDouble(v));
        }
        return sums;
    }

    static Stream<AngularDensity> densities() {
        return Stream.of(AngularShapes.isotropic(0.7), AngularShapes.box(-1, 1, 1), AngularShapes.box(0, 1, 0.8),
            AngularShapes.box(-0.35, 0.123, 2), AngularShapes.box(-1, -0.2, 1e33), AngularShapes.box(0.001, 0.002, 3),
            AngularShapes.halfGaussian(0.6, 1), AngularShapes.halfGaussian(0.5, 0.9),
            AngularShapes.halfGaussian(3, 1));
    }

    /** Number and flux of either kind, and nothing negative, on every grid. */
    @ParameterizedTest
    @MethodSource("densities")
    void densitiesHaveTheirNumberAndFluxOnEveryGrid(final AngularDensity density) {
        final double[] exact = integrals(density);
        for (final AngularGrid grid : grids()) {
            final FlavorState state = new AngularLoader(grid)
                .load(FlavorMeasures.electron(density, density.times(0.5))).state();
            final double[] found = new double[4];
            for (int i = 0; i < state.size(); i++) {
                final int s = state.modes().species(i).sign() > 0 ? 0 : 2;
                found[s] += state.modes().weight(i) * state.pz(i);
                found[s + 1] += state.modes().weight(i) * state.pz(i) * state.modes().vz(i);
                assertThat(state.pz(i)).isBetween(0.0, 1.0).isEqualTo(state.trace(i));
            }
            final double[] wanted = {exact[0], exact[1], exact[0] / 2, exact[1] / 2};
            assertThat(found).as(grid.size() + " directions").containsExactly(wanted, within(1e-12 * exact[0]));
        }
    }

    static Stream<AngularDensity> leptonNumbers() {
        return Stream.of(AngularShapes.linear(0.5, -0.7), AngularShapes.linear(0, 1),
            AngularShapes.polynomialCrossing(0.1), AngularShapes.polynomialCrossing(1.3),
            AngularShapes.exponentialCrossing(1.05, 0.1), AngularShapes.exponentialCrossing(1.4, 0.003),
            AngularShapes.legendre(0.3, -0.2, 0.9, 0.05), AngularShapes.legendre(1, 0, 0, 0, 0, 0, 3));
    }

    @ParameterizedTest
    @MethodSource("leptonNumbers")
    void leptonNumbersAndTheirFluxAreExactOnEveryGrid(final AngularDensity shape) {
        final double[] exact = integrals(shape);
        for (final LeptonCarrier carrier : LeptonCarrier.values()) {
            for (final AngularGrid grid : grids()) {
                final FlavorState state = new AngularLoader(grid).withPeakOccupation(0.4)
                    .load(FlavorMeasures.ofLeptonNumber(shape.times(3), carrier)).state();
                final CollectiveField field = CollectiveField.of(state);
                assertThat(new double[]{field.get(0, 2), field.get(3, 2)}).as(grid.size() + " directions")
                    .containsExactly(new double[]{3 * exact[0], 3 * exact[1]}, within(2e-12));
                assertThat(IntStream.range(0, state.size()).allMatch(i -> state.length(i) == state.trace(i))).isTrue();
            }
        }
    }

    /** The antiderivatives against the quadrature of values, over parts of the range. */
    @ParameterizedTest
    @MethodSource({"densities", "leptonNumbers"})
    void integralsOverPartsAreThoseOfTheValues(final AngularDensity density) {
        for (final double[] part : new double[][]{{-1, -0.4}, {-0.4, 0.3}, {0.3, 1}, {0.96, 0.98}}) {
            final double[] cut = integrals(v -> v > part[0] && v < part[1] ? density.applyAsDouble(v) : 0);
            final double scale = 1e-13 * (1 + Math.abs(density.number(-1, 1)));
            assertThat(density.number(part[0], part[1])).isCloseTo(cut[0], within(10 * scale));
            assertThat(density.flux(part[0], part[1])).isCloseTo(cut[1], within(10 * scale));
        }
    }

    /** Where the quadrature is exact to rounding, the values are those of the density at the points, to the bit. */
    @Test
    void smoothDensitiesStayAsTheyAreOnGaussNodes() {
        final AngularGrid grid = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 32);
        for (final AngularDensity shape : List.of(AngularShapes.linear(0.5, -0.7),
            AngularShapes.polynomialCrossing(0.1), AngularShapes.exponentialCrossing(1.05, 0.1))) {
            assertThat(new AngularLoader(grid).load(FlavorMeasures.ofLeptonNumber(shape, LeptonCarrier.ANTINEUTRINOS))
                .state()).usingRecursiveComparison().isEqualTo(new AngularLoader(grid)
                    .load(FlavorAngles.ofLeptonNumber(shape, LeptonCarrier.ANTINEUTRINOS)).state());
        }
        assertThat(new AngularLoader(grid).load(FlavorMeasures.electron(AngularShapes.halfGaussian(0.6, 1),
            AngularShapes.halfGaussian(0.5, 0.9))).state()).usingRecursiveComparison()
            .isEqualTo(new AngularLoader(grid).load(FlavorAngles.halfGaussian(0.6, 0.5, 0.9)).state());
    }

    /** Reference case 4 on its 32 midpoint bins: the exact flux moves the growth by 2e-4 of itself. */
    @ParameterizedTest
    @CsvSource({"0.16, 0.04369891335446981", "0.30, 0.02642306246745225", "0, 0.010614362270866526"})
    void halfGaussiansOnMidpointBinsGrowAsTheyDo(final double k, final double expected) {
        final FlavorState state = new AngularLoader(AngularGrid.rings(GridRule.MIDPOINT, 32)).load(FlavorMeasures
            .electron(AngularShapes.halfGaussian(0.6, 1), AngularShapes.halfGaussian(0.5, 0.9))).state();
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(Background.of(state, Environment.FAST),
            new WaveVector(0, 0, k));
        assertThat(bands.omegaIm(bands.fastest())).isCloseTo(expected, within(1.2e-5));
    }

    /** A box without edges within the range is a constant; one with edges has full cells but for those at the edges. */
    @ParameterizedTest
    @EnumSource(GridRule.class)
    void boxesAreFlatWithin(final GridRule rule) {
        final AngularGrid grid = AngularGrid.rings(rule, 40);
        final double[] values = RingContents.ofDensity(grid, AngularShapes.box(-0.5, 0.7, 1.2), "nu_e");
        for (int i = 0; i < values.length; i++) {
            if (grid.cosTheta(i) > -0.4 && grid.cosTheta(i) < 0.6) {
                assertThat(values[i]).isCloseTo(1, within(0.01));
            } else if (grid.cosTheta(i) < -0.6 || grid.cosTheta(i) > 0.8) {
                assertThat(values[i]).isZero();
            }
        }
        assertThat(RingContents.ofDensity(grid, AngularShapes.box(-1, 1, 1), "nu_e")).containsOnly(0.5);
    }

    @Test
    void fluxesBeyondTheRingsAreRefused() {
        final AngularGrid grid = AngularGrid.rings(GridRule.MIDPOINT, 8);
        assertThatThrownBy(() -> RingContents.ofDensity(grid, AngularShapes.halfGaussian(0.01, 1), "nubar_e"))
            .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("The nubar_e have the mean cos theta "
                + "0.992021, but the values of cos theta run from -0.875000 to 0.875000 (8 of them)");
        assertThatThrownBy(() -> RingContents.ofLeptonNumber(AngularGrid.rings(GridRule.MIDPOINT, 1),
            AngularShapes.linear(0.5, -0.7))).hasMessageContaining("at least 2");
        assertThat(RingContents.ofDensity(AngularGrid.rings(GridRule.MIDPOINT, 1), AngularShapes.isotropic(1), "nu_e"))
            .containsExactly(0.5);
    }
}
