/**
 * {@link org.flavorwaves.physics.kinetics.waves.WaveBasis} holds the bands of all waves of a box, in which a
 * fluctuation is a list of amplitudes (JK 55) and (JK 62).
 *
 * <p>The nonlinear term (JK 63) is {@link org.flavorwaves.physics.kinetics.waves.SecularTerm}: products of fields by
 * (JK 56) and (JK 67), averaged over the time of a {@link org.flavorwaves.physics.kinetics.waves.SecularWindow}, which
 * keeps the triads (JK 73) that are nearly resonant, (JK 76) and (JK 77), with the signs of (JK 81).
 * {@link org.flavorwaves.physics.kinetics.waves.TriadList} lists them one by one.
 * {@link org.flavorwaves.physics.kinetics.waves.FlavorViscosity} is the rate (JK 78) at which waves depolarize their
 * background, its sum over bands (JK 79) within the window (JK 80).
 */
package org.flavorwaves.physics.kinetics.waves;
