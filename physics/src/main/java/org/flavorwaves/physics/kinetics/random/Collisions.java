package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;

/**
 * Depolarization, absorption and emission of a gas (FW source): |P_i| relaxes at the rate D_i + kappa_i and gains
 * kappa_i P_s,i along its own direction; the trace P0 relaxes to that of the source at the rate kappa_i.
 */
final class Collisions {
    /** Length that a mode without polarization starts with, as a share of its source. */
    private static final double FIRST = 1e-9;

    private final FlavorState m_start;

    private final Absorption m_absorption;

    private final double[] m_rate;

    private final boolean m_emits;

    Collisions(final FlavorState start) {
        m_start = start;
        m_absorption = start.modes().absorption();
        m_rate = start.modes().dampings();
        m_emits = m_absorption.acts();
    }

    /** Whether sources drive the gas. */
    boolean emits() {
        return m_emits;
    }

    /**
     * The state with room for every |P| that a source may drive it to, and a trace of the source in modes that have no
     * polarization; the state itself if there are no sources.
     */
    FlavorState roomy() {
        if (!m_emits) {
            return m_start;
        }
        final int n = m_start.size();
        final double[] trace = new double[n];
        Arrays.fill(trace, 1);
        final double[][] p = {m_start.pxs(), m_start.pys(), m_start.pzs()};
        for (int i = 0; i < n; i++) {
            if (m_start.length(i) == 0 && m_absorption.rate(i) > 0) {
                p[0][i] = FIRST * m_absorption.px(i);
                p[1][i] = FIRST * m_absorption.py(i);
                p[2][i] = FIRST * m_absorption.pz(i);
            }
        }
        return new FlavorState(m_start.modes(), trace, p[0], p[1], p[2]);
    }

    /** The largest |P_i| at the start or of a source. */
    double size(final int i) {
        return m_absorption.rate(i) == 0 ? m_start.length(i) : Math.max(m_start.length(i), Math.sqrt(
            m_absorption.px(i) * m_absorption.px(i) + m_absorption.py(i) * m_absorption.py(i)
                + m_absorption.pz(i) * m_absorption.pz(i)));
    }

    /** D_i + kappa_i. */
    double rate(final int i) {
        return m_rate[i];
    }

    /** D_i + kappa_i of all modes; a new array. */
    double[] rates() {
        return m_rate.clone();
    }

    /** What the source adds to |P_i| in a unit of time, for the direction of P_i; negative against it. */
    double drive(final int i, final Background background) {
        if (m_absorption.rate(i) == 0) {
            return 0;
        }
        final FlavorState state = background.state();
        final double length = state.length(i);
        return length == 0 ? 0 : m_absorption.rate(i) * (m_absorption.px(i) * state.px(i)
            + m_absorption.py(i) * state.py(i) + m_absorption.pz(i) * state.pz(i)) / length;
    }

    /** The state at a time, with the traces that belong to it. */
    FlavorState at(final double time, final FlavorState state) {
        if (!m_emits) {
            return state;
        }
        final double[] trace = m_start.traces();
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (int i = 0; i < trace.length; i++) {
            trace[i] = m_absorption.trace(i)
                + (trace[i] - m_absorption.trace(i)) * Math.exp(-m_absorption.rate(i) * time);
            final double most = Math.min(trace[i], 2 - trace[i]);
            final double factor = state.length(i) > most ? most / state.length(i) : 1;
            for (int a = 0; a < 3; a++) {
                p[a][i] *= factor;
            }
        }
        return new FlavorState(m_start.modes(), trace, p[0], p[1], p[2]);
    }
}
