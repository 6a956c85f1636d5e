package org.flavorwaves.physics.linear.collective.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.collective.UnstableWaveSearch;
import org.flavorwaves.physics.linear.collective.UnstableWaves;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

class GrowthRegionTest {
    private static final WaveVector K = new WaveVector(0.3, -0.2, 0.5);

    /**
     * Beams of strength 1/2 at v = +-1 and -a at v = 0: r^2 = a (R_1^2 + R_3^2)/2 with
     * R_i^2 = (|d_i - d_2| + r)^2 + r^2, a quadratic equation; decay makes r larger.
     */
    @Test
    void fewStrengthsOfOneSignHoldTheWaves() {
        final double[] g = {0.5, -0.04, 0.5};
        final double[][] v = {{1, 1, 1}, {1, 0, -1}};
        final double[] re = {0.7, 0.1, -0.3};
        final GrowthRegion region = GrowthRegion.of(g, v, re, new double[3], 1e-3, 2.04);
        assertThat(region.poles()).containsExactly(0.1);
        final double r = reach(0.02, 0);
        assertThat(r).isCloseTo(0.130261, within(1e-6));
        assertThat(region.reach()).isBetween(r, 1.02 * r);
        final double slow = reach(0.02 * 5 / 3, 2e-3);
        assertThat(GrowthRegion.of(g, v, re, new double[]{2e-3, 4e-3, 3e-3}, 1e-3, 2.04).reach())
            .isBetween(slow, 1.02 * slow);
        assertThat(GrowthRegion.of(new double[]{-0.5, 0.04, -0.5}, v, re, new double[3], 1e-3, 2.04).poles())
            .containsExactly(0.1);
    }

    /** r^2 = c ((0.6 + r)^2 + (0.4 + r)^2 + 2 (r + d)^2). */
    private static double reach(final double c, final double d) {
        final double square = 1 - 4 * c;
        final double linear = c * (2 + 4 * d);
        final double constant = c * (0.52 + 2 * d * d);
        return (linear + Math.sqrt(linear * linear + 4 * square * constant)) / (2 * square);
    }

    /** Nothing grows where all strengths have one sign, and the search knows it without an evaluation. */
    @Test
    void noCrossingNeedsNoSearch() {
        assertThat(GrowthRegion.of(new double[]{0.5, 0.2}, new double[][]{{1, 1}, {0.1, 0.4}}, new double[2],
            new double[2], 1e-3, 1).reach()).isZero();
        final UnstableWaves waves = new UnstableWaveSearch(1e-6, false).solve(sphere(new Random(1), 0), K);
        assertThat(waves.waves()).isEmpty();
        assertThat(waves.evaluations()).isZero();
    }

    /** Every growing band of the dense solver is inside, and the region is smaller than without signs. */
    @Test
    void growingBandsOfTheDenseSolverAreInside() {
        int growing = 0;
        int smaller = 0;
        for (int seed = 0; seed < 60; seed++) {
            final Random random = new Random(seed);
            final Background background = sphere(random, 0.02 + 0.1 * random.nextDouble());
            final BandSet bands = new BandSolver(BandDetail.VALUES).solve(background, K);
            for (final CollectiveMatrix matrix : CollectiveMatrix.of(background, K)) {
                final GrowthRegion region = matrix.sums().growthRegion(1e-9);
                smaller += region.reach() < matrix.sums().couplingBound() ? 1 : 0;
                for (int b = 0; b < bands.size(); b++) {
                    if (bands.omegaIm(b) > 1e-9 && bands.sector(b) == matrix.sector()) {
                        final double re = bands.omegaRe(b);
                        final double im = bands.omegaIm(b);
                        assertThat(Arrays.stream(region.poles()).map(p -> Math.hypot(re - p, im)).min().orElseThrow())
                            .isLessThanOrEqualTo(region.reach());
                        growing++;
                    }
                }
            }
        }
        assertThat(growing).isGreaterThan(20);
        assertThat(smaller).isGreaterThan(20);
    }

    /** Forty directions, G > 0 in most of them, with matter and a frequency; the others have a share of the number. */
    private static Background sphere(final Random random, final double share) {
        final int n = 40;
        final double[][] v = new double[3][n];
        final double[] w = new double[n];
        final double[] p = new double[n];
        final double[] omega = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            v[2][i] = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[0][i] = Math.sqrt(1 - v[2][i] * v[2][i]) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - v[2][i] * v[2][i]) * Math.sin(phi);
            w[i] = (0.5 + random.nextDouble()) / n;
            p[i] = v[2][i] > 0.8 ? -share : 0.3 + 0.5 * random.nextDouble();
            omega[i] = 0.02 * random.nextDouble();
            species[i] = Species.NU;
        }
        return Background.of(FlavorState.alongZ(
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(w).omega(omega).build(),
            ones(n), p), new Environment(0, 0.7, 1));
    }

    private static double[] ones(final int n) {
        final double[] one = new double[n];
        Arrays.fill(one, 1);
        return one;
    }
}
