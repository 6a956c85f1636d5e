package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import org.flavorwaves.physics.kinetics.random.RandomPhaseGas;
import org.flavorwaves.physics.kinetics.random.RandomPhaseKinetics;
import org.flavorwaves.physics.kinetics.random.RandomPhaseOptions;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult;
import org.flavorwaves.physics.kinetics.random.WaveLine;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.blocks.DenseOperator;
import org.flavorwaves.physics.numerics.eigen.ComplexEigenSolver;
import org.flavorwaves.physics.numerics.eigen.EigenDecomposition;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSample;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;
import org.flavorwaves.physics.transport.flow.grid.FlowGrid;
import org.flavorwaves.physics.transport.flow.grid.FlowProfile;
import org.flavorwaves.physics.transport.flow.grid.StreamGeometry;
import org.junit.jupiter.api.Test;

/** Waves along z of directions on the sphere: twenty on a spiral, with a crossing, and evenly filled spheres. */
class SphereWavesTest {
    private static final int SPIRAL = 20;

    /** The spiral, turned about z. */
    private static MomentumModes spiral(final double turn) {
        final double[][] v = new double[3][SPIRAL];
        for (int i = 0; i < SPIRAL; i++) {
            v[2][i] = cosine(i);
            final double sine = Math.sqrt(1 - v[2][i] * v[2][i]);
            final double phi = i * Math.PI * (3 - Math.sqrt(5)) + turn;
            v[0][i] = sine * Math.cos(phi);
            v[1][i] = sine * Math.sin(phi);
        }
        return modes(v, 1.0 / SPIRAL);
    }

    private static double cosine(final int i) {
        return 1 - (2 * i + 1) / (double) SPIRAL;
    }

    /** P_i of the spiral: below 0 forward. */
    private static double length(final int i) {
        return cosine(i) > 0.6 ? -0.5 : 0.6 + 0.3 * cosine(i);
    }

    private static MomentumModes modes(final double[][] v, final double weight) {
        final int n = v[0].length;
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        final double[] weights = new double[n];
        Arrays.fill(weights, weight);
        return MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(weights).build();
    }

    /** Directions at each cos theta around the axis, or one ring for them. */
    private static MomentumModes sphere(final double[] cosines, final int around, final boolean rings) {
        final double[][] v = new double[3][cosines.length * around];
        for (int i = 0; i < v[0].length; i++) {
            final double mu = cosines[i / around];
            final double angle = 2 * Math.PI * (i % around) / around;
            v[0][i] = rings ? 0 : Math.sqrt(1 - mu * mu) * Math.cos(angle);
            v[1][i] = rings ? 0 : Math.sqrt(1 - mu * mu) * Math.sin(angle);
            v[2][i] = mu;
        }
        return modes(v, 0.6 / around);
    }

    private static FlavorState state(final MomentumModes modes, final IntToDoubleFunction p) {
        final double[] lengths = new double[modes.size()];
        Arrays.setAll(lengths, p);
        final double[] ones = new double[lengths.length];
        Arrays.fill(ones, 1);
        return FlavorState.alongZ(modes, ones, lengths);
    }

    private static double[] lengths(final FlowCells cells, final int c) {
        return FastStream.lengths(cells, c);
    }

    private static FlowSample uniform(final FlavorState state, final WaveGrid grid, final double time) {
        return UniformFlow.run(FlowSetup.of(FlowGrid.homogeneous(state.modes()), Environment.FAST,
            FlowProfile.constant(1), state), grid, List.of(), new double[]{0, time}, Progress.NONE).samples().get(1);
    }

    private static FlowResult slab(final FlavorState state, final WaveGrid grid, final int cells,
        final double time) {
        final FlowSetup setup = FlowSetup.of(FlowGrid.of(state.modes(), StreamGeometry.slab(), 0, 2 * cells, cells),
            Environment.FAST, FlowProfile.constant(1), state).withInitial(List.of(state));
        return FlowRun.run(setup, Optional.of(new FlavorWaves(grid, setup)), new double[]{0, time}, Progress.NONE);
    }

    /** Every growing wave of the spiral and what it takes of each mode, by the dense problem of all 3N components. */
    @Test
    void growthAndSharesAreThoseOfTheDenseProblem() {
        final MomentumModes modes = spiral(0.3);
        final FlavorState state = state(modes, SphereWavesTest::length);
        final double[] p = new double[SPIRAL];
        Arrays.setAll(p, SphereWavesTest::length);
        final WaveExchange exchange = new WaveExchange(modes, Beams.of(modes), 1, 1);
        exchange.setPolarization(p);
        final int slots = exchange.roots().size();
        int compared = 0;
        for (double k = 0.013; k < 1.5; k += 0.1) {
            final EigenDecomposition eigen = new ComplexEigenSolver(ComplexEigenSolver.Options.allVectors())
                .solve(DenseOperator.of(Background.of(state, Environment.FAST), new WaveVector(0, 0, k)));
            for (final double sign : new double[]{1, -1}) {
                exchange.roots().clear();
                exchange.roots().search(0, sign * k + exchange.flux());
                for (int j = 0; j < slots; j++) {
                    final double growth = exchange.move(j, sign * k + exchange.flux(), p);
                    if (growth == 0) {
                        continue;
                    }
                    compared++;
                    compare(exchange, eigen, sign * (exchange.roots().re(j) - exchange.density()), growth, p);
                }
            }
        }
        assertThat(compared).isGreaterThan(25);
    }

    private static void compare(final WaveExchange exchange, final EigenDecomposition eigen, final double re,
        final double growth, final double[] p) {
        int band = 0;
        for (int b = 1; b < eigen.size(); b++) {
            band = Math.hypot(eigen.re(b) - re, eigen.im(b) - growth)
                < Math.hypot(eigen.re(band) - re, eigen.im(band) - growth) ? b : band;
        }
        assertThat(Math.hypot(eigen.re(band) - re, eigen.im(band) - growth)).isLessThan(1e-9);
        double norm = 0;
        final double[] square = new double[SPIRAL];
        for (int i = 0; i < SPIRAL; i++) {
            for (int a = 0; a < 3; a++) {
                square[i] += Math.pow(eigen.right().re(3 * i + a, band), 2)
                    + Math.pow(eigen.right().im(3 * i + a, band), 2);
            }
            norm += square[i] / SPIRAL;
        }
        double number = 0;
        for (int i = 0; i < SPIRAL; i++) {
            final double share = exchange.share(exchange.beamOf(i));
            assertThat(share * p[i] * p[i]).isCloseTo(square[i] / norm, within(1e-9));
            number += p[i] * share / SPIRAL;
        }
        assertThat(number).isCloseTo(0, within(1e-12));
    }

    private static double[] loss(final boolean driven) {
        final double[] loss = new double[SPIRAL];
        Arrays.setAll(loss, i -> !driven ? 0 : cosine(i) > 0.6 ? 0.05 : 0.02);
        return loss;
    }

    private static double[] sources(final boolean driven) {
        final double[] sources = loss(driven);
        for (int i = 0; i < SPIRAL; i++) {
            sources[i] *= cosine(i) > 0.6 ? -0.9 : 0.8;
        }
        return sources;
    }

    /** One wave and the spiral until a time; sources of the forward modes are faster. */
    private static UniformSample oneWave(final boolean driven, final double time) {
        final double[] intensities = new double[4];
        Arrays.fill(intensities, 1e-6);
        final double[] unknown = new double[4];
        Arrays.fill(unknown, Double.NaN);
        return new UniformWaves(state(spiral(0), SphereWavesTest::length), new UniformSetup(sources(driven),
            loss(driven), t -> 1, new double[]{0.6}, 1, false, intensities, unknown, false, WaveGrid.Start.NOISE,
            new double[4], new double[]{0, time}, 1e-9, 100_000)).evolve(Progress.NONE).samples().get(1);
    }

    private static void assertIs(final UniformSample end, final double growth, final double logarithm,
        final double... p) {
        assertThat(end.growth()[0]).isCloseTo(growth, within(1e-7));
        assertThat(Math.log(end.intensities()[0])).isCloseTo(logarithm, within(1e-7));
        final int[] modes = {0, 3, 4, 12};
        for (int m = 0; m < modes.length; m++) {
            assertThat(end.polarization()[modes[m]]).isCloseTo(p[m], within(2e-8));
        }
    }

    /** Integrated by an independent program with the dense problem at every step (scipy). */
    @Test
    void oneWaveTakesWhatAnIndependentProgramSays() {
        assertIs(oneWave(false, 30), 0.14498446565268144, -4.67446732, -0.45853705, -0.46356496, 0.72264547,
            0.52037944);
        assertIs(oneWave(true, 30), 0.2203617087610391, -3.8439575143092877, -0.7241664033725016, -0.7415691872289206,
            0.7198395049047123, 0.6351429486837011);
    }

    /** What the waves of nine tenths of the exchange take up of all others, by the dense problem of each (numpy). */
    @Test
    void wavesOfADrivenSpiralMix() {
        final int count = 12;
        final double[] k = new double[count];
        Arrays.setAll(k, m -> -1.1 + 0.2 * m);
        final double seed = 1e-15;
        double noise = 0;
        for (int i = 0; i < SPIRAL; i++) {
            noise += seed * length(i) * length(i) / SPIRAL / SPIRAL;
        }
        final double[][] slots = new double[3][4 * count];
        Arrays.fill(slots[0], noise);
        Arrays.fill(slots[1], Double.NaN);
        Arrays.fill(slots[2], seed);
        final UniformSample start = new UniformWaves(state(spiral(0), SphereWavesTest::length), new UniformSetup(
            sources(true), loss(true), t -> 1, k, 0.2, false, slots[0], slots[1], false, WaveGrid.Start.NOISE,
            slots[2], new double[]{0, 1e-12}, 1e-3, 100)).evolve(Progress.NONE).samples().get(0);
        assertThat(start.mixing()).isCloseTo(1.546134264121927, within(1e-10));
    }

    /** The random-phase theory with the same field at the start of every wave: two schemes of one equation. */
    @Test
    void quasiLinearWavesAreThoseOfRandomPhases() {
        final FlavorState state = state(spiral(0), SphereWavesTest::length);
        final double field = 1e-5;
        final double time = 30;
        final RandomPhaseResult random = new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT.withCut(1e-4)).evolve(
            RandomPhaseGas.ofField(state, Environment.FAST, field),
            WaveLine.midpoints(new WaveVector(0, 0, 1), 1.6, 32), new double[]{0, time}, Progress.NONE);
        final FlowSample flow =
            uniform(state, new WaveGrid(-1.6, 1.6, 64, field, WaveGrid.Start.QUANTA, false), time);
        double most = 0;
        for (int i = 0; i < SPIRAL; i++) {
            final double loss = length(i) - random.last().state().pz(i);
            most = Math.max(most, Math.abs(loss));
            assertThat(length(i) - flow.cells().signedLength(0, i)).isCloseTo(loss, within(2e-3));
        }
        assertThat(most).isGreaterThan(0.2);
        assertThat(flow.waves().stream().mapToDouble(w -> w.growth()).max().orElseThrow())
            .isCloseTo(random.last().growth(), withinPercentage(2));
    }

    /** Weak waves and strong ones, whose gain is limited by the balance, leave the lepton number as it is. */
    @Test
    void wavesKeepTheLeptonNumber() {
        for (final double intensity : new double[]{1e-5, 0.02}) {
            final WaveCell cell = new WaveCell(new WaveGrid(-1, 1, 20, 1e-6), spiral(0), 1, new double[SPIRAL], false);
            final double[] p = new double[SPIRAL];
            Arrays.setAll(p, SphereWavesTest::length);
            cell.find(p, 0);
            cell.setNoise(p);
            Arrays.fill(cell.m_intensity, intensity);
            cell.exchange(p, 2);
            double change = 0;
            for (int i = 0; i < SPIRAL; i++) {
                change += (p[i] - length(i)) / SPIRAL;
            }
            assertThat(p[0] - length(0)).isGreaterThan(1e-6);
            assertThat(change).isCloseTo(0, within(5e-15));
        }
    }

    /** A medium that is its own image is between mirrors what it is without ends, but for waves that just began. */
    @Test
    void mirrorsChangeNothingInAnEvenMedium() {
        final double[][] v = new double[3][2 * SPIRAL];
        for (int i = 0; i < SPIRAL; i++) {
            final MomentumModes spiral = spiral(0);
            for (int image = 0; image < 2; image++) {
                v[0][2 * i + image] = spiral.vx(i);
                v[1][2 * i + image] = spiral.vy(i);
                v[2][2 * i + image] = (1 - 2 * image) * spiral.vz(i);
            }
        }
        final FlavorState state = state(modes(v, 0.025), i -> Math.abs(cosine(i / 2)) > 0.6 ? -0.5 : 0.6);
        final double[][] ends = new double[2][];
        for (int k = 0; k < 2; k++) {
            final FlowBoundary end = k == 0 ? FlowBoundary.REFLECTING : FlowBoundary.PERIODIC;
            final FlowSetup setup = FlowSetup.of(FlowGrid.of(state.modes(), StreamGeometry.slab(), 0, 4, 4),
                Environment.FAST, FlowProfile.constant(1), state).withBoundaries(end, end)
                .withInitial(List.of(state));
            final FlowResult result = FlowRun.run(setup,
                Optional.of(new FlavorWaves(new WaveGrid(-1, 1, 20, 1e-3), setup)), new double[]{0, 32},
                Progress.NONE);
            ends[k] = lengths(result.samples().get(1).cells(), 0);
        }
        assertThat(ends[1][0]).isBetween(-0.49, -0.1);
        assertThat(ends[1][1]).isCloseTo(ends[1][0], within(1e-6));
        assertThat(ends[0]).containsExactly(ends[1], within(1e-6));
    }

    /** Nothing depends on where the azimuth is counted from. */
    @Test
    void turningTheSphereChangesNothing() {
        final WaveGrid grid = new WaveGrid(-1, 1, 20, 1e-3);
        final FlavorState[] states =
            {state(spiral(0), SphereWavesTest::length), state(spiral(1.234), SphereWavesTest::length)};
        final double[] medium = lengths(uniform(states[0], grid, 20).cells(), 0);
        assertThat(medium[0]).isBetween(-0.49, -0.3);
        assertThat(lengths(uniform(states[1], grid, 20).cells(), 0)).containsExactly(medium, within(1e-12));
        final FlowResult slab = slab(states[0], grid, 5, 15);
        final double[] cell = lengths(slab.samples().get(1).cells(), 3);
        assertThat(cell[0]).isBetween(-0.499, -0.3);
        assertThat(lengths(slab(states[1], grid, 5, 15).samples().get(1).cells(), 3))
            .containsExactly(cell, within(1e-12));
        assertThat(slab.leptonDrift()).isLessThan(1e-15 * 100);
    }

    /**
     * A sphere of directions that is evenly filled about the axis is rings: waves of a slab and of a medium. Those
     * that lose are along the axis, so that no transverse wave grows. The slab has no wave at the edge of growth and
     * ends before waves are searched anew, which depend on single beams.
     */
    @Test
    void evenSpheresAreRings() {
        final double[] cosines = {1, 0.3, -0.5};
        final double[] lengths = {-0.2, 0.6, 0.5};
        final WaveGrid grid = new WaveGrid(-1.5, 1.5, 30, 1e-5, WaveGrid.Start.QUANTA, false);
        final double[][] ends = new double[2][];
        final double[][] media = new double[2][];
        for (int k = 0; k < 2; k++) {
            final int around = k == 0 ? 1 : 4;
            final FlavorState state = state(sphere(cosines, around, k == 0), i -> lengths[i / around]);
            final FlowCells end = slab(state, new WaveGrid(0.4, 1.3, 30, 1e-5, WaveGrid.Start.QUANTA, false), 10, 7)
                .samples().get(1).cells();
            final FlowCells medium = uniform(state, grid, 14).cells();
            ends[k] = new double[]{end.signedLength(6, 0), end.signedLength(6, around)};
            media[k] = new double[]{medium.signedLength(0, 0), medium.signedLength(0, around)};
        }
        assertThat(media[0][0]).isBetween(-0.195, -0.005);
        assertThat(ends[0][0]).isBetween(-0.1995, -0.195);
        assertThat(media[1]).containsExactly(media[0], within(1e-10));
        assertThat(ends[1]).containsExactly(ends[0], within(1e-12));
    }

    /** Transverse waves of an even sphere come in pairs that keep it even, but for what Newton's method leaves. */
    @Test
    void pairsOfTransverseWavesKeepTheSphereEven() {
        final int around = 6;
        final double[] lengths = {-0.2, 0.6, 0.5};
        final MomentumModes modes = sphere(new double[]{0.5, 0.3, -0.5}, around, false);
        final FlavorState state = state(modes, i -> lengths[i / around]);
        final FlowSample end = uniform(state, new WaveGrid(-0.8, 0.8, 16, 1e-3, WaveGrid.Start.QUANTA, false), 8);
        final double[] p = lengths(end.cells(), 0);
        long pairs = 0;
        for (int i = 0; i < end.waves().size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += end.waves().get(i).growth() > 1e-3 && end.waves().get(i).k() == end.waves().get(j).k()
                    && Math.abs(end.waves().get(i).growth() - end.waves().get(j).growth()) < 1e-9 ? 1 : 0;
            }
        }
        assertThat(pairs).isGreaterThan(2);
        assertThat(p[0]).isBetween(-0.195, -0.01);
        final WaveGrid grid = new WaveGrid(-0.8, 0.8, 16, 1e-4, WaveGrid.Start.QUANTA, false);
        final double[] cell = lengths(slab(state, grid, 4, 10).samples().get(1).cells(), 2);
        assertThat(cell[0]).isBetween(-0.195, -0.01);
        for (int i = 0; i < p.length; i++) {
            assertThat(p[i]).isCloseTo(p[i / around * around], within(1e-9));
            assertThat(cell[i]).isCloseTo(cell[i / around * around], within(1e-11));
        }
    }

    /** Modes without polarization, two modes of one direction, or two modes only. */
    @Test
    void takesWhatIsHardlyASphere() {
        final WaveGrid grid = new WaveGrid(-1.5, 1.5, 12, 1e-4);
        final MomentumModes spiral = spiral(0);
        final FlowCells holes = uniform(state(spiral, i -> i % 5 == 2 ? 0 : length(i)), grid, 20).cells();
        assertThat(holes.signedLength(0, 2)).isZero();
        assertThat(holes.signedLength(0, 0)).isBetween(-0.4999, -0.1);
        final double[][] v = {spiral.vxs(), spiral.vys(), spiral.vzs()};
        for (final double[] axis : v) {
            axis[9] = axis[8];
        }
        final FlavorState equal = state(modes(v, 0.05), i -> length(i == 9 ? 8 : i));
        final double[] twice = lengths(uniform(equal, grid, 20).cells(), 0);
        assertThat(twice[9]).isEqualTo(twice[8]).isBetween(0.1, length(8) - 1e-4);
        final FlavorState two = state(modes(new double[][]{{0.6, 0}, {0, -0.8}, {0.8, -0.6}}, 1), i -> 0.6 - i);
        final FlowCells ends = slab(two, grid, 4, 10).samples().get(1).cells();
        for (int c = 0; c < 4; c++) {
            assertThat(ends.signedLength(c, 1)).isBetween(-0.4, 0.0);
        }
    }
}
