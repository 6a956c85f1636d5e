package org.flavorwaves.physics.linear.collective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandSector;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaveBranchesTest {
    private static List<UnstableWaves> line(final Background background, final double kMax, final int count) {
        final List<WaveVector> ks = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            ks.add(new WaveVector(0, 0, kMax * (2 * p - count + 1) / (count - 1)));
        }
        return new UnstableWaveSearch(1e-3, false).solve(background, ks, Progress.NONE);
    }

    /** Growth sqrt(4 - (|k| - 2)^2) for 0 < |k| < 4: one branch in each sector, each in one piece. */
    @Test
    void twoBeamsHaveOneBranchInEachSector() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 1).build();
        final List<UnstableWaves> line = line(Background.of(
            FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1}), Environment.FAST), 4.3, 60);
        final List<int[]> numbers = WaveBranches.number(line);
        final Map<BandSector, Integer> branch = new HashMap<>();
        int points = 0;
        for (int p = 0; p < line.size(); p++) {
            for (int w = 0; w < numbers.get(p).length; w++) {
                final int expected =
                    branch.computeIfAbsent(line.get(p).waves().get(w).sector(), sector -> branch.size());
                assertThat(numbers.get(p)[w]).as("k = %s", line.get(p).k()).isEqualTo(expected);
                points++;
            }
        }
        assertThat(branch).hasSize(2);
        assertThat(points).isGreaterThan(50);
    }

    /** On a fine line a branch moves no further than its own slopes say, and no wave has two numbers or none. */
    @ParameterizedTest
    @EnumSource
    void branchesAreContinuous(final BackgroundStructure structure) {
        for (int seed = 0; seed < 2; seed++) {
            final List<UnstableWaves> line = line(StructuredStates.background(structure, 5, seed), 0.5, 41);
            final List<int[]> numbers = WaveBranches.number(line);
            for (int p = 1; p < line.size(); p++) {
                final Map<Integer, UnstableWave> before = new HashMap<>();
                for (int w = 0; w < numbers.get(p - 1).length; w++) {
                    before.put(numbers.get(p - 1)[w], line.get(p - 1).waves().get(w));
                }
                assertThat(before).hasSize(numbers.get(p - 1).length);
                for (int w = 0; w < numbers.get(p).length; w++) {
                    final UnstableWave wave = line.get(p).waves().get(w);
                    if (before.containsKey(numbers.get(p)[w])) {
                        final UnstableWave left = before.get(numbers.get(p)[w]);
                        assertThat(left.sector()).isEqualTo(wave.sector());
                        assertThat(Math.abs(wave.omegaRe() - left.omegaRe()
                            - 0.5 * 0.025 * (left.velocity().kz() + wave.velocity().kz()))).isLessThan(0.025);
                    }
                }
            }
        }
    }
}
