package org.flavorwaves.physics.linear.bands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Bands that coincide without merging are not defective; those that merge at an exceptional point are. */
class CoincidingBandsTest {
    private static final double TILT = 0.3;

    private static BandSet bands(final FlavorState state, final double k) {
        return new BandSolver(BandDetail.VECTORS).solve(Background.of(state, Environment.FAST),
            new WaveVector(0, 0, k));
    }

    private static long defective(final BandSet bands) {
        return IntStream.range(0, bands.size()).filter(b -> bands.kind(b) == BandKind.DEFECTIVE).count();
    }

    private static MomentumModes beams(final Species other) {
        return MomentumModes.builder().species(Species.NU, other).rings(1, -1).weight(1, 1).build();
    }

    private static FlavorState tilted(final Species other) {
        return new FlavorState(beams(other), new double[]{1, 1}, new double[]{Math.sin(TILT), 0}, new double[2],
            new double[]{Math.cos(TILT), 1});
    }

    /** omega^2 = (K +- 2)^2 - 4: simple at the maxima K = -+2, exceptional points at the edges 0 and -+4. */
    @Test
    void twoEqualBeamsMergeAtTheEdgesOfTheirGrowth() {
        final FlavorState state =
            FlavorState.alongZ(beams(Species.NUBAR), new double[]{1, 1}, new double[]{1, 1});
        for (int sign = -1; sign <= 1; sign += 2) {
            final BandSet fastest = bands(state, 2 * sign);
            assertThat(defective(fastest)).isZero();
            assertThat(fastest.omegaIm(fastest.fastest())).isCloseTo(2, within(1e-14));
            assertThat(defective(bands(state, 4 * sign))).isEqualTo(2);
        }
        assertThat(defective(bands(state, 0))).isEqualTo(4);
    }

    /** At K = 0 the frequency 0 of two beams has a Jordan block of two and two bands of their own (by exact rank). */
    @Test
    void tiltedBeamsAtZeroWaveNumber() {
        for (final Species other : Species.values()) {
            final BandSet bands = bands(tilted(other), 0);
            final int[] zero = IntStream.range(0, 6)
                .filter(b -> Math.hypot(bands.omegaRe(b), bands.omegaIm(b)) < 1e-6).toArray();
            assertThat(zero).hasSize(4);
            assertThat(IntStream.of(zero).filter(b -> bands.measures().orElseThrow().condition(b) < 100).count())
                .isEqualTo(2);
            assertThat(bands.measures().orElseThrow().worstResidual()).isLessThan(1e-14);
        }
    }

    /** Three modes a direction: frequency 0 is eightfold, with one Jordan block of three (by exact rank). */
    @Test
    void groupsOfEqualDirectionAtZeroWaveNumber() {
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU, Species.NUBAR, Species.NUBAR, Species.NUBAR)
            .rings(1, 1, 1, -1, -1, -1).weight(0.3, 0.3, 0.4, 0.3, 0.3, 0.4).build();
        final double s = Math.sin(TILT);
        final double c = Math.cos(TILT);
        final BandSet bands = bands(new FlavorState(modes, new double[]{1, 1, 1, 1, 1, 1},
            new double[]{s, 0, 0, 0, 0, 0}, new double[]{0, s, 0, 0, 0, 0}, new double[]{c, c, 1, 1, 1, 1}), 0);
        assertThat(defective(bands)).isEqualTo(3);
        final BandMeasures measures = bands.measures().orElseThrow();
        assertThat(IntStream.range(0, 18).filter(b -> measures.condition(b) < 1e3).count()).isEqualTo(15);
        assertThat(measures.worstResidual()).isLessThan(1e-14);
    }
}
