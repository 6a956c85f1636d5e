/**
 * Three-wave kinetics of flavor waves: {@link org.flavorwaves.physics.kinetics.relaxation.ActionBands} are the stable
 * collective bands of a background over a line of wave numbers, each with its signature kappa; {@link
 * org.flavorwaves.physics.kinetics.relaxation.ThreeWaveCoupling} is how three of them interact, {@link
 * org.flavorwaves.physics.kinetics.relaxation.ResonantTriads} where they are in resonance, and {@link
 * org.flavorwaves.physics.kinetics.relaxation.ThreeWaveKinetics} evolves their actions towards the Rayleigh-Jeans
 * spectrum (FW three-wave), whose entropy never falls.
 */
package org.flavorwaves.physics.kinetics.relaxation;
