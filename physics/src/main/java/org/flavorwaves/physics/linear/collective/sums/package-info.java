/**
 * {@link org.flavorwaves.physics.linear.collective.sums.CollectiveMatrix} is the matrix 1 - K(Omega) of at most 12 x
 * 12 numbers, 32 x 32 for coherent three flavors, whose null vectors are the collective numbers of a wave: the
 * dielectric tensor (FR 5) and (FR 19) for an aligned background.
 *
 * <p>{@link org.flavorwaves.physics.state.AngularModel} chooses beams as given or continuous spectra.
 * Sums over the modes of aligned and of general backgrounds are ordinary or, for many poles, hierarchical
 * ({@link org.flavorwaves.physics.linear.collective.sums.PoleTree}).
 */
package org.flavorwaves.physics.linear.collective.sums;
