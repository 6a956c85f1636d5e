package org.flavorwaves.physics.threeflavor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;

class ThreeFlavorFieldTest {
    private static final double OMEGA21 = 0.07;

    private static final double OMEGA31 = 1.9;

    private static final double LAMBDA = 0.8;

    private static double[] evolve(final ThreeFlavorState state, final ThreeFlavorEnvironment environment,
        final double t) {
        final ThreeFlavorField field = new ThreeFlavorField(state, environment);
        final double[] p = state.vectors();
        final double[] h = new double[p.length];
        new DormandPrince853Integrator(1e-6, 1, 1e-13, 1e-13).integrate(new FirstOrderDifferentialEquations() {
            @Override
            public int getDimension() {
                return p.length;
            }

            @Override
            public void computeDerivatives(final double time, final double[] y, final double[] rate) {
                field.rate(y, h, rate);
            }
        }, 0, p, t, p);
        return p;
    }

    /** exp(-i H t) by its series, halved until it converges at once and squared back. */
    private static Complex[][] exponential(final Complex[][] h, final double t) {
        final int halvings = 12;
        final double step = t / (1 << halvings);
        Complex[][] sum = FlavorAlgebraTest.matrix(new double[]{1, 1, 1, 0, 0, 0, 0, 0, 0});
        Complex[][] term = sum;
        for (int n = 1; n < 20; n++) {
            term = FlavorAlgebraTest.times(term, h);
            final Complex[][] next = new Complex[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    term[i][j] = term[i][j].multiply(new Complex(0, -step / n));
                    next[i][j] = sum[i][j].add(term[i][j]);
                }
            }
            sum = next;
        }
        for (int s = 0; s < halvings; s++) {
            sum = FlavorAlgebraTest.times(sum, sum);
        }
        return sum;
    }

    /** Rotation by an angle in a plane, with a phase on its sine: the mixing matrix is a product of three. */
    private static Complex[][] rotation(final int a, final int b, final double angle, final double phase) {
        final Complex[][] r = FlavorAlgebraTest.matrix(new double[]{1, 1, 1, 0, 0, 0, 0, 0, 0});
        r[a][a] = new Complex(Math.cos(angle));
        r[b][b] = r[a][a];
        r[a][b] = new Complex(Math.sin(angle) * Math.cos(phase), -Math.sin(angle) * Math.sin(phase));
        r[b][a] = r[a][b].conjugate().negate();
        return r;
    }

    /** Survival and conversion in constant matter, against the exponential of the 3 x 3 Hamiltonian. */
    @Test
    void constantMatterConvertsAsTheExactExponential() {
        final ThreeFlavorEnvironment mixing = new ThreeFlavorEnvironment(0.59, 0.76, 0.15, 3.7, LAMBDA, 1);
        final Complex[][] u = FlavorAlgebraTest.times(FlavorAlgebraTest.times(rotation(1, 2, 0.76, 0),
            rotation(0, 2, 0.15, 3.7)), rotation(0, 1, 0.59, 0));
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, 1)
            .weight(0, 0).build();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[]{OMEGA21, OMEGA21},
            new double[]{OMEGA31, OMEGA31}, new double[][]{{1, 0, 0, 0, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0, 0, 0, 0}});
        for (int mode = 0; mode < 2; mode++) {
            final double sign = modes.species(mode).sign();
            final Complex[][] h = new Complex[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    h[i][j] = u[i][1].multiply(u[j][1].conjugate()).multiply(sign * OMEGA21)
                        .add(u[i][2].multiply(u[j][2].conjugate()).multiply(sign * OMEGA31))
                        .add(i == 0 && j == 0 ? LAMBDA : 0);
                }
            }
            for (final double t : new double[]{0.7, 5, 20}) {
                final Complex[][] s = exponential(h, t);
                final double[] p = evolve(state, mixing, t);
                for (int flavor = 0; flavor < 3; flavor++) {
                    assertThat(FlavorAlgebra.diagonal(flavor, 1, p, FlavorAlgebra.SIZE * mode))
                        .isCloseTo(Math.pow(s[flavor][mode].abs(), 2), within(1e-10));
                }
            }
        }
    }

    /** The torque on the coherence of a pair is the cross product of two flavors. */
    @Test
    void twoFlavorsEvolveAsTheyDoAlone() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -0.5)
            .weight(1, 0.8).omega(0.3, 0.5).build();
        final FlavorState two = new FlavorState(modes, new double[]{0.9, 0.8}, new double[]{0.1, 0},
            new double[]{0.05, 0}, new double[]{0.7, 0.6});
        final Hamiltonian h = Hamiltonian.of(two, new Environment(0.2, LAMBDA, 1));
        for (final FlavorPair pair : new FlavorPair[]{FlavorPair.E_MU, FlavorPair.E_TAU}) {
            final ThreeFlavorState three = ThreeFlavorState.embed(two, pair);
            final ThreeFlavorEnvironment environment = new ThreeFlavorEnvironment(pair == FlavorPair.E_MU ? 0.2 : 0, 0,
                pair == FlavorPair.E_TAU ? 0.2 : 0, 0, LAMBDA, 1);
            final double[] found = new double[2 * FlavorAlgebra.SIZE];
            new ThreeFlavorField(three, environment).rate(three.vectors(), new double[found.length], found);
            for (int i = 0; i < 2; i++) {
                final double x = h.hy(i) * two.pz(i) - h.hz(i) * two.py(i);
                final double y = h.hz(i) * two.px(i) - h.hx(i) * two.pz(i);
                assertThat(found[FlavorAlgebra.SIZE * i + pair.component()]).isCloseTo(x, within(1e-14));
                assertThat(found[FlavorAlgebra.SIZE * i + pair.component() + 1]).isCloseTo(y, within(1e-14));
            }
        }
    }

    /** The nu-nu term conserves the sum of all vectors, and every precession the length of each. */
    @Test
    void selfInteractionConservesLeptonNumberAndLengths() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(0, 0)
            .weight(1, 0.8).build();
        final ThreeFlavorState state = new ThreeFlavorState(modes, new double[2], new double[2], new double[][]{
            {0.6, 0.3, 0.1, 0.1, 0.05, 0.02, 0.04, 0.03, 0}, {0.3, 0.4, 0.2, 0, 0.1, 0.05, 0, 0, 0.06}});
        final double[] p0 = state.vectors();
        final double[] p = evolve(state, ThreeFlavorEnvironment.FAST, 30);
        double moved = 0;
        for (int a = 0; a < FlavorAlgebra.SIZE; a++) {
            final int b = a + FlavorAlgebra.SIZE;
            moved = Math.max(moved, Math.abs(p[a] - p0[a]));
            assertThat(p[a] - 0.8 * p[b]).isCloseTo(p0[a] - 0.8 * p0[b], within(1e-11));
        }
        assertThat(moved).isGreaterThan(0.01);
        for (int i = 0; i < 2; i++) {
            double before = 0;
            double after = 0;
            for (int a = FlavorAlgebra.SIZE * i; a < FlavorAlgebra.SIZE * (i + 1); a++) {
                before += p0[a] * p0[a];
                after += p[a] * p[a];
            }
            assertThat(after).isCloseTo(before, within(1e-11));
        }
    }
}
