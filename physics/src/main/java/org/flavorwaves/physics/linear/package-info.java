/**
 * {@link org.flavorwaves.physics.linear.Background} is what waves ripple: a state, its Hamiltonian vectors and the
 * structure that makes parts of the problem exact; {@link org.flavorwaves.physics.linear.WaveOperator} is the matrix
 * M_k of weak inhomogeneity, its equation (JK 45), its rows (JK 46) and blocks (JK 48) and (JK 49) with the
 * depolarization of (JK 50).
 *
 * <p>{@link org.flavorwaves.physics.linear.WaveFunction} is one wave (JK 47) and its mirror (JK 51). Which solver
 * finds which waves: {@code bands} all 3N at one wave vector, from the blocks of {@code blocks}; {@code collective}
 * the unstable ones in O(N); {@code survey} the fastest one of very many cells.
 * {@link org.flavorwaves.physics.linear.CoherentBackground} is a background of three flavors for the last two.
 *
 * <p>Beams are taken as given. N beams are a gas of their own, which follows a continuous angular distribution only
 * for waves whose growth rate exceeds the spacing |k| dv of the frequencies v.k of neighbouring beams. Weaker growth
 * at large |k| belongs to the beams: it changes with their number, and moves to larger |k| as they become denser. Such
 * spurious waves are strongest where the distribution jumps, as a box does. Compare two grids before trusting a wave.
 */
package org.flavorwaves.physics.linear;
