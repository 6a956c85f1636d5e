/**
 * {@link org.flavorwaves.physics.linear.survey.fast.FastLineSearch} finds the fastest wave of the fast limit (FR 15)
 * along one direction, {@link org.flavorwaves.physics.linear.survey.fast.FastSpaceSearch} that of all directions.
 *
 * <p>Both map the phase velocities with 4 x 4 tensors over the beams, take its waves as starts of Newton's method and
 * climb to the maximum of the growth along its exact slope.
 */
package org.flavorwaves.physics.linear.survey.fast;
