/**
 * Neutrinos and flavomons in thermal equilibrium.
 *
 * <p>{@link org.flavorwaves.physics.flavomon.thermal.ThermalMedium} is the medium of one temperature and two chemical
 * potentials, with the quanta in every flavomon state (FR S62) and its dispersion at k = 0; {@link
 * org.flavorwaves.physics.flavomon.thermal.ThermalFit} finds the one that has the lepton numbers and the energy of
 * given occupations; {@link org.flavorwaves.physics.flavomon.thermal.LeptonMoments} tells whether modes are isotropic.
 */
package org.flavorwaves.physics.flavomon.thermal;
