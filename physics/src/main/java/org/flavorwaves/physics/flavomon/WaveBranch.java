package org.flavorwaves.physics.flavomon;

import java.util.List;


/** The branches on which modes of a given phase velocity lie. */
public enum WaveBranch {
    /** Longitudinal, the upper of two wave numbers. */
    LONGITUDINAL_UPPER(1, Sector.LONGITUDINAL),

    /** Longitudinal, the lower of two wave numbers. */
    LONGITUDINAL_LOWER(-1, Sector.LONGITUDINAL),

    /** Transverse, two polarizations together. */
    TRANSVERSE(0, Sector.TRANSVERSE),

    /** Longitudinal at complex frequency, where the two branches are not told apart. */
    LONGITUDINAL(0, Sector.LONGITUDINAL);

    /** The branches of real phase velocity. */
    public static final List<WaveBranch> ON_RAYS = List.of(LONGITUDINAL_UPPER, LONGITUDINAL_LOWER, TRANSVERSE);

    private final int m_side;

    private final Sector m_sector;

    WaveBranch(final int side, final Sector sector) {
        m_side = side;
        m_sector = sector;
    }

    /** The sign of the square root. */
    int side() {
        return m_side;
    }

    /**
     * How many waves of equal frequency and number of quanta the branch stands for.
     *
     * @return 2 polarizations of transverse waves, 1 otherwise
     */
    public int polarizations() {
        return m_sector == Sector.TRANSVERSE ? 2 : 1;
    }

    /**
     * The sector of the branch.
     *
     * @return longitudinal or transverse
     */
    public Sector sector() {
        return m_sector;
    }
}
