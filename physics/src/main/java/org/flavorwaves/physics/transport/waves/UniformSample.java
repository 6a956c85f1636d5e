package org.flavorwaves.physics.transport.waves;

/**
 * A uniform medium and its waves at one time.
 *
 * @param time t
 * @param polarization P_i along the axis, by mode
 * @param intensities I per unit of wave number, by wave number and slot; NaN of waves that have not begun
 * @param growth growth rates, likewise; 0 where no wave grows
 * @param quanta N a quantum state, likewise; NaN of waves that have not begun
 * @param viscosity gamma_i of the modes
 * @param mixing how far the waves that exchange are from keeping their shapes; NaN if none grows
 * @param collided what collisions have added to the lepton number
 */
public record UniformSample(double time, double[] polarization, double[] intensities, double[] growth, double[] quanta,
    double[] viscosity, double mixing, double collided) {
}
