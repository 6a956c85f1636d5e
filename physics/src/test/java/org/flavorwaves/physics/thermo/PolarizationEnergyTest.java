package org.flavorwaves.physics.thermo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.RandomStates;
import org.junit.jupiter.api.Test;

class PolarizationEnergyTest {
    private static final Environment ENVIRONMENT = new Environment(0.4, 0.6, 1.3);

    /** The double sum of (JK 96), written out. */
    @Test
    void equalsTheDoubleSumOverModes() {
        final FlavorState state = RandomStates.random(12, new Random(5));
        final MomentumModes m = state.modes();
        double vacuum = 0;
        double matter = 0;
        double self = 0;
        for (int i = 0; i < state.size(); i++) {
            final double ws = m.weight(i) * m.species(i).sign();
            vacuum += 0.5 * ws * m.species(i).sign() * m.omega(i)
                * (Math.sin(0.8) * state.px(i) - Math.cos(0.8) * state.pz(i));
            matter += 0.5 * ws * 0.6 * state.pz(i);
            for (int j = 0; j < state.size(); j++) {
                final double f = 1 - m.vx(i) * m.vx(j) - m.vy(i) * m.vy(j) - m.vz(i) * m.vz(j);
                self += 0.25 * 1.3 * ws * m.weight(j) * m.species(j).sign() * f
                    * (state.px(i) * state.px(j) + state.py(i) * state.py(j) + state.pz(i) * state.pz(j));
            }
        }
        final PolarizationEnergy energy = PolarizationEnergy.of(state, ENVIRONMENT);
        assertThat(energy.vacuum()).isCloseTo(vacuum, within(1e-14));
        assertThat(energy.matter()).isCloseTo(matter, within(1e-14));
        assertThat(energy.selfInteraction()).isCloseTo(self, within(1e-14));
        assertThat(energy.total()).isCloseTo(vacuum + matter + self, within(1e-14));
    }

    /** Identity 4 of section 4: dP/dt = H x P leaves the sum, but not its terms, and the entropy. */
    @Test
    void isConservedByTheHomogeneousEvolution() {
        final FlavorState start = RandomStates.random(9, new Random(11));
        final int n = start.size();
        final double[] y = new double[3 * n];
        System.arraycopy(start.pxs(), 0, y, 0, n);
        System.arraycopy(start.pys(), 0, y, n, n);
        System.arraycopy(start.pzs(), 0, y, 2 * n, n);
        new DormandPrince853Integrator(1e-8, 1, 1e-13, 1e-13).integrate(new Precession(start), 0, y, 10, y);
        final FlavorState end = state(start, y);
        final PolarizationEnergy before = PolarizationEnergy.of(start, ENVIRONMENT);
        final PolarizationEnergy after = PolarizationEnergy.of(end, ENVIRONMENT);
        assertThat(Math.abs(after.vacuum() - before.vacuum())).isGreaterThan(1e-2);
        assertThat(Math.abs(after.selfInteraction() - before.selfInteraction())).isGreaterThan(1e-4);
        assertThat(after.total()).isCloseTo(before.total(), within(1e-11));
        assertThat(FlavorEntropy.of(end).total()).isCloseTo(FlavorEntropy.of(start).total(), within(1e-9));
    }

    private static FlavorState state(final FlavorState like, final double[] y) {
        final double[][] p = new double[3][like.size()];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(y, c * like.size(), p[c], 0, like.size());
        }
        return like.withPolarization(p[0], p[1], p[2]);
    }

    private record Precession(FlavorState start) implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return 3 * start.size();
        }

        @Override
        public void computeDerivatives(final double t, final double[] y, final double[] rate) {
            final int n = start.size();
            final Hamiltonian h = Hamiltonian.of(state(start, y), ENVIRONMENT);
            for (int i = 0; i < n; i++) {
                rate[i] = h.hy(i) * y[2 * n + i] - h.hz(i) * y[n + i];
                rate[n + i] = h.hz(i) * y[i] - h.hx(i) * y[2 * n + i];
                rate[2 * n + i] = h.hx(i) * y[n + i] - h.hy(i) * y[i];
            }
        }
    }
}
