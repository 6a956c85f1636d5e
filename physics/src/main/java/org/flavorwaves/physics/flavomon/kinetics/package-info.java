/**
 * Flavomon kinetics in an axially symmetric medium (FR 14-22; physics specification section 10): neutrino occupations
 * and numbers of flavomons on a line of wave numbers, exchanged by nu_x -&gt; nu_e + psi and its relatives, with the
 * modes of the medium recomputed as it changes.
 *
 * <p>The fast limit: vacuum frequencies and depolarization of the state are not used.
 */
package org.flavorwaves.physics.flavomon.kinetics;
