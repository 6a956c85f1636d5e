package org.flavorwaves.physics.qke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** A matter potential that varies along the box. */
class MatterProfileTest {
    private static final double[] VALUES = {0.9, 0.3, -0.2, 0.5, 0.1, -0.7, 0.2, 0.6};

    /**
     * Px + i Py of three aligned beams after t = 3 at the harmonics -2, 0, 1 and 3, in units of the seed, a wave of Px
     * in the harmonics +-1 of all beams: exp(A t) of the dense linear problem over |n| &lt;= 5, computed with scipy.
     */
    private static final double[][] DENSE = {
        {-7.185543548913, -45.719989991998, -5.719323979508, -1.814519943461, -6.080122146708, -7.248997922091,
            -0.164499860187, -0.067012130766},
        {-34.972010720232, 25.885312917696, -7.025351950185, 0.217656188634, -6.059134841313, -6.845908259335,
            -0.203046318331, 0.005174863328},
        {18.539735063312, 14.962411817990, 0.917815685362, 1.786094701777, 2.976099983359, 4.026799812900,
            0.215049084383, 0.438817858438}};

    private static final int[] HARMONICS = {-2, 0, 1, 3};

    private static FlavorState beams() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .rings(1, -1, 0.3).weight(1, 0.8, 0.5).build();
        return FlavorState.alongZ(modes, new double[]{1, 1, 1}, new double[]{1, 0.9, -0.6});
    }

    private static QkeBox box(final double matter, final StepControl control) {
        return new QkeBox(new Environment(0, matter, 1), control, 1e-6, false);
    }

    @Test
    void linearStageIsThatOfTheDenseProblem() {
        final double seed = 3e-7;
        final BoxGrid grid = BoxGrid.line(2, 5, 16);
        final double[] px = {1, 0, 0, 1, 0, 0, 1, 0, 0};
        final BoxField start = BoxField.homogeneous(grid, beams()).plusWave(grid.index(0, 0, 1),
            new WaveFunction(px, new double[9]), seed);
        final BoxField last = box(0.4, StepControl.adaptive(1e-15)).withMatter(new MatterProfile(VALUES))
            .evolve(start, 3, 1, Progress.NONE).last();
        for (int i = 0; i < 3; i++) {
            for (int n = 0; n < HARMONICS.length; n++) {
                final int h = grid.index(0, 0, HARMONICS[n]);
                assertThat((last.re(i, 0, h) - last.im(i, 1, h)) / seed).isCloseTo(DENSE[i][2 * n], within(1e-7));
                assertThat((last.im(i, 0, h) + last.re(i, 1, h)) / seed).isCloseTo(DENSE[i][2 * n + 1], within(1e-7));
            }
        }
    }

    /** One value, or several equal ones, are the parameter; a mean is turned exactly, without more steps. */
    @Test
    void uniformProfilesAreTheParameter() {
        final BoxGrid grid = BoxGrid.line(2, 5, 12);
        final BoxField start = BoxStates.waves(grid, BoxStates.random(5, 3, true, true), 0.02);
        final BoxField expected = box(2000, StepControl.adaptive(1e-8)).evolve(start, 1, 2, Progress.NONE).last();
        for (final double[] values : new double[][]{{1500}, {1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500}}) {
            final BoxField last = box(500, StepControl.adaptive(1e-8)).withMatter(new MatterProfile(values))
                .evolve(start, 1, 2, Progress.NONE).last();
            assertThat(BoxStates.distance(expected, last)).isZero();
        }
    }

    @Test
    void goesThroughItsValues() {
        final BoxGrid grid = BoxGrid.line(2, 5, 16);
        final MatterProfile profile = new MatterProfile(VALUES);
        final double[] departures = profile.departures(grid);
        for (int p = 0; p < VALUES.length; p++) {
            assertThat(departures[2 * p] + profile.mean()).isCloseTo(VALUES[p], within(1e-15));
        }
        assertThat(new MatterProfile(1, 0, -1, 0).departures(grid)[1]).isCloseTo(Math.cos(Math.PI / 8), within(1e-15));
    }

    /** Neutrinos with different velocities in a varying potential: without vacuum mixing only Pz is conserved. */
    @Test
    void profilesLeaveTheLeptonNumberAlongZ() {
        final BoxGrid grid = BoxGrid.line(2, 5, 24);
        final BoxField start = BoxStates.waves(grid, BoxStates.random(5, 3, true, false), 0.02);
        final QkeRun run = box(0, StepControl.adaptive(1e-9)).withMatter(new MatterProfile(1, 0, -1, 0))
            .evolve(start, 2, 2, Progress.NONE);
        assertThat(run.broken()).isEmpty();
        assertThat(run.leptonError()).isLessThan(1e-13);
        assertThat(run.lengthError()).isLessThan(1e-7);
    }

    @Test
    void tooFewPointsAreRefused() {
        assertThatThrownBy(() -> new MatterProfile(VALUES).check(BoxGrid.line(2, 5, 12)))
            .hasMessageContaining("harmonics up to 4").hasMessageContaining("at least 13 points along z");
        assertThatThrownBy(() -> new MatterProfile(1, Double.NaN)).hasMessageContaining("Value 1");
        assertThatThrownBy(MatterProfile::new).hasMessageContaining("at least one value");
    }
}
