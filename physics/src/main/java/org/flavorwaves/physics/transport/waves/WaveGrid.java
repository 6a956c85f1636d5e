package org.flavorwaves.physics.transport.waves;

/**
 * Equal cells of wave numbers along the axis of a stream, and what waves grow from.
 *
 * @param from lowest wave number, in the units of the potentials
 * @param to highest wave number
 * @param count number of cells
 * @param seed where waves begin, in the meaning that start has
 * @param start what the seed is
 * @param shifted whether wave numbers are shifted ones k = K + D^1 of a uniform medium; else physical ones, which waves
 *            keep as the medium changes
 */
public record WaveGrid(double from, double to, int count, double seed, Start start, boolean shifted) {

    /** What waves grow from. */
    public enum Start {
        /** Noise of all polarizations, &lt;|P_{i,K}|^2&gt;/P_i^2 for each transverse component of each mode and dK. */
        NOISE,
        /** Quanta: the intensity |A|^2 of the flavor field per dK, which every growing wave has at least. */
        QUANTA
    }

    /**
     * Checks the numbers.
     *
     * @param from lowest wave number, in the units of the potentials
     * @param to highest wave number
     * @param count number of cells
     * @param seed where waves begin, in the meaning that start has
     * @param start what the seed is
     * @param shifted whether wave numbers are shifted ones
     * @throws IllegalArgumentException if the range is empty, there is no cell, or nothing is sown
     */
    public WaveGrid {
        if (!(to > from) || Double.isInfinite(to - from) || count < 1) {
            throw new IllegalArgumentException("Wave numbers need a range and at least one cell, not " + count
                + " cells from " + from + " to " + to + ".");
        }
        if (!(seed > 0 && seed < 1)) {
            throw new IllegalArgumentException("Waves grow from a noise between 0 and 1, not " + seed + ".");
        }
    }

    /**
     * Physical wave numbers and noise.
     *
     * @param from lowest wave number K, in the units of the potentials
     * @param to highest wave number
     * @param count number of cells
     * @param seed intensity of the noise of all polarizations
     * @throws IllegalArgumentException if the range is empty, there is no cell, or nothing is sown
     */
    public WaveGrid(final double from, final double to, final int count, final double seed) {
        this(from, to, count, seed, Start.NOISE, false);
    }

    /**
     * Width of the cells.
     *
     * @return dK
     */
    public double width() {
        return (to - from) / count;
    }

    /**
     * The centre of a cell.
     *
     * @param m index of the cell
     * @return the wave number
     */
    public double centre(final int m) {
        return from + (m + 0.5) * width();
    }

    /**
     * A face between cells.
     *
     * @param m index of the cell above it, or the number of cells for the last face
     * @return the wave number
     */
    public double face(final int m) {
        return from + m * width();
    }
}
