package org.flavorwaves.physics.linear;

/** The dense eigensolver did not find all bands of a block. */
public final class BandsNotConvergedException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /** Number of bands wanted. */
    private final int m_size;

    /** Number of bands that were not found. */
    private final int m_missing;

    /**
     * The failure of one block.
     *
     * @param size size of the block
     * @param missing number of bands that were not found
     */
    public BandsNotConvergedException(final int size, final int missing) {
        super("The QR iteration found " + (size - missing) + " of the " + size + " bands of a block and then stopped"
            + " making progress; change k slightly or scale the state to weights of order 1.");
        m_size = size;
        m_missing = missing;
    }

    /**
     * The size of the block.
     *
     * @return number of bands wanted
     */
    public int size() {
        return m_size;
    }

    /**
     * The bands that were not found.
     *
     * @return a number above 0
     */
    public int missing() {
        return m_missing;
    }
}
