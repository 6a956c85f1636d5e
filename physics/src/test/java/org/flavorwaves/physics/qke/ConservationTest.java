package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.junit.jupiter.api.Test;

/** The identities (FW lepton-number) and (FW length), and what happens when one is broken. */
class ConservationTest {

    /** 1000 crossing times of an unstable box. */
    @Test
    void identitiesHoldForAThousandCrossings() {
        final BoxGrid grid = BoxGrid.line(2, 2 * Math.PI / 2, 16);
        final BoxField start = BoxStates.waves(grid, BoxStates.twoBeams(), 1e-3);
        final QkeRun run = new QkeBox(Environment.FAST, StepControl.adaptive(5e-13), 1e-10, false).evolve(start,
            1000 * grid.length(2), 20, Progress.NONE);
        assertThat(run.broken()).isEmpty();
        assertThat(run.samples()).hasSize(21);
        assertThat(run.leptonError()).isLessThan(1e-10);
        assertThat(run.lengthError()).isLessThan(1e-10);
        assertThat(run.samples()).anyMatch(sample -> sample.mean().pz(0) < 0.5);
    }

    /** Along B with vacuum mixing alone; no axis with matter as well. */
    @Test
    void theSymmetryAxisFollowsTheExternalTerms() {
        final FlavorState state = BoxStates.random(4, 2, false, true);
        assertThat(BoxMonitor.conservedAxes(state.modes(), new Environment(0.3, 0, 1), false))
            .isEqualTo(new double[][]{{Math.sin(0.6), 0, -Math.cos(0.6)}});
        assertThat(BoxMonitor.conservedAxes(state.modes(), new Environment(0.3, 0.1, 1), false)).isEmpty();
        assertThat(BoxMonitor.conservedAxes(state.modes(), new Environment(0, 0.1, 1), false))
            .isEqualTo(new double[][]{{0, 0, 1}});
        assertThat(BoxMonitor.conservedAxes(BoxStates.twoBeams().modes(), Environment.FAST, false)).hasNumberOfRows(3);
        final QkeRun run = new QkeBox(new Environment(0.3, 0, 1), StepControl.adaptive(1e-12), 1e-9, false)
            .evolve(BoxStates.waves(BoxGrid.line(2, 5, 12), state, 0.05), 20, 4, Progress.NONE);
        assertThat(run.broken()).isEmpty();
        assertThat(run.samples().get(1).leptonError()).isPositive();
    }

    /** What the equation does not conserve is not a number, rather than a perfect zero. */
    @Test
    void saysWhatWasNotMeasured() {
        final FlavorState state = BoxStates.random(4, 2, false, true);
        final QkeBox box = new QkeBox(new Environment(0.3, 0.1, 1), StepControl.adaptive(1e-9), 1e-3, false);
        final QkeRun mixed = box.evolve(BoxStates.waves(BoxGrid.line(2, 5, 12), state, 0.05), 1, 1, Progress.NONE);
        assertThat(mixed.leptonError()).isNaN();
        assertThat(mixed.lengthError()).isPositive();
        final QkeRun damped = box.evolve(BoxStates.waves(BoxGrid.line(2, 5, 12), BoxStates.damped(state), 0.05), 1, 1,
            Progress.NONE);
        assertThat(damped.lengthError()).isNaN();
        assertThat(damped.broken()).isEmpty();
    }

    @Test
    void stopsWhenAnIdentityIsBroken() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 12), BoxStates.random(4, 2, false, true), 0.05);
        final QkeRun run = new QkeBox(new Environment(0.3, 0, 1), StepControl.fixed(0.2), 1e-6, false).evolve(start,
            100, 50, Progress.NONE);
        assertThat(run.samples()).hasSizeLessThan(51);
        assertThat(run.broken().orElseThrow().toString()).startsWith("At t = ")
            .contains("the mean square length of a polarization vector has changed by", "above the tolerance 1.0E-6");
    }

    /** Steps that are unstable end as an error, not as numbers. */
    @Test
    void stopsWhenStepsAreUnstable() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 12), BoxStates.random(4, 2, false, true), 0.05);
        final QkeRun run = new QkeBox(new Environment(0.3, 0, 60), StepControl.fixed(0.2), 1, false).evolve(start, 1000,
            2, Progress.NONE);
        assertThat(run.broken().orElseThrow().toString()).contains("Make the time steps smaller.");
    }

    /** Steps of the size of the precession cannot be told apart on the scale of such a run. */
    @Test
    void refusesStepsThatDoNotMoveTheTime() {
        final BoxField start = BoxStates.waves(BoxGrid.line(2, 5, 12), BoxStates.twoBeams(), 0.05);
        final QkeBox box = new QkeBox(Environment.FAST, StepControl.adaptive(1e-12), 1, false);
        assertThatThrownBy(() -> box.evolve(start, 1e16, 1, Progress.NONE)).isInstanceOf(StepTooSmallException.class)
            .hasMessageStartingWith("At t = 0.0 the error control asks for a step of ");
    }
}
