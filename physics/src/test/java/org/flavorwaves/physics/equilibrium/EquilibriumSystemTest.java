package org.flavorwaves.physics.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.CouplingPath;
import org.flavorwaves.physics.equilibrium.system.Couplings;
import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.equilibrium.system.Frame;
import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.equilibrium.system.Scales;
import org.flavorwaves.physics.state.Alignment;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The equations and their derivatives against the definitions, evaluated mode by mode in complex arithmetic. */
class EquilibriumSystemTest {
    /** Step of the complex-step derivative, which has no cancellation. */
    private static final double STEP = 1e-30;

    private static final double W = 1.7;

    private static final double RATE = 2.3;

    /** Coefficients that are not linear in t: vacuum, matter, anchor, strength, smoothing. */
    private static final CouplingPath CURVED = new CouplingPath() {
        @Override
        public void at(final double t, final Couplings out) {
            out.set(t * t, 1 - t, Math.sin(t), 0.5 + t, 0.2 * (1 - t));
        }

        @Override
        public void rates(final double t, final Couplings out) {
            out.set(2 * t, -1, Math.cos(t), 1, -0.2);
        }
    };

    private static Complex[] coefficients(final Complex t) {
        return new Complex[]{t.multiply(t), t.negate().add(1), t.sin(), t.add(0.5), t.negate().add(1).multiply(0.2)};
    }

    private static Complex[] residual(final FlavorState state, final Environment e, final Alignment eps,
        final int place, final double[][] axes, final Complex[] x, final Complex t) {
        final MomentumModes m = state.modes();
        final Complex[] k = coefficients(t);
        final Complex[] f = new Complex[12];
        for (int c = 0; c < 12; c++) {
            f[c] = x[c];
        }
        for (int i = 0; i < state.size(); i++) {
            final double so = m.species(i).sign() * m.omega(i);
            final double[] b = {Math.sin(2 * e.thetaMix()), 0, -Math.cos(2 * e.thetaMix())};
            final double[] p = {state.px(i), state.py(i), state.pz(i)};
            final double[] v = {1, m.vx(i), m.vy(i), m.vz(i)};
            final Complex[] h = new Complex[3];
            Complex square = k[4].multiply(k[4]);
            for (int a = 0; a < 3; a++) {
                h[a] = k[0].multiply(so * b[a]).add(a == 2 ? k[1] : Complex.ZERO)
                    .add(k[2].multiply(RATE * eps.sign(i) * p[a] / state.length(i)));
                for (int n = 0; n < 4; n++) {
                    h[a] = h[a].add(k[3].multiply(x[3 * n + a]).multiply((n == 0 ? 1 : -v[n]) * W));
                }
                for (int r = 0; r < axes.length; r++) {
                    h[a] = h[a].subtract(x[12 + r].multiply(RATE * axes[r][a] * (place == 0 ? 1 : -v[place])));
                }
                square = square.add(h[a].multiply(h[a]));
            }
            final Complex length = square.sqrt();
            final double c = m.weight(i) * m.species(i).sign() * eps.sign(i) * state.length(i) / W;
            for (int row = 0; row < 12; row++) {
                f[row] = f[row].subtract(h[row % 3].divide(length).multiply(c * v[row / 3]));
            }
        }
        for (int l = 0; l < 4; l++) {
            for (int a = 0; a < 3; a++) {
                final int b = (a + 1) % 3;
                final int c = (a + 2) % 3;
                final Complex turned =
                    x[3 * l + c].multiply(axes[0][b]).subtract(x[3 * l + b].multiply(axes[0][c]));
                f[3 * l + a] = f[3 * l + a].add(x[14].multiply(turned).multiply(l == 0 ? 1 : -1));
            }
        }
        return f;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void residualAndDerivativesAreThoseOfTheDefinition(final int place) {
        final Random random = new Random(4);
        final FlavorState state = RandomStates.random(9, random);
        final Environment environment = new Environment(0.4, 0.7, 1.3);
        final Alignment eps = Alignment.of(state, Hamiltonian.of(state, environment));
        final double[][] axes = {{0.6, 0, 0.8}, {0, 1, 0}};
        final Frame frame = new Frame(place, axes, new double[]{0.3, -0.2},
            new Frame.Phase(2, axes[0], new double[]{0.8, 0, -0.6}));
        final CollectiveSums sums = new CollectiveSums(state, environment, eps);
        sums.anchor(state, eps, RATE);
        final EquilibriumSystem system = new EquilibriumSystem(sums, CURVED, frame, W, RATE);
        assertThat(system.unknowns()).isEqualTo(15);
        assertThat(system.equations()).isEqualTo(15);
        final double[] x = random.doubles(15, -1, 1).toArray();
        final double t = 0.37;
        final double[] f = new double[15];
        final double[] alone = new double[15];
        final double[][] derivative = new double[15][16];
        system.residual(x, t, alone);
        system.linearize(x, t, f, derivative);
        assertThat(alone).containsExactly(f, within(1e-15));
        for (int column = 0; column <= 15; column++) {
            final Complex[] shifted = new Complex[15];
            for (int c = 0; c < 15; c++) {
                shifted[c] = new Complex(x[c], c == column ? STEP : 0);
            }
            final Complex[] expected =
                residual(state, environment, eps, place, axes, shifted, new Complex(t, column == 15 ? STEP : 0));
            for (int row = 0; row < 12; row++) {
                assertThat(f[row]).isCloseTo(expected[row].getReal(), within(1e-14));
                assertThat(derivative[row][column]).as("row %d, column %d", row, column)
                    .isCloseTo(expected[row].getImaginary() / STEP, within(1e-13));
            }
        }
        checkConditions(x, f, derivative, axes, 3 * place);
    }

    private static void checkConditions(final double[] x, final double[] f, final double[][] derivative,
        final double[][] axes, final int first) {
        assertThat(f[12]).isCloseTo(0.6 * x[first] + 0.8 * x[first + 2] - 0.3 / W, within(1e-15));
        assertThat(f[13]).isCloseTo(x[first + 1] + 0.2 / W, within(1e-15));
        final double[] row = FrameFinder.cross(axes[0], new double[]{0.8, 0, -0.6});
        assertThat(f[14]).isCloseTo(row[0] * x[6] + row[1] * x[7] + row[2] * x[8], within(1e-15));
        final double[][] expected = new double[3][16];
        expected[0][first] = 0.6;
        expected[0][first + 2] = 0.8;
        expected[1][first + 1] = 1;
        System.arraycopy(row, 0, expected[2], 6, 3);
        for (int r = 0; r < 3; r++) {
            assertThat(derivative[12 + r]).containsExactly(expected[r]);
        }
    }

    /** The fields of all modes, with every term, and the smallest of them. */
    @Test
    void fieldsAreThoseOfTheDefinition() {
        final Random random = new Random(8);
        final FlavorState state = RandomStates.random(9, random);
        final MomentumModes m = state.modes();
        final Environment e = new Environment(0.4, 0.7, 1.3);
        final Alignment eps = Alignment.of(state, Hamiltonian.of(state, e));
        final CollectiveSums sums = new CollectiveSums(state, e, eps);
        sums.anchor(state, eps, RATE);
        final double t = 0.37;
        final Couplings k = new Couplings();
        CURVED.at(t, k);
        final double[] b = {Math.sin(2 * e.thetaMix()), 0, -Math.cos(2 * e.thetaMix())};
        for (int repeat = 0; repeat < 20; repeat++) {
            final double[] j = random.doubles(12, -1, 1).toArray();
            final double[] h = new double[3 * state.size()];
            final int smallest = sums.smallestField(j, k, h);
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < state.size(); i++) {
                final double[] p = {state.px(i), state.py(i), state.pz(i)};
                for (int a = 0; a < 3; a++) {
                    final double coupled = j[a] - m.vx(i) * j[3 + a] - m.vy(i) * j[6 + a] - m.vz(i) * j[9 + a];
                    assertThat(h[3 * i + a]).isCloseTo(t * t * m.species(i).sign() * m.omega(i) * b[a]
                        + (a == 2 ? 1 - t : 0) + Math.sin(t) * RATE * eps.sign(i) * p[a] / state.length(i)
                        + (0.5 + t) * coupled, within(1e-14));
                }
                least = Math.min(least, Math.hypot(Math.hypot(h[3 * i], h[3 * i + 1]), h[3 * i + 2]));
            }
            assertThat(Math.hypot(Math.hypot(h[3 * smallest], h[3 * smallest + 1]), h[3 * smallest + 2]))
                .isEqualTo(least);
        }
    }

    /** The Jacobian (FW equilibrium-jacobian), with the factor q on the nu-nu term. */
    @Test
    void derivativeIsThePrintedJacobian() {
        final FlavorState state = RandomStates.random(7, new Random(6));
        final Environment e = new Environment(0.4, 0.7, 1.3);
        final Alignment eps = Alignment.of(state, Hamiltonian.of(state, e));
        final EquilibriumSystem system =
            new EquilibriumSystem(new CollectiveSums(state, e, eps), CouplingPaths.fixed(e), Frame.REST, 1, 1);
        final double[] j = CollectiveField.of(state).toArray();
        final double[][] derivative = new double[12][13];
        system.linearize(j, 1, new double[12], derivative);
        final MomentumModes m = state.modes();
        final double[] g = {1, -1, -1, -1};
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 12; column++) {
                double expected = row == column ? 1 : 0;
                for (int i = 0; i < state.size(); i++) {
                    final double[] h = EquilibriumChecks.field(m, e, j, i);
                    final double length = EquilibriumChecks.norm(h);
                    final double[] v = {1, m.vx(i), m.vy(i), m.vz(i)};
                    final double projector = (row % 3 == column % 3 ? 1 : 0)
                        - h[row % 3] * h[column % 3] / (length * length);
                    expected -= e.selfInteraction() * m.weight(i) * m.species(i).sign() * eps.sign(i)
                        * state.length(i) / length * v[row / 3] * v[column / 3] * g[column / 3] * projector;
                }
                assertThat(derivative[row][column]).isCloseTo(expected, within(1e-13));
            }
        }
    }

    /** Chunks are added in order, so the sums have the same bits on one thread and on many. */
    @Test
    void sumsDoNotDependOnTheNumberOfThreads() throws Exception {
        final FlavorState state = RandomStates.random(20_000, new Random(9));
        final Environment e = new Environment(0.4, 0.7, 1.3);
        final CollectiveSums sums =
            new CollectiveSums(state, e, Alignment.of(state, Hamiltonian.of(state, e)));
        final Couplings k = new Couplings();
        CouplingPaths.fixed(e).at(1, k);
        final double[] j = CollectiveField.of(state).toArray();
        final double[] many = new double[CollectiveSums.LENGTH];
        final double[] one = new double[CollectiveSums.LENGTH];
        sums.linearize(j, k, new Couplings(), many);
        final ForkJoinPool single = new ForkJoinPool(1);
        single.submit(() -> sums.linearize(j, k, new Couplings(), one)).get();
        single.shutdown();
        assertThat(one).isEqualTo(many);
    }

    /**
     * Modes of one v_z = c: what rotates in time at Omega turns along z at K = -Omega/c, H + c K n = H - Omega n, and
     * the flux n.J^z is c times the density n.J^0.
     */
    @Test
    void rotationAlongSpaceIsThatInTimeWhereAllVelocitiesAreEqual() {
        final double c = 0.4;
        final FlavorState random = HardMedia.ROTATING.state(12, 5);
        final double[] v = new double[12];
        Arrays.fill(v, c);
        final Species[] species = new Species[12];
        Arrays.fill(species, Species.NU);
        final FlavorState input = new FlavorState(MomentumModes.builder().species(species)
            .velocity(new double[12], new double[12], v).weight(random.modes().weights())
            .omega(random.modes().omegas()).build(), random.traces(), random.pxs(), random.pys(), random.pzs());
        final Environment environment = HardMedia.ROTATING.environment(5);
        final EquilibriumResult inTime = EquilibriumChecks.solve(input, environment);
        assertThat(inTime.converged()).as(inTime.advice()).isTrue();
        final Frame time = FrameFinder.symmetric(input, environment, Scales.field(input));
        final double[] axis = {time.axis(0, 0), time.axis(0, 1), time.axis(0, 2)};
        final Frame space = new Frame(3, new double[][]{axis}, new double[]{c * time.conserved(0)}, time.phases());
        final EquilibriumProblem problem = new EquilibriumProblem(inTime.state(), environment, inTime.alignment(),
            space, new double[]{-0.9 * inTime.rotation().omega() / c}, 1e-12);
        assertThat(problem.newton(60)).isTrue();
        assertThat(FrameFinder.dot(axis, problem.rotation()))
            .isCloseTo(-inTime.rotation().omega() / c, within(1e-9));
        for (int a = 0; a < 12; a++) {
            assertThat(problem.field().toArray()[a]).isCloseTo(inTime.field().toArray()[a], within(1e-10));
        }
    }
}
