package org.flavorwaves.physics.qke.engine;

/**
 * The exact precession of a time interval about the external Hamiltonians, P -> R P, one rotation for each mode. Not
 * thread-safe: it may own arrays to work in.
 */
interface Precession {
    /** Whether nothing precesses. */
    boolean isNone();

    /**
     * Turns the harmonics n and -n of all modes of a block in their rows.
     *
     * @param re real parts of the families, [family][row][lane], changed
     * @param im imaginary parts, changed
     * @param row where n stands
     * @param opposite where -n stands; the same row for n = 0
     * @param sign 1 to turn forward, -1 to turn back
     */
    void turn(double[][][] re, double[][][] im, int row, int opposite, int sign);
}
