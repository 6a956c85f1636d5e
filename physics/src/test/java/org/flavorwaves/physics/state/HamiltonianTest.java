package org.flavorwaves.physics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class HamiltonianTest {

    /** The O(N) form against the double sum H_i = s omega B + lambda z + q sum_j w_j s_j (1 - v_i.v_j) P_j. */
    @Test
    void equalsTheDoubleSumOverModes() {
        final Environment environment = new Environment(0.3, 0.7, 0.9);
        final FlavorState state = RandomStates.random(17, new Random(1));
        final Hamiltonian h = Hamiltonian.of(state, environment);
        final MomentumModes m = state.modes();
        for (int i = 0; i < m.size(); i++) {
            final double so = m.species(i).sign() * m.omega(i);
            double x = so * Math.sin(0.6);
            double y = 0;
            double z = -so * Math.cos(0.6) + 0.7;
            for (int j = 0; j < m.size(); j++) {
                final double f = 1 - m.vx(i) * m.vx(j) - m.vy(i) * m.vy(j) - m.vz(i) * m.vz(j);
                final double c = 0.9 * m.weight(j) * m.species(j).sign() * f;
                x += c * state.px(j);
                y += c * state.py(j);
                z += c * state.pz(j);
            }
            assertThat(h.hx(i)).isCloseTo(x, within(1e-13));
            assertThat(h.hy(i)).isCloseTo(y, within(1e-13));
            assertThat(h.hz(i)).isCloseTo(z, within(1e-13));
            assertThat(h.length(i)).isCloseTo(Math.sqrt(x * x + y * y + z * z), within(1e-13));
        }
    }

    /** In a rotating frame the same derivative is left: (H - Omega) x P = H x P - Omega x P. */
    @Test
    void rotatingFrameTakesItsRotationAway() {
        final FlavorState state = RandomStates.random(3, new Random(2));
        final Hamiltonian h = Hamiltonian.of(state, new Environment(0.3, 0.7, 0.9));
        final Hamiltonian seen = h.rotating(0.2, -0.5, 1.1);
        assertThat(seen.size()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            assertThat(seen.hx(i)).isCloseTo(h.hx(i) - 0.2, within(1e-15));
            assertThat(seen.hy(i)).isCloseTo(h.hy(i) + 0.5, within(1e-15));
            assertThat(seen.hz(i)).isCloseTo(h.hz(i) - 1.1, within(1e-15));
        }
    }

    @Test
    void collectiveNumbersAreContractedWithTheMetric() {
        final double[] j = new double[24];
        CollectiveField.add(j, 12, 1, 2, 3, 0.5, -0.25, 0.125);
        assertThat(CollectiveField.contract(j, 13, 0.1, 0.2, 0.3)).isCloseTo(2 * (1 - 0.05 + 0.05 - 0.0375),
            within(1e-15));
        assertThat(CollectiveField.contract(j, 1, 0.1, 0.2, 0.3)).isZero();
    }
}
