package org.flavorwaves.physics.transport.rays;

/**
 * What a wave is, apart from its frequency.
 *
 * @param signature kappa = sum_i w_i s_i P_i.(i psi_i x psi_i*)/|P_i|^2 of the wave function of unit 2-norm, in the
 *            units
 *            of the potentials (FW action); its sign is the signature of the band
 * @param condition 1/|left.psi| for unit vectors (FW condition)
 * @param participation 1 for a single mode to N for all alike (FW participation)
 */
record WaveCharacter(double signature, double condition, double participation) {
}
