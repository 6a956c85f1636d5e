package org.flavorwaves.physics.transport.flow;

import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The collision terms of all modes in one cell, C_i = E_i - (kappa_i + D_i) P_i and C0_i = E0_i - kappa_i P0_i. The
 * emission is E = kappa P_s and E0 = kappa P0_s towards a source (FW source), and a drive of any size may be added.
 * Immutable. Rates in the units of the potentials.
 */
public final class FlowSources {
    private final double[] m_absorption;

    private final double[] m_damping;

    private final double[] m_emissionTrace;

    /** E_{i,a} at 3 i + a. */
    private final double[] m_emission;

    private final Absorption m_source;

    private final boolean m_emits;

    private final boolean m_acts;

    private FlowSources(final double[] absorption, final double[] damping, final double[] emissionTrace,
        final double[] emission, final Absorption source) {
        m_source = source;
        m_absorption = absorption;
        m_damping = damping;
        m_emissionTrace = emissionTrace;
        m_emission = emission;
        boolean emits = false;
        boolean acts = false;
        for (int i = 0; i < absorption.length; i++) {
            emits |= emissionTrace[i] != 0 || emission[3 * i] != 0 || emission[3 * i + 1] != 0
                || emission[3 * i + 2] != 0;
            acts |= absorption[i] != 0 || damping[i] != 0;
        }
        m_emits = emits;
        m_acts = acts || emits;
    }

    /**
     * The collisions of modes: their depolarization, absorption and emission.
     *
     * @param modes the modes
     * @return the terms
     */
    public static FlowSources of(final MomentumModes modes) {
        final int n = modes.size();
        final Absorption absorption = modes.absorption();
        final double[] rate = new double[n];
        final double[] emissionTrace = new double[n];
        final double[] emission = new double[3 * n];
        for (int i = 0; i < n; i++) {
            rate[i] = absorption.rate(i);
            emissionTrace[i] = rate[i] * absorption.trace(i);
            emission[3 * i] = rate[i] * absorption.px(i);
            emission[3 * i + 1] = rate[i] * absorption.py(i);
            emission[3 * i + 2] = rate[i] * absorption.pz(i);
        }
        return new FlowSources(rate, modes.depolarizations(), emissionTrace, emission, absorption);
    }

    /**
     * The same with a drive that does not depend on the state.
     *
     * @param trace what is added to each P0_i in a unit of time
     * @param pz what is added to each P_i,z
     * @return the terms
     */
    public FlowSources withDrive(final double[] trace, final double[] pz) {
        final double[] emissionTrace = m_emissionTrace.clone();
        final double[] emission = m_emission.clone();
        for (int i = 0; i < trace.length; i++) {
            emissionTrace[i] += trace[i];
            emission[3 * i + 2] += pz[i];
        }
        return new FlowSources(m_absorption, m_damping, emissionTrace, emission, m_source);
    }

    /** Whether anything is emitted, so that the directions of the P_i matter. */
    boolean emits() {
        return m_emits;
    }

    int modes() {
        return m_damping.length;
    }

    /** Whether there is any term. */
    boolean acts() {
        return m_acts;
    }

    /** D_i of all modes. */
    double[] damping() {
        return m_damping;
    }

    /** Absorption and emission without a drive. */
    Absorption source() {
        return m_source;
    }

    /** kappa_i + D_i. */
    double loss(final int i) {
        return m_absorption[i] + m_damping[i];
    }

    double absorption(final int i) {
        return m_absorption[i];
    }

    double emissionTrace(final int i) {
        return m_emissionTrace[i];
    }

    double emission(final int i, final int a) {
        return m_emission[3 * i + a];
    }

    /** E_i along a direction. */
    double emission(final int i, final double x, final double y, final double z) {
        return m_emission[3 * i] * x + m_emission[3 * i + 1] * y + m_emission[3 * i + 2] * z;
    }

    /** The solution of dp/dt = emission - loss p after a time. */
    static double relaxed(final double p, final double emission, final double loss, final double time) {
        final double x = loss * time;
        return p * Math.exp(-x) + emission * time * (x == 0 ? 1 : -Math.expm1(-x) / x);
    }
}
