/**
 * {@link org.flavorwaves.physics.flavomon.kinetics.FlavomonKinetics} evolves neutrino occupations and the numbers of
 * flavomons on a line of wave numbers along z, with the modes of the medium recomputed as it changes; {@link
 * org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory} is what comes back.
 *
 * <p>{@link org.flavorwaves.physics.flavomon.kinetics.Closure} chooses the resonant exchange of (FR 17) and (FR 21),
 * written out in {@link org.flavorwaves.physics.flavomon.kinetics.FlavomonExchange}, or the quasi-linear one, in
 * {@link org.flavorwaves.physics.flavomon.kinetics.QuasiLinearSystem};
 * {@link org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance} watches the invariants (FR 22), and
 * {@link org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonEnergy} the energies (FR S27). The fast limit:
 * vacuum frequencies and depolarization of the state are not used; absorption and emission change the occupations, in
 * {@link org.flavorwaves.physics.flavomon.kinetics.AbsorbingSystem}.
 */
package org.flavorwaves.physics.flavomon.kinetics;
