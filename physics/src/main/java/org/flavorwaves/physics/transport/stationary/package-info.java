/**
 * Stationary adiabatic miscidynamics: neutrinos that stream from an inflow through a slab, or from a sphere.
 *
 * <p>Enter by {@link org.flavorwaves.physics.transport.stationary.FluxEquilibriumPath}, for media whose external terms
 * are symmetric about the mass axis: every |P_i| and eps_i is kept along the trajectory of its mode (JK 27), and the
 * equilibrium co-rotates in space with the flux of lepton number as its invariant (FW flux-equilibrium).
 * {@link org.flavorwaves.physics.transport.stationary.StreamGeometry} says how directions and weights change with the
 * place. Media in matter are mixing equilibria at rest and need no path of their own.
 */
package org.flavorwaves.physics.transport.stationary;
