package org.flavorwaves.physics.kinetics;

import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.DefectiveBandException;
import org.flavorwaves.physics.kinetics.waves.SecularTerm;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.numerics.fft.LaneFft;
import org.flavorwaves.physics.qke.QkeBox;
import org.flavorwaves.physics.qke.StepControl;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;

/**
 * Evolves flavor waves in a periodic box and the mixing equilibrium that carries them (JK 56):
 *
 * <pre>
 * i dPhi_{n,b}/dt = Omega_{n,b} Phi_{n,b} + N_{n,b},   Psi_n = sum_b Phi_{n,b} psi_{n,b}
 * d|P_i|/dt = -(gamma_i + D_i + kappa_i) |P_i| + kappa_i Phat_i . P_s,i,   P_i along H_i
 * </pre>
 *
 * <p>with products of waves kept within a secular window. The equations are those of |A| and phi (JK 64), (JK 65) with
 * (JK 66) in complex form, which stays regular at A = 0.
 *
 * <p>The lengths |P_i| of the given state are those of background and waves together; the waves take their share at
 * t = 0. The background changes in steps: each step uses the bands of the equilibrium of its predicted mean, so that
 * what is kept exactly by the box equation is kept to second order in the step. Deterministic.
 */
public final class FlavorWaveKinetics {
    /** Numbers of a mode at a point that the products of waves for the monitors take. */
    private static final long PRODUCTS = 24;

    /** Modes of a block, which may be padded. */
    private static final long LANES = 16;

    private final KineticsOptions m_options;

    /**
     * A solver.
     *
     * @param options window, accuracy and parts of the theory
     */
    public FlavorWaveKinetics(final KineticsOptions options) {
        m_options = options;
    }

    /**
     * Evolves.
     *
     * @param state the gas; if it is no mixing equilibrium, the one with its |P_i| and eps_i is solved for
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param box length, axis and largest wave
     * @param waves amplitudes at t = 0
     * @param times moments wanted, rising from &gt;= 0, in the inverse of the unit of the potentials; at least one
     * @param triads most triads to list at the end
     * @param progress told the share of the time; may cancel
     * @return samples and diagnostics; the evolution ends early with a sentence where an identity is violated beyond
     *         its bound, a |P_i| reaches 0, a band becomes defective or no equilibrium is found
     * @throws DefectiveBandException if a band is defective at t = 0
     * @throws BandsNotConvergedException if the eigensolver fails at t = 0
     * @throws InvalidModeException if H_i = 0 with P_i != 0
     * @throws KineticsStoppedException if no equilibrium is found at t = 0
     * @throws IllegalArgumentException if times do not rise, the waves are larger than the |P_i|, or the predicted
     *             memory exceeds the bound
     */
    public KineticsResult evolve(final FlavorState state, final Environment environment, final BoxModes box,
        final InitialWaves waves, final double[] times, final int triads, final Progress progress) {
        if (times.length == 0 || !(times[0] >= 0)) {
            throw new IllegalArgumentException("Times must begin at 0 or later, and there must be one.");
        }
        for (int k = 1; k < times.length; k++) {
            if (!(times[k] > times[k - 1])) {
                throw new IllegalArgumentException("Times must rise, but " + times[k] + " follows " + times[k - 1]
                    + ".");
            }
        }
        requireMemory(bytes(m_options.waves(), state.size(), box.nMax(), times.length), state.size(), box, m_options);
        return m_options.waves() == Waves.FULL
            ? new FieldRun(state, environment, box, m_options, waves, times, progress).run()
            : new AmplitudeRun(state, environment, box, m_options, waves, times, triads, progress).run();
    }

    static void requireMemory(final long bytes, final int modes, final BoxModes box, final KineticsOptions options) {
        if (bytes > options.maxBytes()) {
            throw new IllegalArgumentException(modes + " modes and " + box.nMax() + " waves need " + bytes
                + " bytes, more than the bound of " + options.maxBytes() + ". Take fewer waves"
                + (options.waves() == Waves.FULL ? "" : ", all products as fields") + ", or raise the bound.");
        }
    }

    /**
     * Predicts the memory of an evolution.
     *
     * @param waves how the waves are treated
     * @param modes number of modes N
     * @param nMax largest wave
     * @param samples number of moments
     * @return bytes, an estimate from above
     */
    public static long bytes(final Waves waves, final long modes, final long nMax, final long samples) {
        final long bands = 3 * modes;
        if (waves == Waves.FULL) {
            final long points = LaneFft.sizeFrom((int) Math.min(Integer.MAX_VALUE / 2, 3 * nMax + 1));
            final long box = new QkeBox(Environment.FAST, StepControl.adaptive(0.1), 1, false)
                .peakBytes(new int[]{1, 1, (int) points}, (int) modes, (int) samples);
            return box + PRODUCTS * points * (modes + LANES) * Double.BYTES;
        }
        final long basis = 6 * nMax * bands * bands * Double.BYTES + 8 * bands * bands * Double.BYTES;
        return 2 * basis + SecularTerm.bytes(modes, nMax) + (samples + 24) * 4 * nMax * bands * Double.BYTES;
    }
}
