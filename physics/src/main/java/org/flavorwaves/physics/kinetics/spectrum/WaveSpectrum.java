package org.flavorwaves.physics.kinetics.spectrum;

/**
 * Waves with their frequencies and actions at one time. The action is signed: that of a wave of negative signature
 * kappa is negative.
 *
 * @param omega frequencies
 * @param k wave numbers
 * @param action signed actions, none of them 0
 */
public record WaveSpectrum(double[] omega, double[] k, double[] action) {
    /**
     * Checks the waves.
     *
     * @param omega frequencies
     * @param k wave numbers
     * @param action signed actions
     * @throws IllegalArgumentException if the arrays differ in length or an action is 0
     */
    public WaveSpectrum {
        if (omega.length != k.length || action.length != k.length) {
            throw new IllegalArgumentException("A spectrum needs as many frequencies and actions as wave numbers.");
        }
        for (final double n : action) {
            if (n == 0 || !Double.isFinite(n)) {
                throw new IllegalArgumentException("An action must be finite and not 0 but is " + n + ".");
            }
        }
        omega = omega.clone();
        k = k.clone();
        action = action.clone();
    }

    /**
     * The number of waves of negative energy.
     *
     * @return how many have signature times frequency below 0
     */
    public int negativeEnergies() {
        int count = 0;
        for (int i = 0; i < k.length; i++) {
            count += omega[i] * action[i] < 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * Whether a frame with velocity u exists in which all waves have energies sigma (Omega - u k) of one sign; without
     * it no Rayleigh-Jeans spectrum holds all of them.
     *
     * @return whether equilibrium is possible
     */
    public boolean hasEquilibrium() {
        return k.length > 0 && FrameCone.exists(this);
    }

    /**
     * The classical equilibrium n = T/(Omega - u k) of signed actions (FW rayleigh-jeans) that is nearest in the root
     * mean square of ln(n/n_fit) (FW equilibrium-distance), among all T and u that give all waves one sign.
     *
     * @return the fit
     */
    public EquilibriumFit rayleighJeans() {
        return EquilibriumSearch.nearest(this, 1, false);
    }

    /**
     * The quantum equilibrium |n| = 1/(exp(sigma (Omega - u k)/T) - 1) (FW planck) that is nearest in the root mean
     * square of ln(n/n_fit) (FW equilibrium-distance), among all T and u that give all waves one sign.
     *
     * @param quanta number of quanta of a unit of action
     * @return the fit
     */
    public EquilibriumFit planck(final double quanta) {
        return EquilibriumSearch.nearest(this, quanta, true);
    }
}
