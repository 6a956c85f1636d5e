package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.numerics.Progress;
import org.junit.jupiter.api.Test;

/**
 * A weakly unstable, non-aligned mixing equilibrium with vacuum mixing and matter: growth, depolarization by 60 %,
 * saturation and the way back, against all waves of the same box resolved with their n = 0.
 */
class ResolvedBoxTest {
    private static final double[] TIMES = {0, 80, 160, 200, 240};

    private static final Background BACKGROUND = KineticsChecks.equilibrium(5, 2);

    private static final BoxModes BOX = KineticsChecks.box(12, 4);

    private static final InitialWaves WAVES = InitialWaves.randomTilts(1e-3, 7);

    private static final double[][] RESOLVED = resolved();

    private static double[][] resolved() {
        final WaveBasis basis = WaveBasis.of(BACKGROUND, BOX, Progress.NONE);
        return KineticsChecks.resolved(basis, WAVES.on(basis), TIMES, 0.06);
    }

    private static KineticsResult evolve(final SecularWindow window, final Transfer transfer) {
        return new FlavorWaveKinetics(KineticsOptions.DEFAULT.withAccuracy(1e-6, 0.02).withWindow(window)
            .withTransfer(transfer).withBounds(1, 1L << 30)).evolve(BACKGROUND.state(), BACKGROUND.environment(), BOX,
            WAVES, TIMES, 0, Progress.NONE);
    }

    /** The largest |P_i| distance at a time. */
    private static double distance(final KineticsResult result, final int time) {
        double worst = 0;
        for (int i = 0; i < BACKGROUND.size(); i++) {
            double square = 0;
            for (int a = 0; a < 3; a++) {
                square += RESOLVED[time][3 * i + a] * RESOLVED[time][3 * i + a];
            }
            worst = Math.max(worst,
                Math.abs(result.samples().get(time).state().length(i) - Math.sqrt(square))
                    / BACKGROUND.state().length(i));
        }
        return worst;
    }

    @Test
    void backgroundDepolarizesAndRecovers() {
        final double before = Math.hypot(RESOLVED[0][0], Math.hypot(RESOLVED[0][1], RESOLVED[0][2]));
        final double after = Math.hypot(RESOLVED[3][0], Math.hypot(RESOLVED[3][1], RESOLVED[3][2]));
        assertThat(after / before).isLessThan(0.4);
    }

    @Test
    void infiniteWindowFollowsTheBox() {
        final KineticsResult result = evolve(SecularWindow.INFINITE, Transfer.PROJECT);
        assertThat(distance(result, 1)).isLessThan(2e-5);
        assertThat(distance(result, 2)).isLessThan(1e-3);
        assertThat(distance(result, 3)).isLessThan(5e-3);
        assertThat(distance(result, 4)).isLessThan(1e-2);
        assertThat(result.last().monitors().lengthDrift()).isLessThan(2e-4);
    }

    @Test
    void secularApproximationFollowsTheBox() {
        final KineticsResult result = evolve(SecularWindow.AUTO, Transfer.PROJECT);
        assertThat(result.delta()).isLessThan(0.5);
        assertThat(result.triadCount()).isPositive();
        assertThat(distance(result, 1)).isLessThan(1e-4);
        assertThat(distance(result, 2)).isLessThan(1e-3);
        assertThat(distance(result, 3)).isLessThan(1e-2);
        assertThat(distance(result, 4)).isLessThan(2e-2);
    }

    /**
     * Amplitudes that follow their bands agree as long as the wave grows, and then fail: growth ends at an exceptional
     * point, where bands meet and following them has no meaning. The second identity tells.
     */
    @Test
    void followingBandsFailsAtTheEndOfGrowth() {
        final KineticsResult result = evolve(SecularWindow.INFINITE, Transfer.FOLLOW);
        assertThat(distance(result, 1)).isLessThan(2e-5);
        assertThat(distance(result, 2)).isLessThan(1e-3);
        assertThat(distance(result, 4)).isGreaterThan(0.2);
        assertThat(result.last().monitors().lengthDrift()).isGreaterThan(0.01);
    }
}
