package org.flavorwaves.physics.kinetics.spectrum;

/**
 * An equilibrium spectrum of waves.
 *
 * @param temperature T in the unit of the frequencies, times that of the actions for classical waves; negative where
 *            all waves have negative energy
 * @param velocity u in the unit of the frequencies over that of the wave numbers; 0 where frequencies are proportional
 *            to wave numbers, so that T and u cannot be told apart
 * @param distance root mean square of ln(n/n_fit) over the waves; NaN if the fit is no spectrum of these waves, because
 *            sigma (Omega - u k)/T is not positive for all of them
 */
public record EquilibriumFit(double temperature, double velocity, double distance) {
    /** No frequency differs from 0. */
    static final EquilibriumFit NONE = new EquilibriumFit(Double.NaN, Double.NaN, Double.NaN);
}
