package org.flavorwaves.physics.qke.field;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.flavorwaves.physics.numerics.fft.LaneFft;

/** Transforms the points of a box to harmonics and back, axis by axis. Immutable. */
public final class BoxFft {
    private final int[] m_points;

    private final LaneFft[] m_axes;

    /** The row in which each kept harmonic stands. */
    private final int[] m_rows;

    /** The rows in which no kept harmonic stands. */
    private final int[] m_empty;

    /**
     * The transform of a box.
     *
     * @param grid the box
     */
    public BoxFft(final BoxGrid grid) {
        m_points = new int[]{grid.points(0), grid.points(1), grid.points(2)};
        m_axes = new LaneFft[]{new LaneFft(m_points[0]), new LaneFft(m_points[1]), new LaneFft(m_points[2])};
        m_rows = new int[grid.harmonics()];
        for (int h = 0; h < m_rows.length; h++) {
            m_rows[h] = (m_axes[0].position(grid.harmonic(h, 0)) * m_points[1]
                + m_axes[1].position(grid.harmonic(h, 1))) * m_points[2] + m_axes[2].position(grid.harmonic(h, 2));
        }
        m_empty = empty(grid.points());
    }

    private int[] empty(final int points) {
        final boolean[] kept = new boolean[points];
        for (final int row : m_rows) {
            kept[row] = true;
        }
        return IntStream.range(0, points).filter(row -> !kept[row]).toArray();
    }

    /**
     * Sets the rows of harmonics that are not kept to zero.
     *
     * @param re real parts, a row a point
     * @param im imaginary parts
     */
    public void clearOthers(final double[][] re, final double[][] im) {
        for (final int row : m_empty) {
            Arrays.fill(re[row], 0);
            Arrays.fill(im[row], 0);
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
     * Values at the points to harmonics times the number of points, in place.
     *
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void toHarmonics(final double[][] re, final double[][] im, final int lanes) {
        for (int axis = 0; axis < 3; axis++) {
            transform(axis, true, re, im, lanes);
        }
    }

    /**
     * Harmonics to values at the points, in place.
     *
     * @param re real parts, a row a point
     * @param im imaginary parts
     * @param lanes number of components in a row
     */
    public void toPoints(final double[][] re, final double[][] im, final int lanes) {
        for (int axis = 0; axis < 3; axis++) {
            transform(axis, false, re, im, lanes);
        }
    }

    private void transform(final int axis, final boolean toHarmonics, final double[][] re, final double[][] im,
        final int lanes) {
        if (m_points[axis] == 1) {
            return;
        }
        int stride = 1;
        for (int a = axis + 1; a < 3; a++) {
            stride *= m_points[a];
        }
        final int block = stride * m_points[axis];
        for (int from = 0; from < re.length; from += block) {
            for (int base = from; base < from + stride; base++) {
                if (toHarmonics) {
                    m_axes[axis].toHarmonics(re, im, base, stride, lanes);
                } else {
                    m_axes[axis].toPoints(re, im, base, stride, lanes);
                }
            }
        }
    }
}
