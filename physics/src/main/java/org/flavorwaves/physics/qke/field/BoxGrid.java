package org.flavorwaves.physics.qke.field;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.fft.LaneFft;
import org.flavorwaves.physics.state.WaveVector;

/**
 * A periodic box with 1 to 3 axes: equally spaced points, and the harmonics exp(i k_n.r), k_n = 2 pi (n_x/L_x, n_y/L_y,
 * n_z/L_z), that are kept. By the 2/3 rule these are |n| &lt;= (points - 1)/3 on each axis: the product of two fields
 * then falls on kept harmonics without aliasing, and what it makes outside of them is dropped. An axis with one point
 * is one along which nothing varies. Immutable.
 *
 * <p>Harmonics are numbered 0 for n = 0, then in pairs: 2p - 1 for n and 2p for -n.
 */
public final class BoxGrid {
    /** The shortest length: its wave numbers and their squares are finite. */
    public static final double SHORTEST = 1e-100;

    private final double[] m_lengths;

    private final int[] m_points;

    private final int[] m_cutoffs;

    /** n_x, n_y, n_z of each harmonic. */
    private final int[] m_harmonics;

    private final int[] m_index;

    /**
     * A box.
     *
     * @param lengths L_x, L_y, L_z, positive, in the inverse unit of the potentials
     * @param points number of points along each axis: a product of 2, 3 and 5; 1 for an axis along which nothing varies
     * @throws IllegalArgumentException if a length is not positive or a number of points is not such a product
     */
    public BoxGrid(final double[] lengths, final int[] points) {
        this(lengths, points, Integer.MAX_VALUE);
    }

    private BoxGrid(final double[] lengths, final int[] points, final int largest) {
        check(lengths, points);
        m_lengths = lengths.clone();
        m_points = points.clone();
        m_cutoffs = new int[3];
        for (int a = 0; a < 3; a++) {
            m_cutoffs[a] = Math.min(largest, cutoffOf(points[a]));
        }
        m_index = new int[span(0) * span(1) * span(2)];
        m_harmonics = new int[3 * m_index.length];
        number();
    }

    /**
     * A box that varies along one axis.
     *
     * @param axis 0, 1, 2 for x, y, z
     * @param length L, in the inverse unit of the potentials
     * @param points number of points, a product of 2, 3 and 5
     * @return the box
     */
    public static BoxGrid line(final int axis, final double length, final int points) {
        final double[] lengths = {length, length, length};
        final int[] counts = {1, 1, 1};
        counts[axis] = points;
        return new BoxGrid(lengths, counts);
    }

    /**
     * A box that varies along one axis and keeps given harmonics, with the fewest points for them.
     *
     * @param axis 0, 1, 2 for x, y, z
     * @param length L, in the inverse unit of the potentials
     * @param largest the largest |n| that is kept, at least 1
     * @return the box
     */
    public static BoxGrid ofHarmonics(final int axis, final double length, final int largest) {
        final double[] lengths = {length, length, length};
        final int[] counts = {1, 1, 1};
        counts[axis] = LaneFft.sizeFrom(Math.addExact(Math.multiplyExact(3, largest), 1));
        return new BoxGrid(lengths, counts, largest);
    }

    /**
     * Checks the numbers of a box without making it.
     *
     * @param lengths as for the constructor
     * @param points as for the constructor
     * @throws IllegalArgumentException as the constructor
     */
    public static void check(final double[] lengths, final int[] points) {
        if (lengths.length != 3 || points.length != 3) {
            throw new IllegalArgumentException("A box has 3 lengths and 3 numbers of points, not " + lengths.length
                + " and " + points.length + ".");
        }
        long product = 1;
        for (int a = 0; a < 3; a++) {
            if (!(lengths[a] >= SHORTEST) || Double.isInfinite(lengths[a])) {
                throw new IllegalArgumentException("The length of the box along " + "xyz".charAt(a)
                    + " must be finite and at least " + SHORTEST + " but is " + lengths[a] + ".");
            }
            if (points[a] < 1) {
                throw new IllegalArgumentException("The number of points along " + "xyz".charAt(a)
                    + " must be at least 1 but is " + points[a] + ".");
            }
            LaneFft.requireSize(points[a]);
            product *= points[a];
            if (product > Integer.MAX_VALUE / 8) {
                throw new IllegalArgumentException("A box of " + points[0] + " x " + points[1] + " x " + points[2]
                    + " points is too large; at most " + Integer.MAX_VALUE / 8 + " are possible.");
            }
        }
    }

    /**
     * The largest harmonic that is kept of a number of points.
     *
     * @param points number of points along an axis
     * @return (points - 1)/3, rounded down
     */
    public static int cutoffOf(final int points) {
        return (points - 1) / 3;
    }

    private int span(final int axis) {
        return 2 * m_cutoffs[axis] + 1;
    }

    private void number() {
        final int half = m_index.length / 2;
        Arrays.fill(m_index, -1);
        m_index[half] = 0;
        int next = 1;
        for (int slot = half + 1; slot < m_index.length; slot++) {
            final int rest = slot % (span(1) * span(2));
            final int[] n = {slot / (span(1) * span(2)) - m_cutoffs[0], rest / span(2) - m_cutoffs[1],
                rest % span(2) - m_cutoffs[2]};
            for (int a = 0; a < 3; a++) {
                m_harmonics[3 * next + a] = n[a];
                m_harmonics[3 * next + 3 + a] = -n[a];
            }
            m_index[slot] = next;
            m_index[m_index.length - 1 - slot] = next + 1;
            next += 2;
        }
    }

    /**
     * The length of the box.
     *
     * @param axis 0, 1, 2 for x, y, z
     * @return L along it
     */
    public double length(final int axis) {
        return m_lengths[axis];
    }

    /**
     * The number of points along an axis.
     *
     * @param axis 0, 1, 2 for x, y, z
     * @return at least 1
     */
    public int points(final int axis) {
        return m_points[axis];
    }

    /**
     * The number of points of the box.
     *
     * @return product over the axes
     */
    public int points() {
        return m_points[0] * m_points[1] * m_points[2];
    }

    /**
     * The coordinate of a point.
     *
     * @param point index (i_x points_y + i_y) points_z + i_z
     * @param axis 0, 1, 2 for x, y, z
     * @return coordinate from 0 to L
     */
    public double coordinate(final int point, final int axis) {
        final int[] i = {point / (m_points[1] * m_points[2]), point / m_points[2] % m_points[1], point % m_points[2]};
        return m_lengths[axis] * i[axis] / m_points[axis];
    }

    /**
     * The number of axes along which the box varies.
     *
     * @return 0 to 3
     */
    public int dimension() {
        int count = 0;
        for (final int points : m_points) {
            count += points > 1 ? 1 : 0;
        }
        return count;
    }

    /**
     * The largest harmonic kept on an axis.
     *
     * @param axis 0, 1, 2 for x, y, z
     * @return (points - 1)/3, rounded down
     */
    public int cutoff(final int axis) {
        return m_cutoffs[axis];
    }

    /**
     * The number of harmonics kept, n = 0 and both signs included.
     *
     * @return an odd number
     */
    public int harmonics() {
        return m_index.length;
    }

    /**
     * A harmonic by its index.
     *
     * @param h index, 0 to harmonics() - 1
     * @param axis 0, 1, 2 for x, y, z
     * @return n along the axis
     */
    public int harmonic(final int h, final int axis) {
        return m_harmonics[3 * h + axis];
    }

    /**
     * The index of a harmonic.
     *
     * @param nx n along x
     * @param ny n along y
     * @param nz n along z
     * @return its index
     * @throws IllegalArgumentException if it is not kept
     */
    public int index(final int nx, final int ny, final int nz) {
        final int[] n = {nx, ny, nz};
        int slot = 0;
        for (int a = 0; a < 3; a++) {
            if (Math.abs(n[a]) > m_cutoffs[a]) {
                throw new IllegalArgumentException("Harmonic " + n[a] + " along " + "xyz".charAt(a)
                    + " is beyond the largest one kept, " + m_cutoffs[a] + " of " + m_points[a] + " points.");
            }
            slot = slot * span(a) + n[a] + m_cutoffs[a];
        }
        return m_index[slot];
    }

    /**
     * The index of the opposite harmonic.
     *
     * @param h index of n
     * @return index of -n
     */
    public int opposite(final int h) {
        if (h == 0) {
            return 0;
        }
        return h % 2 == 1 ? h + 1 : h - 1;
    }

    /**
     * The wave vector of a harmonic.
     *
     * @param h index
     * @return k_n
     */
    public WaveVector waveVector(final int h) {
        return new WaveVector(wave(h, 0), wave(h, 1), wave(h, 2));
    }

    private double wave(final int h, final int axis) {
        return 2 * Math.PI * harmonic(h, axis) / m_lengths[axis];
    }
}
