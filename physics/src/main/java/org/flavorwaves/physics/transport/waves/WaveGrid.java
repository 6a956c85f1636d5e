package org.flavorwaves.physics.transport.waves;

import java.util.List;

import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;

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
    private static final double CENTRE = 1e-6;

    private static final double SYMMETRIC = 1e-9;

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
     * The cell of a wave number.
     *
     * @param k a wave number
     * @return index of the cell whose centre it is, but for rounding; -1 if it is none
     */
    public int index(final double k) {
        final int m = (int) Math.floor((k - from) / width());
        return m >= 0 && m < count && Math.abs(k - centre(m)) <= CENTRE * width() ? m : -1;
    }

    /**
     * Requires wave numbers that a mirror sends back to each other.
     *
     * @param setup the stream
     * @throws IllegalArgumentException if an end reflects and the range is not symmetric about 0
     */
    public void requireMirrored(final FlowSetup setup) {
        if (isMirrored(setup) && Math.abs(from + to) > SYMMETRIC * (to - from)) {
            throw new IllegalArgumentException("A mirror sends waves back with the opposite wave number, so the range"
                + " must be symmetric about 0, not from " + from + " to " + to + ".");
        }
    }

    /** Whether an end of a stream reflects. */
    static boolean isMirrored(final FlowSetup setup) {
        return setup.left() == FlowBoundary.REFLECTING || setup.right() == FlowBoundary.REFLECTING;
    }

    /**
     * Requires that waves with which a stream begins are those of this grid, each once, or that there are none.
     *
     * @param waves the waves
     * @param cells number of cells of the stream
     * @param slots number of branches of a wave number, from 0
     * @throws IllegalArgumentException if one is missing, given twice, or none of the grid; says which
     */
    public void requireAll(final List<Closure.WaveSample> waves, final int cells, final int slots) {
        final boolean[] known = new boolean[slots * count * cells];
        for (final Closure.WaveSample wave : waves) {
            final int m = index(wave.k());
            final boolean fits = m >= 0 && wave.cell() >= 0 && wave.cell() < cells && wave.branch() >= 0
                && wave.branch() < slots;
            final int at = fits ? slots * (count * wave.cell() + m) + wave.branch() : -1;
            if (!fits || known[at]) {
                throw new IllegalArgumentException("A wave of branch " + wave.branch() + " at k = " + wave.k()
                    + " in cell " + wave.cell() + (fits ? " is given twice." : " is none of the " + count
                    + " wave numbers from " + centre(0) + " to " + centre(count - 1) + ", " + slots
                    + " branches and " + cells + " cells that are followed."));
            }
            known[at] = true;
        }
        if (!waves.isEmpty() && waves.size() < known.length) {
            throw new IllegalArgumentException(waves.size() + " waves are given, but " + count + " wave numbers with "
                + slots + " branches in " + cells + " cells make " + known.length + ".");
        }
    }

    /** Requires the same, and intensities that are finite and not negative. */
    void require(final List<Closure.WaveSample> waves, final int cells, final int slots) {
        for (final Closure.WaveSample wave : waves) {
            if (wave.intensity() < 0 || Double.isInfinite(wave.intensity())) {
                throw new IllegalArgumentException("A wave of branch " + wave.branch() + " at k = " + wave.k()
                    + " in cell " + wave.cell() + " has the intensity " + wave.intensity() + "; it must be finite and"
                    + " not negative.");
            }
        }
        requireAll(waves, cells, slots);
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
