package org.flavorwaves.physics.distribution.crossing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

import org.assertj.core.data.Offset;
import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.AngularLoader;
import org.flavorwaves.physics.distribution.AngularShapes;
import org.flavorwaves.physics.distribution.FlavorAngles;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.distribution.LeptonBeams;
import org.flavorwaves.physics.distribution.LeptonCarrier;
import org.flavorwaves.physics.distribution.crossing.LeptonCrossings.Geometry;
import org.flavorwaves.physics.state.Direction;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeptonCrossingsTest {
    private static final Offset<Double> EXACT = within(3e-14);

    private static FlavorState state(final AngularGrid grid, final DoubleUnaryOperator g,
        final LeptonCarrier carrier) {
        return new AngularLoader(grid).load(FlavorAngles.ofLeptonNumber(g, carrier)).state();
    }

    private static LeptonCrossings rings(final GridRule rule, final int n, final DoubleUnaryOperator g) {
        return LeptonCrossings.of(state(AngularGrid.rings(rule, n), g, LeptonCarrier.ANTINEUTRINOS));
    }

    /** G = (1 - v)^2 - s^2: zero at 1 - s, I- = 2 s^3/3, I+ = 8/3 - 2 s^2 + I-, even beyond the outermost node. */
    @ParameterizedTest
    @EnumSource(LeptonCarrier.class)
    void polynomialCrossingIsExactOnGaussRings(final LeptonCarrier carrier) {
        for (final double s : new double[]{0.4, 0.1, 0.01}) {
            final LeptonCrossings found = LeptonCrossings.of(state(
                AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 8), AngularShapes.polynomialCrossing(s), carrier));
            final double negative = 2 * s * s * s / 3;
            assertThat(found.geometry()).isEqualTo(Geometry.SERIES);
            assertThat(found.zeros()).hasSize(1);
            assertThat(found.zeros().get(0).position().z()).isCloseTo(1 - s, within(3e-15 / s));
            assertThat(found.zeros().get(0).rising()).contains(false);
            assertThat(found.zeros().get(0).fluxCosine()).hasValueSatisfying(
                c -> assertThat(c).isCloseTo(s - 1, within(3e-15 / s)));
            assertThat(found.negative()).isCloseTo(negative, EXACT);
            assertThat(found.positive()).isCloseTo(8 / 3.0 - 2 * s * s + negative, EXACT);
            assertThat(found.depth()).isCloseTo(negative / (8 / 3.0 - 2 * s * s + negative), EXACT);
            assertThat(found.peakDepth()).isCloseTo(s * s / (4 - s * s), EXACT);
            assertThat(found.negativeFraction()).isCloseTo(s / 2, within(3e-15 / s));
            assertThat(found.minoritySign()).isEqualTo(-1);
        }
    }

    /** Two zeros inside one interval between nodes: G = (v - a)^2 - s^2 about any place a. */
    @Test
    void narrowRegionsAreNotMissed() {
        final double s = 0.004;
        for (double a = -0.95; a < 0.96; a += 0.05) {
            final double centre = a;
            final LeptonCrossings found =
                rings(GridRule.GAUSS_LEGENDRE, 12, v -> (v - centre) * (v - centre) - s * s);
            assertThat(found.zeros()).as("a = %s", a).hasSize(2);
            assertThat(found.zeros().get(0).position().z()).isCloseTo(a - s, within(1e-12));
            assertThat(found.zeros().get(1).position().z()).isCloseTo(a + s, within(1e-12));
            assertThat(found.negative()).isCloseTo(4 * s * s * s / 3, EXACT);
        }
    }

    /** Reference case 5 and G = v: a line has its zero at -a/b, with triangles on either side. */
    @ParameterizedTest
    @EnumSource(GridRule.class)
    void linearCrossingIsExactOnEveryRule(final GridRule rule) {
        final LeptonCrossings found = rings(rule, 8, AngularShapes.linear(0.5, -0.7));
        final double c = 0.5 / 0.7;
        assertThat(found.zeros()).hasSize(1);
        if (rule == GridRule.UNIFORM) {
            assertThat(found.zeros().get(0).position().z()).isCloseTo(c, within(0.05));
        } else {
            assertThat(found.zeros().get(0).position().z()).isCloseTo(c, within(1e-14));
        }
        assertThat(found.positive() - found.negative()).isCloseTo(1, within(1e-14));
        if (rule == GridRule.GAUSS_LEGENDRE) {
            assertThat(found.negative()).isCloseTo(0.35 * (1 - c) * (1 - c), EXACT);
        }
        final LeptonCrossings odd = rings(rule, 9, AngularShapes.linear(0, 1));
        assertThat(odd.zeros()).hasSize(1);
        assertThat(odd.zeros().get(0).position().z()).isCloseTo(0, within(1e-14));
        assertThat(odd.zeros().get(0).rising()).contains(true);
        assertThat(odd.depth()).isCloseTo(1, within(1e-13));
        assertThat(odd.negativeFraction()).isCloseTo(0.5, within(1e-13));
    }

    /** Sums over many midpoint rings tend to the integrals. */
    @Test
    void midpointRingsConverge() {
        final double s = 0.4;
        final LeptonCrossings found = rings(GridRule.MIDPOINT, 2000, AngularShapes.polynomialCrossing(s));
        assertThat(found.geometry()).isEqualTo(Geometry.RINGS);
        assertThat(found.zeros().get(0).position().z()).isCloseTo(1 - s, within(1e-6));
        assertThat(found.negative()).isCloseTo(2 * s * s * s / 3, within(1e-6));
        assertThat(found.positivePeak()).isCloseTo(4 - s * s, within(3e-3));
    }

    /** Reference case 12: G = 1 - 1.05 exp(-(1 - v)/0.1) has its zero at 1 - 0.1 ln 1.05. */
    @Test
    void exponentialCrossingConvergesSpectrally() {
        final LeptonCrossings found =
            rings(GridRule.GAUSS_LEGENDRE, 40, AngularShapes.exponentialCrossing(1.05, 0.1));
        final double d = 0.1 * Math.log(1.05);
        assertThat(found.zeros()).hasSize(1);
        assertThat(found.zeros().get(0).position().z()).isCloseTo(1 - d, within(1e-10));
        assertThat(found.negative()).isCloseTo(1.05 * 0.1 * (1 - Math.exp(-d / 0.1)) - d, within(1e-10));
    }

    /** Reference case 4: the zero of a difference of half-Gaussians, in closed form. */
    @Test
    void halfGaussiansOfMidpointBeams() {
        final LeptonCrossings found = LeptonCrossings.of(new AngularLoader(AngularGrid.rings(GridRule.MIDPOINT, 32))
            .load(FlavorAngles.halfGaussian(0.6, 0.5, 0.9)).state());
        assertThat(found.zeros()).hasSize(1);
        final double ratio = 0.9 * AngularShapes.halfGaussian(0.5, 1).applyAsDouble(1)
            / AngularShapes.halfGaussian(0.6, 1).applyAsDouble(1);
        final double d = Math.sqrt(2 * Math.log(ratio) / (1 / 0.25 - 1 / 0.36));
        assertThat(found.zeros().get(0).position().z()).isCloseTo(1 - d, within(1e-3));
    }

    /** A steep forward peak rings in a short series, but its signs do not change. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 20})
    void ringingIsNoCrossing(final int n) {
        final LeptonCrossings found = rings(GridRule.GAUSS_LEGENDRE, n, v -> Math.exp(-(1 - v) / 0.02));
        assertThat(found.exists()).isFalse();
        assertThat(found.depth()).isZero();
        assertThat(found.negative()).isZero();
        assertThat(found.negativeFraction()).isZero();
    }

    /** What the box scheme leaves, a step to zero, rings as well. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 20, 33})
    void stepsAreNoCrossing(final int n) {
        for (final double edge : new double[]{-0.7, -0.2, 0.1, 0.55, 0.8, 0.95}) {
            assertThat(rings(GridRule.GAUSS_LEGENDRE, n, v -> v < edge ? 1 + (1 - v) * (1 - v) : 0).exists())
                .as("%s rings, step at %s", n, edge).isFalse();
        }
    }

    /** Neutrinos and antineutrinos of all energies in a direction count together. */
    @Test
    void modesOfOneDirectionAreTakenTogether() {
        final AngularGrid grid = AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 6);
        final LeptonCrossings twice = LeptonCrossings.of(new AngularLoader(grid).load(
            new FlavorAngles(AngularShapes.isotropic(2), v -> 1 + (2 * v * v - 1) / 2, v -> 0, v -> 0)).state());
        assertThat(twice.directions().size()).isEqualTo(6);
        assertThat(twice.zeros()).hasSize(2);
        assertThat(twice.zeros().get(0).position().z()).isCloseTo(-Math.sqrt(0.5), within(1e-13));
        assertThat(twice.zeros().get(1).position().z()).isCloseTo(Math.sqrt(0.5), within(1e-13));
        assertThat(twice.zeros().get(0).fluxCosine()).isEmpty();
        final LeptonCrossings none = LeptonCrossings.of(new AngularLoader(grid)
            .load(FlavorAngles.electron(AngularShapes.isotropic(2), AngularShapes.isotropic(1))).state());
        assertThat(none.exists()).isFalse();
        assertThat(none.positive()).isCloseTo(1, within(1e-13));
        assertThat(none.negative()).isZero();
        final LeptonCrossings nothing = LeptonCrossings.of(new AngularLoader(grid)
            .load(FlavorAngles.electron(AngularShapes.isotropic(2), AngularShapes.isotropic(2))).state());
        assertThat(nothing.exists()).isFalse();
        assertThat(nothing.positive() + nothing.negative()).isZero();
    }

    /** A direction without lepton number between two signs is the zero itself; between equal signs it is nothing. */
    @Test
    void emptyDirectionsAreNoSignChanges() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU, Species.NUBAR).rings(-0.9, -0.1, 0.1, 0.8)
            .weight(1, 1, 1, 1).build();
        final LeptonCrossings found =
            LeptonCrossings.of(FlavorState.alongZ(modes, new double[]{1, 1, 1, 1}, new double[]{1, 0, 0, 1}));
        assertThat(found.zeros()).hasSize(1);
        assertThat(found.zeros().get(0).position().z()).isZero();
        final LeptonCrossings none =
            LeptonCrossings.of(FlavorState.alongZ(modes, new double[]{1, 1, 1, 1}, new double[]{1, 0, 1, 0}));
        assertThat(none.exists()).isFalse();
    }

    /** Reference case 1: two beams, along z or along any other axis. */
    @Test
    void beamsAlongAnyAxis() {
        final LeptonCrossings alongZ = LeptonCrossings.of(LeptonBeams.DEFAULT.twoBeams(1, 0.5));
        final LeptonCrossings alongX = LeptonCrossings.of(LeptonBeams.DEFAULT.directions(new double[]{1, -1},
            new double[2], new double[2], new double[]{1, -0.5}));
        for (final LeptonCrossings found : new LeptonCrossings[]{alongZ, alongX}) {
            assertThat(found.geometry()).isEqualTo(Geometry.RINGS);
            assertThat(found.positive()).isEqualTo(1);
            assertThat(found.negative()).isEqualTo(0.5);
            assertThat(found.depth()).isEqualTo(0.5);
            assertThat(found.zeros()).hasSize(1);
        }
        assertThat(alongX.zeros().get(0).position().y()).isZero();
        assertThat(alongX.directions().meanDirection(-1).orElseThrow().x()).isEqualTo(-1);
    }

    /** The same G(v.n) on a sphere about a tilted axis n: the contour is the circle v.n = 1 - s. */
    @Test
    void sphereAgreesWithRings() {
        final double s = 0.6;
        final AngularGrid grid = AngularGrid.sphere(24, 24, 1, -2, 0.5);
        final Direction axis = new Direction(1, -2, 0.5).unit();
        final LeptonCrossings found =
            LeptonCrossings.of(state(grid, AngularShapes.polynomialCrossing(s), LeptonCarrier.ANTINEUTRINOS));
        assertThat(found.geometry()).isEqualTo(Geometry.SPHERE);
        assertThat(found.zeros()).hasSizeGreaterThanOrEqualTo(24);
        for (final CrossingZero zero : found.zeros()) {
            assertThat(zero.position().norm()).isCloseTo(1, within(1e-14));
            assertThat(zero.position().dot(axis)).isCloseTo(1 - s, within(0.005));
            assertThat(zero.fluxCosine().orElseThrow()).isCloseTo(-zero.position().dot(axis), within(1e-12));
            assertThat(zero.rising()).contains(true);
        }
        final LeptonDirections onRings = LeptonDirections.of(state(AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 24),
            AngularShapes.polynomialCrossing(s), LeptonCarrier.ANTINEUTRINOS));
        assertThat(found.positive()).isCloseTo(onRings.positive(), within(1e-13));
        assertThat(found.negative()).isCloseTo(onRings.negative(), within(1e-14));
        assertThat(found.positivePeak() * 2 * Math.PI).isCloseTo(4 - s * s, within(0.05));
        assertThat(found.negativeFraction()).isCloseTo(s / 2, within(0.03));
        assertThat(found.directions().meanDirection(-1).orElseThrow().dot(axis)).isCloseTo(1, within(1e-14));
    }

    /** G = x on a grid about z, with a flux along x: changes between azimuths are towards it, and only those exist. */
    @Test
    void senseOfTheChangeIsThatOfTheFlux() {
        final AngularGrid grid = AngularGrid.sphere(6, 8);
        final double[][] v = new double[3][grid.size()];
        final double[] g = new double[grid.size()];
        for (int i = 0; i < g.length; i++) {
            v[0][i] = grid.vx(i);
            v[1][i] = grid.vy(i);
            v[2][i] = grid.vz(i);
            g[i] = grid.weight(i) * grid.vx(i);
        }
        final LeptonCrossings found = LeptonCrossings.of(LeptonBeams.DEFAULT.directions(v[0], v[1], v[2], g));
        assertThat(found.zeros()).hasSize(12);
        assertThat(found.zeros()).allSatisfy(zero -> {
            assertThat(zero.rising()).contains(true);
            assertThat(zero.position().x()).isCloseTo(0, within(1e-14));
            assertThat(zero.fluxCosine().orElseThrow()).isCloseTo(0, within(1e-14));
        });
        assertThat(found.depth()).isCloseTo(1, within(1e-13));
        assertThat(found.positive()).isCloseTo(Math.PI, within(0.1));
    }

    /** Solid angles of a tilted product grid are its weights; those of scattered directions are equal. */
    @Test
    void solidAnglesAreRecovered() {
        final AngularGrid grid = AngularGrid.sphere(7, 6, 0.3, 0.4, -1);
        final FlavorState state = state(grid, v -> 1, LeptonCarrier.ANTINEUTRINOS);
        final LeptonDirections directions = LeptonDirections.of(state);
        final double[] angles = SolidAngles.of(directions);
        for (int i = 0; i < grid.size(); i++) {
            assertThat(angles[directions.directionOf(i)]).isCloseTo(grid.weight(i), within(1e-13));
        }
        final double[] scattered = SolidAngles.of(LeptonDirections.of(RandomStates.random(50, new Random(1))));
        assertThat(scattered).containsOnly(4 * Math.PI / 50);
    }

    /** Wherever directions of both signs exist there is a zero, however they are scattered. */
    @Test
    void scatteredSignChangesAreNeverMissed() {
        final Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            final FlavorState state = RandomStates.random(2 + random.nextInt(12), random);
            final LeptonCrossings found = LeptonCrossings.of(state);
            final LeptonDirections directions = found.directions();
            assertThat(found.exists())
                .isEqualTo(directions.positive() > 0 && directions.negative() > 0);
            assertThat(found.positive() - found.negative()).isCloseTo(directions.density(), within(1e-13));
        }
    }

    /** Tiny weights are no smaller crossing: nothing depends on the unit. */
    @Test
    void unitsDoNotMatter() {
        final LeptonCrossings small =
            rings(GridRule.GAUSS_LEGENDRE, 8, v -> 1e-25 * AngularShapes.polynomialCrossing(0.1).applyAsDouble(v));
        assertThat(small.zeros().get(0).position().z()).isCloseTo(0.9, within(1e-13));
        assertThat(small.negative() * 1e25).isCloseTo(2e-3 / 3, EXACT);
    }
}
