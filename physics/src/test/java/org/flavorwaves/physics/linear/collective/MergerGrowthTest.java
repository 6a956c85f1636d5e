package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.MergerPoint;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.Units;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Point NSM_1 of a merger on a full sphere of 48 x 48 directions, 4608 modes. */
class MergerGrowthTest {

    @Test
    void fastestWaveOnAFineSphere() {
        final Background background = MergerPoint.background(48, 48);
        final LeptonNumber number = LeptonNumber.of(background.state(), background.environment());
        final double unit = number.absolute();
        assertThat(unit).isCloseTo(4.505, within(0.01));
        final Region line = new Region(new WaveVector(0, 0, -unit), List.of(new WaveVector(0, 0, 0.2 * unit)),
            List.of(3));
        final UnstableWave wave = new GrowthMaximizer(line, 0.1).search(background, Progress.NONE).wave()
            .orElseThrow();
        assertThat(Units.perSecond(wave.growth())).isCloseTo(6.253e10, within(0.001e10));
        assertThat(wave.k().kz() / unit).isCloseTo(-0.995, within(0.002));
        assertThat(number.shifted(wave.k()).kz() / unit).isCloseTo(-0.3265, within(0.001));
        assertThat(wave.residual()).isLessThan(1e-13);
        assertThat(new WaveOriginFinder(background).of(wave)).isEqualTo(WaveOrigin.FAST);
    }
}
