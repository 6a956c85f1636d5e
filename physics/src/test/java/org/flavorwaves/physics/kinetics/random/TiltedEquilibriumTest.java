package org.flavorwaves.physics.kinetics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.kinetics.random.RandomPhaseResult.End;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.QkeRun;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** A non-aligned equilibrium with vacuum mixing of two energies and matter, against resolved boxes. */
class TiltedEquilibriumTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.2, 1);

    private static final double LENGTH = 300;

    private static final double NOISE = 1e-5;

    private static final int BOXES = 4;

    private static FlavorState equilibrium() {
        final int[] count = {8, 12};
        final int n = count[0] + count[1];
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] p = new double[n];
        final double[] omega = new double[n];
        for (int i = 0; i < n; i++) {
            final boolean first = i < count[0];
            final GaussLegendre rule = GaussLegendre.of(count[first ? 0 : 1]);
            final int node = first ? i : i - count[0];
            final double half = first ? 0.875 : 0.125;
            v[i] = (first ? -0.125 : 0.875) + half * rule.node(node);
            w[i] = half * rule.weight(node);
            p[i] = 0.2 * (1 - Math.exp(-(1 - v[i]) * (1 - v[i]) / 0.2)) - 0.04;
            omega[i] = 0.05 * (1 + 0.8 * v[i] * v[i]) * (i % 2 == 0 ? 1 : 0.3);
        }
        final Species[] species = new Species[n];
        Arrays.fill(species, Species.NU);
        final double[] trace = new double[n];
        Arrays.fill(trace, 0.5);
        return new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(w).omega(omega).build(), trace, p), ENVIRONMENT,
            Progress.NONE).state();
    }

    private static RandomPhaseResult randomPhases(final FlavorState state, final double... times) {
        return new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT).evolve(RandomPhaseGas.of(state, ENVIRONMENT, NOISE),
            WaveLine.ofBox(new WaveVector(0, 0, 1), LENGTH, 40), times, Progress.NONE);
    }

    /** A box with noise of the same density across every P_i. */
    private static BoxField noisy(final FlavorState state, final int seed) {
        final Random random = new Random(seed);
        BoxField field = BoxField.homogeneous(BoxGrid.line(2, LENGTH, 192), state);
        for (int h = 1; h <= field.grid().cutoff(2); h++) {
            final double[] re = new double[3 * state.size()];
            final double[] im = new double[3 * state.size()];
            for (int i = 0; i < state.size(); i++) {
                final double sigma = state.length(i) * Math.sqrt(NOISE * Math.PI / LENGTH);
                across(state, i, sigma, random, re);
                across(state, i, sigma, random, im);
            }
            field = field.plusWave(field.grid().index(0, 0, h), WaveFunction.owning(re, im), 1);
        }
        return field;
    }

    private static void across(final FlavorState state, final int i, final double sigma, final Random random,
        final double[] out) {
        final double[] p = {state.px(i), state.py(i), state.pz(i)};
        double along = 0;
        for (int a = 0; a < 3; a++) {
            out[3 * i + a] = sigma * random.nextGaussian();
            along += out[3 * i + a] * p[a] / (state.length(i) * state.length(i));
        }
        for (int a = 0; a < 3; a++) {
            out[3 * i + a] -= along * p[a];
        }
    }

    /** Within the scatter of single boxes, mode by mode, until half of the fastest mode is gone. */
    @Test
    void resolvedBoxesAgreeUntilAnAlignmentTurns() {
        final FlavorState state = equilibrium();
        assertThat(Background.of(state, ENVIRONMENT).structure()).isEqualTo(BackgroundStructure.EQUILIBRIUM);
        final int times = 3;
        final double end = 255;
        final double[][] mean = new double[times + 1][state.size()];
        final double[][] square = new double[times + 1][state.size()];
        for (int seed = 1; seed <= BOXES; seed++) {
            final QkeRun box = new QkeBox(ENVIRONMENT, StepControl.adaptive(1e-7), 1e-3, false)
                .evolve(noisy(state, seed), end, times, Progress.NONE);
            for (int t = 0; t <= times; t++) {
                for (int i = 0; i < state.size(); i++) {
                    final double length = box.samples().get(t).mean().length(i) / state.length(i);
                    mean[t][i] += length / BOXES;
                    square[t][i] += length * length / BOXES;
                }
            }
        }
        final RandomPhaseResult result = randomPhases(state, 0, end / 3, 2 * end / 3, end);
        assertThat(result.end()).isEqualTo(End.FINISHED);
        double least = 1;
        for (int t = 1; t <= times; t++) {
            double scatter = 0;
            double error = 0;
            for (int i = 0; i < state.size(); i++) {
                final double length = result.samples().get(t).state().length(i) / state.length(i);
                scatter = Math.max(scatter, Math.sqrt(Math.max(0, square[t][i] - mean[t][i] * mean[t][i])));
                error = Math.max(error, Math.abs(length - mean[t][i]));
                least = Math.min(least, length);
            }
            assertThat(error).as("t = %s", t * end / times).isLessThan(Math.max(1e-5, scatter));
        }
        assertThat(least).isBetween(0.3, 0.8);
        assertThat(result.worstBudget()).isBetween(1e-12, 1e-7);
    }

    /** Steps end where bands end, so that a thousandth of the tolerance changes little. */
    @Test
    void bandsThatEndDoNotLimitTheAccuracy() {
        final FlavorState state = equilibrium();
        final FlavorState[] last = new FlavorState[2];
        for (int t = 0; t < 2; t++) {
            last[t] = new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT.withTolerance(t == 0 ? 1e-6 : 1e-9)).evolve(
                RandomPhaseGas.of(state, ENVIRONMENT, NOISE), WaveLine.ofBox(new WaveVector(0, 0, 1), LENGTH, 40),
                new double[]{290}, Progress.NONE).last().state();
        }
        double least = 1;
        double worst = 0;
        for (int i = 0; i < state.size(); i++) {
            worst = Math.max(worst, Math.abs(last[0].length(i) - last[1].length(i)));
            least = Math.min(least, last[1].length(i) / state.length(i));
        }
        assertThat(least).isLessThan(0.3);
        assertThat(worst).isLessThan(5e-7);
    }

    /** A |P_i| that falls towards 0 may change its alignment: the run says from when on, and ends. */
    @Test
    void aVanishingPolarizationIsToldAndEndsTheRun() {
        final FlavorState state = equilibrium();
        final RandomPhaseResult result = randomPhases(state, 0, 1000);
        assertThat(result.end()).isEqualTo(End.POLARIZATION_VANISHED);
        assertThat(result.samples()).hasSize(1);
        assertThat(result.doubtful()).isBetween(0.8 * result.time(), result.time());
        assertThat(result.reason()).contains("|P| of mode");
        assertThat(result.warnings()).anyMatch(warning -> warning.text().contains("turned it over"));
    }

    /** All vectors turned alike without external terms are the same gas. */
    @Test
    void turningAllVectorsAlikeChangesNothing() {
        final FlavorState state = WeakCrossing.state();
        final double[] pz = state.pzs();
        final double c = 0.6;
        final double s = 0.8;
        final double[] px = Arrays.stream(pz).map(z -> s * z).toArray();
        final double[] turned = Arrays.stream(pz).map(z -> c * z).toArray();
        final FlavorState tilted = state.withPolarization(px, new double[pz.length], turned);
        final RandomPhaseResult result = new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT.withCut(WeakCrossing.CUT))
            .evolve(RandomPhaseGas.of(tilted, Environment.FAST, WeakCrossing.NOISE),
                WaveLine.ofBox(new WaveVector(0, 0, 1), 600, 66), new double[]{700}, Progress.NONE);
        double side = 0;
        for (int i = 0; i < pz.length; i++) {
            side -= pz[i] < 0 ? state.modes().weight(i)
                * (s * result.last().state().px(i) + c * result.last().state().pz(i)) : 0;
        }
        assertThat(side / WeakCrossing.negativeSide(state)).isCloseTo(.787167, within(5e-6));
    }
}
