package org.flavorwaves.physics.kinetics.random;

import java.util.Arrays;

import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;

/** A gas and the noise in it from which waves grow. Immutable. */
public final class RandomPhaseGas {
    private final FlavorState m_state;

    private final Environment m_environment;

    private final double[] m_noise;

    private final double m_field;

    private RandomPhaseGas(final FlavorState state, final Environment environment, final double[] noise,
        final double field) {
        m_state = state;
        m_environment = environment;
        m_noise = noise;
        m_field = field;
    }

    /**
     * A gas in which the flavor field of every growing band has the same intensity at its start, as flavomon kinetics
     * takes it.
     *
     * @param state the gas; if it is no mixing equilibrium, the one with its |P_i| and eps_i is solved for
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param field |A|^2 of psi = sum_i w_i s_i V_i rho_xe,i per unit of k, the square of a potential
     * @return the gas
     * @throws IllegalArgumentException if the intensity is not positive and finite
     */
    public static RandomPhaseGas ofField(final FlavorState state, final Environment environment, final double field) {
        requirePositive("The intensity of the flavor field", field);
        return new RandomPhaseGas(state, environment, new double[state.size()], field);
    }

    private static void requirePositive(final String what, final double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be positive.");
        }
    }

    /**
     * A gas whose noise is the same share of each |P_i|^2.
     *
     * @param state the gas; if it is no mixing equilibrium, the one with its |P_i| and eps_i is solved for
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param noise s_i/|P_i|^2, see {@link #of(FlavorState, Environment, double[])}
     * @return the gas
     * @throws IllegalArgumentException if the noise is not positive and finite
     */
    public static RandomPhaseGas of(final FlavorState state, final Environment environment, final double noise) {
        requirePositive("The noise of the waves over |P|^2", noise);
        final double[] densities = new double[state.size()];
        for (int i = 0; i < densities.length; i++) {
            densities[i] = noise * state.length(i) * state.length(i);
        }
        return new RandomPhaseGas(state, environment, densities, 0);
    }

    /**
     * A gas with noise by mode.
     *
     * @param state the gas; if it is no mixing equilibrium, the one with its |P_i| and eps_i is solved for
     * @param environment vacuum mixing, matter and the strength of the nu-nu term
     * @param noise s_i = (L/2 pi) &lt;|P_{i,n,a}|^2&gt;, the density over k of each component a across P_i, N numbers
     *            in the inverse of the unit of the potentials
     * @return the gas
     * @throws IllegalArgumentException if there are not N numbers, one is negative or not finite, or all are 0
     */
    public static RandomPhaseGas of(final FlavorState state, final Environment environment, final double[] noise) {
        if (noise.length != state.size()) {
            throw new IllegalArgumentException("There are " + state.size() + " modes but the noise of " + noise.length
                + ".");
        }
        for (int i = 0; i < noise.length; i++) {
            if (!(noise[i] >= 0) || Double.isInfinite(noise[i])) {
                throw new IllegalArgumentException("The noise of mode " + i + " is " + noise[i]
                    + "; it must be at least 0 and finite.");
            }
        }
        if (Arrays.stream(noise).allMatch(s -> s == 0)) {
            throw new IllegalArgumentException("Waves need noise to grow from, but it is 0 in every mode.");
        }
        return new RandomPhaseGas(state, environment, noise.clone(), 0);
    }

    /**
     * The state at t = 0.
     *
     * @return polarization vectors of all modes
     */
    public FlavorState state() {
        return m_state;
    }

    /**
     * The surroundings.
     *
     * @return vacuum mixing, matter and the strength of the nu-nu term
     */
    public Environment environment() {
        return m_environment;
    }

    /** The intensity with which a band begins, at the start or later. */
    double intensity(final FollowedBand band, final boolean later) {
        return m_field > 0 ? band.ofField(m_field, m_environment.selfInteraction())
            : band.noise(m_noise) / (later ? band.condition() : 1);
    }
}
