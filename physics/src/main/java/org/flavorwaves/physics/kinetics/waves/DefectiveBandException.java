package org.flavorwaves.physics.kinetics.waves;

/** A band of the box is too close to an exceptional point for an expansion in bands. */
public final class DefectiveBandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** The n of the wave. */
    private final int m_wave;

    /** Index of the band. */
    private final int m_band;

    /**
     * The failure of one band.
     *
     * @param wave n of the wave
     * @param band band index
     * @param condition condition number of the band
     * @param bound largest condition number that is accepted
     */
    public DefectiveBandException(final int wave, final int band, final double condition, final double bound) {
        super("Band " + band + " of wave n = " + wave + " has condition " + condition + ", above the bound " + bound
            + ": at an exceptional point waves cannot be expanded in bands. Change the box length or the state"
            + " slightly.");
        m_wave = wave;
        m_band = band;
    }

    /**
     * The wave.
     *
     * @return n, 1 to nMax
     */
    public int wave() {
        return m_wave;
    }

    /**
     * The band.
     *
     * @return band index, 0 to 3N - 1
     */
    public int band() {
        return m_band;
    }
}
