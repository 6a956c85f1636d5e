package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ForkJoinPool;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The equation in the box: right-hand side, order, symmetry, determinism, continuation. */
class QkeBoxTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.4, 0.9);

    private static BoxField field(final int modes, final BoxGrid grid, final boolean rings) {
        return BoxStates.waves(grid, BoxStates.random(modes, 1, rings, true), 0.02);
    }

    private static QkeRun run(final BoxField start, final StepControl control, final double duration,
        final int intervals) {
        return new QkeBox(ENVIRONMENT, control, 1e-3, true).evolve(start, duration, intervals, Progress.NONE);
    }

    /** (dP/dt)_n from the sums over harmonics of (JK 45), f_ij and all, an independent route of quadratic cost. */
    @ParameterizedTest
    @CsvSource({"5, true", "5, false", "20, true", "19, false"})
    void derivativeIsTheConvolution(final int modes, final boolean rings) {
        final BoxField field = field(modes, BoxGrid.line(2, 5, 12), rings);
        final BoxField rate = new QkeBox(ENVIRONMENT, StepControl.adaptive(1e-8), 1, false).derivative(field);
        final double[][] expected = Convolution.derivative(field, ENVIRONMENT);
        for (int c = 0; c < 3 * modes; c++) {
            for (int h = 0; h < field.grid().harmonics(); h++) {
                assertThat(rate.re(c / 3, c % 3, h)).isCloseTo(expected[2 * c][h], within(1e-14));
                assertThat(rate.im(c / 3, c % 3, h)).isCloseTo(expected[2 * c + 1][h], within(1e-14));
            }
        }
    }

    /** Halving the step divides the error by 16 for the fixed steps; measured against a run at tolerance 1e-14. */
    @Test
    void fixedStepsAreOfFourthOrder() {
        final BoxField start = field(6, BoxGrid.line(2, 5, 24), true);
        final BoxField exact = run(start, StepControl.adaptive(1e-14), 4, 1).last();
        double last = Double.NaN;
        for (int halving = 0; halving < 4; halving++) {
            final double error = BoxStates.distance(exact, run(start, StepControl.fixed(0.04 / (1 << halving)), 4, 1)
                .last());
            if (halving > 1) {
                assertThat(Math.log(last / error) / Math.log(2)).isBetween(3.8, 4.4);
            }
            last = error;
        }
        assertThat(last).isLessThan(1e-8);
    }

    /** The error follows the tolerance. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-5, 1e-7, 1e-9, 1e-11})
    void adaptiveStepsKeepTheTolerance(final double tolerance) {
        final BoxField start = field(6, BoxGrid.line(2, 5, 24), true);
        final BoxField exact = run(start, StepControl.adaptive(1e-14), 4, 1).last();
        assertThat(BoxStates.distance(exact, run(start, StepControl.adaptive(tolerance), 4, 1).last()))
            .isLessThan(20 * tolerance);
    }

    /** A problem of one dimension along any axis of a box of 1, 2 or 3 dimensions. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "2, 4", "0, 4", "1, 5"})
    void axesAreEqual(final int axis, final int otherPoints) {
        final FlavorState state = BoxStates.random(5, 3, true, true);
        final BoxField line = run(BoxStates.waves(BoxGrid.line(2, 5, 12), state, 0.02), StepControl.adaptive(1e-12), 3,
            1).last();
        final double[] lengths = {3, 3, 3};
        final int[] points = {otherPoints, otherPoints, otherPoints};
        lengths[axis] = 5;
        points[axis] = 12;
        final BoxGrid grid = new BoxGrid(lengths, points);
        BoxField start = BoxField.homogeneous(grid, turned(state, axis));
        for (int n = 1; n <= 3; n++) {
            start = start.plusWave(along(grid, axis, n), BoxStates.wave(5, 2 * n - 1), 0.02);
        }
        final BoxField last = run(start, StepControl.adaptive(1e-12), 3, 1).last();
        for (int i = 0; i < 5; i++) {
            for (int a = 0; a < 3; a++) {
                for (int n = -3; n <= 3; n++) {
                    final int h = line.grid().index(0, 0, n);
                    assertThat(last.re(i, a, along(grid, axis, n))).isCloseTo(line.re(i, a, h), within(1e-11));
                    assertThat(last.im(i, a, along(grid, axis, n))).isCloseTo(line.im(i, a, h), within(1e-11));
                }
            }
        }
    }

    private static int along(final BoxGrid grid, final int axis, final int n) {
        return grid.index(axis == 0 ? n : 0, axis == 1 ? n : 0, axis == 2 ? n : 0);
    }

    private static FlavorState turned(final FlavorState state, final int axis) {
        final MomentumModes modes = state.modes();
        final double[][] v = {new double[5], new double[5], new double[5]};
        v[axis] = modes.vzs();
        return new FlavorState(MomentumModes.builder().species(BoxStates.species(modes)).velocity(v[0], v[1], v[2])
            .weight(modes.weights()).omega(modes.omegas()).build(), state.traces(), state.pxs(), state.pys(),
            state.pzs());
    }

    /** The same bits on 1, 2 and 5 threads, with two blocks of modes. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void numbersDoNotDependOnThreads(final boolean fixed) {
        final StepControl control = fixed ? StepControl.fixed(0.1) : StepControl.adaptive(1e-6);
        final BoxField start = field(70, new BoxGrid(new double[]{5, 3, 4}, new int[]{1, 6, 120}), false);
        BoxField first = null;
        for (final int threads : new int[]{1, 2, 5}) {
            final ForkJoinPool pool = new ForkJoinPool(threads);
            final BoxField last = pool.submit(() -> run(start, control, 1, 2).last()).join();
            pool.shutdown();
            assertThat(BoxStates.distance(first == null ? last : first, last)).isZero();
            first = last;
        }
    }

    /** Continuing from an output, also by the values at points, repeats the run without a break to the bit. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void runsCanBeContinued(final boolean fixed) {
        final StepControl control = fixed ? StepControl.fixed(0.02) : StepControl.adaptive(1e-9);
        final BoxField start = field(6, BoxGrid.line(2, 5, 24), true);
        final BoxField whole = run(start, control, 4, 4).last();
        final BoxField half = run(start, control, 2, 2).last();
        assertThat(BoxStates.distance(whole, run(half, control, 2, 2).last())).isZero();
        final BoxField read = BoxField.ofPoints(half.grid(), half.modes(), half.mean().traces(), half.values(0),
            half.values(1), half.values(2));
        assertThat(BoxStates.distance(half, read)).isLessThan(1e-15);
        assertThat(BoxStates.distance(whole, run(read, control, 2, 2).last())).isZero();
    }

    /** A homogeneous field stays so, and its polarization energy (JK 96) is constant. */
    @Test
    void homogeneousRunsConserveEnergy() {
        final BoxField start = BoxField.homogeneous(BoxGrid.line(2, 5, 6), BoxStates.random(9, 4, false, true));
        final QkeRun run = run(start, StepControl.adaptive(1e-13), 200, 5);
        final double energy = run.samples().get(0).energy();
        for (final BoxSample sample : run.samples()) {
            assertThat(sample.energy()).isCloseTo(energy, within(1e-11));
            assertThat(sample.tail()).isZero();
        }
        assertThat(BoxStates.distance(start, run.last())).isGreaterThan(0.1);
    }

    /** Free streaming: without any Hamiltonian each harmonic turns by exactly k.v t. */
    @Test
    void freeStreamingIsExact() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 24), BoxStates.random(3, 1, true, false), 0.1);
        final BoxField last = new QkeBox(new Environment(0, 0, 0), StepControl.adaptive(1e-3), 1e-12, false)
            .evolve(start, 7.3, 1, Progress.NONE).last();
        final int h = 3;
        final WaveVector k = start.grid().waveVector(h);
        for (int i = 0; i < 3; i++) {
            final double angle = -7.3 * k.kz() * start.modes().vz(i);
            for (int a = 0; a < 3; a++) {
                assertThat(last.re(i, a, h)).isCloseTo(start.re(i, a, h) * Math.cos(angle)
                    - start.im(i, a, h) * Math.sin(angle), within(1e-14));
            }
        }
    }

    /** Depolarization shrinks the components of a homogeneous field that does not precess; z only by LENGTH. */
    @ParameterizedTest
    @EnumSource
    void dampingActsOnCoherenceOrLength(final Damping damping) {
        final FlavorState state = BoxStates.random(2, 1, true, false);
        final MomentumModes damped = MomentumModes.builder().species(BoxStates.species(state.modes()))
            .rings(state.modes().vzs()).weight(state.modes().weights()).depolarization(0.5, 0.25).build();
        final FlavorState start = new FlavorState(damped, state.traces(), state.pxs(), state.pys(), state.pzs());
        final FlavorState end = new QkeBox(new Environment(0, 0, 0), damping, StepControl.adaptive(1e-12), 1e-12,
            false).evolve(BoxField.homogeneous(BoxGrid.line(2, 1, 4), start), 3, 1, Progress.NONE).last().mean();
        for (int i = 0; i < 2; i++) {
            final double factor = Math.exp(-3 * damped.depolarization(i));
            assertThat(end.px(i)).isCloseTo(start.px(i) * factor, within(1e-11));
            assertThat(end.py(i)).isCloseTo(start.py(i) * factor, within(1e-11));
            assertThat(end.pz(i)).isCloseTo(start.pz(i) * (damping == Damping.LENGTH ? factor : 1), within(1e-11));
        }
    }

    /** At n = 0 without waves the derivative is H x P. */
    @Test
    void homogeneousDerivativeIsTheTorque() {
        final FlavorState state = BoxStates.random(40, 8, false, true);
        final BoxField rate = new QkeBox(ENVIRONMENT, StepControl.adaptive(1e-8), 1, false)
            .derivative(BoxField.homogeneous(BoxGrid.line(2, 5, 6), state));
        final Hamiltonian h = Hamiltonian.of(state, ENVIRONMENT);
        for (int i = 0; i < 40; i++) {
            assertThat(rate.re(i, 0, 0)).isCloseTo(h.hy(i) * state.pz(i) - h.hz(i) * state.py(i), within(1e-14));
            assertThat(rate.re(i, 1, 0)).isCloseTo(h.hz(i) * state.px(i) - h.hx(i) * state.pz(i), within(1e-14));
            assertThat(rate.re(i, 2, 0)).isCloseTo(h.hx(i) * state.py(i) - h.hy(i) * state.px(i), within(1e-14));
        }
    }
}
