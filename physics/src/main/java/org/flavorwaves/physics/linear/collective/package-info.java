/**
 * {@link org.flavorwaves.physics.linear.collective.UnstableWaveSearch} finds all growing waves at one wave vector and
 * {@link org.flavorwaves.physics.linear.collective.GrowthMaximizer} the fastest one of a box of wave vectors, in O(N)
 * an evaluation, as zeros of the determinant of the matrix in {@code sums}.
 *
 * <p>Zeros are counted by the argument principle and located as eigenvectors of the linearized matrix.
 * {@link org.flavorwaves.physics.linear.collective.WaveBranches} and
 * {@link org.flavorwaves.physics.linear.collective.WaveOriginFinder} tell how the waves of a line belong together and
 * from where they come.
 */
package org.flavorwaves.physics.linear.collective;
