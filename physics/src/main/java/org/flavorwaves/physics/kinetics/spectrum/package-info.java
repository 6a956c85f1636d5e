/**
 * Spectra of flavor waves: {@link org.flavorwaves.physics.kinetics.spectrum.LineFit} for exponential tails and power
 * laws, {@link org.flavorwaves.physics.kinetics.spectrum.WaveSpectrum} for the distance from Rayleigh-Jeans and Planck
 * spectra, the fixed points of three-wave kinetics.
 */
package org.flavorwaves.physics.kinetics.spectrum;
