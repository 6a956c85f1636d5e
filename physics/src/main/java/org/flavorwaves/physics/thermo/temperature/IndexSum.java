package org.flavorwaves.physics.thermo.temperature;

/**
 * A check on whether solutions are missing. S + 2 beta U, with the channels that oppose order solved for, is a smooth
 * function on the space of the others that falls without bound in all directions. By Morse theory its stationary points
 * obey
 *
 * <pre>sum over them of (-1)^(number of unstable directions) = 1,</pre>
 *
 * <p>where a circle of solutions counts 0, a sphere of solutions along one axis 2, and rotations of a solution that is
 * not along one axis 0. A list of solutions with another sum is incomplete; one with this sum may be complete.
 */
final class IndexSum {
    private int m_sum;

    private boolean m_regular = true;

    /**
     * Adds a solution.
     *
     * @param family its symmetric copies
     * @param onOneAxis whether all its collective numbers lie along one axis of flavor space
     * @param unstable number of unstable directions
     * @param neutral number of neutral directions
     */
    void add(final SymmetryFamily family, final boolean onOneAxis, final int unstable, final int neutral) {
        final int copies = switch (family) {
            case SINGLE -> 1;
            case MIRROR_PAIR -> 2;
            case CIRCLE -> 0;
            case SPHERE -> onOneAxis ? 2 : 0;
        };
        final int dimension = switch (family) {
            case SINGLE, MIRROR_PAIR -> 0;
            case CIRCLE -> 1;
            case SPHERE -> onOneAxis ? 2 : 3;
        };
        m_sum += unstable % 2 == 0 ? copies : -copies;
        m_regular &= neutral == dimension;
    }

    /** Whether the sum proves that solutions are missing; not if one is degenerate. */
    boolean provesIncomplete() {
        return m_regular && m_sum != 1;
    }
}
