/**
 * {@link org.flavorwaves.physics.kinetics.FlavorWaveKinetics} evolves amplitudes of all bands of a periodic box and the
 * mixing equilibrium that carries them, (JK 64) and (JK 65), from {@link
 * org.flavorwaves.physics.kinetics.InitialWaves}; {@link org.flavorwaves.physics.kinetics.KineticsOptions} choose which
 * interactions are kept.
 *
 * <p>Waves act on the background by the viscosity of {@code waves}; {@link
 * org.flavorwaves.physics.kinetics.BackgroundPath} finds the equilibria through which it goes, (JK 39) and (JK 40);
 * {@link org.flavorwaves.physics.kinetics.WaveTransfer} takes the amplitudes along. {@link
 * org.flavorwaves.physics.kinetics.WaveObserver} measures the distance from flavor-wave equilibrium, (JK 103) and
 * (JK 104).
 */
package org.flavorwaves.physics.kinetics;
