package org.flavorwaves.physics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorField;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.junit.jupiter.api.Test;

class ThreeFlavorOperatorTest {
    private static final int MODES = 5;

    private static final int A = 8;

    private static final ThreeFlavorEnvironment ENVIRONMENT =
        new ThreeFlavorEnvironment(0.6, 0.8, 0.15, 3.7, 1.2, -0.9);

    private static ThreeFlavorState random(final boolean damped) {
        final Random random = new Random(31);
        final double[][] rho = new double[MODES][];
        for (int i = 0; i < MODES; i++) {
            rho[i] = new double[]{0.6, 0.4, 0.3, 0, 0, 0, 0, 0, 0};
            for (int c = 3; c < 9; c++) {
                rho[i][c] = 0.2 * (random.nextDouble() - 0.5);
            }
        }
        return new ThreeFlavorState(Backgrounds.modes(MODES, random, damped).toBuilder().omega(new double[MODES])
            .build(), random.doubles(MODES).toArray(), random.doubles(MODES).toArray(), rho);
    }

    /**
     * The rate dP/dt at P + x minus that at P - x is twice that of the linear operator, since dP/dt is quadratic; with
     * v.k, -i M x = dx/dt has the streaming beside it.
     */
    @Test
    void isTheLinearisationOfTheEquationOfMotion() {
        final ThreeFlavorState state = random(false);
        final double[] p = state.vectors();
        final double[] x = new Random(5).doubles(p.length, -1, 1).toArray();
        final double[][] rates = new double[2][p.length];
        for (int s = 0; s < 2; s++) {
            final double[] moved = p.clone();
            for (int c = 0; c < p.length; c++) {
                moved[c] += (1 - 2 * s) * x[c];
            }
            new ThreeFlavorField(state, ENVIRONMENT).rate(moved, new double[p.length], rates[s]);
        }
        final double[] re = new double[p.length];
        final double[] im = new double[p.length];
        new ThreeFlavorOperator(new ThreeFlavorBackground(state, ENVIRONMENT), new WaveVector(0.3, -1.1, 0.6))
            .apply(x, new double[p.length], re, im);
        for (int c = 0; c < p.length; c++) {
            final int i = c / A;
            assertThat(im[c]).isCloseTo((rates[0][c] - rates[1][c]) / 2, within(1e-14));
            assertThat(re[c]).isCloseTo(x[c] * (0.3 * state.modes().vx(i) - 1.1 * state.modes().vy(i)
                + 0.6 * state.modes().vz(i)), within(1e-15));
        }
    }

    /** The bound of the norm, summed pair by pair. */
    @Test
    void boundOfTheNorm() {
        final ThreeFlavorState state = random(true);
        final MomentumModes modes = state.modes();
        final double[] p = state.vectors();
        final double[] h = new double[p.length];
        final ThreeFlavorField field = new ThreeFlavorField(state, ENVIRONMENT);
        field.hamiltonian(p, h);
        double square = 0;
        double largest = 0;
        for (int i = 0; i < MODES; i++) {
            largest = Math.max(largest, FlavorAlgebra.length(h, A * i) + Math.hypot(modes.damping(i),
                0.3 * modes.vx(i) - 1.1 * modes.vy(i) + 0.6 * modes.vz(i)));
            for (int j = 0; j < MODES; j++) {
                square += Math.pow(FlavorAlgebra.length(p, A * i) * field.coupling(i, j), 2);
            }
        }
        assertThat(new ThreeFlavorOperator(new ThreeFlavorBackground(state, ENVIRONMENT),
            new WaveVector(0.3, -1.1, 0.6)).norm()).isCloseTo(largest + Math.sqrt(square), within(1e-13));
    }
}
