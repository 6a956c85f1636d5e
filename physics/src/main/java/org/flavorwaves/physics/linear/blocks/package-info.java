/**
 * {@link org.flavorwaves.physics.linear.blocks.BlockAssembly} writes out the invariant blocks of M_k on a background,
 * solves them and hands back all their bands.
 *
 * <p>Aligned backgrounds have two circular sectors and N neutral bands: {@link
 * org.flavorwaves.physics.linear.blocks.SectorProblem} with modes of equal own frequency taken together in {@link
 * org.flavorwaves.physics.linear.blocks.ModeGroups}, the small-coherence analysis of (JK 41) and (JK 43). Backgrounds
 * in mixing equilibrium have N bands that are exact; all others are one dense block.
 */
package org.flavorwaves.physics.linear.blocks;
