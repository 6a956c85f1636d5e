package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BandLineTest {
    private static final Environment MIXED = new Environment(0.3, 1.5, 0.9);

    private static Background background(final BackgroundStructure structure, final int n, final long seed) {
        final Random random = new Random(seed);
        final MomentumModes modes = Backgrounds.modes(n, random, false);
        return switch (structure) {
            case ALIGNED -> Background.of(Backgrounds.alongZ(modes, random), Environment.FAST);
            case EQUILIBRIUM -> Background.of(Backgrounds.equilibrium(modes, MIXED, random), MIXED);
            case GENERAL -> Background.of(RandomStates.random(n, random), MIXED);
        };
    }

    private static List<WaveVector> line(final WaveVector direction, final double from, final double to,
        final int points) {
        final List<WaveVector> line = new ArrayList<>();
        for (int p = 0; p < points; p++) {
            line.add(direction.times(from + (to - from) * p / (points - 1)));
        }
        return line;
    }

    /** Modes that have one own frequency at both ends of a bent line, k along z, have their own ones in between. */
    @Test
    void bentLinesHaveTheBandsOfTheirPoints() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NUBAR, Species.NUBAR)
            .velocity(new double[]{0.6, -0.6, 0.8, -0.8}, new double[4], new double[]{0.8, 0.8, -0.6, -0.6})
            .weight(1, 1, 0.7, 0.7).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1, 1, 1},
            new double[]{0.9, 0.9, 0.8, 0.8}), Environment.FAST);
        final List<WaveVector> line =
            List.of(new WaveVector(0, 0, 1), new WaveVector(0.7, 0, 1.2), new WaveVector(0, 0, 1.4));
        final BandLine bands = new BandLineSolver(BandDetail.MEASURES).solve(background, line, Progress.NONE);
        for (int p = 0; p < line.size(); p++) {
            final BandSet alone = new BandSolver(BandDetail.VALUES).solve(
                Background.withoutStructure(background.state(), background.environment()), line.get(p));
            assertThat(Backgrounds.distance(bands.at(p), alone)).isLessThan(1e-7);
        }
    }

    /** The overlap of two points is |(left_0 . right_1)(left_1 . right_0)| of their vectors. */
    @Test
    void overlapsAreProductsOfVectors() {
        final BandLine bands = new BandLineSolver(BandDetail.VECTORS).solve(
            background(BackgroundStructure.GENERAL, 5, 4), line(new WaveVector(2, -1, 2).unit(), 0.5, 0.62, 2),
            Progress.NONE);
        final BandVectors first = bands.at(0).vectors().orElseThrow();
        final BandVectors second = bands.at(1).vectors().orElseThrow();
        double least = 1;
        for (int b = 0; b < bands.bands(); b++) {
            final double there =
                Math.hypot(first.left(b).dotRe(second.right(b)), first.left(b).dotIm(second.right(b)));
            final double back =
                Math.hypot(second.left(b).dotRe(first.right(b)), second.left(b).dotIm(first.right(b)));
            final double overlap = Math.min(bands.overlap(0, b), bands.overlap(1, b));
            assertThat(overlap).isCloseTo(Math.min(1, there * back), within(1e-9));
            least = Math.min(least, overlap);
        }
        assertThat(least).isLessThan(0.99);
    }

    /**
     * Along a fine line the frequency of every band follows its slope up to a part of the change of slope: bands
     * that cross, which sorting by frequency would exchange, are followed through. Points next to an exceptional point,
     * where two bands meet with infinite slope, are recognised by their condition and left out.
     */
    @ParameterizedTest
    @EnumSource
    void bandsAreSmoothAlongTheLine(final BackgroundStructure structure) {
        final WaveVector direction = new WaveVector(2, -1, 2).unit();
        final int points = 401;
        final List<WaveVector> line = line(direction, 0.5, 1.1, points);
        final BandLine bands = new BandLineSolver(BandDetail.MEASURES).solve(background(structure, 7, 2), line,
            Progress.NONE);
        assertThat(bands.tracked()).isTrue();
        final double step = 0.6 / (points - 1);
        int crossings = 0;
        int checked = 0;
        for (int b = 0; b < bands.bands(); b++) {
            for (int p = 1; p < points; p++) {
                final BandMeasures before = bands.at(p - 1).measures().orElseThrow();
                final BandMeasures after = bands.at(p).measures().orElseThrow();
                if (Math.max(before.condition(b), after.condition(b)) > 8) {
                    continue;
                }
                checked++;
                final double slope = (before.groupVelocity(b, direction) + after.groupVelocity(b, direction)) / 2;
                final double growth = (before.growthSlope(b, direction) + after.growthSlope(b, direction)) / 2;
                final double bend = Math.hypot(
                    after.groupVelocity(b, direction) - before.groupVelocity(b, direction),
                    after.growthSlope(b, direction) - before.growthSlope(b, direction));
                assertThat(Math.hypot(bands.at(p).omegaRe(b) - bands.at(p - 1).omegaRe(b) - slope * step,
                    bands.at(p).omegaIm(b) - bands.at(p - 1).omegaIm(b) - growth * step)).as("band %d", b)
                    .isLessThan((1e-3 + 0.25 * bend) * step);
                assertThat(bands.overlap(p, b)).isGreaterThan(0.5);
            }
            for (int c = 0; c < b; c++) {
                if ((bands.at(0).omegaRe(b) - bands.at(0).omegaRe(c))
                    * (bands.at(points - 1).omegaRe(b) - bands.at(points - 1).omegaRe(c)) < 0) {
                    crossings++;
                }
            }
        }
        assertThat(crossings).isPositive();
        assertThat(checked).isGreaterThan(bands.bands() * (points - 1) * 9 / 10);
    }

    /** Modes that coincide at both ends of a path, but not on the way, are not taken for one. */
    @Test
    void aPathThatComesBackHasTheBandsOfItsPoints() {
        final Background background = background(BackgroundStructure.ALIGNED, 6, 4);
        final WaveVector k = new WaveVector(0.3, -0.2, 0.9);
        final BandLine path = new BandLineSolver(BandDetail.VALUES).solve(background,
            List.of(WaveVector.ZERO, k, WaveVector.ZERO), Progress.NONE);
        final BandSet alone = new BandSolver(BandDetail.VALUES).solve(background, k);
        assertThat(sortedGrowth(path.at(1))).usingComparatorWithPrecision(1e-12).containsExactly(sortedGrowth(alone));
    }

    private static double[] sortedGrowth(final BandSet bands) {
        final double[] growth = new double[bands.size()];
        for (int b = 0; b < growth.length; b++) {
            growth[b] = bands.omegaRe(b) + Math.PI * bands.omegaIm(b);
        }
        Arrays.sort(growth);
        return growth;
    }

    /** With a negligible nu-nu term every band belongs to one mode, so that its slope is that mode's velocity. */
    @Test
    void bandsThatCrossManyOthersInOneStepAreFollowed() {
        final Random random = new Random(9);
        final WaveVector direction = new WaveVector(2, -1, 2).unit();
        final Background background = Background.of(
            Backgrounds.alongZ(Backgrounds.modes(30, random, false), random), new Environment(0, 1, 1e-7));
        final BandLine bands = new BandLineSolver(BandDetail.MEASURES).solve(background, line(direction, -5, 6, 6),
            Progress.NONE);
        for (int b = 0; b < bands.bands(); b++) {
            final double velocity = bands.at(0).measures().orElseThrow().groupVelocity(b, direction);
            for (int p = 0; p < 6; p++) {
                assertThat(bands.at(p).measures().orElseThrow().groupVelocity(b, direction))
                    .isCloseTo(velocity, within(1e-6));
            }
        }
    }

    /** All bands of an isotropic gas coincide at k = 0; on both sides of it an index must mean the same wave. */
    @Test
    void bandsKeepTheirIndexThroughAPointWhereManyCoincide() {
        final int n = 10;
        final double[] v = new double[n];
        final double[] w = new double[n];
        final Species[] species = new Species[n];
        final double[] p = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = -0.9 + 0.2 * i;
            w[i] = 0.1;
            species[i] = Species.NU;
            p[i] = 1;
        }
        final Background background = Background.of(FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(w).build(), p, p), Environment.FAST);
        final WaveVector z = new WaveVector(0, 0, 1);
        final int points = 21;
        final double step = 0.02;
        for (final double from : new double[]{-0.2, 0}) {
            final BandLine bands = new BandLineSolver(BandDetail.VECTORS).solve(background,
                line(z, from, from + 0.4, points), Progress.NONE);
            for (int b = 0; b < bands.bands(); b++) {
                for (int q = 1; q < points; q++) {
                    final double slope = (bands.at(q - 1).measures().orElseThrow().groupVelocity(b, 2)
                        + bands.at(q).measures().orElseThrow().groupVelocity(b, 2)) / 2;
                    assertThat(bands.at(q).omegaRe(b) - bands.at(q - 1).omegaRe(b) - slope * step)
                        .as("band %d at point %d", b, q).isBetween(-0.02 * step, 0.02 * step);
                }
            }
        }
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws Exception {
        final Background background = background(BackgroundStructure.EQUILIBRIUM, 6, 5);
        final List<WaveVector> line = line(new WaveVector(0, 0.6, 0.8), -1, 1, 15);
        final BandLineSolver solver = new BandLineSolver(BandDetail.MEASURES);
        final BandLine many = solver.solve(background, line, Progress.NONE);
        final ForkJoinPool one = new ForkJoinPool(1);
        try {
            final BandLine single = one.submit(() -> solver.solve(background, line, Progress.NONE)).get();
            for (int p = 0; p < line.size(); p++) {
                for (int b = 0; b < many.bands(); b++) {
                    assertThat(single.at(p).omegaRe(b)).isEqualTo(many.at(p).omegaRe(b));
                    assertThat(single.at(p).omegaIm(b)).isEqualTo(many.at(p).omegaIm(b));
                    assertThat(single.at(p).measures().orElseThrow().condition(b))
                        .isEqualTo(many.at(p).measures().orElseThrow().condition(b));
                }
            }
        } finally {
            one.shutdown();
        }
    }

    @Test
    void valuesAloneAreNotTracked() {
        final BandLine bands = new BandLineSolver(BandDetail.VALUES).solve(
            background(BackgroundStructure.ALIGNED, 5, 1), line(new WaveVector(0, 0, 1), -1, 1, 4), Progress.NONE);
        assertThat(bands.tracked()).isFalse();
        assertThat(bands.points()).isEqualTo(4);
        assertThatThrownBy(() -> bands.overlap(1, 1)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("not tracked");
    }

    @Test
    void cancellationStopsTheLine() {
        final Progress cancelled = (fraction, message) -> {
            if (fraction > 0.3) {
                throw new CancellationException("Enough.");
            }
        };
        assertThatThrownBy(() -> new BandLineSolver(BandDetail.MEASURES).solve(
            background(BackgroundStructure.ALIGNED, 5, 1), line(new WaveVector(0, 0, 1), -1, 1, 40), cancelled))
            .isInstanceOf(CancellationException.class);
    }

    @Test
    void emptyLineIsRefused() {
        assertThatThrownBy(() -> new BandLineSolver(BandDetail.VALUES).solve(
            background(BackgroundStructure.ALIGNED, 5, 1), List.of(), Progress.NONE))
            .hasMessageContaining("at least one wave vector");
    }
}
