package org.flavorwaves.physics.kinetics;

import java.util.Arrays;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;

/**
 * Depolarization, absorption and emission of a gas (FW source): |P_i| relaxes at the rate D_i + kappa_i and gains
 * kappa_i P_s,i along its own direction; the trace P0 relaxes to that of the source at the rate kappa_i.
 */
public final class Collisions {
    /** Length that a mode without polarization starts with, as a share of its source. */
    private static final double FIRST = 1e-9;

    private final FlavorState m_start;

    private final Absorption m_absorption;

    private final double[] m_rate;

    private final boolean m_emits;

    /**
     * The collisions of a gas.
     *
     * @param start the gas at t = 0, with its rates and sources
     */
    public Collisions(final FlavorState start) {
        m_start = start;
        m_absorption = start.modes().absorption();
        m_rate = start.modes().dampings();
        m_emits = m_absorption.acts();
    }

    /**
     * Whether sources drive the gas.
     *
     * @return true if a kappa_i is above 0
     */
    public boolean emits() {
        return m_emits;
    }

    /**
     * The state with room for every |P| that a source may drive it to, and a trace of the source in modes that have no
     * polarization; the state itself if there are no sources.
     *
     * @return the gas at t = 0 for evolutions that keep its traces
     */
    public FlavorState roomy() {
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

    /**
     * The largest |P_i| at the start or of a source.
     *
     * @param i mode index
     * @return a length
     */
    public double size(final int i) {
        return m_absorption.rate(i) == 0 ? m_start.length(i) : Math.max(m_start.length(i), Math.sqrt(
            m_absorption.px(i) * m_absorption.px(i) + m_absorption.py(i) * m_absorption.py(i)
                + m_absorption.pz(i) * m_absorption.pz(i)));
    }

    /**
     * The rate at which collisions shorten P_i.
     *
     * @param i mode index
     * @return D_i + kappa_i in the units of the potentials
     */
    public double rate(final int i) {
        return m_rate[i];
    }

    /** kappa_i. */
    double absorption(final int i) {
        return m_absorption.rate(i);
    }

    /**
     * The rates of all modes.
     *
     * @return D_i + kappa_i, N numbers in a new array
     */
    public double[] rates() {
        return m_rate.clone();
    }

    /**
     * What the source adds to |P_i| in a unit of time, for the direction of P_i; negative against it.
     *
     * @param i mode index
     * @param background the gas
     * @return kappa_i Phat_i . P_s,i in the units of the potentials; 0 where P_i = 0
     */
    public double drive(final int i, final Background background) {
        final FlavorState state = background.state();
        final double length = state.length(i);
        return length == 0 ? 0 : drive(i, state.px(i) / length, state.py(i) / length, state.pz(i) / length);
    }

    /** The same for l_i of P_i = l_i d_i along a unit vector. */
    double drive(final int i, final double dx, final double dy, final double dz) {
        return m_absorption.rate(i)
            * (m_absorption.px(i) * dx + m_absorption.py(i) * dy + m_absorption.pz(i) * dz);
    }

    /**
     * The state at a time, with the traces that belong to it.
     *
     * @param time t in the inverse of the unit of the potentials
     * @param state polarizations at that time
     * @return the same, cut to what the traces allow; the state itself if there are no sources
     */
    public FlavorState at(final double time, final FlavorState state) {
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
