/**
 * {@link org.flavorwaves.physics.linear.bands.BandSolver} finds all 3N bands at one wave vector,
 * {@link org.flavorwaves.physics.linear.bands.BandLineSolver} along a line of them, each band followed by continuity.
 * Cost is cubic in N; {@code collective} is O(N) where only unstable waves are wanted.
 *
 * <p>{@link org.flavorwaves.physics.linear.bands.BandSet} holds frequencies, kinds and {@link
 * org.flavorwaves.physics.linear.bands.BandMeasures} (group velocity, participation, condition), {@link
 * org.flavorwaves.physics.linear.bands.BandVectors} the right and left vectors with the biorthogonality of (JK 61).
 * {@link org.flavorwaves.physics.linear.bands.FastestWaveSearch} looks for the band of largest growth.
 */
package org.flavorwaves.physics.linear.bands;
