package org.flavorwaves.physics.flavomon.kinetics;

/**
 * The physical wave numbers K along the axis that carry flavomons. K is conserved while the shift k - K = D^z changes
 * with the medium, so K is what labels a mode. Immutable.
 *
 * <p>The sum over K is the one-dimensional sum_K = measure times integral dK/(2 pi), where measure is one over the area
 * across the axis that belongs to one state of each K (times sqrt(2) G_F, so that sums come out as potentials): in a
 * box of cross-section A only one transverse state is counted, and measure = sqrt(2) G_F/A.
 */
public final class WaveNumberGrid {
    private final double[] m_waveNumber;

    private final double[] m_width;

    private final double m_measure;

    private WaveNumberGrid(final double[] waveNumber, final double[] width, final double measure) {
        if (!(measure > 0) || Double.isInfinite(measure)) {
            throw new IllegalArgumentException("The measure of the sum over K must be positive but is " + measure
                + ".");
        }
        m_waveNumber = waveNumber;
        m_width = width;
        m_measure = measure;
    }

    /**
     * Equal cells.
     *
     * @param from lower end of the first cell, a physical wave number K in the unit of the potentials
     * @param to upper end of the last cell
     * @param count number of cells, at least 1; their midpoints are the K of the modes
     * @param measure density of states, dimensionless in units of the potentials
     * @return the grid
     * @throws IllegalArgumentException if the range is empty or the count or measure not positive
     */
    public static WaveNumberGrid uniform(final double from, final double to, final int count, final double measure) {
        if (!(to > from) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("The range of wave numbers must not be empty: " + from + " to " + to
                + ".");
        }
        if (count < 1) {
            throw new IllegalArgumentException("There must be at least 1 wave number, not " + count + ".");
        }
        final double[] k = new double[count];
        final double[] widths = new double[count];
        for (int j = 0; j < count; j++) {
            k[j] = from + (to - from) * (j + 0.5) / count;
            widths[j] = (to - from) / count;
        }
        return new WaveNumberGrid(k, widths, measure);
    }

    /**
     * This grid and another one beyond it.
     *
     * @param other a grid of larger wave numbers and the same measure
     * @return both
     * @throws IllegalArgumentException if the grids overlap or their measures differ
     */
    public WaveNumberGrid and(final WaveNumberGrid other) {
        final int n = size();
        if (other.m_waveNumber[0] <= m_waveNumber[n - 1]) {
            throw new IllegalArgumentException("Ranges of wave numbers must rise: " + other.m_waveNumber[0]
                + " follows " + m_waveNumber[n - 1] + ".");
        }
        if (other.m_measure != m_measure) {
            throw new IllegalArgumentException("Ranges of wave numbers must have one measure: " + m_measure + " and "
                + other.m_measure + ".");
        }
        final double[] k = new double[n + other.size()];
        final double[] widths = new double[k.length];
        System.arraycopy(m_waveNumber, 0, k, 0, n);
        System.arraycopy(other.m_waveNumber, 0, k, n, other.size());
        System.arraycopy(m_width, 0, widths, 0, n);
        System.arraycopy(other.m_width, 0, widths, n, other.size());
        return new WaveNumberGrid(k, widths, m_measure);
    }

    /**
     * The number of wave numbers.
     *
     * @return at least 1
     */
    public int size() {
        return m_waveNumber.length;
    }

    /**
     * A wave number.
     *
     * @param j index
     * @return physical K, in the unit of the potentials
     */
    public double waveNumber(final int j) {
        return m_waveNumber[j];
    }

    /**
     * The width of a wave number's cell.
     *
     * @param j index
     * @return dK in the unit of the potentials
     */
    public double width(final int j) {
        return m_width[j];
    }

    /**
     * The density of quantum states that a wave number stands for.
     *
     * @param j index
     * @return measure dK/(2 pi), in the unit of the potentials
     */
    public double states(final int j) {
        return m_measure * m_width[j] / (2 * Math.PI);
    }
}
