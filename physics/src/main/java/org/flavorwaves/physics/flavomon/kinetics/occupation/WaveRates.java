package org.flavorwaves.physics.flavomon.kinetics.occupation;

/** Flavomon modes and how they couple to neutrinos. */
public interface WaveRates {

    /**
     * The number of flavomon modes.
     *
     * @return how many N_K there are
     */
    int size();

    /**
     * What the sum over K means for a mode: the density of quantum states, so that n_psi = sum of measure times N_K.
     *
     * @param wave index of a flavomon mode
     * @return a measure in the unit of the neutrino weights
     */
    double measure(int wave);

    /**
     * What the quanta carry.
     *
     * @param wave index of a flavomon mode
     * @return +1 for flavomons (Z &gt; 0), -1 for antiflavomons
     */
    int sign(int wave);

    /**
     * The rate W_{K,i} = 2 pi |Z_K| |e.V_i|^2 delta(omega_K - k.v_i).
     *
     * @param wave index of a flavomon mode
     * @param neutrino index of a neutrino mode
     * @return an inverse time, 0 where they do not meet
     */
    double rate(int wave, int neutrino);
}
