/**
 * Flavor waves as rays through a slowly varying background.
 *
 * <p>Enter by {@link org.flavorwaves.physics.transport.rays.RayTracer}, which follows waves through a
 * {@link org.flavorwaves.physics.transport.rays.BackgroundProfile}: place and wave vector by Hamilton's equations
 * (JK 85) with the group velocity and force of the band (JK 87), phase (JK 89), and amplitude (JK 90) or wave action
 * (FW action). A profile interpolates |P_i|, weights, frequencies and matter and solves the equilibrium (JK 16) again
 * at
 * every place. A wave is followed as the null vectors of the collective matrix (FW collective-determinant), 4 x 4 where
 * everything is along one flavor axis ({@code AlignedWave}) and 12 x 12 elsewhere ({@code CoupledWave}), O(N) a step.
 */
package org.flavorwaves.physics.transport.rays;
