package org.flavorwaves.physics.thermo.temperature;

/** Which other states of equal energy and entropy a thermal branch stands for, because flavor space is symmetric. */
public enum SymmetryFamily {
    /** The branch stands for itself. */
    SINGLE,
    /** Its mirror image under y to -y is another. */
    MIRROR_PAIR,
    /** Its rotations about the common axis of the external terms are others. */
    CIRCLE,
    /** All its rotations are others, because there are no external terms. */
    SPHERE
}
