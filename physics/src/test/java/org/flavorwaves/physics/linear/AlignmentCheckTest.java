package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class AlignmentCheckTest {
    private static final double TILT = 1e-13;

    /** Two opposite beams of neutrinos. */
    private static FlavorState beams(final double weight, final double[] first, final double[] second) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU).velocity(new double[2],
            new double[2], new double[]{1, -1}).weight(1, weight).build();
        return FlavorState.alongZ(modes, new double[]{1, 1}, new double[2]).withPolarization(
            new double[]{first[0], second[0]}, new double[]{first[1], second[1]}, new double[]{first[2], second[2]});
    }

    /** P and H of two alike beams that point against each other add up to nothing; with signs they have an axis. */
    @Test
    void oppositeVectorsHaveAnAxis() {
        for (final double[] n : new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.6, 0, 0.8}, {-0.36, -0.48, 0.8},
            {0.6, -0.8, 0}}) {
            final double[] against = {-0.5 * n[0], -0.5 * n[1], -0.5 * n[2]};
            final double[] with = {0.5 * n[0], 0.5 * n[1], 0.5 * n[2]};
            final Background background = Background.of(beams(1, against, with), new Environment(0, 0, 1));
            assertThat(background.structure()).isEqualTo(BackgroundStructure.ALIGNED);
            for (int a = 0; a < 3; a++) {
                assertThat(background.axis(a)).isCloseTo(n[a], within(1e-15));
            }
        }
    }

    /** Matter turns all modes alike about z: however strong it is, vectors that lean by 1e-9 have no common axis. */
    @Test
    void strongMatterHidesNoTilt() {
        final FlavorState leaning = beams(1, new double[]{0.5e-9, 0, 0.5}, new double[]{0, 0, 0.5});
        for (final double matter : new double[]{0, 1e6, -1e6}) {
            assertThat(Background.of(leaning, new Environment(0, matter, 1)).structure())
                .isNotEqualTo(BackgroundStructure.ALIGNED);
        }
    }

    /** The axis of a mode is that of P or H, whichever leaves out less: P, H T = |H| d, or H, q sum w f |P| d. */
    @Test
    void axesLeaveOutTheLeast() {
        final double[] along = {0, 0, 1};
        // H_0 = 2 w_1 P_1 = 2 along z, and q sum w f = 2: with |P_0| = 1e-4 little is left out along H
        assertThat(axis(0, 1, new double[]{1e-4 * TILT, 0, 1e-4}, along)).isZero();
        // |H_0| = 22
        assertThat(axis(20, 1, new double[]{0.9 * TILT, 0, 0.9}, along)).isZero();
        // H_0 = 0.02, q sum w f = 2: along P
        assertThat(axis(0, 1, new double[]{0.9 * TILT, 0, 0.9}, new double[]{0, 0, 0.01})).isEqualTo(TILT);
    }

    private static double axis(final double matter, final double weight, final double[] first,
        final double[] second) {
        final Background background = Background.of(beams(weight, first, second), new Environment(0, matter, 1));
        final double[][] axes = new AlignmentCheck(background.modeArrays(), matter).localAxes();
        assertThat(axes).hasNumberOfRows(2);
        assertThat(axes[0][2]).isEqualTo(1);
        return axes[0][0];
    }

    /** |q| sum_j w_j f_ij, pair by pair. */
    @Test
    void sumsOfCouplings() {
        final Random random = new Random(17);
        final FlavorState state = Backgrounds.alongZ(Backgrounds.modes(7, random, false), random);
        final ModeArrays arrays = Background.of(state, new Environment(0.3, 0.7, -0.9)).modeArrays();
        final double[] sums = arrays.couplingSums();
        for (int i = 0; i < 7; i++) {
            double sum = 0;
            for (int j = 0; j < 7; j++) {
                final MomentumModes m = state.modes();
                sum += 0.9 * m.weight(j) * (1 - m.vx(i) * m.vx(j) - m.vy(i) * m.vy(j) - m.vz(i) * m.vz(j));
            }
            assertThat(sums[i]).isCloseTo(sum, within(1e-14));
        }
    }
}
