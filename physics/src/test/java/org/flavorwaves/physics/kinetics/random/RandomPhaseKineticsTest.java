package org.flavorwaves.physics.kinetics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Comparator;
import java.util.concurrent.CancellationException;

import org.flavorwaves.physics.kinetics.random.RandomPhaseResult.End;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Random-phase kinetics of the weak crossing of reference case 23. */
class RandomPhaseKineticsTest {
    private static final WaveVector Z = new WaveVector(0, 0, 1);

    private static final WaveLine BOX = WaveLine.ofBox(Z, 600, 66);

    private static RandomPhaseResult evolve(final FlavorState state, final Environment environment,
        final WaveLine line, final double... times) {
        return new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT.withCut(WeakCrossing.CUT))
            .evolve(RandomPhaseGas.of(state, environment, WeakCrossing.NOISE), line, times, Progress.NONE);
    }

    @Test
    void weakCrossingFollowsTheReference() {
        final FlavorState state = WeakCrossing.state();
        final double side = WeakCrossing.negativeSide(state);
        assertThat(side).isCloseTo(6.7064656475e-4, within(5e-15));
        final RandomPhaseResult result =
            evolve(state, Environment.FAST, BOX, 0, 400, 600, 700, 760, 800);
        assertThat(result.end()).isEqualTo(End.FINISHED);
        final RandomPhaseSample start = result.samples().get(0);
        assertThat(start.bands()).hasSize(14);
        final BandIntensity fastest =
            start.bands().stream().max(Comparator.comparingDouble(BandIntensity::growth)).orElseThrow();
        assertThat(fastest.sector()).isEqualTo(BandSector.PLUS);
        assertThat(fastest.k()).isCloseTo(.387463093943, within(1e-12));
        assertThat(fastest.omegaRe() + WeakCrossing.moment(state)).isCloseTo(.320912035656, within(1e-12));
        assertThat(fastest.growth()).isCloseTo(.008880891030, within(1e-12));
        final double[] left = {1, .998360, .955169, .787167, .54874, .36371};
        final double[] digits = {1e-15, 1e-6, 2e-6, 5e-6, 1e-5, 1e-5};
        for (int t = 0; t < left.length; t++) {
            assertThat(WeakCrossing.negativeSide(result.samples().get(t).state()) / side)
                .isCloseTo(left[t], within(digits[t]));
        }
        assertThat(result.worstLepton()).isLessThan(1e-14);
        assertThat(budget(result.last())).isCloseTo(budget(start), withinPercentage(1e-11));
        assertThat(result.worstBudget()).as("errors of all steps, before they are given back").isBetween(1e-12, 1e-8);
        assertThat(result.born()).isZero();
        assertThat(result.warnings()).isEmpty();
    }

    /** Sum w |P|^2 + 2 dk sum I (FW random-budget). */
    private static double budget(final RandomPhaseSample sample) {
        double sum = 0;
        for (int i = 0; i < sample.state().size(); i++) {
            final double length = sample.state().length(i);
            sum += sample.state().modes().weight(i) * length * length;
        }
        return sum + 2 * BOX.spacing() * sample.bands().stream().mapToDouble(BandIntensity::intensity).sum();
    }

    /** A matter potential turns all waves of an aligned gas alike. */
    @Test
    void matterChangesNothingInAnAlignedGas() {
        final FlavorState state = WeakCrossing.state();
        final RandomPhaseResult plain = evolve(state, Environment.FAST, BOX, 600);
        final RandomPhaseResult dense = evolve(state, new Environment(0, 50, 1), BOX, 600);
        for (int i = 0; i < state.size(); i++) {
            assertThat(dense.last().state().pz(i)).isCloseTo(plain.last().state().pz(i), within(1e-9));
        }
    }

    /** The intensities are densities over k: half the spacing is another sum for the same integral. */
    @Test
    void intensitiesAreDensitiesOverK() {
        final FlavorState state = WeakCrossing.state();
        final double coarse = WeakCrossing.negativeSide(evolve(state, Environment.FAST, BOX, 700).last().state());
        final double fine = WeakCrossing.negativeSide(
            evolve(state, Environment.FAST, WaveLine.midpoints(Z, .7, 200), 700).last().state());
        final double lost = WeakCrossing.negativeSide(state) - coarse;
        assertThat(fine).isCloseTo(coarse, within(0.05 * lost));
    }

    @Test
    void aCrossingThatDoesNotGrowStays() {
        final FlavorState state = WeakCrossing.state();
        final double[] pz = state.pzs();
        for (int i = 0; i < pz.length; i++) {
            pz[i] = Math.abs(pz[i]);
        }
        final FlavorState stable = state.withPolarization(new double[pz.length], new double[pz.length], pz);
        final RandomPhaseResult result = new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT)
            .evolve(RandomPhaseGas.of(stable, Environment.FAST, 1e-6), BOX, new double[]{0, 1000}, Progress.NONE);
        assertThat(result.end()).isEqualTo(End.FINISHED);
        assertThat(result.last().state()).isEqualTo(result.samples().get(0).state());
        assertThat(result.last().bands()).isEmpty();
    }

    @Test
    void aRangeThatCutsGrowingWavesWarns() {
        final RandomPhaseResult result =
            evolve(WeakCrossing.state(), Environment.FAST, WaveLine.ofBox(Z, 600, 40), 100);
        assertThat(result.warnings()).anyMatch(warning -> warning.text().contains("k = 0.418879"));
    }

    @Test
    void wrongInputsAreNamed() {
        final FlavorState state = WeakCrossing.state();
        assertThatThrownBy(() -> RandomPhaseGas.of(state, Environment.FAST, 0)).hasMessageContaining("noise");
        assertThatThrownBy(() -> RandomPhaseGas.of(state, Environment.FAST, new double[3]))
            .hasMessageContaining("64 modes");
        assertThatThrownBy(() -> new WaveLine(new WaveVector(0, 0, 2), 1, 1, 3)).hasMessageContaining("unit vector");
        assertThatThrownBy(() -> evolve(state, Environment.FAST, BOX, 1, 1)).hasMessageContaining("must rise");
    }

    @Test
    void cancellationEndsTheRun() {
        assertThatThrownBy(() -> new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT).evolve(
            RandomPhaseGas.of(WeakCrossing.state(), Environment.FAST, 1e-6), BOX, new double[]{900},
            (fraction, message) -> {
                if (fraction > 0.2) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
    }
}
