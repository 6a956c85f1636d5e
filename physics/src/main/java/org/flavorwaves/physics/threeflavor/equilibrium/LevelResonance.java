package org.flavorwaves.physics.threeflavor.equilibrium;

/**
 * A place of a path where two neighbouring levels of a mode come nearest (FW level-crossing): the resonances of matter.
 *
 * @param mode index of the mode
 * @param level 1 for the lowest level and the next, 2 for the upper two
 * @param leg index of the point of the track before it
 * @param matterPotential lambda, in the units of the potentials
 * @param selfInteraction q, dimensionless
 * @param gap the distance of the levels, in the units of the potentials
 */
public record LevelResonance(int mode, int level, int leg, double matterPotential, double selfInteraction,
    double gap) {
}
