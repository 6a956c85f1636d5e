package org.flavorwaves.physics.kinetics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.flavorwaves.physics.flavomon.kinetics.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonKinetics;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonOptions;
import org.flavorwaves.physics.flavomon.kinetics.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.NeutrinoOccupations;
import org.flavorwaves.physics.flavomon.kinetics.TimeOptions;
import org.flavorwaves.physics.flavomon.kinetics.WaveNumberGrid;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Where the two theories meet: random-phase flavor waves and quasi-linear flavomons of one aligned medium. */
class TwoTheoriesTest {
    private static final int RINGS = 10;

    private static final int COUNT = 36;

    private static final double RANGE = 3.6;

    private static final double FIELD = 1e-7;

    private static final double END = 160;

    private static final int OUTPUTS = 4;

    /** G = ((1 - v)^2 - 0.04)/4 on Gauss-Legendre nodes. */
    private static FlavorState shallowCrossing() {
        final GaussLegendre rule = GaussLegendre.of(RINGS);
        final double[] pz = Arrays.stream(rule.nodes()).map(v -> ((1 - v) * (1 - v) - 0.04) / 4).toArray();
        final double[] trace = new double[RINGS];
        Arrays.fill(trace, 1);
        final Species[] species = new Species[RINGS];
        Arrays.fill(species, Species.NU);
        final double[] weight = Arrays.stream(rule.weights()).map(w -> 4 * w).toArray();
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(rule.nodes()).weight(weight).build(), trace, pz);
    }

    @Test
    void polarizationsAndIntensitiesAgree() {
        final FlavorState state = shallowCrossing();
        final FlavomonHistory flavomons = new FlavomonKinetics(NeutrinoOccupations.of(state, Environment.FAST),
            new TimeOptions(END, OUTPUTS, 1e-9, 0.002, 1e-10, 100_000)).evolve(
            WaveNumberGrid.uniform(-RANGE, RANGE, 2 * COUNT, 1), FlavomonOptions.quasiLinear(FIELD), Progress.NONE);
        final double[] times = new double[OUTPUTS + 1];
        Arrays.setAll(times, t -> END * t / OUTPUTS);
        final RandomPhaseResult waves = new RandomPhaseKinetics(
            RandomPhaseOptions.DEFAULT.withCut(1e-6).withTolerance(1e-9)).evolve(
            RandomPhaseGas.ofField(state, Environment.FAST, FIELD),
            WaveLine.midpoints(new WaveVector(0, 0, 1), RANGE, COUNT), times, Progress.NONE);
        double moved = 0;
        int compared = 0;
        for (int t = 0; t <= OUTPUTS; t++) {
            final FlavomonFrame frame = flavomons.frames().get(t);
            final RandomPhaseSample sample = waves.samples().get(t);
            for (int i = 0; i < RINGS; i++) {
                assertThat(sample.state().pz(i)).as("t = %s, mode %s", times[t], i)
                    .isCloseTo(frame.electron()[i] - frame.other()[i], within(1e-6));
                moved = Math.max(moved, Math.abs(sample.state().pz(i) / state.pz(i) - 1));
            }
            compared += compareIntensities(frame, sample);
        }
        assertThat(compared).isGreaterThan(5);
        assertThat(moved).isGreaterThan(0.5);
    }

    /** Growing waves of the field: the same wave number, growth and |A|^2. */
    private static int compareIntensities(final FlavomonFrame frame, final RandomPhaseSample sample) {
        int compared = 0;
        for (final BandIntensity band : sample.bands()) {
            final double k = band.sector() == BandSector.PLUS ? band.k() : -band.k();
            for (final FlavomonWave wave : frame.waves()) {
                if (band.growth() > 1e-3 && Math.abs(wave.waveNumber() - k) < 1e-9
                    && Math.abs(wave.growth() - band.growth()) < 1e-5) {
                    assertThat(band.fieldIntensity() * 2 * RANGE / (2 * COUNT))
                        .isCloseTo(wave.intensity(), within(1e-5 * wave.intensity()));
                    compared++;
                }
            }
        }
        return compared;
    }
}
