package org.flavorwaves.physics.flavomon.kinetics.occupation;

import org.flavorwaves.physics.flavomon.WaveBranch;

/**
 * A flavomon mode at one time.
 *
 * @param waveNumber physical K, in the unit of the potentials
 * @param shifted k = K + D^z
 * @param omega shifted real frequency; NaN while the mode has no root
 * @param growth gamma; 0 while the mode is not coupled
 * @param renormalisation Z for a polarization of unit length; NaN where it is not defined
 * @param number quanta N per state; NaN where Z is not defined but the intensity is what evolves
 * @param intensity |A|^2 of the flavor field in this mode, the square of a potential; NaN where Z is not defined but N
 *            is what evolves
 * @param power energy density that the wave gives to neutrinos per time (FR S35), -2 gamma Omega N; with the
 *            quasi-linear closure minus the growth of the potential energy of its field
 * @param sign +1 for flavomons, -1 for antiflavomons
 * @param branch the branch that the mode lies on
 */
public record FlavomonWave(double waveNumber, double shifted, double omega, double growth, double renormalisation,
    double number, double intensity, double power, int sign, WaveBranch branch) {
}
