package org.flavorwaves.physics.kinetics.random;

import org.flavorwaves.physics.run.Progress;

/**
 * Evolves a mixing equilibrium and the intensities of the waves that grow on it, with random phases and over a
 * continuous k:
 *
 * <pre>
 * dI_b/dt = 2 Im Omega_b I_b
 * d|P_i|/dt = -D_i |P_i| - 2 int_{k&gt;0} dk sum_b (Im Omega_b + D_i) I_b |psi_b(i)|^2/|P_i|
 * </pre>
 *
 * <p>(FW random-phase) with wave functions of sum_i w_i |psi_i|^2 = 1, on any background: aligned or not, with vacuum
 * term, matter and depolarization. The frequencies are exact for the background of every stage of a step; they are
 * followed from stage to stage in O(N) each, and all growing bands are searched where the background has changed. No
 * box, no phases: the cost is that of a few hundred steps however long the evolution lasts. Deterministic, whatever the
 * number of threads.
 *
 * <p>Absorption and emission of the state (FW source) drive it; steps are then those of a stiff method, of a cost that
 * grows with the square of the number of modes.
 *
 * <p>It describes waves whose growth is slow against the rate at which they lose their phases; the first overshoot past
 * marginal stability, about 1/gamma long, lies outside.
 */
public final class RandomPhaseKinetics {
    private final RandomPhaseOptions m_options;

    /**
     * A solver.
     *
     * @param options accuracy and bounds
     */
    public RandomPhaseKinetics(final RandomPhaseOptions options) {
        m_options = options;
    }

    /**
     * Evolves.
     *
     * @param gas the gas and its noise
     * @param line wave numbers at which waves are followed
     * @param times moments wanted, rising from &gt;= 0, in the inverse of the unit of the potentials; at least one
     * @param progress told the share of the time; may cancel
     * @return samples and diagnostics; an evolution that must end early says why
     * @throws IllegalArgumentException if times do not rise
     * @throws org.flavorwaves.physics.kinetics.KineticsStoppedException if there is no equilibrium at t = 0
     */
    public RandomPhaseResult evolve(final RandomPhaseGas gas, final WaveLine line, final double[] times,
        final Progress progress) {
        if (times.length == 0 || !(times[0] >= 0)) {
            throw new IllegalArgumentException("Times must begin at 0 or later, and there must be one.");
        }
        for (int t = 1; t < times.length; t++) {
            if (!(times[t] > times[t - 1])) {
                throw new IllegalArgumentException("Times must rise, but " + times[t] + " follows " + times[t - 1]
                    + ".");
            }
        }
        return new RandomPhaseRun(gas, line, m_options, times, progress).run();
    }
}
