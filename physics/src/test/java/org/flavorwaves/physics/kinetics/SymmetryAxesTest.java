package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

/** The axes along which sum_i w_i s_i P_i is known, and its distance from that. */
class SymmetryAxesTest {
    private static final double[] SIGNED = {0.7, -0.4};

    private static final double[][] P = {{0.1, 0.2}, {-0.2, 0.3}, {0.4, -0.1}};

    private static final double[][] LATER = {{0.5, -0.3}, {0.1, 0.2}, {-0.2, 0.6}};

    private static MomentumModes.Builder modes() {
        return MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0.8, -0.3).weight(0.7, 0.4);
    }

    private static FlavorState state(final MomentumModes modes, final double[][] p) {
        return FlavorState.alongZ(modes, new double[]{0.9, 0.8}, new double[2]).withPolarization(p[0], p[1], p[2]);
    }

    private static double along(final double[][] p, final double... axis) {
        double number = 0;
        for (int i = 0; i < 2; i++) {
            number += SIGNED[i] * (axis[0] * p[0][i] + axis[1] * p[1][i] + axis[2] * p[2][i]);
        }
        return number;
    }

    private static double drift(final MomentumModes modes, final Environment environment, final boolean aligned,
        final double time) {
        return SymmetryAxes.of(state(modes, P), environment, aligned).drift(state(modes, LATER), time);
    }

    /** s omega B + lambda z of one direction is the axis; without any, x, y and z are. */
    @Test
    void leptonNumberAlongTheAxisIsKept() {
        final Environment mixing = new Environment(0.3, 0, 1);
        assertThat(drift(modes().omega(0.7, 1.9).build(), mixing, false, 5))
            .isCloseTo(Math.abs(along(LATER, Math.sin(0.6), 0, -Math.cos(0.6))
                - along(P, Math.sin(0.6), 0, -Math.cos(0.6))), within(1e-15));
        final double x = 0.7 * Math.sin(0.6);
        final double z = 0.5 - 0.7 * Math.cos(0.6);
        final double size = Math.sqrt(x * x + z * z);
        assertThat(drift(modes().omega(0.7, -0.7).build(), new Environment(0.3, 0.5, 1), false, 5))
            .isCloseTo(Math.abs(along(LATER, x / size, 0, z / size) - along(P, x / size, 0, z / size)),
                within(1e-15));
        final double[] changes = {along(LATER, 1, 0, 0) - along(P, 1, 0, 0),
            along(LATER, 0, 1, 0) - along(P, 0, 1, 0), along(LATER, 0, 0, 1) - along(P, 0, 0, 1)};
        assertThat(changes).containsExactly(new double[]{0.48, 0.25, -0.7}, within(1e-15));
        assertThat(drift(modes().build(), Environment.FAST, false, 5)).isCloseTo(0.7, within(1e-15));
    }

    /** N = S + (N_0 - S) exp(-kappa t), S from the sources along the directions of the polarizations. */
    @Test
    void leptonNumberRelaxesToThatOfTheSources() {
        final double[][] source = {{0.2, -0.1}, {0.1, 0.3}, {0.3, 0.2}};
        final MomentumModes modes = modes().omega(0.7, 1.9).absorption(new Absorption(new double[]{0.2, 0.2},
            new double[]{1, 1}, source[0], source[1], source[2])).build();
        final double[][] projected = new double[3][2];
        for (int i = 0; i < 2; i++) {
            double product = 0;
            double square = 0;
            for (int a = 0; a < 3; a++) {
                product += source[a][i] * P[a][i];
                square += P[a][i] * P[a][i];
            }
            for (int a = 0; a < 3; a++) {
                projected[a][i] = product * P[a][i] / square;
            }
        }
        final double[] axis = {Math.sin(0.6), 0, -Math.cos(0.6)};
        final double expected =
            along(projected, axis) + (along(P, axis) - along(projected, axis)) * Math.exp(-0.2 * 3);
        assertThat(drift(modes, new Environment(0.3, 0, 1), true, 3))
            .isCloseTo(Math.abs(along(LATER, axis) - expected), within(1e-15));
        assertThat(drift(modes, new Environment(0.3, 0, 1), false, 3)).isNaN();
        final MomentumModes free = modes().absorption(modes.absorption()).build();
        final double[][] later = {new double[2], {0.8, -0.5}, new double[2]};
        final double kept = along(projected, 0, 1, 0)
            + (along(P, 0, 1, 0) - along(projected, 0, 1, 0)) * Math.exp(-0.2 * 3);
        assertThat(SymmetryAxes.of(state(free, P), Environment.FAST, true).drift(state(free, later), 3))
            .isCloseTo(0.76 - kept, within(1e-15));
    }

    @Test
    void thereIsNoAxisOfSeveralDirectionsOrRates() {
        final Environment matter = new Environment(0.3, 0.5, 1);
        assertThat(drift(modes().omega(0.7, 0.7).build(), matter, true, 1)).isNaN();
        assertThat(drift(modes().depolarization(0, 0.1).build(), Environment.FAST, true, 1)).isNaN();
        assertThat(drift(modes().absorption(new Absorption(new double[]{0.2, 0.3}, new double[]{1, 1},
            new double[2], new double[2], new double[]{0.3, 0.2})).build(), Environment.FAST, true, 1)).isNaN();
    }
}
