package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
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
}
