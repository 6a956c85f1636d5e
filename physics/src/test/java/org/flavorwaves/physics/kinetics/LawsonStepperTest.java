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
import org.junit.jupiter.params.provider.ValueSource;

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

    /** sum b c^3 = 1/4, sum b c a c = 1/8, sum b a c^2 = 1/12, sum b a a c = 1/24. */
    @ParameterizedTest
    @EnumSource(names = "THREE", mode = EnumSource.Mode.EXCLUDE)
    void conditionsOfOrderFourHold(final EmbeddedPair pair) {
        final int last = pair.stages() - 1;
        final double[] ac = new double[last + 1];
        final double[] sums = new double[4];
        for (int s = 0; s <= last; s++) {
            double square = 0;
            double twice = 0;
            for (int j = 0; j < s; j++) {
                ac[s] += pair.a(s, j) * pair.c(j);
                square += pair.a(s, j) * pair.c(j) * pair.c(j);
                twice += pair.a(s, j) * ac[j];
            }
            final double b = s < last ? pair.a(last, s) : 0;
            sums[0] += b * Math.pow(pair.c(s), 3);
            sums[1] += b * pair.c(s) * ac[s];
            sums[2] += b * square;
            sums[3] += b * twice;
        }
        assertThat(sums).containsExactly(new double[]{1 / 4.0, 1 / 8.0, 1 / 12.0, 1 / 24.0}, within(1e-14));
    }

    /** Slopes that depend on time alone have an error too, of the power of the step that the control takes it for. */
    @ParameterizedTest
    @EnumSource
    void errorsSeeSlopesOfTimeAlone(final EmbeddedPair pair) {
        for (int power = 0; power < pair.order(); power++) {
            double sum = 0;
            for (int s = 0; s < pair.stages(); s++) {
                sum += pair.error(s) * Math.pow(pair.c(s), power);
            }
            if (power < pair.order() - 1) {
                assertThat(sum).isCloseTo(0, within(1e-14));
            } else {
                assertThat(Math.abs(sum)).isGreaterThan(1e-4);
            }
        }
    }

    /** dy/dt = -y^2 from 1 on, y = 1/(1 + t): what is wrong within a step falls with its fourth or fifth power. */
    @ParameterizedTest
    @EnumSource
    void valuesWithinAStepAreOfTheOrderOfTheError(final EmbeddedPair pair) {
        for (final double share : new double[]{0.2, 0.5, 0.7}) {
            final double ratio = wrongWithin(pair, 0.1, share) / wrongWithin(pair, 0.05, share);
            assertThat(ratio).isBetween(pair == EmbeddedPair.FIVE ? 24.0 : 12.0,
                pair == EmbeddedPair.FIVE ? 40.0 : 20.0);
        }
        assertThat(wrongWithin(pair, 0.1, 0.5)).isLessThan(pair == EmbeddedPair.FIVE ? 1e-7 : 3e-5);
        assertThat(wrongWithin(pair, 0.1, 0)).isZero();
        assertThat(pair.within(0, 1)).isCloseTo(pair.a(pair.stages() - 1, 0), within(1e-15));
        assertThat(pair.within(pair.stages() - 1, 1)).isZero();
    }

    private static double wrongWithin(final EmbeddedPair pair, final double h, final double share) {
        final double[] k = new double[pair.stages()];
        double within = 1;
        for (int s = 0; s < k.length; s++) {
            double y = 1;
            for (int j = 0; j < s; j++) {
                y += h * pair.a(s, j) * k[j];
            }
            k[s] = -y * y;
            within += h * pair.within(s, share) * k[s];
        }
        return Math.abs(within - 1 / (1 + share * h));
    }

    /** Amplitudes that a constant drives, dy/dt = -i Omega y + 1, and l = 1/(1 + t) within accepted steps. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.03, 1})
    void valuesWithinStepsKeepTheTolerance(final double longest) {
        final WaveBasis basis = WaveBasis.of(KineticsChecks.equilibrium(4, 1), KineticsChecks.box(7, 2),
            Progress.NONE);
        final LawsonStepper stepper = new LawsonStepper(basis.size(), basis.bands(), 1, TOLERANCE, true);
        stepper.restart(basis, (y, out) -> {
            for (int at = 0; at < basis.size(); at++) {
                out[2 * at] = 1;
                out[2 * at + 1] = 0;
            }
            out[2 * basis.size()] = -y[2 * basis.size()] * y[2 * basis.size()];
        });
        final double[] y = new double[2 * basis.size() + 1];
        y[2 * basis.size()] = 1;
        final double[] within = new double[y.length];
        double t = 0;
        while (t < 1) {
            final double h = Math.min(longest, Math.min(1 - t, stepper.proposed()));
            if (stepper.step(y, h)) {
                for (final double share : new double[]{0, 0.3, 0.6, 1}) {
                    stepper.within(share, within);
                    final double time = t + share * h;
                    assertThat(within[2 * basis.size()]).isCloseTo(1 / (1 + time), within(30 * TOLERANCE));
                    assertDriven(basis, within, time);
                }
                assertThat(within).containsExactly(y, within(1e-14));
                t += h;
            }
        }
    }

    /** y = (1 - exp(-i Omega t))/(i Omega). */
    private static void assertDriven(final WaveBasis basis, final double[] y, final double time) {
        for (int at = 0; at < basis.size(); at++) {
            final double re = basis.omegaRe(at);
            final double im = basis.omegaIm(at);
            final double x = 1 - Math.exp(im * time) * Math.cos(re * time);
            final double z = Math.exp(im * time) * Math.sin(re * time);
            final double square = re * re + im * im;
            assertThat(square).isGreaterThan(1e-6);
            assertThat(y[2 * at]).isCloseTo((z * re - x * im) / square, within(30 * TOLERANCE));
            assertThat(y[2 * at + 1]).isCloseTo((-x * re - z * im) / square, within(30 * TOLERANCE));
        }
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
