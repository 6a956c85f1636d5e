package org.flavorwaves.physics.qke.field;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.fft.LaneFft;

/**
 * Transforms the points of a box to harmonics and back. A harmonic and its opposite are in one section of the transform
 * or in two; these are a group, whose harmonics are wanted together. Immutable.
 */
public final class BoxFft {
    /** Columns that are worked on at once, if not more than so many rows. */
    private static final int SIDE = 4;

    private static final int SIDE_ROWS = 256;

    private final LaneFft m_fft;

    /** The row in which each kept harmonic stands. */
    private final int[] m_rows;

    /** The sections of each group, one or two. */
    private final int[][] m_sections;

    /** The kept harmonics of each group in the order of their rows, one of each opposite pair; without 0. */
    private final int[][] m_pairs;

    /** The place of each harmonic in the order of the groups, and where each group begins. */
    private final int[] m_slots;

    private final int[] m_first;

    /** The rows of each group in which no kept harmonic stands. */
    private final int[][] m_empty;

    /**
     * The transform of a box.
     *
     * @param grid the box
     */
    public BoxFft(final BoxGrid grid) {
        m_fft = new LaneFft(grid.points(0), grid.points(1), grid.points(2));
        final int harmonics = grid.harmonics();
        m_rows = IntStream.range(0, harmonics)
            .map(h -> m_fft.row(grid.harmonic(h, 0), grid.harmonic(h, 1), grid.harmonic(h, 2))).toArray();
        final int length = m_fft.columns();
        final int[] opposite = IntStream.range(0, grid.points() / length).toArray();
        final int[] harmonic = new int[grid.points()];
        Arrays.fill(harmonic, -1);
        for (int h = 0; h < harmonics; h++) {
            harmonic[m_rows[h]] = h;
            opposite[m_rows[h] / length] = m_rows[grid.opposite(h)] / length;
        }
        m_sections = IntStream.range(0, opposite.length).filter(s -> s <= opposite[s])
            .mapToObj(s -> IntStream.of(s, opposite[s]).distinct().toArray()).toArray(int[][]::new);
        m_pairs = new int[m_sections.length][];
        m_empty = new int[m_sections.length][];
        for (int g = 0; g < m_sections.length; g++) {
            final int first = m_sections[g][0] * length;
            m_pairs[g] = IntStream.range(first, first + length).map(row -> harmonic[row]).filter(h -> h > 0)
                .map(h -> h - (h + 1) % 2).distinct().toArray();
            m_empty[g] = Arrays.stream(m_sections[g]).flatMap(s -> IntStream.range(s * length, (s + 1) * length))
                .filter(row -> harmonic[row] < 0).toArray();
        }
        m_slots = new int[harmonics];
        m_first = new int[m_pairs.length + 1];
        int next = 1;
        for (int g = 0; g < m_pairs.length; g++) {
            for (final int h : m_pairs[g]) {
                m_slots[h] = next++;
                m_slots[h + 1] = next++;
            }
            m_first[g + 1] = next;
        }
    }

    /**
     * The row of a kept harmonic.
     *
     * @param h index of the harmonic
     * @return where it stands
     */
    public int row(final int h) {
        return m_rows[h];
    }

    /**
     * The number of groups. The harmonic 0 is in the first.
     *
     * @return at least 1
     */
    public int groups() {
        return m_sections.length;
    }

    /**
     * The harmonics of a group but 0: h, and h + 1, which is its opposite.
     *
     * @param group index of the group
     * @return each h, in the order of the rows; not to be changed
     */
    public int[] pairs(final int group) {
        return m_pairs[group];
    }

    /**
     * An order of the harmonics: 0, and then the pairs of each group in turn.
     *
     * @return the place of each harmonic; not to be changed
     */
    public int[] slots() {
        return m_slots;
    }

    /**
     * Where the harmonics of a group begin in this order.
     *
     * @param group index of the group, or the number of groups for the end
     * @return the first place
     */
    public int firstSlot(final int group) {
        return m_first[group];
    }

    /**
     * The number of columns ({@link LaneFft}): column p has the points p, p + columns, ...
     *
     * @return at least 1
     */
    public int columns() {
        return m_fft.columns();
    }

    /**
     * The number of columns that should be worked on at once. Their rows lie side by side, which the memory gives
     * faster than single rows, and stay in the cache.
     *
     * @param fields number of sets of rows that are worked on together
     * @return at least 1
     */
    public int columnsAtOnce(final int fields) {
        return Math.max(1, Math.min(SIDE, SIDE_ROWS / (m_fft.sections() * fields)));
    }

    /**
     * Values at the points to harmonics times the number of points, in place.
     *
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void toHarmonics(final double[][] re, final double[][] im, final int lanes) {
        m_fft.toHarmonics(re, im, lanes);
    }

    /**
     * The part of {@link #toHarmonics} that couples the points of columns.
     *
     * @param from the first column
     * @param to the last column and 1
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void splitColumns(final int from, final int to, final double[][] re, final double[][] im, final int lanes) {
        m_fft.splitColumns(from, to, re, im, lanes);
    }

    /**
     * The part of {@link #toHarmonics} after all columns that makes the harmonics of a group.
     *
     * @param group index of the group
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void splitGroup(final int group, final double[][] re, final double[][] im, final int lanes) {
        for (final int section : m_sections[group]) {
            m_fft.splitSection(section, re, im, lanes);
        }
    }

    /**
     * Harmonics to values at the points, in place. Rows of harmonics that are not kept are taken for zero.
     *
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void toPoints(final double[][] re, final double[][] im, final int lanes) {
        for (int g = 0; g < groups(); g++) {
            clearOthers(g, re, im);
        }
        m_fft.toPoints(re, im, lanes);
    }

    private void clearOthers(final int group, final double[][] re, final double[][] im) {
        for (final int row : m_empty[group]) {
            Arrays.fill(re[row], 0);
            Arrays.fill(im[row], 0);
        }
    }

    /**
     * The part of {@link #toPoints} that takes the harmonics of a group.
     *
     * @param group index of the group
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void joinGroup(final int group, final double[][] re, final double[][] im, final int lanes) {
        clearOthers(group, re, im);
        for (final int section : m_sections[group]) {
            m_fft.joinSection(section, re, im, lanes);
        }
    }

    /**
     * The part of {@link #toPoints} after all groups that makes the points of columns.
     *
     * @param from the first column
     * @param to the last column and 1
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void joinColumns(final int from, final int to, final double[][] re, final double[][] im, final int lanes) {
        m_fft.joinColumns(from, to, re, im, lanes);
    }
}
