package org.flavorwaves.physics.kinetics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.kinetics.random.RandomPhaseResult.End;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Two beams v = +-1, neutrinos at the start, antineutrinos emitted into the other one. */
class DrivenGasTest {
    private static final double RATE = 1e-3;

    private static final WaveLine LINE = new WaveLine(new WaveVector(0, 0, 1), 0.5, 0.25, 7);

    private static FlavorState beams() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).absorption(new Absorption(new double[]{RATE, RATE}, new double[]{1, 1}, new double[2],
                new double[2], new double[]{1, 1})).build();
        return FlavorState.alongZ(modes, new double[]{1, 0}, new double[]{1, 0});
    }

    private static RandomPhaseResult evolve(final double... times) {
        return new RandomPhaseKinetics(RandomPhaseOptions.DEFAULT).evolve(
            RandomPhaseGas.ofField(beams(), Environment.FAST, 1e-8), LINE, times, Progress.NONE);
    }

    /**
     * Waves carry no lepton number: p1 - p2 relaxes as if there were none. Without waves p2 would be 1 - exp(-kappa t);
     * the waves hold it near 0, where growth is marginal.
     */
    @Test
    void wavesHoldADrivenGasAtMarginalGrowth() {
        final RandomPhaseResult result = evolve(0, 100, 300);
        assertThat(result.end()).isEqualTo(End.FINISHED);
        for (final RandomPhaseSample sample : result.samples()) {
            assertThat(sample.state().pz(0) - sample.state().pz(1)).isCloseTo(Math.exp(-RATE * sample.time()),
                within(1e-7));
            assertThat(sample.state().trace(1)).isCloseTo(1 - Math.exp(-RATE * sample.time()), within(1e-14));
        }
        assertThat(result.last().state().pz(1)).isBetween(0.0, 0.03);
        assertThat(result.last().growth()).isBetween(0.0, 0.2);
        assertThat(result.worstBudget()).isLessThan(1e-5);
        assertThat(result.steps()).isLessThan(400);
    }

    /** Before the waves have grown the gas is that of absorption and emission alone. */
    @Test
    void absorptionAndEmissionAloneAreExponential() {
        final RandomPhaseResult result = evolve(5);
        assertThat(result.last().state().pz(1)).isCloseTo(1 - Math.exp(-RATE * 5), within(1e-6));
        assertThat(result.last().state().pz(0)).isCloseTo(1, within(1e-6));
    }
}
