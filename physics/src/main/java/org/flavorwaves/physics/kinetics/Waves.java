package org.flavorwaves.physics.kinetics;

/** How the waves of a box are treated. */
public enum Waves {
    /**
     * All products of waves, as fields at the points of the box (JK 56): O(n N log n) for n waves and N modes. The only
     * approximation is that the mean stays in mixing equilibrium.
     */
    FULL,
    /** Amplitudes of bands, with the products that turn slowly (JK 76). */
    SECULAR;

    /**
     * Growth in units of the spacing of Re Omega of neighbouring waves from which on the products of waves are not
     * slow, and the waves of a box not many with random phases.
     */
    public static final double STRONG = 0.3;
}
