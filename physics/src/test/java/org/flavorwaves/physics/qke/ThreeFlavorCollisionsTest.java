package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.qke.field.ThreeFlavorPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absorption, emission and echoes of three flavors in a box. */
class ThreeFlavorCollisionsTest {
    private static final double[][] SOURCES = {{0.5, 0.2, 0.3, 0.1, -0.05, 0.02, 0.1, -0.03, 0.06},
        {0.1, 0.4, 0.2, 0.0, 0.08, -0.04, 0.0, 0.1, 0.02}};

    private static final double[][] RHO = {{0.7, 0.2, 0.1, 0.1, 0.1, -0.05, 0.0, 0.02, 0.03},
        {0.3, 0.3, 0.5, -0.1, 0.0, 0.1, 0.1, 0.0, -0.1}};

    private static final StepControl FINE = StepControl.adaptive(1e-13);

    private static final BoxGrid GRID = BoxGrid.line(2, 5, 12);

    private static ThreeFlavorState state(final double first, final double second) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0.8, -0.5)
            .weight(1, 0.7).absorption(ThreeFlavorState.absorption(new double[]{first, second}, SOURCES)).build();
        return new ThreeFlavorState(modes, new double[]{0.1, 0.2}, new double[]{1.5, 0.8}, RHO);
    }

    private static BoxRun<ThreeFlavorSample> run(final ThreeFlavorState state, final BoxField start,
        final ThreeFlavorEnvironment environment, final StepControl control, final double interval, final int count) {
        return new ThreeFlavorBox(state, environment, Damping.COHERENCE, control, 1e-6, false)
            .evolveBy(start, interval, count, Progress.NONE);
    }

    /** rho as a complex matrix, [row][column][part]. */
    private static double[][][] matrix(final double[] y, final int from) {
        final double[][][] m = new double[3][3][2];
        final int[][] off = {{0, 1}, {0, 2}, {1, 2}};
        for (int f = 0; f < 3; f++) {
            m[f][f][0] = y[from + f];
            final int r = off[f][0];
            final int c = off[f][1];
            m[r][c][0] = y[from + 3 + 2 * f];
            m[r][c][1] = y[from + 4 + 2 * f];
            m[c][r][0] = m[r][c][0];
            m[c][r][1] = -m[r][c][1];
        }
        return m;
    }

    /** An entry of -i [H, rho]. */
    private static double[] commutator(final double[][][] h, final double[][][] rho, final int r, final int c) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < 3; k++) {
            re += h[r][k][0] * rho[k][c][0] - h[r][k][1] * rho[k][c][1] - rho[r][k][0] * h[k][c][0]
                + rho[r][k][1] * h[k][c][1];
            im += h[r][k][0] * rho[k][c][1] + h[r][k][1] * rho[k][c][0] - rho[r][k][0] * h[k][c][1]
                - rho[r][k][1] * h[k][c][0];
        }
        return new double[]{im, -re};
    }

    /** drho/dt = -i [H, rho] + kappa (rho_s - rho) of two modes by 3 x 3 matrices, the nu-nu term included. */
    private static double[] direct(final double[] kappa, final ThreeFlavorEnvironment environment, final double time) {
        final double[][][][] vacuum = new double[2][][][];
        final ThreeFlavorState state = state(0, 0);
        for (int i = 0; i < 2; i++) {
            final double[] h = new double[8];
            environment.vacuum(state.omega21(i), state.omega31(i), h, 0);
            vacuum[i] = matrix(FlavorAlgebra.matrix(0, h, 0), 0);
        }
        final double[] y = new double[18];
        for (int i = 0; i < 2; i++) {
            System.arraycopy(RHO[i], 0, y, 9 * i, 9);
        }
        final double[] signs = {1, -1};
        final double[] weights = {1, 0.7};
        final double[] v = {0.8, -0.5};
        new DormandPrince853Integrator(1e-6, 0.1, 1e-14, 1e-14).integrate(new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return y.length;
            }

            @Override
            public void computeDerivatives(final double t, final double[] at, final double[] rate) {
                final double[][][][] rho = {matrix(at, 0), matrix(at, 9)};
                for (int i = 0; i < 2; i++) {
                    final double[][][] h = new double[3][3][2];
                    for (int r = 0; r < 3; r++) {
                        for (int c = 0; c < 3; c++) {
                            for (int part = 0; part < 2; part++) {
                                h[r][c][part] = signs[i] * vacuum[i][r][c][part];
                                for (int j = 0; j < 2; j++) {
                                    h[r][c][part] += environment.selfInteraction() * weights[j] * signs[j]
                                        * (1 - v[i] * v[j]) * rho[j][r][c][part];
                                }
                            }
                        }
                    }
                    h[0][0][0] += environment.matterPotential();
                    final int[] rows = {0, 1, 2, 0, 0, 0, 0, 1, 1};
                    final int[] columns = {0, 1, 2, 1, 1, 2, 2, 2, 2};
                    for (int e = 0; e < 9; e++) {
                        rate[9 * i + e] = commutator(h, rho[i], rows[e], columns[e])[e < 3 ? 0 : (e + 1) % 2]
                            + kappa[i] * (SOURCES[i][e] - at[9 * i + e]);
                    }
                }
            }
        }, 0, y, time, y);
        return y;
    }

    /** Without and with the nu-nu term, at equal and unequal rates. */
    @ParameterizedTest
    @CsvSource({"0.6, 0.3, 0", "0.4, 0.4, 1", "7, 0, 1"})
    void matricesRelaxAsTheDirectEquationSays(final double first, final double second, final double strength) {
        final ThreeFlavorEnvironment environment = new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 0.8, strength);
        final ThreeFlavorState state = state(first, second);
        final BoxRun<ThreeFlavorSample> run =
            run(state, ThreeFlavorPerturbation.homogeneous(GRID, state), environment, FINE, 0.75, 2);
        final double[] expected = direct(new double[]{first, second}, environment, 1.5);
        assertThat(run.broken()).isEmpty();
        for (int i = 0; i < 2; i++) {
            for (int e = 0; e < 9; e++) {
                assertThat(run.samples().get(2).mean().rho(i)[e]).isCloseTo(expected[9 * i + e], within(1e-11));
            }
        }
    }

    /** External terms, absorption and emission take no steps. */
    @Test
    void externalTermsAndEmissionAreExactInAnyStep() {
        final ThreeFlavorEnvironment environment = new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 400, 0);
        final ThreeFlavorState state = state(3, 5);
        final BoxField start = ThreeFlavorPerturbation.random(GRID, state, 0.1, 3, 1);
        final BoxField one = run(state, start, environment, StepControl.fixed(1), 1, 1).last();
        final BoxField many = run(state, start, environment, StepControl.fixed(0.01), 1, 1).last();
        for (int i = 0; i < 2; i++) {
            assertThat(one.meanSquareDistance(many, i)).isLessThan(1e-26);
            assertThat(one.power(i, 3)).isCloseTo(start.power(i, 3) * Math.exp(-2 * (i == 0 ? 3 : 5)), within(1e-14));
        }
    }

    /** At one rate every conserved charge relaxes to that of the sources; the derivative has emission, too. */
    @Test
    void chargesRelaxAtOneRate() {
        final ThreeFlavorEnvironment fast = new ThreeFlavorEnvironment(0, 0, 0, 0, 0, 1);
        final MomentumModes modes = state(0.4, 0.4).modes();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[2], new double[2], RHO);
        final BoxField start = ThreeFlavorPerturbation.random(GRID, state, 0.3, 3, 1);
        final BoxRun<ThreeFlavorSample> run = run(state, start, fast, FINE, 1, 2);
        assertThat(run.broken()).isEmpty();
        assertThat(run.samples().get(2).leptonError()).isLessThan(1e-11);
        assertThat(run.samples().get(2).lengthError()).isNaN();
        assertThat(run(state(0.4, 0.3), start, fast, FINE, 1, 1).samples().get(1).leptonError()).isNaN();
        final BoxField rate = new ThreeFlavorBox(state, fast, Damping.COHERENCE, FINE, 1e-6, false)
            .derivative(ThreeFlavorPerturbation.homogeneous(GRID, state));
        final ThreeFlavorState still = new ThreeFlavorState(state(0, 0).modes(), new double[2], new double[2], RHO);
        final BoxField turning = new ThreeFlavorBox(still, fast, Damping.COHERENCE, FINE, 1e-6, false)
            .derivative(ThreeFlavorPerturbation.homogeneous(GRID, still));
        for (int c = 0; c < 16; c++) {
            assertThat(rate.re(c / 8, c % 8, 0) - turning.re(c / 8, c % 8, 0)).isCloseTo(
                0.4 * (modes.absorption().component(c / 8, c % 8) - state.vectors()[c]), within(1e-15));
        }
    }

    /** Two flavors in a pair of three absorb, emit and echo as they do alone. */
    @ParameterizedTest
    @EnumSource(value = FlavorPair.class, names = {"E_MU", "E_TAU"})
    void twoFlavorsAreAbsorbedAsTheyAreAlone(final FlavorPair pair) {
        final FlavorState random = BoxStates.random(5, 4, true, false);
        final int n = random.size();
        final double[][] s = new double[5][n];
        for (int i = 0; i < n; i++) {
            s[0][i] = 0.3 * i;
            s[1][i] = 0.6 + 0.05 * i;
            s[2][i] = 0.1;
            s[3][i] = -0.05 * i;
            s[4][i] = 0.2 - 0.1 * i;
        }
        final FlavorState two = new FlavorState(random.modes().toBuilder()
            .absorption(new Absorption(s[0], s[1], s[2], s[3], s[4])).build(), random.traces(), random.pxs(),
            random.pys(), random.pzs());
        final BoxField start = BoxStates.waves(GRID, two, 0.02);
        final ThreeFlavorState three = ThreeFlavorState.embed(two, pair);
        final StepControl control = StepControl.fixed(0.01);
        final MatterProfile matter = new MatterProfile(0.5, 0, -0.5, 0);
        final BoxField expected = new QkeBox(new Environment(0.3, 0.4, 1), control, 1e-3, false).withMatter(matter)
            .withEcho(new Echo(0.6, 0, 1)).evolve(start, 1, 2, Progress.NONE).last();
        final BoxField last = new ThreeFlavorBox(three, new ThreeFlavorEnvironment(
            pair == FlavorPair.E_MU ? 0.3 : 0, 0, pair == FlavorPair.E_TAU ? 0.3 : 0, 0, 0.4, 1), Damping.COHERENCE,
            control, 1e-3, false).withMatter(matter).withEcho(new Echo(0.6, 0, 1))
                .evolveBy(ThreeFlavorPerturbation.embed(start, pair), 0.5, 2, Progress.NONE).last();
        final BoxField embedded = ThreeFlavorPerturbation.embed(expected, pair);
        for (int i = 0; i < n; i++) {
            assertThat(last.trace(i)).isCloseTo(expected.trace(i), within(1e-15));
            assertThat(last.meanSquareDistance(embedded, i)).isLessThan(1e-24);
            assertThat(expected.meanSquareDistance(start, i)).isGreaterThan(1e-4);
        }
    }

    /** Mixing with CP phase, matter that varies, and advection; the echo within an output interval or at its end. */
    @ParameterizedTest
    @CsvSource({"2, 4", "1.3, 4", "2, 1"})
    void theStartReturnsToTheTolerance(final double time, final int intervals) {
        final ThreeFlavorState state = state(0, 0);
        final BoxField start = ThreeFlavorPerturbation.random(BoxGrid.line(2, 5, 24), state, 0.2, 3, 1);
        final BoxRun<ThreeFlavorSample> run = echo(state, start, new Echo(time, 0, 1), intervals);
        assertThat(run.broken()).isEmpty();
        assertThat(run.echo().orElseThrow().reversal()).isGreaterThan(0.1);
        assertThat(run.echo().orElseThrow().end()).isLessThan(1e-9);
    }

    private static BoxRun<ThreeFlavorSample> echo(final ThreeFlavorState state, final BoxField start, final Echo echo,
        final int intervals) {
        return new ThreeFlavorBox(state, new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, 0.8, 1), Damping.COHERENCE,
            StepControl.adaptive(1e-11), 1e-3, false).withMatter(new MatterProfile(0.5, 0, -0.5, 0)).withEcho(echo)
                .evolveBy(start, 4.0 / intervals, intervals, Progress.NONE);
    }

    /** Noise at the reversal turns density matrices without changing their eigenvalues, and spoils the echo. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3})
    void noiseSpoilsTheEcho(final double noise) {
        final ThreeFlavorState state = state(0, 0);
        final BoxField start = ThreeFlavorPerturbation.random(BoxGrid.line(2, 5, 24), state, 0.01, 3, 1);
        final BoxRun<ThreeFlavorSample> run = echo(state, start, new Echo(2, noise, 1), 2);
        assertThat(run.broken()).isEmpty();
        assertThat(run.echo().orElseThrow().end()).isBetween(noise / 30, noise * 30);
        assertThat(run.samples().get(2).lengthError()).isLessThan(1e-9);
    }

    @Test
    void wrongSourcesAreNamed() {
        final Absorption bad = ThreeFlavorState.absorption(new double[]{1, 0}, new double[][]{
            {0.5, 0.25, 0, 0, 0, 0, 0, 0, 0.1}, {0, 0, 0, 0, 0, 0, 0, 0, 0}});
        assertThatThrownBy(() -> new ThreeFlavorState(state(0, 0).modes().toBuilder().absorption(bad).build(),
            new double[2], new double[2], RHO)).isInstanceOf(InvalidModeException.class)
            .hasMessageContaining("a source with the eigenvalue -0.035");
        assertThatThrownBy(() -> ThreeFlavorState.absorption(new double[]{-1, 0}, SOURCES))
            .isInstanceOf(InvalidModeException.class).hasMessageContaining("kappa = -1.0");
        final Absorption two = new Absorption(new double[]{1, 1}, new double[2], new double[2], new double[2],
            new double[2]);
        assertThatThrownBy(() -> new ThreeFlavorState(state(0, 0).modes().toBuilder().absorption(two).build(),
            new double[2], new double[2], RHO)).hasMessageContaining("of three flavors like the state");
    }
}
