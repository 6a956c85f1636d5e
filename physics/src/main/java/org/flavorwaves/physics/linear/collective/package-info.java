/**
 * The structured form of the linear analysis (physics specification section 3): all unstable waves of N modes from the
 * collective matrix 1 - K(Omega) of at most 12 x 12 numbers, in O(N) an evaluation, without the dense problem.
 */
package org.flavorwaves.physics.linear.collective;
