package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory.Outcome;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Absorption and emission beside the exchange of neutrinos and flavomons. */
class AbsorbingKineticsTest {

    private static NeutrinoOccupations beams(final double[] trace, final double[] pz, final double[] kappa,
        final double[] traceSource, final double[] pzSource) {
        return ShallowCrossing.occupations(FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1)
            .absorption(new Absorption(kappa, traceSource, new double[2], new double[2], pzSource)).build(), trace,
            pz));
    }

    private static FlavomonHistory run(final NeutrinoOccupations neutrinos, final double from, final double to,
        final int count, final double seed, final double end) {
        return new FlavomonKinetics(neutrinos, TimeOptions.until(end, 10))
            .evolve(WaveNumberGrid.uniform(from, to, count, 1), FlavomonOptions.quasiLinear(seed), Progress.NONE);
    }

    /** Without a crossing no wave grows, and both occupations relax exponentially to those of the source. */
    @Test
    void occupationsRelaxToTheSource() {
        final FlavomonHistory history = run(beams(new double[]{0.9, 0.2}, new double[]{0.5, -0.1},
            new double[]{0.3, 0}, new double[]{0.7, 0.5}, new double[]{0.1, 0.5}), -1, 1, 3, 1e-9, 4);
        final double decay = Math.exp(-0.3 * 4);
        assertThat(history.last().electron()[0]).isCloseTo(0.4 + 0.3 * decay, within(1e-5));
        assertThat(history.last().other()[0]).isCloseTo(0.3 - 0.1 * decay, within(1e-5));
        assertThat(history.last().electron()[1]).isCloseTo(0.05, within(1e-15));
        assertThat(history.last().other()[1]).isCloseTo(0.15, within(1e-15));
        assertThat(history.worstInvariant()).isLessThan(1e-14);
        assertThat(history.worstEntropyFall()).isNaN();
    }

    /** Antineutrinos that are emitted into the gas of reference case 19: waves keep the crossing shut. */
    @Test
    void drivenCrossingsAreKeptShut() {
        final double rate = 1e-3;
        final FlavomonHistory history = run(beams(new double[]{1, 0}, new double[]{1, 0}, new double[]{0, rate},
            new double[]{0, 1}, new double[]{0, 1}), -1.2, -0.8, 9, 1e-12, 100);
        assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(history.worstInvariant()).isLessThan(1e-12);
        final double p1 = history.last().electron()[0] - history.last().other()[0];
        final double p2 = history.last().electron()[1] - history.last().other()[1];
        assertThat(history.last().electron()[1] + history.last().other()[1])
            .isCloseTo(-Math.expm1(-rate * 100), within(1e-6));
        assertThat(p2).isBetween(0.0, 0.01);
        assertThat(p1 - p2).isBetween(0.9, 0.91);
    }

    /** The numbers of the resonant exchange are those without collisions and what is emitted. */
    @Test
    void resonantNumbersAreKeptBesideWhatIsEmitted() {
        final FlavorState state = new ShallowCrossing(24, 0.1).neutrinos();
        final double[] kappa = new double[state.size()];
        final double[] trace = new double[state.size()];
        for (int i = 0; i < kappa.length; i++) {
            kappa[i] = 1e-3 * (1 + i % 3);
            trace[i] = 0.5;
        }
        final double[] zeros = new double[kappa.length];
        final NeutrinoOccupations neutrinos = ShallowCrossing.occupations(new FlavorState(state.modes().toBuilder()
            .absorption(new Absorption(kappa, trace, zeros, zeros, trace)).build(), state.traces(), zeros, zeros,
            state.pzs()));
        final double flux = -4.0 / 3;
        final FlavomonHistory history = new FlavomonKinetics(neutrinos, TimeOptions.until(40, 2))
            .evolve(WaveNumberGrid.uniform(1.76 - flux, 2.1 - flux, 6, 1e-4),
                FlavomonOptions.resonant(1e-4, false, 0.05), Progress.NONE);
        assertThat(history.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(history.worstInvariant()).isLessThan(1e-12);
        for (int i = 0; i < kappa.length; i++) {
            assertThat(history.last().electron()[i] + history.last().other()[i])
                .isCloseTo(0.5 + (state.trace(i) - 0.5) * Math.exp(-kappa[i] * 40), within(1e-6));
        }
    }

    @Test
    void sourcesAcrossZAreRefused() {
        assertThatThrownBy(() -> ShallowCrossing.occupations(FlavorState.alongZ(MomentumModes.builder()
            .species(Species.NU).rings(1).weight(1).absorption(new Absorption(new double[]{1}, new double[]{1},
                new double[]{0.5}, new double[1], new double[1])).build(), new double[]{1}, new double[]{1})))
            .hasMessageContaining("Mode 0 has a source that is not along z: P_source = (0.5, 0.0, 0.0)");
    }
}
