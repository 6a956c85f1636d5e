package org.flavorwaves.physics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class CollisionsTest {
    private static final double[] KAPPA = {0.3, 0, 0.5};

    /** P = (0.48, 0.36, 0) beside a source of the same length, P without kappa, and an empty mode. */
    private static FlavorState state() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR, Species.NU)
            .rings(1, -1, 0.3).weight(1, 1, 0.5).depolarization(0.01, 0.02, 0.04)
            .absorption(new Absorption(KAPPA, new double[]{1.2, 0.4, 0.9}, new double[]{0.4, 0.3, 0.2},
                new double[]{-0.2, 0, 0.1}, new double[]{0.4, 0.1, -0.2})).build();
        return FlavorState.alongZ(modes, new double[]{0.9, 0.8, 0}, new double[3]).withPolarization(
            new double[]{0.48, 0.1, 0}, new double[]{0.36, 0, 0}, new double[]{0, -0.2, 0});
    }

    @Test
    void drivesAlongThePolarization() {
        final Collisions collisions = new Collisions(state());
        final Background background = Background.of(state(), Environment.FAST);
        assertThat(collisions.emits()).isTrue();
        assertThat(collisions.rate(0)).isCloseTo(0.31, within(1e-15));
        assertThat(collisions.absorption(2)).isEqualTo(0.5);
        // kappa P_s.P/|P| = 0.3 (0.4 x 0.8 - 0.2 x 0.6)
        assertThat(collisions.drive(0, background)).isCloseTo(0.3 * 0.2, within(1e-15));
        assertThat(collisions.drive(1, background)).isZero();
        assertThat(collisions.drive(2, background)).isZero();
        assertThat(collisions.drive(0, 0.6, 0.8, 0)).isCloseTo(0.3 * (0.24 - 0.16), within(1e-15));
        assertThat(collisions.drive(0, 0, 0, -1)).isCloseTo(-0.3 * 0.4, within(1e-15));
    }

    /** Without kappa nothing is emitted, and states are as they were. */
    @Test
    void depolarizationAloneEmitsNothing() {
        final FlavorState state = KineticsChecks.twoBeams(1, 0.5);
        final Collisions collisions = new Collisions(state);
        assertThat(collisions.emits()).isFalse();
        assertThat(collisions.roomy()).isSameAs(state);
        assertThat(collisions.at(3, state)).isSameAs(state);
        assertThat(new Collisions(state()).rates()).containsExactly(new double[]{0.31, 0.02, 0.54}, within(1e-15));
    }

    @Test
    void sizesAndFirstVectors() {
        final Collisions collisions = new Collisions(state());
        assertThat(collisions.size(0)).isCloseTo(0.6, within(1e-15));
        assertThat(collisions.size(1)).isCloseTo(Math.sqrt(0.05), within(1e-15));
        assertThat(collisions.size(2)).isCloseTo(0.3, within(1e-15));
        final FlavorState roomy = collisions.roomy();
        assertThat(roomy.px(0)).isEqualTo(0.48);
        assertThat(roomy.px(2)).isCloseTo(2e-10, within(1e-24));
        assertThat(roomy.py(2)).isCloseTo(1e-10, within(1e-24));
        assertThat(roomy.pz(2)).isCloseTo(-2e-10, within(1e-24));
    }

    /** P0 = P0_s + (P0 - P0_s) exp(-kappa t), and |P| is cut to what min(P0, 2 - P0) allows. */
    @Test
    void occupationsRelaxAndBoundThePolarization() {
        final FlavorState roomy = new Collisions(state()).roomy();
        final FlavorState longer = roomy.withPolarization(new double[]{0.792, 0.6, 0.54}, new double[3],
            new double[]{0.594, -0.8, 0.72});
        final FlavorState later = new Collisions(state()).at(2, longer);
        final double[] trace = {1.2 - 0.3 * Math.exp(-0.6), 0.8, 0.9 * (1 - Math.exp(-1))};
        for (int i = 0; i < 3; i++) {
            assertThat(later.trace(i)).isCloseTo(trace[i], within(1e-15));
            final double length = Math.min(longer.length(i), Math.min(trace[i], 2 - trace[i]));
            assertThat(later.length(i)).isCloseTo(length, within(1e-15));
            assertThat(later.px(i) * longer.pz(i)).isCloseTo(later.pz(i) * longer.px(i), within(1e-15));
        }
        assertThat(later.length(0)).isCloseTo(0.8 + 0.3 * Math.exp(-0.6), within(1e-15));
        assertThat(later.length(1)).isCloseTo(0.8, within(1e-15));
    }
}
