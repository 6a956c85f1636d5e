package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.state.CollectiveField;
import org.flavorwaves.physics.state.FlavorState;

/**
 * One self-consistent thermal state: P_i along +H_i for beta &gt; 0 and neutrinos, along -H_i if one of the two is
 * turned (beta &lt; 0, or an antineutrino), with the length (JK 100) or (JK 101).
 *
 * @param beta inverse flavor temperature, in the inverse unit of the potentials
 * @param state the P_i, with P0_i of the input
 * @param field its 12 collective numbers, in the units of the potentials
 * @param energy U/V, the polarization energy (JK 96), in the square of the unit of the potentials
 * @param entropy S/V = sum_i w_i s(P0_i, |P_i|) of the relation used, in the units of the potentials. Along a branch
 *            dS = -2 beta dU (JK 98)
 * @param massieu (S + 2 beta U)/V, which the state makes stationary at fixed beta; among the branches of one beta the
 *            largest is that of the state in contact with a bath
 * @param freeEnergy U - T S with the thermodynamic temperature 1/T = dS/dU = -2 beta, that is U + S/(2 beta); NaN at
 *            beta = 0
 * @param stability the second variation
 * @param family which symmetric copies the branch stands for
 * @param residual largest |J - G(J)| relative to sum_i w_i max|P_i|
 */
public record ThermalBranch(double beta, FlavorState state, CollectiveField field, double energy, double entropy,
    double massieu, double freeEnergy, ThermalStability stability, SymmetryFamily family, double residual) {
}
