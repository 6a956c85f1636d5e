package org.flavorwaves.physics.kinetics;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/** The flavor axes about which the external terms are symmetric, and the lepton number along them (first identity). */
final class SymmetryAxes {
    private static final double ROUNDING = 1e-12;

    private final double[][] m_axes;

    private SymmetryAxes(final double[][] axes) {
        m_axes = axes;
    }

    /** None if external terms point in several directions or collisions depolarize; all three without such terms. */
    static SymmetryAxes of(final MomentumModes modes, final Environment environment) {
        double[] axis = new double[3];
        double size = 0;
        for (int i = 0; i < modes.size(); i++) {
            if (modes.depolarization(i) > 0) {
                return new SymmetryAxes(new double[0][]);
            }
            final double[] external = external(modes, environment, i);
            if (Math.hypot(external[0], external[2]) > size) {
                size = Math.hypot(external[0], external[2]);
                axis = new double[]{external[0] / size, 0, external[2] / size};
            }
        }
        for (int i = 0; i < modes.size(); i++) {
            final double[] external = external(modes, environment, i);
            if (Math.abs(external[0] * axis[2] - external[2] * axis[0]) > ROUNDING * size) {
                return new SymmetryAxes(new double[0][]);
            }
        }
        return new SymmetryAxes(size > 0 ? new double[][]{axis} : new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    private static double[] external(final MomentumModes modes, final Environment environment, final int i) {
        final double so = modes.species(i).sign() * modes.omega(i);
        return new double[]{so * environment.bx(), 0, so * environment.bz() + environment.matterPotential()};
    }

    /** sum_i w_i s_i P_i along each axis. */
    double[] numbers(final FlavorState state) {
        final double[] numbers = new double[m_axes.length];
        final double[] ws = state.modes().signedWeights();
        for (int a = 0; a < m_axes.length; a++) {
            for (int i = 0; i < ws.length; i++) {
                numbers[a] += ws[i] * (m_axes[a][0] * state.px(i) + m_axes[a][1] * state.py(i)
                    + m_axes[a][2] * state.pz(i));
            }
        }
        return numbers;
    }
}
