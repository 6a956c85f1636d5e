package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The motion is reversed, and the start returns as far as noise lets it. */
class EchoTest {
    private static final Environment ENVIRONMENT = new Environment(0.3, 0.4, 1);

    private static QkeRun run(final Environment environment, final BoxField start, final StepControl control,
        final Echo echo, final double duration, final int intervals) {
        return new QkeBox(environment, control, 1e-3, false).withMatter(new MatterProfile(0.5, 0, -0.5, 0))
            .withEcho(echo).evolve(start, duration, intervals, Progress.NONE);
    }

    /** With vacuum mixing, varying matter and advection; the echo within an output interval or at its end. */
    @ParameterizedTest
    @CsvSource({"2, 4", "1.3, 4", "2, 1"})
    void theStartReturnsToTheTolerance(final double time, final int intervals) {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 24), BoxStates.random(6, 5, true, true), 0.1);
        final QkeRun run = run(ENVIRONMENT, start, StepControl.adaptive(1e-11), new Echo(time, 0, 1), 4, intervals);
        assertThat(run.broken()).isEmpty();
        assertThat(run.echo().orElseThrow().reversal()).isGreaterThan(0.3);
        assertThat(run.echo().orElseThrow().end()).isLessThan(1e-9);
        assertThat(run.echo().orElseThrow().share()).isCloseTo(1, within(1e-8));
        if (time == 2) {
            assertThat(BoxStates.distance(start, run.last())).isLessThan(1e-9);
        }
    }

    @Test
    void fixedStepsReturnToo() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 24), BoxStates.random(6, 5, true, true), 0.1);
        final QkeRun run = run(ENVIRONMENT, start, StepControl.fixed(0.005), new Echo(2, 0, 1), 4, 2);
        assertThat(run.echo().orElseThrow().end()).isLessThan(1e-6);
    }

    /** Before the reversal of two beams noise is small; on the way back it grows with the wave, sqrt 3 for k = 1. */
    @Test
    void noiseGrowsOnTheWayBack() {
        final FlavorState beams = BoxStates.twoBeams();
        final BoxGrid grid = BoxGrid.line(2, 2 * Math.PI, 24);
        final BoxField start = BoxPerturbation.wave(grid, beams, grid.index(0, 0, 1), 1e-3);
        final double[] end = new double[3];
        for (int n = 0; n < 3; n++) {
            final Echo.Return echo = new QkeBox(Environment.FAST, StepControl.adaptive(1e-10), 1e-3, false)
                .withEcho(new Echo(2.5, n == 0 ? 0 : n == 1 ? 1e-6 : 1e-5, 7)).evolve(start, 5, 5, Progress.NONE)
                .echo().orElseThrow();
            end[n] = echo.end();
        }
        assertThat(end[0]).isLessThan(1e-8);
        assertThat(end[1]).isGreaterThan(1e-5);
        assertThat(end[2] / end[1]).isCloseTo(10, within(0.1));
    }

    /** Identities are watched on the way back too, from the noise on, wherever outputs lie. */
    @Test
    void identitiesAreWatchedAfterNoise() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 24), BoxStates.random(6, 5, true, true), 0.1);
        final double[] errors = new double[2];
        for (int n = 0; n < 2; n++) {
            errors[n] = run(ENVIRONMENT, start, StepControl.fixed(0.05), new Echo(2, n * 1e-3, 1), 4, 1).samples()
                .get(1).lengthError();
        }
        assertThat(errors[0]).isGreaterThan(1e-7);
        assertThat(errors[1]).isBetween(errors[0] / 10, errors[0] * 10);
    }

    /** Collisions are not reversed: |P| goes on to shrink. */
    @Test
    void collisionsDoNotReturn() {
        final BoxField start = BoxField.homogeneous(BoxGrid.line(2, 5, 8),
            BoxStates.damped(BoxStates.random(4, 5, true, true)));
        final QkeRun run = run(new Environment(0.3, 0.4, 0), start, StepControl.adaptive(1e-10), new Echo(1, 0, 1), 2,
            2);
        assertThat(run.echo().orElseThrow().end()).isGreaterThan(0.02);
    }

    @Test
    void badEchoesAreRefused() {
        assertThatThrownBy(() -> new Echo(0, 0, 1)).hasMessageContaining("must be positive and finite but is 0.0");
        assertThatThrownBy(() -> new Echo(1, 2, 1)).hasMessageContaining("[0, 1] but is 2.0");
        final BoxField start = BoxField.homogeneous(BoxGrid.line(2, 5, 8), BoxStates.twoBeams());
        assertThat(run(ENVIRONMENT, start, StepControl.adaptive(1e-8), new Echo(3, 0, 1), 4, 2).echo()).isEmpty();
    }
}
