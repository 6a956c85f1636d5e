package org.flavorwaves.physics.qke.engine;

/**
 * The exact precession of a time interval about the external Hamiltonians, P -> R P, one rotation for each mode. Not
 * thread-safe: it may own arrays to work in.
 */
interface Precession {
    /** Whether nothing precesses. */
    boolean isNone();

    /**
     * Turns the harmonics n and -n of all modes of a block.
     *
     * @param rows the rows of the block, changed
     * @param row where n stands
     * @param opposite where -n stands; the same row for n = 0
     * @param sign 1 to turn forward, -1 to turn back
     */
    void turn(BlockRows rows, int row, int opposite, int sign);
}
