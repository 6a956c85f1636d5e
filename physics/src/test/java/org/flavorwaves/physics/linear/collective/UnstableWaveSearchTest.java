package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnstableWaveSearchTest {
    private static final double FLOOR = 1e-5;

    /**
     * Complete and exact: on random states of every structure the search finds the bands of the dense solver that grow
     * faster than the floor, each once, and no others.
     */
    @ParameterizedTest
    @EnumSource
    void findsWhatTheDenseSolverFinds(final BackgroundStructure structure) {
        int found = 0;
        for (int seed = 0; seed < 80; seed++) {
            final Random random = new Random(seed);
            final Background background = StructuredStates.background(structure, 3 + seed % 12, seed);
            final double size = 0.1 + 1.5 * random.nextDouble();
            final WaveVector k = new WaveVector(size * random.nextGaussian(), size * random.nextGaussian(),
                size * random.nextGaussian());
            final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, k);
            final List<double[]> dense = new ArrayList<>();
            for (int b = 0; b < bands.size(); b++) {
                if (bands.omegaIm(b) > FLOOR) {
                    dense.add(new double[]{bands.omegaRe(b), bands.omegaIm(b)});
                }
            }
            final UnstableWaves waves = new UnstableWaveSearch(FLOOR, true).solve(background, k);
            assertThat(waves.waves()).as("%s seed %d", structure, seed).hasSameSizeAs(dense);
            found += dense.size();
            for (final UnstableWave wave : waves.waves()) {
                double[] nearest = {Double.NaN, Double.NaN};
                double least = Double.POSITIVE_INFINITY;
                for (final double[] omega : dense) {
                    final double distance = Math.hypot(omega[0] - wave.omegaRe(), omega[1] - wave.growth());
                    if (distance < least) {
                        least = distance;
                        nearest = omega;
                    }
                }
                dense.remove(nearest);
                assertThat(least).as("%s seed %d", structure, seed).isLessThan(1e-10);
                assertThat(wave.residual()).isLessThan(1e-11);
                assertThat(wave.psi().orElseThrow().norm()).isBetween(1 - 1e-12, 1 + 1e-12);
            }
        }
        assertThat(found).isGreaterThan(30);
    }

    /** The same with so many modes that poles are summed by multipoles and local expansions. */
    @ParameterizedTest
    @CsvSource({"ALIGNED, 260, 1e-3", "EQUILIBRIUM, 310, 1e-4", "GENERAL, 210, 2e-3"})
    void findsWhatTheDenseSolverFindsAmongManyModes(final BackgroundStructure structure, final int n,
        final double floor) {
        final Background background = StructuredStates.undamped(structure, n, 4);
        final WaveVector k = new WaveVector(0.2, -0.3, 0.4);
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, k);
        final double[] dense = IntStream.range(0, bands.size()).mapToDouble(bands::omegaIm)
            .filter(im -> im > floor).sorted().toArray();
        assertThat(dense.length).isGreaterThan(10);
        final List<UnstableWave> waves = new UnstableWaveSearch(floor, false).solve(background, k).waves();
        assertThat(waves.stream().mapToDouble(UnstableWave::growth).sorted().toArray()).hasSize(dense.length)
            .containsExactly(dense, Offset.offset(1e-10));
        assertThat(waves).allSatisfy(wave -> assertThat(wave.residual()).isLessThan(1e-11));
    }

    /**
     * Neutrinos and antineutrinos in turn on a regular grid of angles have a spurious wave between any two of them, and
     * frequencies at which the collective matrix is singular to the last digit.
     */
    @ParameterizedTest
    @ValueSource(ints = {60, 200})
    void alternatingBeamsHaveAsManySpuriousWavesAsTheDenseSolverFinds(final int n) {
        final double[] v = new double[n];
        final double[] w = new double[n];
        final double[] one = new double[n];
        final Species[] species = new Species[n];
        double scale = 0;
        for (int i = 0; i < n; i++) {
            final boolean bar = i % 2 == 1;
            v[i] = -1 + (2.0 * i + 1) / n;
            w[i] = (bar ? 1.8 : 5.0 / 3) * Math.exp(-0.5 * Math.pow((1 - v[i]) / (bar ? 0.5 : 0.6), 2)) * 3.2 / n;
            scale += w[i];
            one[i] = 1;
            species[i] = bar ? Species.NUBAR : Species.NU;
        }
        final Background background = Background.of(FlavorState.alongZ(
            MomentumModes.builder().species(species).rings(v).weight(w).build(), one, one), Environment.FAST);
        final WaveVector k = new WaveVector(0, 0, -0.4);
        final double floor = 1e-3 * scale;
        final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, k);
        final double[] dense = IntStream.range(0, bands.size()).mapToDouble(bands::omegaIm)
            .filter(im -> im > floor).sorted().toArray();
        final double[] found = new UnstableWaveSearch(floor, false).solve(background, k).waves().stream()
            .mapToDouble(UnstableWave::growth).sorted().toArray();
        assertThat(found).hasSize(dense.length).containsExactly(dense, Offset.offset(1e-11));
    }

    @Test
    void nonPositiveFloorIsRefused() {
        assertThatThrownBy(() -> new UnstableWaveSearch(0, false)).hasMessageContaining("0.0");
    }

    /**
     * Two cones of six directions: at many wave numbers the determinant of the longitudinal wave vanishes to the last
     * bit, and no other wave may be seen there. Each transverse wave is double.
     */
    @Test
    void aDeterminantThatVanishesExactlyIsOneWave() {
        final int n = 12;
        final double[][] v = new double[3][n];
        final double[] weight = new double[n];
        final double[] ones = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            final double phi = 2 * Math.PI * (i / 2) / 6;
            species[i] = i % 2 == 0 ? Species.NU : Species.NUBAR;
            v[0][i] = Math.sqrt(0.75) * Math.cos(phi);
            v[1][i] = Math.sqrt(0.75) * Math.sin(phi);
            v[2][i] = i % 2 == 0 ? 0.5 : -0.5;
            weight[i] = (i % 2 == 0 ? 1 : 0.6) / 6;
            ones[i] = 1;
        }
        final Background background = Background.of(FlavorState.alongZ(MomentumModes.builder().species(species)
            .velocity(v[0], v[1], v[2]).weight(weight).build(), ones, ones), Environment.FAST);
        for (int p = 0; p < 60; p++) {
            for (final UnstableWave wave : new UnstableWaveSearch(1e-3, false)
                .solve(background, new WaveVector(0, 0, 0.04 + 0.02 * p)).waves()) {
                assertThat(wave.residual()).as("place %s", p).isLessThan(1e-12);
                assertThat(wave.multiplicity()).isEqualTo(Math.abs(wave.omegaRe()) > 0.4 ? 2 : 1);
            }
        }
    }
}
