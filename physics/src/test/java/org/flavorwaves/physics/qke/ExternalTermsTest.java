package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.VectorTerms;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.Damping;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The external terms are rotated exactly: they cost no steps and no accuracy. */
class ExternalTermsTest {
    private static QkeRun run(final BoxField start, final Environment environment, final StepControl control,
        final double duration) {
        return new QkeBox(environment, control, 1e-3, false).evolve(start, duration, 1, Progress.NONE);
    }

    /** Matter alone is a common rotation about z, P(t) = R_z(lambda t) P_0(t): as many steps, and these values. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e4, 1e6})
    void matterCostsNoSteps(final double matter) {
        final BoxField start =
            BoxStates.waves(BoxGrid.line(2, 5, 24), BoxStates.random(7, 3, true, false), 0.05);
        final double time = 6;
        final QkeRun vacuum = run(start, Environment.FAST, StepControl.adaptive(1e-10), time);
        final QkeRun run = run(start, new Environment(0, matter, 1), StepControl.adaptive(1e-10), time);
        assertThat(run.steps()).isLessThanOrEqualTo(vacuum.steps() + 1);
        final double c = Math.cos(matter * time);
        final double s = Math.sin(matter * time);
        for (int i = 0; i < 7; i++) {
            for (int h = 0; h < start.grid().harmonics(); h++) {
                final double x = vacuum.last().re(i, 0, h);
                final double y = vacuum.last().re(i, 1, h);
                assertThat(run.last().re(i, 0, h)).isCloseTo(c * x - s * y, within(1e-8));
                assertThat(run.last().re(i, 1, h)).isCloseTo(s * x + c * y, within(1e-8));
                assertThat(run.last().re(i, 2, h)).isCloseTo(vacuum.last().re(i, 2, h), within(1e-8));
            }
        }
    }

    /** Without the nu-nu term one step of any length is exact: harmonics turn about s omega B + lambda z and stream. */
    @Test
    void mixingAndMatterAloneAreExact() {
        final FlavorState state = BoxStates.random(6, 5, false, true);
        final Environment environment = new Environment(0.3, 12.5, 0);
        final BoxField start = BoxStates.waves(new BoxGrid(new double[]{5, 3, 4}, new int[]{1, 6, 8}), state, 0.1);
        final QkeRun run = run(start, environment, StepControl.adaptive(1e-3), 7.3);
        assertThat(run.steps()).isEqualTo(1);
        final int h = 5;
        for (int i = 0; i < state.size(); i++) {
            final double so = state.modes().species(i).sign() * state.modes().omega(i);
            final double[] n = {so * environment.bx(), 0, so * environment.bz() + 12.5};
            final double norm = Math.hypot(n[0], n[2]);
            final double[] re = new double[3];
            final double[] im = new double[3];
            for (int a = 0; a < 3; a++) {
                n[a] /= norm;
                re[a] = start.re(i, a, h);
                im[a] = start.im(i, a, h);
            }
            final double[] turnedRe = turned(re, n, norm * 7.3);
            final double[] turnedIm = turned(im, n, norm * 7.3);
            final double angle = -7.3 * start.grid().waveVector(h).dot(state.modes().vx(i), state.modes().vy(i),
                state.modes().vz(i));
            for (int a = 0; a < 3; a++) {
                assertThat(run.last().re(i, a, h))
                    .isCloseTo(turnedRe[a] * Math.cos(angle) - turnedIm[a] * Math.sin(angle), within(1e-13));
                assertThat(run.last().im(i, a, h))
                    .isCloseTo(turnedRe[a] * Math.sin(angle) + turnedIm[a] * Math.cos(angle), within(1e-13));
            }
        }
    }

    private static double[] turned(final double[] p, final double[] n, final double angle) {
        final double along = (1 - Math.cos(angle)) * (n[0] * p[0] + n[1] * p[1] + n[2] * p[2]);
        final double[] out = new double[3];
        for (int a = 0; a < 3; a++) {
            final int b = (a + 1) % 3;
            final int c = (a + 2) % 3;
            out[a] = Math.cos(angle) * p[a] + Math.sin(angle) * (n[b] * p[c] - n[c] * p[b]) + along * n[a];
        }
        return out;
    }

    /** The same evolution as with all terms in the right-hand side, also with damping of the coherence. */
    @Test
    void agreesWithExternalTermsInTheRightHandSide() {
        final BoxField start =
            BoxStates.waves(BoxGrid.line(2, 5, 24), BoxStates.damped(BoxStates.random(9, 4, false, true)), 0.05);
        final Environment environment = new Environment(0.3, 0.7, 1.1);
        final BoxField[] ends = new BoxField[2];
        for (int exact = 0; exact < 2; exact++) {
            final BoxEngine engine = new BoxEngine(start.grid(), start.modes(),
                new VectorTerms(environment, Damping.COHERENCE), exact == 1, Progress.NONE);
            final double[][] y = engine.load(start);
            new AdaptiveStepper(engine, 1e-13).advance(y, 5, 0, 5);
            ends[exact] = engine.store(y, start);
        }
        assertThat(BoxStates.distance(ends[0], ends[1])).isLessThan(1e-11);
        assertThat(BoxStates.distance(ends[0], start)).isGreaterThan(0.1);
    }
}
