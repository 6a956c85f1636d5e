package org.flavorwaves.physics.transport.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Comparator;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class UniformWavesTest {
    private static final double DRIVE = 1e-3;

    private static final double TOLERANCE = 5e-4;

    private static final double[] UNKNOWN = {Double.NaN, Double.NaN};

    /** nu along z and nubar against it; nubar is driven, and one wave grows. */
    private static UniformWaves.Result drivenBeams(final double drive, final double k, final boolean shifted,
        final double end, final int outputs) {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 0});
        final double[] times = new double[outputs + 1];
        for (int t = 0; t < times.length; t++) {
            times[t] = end * t / outputs;
        }
        return new UniformWaves(state, new UniformSetup(new double[]{0, drive}, new double[2], t -> 1,
            new double[]{k}, 1, shifted, new double[]{1e-12, 1e-12}, UNKNOWN, false, WaveGrid.Start.NOISE,
            new double[2], times, TOLERANCE, 100_000)).evolve(Progress.NONE);
    }

    @Test
    void drivenBeamsReachTheBalanceOfDriveAndWaves() {
        final UniformWaves.Result result = drivenBeams(DRIVE, 0, true, 100, 1);
        final UniformSample last = result.samples().get(1);
        final double p1 = last.polarization()[0];
        final double p2 = last.polarization()[1];
        final double intensity = last.intensities()[0];
        assertThat(result.outcome()).isEqualTo(UniformWaves.Outcome.FINISHED);
        assertThat(result.steps() + result.rejected()).isLessThanOrEqualTo(150);
        assertThat(p1).isCloseTo(0.900006114, within(1e-9));
        assertThat(p2).isCloseTo(6.114337715e-6, withinPercentage(0.01));
        assertThat(intensity).isCloseTo(0.09592764412, withinPercentage(0.01));
        assertThat(p1 - p2).isCloseTo(1 - 100 * DRIVE, within(1e-12));
        assertThat(p2).isCloseTo(DRIVE * DRIVE * p1 / (16 * intensity * intensity), withinPercentage(0.1));
        assertThat(last.growth()[0]).isCloseTo(2 * Math.sqrt(p1 * p2), within(1e-12));
        assertThat(last.viscosity()[1]).isCloseTo(DRIVE / p2, withinPercentage(0.1));
    }

    @Test
    void theCrossingIsDeepestWhenTheWaveHasGrown() {
        final UniformWaves.Result result = drivenBeams(DRIVE, 0, true, 40, 4000);
        final UniformSample deepest =
            result.samples().stream().max(Comparator.comparingDouble(s -> s.polarization()[1])).orElseThrow();
        assertThat(deepest.polarization()[1]).isCloseTo(0.03833250, withinPercentage(0.01));
        assertThat(deepest.time()).isCloseTo(39.610, within(0.0101));
    }

    @Test
    void aPhysicalWaveNumberMovesAwayFromTheShiftedOne() {
        final UniformSample last = drivenBeams(DRIVE, -1, false, 20, 1).samples().get(1);
        final double p1 = last.polarization()[0];
        final double p2 = last.polarization()[1];
        final double k = p1 + p2 - 1;
        assertThat(k).isCloseTo(0.02, within(1e-7));
        assertThat(last.growth()[0]).isCloseTo(Math.sqrt(4 * p1 * p2 - k * k), within(1e-9));
    }

    @Test
    void wavesKeepLeptonNumberAndTheSumOfSquares() {
        final double[] v = {-0.9, -0.5, 0.1, 0.3, 0.8, 0.8};
        final double[] w = {0.3, 0.4, 0.5, 0.4, 0.3, 0.35};
        final double[] pz = {0.6, 0.5, 0.4, 0.5, 0.3, 0.6};
        final MomentumModes modes = MomentumModes.builder()
            .species(Species.NU, Species.NU, Species.NU, Species.NU, Species.NU, Species.NUBAR).rings(v).weight(w)
            .build();
        final double[] ones = new double[v.length];
        Arrays.fill(ones, 1);
        final double[] k = new double[40];
        for (int m = 0; m < k.length; m++) {
            k[m] = -2 + 0.1 * m;
        }
        final double[] seeds = new double[2 * k.length];
        Arrays.fill(seeds, 1e-6);
        final UniformWaves.Result result = new UniformWaves(FlavorState.alongZ(modes, ones, pz),
            new UniformSetup(new double[6], new double[6], t -> 1, k, 1, true, seeds, new double[seeds.length], false,
                WaveGrid.Start.NOISE,
                new double[seeds.length], new double[]{0, 200},
                TOLERANCE, 10_000)).evolve(Progress.NONE);
        assertThat(result.outcome()).isEqualTo(UniformWaves.Outcome.FINISHED);
        final double[] sums = new double[2];
        for (final UniformSample sample : result.samples()) {
            double lepton = 0;
            double squares = 0;
            for (int i = 0; i < v.length; i++) {
                final double p = sample.polarization()[i];
                lepton += (i == 5 ? -1 : 1) * w[i] * p;
                squares += w[i] * p * p;
            }
            squares += 2 * Arrays.stream(sample.intensities()).sum();
            final double sign = sample.time() == 0 ? 1 : -1;
            sums[0] += sign * lepton;
            sums[1] += sign * squares;
        }
        final UniformSample last = result.samples().get(1);
        assertThat(Arrays.stream(last.intensities()).sum()).isGreaterThan(1e-3);
        assertThat(last.polarization()[5]).isLessThan(0.58);
        assertThat(sums[0]).isCloseTo(0, within(1e-12));
        assertThat(sums[1]).isCloseTo(0, within(1e-4));
    }

    @Test
    void withoutADriveAStableMediumStays() {
        final UniformWaves.Result result = drivenBeams(0, 0, true, 1, 1);
        assertThat(result.outcome()).isEqualTo(UniformWaves.Outcome.FINISHED);
        assertThat(result.samples().get(1).polarization()).containsExactly(1, 0);
        assertThat(result.samples().get(1).intensities()[0]).isCloseTo(1e-12, withinPercentage(1e-9));
    }

    @Test
    void aDriveThroughZeroEndsTheTheory() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU).rings(1).weight(1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1}, new double[]{0.1});
        final UniformWaves.Result stopped = new UniformWaves(state, new UniformSetup(new double[]{-0.01},
            new double[1], t -> 1, new double[]{0}, 1, true, new double[]{1e-12, 1e-12}, UNKNOWN, false,
            WaveGrid.Start.NOISE, new double[2], new double[]{0, 20}, TOLERANCE, 1000)).evolve(Progress.NONE);
        assertThat(stopped.outcome()).isEqualTo(UniformWaves.Outcome.DEPOLARIZED);
    }

    /**
     * Opposite beams at k = 0 in closed form, gamma = 2 q sqrt(p_1 p_2) and |psi_i|^2 = p_i/(p_1 + p_2), with losses,
     * drives, a strength that rises and a range of wave numbers, by the classical Runge-Kutta method.
     */
    @Test
    void lossesDrivesAndStrengthAreThoseOfTheClosedForm() {
        final double[] drive = {0.01, 0.003};
        final double[] loss = {0.02, 0.05};
        final double width = 0.5;
        final double end = 12;
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final UniformSample last = new UniformWaves(FlavorState.alongZ(modes, new double[]{1, 1},
            new double[]{0.9, 0.1}), new UniformSetup(drive, loss, t -> 1 + 0.05 * t, new double[]{0}, width, true,
            new double[]{1e-5, 1e-5}, UNKNOWN, false, WaveGrid.Start.NOISE, new double[2], new double[]{0, end}, 1e-5,
            100_000)).evolve(Progress.NONE).samples().get(1);
        double[] y = {0.9, 0.1, Math.log(1e-5)};
        final int steps = 24_000;
        final double h = end / steps;
        for (int s = 0; s < steps; s++) {
            final double[] sum = y.clone();
            double[] rate = new double[3];
            for (int stage = 0; stage < 4; stage++) {
                final double part = stage == 0 ? 0 : stage == 3 ? 1 : 0.5;
                final double[] at = new double[3];
                for (int c = 0; c < 3; c++) {
                    at[c] = y[c] + part * h * rate[c];
                }
                final double growth = 2 * (1 + 0.05 * (s + part) * h) * Math.sqrt(at[0] * at[1]);
                final double both = at[0] + at[1];
                rate = new double[3];
                for (int i = 0; i < 2; i++) {
                    rate[i] = drive[i] - loss[i] * at[i] - 2 * growth * width * Math.exp(at[2]) / both;
                }
                rate[2] = 2 * (growth - (loss[0] * at[0] + loss[1] * at[1]) / both);
                for (int c = 0; c < 3; c++) {
                    sum[c] += (stage == 1 || stage == 2 ? 2 : 1) * h / 6 * rate[c];
                }
            }
            y = sum;
        }
        assertThat(y[1]).isLessThan(0.06);
        assertThat(last.polarization()[0]).isCloseTo(y[0], within(1e-5));
        assertThat(last.polarization()[1]).isCloseTo(y[1], within(1e-5));
        assertThat(last.intensities()[0]).isCloseTo(Math.exp(y[2]), withinPercentage(0.02));
        assertThat(last.collided()).isCloseTo(last.polarization()[0] - last.polarization()[1] - 0.8, within(1e-9));
        final double growth = 2 * (1 + 0.05 * end) * Math.sqrt(last.polarization()[0] * last.polarization()[1]);
        assertThat(last.viscosity()[1]).isCloseTo(2 * growth * width * last.intensities()[0]
            / (last.polarization()[1] * (last.polarization()[0] + last.polarization()[1])), withinPercentage(1e-6));
    }
}
