package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.linear.bands.FastestWaveSearch;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Point NSM_1 of a neutron-star merger, from its published moments with the maximum-entropy closure. */
class MergerWaveTest {
    private static FastestWave fastest(final Background background) {
        final LeptonNumber number = LeptonNumber.of(background.state(), background.environment());
        final double[] ks = new double[11];
        for (int p = 0; p < ks.length; p++) {
            ks[p] = (-1.2 + 0.04 * p) * number.absolute();
        }
        return new FastestWaveSearch().search(background, new WaveVector(0, 0, 1), ks, Progress.NONE);
    }

    @Test
    void fastestWaveOfTheMergerPoint() {
        final Background background = MergerPoint.background(12, 8);
        final LeptonNumber number = LeptonNumber.of(background.state(), background.environment());
        assertThat(number.absolute()).isCloseTo(4.505, within(0.01));
        final WaveVector direction = number.direction().orElseThrow();
        assertThat(direction.kz()).isCloseTo(1, within(1e-6));
        final FastestWave wave = fastest(background);
        assertThat(Units.perSecond(wave.growth())).isCloseTo(6.253e10, within(0.01e10));
        assertThat(wave.k() / number.absolute()).isCloseTo(-0.995, within(0.003));
        assertThat(number.shifted(wave.waveVector()).kz() / number.absolute()).isCloseTo(-0.3265, within(0.003));
        final FastestWave finer = fastest(MergerPoint.background(16, 8));
        assertThat(finer.growth()).isCloseTo(wave.growth(), within(1e-5 * wave.growth()));
    }
}
