package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class BackgroundPathTest {
    private static BackgroundPath path(final FlavorState state, final Environment environment) {
        return new BackgroundPath(state, environment, EquilibriumOptions.DEFAULT, Progress.NONE);
    }

    /** A gas along an axis to 1e-13 stays on it: P_i = l_i d_i, no longer than P0 or 2 - P0, to the last digit. */
    @Test
    void alignedGasesKeepTheirAxis() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .rings(1, -1, 0.3).weight(1, 1, 0.5).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1.6, 0.5}, new double[3])
            .withPolarization(new double[]{0.36, -0.108, 0.072 + 1e-13}, new double[]{0.48, -0.144, 0.096},
                new double[]{0.8, -0.24, 0.16});
        final BackgroundPath path = path(state, Environment.FAST);
        assertThat(path.current().structure()).isEqualTo(BackgroundStructure.ALIGNED);
        final double[] d = path.directions();
        final FlavorState moved = path.moveTo(new double[]{-0.7, 0.9, 0.9}, Progress.NONE).state();
        final double[] lengths = {-0.7, 0.4, 0.5};
        final double[] axis = {0.36, 0.48, 0.8};
        for (int i = 0; i < 3; i++) {
            final double sign = i == 1 ? -1 : 1;
            for (int a = 0; a < 3; a++) {
                assertThat(d[3 * i + a]).isCloseTo(sign * axis[a], within(1e-13));
            }
            assertThat(moved.px(i)).isCloseTo(lengths[i] * d[3 * i], within(1e-16));
            assertThat(moved.py(i)).isCloseTo(lengths[i] * d[3 * i + 1], within(1e-16));
            assertThat(moved.pz(i)).isCloseTo(lengths[i] * d[3 * i + 2], within(1e-16));
            assertThat(d[3 * i]).isEqualTo(sign * d[0]);
        }
        assertThat(path.current().structure()).isEqualTo(BackgroundStructure.ALIGNED);
    }

    /** In the frame that turns with matter nothing of it is left: a tilted gas stays as aligned as without. */
    @Test
    void matterCostsNoDigitsInTheFrameThatTurnsWithIt() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1, 0.8).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1})
            .withPolarization(new double[]{0.3, 0.3}, new double[2], new double[]{0.9, 0.9});
        for (final double matter : new double[]{1e6, -1e10}) {
            final BackgroundPath turning = path(state, new Environment(0, matter, 1));
            final BackgroundPath resting = path(state, Environment.FAST);
            for (final double[] lengths : new double[][]{state.lengths(), {0.05, -0.02}}) {
                final Background here = turning.moveTo(lengths, Progress.NONE);
                final Background there = resting.moveTo(lengths, Progress.NONE);
                assertThat(here.structure()).isEqualTo(BackgroundStructure.ALIGNED);
                for (int i = 0; i < 2; i++) {
                    final Hamiltonian h = here.hamiltonian();
                    assertThat(h.hx(i)).isCloseTo(there.hamiltonian().hx(i), within(1e-14));
                    assertThat(h.hy(i)).isCloseTo(0, within(1e-14));
                    assertThat(h.hz(i)).isCloseTo(there.hamiltonian().hz(i), within(1e-14));
                }
            }
        }
    }

    /** An axis that is z or the mass axis but for rounding is that axis itself; one that leans is not. */
    @Test
    void axesAreThoseOfTheExternalTerms() {
        final Environment mixed = new Environment(0.3, 0, 1);
        final double[][] axes = {{0, 0, 1}, {mixed.bx(), 0, mixed.bz()}};
        for (int e = 0; e < 2; e++) {
            for (int lean = 0; lean < 3; lean++) {
                final double[] n = {axes[e][0] + (lean == 1 ? 1e-7 * axes[e][2] : 0), lean == 2 ? 1e-7 : 0,
                    axes[e][2] - (lean == 1 ? 1e-7 * axes[e][0] : 0)};
                final double[][] p = new double[3][2];
                for (int a = 0; a < 3; a++) {
                    p[a][0] = 0.8 * n[a] + 1e-14;
                    p[a][1] = -0.4 * n[a];
                }
                final FlavorState state = KineticsChecks.twoBeams(1, 0.5).withPolarization(p[0], p[1], p[2]);
                final double[] d = path(state, new Environment(0.3 * e, 0, 1)).directions();
                for (int a = 0; a < 3; a++) {
                    assertThat(d[a]).isCloseTo(n[a], within(1e-13));
                    if (lean == 0) {
                        assertThat(d[a]).isEqualTo(n[a]);
                    }
                }
            }
        }
    }

    /** The new equilibrium has the lengths asked for; where a length changed its sign, so did P.H, and d did not. */
    @Test
    void equilibriaKeepTheirAlignment() {
        final Background start = KineticsChecks.equilibrium(5, 2);
        final FlavorState state = start.state();
        final BackgroundPath path = path(state, start.environment());
        final double[] before = path.directions();
        final double[] lengths = state.lengths();
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] *= 0.97 - 0.01 * i;
        }
        lengths[3] = -1e-3;
        final FlavorState moved = path.moveTo(lengths, Progress.NONE).state();
        final Hamiltonian h = Hamiltonian.of(moved, start.environment());
        final double[] d = path.directions();
        for (int i = 0; i < 5; i++) {
            assertThat(moved.length(i)).isCloseTo(Math.abs(lengths[i]), within(1e-12));
            final double[] p = {moved.px(i), moved.py(i), moved.pz(i)};
            final double along = (p[0] * h.hx(i) + p[1] * h.hy(i) + p[2] * h.hz(i)) / h.length(i);
            assertThat(Math.abs(along)).isCloseTo(Math.abs(lengths[i]), within(1e-11));
            double turn = 0;
            for (int a = 0; a < 3; a++) {
                assertThat(p[a]).isCloseTo(lengths[i] * d[3 * i + a], within(1e-10));
                turn += d[3 * i + a] * before[3 * i + a];
            }
            assertThat(turn).isGreaterThan(0.9);
        }
        assertThat(path.current().structure()).isEqualTo(BackgroundStructure.EQUILIBRIUM);
    }
}
