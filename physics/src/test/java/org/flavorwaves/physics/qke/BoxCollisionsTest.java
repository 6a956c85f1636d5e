package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Absorption and emission in the box: closed forms, the linear analysis, and what becomes of the identities. */
class BoxCollisionsTest {
    private static final Environment NO_SELF_INTERACTION = new Environment(0, 0, 0);

    private static final BoxGrid GRID = BoxGrid.line(2, 5, 12);

    private static final StepControl[] CONTROLS = {StepControl.adaptive(1e-10), StepControl.fixed(0.1)};

    /** The same modes with sources in all directions; with one rate for all of them, or rates up to the largest. */
    private static FlavorState absorbing(final FlavorState state, final double largest, final boolean equal) {
        final MomentumModes modes = state.modes();
        final int n = state.size();
        final double[] kappa = new double[n];
        final double[] trace = new double[n];
        final double[][] p = new double[3][n];
        for (int i = 0; i < n; i++) {
            kappa[i] = equal ? largest : largest * i / (n - 1);
            trace[i] = 0.6 + 0.05 * i;
            p[0][i] = 0.1;
            p[1][i] = -0.05 * i;
            p[2][i] = 0.2 - 0.1 * i;
        }
        return new FlavorState(MomentumModes.builder().species(BoxStates.species(modes))
            .velocity(modes.vxs(), modes.vys(), modes.vzs()).weight(modes.weights()).omega(modes.omegas())
            .depolarization(modes.depolarizations())
            .absorption(new Absorption(kappa, trace, p[0], p[1], p[2])).build(), state.traces(), state.pxs(),
            state.pys(), state.pzs());
    }

    private static QkeRun run(final BoxField start, final Environment environment, final StepControl control,
        final double duration, final int intervals) {
        return new QkeBox(environment, control, 1e-3, false).evolve(start, duration, intervals, Progress.NONE);
    }

    private static double relaxed(final double p, final double source, final double rate, final double time) {
        return source + (p - source) * Math.exp(-rate * time);
    }

    /** Without the nu-nu term harmonics only turn and shrink, and the mean and the traces relax to the source. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 300})
    void kappaAloneRelaxesToRounding(final double largest) {
        final FlavorState state = absorbing(BoxStates.random(5, 4, true, false), largest, false);
        final BoxField start = BoxStates.waves(GRID, state, 0.02);
        final Absorption absorption = state.modes().absorption();
        for (final StepControl control : CONTROLS) {
            final BoxField last = run(start, NO_SELF_INTERACTION, control, 2, 2).last();
            for (int i = 0; i < state.size(); i++) {
                final double kappa = absorption.rate(i);
                assertThat(last.trace(i)).isCloseTo(relaxed(1, absorption.trace(i), kappa, 2), within(1e-15));
                assertThat(last.re(i, 0, 0)).isCloseTo(relaxed(state.px(i), absorption.px(i), kappa, 2), within(2e-15));
                assertThat(last.re(i, 1, 0)).isCloseTo(relaxed(state.py(i), absorption.py(i), kappa, 2), within(2e-15));
                assertThat(last.re(i, 2, 0)).isCloseTo(relaxed(state.pz(i), absorption.pz(i), kappa, 2), within(2e-15));
                for (int h = 1; h < GRID.harmonics(); h++) {
                    assertThat(last.power(i, h)).isCloseTo(start.power(i, h) * Math.exp(-4 * kappa), within(1e-16));
                }
            }
        }
    }

    /** One mode in mixing and matter: P = P_inf + exp(-kappa t) R (P - P_inf) with (kappa - [H]x) P_inf = kappa P_s. */
    @Test
    void precessionAndEmissionAreExactTogether() {
        final Environment environment = new Environment(0.3, 900, 0);
        final double omega = 40;
        final double kappa = 7;
        final double[] source = {0.3, -0.4, 0.5};
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(0.5).weight(1).omega(omega)
            .absorption(new Absorption(new double[]{kappa}, new double[]{0.9}, new double[]{source[0]},
                new double[]{source[1]}, new double[]{source[2]})).build();
        final FlavorState state = new FlavorState(modes, new double[]{1}, new double[]{0.1}, new double[]{0.7},
            new double[]{-0.2});
        final double[] h = {omega * environment.bx(), 0, omega * environment.bz() + 900};
        final double square = h[0] * h[0] + h[2] * h[2];
        final double along = (h[0] * source[0] + h[2] * source[2]) / square;
        final double[] across = {h[1] * source[2] - h[2] * source[1], h[2] * source[0] - h[0] * source[2],
            h[0] * source[1] - h[1] * source[0]};
        final double[] limit = new double[3];
        for (int a = 0; a < 3; a++) {
            limit[a] = along * h[a]
                + (kappa * kappa * (source[a] - along * h[a]) + kappa * across[a]) / (kappa * kappa + square);
        }
        final BoxField last = run(BoxField.homogeneous(BoxGrid.line(2, 5, 4), state), environment,
            StepControl.adaptive(1e-9), 0.3, 1).last();
        final double[] from = {state.px(0) - limit[0], state.py(0) - limit[1], state.pz(0) - limit[2]};
        final double size = Math.sqrt(square);
        final double parallel = (from[0] * h[0] + from[2] * h[2]) / square;
        final double[] turned = {h[1] * from[2] - h[2] * from[1], h[2] * from[0] - h[0] * from[2],
            h[0] * from[1] - h[1] * from[0]};
        for (int a = 0; a < 3; a++) {
            final double rotated = parallel * h[a] + Math.cos(0.3 * size) * (from[a] - parallel * h[a])
                + Math.sin(0.3 * size) * turned[a] / size;
            assertThat(last.re(0, a, 0)).isCloseTo(limit[a] + Math.exp(-0.3 * kappa) * rotated, within(1e-13));
        }
    }

    /** A pure mode that is absorbed to nothing beside one that is not stays a state: |P| <= P0 to the end. */
    @ParameterizedTest
    @ValueSource(doubles = {20, 70})
    void absorbedModesStayStates(final double time) {
        final double[] zeros = new double[2];
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0.5, -0.5)
            .weight(1, 1).absorption(new Absorption(new double[]{1, 0}, zeros, zeros, zeros, zeros)).build();
        final BoxField start = BoxStates.waves(GRID, FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{0.9, 0.9}), 0.001);
        final QkeRun run = run(start, Environment.FAST, StepControl.adaptive(1e-8), time, 2);
        assertThat(run.broken()).isEmpty();
        assertThat(run.last().trace(0)).isCloseTo(Math.exp(-time), within(1e-12 * Math.exp(-time)));
        assertThat(run.last().mean().length(0)).isLessThanOrEqualTo(Math.exp(-time) * (1 + 1e-12));
    }

    /** (dP/dt)_n with absorption is that without, minus kappa P_n, and kappa P_s for the mean. */
    @Test
    void derivativeHasAbsorptionAndEmission() {
        final FlavorState state = BoxStates.random(5, 3, false, true);
        final FlavorState absorbing = absorbing(state, 0.7, false);
        final Environment environment = new Environment(0.3, 0.4, 0.9);
        final QkeBox box = new QkeBox(environment, StepControl.adaptive(1e-8), 1, false);
        final BoxField field = BoxStates.waves(GRID, absorbing, 0.02);
        final BoxField rate = box.derivative(field);
        final BoxField without = box.derivative(BoxStates.waves(GRID, state, 0.02));
        final Absorption absorption = absorbing.modes().absorption();
        for (int i = 0; i < state.size(); i++) {
            final double[] source = {absorption.px(i), absorption.py(i), absorption.pz(i)};
            for (int a = 0; a < 3; a++) {
                for (int h = 0; h < GRID.harmonics(); h++) {
                    final double re = absorption.rate(i) * ((h == 0 ? source[a] : 0) - field.re(i, a, h));
                    assertThat(rate.re(i, a, h)).isCloseTo(without.re(i, a, h) + re, within(1e-14));
                    assertThat(rate.im(i, a, h)).isCloseTo(without.im(i, a, h)
                        - absorption.rate(i) * field.im(i, a, h), within(1e-14));
                }
            }
        }
    }

    /** Steps of both kinds, with mixing, matter, depolarization and absorption of all modes, tend to one field. */
    @Test
    void bothStepsAgreeAndTheFixedOneIsOfFourthOrder() {
        final FlavorState state = absorbing(BoxStates.damped(BoxStates.random(6, 1, true, true)), 0.9, false);
        final Environment environment = new Environment(0.3, 0.4, 0.9);
        final BoxField start = BoxStates.waves(GRID, state, 0.02);
        final BoxField exact = run(start, environment, StepControl.adaptive(1e-14), 4, 1).last();
        double last = Double.NaN;
        for (int halving = 0; halving < 3; halving++) {
            final double error = BoxStates.distance(exact,
                run(start, environment, StepControl.fixed(0.02 / (1 << halving)), 4, 1).last());
            if (halving > 0) {
                assertThat(Math.log(last / error) / Math.log(2)).isBetween(3.7, 4.4);
            }
            last = error;
        }
        assertThat(last).isLessThan(1e-8);
        assertThat(BoxStates.distance(exact, run(start, environment, StepControl.adaptive(1e-9), 4, 1).last()))
            .isLessThan(2e-8);
    }

    /** A run that is continued from its last field equals one without a break to the bit, traces included. */
    @Test
    void continuedRunsAreEqual() {
        final FlavorState state = absorbing(BoxStates.random(5, 7, true, true), 0.4, false);
        final Environment environment = new Environment(0.3, 0.4, 0.9);
        final QkeBox box = new QkeBox(environment, StepControl.adaptive(1e-8), 1, false);
        final BoxField start = BoxStates.waves(GRID, state, 0.02);
        final BoxField whole = box.evolveBy(start, 0.5, 4, Progress.NONE).last();
        final BoxField half = box.evolveBy(start, 0.5, 2, Progress.NONE).last();
        final BoxField again = box.evolveBy(half, 0.5, 2, Progress.NONE).last();
        assertThat(BoxStates.distance(whole, again)).isZero();
        for (int i = 0; i < state.size(); i++) {
            assertThat(again.trace(i)).isEqualTo(whole.trace(i)).isLessThanOrEqualTo(1);
        }
    }

    /** At one rate the lepton number relaxes to that of the sources; at several, no number is conserved. */
    @Test
    void leptonNumberRelaxesAtOneRate() {
        final FlavorState free = BoxStates.random(6, 9, true, false);
        final BoxField start = BoxStates.waves(GRID, absorbing(free, 0.3, true), 0.02);
        final QkeRun run = run(start, Environment.FAST, StepControl.adaptive(1e-10), 3, 3);
        assertThat(run.leptonError()).isLessThan(1e-13);
        assertThat(run.lengthError()).isNaN();
        assertThat(run.flavorConserved()).isFalse();
        assertThat(run(BoxStates.waves(GRID, absorbing(free, 0.3, false), 0.02), Environment.FAST,
            StepControl.adaptive(1e-10), 1, 1).leptonError()).isNaN();
    }

    /** Every band of a state along no axis changes as -i Omega times it, with D of all components and kappa. */
    @Test
    void absorbedFluctuationsFollowTheLinearAnalysis() {
        final Environment environment = new Environment(0.4, 0.3, 1);
        final FlavorState state = absorbing(BoxStates.damped(BoxStates.random(5, 21, true, true)), 0.8, false);
        final BoxGrid grid = BoxGrid.line(2, 7, 16);
        final int h = grid.index(0, 0, 1);
        final BandSet bands =
            new BandSolver(BandDetail.VECTORS).solve(Background.of(state, environment), grid.waveVector(h));
        final QkeBox box = new QkeBox(environment, Damping.LENGTH, StepControl.adaptive(1e-8), 1, false);
        for (int b = 0; b < bands.size(); b++) {
            final WaveFunction psi = bands.vectors().orElseThrow().right(b);
            final BoxField field = BoxField.homogeneous(grid, state).plusWave(h, psi, 1e-3);
            final WaveFunction rate = box.derivative(field).wave(h);
            for (int c = 0; c < 3 * state.size(); c++) {
                final double re = 1e-3 * psi.re(c / 3, c % 3);
                final double im = 1e-3 * psi.im(c / 3, c % 3);
                assertThat(rate.re(c / 3, c % 3)).isCloseTo(bands.omegaIm(b) * re + bands.omegaRe(b) * im,
                    within(1e-14));
                assertThat(rate.im(c / 3, c % 3)).isCloseTo(bands.omegaIm(b) * im - bands.omegaRe(b) * re,
                    within(1e-14));
            }
        }
    }
}
