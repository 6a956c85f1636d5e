package org.flavorwaves.physics.distribution;

/**
 * Which neutrinos carry a negative electron-minus-x lepton number G &lt; 0; a positive one is always carried by nu_e.
 * Both give the same s P_z, hence the same fast flavor theory; they differ in the vacuum term (which has the species
 * sign) and in entropy per flavor.
 */
public enum LeptonCarrier {
    /** nubar_e: s = -1, P_z = +P0. What a merger or supernova has. */
    ANTINEUTRINOS,
    /** nu_x: s = +1, P_z = -P0. */
    X_NEUTRINOS
}
