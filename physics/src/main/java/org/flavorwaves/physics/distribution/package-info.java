/**
 * {@link org.flavorwaves.physics.distribution.AngularLoader} makes a state from analytic densities over angle and
 * energy; its neighbour {@link org.flavorwaves.physics.distribution.RandomDistribution} from random numbers.
 *
 * <p>{@link org.flavorwaves.physics.distribution.AngularGrid} and
 * {@link org.flavorwaves.physics.distribution.EnergyGrid} are the quadratures of a state;
 * {@link org.flavorwaves.physics.distribution.AngularShapes},
 * {@link org.flavorwaves.physics.distribution.FlavorAngles},
 * {@link org.flavorwaves.physics.distribution.EnergySpectra}, {@link org.flavorwaves.physics.distribution.FermiDirac}
 * and {@link org.flavorwaves.physics.distribution.FrequencyBox} the families of densities;
 * {@link org.flavorwaves.physics.distribution.LeptonBeams} takes the lepton number itself;
 * {@link org.flavorwaves.physics.distribution.TransverseSeed} perturbs what was loaded. Moments are loaded in {@code
 * moments}, sign changes of the lepton number are found in {@code crossing}.
 */
package org.flavorwaves.physics.distribution;
