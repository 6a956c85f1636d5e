package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.linear.bands.FastestWaveSearch;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Waves that grow faster than those of a range of wave numbers. */
class OuterGrowthTest {
    private static final WaveVector Z = new WaveVector(0, 0, 1);

    /** G = (1 - v)^2 - s^2, s = 0.1 (reference case 2): two ranges grow, the one at larger |K| twice as fast. */
    private static Background crossing() {
        final int n = 24;
        final GaussLegendre nodes = GaussLegendre.of(n);
        final Species[] species = new Species[n];
        final double[] weight = new double[n];
        final double[] ones = new double[n];
        Arrays.fill(ones, 1);
        for (int i = 0; i < n; i++) {
            final double g = Math.pow(1 - nodes.node(i), 2) - 0.01;
            species[i] = g > 0 ? Species.NU : Species.NUBAR;
            weight[i] = nodes.weight(i) * Math.abs(g);
        }
        return Background.of(FlavorState.alongZ(MomentumModes.builder().species(species).rings(nodes.nodes())
            .weight(weight).build(), ones, ones), Environment.FAST);
    }

    private static double[] range(final double from, final double to, final int count) {
        final double[] ks = new double[count];
        Arrays.setAll(ks, p -> from + p * (to - from) / (count - 1));
        return ks;
    }

    private static FastestWave dense(final double from, final double to) {
        final double[] ks = range(from, to, 31);
        return new FastestWaveSearch(BandDetail.MEASURES).search(crossing(), Z, ks,
            new BandLineSolver(BandDetail.MEASURES).solve(crossing(), Arrays.stream(ks).mapToObj(Z::times).toList(),
                Progress.NONE), Progress.NONE);
    }

    private static Optional<UnstableWave> beyond(final double from, final double to, final double growth) {
        return OuterGrowth.beyond(crossing(), Z, range(from, to, 41), growth, AngularModel.BEAMS, Progress.NONE);
    }

    @Test
    void findsTheFasterWaveBeyondTheRange() {
        final FastestWave inside = dense(-2, 2);
        final FastestWave outside = dense(2, 4);
        assertThat(outside.growth()).isGreaterThan(1.5 * inside.growth());
        final UnstableWave wave = beyond(-2, 2, inside.growth()).orElseThrow();
        assertThat(wave.growth()).isCloseTo(outside.growth(), within(1e-9));
        assertThat(wave.k().kz()).isCloseTo(outside.k(), within(1e-5));
    }

    @Test
    void findsTheFasterWaveBelowTheRange() {
        assertThat(beyond(4, 5, 1e-3).orElseThrow().growth()).isCloseTo(dense(2, 4).growth(), within(1e-9));
        assertThat(beyond(-5, -4, 1e-3).orElseThrow().growth()).isCloseTo(dense(2, 4).growth(), within(1e-9));
    }

    @Test
    void findsNothingFasterWhereTheRangeHasAll() {
        assertThat(beyond(-4, 0, dense(2, 4).growth())).isEmpty();
        assertThat(beyond(-4, 0, 1e-3)).isEmpty();
        assertThat(beyond(-9, 9, 1e-3)).isEmpty();
    }

    /** 2.5 q sum w |P| + 2 max |omega|. */
    @Test
    void rangeGrowsWithVacuumFrequencies() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.5).omega(0.3, -0.7).build();
        assertThat(OuterGrowth.end(Background.of(FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{0.8, 0.4}),
            new Environment(0, 0, 3)))).isCloseTo(2.5 * 3 + 1.4, within(1e-14));
    }
}
