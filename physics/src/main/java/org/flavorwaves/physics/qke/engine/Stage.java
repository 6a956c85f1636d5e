package org.flavorwaves.physics.qke.engine;

/** The harmonics of a block at which the right-hand side is wanted. */
@FunctionalInterface
interface Stage {
    /**
     * Gives some of them.
     *
     * @param block index of the block
     * @param from the first number
     * @param to the last number and 1
     * @param scratch where they can be computed
     * @return scratch, or another array that holds these numbers; not changed
     */
    double[] of(int block, int from, int to, double[] scratch);
}
