package org.flavorwaves.physics.flavomon.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** Resonance says before the first step that it cannot. */
class ResonanceCheckTest {
    private static final FlavomonOptions OPTIONS = FlavomonOptions.resonant(0, true, 0.03);

    /** G = 0.5 - 0.7 v (reference case 5): two real modes have merged where growth is fastest, at k = 0.7755061. */
    private static NeutrinoOccupations linear(final int rings) {
        final GaussLegendre rule = GaussLegendre.of(rings);
        final Species[] species = new Species[rings];
        Arrays.fill(species, Species.NU);
        final double[] trace = new double[rings];
        Arrays.fill(trace, 1);
        return ShallowCrossing.occupations(FlavorState.alongZ(MomentumModes.builder().species(species)
            .rings(rule.nodes()).weight(Arrays.stream(rule.weights()).map(w -> 2 * w).toArray()).build(), trace,
            Arrays.stream(rule.nodes()).map(v -> (0.5 - 0.7 * v) / 2).toArray()));
    }

    /** G of a step at v = 0, 0.5 below and -0.3 above, whose series ripples. */
    private static NeutrinoOccupations step(final int rings) {
        final GaussLegendre rule = GaussLegendre.of(rings);
        final Species[] species = new Species[rings];
        Arrays.fill(species, Species.NU);
        final double[] trace = new double[rings];
        Arrays.fill(trace, 1);
        return ShallowCrossing.occupations(FlavorState.alongZ(MomentumModes.builder().species(species)
            .rings(rule.nodes()).weight(rule.weights()).build(), trace,
            Arrays.stream(rule.nodes()).map(v -> v < 0 ? 0.5 : -0.3).toArray()));
    }

    private static Optional<String> obstacle(final NeutrinoOccupations neutrinos) {
        return new FlavomonKinetics(neutrinos, TimeOptions.until(1, 1)).resonanceObstacle(
            GrowingRange.cover(neutrinos, FlavomonOptions.quasiLinear(1), 40, 1e-4), OPTIONS, true, Progress.NONE);
    }

    /** Whatever the ripples of a series say, waves that grow strongly are found. */
    @Test
    void isNotMisledByRipples() {
        for (final int rings : new int[]{32, 60}) {
            assertThat(obstacle(step(rings)).orElse("")).as("%s rings", rings)
                .startsWith("Resonance does not describe these waves");
        }
    }

    @Test
    void acceptsShallowCrossings() {
        for (final double depth : new double[]{0.05, 0.1, 0.2}) {
            assertThat(obstacle(ShallowCrossing.occupations(new ShallowCrossing(32, depth).neutrinos()))).isEmpty();
        }
    }

    @Test
    void refusesWavesThatGrowWhereModesHaveMerged() {
        assertThat(obstacle(linear(32)).orElse("")).startsWith("Resonance does not describe these waves")
            .containsPattern("have [234]\\d % of the growth, and \\d % of that of the fastest wave, at k = ")
            .endsWith("use the quasi-linear closure.");
        assertThatThrownBy(() -> new FlavomonKinetics(linear(16), TimeOptions.until(1, 1)).evolve(
            GrowingRange.cover(linear(16), OPTIONS, 20, 1e-4), OPTIONS, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("does not describe these waves");
    }

    /** The range of the quasi-linear closure holds the waves between the branch points, the fastest among them. */
    @Test
    void quasiLinearRangeHoldsTheMergedWaves() {
        final FlavomonOptions options = FlavomonOptions.quasiLinear(1e-6);
        for (final int rings : new int[]{16, 100}) {
            final NeutrinoOccupations neutrinos = linear(rings);
            final WaveNumberGrid grid = GrowingRange.cover(neutrinos, options, 40, 1);
            final double flux = -0.7 * 2 / 3;
            final FlavomonHistory history =
                new FlavomonKinetics(neutrinos, TimeOptions.until(0.1, 1)).evolve(grid, options, Progress.NONE);
            final double[] growing = history.frames().get(0).waves().stream().filter(w -> w.growth() > 1e-3)
                .mapToDouble(w -> w.waveNumber() + flux).sorted().toArray();
            assertThat(history.frames().get(0).waves().stream().mapToDouble(FlavomonWave::growth).max().orElse(0))
                .isCloseTo(0.168224864, within(1e-4));
            assertThat(grid.waveNumber(0) + flux).isLessThan(growing[0]);
            assertThat(grid.waveNumber(grid.size() - 1) + flux).isGreaterThan(growing[growing.length - 1]);
        }
    }
}
