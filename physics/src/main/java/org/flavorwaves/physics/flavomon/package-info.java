/**
 * {@link org.flavorwaves.physics.flavomon.FlavomonSearch} finds all flavomons of a {@link
 * org.flavorwaves.physics.flavomon.FlavomonMedium} at one wave number, {@link
 * org.flavorwaves.physics.flavomon.FlavomonBranches} along a line of them; {@link
 * org.flavorwaves.physics.flavomon.StateMedium} makes a medium of a state whose polarization vectors are along z.
 *
 * <p>Susceptibility and dielectric tensor (FR 5) and (FR 19) are {@link
 * org.flavorwaves.physics.flavomon.DielectricTensor} with the integrals of {@code spectra}; the longitudinal dispersion
 * is (FR S57), (FR S58) and (FR S60) in {@link org.flavorwaves.physics.flavomon.Sector}; the renormalisation 1/Z is
 * (FR 10) and (FR 11) in {@link org.flavorwaves.physics.flavomon.FlavomonMode}; weak growth is (FR 18) and (FR 20) in
 * {@link org.flavorwaves.physics.flavomon.PrincipalMode} and, along phase velocities, in {@link
 * org.flavorwaves.physics.flavomon.RealDispersion}. Kinetics of flavomons is in {@code kinetics}.
 */
package org.flavorwaves.physics.flavomon;
