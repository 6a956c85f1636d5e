package org.flavorwaves.physics.transport.waves;

/**
 * Equal cells of physical wave numbers along the axis of a stream, and the noise that enters them.
 *
 * @param from lowest wave number K, in the units of the potentials
 * @param to highest wave number
 * @param count number of cells
 * @param seed intensity of the noise, &lt;|P_{i,K}|^2&gt;/P_i^2 for each transverse component of each mode and dK
 */
public record WaveGrid(double from, double to, int count, double seed) {

    /**
     * Checks the numbers.
     *
     * @param from lowest wave number K, in the units of the potentials
     * @param to highest wave number
     * @param count number of cells
     * @param seed intensity of the noise, &lt;|P_{i,K}|^2&gt;/P_i^2 for each transverse component of each mode and dK
     * @throws IllegalArgumentException if the range is empty, there are fewer than two cells, or nothing is sown
     */
    public WaveGrid {
        if (!(to > from) || Double.isInfinite(to - from) || count < 2) {
            throw new IllegalArgumentException("Wave numbers need a range and at least two cells, not " + count
                + " cells from " + from + " to " + to + ".");
        }
        if (!(seed > 0 && seed < 1)) {
            throw new IllegalArgumentException("Waves grow from a noise between 0 and 1, not " + seed + ".");
        }
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
     * @return K
     */
    public double centre(final int m) {
        return from + (m + 0.5) * width();
    }

    /**
     * A face between cells.
     *
     * @param m index of the cell above it, or the number of cells for the last face
     * @return K
     */
    public double face(final int m) {
        return from + m * width();
    }
}
