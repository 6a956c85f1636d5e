/**
 * {@link org.flavorwaves.physics.distribution.moments.MomentLoader} makes a state from number densities and fluxes,
 * the {@link org.flavorwaves.physics.distribution.moments.FlavorMoments} of a cell, by the maximum entropy closure of
 * {@link org.flavorwaves.physics.distribution.moments.Minerbo}.
 *
 * <p>{@link org.flavorwaves.physics.distribution.moments.MomentMatching} chooses which moments the discrete state has
 * exactly; {@link org.flavorwaves.physics.distribution.moments.LoadedMoments} comes back with a
 * {@link org.flavorwaves.physics.distribution.moments.ClosureReport} of those it has not.
 */
package org.flavorwaves.physics.distribution.moments;
