package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;

import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.junit.jupiter.api.Test;

/**
 * One step of dy/dt = -i Omega y + lambda y: the linear part is exact, and lambda gives the polynomials of the formulas
 * of Dormand and Prince, in exact fractions 1 + z + z^2/2 + z^3/6 + z^4/24 + z^5/120 + z^6/600 and, for their
 * difference, -97 z^5/120000 + 13 z^6/40000 - z^7/24000, z = lambda h.
 */
class LawsonStepTest {
    private static final double STEP = 0.4;

    private static final WaveBasis BASIS = WaveBasis.of(Background.of(KineticsChecks.twoBeams(1, 0.5),
        Environment.FAST), KineticsChecks.box(2 * Math.PI / 1.5, 1), Progress.NONE);

    private static double factor(final double z) {
        return 1 + z * (1 + z * (1 / 2.0 + z * (1 / 6.0 + z * (1 / 24.0 + z * (1 / 120.0 + z / 600)))));
    }

    private static double difference(final double z) {
        return Math.abs(Math.pow(z, 5) * (-97 / 120000.0 + z * (13 / 40000.0 - z / 24000)));
    }

    private static LawsonStepper stepper(final double tolerance, final double lambda, final double mu) {
        final int amplitudes = BASIS.size();
        final LawsonStepper stepper = new LawsonStepper(amplitudes, BASIS.bands(), 1, tolerance, false);
        stepper.restart(BASIS, (y, out) -> {
            for (int c = 0; c < 2 * amplitudes; c++) {
                out[c] = lambda * y[c];
            }
            out[2 * amplitudes] = mu * y[2 * amplitudes];
        });
        return stepper;
    }

    /** Amplitude 1 - 2 i in every band, length 3. */
    private static double[] start() {
        final double[] y = new double[2 * BASIS.size() + 1];
        for (int b = 0; b < BASIS.size(); b++) {
            y[2 * b] = 1;
            y[2 * b + 1] = -2;
        }
        y[2 * BASIS.size()] = 3;
        return y;
    }

    @Test
    void oneStepIsExactInTheFrequenciesAndOfOrderFiveBeside() {
        final double[] y = start();
        final LawsonStepper stepper = stepper(1, 1.5, -0.7);
        assertThat(stepper.step(y, STEP)).isTrue();
        assertThat(BASIS.largestGrowth()).isGreaterThan(1);
        for (int b = 0; b < BASIS.size(); b++) {
            final double size = Math.exp(STEP * BASIS.omegaIm(b)) * factor(1.5 * STEP);
            final double cos = size * Math.cos(STEP * BASIS.omegaRe(b));
            final double sin = size * Math.sin(STEP * BASIS.omegaRe(b));
            assertThat(y[2 * b]).isCloseTo(cos - 2 * sin, within(1e-14));
            assertThat(y[2 * b + 1]).isCloseTo(-2 * cos - sin, within(1e-14));
        }
        assertThat(y[2 * BASIS.size()]).isCloseTo(3 * factor(-0.7 * STEP), within(1e-15));
        final double[] slope = stepper.slope(y);
        assertThat(slope[0]).isCloseTo(1.5 * y[0], within(1e-14));
        assertThat(slope[2 * BASIS.size()]).isCloseTo(-0.7 * y[2 * BASIS.size()], within(1e-14));
    }

    /** The error is relative to the larger end of an amplitude, and to the longest length. */
    @Test
    void theNextStepFollowsTheError() {
        final double amplitude = difference(1.5 * STEP) / factor(1.5 * STEP);
        for (final double tolerance : new double[]{0.1 * amplitude, 0.3 * amplitude}) {
            final double[] y = start();
            final LawsonStepper stepper = stepper(tolerance, 1.5, -0.7);
            assertThat(stepper.step(y, STEP)).isFalse();
            assertThat(y).containsExactly(start());
            assertThat(stepper.proposed())
                .isCloseTo(0.9 * STEP * Math.pow(amplitude / tolerance, -0.2), withinPercentage(1e-6));
        }
        final double length = difference(1.4 * STEP);
        final LawsonStepper stepper = stepper(0.2 * length, 0, -1.4);
        assertThat(stepper.step(start(), STEP)).isFalse();
        assertThat(stepper.proposed()).isCloseTo(0.9 * STEP * Math.pow(differenceBelow(-1.4 * STEP) / (0.2 * length),
            -0.2), withinPercentage(1e-6));
    }

    /**
     * One small amplitude changes beside a larger one: its error is relative to 10 % of the largest component of its
     * own wave, or to 1e-6 of the largest of all.
     */
    @Test
    void smallAmplitudesAreMeasuredByLargerOnes() {
        final WaveBasis basis = WaveBasis.of(Background.of(KineticsChecks.twoBeams(1, -0.5), Environment.FAST),
            KineticsChecks.box(2 * Math.PI / 1.5, 2), Progress.NONE);
        assertThat(basis.largestGrowth()).isZero();
        final int large = basis.index(1, 0);
        final double angle = STEP * basis.omegaRe(large);
        final double component = Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
        for (int n = 1; n <= 2; n++) {
            final int small = basis.index(n, 1);
            final double size = n == 1 ? 1e-3 : 1e-9;
            final double error = size * difference(1.5 * STEP) / ((n == 1 ? 0.1 : 1e-6) * component);
            final LawsonStepper stepper = new LawsonStepper(basis.size(), basis.bands(), 0, 0.2 * error, false);
            stepper.restart(basis, (y, out) -> {
                Arrays.fill(out, 0);
                out[2 * small] = 1.5 * y[2 * small];
                out[2 * small + 1] = 1.5 * y[2 * small + 1];
            });
            final double[] y = new double[2 * basis.size()];
            y[2 * large] = 1;
            y[2 * small] = size;
            assertThat(stepper.step(y, STEP)).isFalse();
            assertThat(stepper.proposed()).isCloseTo(0.9 * STEP * Math.pow(5, -0.2), withinPercentage(1e-5));
        }
    }

    /** The same for a negative z, where all terms add up. */
    private static double differenceBelow(final double z) {
        return Math.abs(Math.pow(z, 5)) * (97 / 120000.0 - z * 13 / 40000 + z * z / 24000);
    }

    /** A step that is far better than asked for may be five times longer, as long as e^3 bounds what grows in it. */
    @Test
    void stepsGrowWithinTheirBounds() {
        double largest = 0;
        for (int b = 0; b < BASIS.size(); b++) {
            largest = Math.max(largest, Math.abs(BASIS.omegaRe(b)));
        }
        final LawsonStepper stepper = stepper(1, 0.01, 0);
        assertThat(stepper.proposed()).isCloseTo(0.1 / largest, withinPercentage(1e-10));
        final double[] y = start();
        assertThat(stepper.step(y, 0.1)).isTrue();
        assertThat(stepper.proposed()).isCloseTo(0.5, withinPercentage(1e-10));
        assertThat(stepper.step(y, stepper.proposed())).isTrue();
        assertThat(stepper.proposed()).isCloseTo(Math.min(2.5, 3 / BASIS.largestGrowth()), withinPercentage(1e-10));
    }
}
