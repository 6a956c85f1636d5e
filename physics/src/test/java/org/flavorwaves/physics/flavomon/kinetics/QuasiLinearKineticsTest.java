package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory.Outcome;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class QuasiLinearKineticsTest {
    private static final double SMALLER = 0.5;

    private static NeutrinoOccupations twoBeams() {
        return ShallowCrossing.occupations(FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, SMALLER).build(), new double[]{1, 1},
            new double[]{1, 1}));
    }

    private static FlavomonHistory run(final NeutrinoOccupations neutrinos, final double from, final double to,
        final int count, final double seed, final double end) {
        return new FlavomonKinetics(neutrinos, TimeOptions.until(end, 10))
            .evolve(WaveNumberGrid.uniform(from, to, count, 1), FlavomonOptions.quasiLinear(seed), Progress.NONE);
    }

    /** Two beams g_1, -g_2 grow at most at 2 sqrt(g_1 g_2), at K = -D^z. */
    @Test
    void growsAtTwiceTheExactRate() {
        final double flux = 1 + SMALLER;
        final FlavomonHistory history = run(twoBeams(), -flux - 1e-9, -flux + 1e-9, 1, 1e-6, 2);
        final double growth = 2 * Math.sqrt(SMALLER);
        final double intensity = 1e-6 * 2e-9;
        assertThat(history.last().waves().get(0).growth()).isCloseTo(growth, within(1e-7));
        assertThat(Math.log(history.last().waves().get(0).intensity() / intensity))
            .isCloseTo(2 * growth * 2, within(1e-4));
    }

    /**
     * P_z^2 + 4 |S|^2 is conserved mode by mode (identity 2 of section 4), S being the coherence of the wave. The
     * eigenvector at k = 0 has |w_1 S_1|^2 = |A|^2/3 and |w_2 S_2|^2 = |A|^2/6 for g = (1, -1/2).
     */
    @Test
    void takesFromTheBeamsWhatTheWaveCarries() {
        final double flux = 1 + SMALLER;
        final FlavomonHistory history = run(twoBeams(), -flux - 0.5, -flux + 0.5, 1, 1e-9, 4);
        final FlavomonFrame last = history.last();
        final double gained = last.waves().get(0).intensity() - 1e-9;
        assertThat(gained).isCloseTo(1e-9 * Math.expm1(16 * Math.sqrt(SMALLER)), within(1e-3 * gained));
        assertThat(1 - square(last, 0)).isCloseTo(4 * gained / 3, within(1e-3 * gained));
        assertThat(SMALLER * SMALLER * (1 - square(last, 1))).isCloseTo(4 * gained / 6, within(1e-3 * gained));
    }

    private static double square(final FlavomonFrame frame, final int i) {
        return Math.pow(frame.electron()[i] - frame.other()[i], 2);
    }

    @Test
    void leavesNothingOfTheSmallerBeam() {
        final FlavomonHistory history = run(twoBeams(), -4, 0, 80, 1e-6, 60);
        assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(history.worstInvariant()).isLessThan(1e-12);
        assertThat(history.worstEntropyFall()).isLessThan(1e-15);
        final double[] fe = history.last().electron();
        final double[] fx = history.last().other();
        assertThat(SMALLER * (fe[1] - fx[1])).isBetween(0.0, 1e-3);
        assertThat(fe[0] - fx[0]).isCloseTo(1 - SMALLER, within(1e-3));
    }

    @Test
    void removesTheCrossing() {
        final double depth = 0.1;
        final double flux = -4.0 / 3;
        final NeutrinoOccupations neutrinos =
            ShallowCrossing.occupations(new ShallowCrossing(24, depth).neutrinos());
        final FlavomonHistory history = run(neutrinos, 1.74 - flux, 2.1 - flux, 12, 1e-7, 400);
        assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(history.worstInvariant()).isLessThan(1e-12);
        assertThat(history.worstEntropyFall()).isLessThan(1e-15);
        final List<FlavomonWave> first = history.frames().get(0).waves();
        assertThat(first.stream().mapToDouble(FlavomonWave::growth).max().orElse(0)).isGreaterThan(0.029);
        assertThat(history.last().waves().stream().mapToDouble(FlavomonWave::growth).max().orElse(0))
            .isLessThan(1e-3);
        final double[] fe = history.last().electron();
        final double[] fx = history.last().other();
        for (int i = 0; i < fe.length; i++) {
            final double g = ShallowCrossing.DENSITY * (fe[i] - fx[i]);
            if (ShallowCrossing.density(neutrinos.velocity(i), depth) < 0) {
                assertThat(g).as("v = %s", neutrinos.velocity(i)).isBetween(-0.05 * depth * depth, 0.0);
            }
        }
    }
}
