package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Backgrounds;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

class FastestWaveSearchTest {

    /** Waves at K and -K mirror each other and grow equally; rounding must not choose between them. */
    @Test
    void ofMirroredWavesTheOneAtTheLowestWaveNumberIsTaken() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.3).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
        for (int count = 20; count < 28; count++) {
            final int points = count;
            final double[] ks =
                IntStream.range(0, points).mapToDouble(i -> -3 + 6.0 * i / (points - 1)).toArray();
            final FastestWave wave = new FastestWaveSearch().search(Background.of(state, Environment.FAST),
                new WaveVector(0, 0, 1), ks, Progress.NONE);
            assertThat(wave.k()).as("%s wave numbers", count).isCloseTo(-1.3, within(1e-5));
        }
    }

    /** A medium of one sign: all growth rates are 0 up to rounding, and still there is an answer. */
    @Test
    void stableStateHasAFastestWaveThatDoesNotGrow() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NU).rings(1, -1).weight(1, 0.3).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
        final FastestWave wave = new FastestWaveSearch().search(Background.of(state, Environment.FAST),
            new WaveVector(0, 0, 1), new double[]{-1, 0, 1}, Progress.NONE);
        assertThat(wave.unstable()).isFalse();
    }

    /** The bands of a line stand for a second solution of its points, to the bit. */
    @Test
    void bandsOfALineGiveTheSameWave() {
        for (int seed = 0; seed < 4; seed++) {
            final Random random = new Random(seed);
            final Background background = seed % 2 == 0
                ? Background.of(Backgrounds.alongZ(Backgrounds.modes(12, random, false), random), Environment.FAST)
                : Background.of(RandomStates.random(6, random), new Environment(0.3, 1.5, 0.9));
            final WaveVector direction = new WaveVector(2, -1, 2).unit();
            final double[] ks = IntStream.range(0, 15).mapToDouble(i -> -1.4 + 0.2 * i).toArray();
            final BandLine line = new BandLineSolver(BandDetail.MEASURES).solve(background,
                Arrays.stream(ks).mapToObj(direction::times).toList(), Progress.NONE);
            final FastestWave alone =
                new FastestWaveSearch().search(background, direction, ks, Progress.NONE);
            final FastestWave with =
                new FastestWaveSearch(BandDetail.VECTORS).search(background, direction, ks, line, Progress.NONE);
            assertThat(with.k()).isEqualTo(alone.k());
            assertThat(with.growth()).isEqualTo(alone.growth());
            assertThat(with.omegaRe()).isEqualTo(alone.omegaRe());
            assertThat(with.solves()).isEqualTo(alone.solves() - ks.length);
            assertThat(with.bands().vectors()).isPresent();
        }
    }

    @Test
    void lineOfAnotherLengthIsRefused() {
        final Background background = Background.of(RandomStates.random(2, new Random(1)), Environment.FAST);
        final WaveVector z = new WaveVector(0, 0, 1);
        final BandLine line =
            new BandLineSolver(BandDetail.MEASURES).solve(background, List.of(z), Progress.NONE);
        assertThatThrownBy(() -> new FastestWaveSearch().search(background, z, new double[]{0, 1}, line,
            Progress.NONE)).hasMessage("The line has 1 points for 2 wave numbers.");
        assertThatThrownBy(() -> new FastestWaveSearch(BandDetail.VALUES)).hasMessageContaining("MEASURES");
    }
}
