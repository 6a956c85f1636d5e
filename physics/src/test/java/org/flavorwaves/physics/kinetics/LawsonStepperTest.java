package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pairs by their order conditions, and the choice between them on a problem with a known solution. */
class LawsonStepperTest {
    private static final double TOLERANCE = 1e-8;

    /** sum b = 1, sum b c = 1/2, sum b c^2 = 1/3, sum b a c = 1/6; the error has none of orders 1 and 2. */
    @ParameterizedTest
    @EnumSource
    void conditionsOfOrderThreeHold(final EmbeddedPair pair) {
        final int last = pair.stages() - 1;
        final double[] sums = new double[6];
        for (int s = 0; s <= last; s++) {
            double row = 0;
            double inner = 0;
            for (int j = 0; j < s; j++) {
                row += pair.a(s, j);
                inner += pair.a(s, j) * pair.c(j);
            }
            assertThat(row).isCloseTo(pair.c(s), within(1e-14));
            final double b = s < last ? pair.a(last, s) : 0;
            sums[0] += b;
            sums[1] += b * pair.c(s);
            sums[2] += b * pair.c(s) * pair.c(s);
            sums[3] += b * inner;
            sums[4] += pair.error(s);
            sums[5] += pair.error(s) * pair.c(s);
        }
        assertThat(sums).containsExactly(new double[]{1, 1 / 2.0, 1 / 3.0, 1 / 6.0, 0, 0}, within(1e-14));
    }

    /** dl/dt = -l^2 beside free waves: l = 1/(1 + t), and waves turn by Omega t. */
    @ParameterizedTest
    @EnumSource
    void stepsKeepTheTolerance(final EmbeddedPair pair) {
        final WaveBasis basis = WaveBasis.of(KineticsChecks.equilibrium(4, 1), KineticsChecks.box(7, 2),
            Progress.NONE);
        final AtomicInteger evaluations = new AtomicInteger();
        final LawsonStepper stepper = new LawsonStepper(basis.size(), basis.bands(), 1, TOLERANCE, true);
        stepper.restart(basis, (y, out) -> {
            evaluations.incrementAndGet();
            Arrays.fill(out, 0);
            out[2 * basis.size()] = -y[2 * basis.size()] * y[2 * basis.size()];
        });
        final double[] y = new double[2 * basis.size() + 1];
        Arrays.fill(y, 1);
        double t = 0;
        long steps = 0;
        while (t < 1) {
            final double h = Math.min(1 - t, pair == EmbeddedPair.THREE ? 1e-3 : stepper.proposed());
            if (stepper.step(y, h)) {
                t += h;
            }
            steps++;
        }
        assertThat(y[2 * basis.size()]).isCloseTo(0.5, within(20 * TOLERANCE));
        final int at = 3;
        assertThat(Math.hypot(y[2 * at], y[2 * at + 1]))
            .isCloseTo(Math.sqrt(2) * Math.exp(basis.omegaIm(at)), within(1e-10));
        assertThat(Math.atan2(y[2 * at + 1], y[2 * at]))
            .isCloseTo(Math.IEEEremainder(Math.PI / 4 - basis.omegaRe(at), 2 * Math.PI), within(1e-10));
        if (pair == EmbeddedPair.THREE) {
            assertThat((double) evaluations.get() / steps).isLessThan(3.1);
        } else {
            assertThat((double) evaluations.get() / steps).isBetween(5.0, 7.0);
        }
    }

    @Test
    void shortStepsCanBeForbidden() {
        final WaveBasis basis = WaveBasis.of(KineticsChecks.equilibrium(4, 1), KineticsChecks.box(7, 2),
            Progress.NONE);
        final AtomicInteger evaluations = new AtomicInteger();
        final LawsonStepper stepper = new LawsonStepper(basis.size(), basis.bands(), 0, TOLERANCE, false);
        stepper.restart(basis, (y, out) -> {
            evaluations.incrementAndGet();
            Arrays.fill(out, 0);
        });
        final double[] y = new double[2 * basis.size()];
        for (int s = 0; s < 5; s++) {
            assertThat(stepper.step(y, 1e-6)).isTrue();
        }
        assertThat(evaluations).hasValue(31);
    }

    private static LawsonStepper stepper(final WaveBasis basis, final double tolerance) {
        final LawsonStepper stepper = new LawsonStepper(basis.size(), basis.bands(), 1, tolerance, false);
        stepper.restart(basis, (y, out) -> {
            Arrays.fill(out, 0);
            out[2 * basis.size()] = -y[2 * basis.size()] * y[2 * basis.size()];
        });
        return stepper;
    }

    /** Errors of lengths are relative to lengths, however large amplitudes are. */
    @Test
    void lengthsAreAsGoodBesideLargeAmplitudes() {
        final WaveBasis basis = WaveBasis.of(KineticsChecks.equilibrium(4, 1), KineticsChecks.box(7, 2),
            Progress.NONE);
        final LawsonStepper stepper = stepper(basis, TOLERANCE);
        final double[] y = new double[2 * basis.size() + 1];
        Arrays.fill(y, 1e9);
        y[2 * basis.size()] = 1;
        assertThat(stepper.step(y, 1)).isFalse();
        double t = 0;
        while (t < 1) {
            final double h = Math.min(1 - t, stepper.proposed());
            t += stepper.step(y, h) ? h : 0;
        }
        assertThat(y[2 * basis.size()]).isCloseTo(0.5, within(20 * TOLERANCE));
    }

    /** A refused step tells one that is just good enough; one without errors is followed by five times it. */
    @Test
    void stepsFollowTheError() {
        final WaveBasis basis = WaveBasis.of(KineticsChecks.equilibrium(4, 1), KineticsChecks.box(7, 2),
            Progress.NONE);
        final LawsonStepper stepper = stepper(basis, TOLERANCE);
        final double[] y = new double[2 * basis.size() + 1];
        y[2 * basis.size()] = 1;
        final double h = 0.2;
        assertThat(stepper.step(y, h)).isFalse();
        final double next = stepper.proposed();
        assertThat(next).isBetween(0.25 * h, 0.8 * h);
        assertThat(stepper.step(y, next)).isTrue();
        assertThat(stepper.proposed()).isCloseTo(next, within(0.15 * next));
        final LawsonStepper free = stepper(basis, TOLERANCE);
        final double first = free.proposed();
        assertThat(free.step(new double[y.length], 0.5 * first)).isTrue();
        assertThat(free.proposed()).isCloseTo(2.5 * first, within(1e-15));
    }
}
