package org.flavorwaves.physics.kinetics;

import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The flavor axes about which the external terms are symmetric, and the lepton number along them (first identity). With
 * one rate of absorption it relaxes to that of the sources.
 */
final class SymmetryAxes {
    private static final double ROUNDING = 1e-12;

    private final double[][] m_axes;

    private final double m_kappa;

    private final double[] m_start;

    private final double[] m_source;

    private SymmetryAxes(final double[][] axes, final FlavorState state) {
        final Absorption absorption = state.modes().absorption();
        final double[] p = FlavorViscosity.directions(state);
        for (int i = 0; i < state.size(); i++) {
            final double along =
                absorption.px(i) * p[3 * i] + absorption.py(i) * p[3 * i + 1] + absorption.pz(i) * p[3 * i + 2];
            for (int a = 0; a < 3; a++) {
                p[3 * i + a] *= along;
            }
        }
        m_axes = axes;
        m_kappa = absorption.rate(0);
        m_start = new double[axes.length];
        m_source = new double[axes.length];
        final double[] ws = state.modes().signedWeights();
        for (int a = 0; a < axes.length; a++) {
            m_start[a] = number(state, a);
            for (int i = 0; i < state.size(); i++) {
                m_source[a] += ws[i]
                    * (axes[a][0] * p[3 * i] + axes[a][1] * p[3 * i + 1] + axes[a][2] * p[3 * i + 2]);
            }
        }
    }

    /**
     * None if external terms point in several directions, collisions depolarize, or sources drive modes at several
     * rates or off a common axis; all three without such terms.
     */
    static SymmetryAxes of(final FlavorState state, final Environment environment, final boolean aligned) {
        return new SymmetryAxes(keeps(state.modes(), aligned) ? axes(state.modes(), environment) : new double[0][],
            state);
    }

    private static boolean keeps(final MomentumModes modes, final boolean aligned) {
        boolean keeps = aligned || !modes.absorption().acts();
        for (int i = 0; i < modes.size(); i++) {
            keeps &= modes.depolarization(i) == 0 && modes.absorption().rate(i) == modes.absorption().rate(0);
        }
        return keeps;
    }

    private static double[][] axes(final MomentumModes modes, final Environment environment) {
        double[] axis = new double[3];
        double size = 0;
        for (int i = 0; i < modes.size(); i++) {
            final double[] external = external(modes, environment, i);
            if (Math.hypot(external[0], external[2]) > size) {
                size = Math.hypot(external[0], external[2]);
                axis = new double[]{external[0] / size, 0, external[2] / size};
            }
        }
        for (int i = 0; i < modes.size(); i++) {
            final double[] external = external(modes, environment, i);
            if (Math.abs(external[0] * axis[2] - external[2] * axis[0]) > ROUNDING * size) {
                return new double[0][];
            }
        }
        return size > 0 ? new double[][]{axis} : new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    }

    private static double[] external(final MomentumModes modes, final Environment environment, final int i) {
        final double so = modes.species(i).sign() * modes.omega(i);
        return new double[]{so * environment.bx(), 0, so * environment.bz() + environment.matterPotential()};
    }

    /** The largest distance of sum_i w_i s_i P_i along an axis from what it must be at a time; NaN without an axis. */
    double drift(final FlavorState state, final double time) {
        double worst = m_axes.length == 0 ? Double.NaN : 0;
        for (int a = 0; a < m_axes.length; a++) {
            final double expected = m_start[a] + (m_source[a] - m_start[a]) * -Math.expm1(-m_kappa * time);
            worst = Math.max(worst, Math.abs(number(state, a) - expected));
        }
        return worst;
    }

    private double number(final FlavorState state, final int axis) {
        final double[] ws = state.modes().signedWeights();
        final double[] along = m_axes[axis];
        double number = 0;
        for (int i = 0; i < ws.length; i++) {
            number += ws[i] * (along[0] * state.px(i) + along[1] * state.py(i) + along[2] * state.pz(i));
        }
        return number;
    }
}
