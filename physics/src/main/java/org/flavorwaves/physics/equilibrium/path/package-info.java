/**
 * {@link org.flavorwaves.physics.equilibrium.path.EquilibriumPath} follows one mixing equilibrium (JK 12) while matter
 * and the strength of the nu-nu term change along a {@link org.flavorwaves.physics.equilibrium.path.ParameterTrack};
 * {@link org.flavorwaves.physics.equilibrium.path.SpectralSplit} tells the frequency at which a spectrum splits at its
 * end (JK II D).
 *
 * <p>{@link org.flavorwaves.physics.equilibrium.path.PathResult} holds points and events, folds and vanishing fields
 * among them; {@link org.flavorwaves.physics.equilibrium.path.AdiabaticConversion} is the closed form without the
 * nu-nu term (MSW).
 */
package org.flavorwaves.physics.equilibrium.path;
