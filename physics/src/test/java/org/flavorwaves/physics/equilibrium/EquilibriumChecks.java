package org.flavorwaves.physics.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.equilibrium.system.FrameFinder;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** What every equilibrium must fulfil, computed from the definitions and from nothing in the solver. */
public final class EquilibriumChecks {
    private EquilibriumChecks() {
    }

    static EquilibriumResult solve(final FlavorState input, final Environment environment) {
        return new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(input, environment, Progress.NONE);
    }

    static EquilibriumResult solve(final FlavorState input, final Environment environment,
        final Continuation continuation) {
        return new MixingEquilibrium(EquilibriumOptions.DEFAULT.withContinuation(continuation)).solve(input,
            environment, Progress.NONE);
    }

    /**
     * Checks |P_i|, eps_i, P_i parallel to H_i - Omega n to 1e-12 with H_i made by the P_i, and the 12 equations.
     *
     * @param result what the solver says
     * @param input what it was given
     * @param environment the environment
     */
    static void assertEquilibrium(final EquilibriumResult result, final FlavorState input,
        final Environment environment) {
        assertThat(result.converged()).as(result.advice()).isTrue();
        assertThat(result.advice()).isEmpty();
        final double[] j = collective(result.state());
        final CoRotation r = result.rotation();
        final double[] omega = {r.omega() * r.axisX(), r.omega() * r.axisY(), r.omega() * r.axisZ()};
        final double[] sums = new double[12];
        double total = 0;
        for (int i = 0; i < input.size(); i++) {
            final double[] h = field(input.modes(), environment, j, i);
            for (int a = 0; a < 3; a++) {
                h[a] -= omega[a];
            }
            final double[] p = {result.state().px(i), result.state().py(i), result.state().pz(i)};
            final double lengths = norm(p) * norm(h);
            assertThat(norm(p)).as("|P| of mode %d", i).isCloseTo(input.length(i), within(1e-14 * input.length(i)));
            assertThat(norm(FrameFinder.cross(p, h))).as("|P x H| of mode %d", i)
                .isLessThanOrEqualTo(1e-12 * lengths);
            if (lengths > 0) {
                assertThat(Math.signum(FrameFinder.dot(p, h))).as("sign of mode %d", i)
                    .isEqualTo(result.alignment().sign(i));
            }
            final double c = input.modes().weight(i) * input.modes().species(i).sign() * result.alignment().sign(i)
                * input.length(i) / norm(h);
            total += input.modes().weight(i) * input.length(i);
            final double[] v = {1, input.modes().vx(i), input.modes().vy(i), input.modes().vz(i)};
            for (int k = 0; k < 12; k++) {
                sums[k] += c * v[k / 3] * h[k % 3];
            }
        }
        for (int k = 0; k < 12; k++) {
            assertThat(j[k]).as("equation %d", k).isCloseTo(sums[k], within(1e-12 * total));
            assertThat(result.field().toArray()[k]).isCloseTo(j[k], within(1e-12 * total));
        }
        assertThat(result.misalignment()).isLessThan(1e-12);
        assertThat(result.relativeResidual()).isLessThanOrEqualTo(1e-12);
    }

    /** J^m_a = sum_j w_j s_j V^m_j P_{j,a}. */
    static double[] collective(final FlavorState state) {
        final double[] j = new double[12];
        final MomentumModes m = state.modes();
        for (int i = 0; i < state.size(); i++) {
            final double[] v = {1, m.vx(i), m.vy(i), m.vz(i)};
            final double[] p = {state.px(i), state.py(i), state.pz(i)};
            for (int k = 0; k < 12; k++) {
                j[k] += m.weight(i) * m.species(i).sign() * v[k / 3] * p[k % 3];
            }
        }
        return j;
    }

    /** H_i = s_i omega_i B + lambda z + q (J^0 - v_i.J). */
    static double[] field(final MomentumModes m, final Environment e, final double[] j, final int i) {
        final double so = m.species(i).sign() * m.omega(i);
        final double[] external = {so * Math.sin(2 * e.thetaMix()), 0,
            -so * Math.cos(2 * e.thetaMix()) + e.matterPotential()};
        final double[] h = new double[3];
        for (int a = 0; a < 3; a++) {
            h[a] = external[a]
                + e.selfInteraction() * (j[a] - m.vx(i) * j[3 + a] - m.vy(i) * j[6 + a] - m.vz(i) * j[9 + a]);
        }
        return h;
    }

    /** The largest |P_i x H_i|/(|P_i||H_i|), H_i made by the P_i. */
    public static double misalignment(final FlavorState state, final Environment environment) {
        final double[] j = collective(state);
        double worst = 0;
        for (int i = 0; i < state.size(); i++) {
            final double[] h = field(state.modes(), environment, j, i);
            final double[] p = {state.px(i), state.py(i), state.pz(i)};
            worst = Math.max(worst, norm(FrameFinder.cross(p, h)) / (norm(p) * norm(h)));
        }
        return worst;
    }

    static double norm(final double[] a) {
        return Math.sqrt(FrameFinder.dot(a, a));
    }

    static double angle(final FlavorState a, final FlavorState b, final int i) {
        final double[] p = {a.px(i), a.py(i), a.pz(i)};
        final double[] q = {b.px(i), b.py(i), b.pz(i)};
        return Math.atan2(norm(FrameFinder.cross(p, q)), FrameFinder.dot(p, q));
    }

    /** The state of reference case 14: two neutrinos and an antineutrino on rings. */
    static FlavorState caseFourteen(final double[] directions) {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NU, Species.NUBAR)
            .rings(0.9, -0.3, 0.4).weight(1, 0.7, 0.8).omega(0.5, 1, 0.75).build();
        final double[] trace = {0.9, 0.8, 0.7};
        final double[] px = new double[3];
        final double[] pz = new double[3];
        for (int i = 0; i < 3; i++) {
            px[i] = 0.6 * Math.sin(directions[i]);
            pz[i] = 0.6 * Math.cos(directions[i]);
        }
        return new FlavorState(modes, trace, px, new double[3], pz);
    }

    static CollectiveField fieldOf(final FlavorState state) {
        return new CollectiveField(collective(state));
    }
}
