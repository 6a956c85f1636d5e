package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The twin of a run: its growth is that of the linear analysis, and its distance bounds the error of the run. */
class SensitivityTest {
    private static QkeRun run(final BoxField start, final StepControl control, final double duration,
        final int intervals, final double work) {
        return new QkeBox(Environment.FAST, control, 1, false).withTwin(work).evolve(start, duration, intervals,
            Progress.NONE);
    }

    /** Reference case 1: the fastest wave of two beams grows at 2, at k = 2; without waves only the noise grows. */
    @Test
    void differenceGrowsAsTheFastestWave() {
        final BoxField start = BoxField.homogeneous(BoxGrid.line(2, 20 * Math.PI, 96), BoxStates.twoBeams());
        final Sensitivity found = run(start, StepControl.adaptive(1e-13), 11, 11, Double.POSITIVE_INFINITY)
            .sensitivity().orElseThrow();
        assertThat(found.differences()).hasSize(12);
        assertThat(found.differences().get(0)).isBetween(0.5e-12, 2e-12);
        assertThat(Math.log(found.differences().get(11) / found.differences().get(8)) / 3).isCloseTo(2, within(0.05));
        assertThat(found.lyapunov()).isBetween(1.6, 2.0);
    }

    /** The digits are true: an independent run at a far smaller tolerance differs by less. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-9})
    void meanDifferenceBoundsTheError(final double tolerance) {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 2, 24), BoxStates.twoBeams(), 0.05);
        final QkeRun run = run(start, StepControl.adaptive(tolerance), 6, 6, Double.POSITIVE_INFINITY);
        final QkeRun exact = run(start, StepControl.adaptive(1e-13), 6, 6, 0);
        final Sensitivity found = run.sensitivity().orElseThrow();
        double error = 0;
        for (int t = 0; t <= 6; t++) {
            for (int i = 0; i < 2; i++) {
                error = Math.max(error,
                    Math.abs(run.samples().get(t).mean().pz(i) - exact.samples().get(t).mean().pz(i)));
            }
        }
        assertThat(error).isPositive().isLessThan(found.meanDifference());
        assertThat(found.meanDifference()).isLessThan(1e4 * error);
        assertThat(found.digits().orElseThrow()).isEqualTo((int) -Math.ceil(Math.log10(found.meanDifference())));
        assertThat(exact.sensitivity()).isEmpty();
    }

    /** A long run is chaotic: two tolerances end a tenth apart, and the twin knows. */
    @Test
    void chaosLeavesNoDigits() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 10, 64), BoxStates.twoBeams(), 1e-3);
        final QkeRun run = run(start, StepControl.adaptive(1e-6), 30, 30, Double.POSITIVE_INFINITY);
        final QkeRun other = run(start, StepControl.adaptive(1e-8), 30, 30, 0);
        final double apart = Math.abs(run.samples().get(30).mean().pz(0) - other.samples().get(30).mean().pz(0));
        final Sensitivity found = run.sensitivity().orElseThrow();
        assertThat(apart).isGreaterThan(0.02);
        assertThat(found.digits()).hasValue(0);
        assertThat(found.lyapunov()).isPositive();
    }

    @Test
    void twinIsGivenUpBeyondItsWork() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 24), BoxStates.twoBeams(), 0.05);
        final Sensitivity found = run(start, StepControl.fixed(0.01), 4, 8, 1000).sensitivity().orElseThrow();
        assertThat(found.complete()).isFalse();
        assertThat(found.digits()).isEmpty();
        assertThat(found.differences()).hasSizeBetween(2, 8);
    }

    /** d = 1e-6 e^{3 t} at t = 0, 0.5, ..., kept at 0.5: the exponent is taken while the difference is small. */
    @Test
    void exponentIsThatOfSmallDifferences() {
        assertThat(new Sensitivity(1, List.of(1e-6, 1e-6 * Math.exp(3), 1e-6 * Math.exp(6), 0.5, 0.5), 0.5, true)
            .lyapunov()).isCloseTo(3, within(1e-14));
        assertThat(new Sensitivity(1, List.of(1e-6, 0.5, 0.5), 0.5, true).lyapunov())
            .isCloseTo(Math.log(5e5), within(1e-12));
        assertThat(new Sensitivity(1, List.of(1e-6), 0, true).lyapunov()).isNaN();
        assertThat(new Sensitivity(1, List.of(1e-6, 1e-5), Double.NaN, true).digits()).hasValue(0);
    }
}
