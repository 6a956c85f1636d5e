package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.GrowthMaximizer.Region;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthMaximizerTest {
    private static final WaveVector Z = new WaveVector(0, 0, 1);

    /** Two opposed beams along a tilted axis: fastest at K = -D1 or D1 with 2 sqrt(g1 g2), whatever lies across. */
    @Test
    void findsTheMaximumOfTwoBeamsInThreeDimensions() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR)
            .velocity(new double[]{0.6, -0.6}, new double[]{0, 0}, new double[]{0.8, -0.8}).weight(1, 0.3).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{1, 1}), Environment.FAST);
        final Region region = new Region(WaveVector.ZERO, List.of(new WaveVector(2, 0, 0), new WaveVector(0, 2, 0),
            new WaveVector(0, 0, 2)), List.of(4, 3, 4));
        final GrowthMaximum maximum = new GrowthMaximizer(region, 1e-3).search(background, Progress.NONE);
        final UnstableWave wave = maximum.wave().orElseThrow();
        assertThat(wave.growth()).isCloseTo(2 * Math.sqrt(0.3), within(1e-12));
        assertThat(Math.abs(wave.k().dot(0.6, 0, 0.8))).isCloseTo(1.3, within(1e-6));
        assertThat(maximum.starts()).isEqualTo(48);
    }

    /**
     * For states of every structure the maximum is a wave of the dense solver, at least as fast as every wave of the
     * grid, and level: its slope vanishes unless it is at the edge.
     */
    @ParameterizedTest
    @EnumSource
    void maximumIsALevelWaveOfTheDenseProblemAboveTheGrid(final BackgroundStructure structure) {
        int level = 0;
        for (int seed = 0; seed < 6; seed++) {
            final Background background = StructuredStates.background(structure, 8, seed);
            final GrowthMaximum maximum = new GrowthMaximizer(
                new Region(WaveVector.ZERO, List.of(Z.times(2)), List.of(17)), 1e-4)
                .search(background, Progress.NONE);
            double grid = 0;
            for (int p = 0; p < 17; p++) {
                final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, Z.times(-2 + 0.25 * p));
                grid = Math.max(grid, bands.omegaIm(bands.fastest()));
            }
            assertThat(maximum.wave().isPresent()).isEqualTo(grid > 1e-4);
            if (maximum.wave().isPresent()) {
                final UnstableWave wave = maximum.wave().get();
                assertThat(wave.growth()).isGreaterThan(grid - 1e-12);
                assertThat(wave.residual()).isLessThan(1e-12);
                final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, wave.k());
                double least = Double.POSITIVE_INFINITY;
                for (int b = 0; b < bands.size(); b++) {
                    least = Math.min(least, Math.hypot(bands.omegaRe(b) - wave.omegaRe(),
                        bands.omegaIm(b) - wave.growth()));
                }
                assertThat(least).isLessThan(1e-11);
                if (!maximum.atEdge()) {
                    level++;
                    assertThat(Math.abs(wave.growthSlope().kz())).as("seed %d", seed).isLessThan(1e-5);
                }
            }
        }
        assertThat(level).isPositive();
    }

    @Test
    void slopesAreThoseOfTheFrequency() {
        final Background background = StructuredStates.background(BackgroundStructure.GENERAL, 8, 1);
        final WaveVector k = new WaveVector(0.1, 0.05, -0.1);
        final UnstableWaveSearch search = new UnstableWaveSearch(1e-3, false);
        final UnstableWave wave = search.solve(background, k).fastest().orElseThrow();
        final double step = 1e-5;
        final WaveVector[] axes = {new WaveVector(1, 0, 0), new WaveVector(0, 1, 0), Z};
        for (final WaveVector axis : axes) {
            final UnstableWave plus = search.solve(background, k.plus(axis.times(step))).fastest().orElseThrow();
            final UnstableWave minus = search.solve(background, k.minus(axis.times(step))).fastest().orElseThrow();
            assertThat((plus.omegaRe() - minus.omegaRe()) / (2 * step))
                .isCloseTo(wave.velocity().dot(axis.kx(), axis.ky(), axis.kz()), within(1e-7));
            assertThat((plus.growth() - minus.growth()) / (2 * step))
                .isCloseTo(wave.growthSlope().dot(axis.kx(), axis.ky(), axis.kz()), within(1e-7));
        }
    }

    /** Waves mirror each other at K and -K; both maxima are listed, the one at the lower coordinate first. */
    @Test
    void mirroredMaximaAreListedOnceEach() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.25).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{1, 1}), Environment.FAST);
        final GrowthMaximum maximum = new GrowthMaximizer(
            new Region(WaveVector.ZERO, List.of(Z.times(3)), List.of(13)), 1e-3).search(background, Progress.NONE);
        assertThat(maximum.peaks()).hasSize(2);
        assertThat(maximum.wave().orElseThrow().k().kz()).isCloseTo(-1.25, within(1e-7));
        assertThat(maximum.peaks().get(1).wave().k().kz()).isCloseTo(1.25, within(1e-7));
        assertThat(maximum.peaks().get(1).wave().growth()).isCloseTo(1, within(1e-12));
    }

    @Test
    void maximumOutsideIsReportedAtTheEdge() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{1, 1}), Environment.FAST);
        final GrowthMaximum maximum = new GrowthMaximizer(
            new Region(Z, List.of(Z.times(0.5)), List.of(3)), 1e-3).search(background, Progress.NONE);
        assertThat(maximum.atEdge()).isTrue();
        assertThat(maximum.wave().orElseThrow().growth()).isCloseTo(Math.sqrt(3.75), within(1e-10));
    }

    @Test
    void regionWithoutAnAxisIsRefused() {
        assertThatThrownBy(() -> new Region(Z, List.of(WaveVector.ZERO), List.of(3))).hasMessageContaining("Axis 0");
        assertThatThrownBy(() -> new Region(Z, List.of(Z), List.of())).hasMessageContaining("1 and 0");
    }

    @Test
    void stableStatesHaveNoMaximum() {
        final Random random = new Random(4);
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NU)
            .rings(0.9, 0.1, -0.7).weight(random.doubles(3, 0.1, 1).toArray()).build();
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1, 1},
            new double[]{1, 0.4, 0.8}), Environment.FAST);
        final GrowthMaximum maximum = new GrowthMaximizer(
            new Region(WaveVector.ZERO, List.of(Z.times(2)), List.of(9)), 1e-6).search(background, Progress.NONE);
        assertThat(maximum.wave()).isEmpty();
        assertThat(maximum.atEdge()).isFalse();
    }

    /** The bipolar wave is slow, the wave of damped isotropic neutrinos is collisional, crossed beams are fast. */
    @Test
    void originsAreToldApart() {
        final MomentumModes isotropic = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(10, 8).omega(-1, -1).build();
        assertThat(origin(isotropic)).isEqualTo(WaveOrigin.SLOW);
        final MomentumModes damped = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(10, 8).depolarization(0.5, 0.1).build();
        assertThat(origin(damped)).isEqualTo(WaveOrigin.COLLISIONAL);
        final MomentumModes crossed = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0.9, -0.9)
            .weight(10, 8).omega(-0.1, -0.1).depolarization(0.05, 0.01).build();
        assertThat(origin(crossed)).isEqualTo(WaveOrigin.FAST);
    }

    private static WaveOrigin origin(final MomentumModes modes) {
        final Background background = Background.of(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{1, 1}), Environment.FAST);
        final WaveVector k = Z.times(modes.vz(0) == 0 ? 0 : 18 * 0.9);
        return new WaveOriginFinder(background).of(new UnstableWaveSearch(1e-3, false).solve(background, k).fastest()
            .orElseThrow());
    }
}
