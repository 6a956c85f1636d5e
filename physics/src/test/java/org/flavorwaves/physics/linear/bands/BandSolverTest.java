package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.WaveOperator;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandSolverTest {
    private static final BandSolver SOLVER = new BandSolver(BandDetail.VECTORS);

    private static final Environment MIXED = new Environment(0.3, 1.5, 0.9);

    /** A state of each structure; the aligned one about a tilted axis, which needs mixing off the flavor axis. */
    private static Background background(final BackgroundStructure structure, final int n, final long seed) {
        final Random random = new Random(seed);
        final MomentumModes modes = Backgrounds.modes(n, random, true);
        final Background background = switch (structure) {
            case ALIGNED -> Background.of(alongMassAxis(Backgrounds.alongZ(modes, random), 0.4),
                new Environment(0.4, 0, 0.9));
            case EQUILIBRIUM -> Background.of(Backgrounds.equilibrium(modes, MIXED, random), MIXED);
            case GENERAL -> Background.of(RandomStates.random(n, random), MIXED);
        };
        assertThat(background.structure()).isEqualTo(structure);
        return background;
    }

    /** Turns vectors along z to the mass axis B = (sin 2 theta, 0, -cos 2 theta). */
    private static FlavorState alongMassAxis(final FlavorState state, final double theta) {
        final double[] px = state.pzs();
        final double[] pz = state.pzs();
        for (int i = 0; i < px.length; i++) {
            px[i] *= Math.sin(2 * theta);
            pz[i] *= -Math.cos(2 * theta);
        }
        return state.withPolarization(px, new double[px.length], pz);
    }

    @ParameterizedTest
    @EnumSource
    void blocksGiveTheBandsOfTheFullProblem(final BackgroundStructure structure) {
        for (int seed = 0; seed < 5; seed++) {
            final Background background = background(structure, 12, seed);
            final WaveVector k = Backgrounds.waveVector(new Random(seed));
            final BandSet bands = SOLVER.solve(background, k);
            final BandSet full = SOLVER.solve(
                Background.withoutStructure(background.state(), background.environment()), k);
            assertThat(full.structure()).isEqualTo(BackgroundStructure.GENERAL);
            assertThat(Backgrounds.distance(bands, full)).isLessThan(1e-12 * full.norm());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rightAndLeftVectorsSolveTheFullProblem(final BackgroundStructure structure) {
        final Background background = background(structure, 10, 3);
        final WaveVector k = new WaveVector(0.4, -0.7, 1.1);
        final WaveOperator operator = new WaveOperator(background, k);
        final BandSet bands = SOLVER.solve(background, k);
        final BandMeasures measures = bands.measures().orElseThrow();
        assertThat(measures.worstResidual()).isLessThan(1e-14);
        final BandVectors vectors = bands.vectors().orElseThrow();
        for (int b = 0; b < bands.size(); b++) {
            final WaveFunction right = vectors.right(b);
            final WaveFunction left = vectors.left(b);
            assertThat(Math.abs(right.norm() - 1)).isLessThan(1e-14);
            final double product = Math.hypot(left.dotRe(right), left.dotIm(right));
            assertThat(measures.condition(b)).isCloseTo(left.norm() * right.norm() / product, withinPercentage(1e-8));
            assertThat(measures.participation(b)).isCloseTo(right.participation(), withinPercentage(1e-8));
            assertThat(residual(operator.apply(right), right, bands, b)).isLessThan(1e-14 * bands.norm());
            assertThat(residual(operator.applyLeft(left), left, bands, b))
                .isLessThan(1e-14 * bands.norm() * left.norm());
            for (int c = 0; c < bands.size(); c++) {
                final WaveFunction other = vectors.right(c);
                assertThat(Math.hypot(left.dotRe(other) - (b == c ? 1 : 0), left.dotIm(other)))
                    .isLessThan(1e-12 * left.norm());
            }
        }
    }

    private static double residual(final WaveFunction applied, final WaveFunction vector, final BandSet bands,
        final int b) {
        double sum = 0;
        for (int i = 0; i < vector.modes(); i++) {
            for (int a = 0; a < 3; a++) {
                final double re = bands.omegaRe(b) * vector.re(i, a) - bands.omegaIm(b) * vector.im(i, a);
                final double im = bands.omegaRe(b) * vector.im(i, a) + bands.omegaIm(b) * vector.re(i, a);
                sum = Math.hypot(sum, Math.hypot(applied.re(i, a) - re, applied.im(i, a) - im));
            }
        }
        return sum;
    }

    /** In another unit, by powers of 2, all frequencies are the same numbers, and all bands of the same kind. */
    @ParameterizedTest
    @EnumSource
    void unitsDoNotMatter(final BackgroundStructure structure) {
        final Background background = background(structure, 8, 5);
        final FlavorState state = background.state();
        final Environment environment = background.environment();
        final BandSet bands = SOLVER.solve(background, new WaveVector(0.4, -0.7, 1.1));
        for (final double unit : new double[]{0x1p-40, 0x1p40}) {
            final MomentumModes modes = state.modes().toBuilder().weight(times(unit, state.modes().weights()))
                .omega(times(unit, state.modes().omegas())).depolarization(times(unit, state.modes().dampings()))
                .build();
            final BandSet other = SOLVER.solve(Background.of(
                new FlavorState(modes, state.traces(), state.pxs(), state.pys(), state.pzs()),
                new Environment(environment.thetaMix(), unit * environment.matterPotential(),
                    environment.selfInteraction())), new WaveVector(0.4, -0.7, 1.1).times(unit));
            assertThat(other.structure()).isEqualTo(structure);
            assertThat(other.norm()).isCloseTo(unit * bands.norm(), withinPercentage(1e-12));
            for (int b = 0; b < bands.size(); b++) {
                assertThat(other.kind(b)).isEqualTo(bands.kind(b));
                assertThat(other.omegaRe(b)).isCloseTo(unit * bands.omegaRe(b), within(1e-12 * other.norm()));
                assertThat(other.omegaIm(b)).isCloseTo(unit * bands.omegaIm(b), within(1e-12 * other.norm()));
                assertThat(other.growthTolerance(b))
                    .isCloseTo(unit * bands.growthTolerance(b), withinPercentage(1e-3));
            }
        }
    }

    /** Without external terms no axis of flavor differs from another; matter along z shifts the circular sectors. */
    @Test
    void alignedBandsKnowMatterAndNoAxis() {
        final Random random = new Random(12);
        final FlavorState along = Backgrounds.alongZ(
            Backgrounds.modes(9, random, true).toBuilder().omega(new double[9]).build(), random);
        final double[] pz = along.pzs();
        final WaveVector k = new WaveVector(0.4, -0.7, 1.1);
        final BandSet bands = SOLVER.solve(Background.of(along, Environment.FAST), k);
        for (final double[] n : new double[][]{{0.36, 0.48, 0.8}, {-0.6, 0.8, 0}, {0, -0.6, 0.8}}) {
            final Background turned = Background.of(along.withPolarization(times(n[0], pz), times(n[1], pz),
                times(n[2], pz)), Environment.FAST);
            assertThat(turned.structure()).isEqualTo(BackgroundStructure.ALIGNED);
            assertThat(Backgrounds.distance(SOLVER.solve(turned, k), bands)).isLessThan(1e-13);
        }
        final Environment matter = new Environment(0, 5, 0.9);
        assertThat(Backgrounds.distance(SOLVER.solve(Background.of(along, matter), k),
            SOLVER.solve(Background.withoutStructure(along, matter), k))).isLessThan(1e-12);
    }

    private static double[] times(final double factor, final double[] x) {
        return Arrays.stream(x).map(a -> factor * a).toArray();
    }

    /** tr M = 3 sum_i (v_i.k - i D_i): the vector products have no diagonal. */
    @ParameterizedTest
    @EnumSource
    void bandsAddUpToTheTrace(final BackgroundStructure structure) {
        final Background background = background(structure, 10, 4);
        final WaveVector k = new WaveVector(0.4, -0.7, 1.1);
        final BandSet bands = SOLVER.solve(background, k);
        double re = 0;
        double im = 0;
        for (int b = 0; b < bands.size(); b++) {
            re += bands.omegaRe(b);
            im += bands.omegaIm(b);
        }
        final MomentumModes modes = background.state().modes();
        for (int i = 0; i < modes.size(); i++) {
            re -= 3 * k.dot(modes.vx(i), modes.vy(i), modes.vz(i));
            im += 3 * modes.depolarization(i);
        }
        assertThat(Math.hypot(re, im)).isLessThan(1e-12);
    }

    /** (JK 51), (JK 81): Omega_{-k} = -conj Omega_k, psi_{-k} = conj psi_k. */
    @ParameterizedTest
    @EnumSource
    void oppositeWaveVectorHasTheMirroredBands(final BackgroundStructure structure) {
        final Background background = background(structure, 9, 6);
        final WaveVector k = new WaveVector(0.4, -0.7, 1.1);
        final BandSet bands = SOLVER.solve(background, k);
        final WaveOperator mirror = new WaveOperator(background, k.negated());
        final BandSet mirrored = SOLVER.solve(background, k.negated());
        double worst = 0;
        for (int b = 0; b < bands.size(); b++) {
            double least = Double.POSITIVE_INFINITY;
            for (int c = 0; c < bands.size(); c++) {
                least = Math.min(least, Math.hypot(bands.omegaRe(b) + mirrored.omegaRe(c),
                    bands.omegaIm(b) - mirrored.omegaIm(c)));
            }
            worst = Math.max(worst, least);
            final WaveFunction psi = bands.vectors().orElseThrow().right(b).conjugate();
            final WaveFunction applied = mirror.apply(psi);
            for (int i = 0; i < psi.modes(); i++) {
                for (int a = 0; a < 3; a++) {
                    final double re = -bands.omegaRe(b) * psi.re(i, a) - bands.omegaIm(b) * psi.im(i, a);
                    worst = Math.max(worst, Math.abs(applied.re(i, a) - re));
                }
            }
        }
        assertThat(worst).isLessThan(1e-12);
    }

    /** The group velocity against central differences of the frequency along each axis. */
    @ParameterizedTest
    @EnumSource
    void groupVelocityIsTheSlopeOfTheFrequency(final BackgroundStructure structure) {
        final Background background = background(structure, 6, 7);
        final WaveVector k = new WaveVector(0.4, -0.7, 1.1);
        final double step = 1e-5;
        final BandSet bands = SOLVER.solve(background, k);
        final BandMeasures measures = bands.measures().orElseThrow();
        final WaveVector[] axes = {new WaveVector(1, 0, 0), new WaveVector(0, 1, 0), new WaveVector(0, 0, 1)};
        for (int axis = 0; axis < 3; axis++) {
            final BandSet forward = SOLVER.solve(background, k.plus(axes[axis].times(step)));
            final BandSet back = SOLVER.solve(background, k.minus(axes[axis].times(step)));
            for (int b = 0; b < bands.size(); b++) {
                final int f = nearest(forward, bands, b);
                final int r = nearest(back, bands, b);
                final double slope = (forward.omegaRe(f) - back.omegaRe(r)) / (2 * step);
                final double growth = (forward.omegaIm(f) - back.omegaIm(r)) / (2 * step);
                assertThat(Math.abs(measures.groupVelocity(b, axis) - slope)).isLessThan(1e-7);
                assertThat(Math.abs(measures.groupVelocity(b, axes[axis]) - slope)).isLessThan(1e-7);
                assertThat(Math.abs(measures.growthSlope(b, axes[axis]) - growth)).isLessThan(1e-7);
            }
        }
    }

    private static int nearest(final BandSet in, final BandSet bands, final int b) {
        int best = 0;
        for (int c = 1; c < in.size(); c++) {
            if (Math.hypot(in.omegaRe(c) - bands.omegaRe(b), in.omegaIm(c) - bands.omegaIm(b)) < Math
                .hypot(in.omegaRe(best) - bands.omegaRe(b), in.omegaIm(best) - bands.omegaIm(b))) {
                best = c;
            }
        }
        return best;
    }

    @ParameterizedTest
    @EnumSource
    void valuesAloneAreTheSameAndSayThatNothingElseIsKnown(final BackgroundStructure structure) {
        final Background background = background(structure, 8, 9);
        final WaveVector k = new WaveVector(0.4, -0.7, 1.1);
        final BandSet values = new BandSolver(BandDetail.VALUES).solve(background, k);
        final BandSet measures = new BandSolver(BandDetail.MEASURES).solve(background, k);
        assertThat(values.measures()).isEmpty();
        assertThat(values.vectors()).isEmpty();
        assertThat(measures.measures()).isPresent();
        assertThat(measures.vectors()).isEmpty();
        assertThat(Backgrounds.distance(values, SOLVER.solve(background, k))).isLessThan(1e-13);
    }

    @Test
    void participationCountsTheModesOfABand() {
        final Background background = background(BackgroundStructure.ALIGNED, 8, 10);
        final BandSet bands = SOLVER.solve(background, new WaveVector(0.4, -0.7, 1.1));
        for (int b = 0; b < bands.size(); b++) {
            final double participation = bands.measures().orElseThrow().participation(b);
            if (bands.sector(b) == BandSector.TRIVIAL) {
                assertThat(participation).isEqualTo(1);
            } else {
                assertThat(participation).isBetween(1 - 1e-12, 8 + 1e-12);
            }
        }
        assertThat(bands.kind(0)).isEqualTo(BandKind.TRIVIAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e5})
    void matterTurnsAlignedModesAlikeAndLeavesTheGrowth(final double matter) {
        final Random random = new Random(12);
        final MomentumModes modes = Backgrounds.modes(12, random, false);
        final FlavorState state = Backgrounds.alongZ(modes, random);
        final WaveVector k = new WaveVector(0.1, 0.2, -0.1);
        final BandSet without = SOLVER.solve(Background.of(state, Environment.FAST), k);
        final BandSet with = SOLVER.solve(Background.of(state, Environment.FAST.withMatterPotential(matter)), k);
        assertThat(with.structure()).isEqualTo(BackgroundStructure.ALIGNED);
        assertThat(without.omegaIm(without.fastest())).isGreaterThan(0.01);
        assertThat(Math.abs(with.omegaIm(with.fastest()) - without.omegaIm(without.fastest()))).isLessThan(1e-15);
    }
}
