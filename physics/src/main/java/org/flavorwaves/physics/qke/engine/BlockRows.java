package org.flavorwaves.physics.qke.engine;

import java.util.Arrays;

import org.flavorwaves.physics.qke.field.BoxFft;
import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * The fields of a block in the rows of the transform, a point or a harmonic a row, which holds the lanes of all
 * families one after the other: long rows are what the vector units want.
 */
final class BlockRows {
    private final BoxGrid m_grid;

    private final BoxFft m_fft;

    private final BlockLayout m_layout;

    private final FieldPacking m_packing;

    private final int m_lanes;

    private final int m_width;

    /** Real and imaginary parts, [row][column]. */
    private final double[][] m_re;

    private final double[][] m_im;

    /** Which mode of a lane each family is of; -1 for one of both, which come last. */
    private final int[] m_owners;

    /** Where families of one mode a lane end and those of two begin. */
    private final int m_own;

    private final int[] m_numbers;

    /** Phases by lane, and by column those of the modes j of all rows and of the modes B + j of the last. */
    private final double[] m_cos;

    private final double[] m_sin;

    private final double[][] m_first;

    private final double[][] m_second;

    /** Scratch for components of a mode a lane at a harmonic, [component][real or imaginary part][lane]. */
    private final double[][][] m_parts;

    /** New rows. */
    BlockRows(final BoxGrid grid, final BoxFft fft, final BlockLayout layout) {
        this(grid, fft, layout, new double[grid.points()][], new double[grid.points()][]);
        for (int row = 0; row < m_re.length; row++) {
            m_re[row] = new double[m_first[0].length];
            m_im[row] = new double[m_first[0].length];
        }
    }

    private BlockRows(final BoxGrid grid, final BoxFft fft, final BlockLayout layout, final double[][] re,
        final double[][] im) {
        m_grid = grid;
        m_fft = fft;
        m_layout = layout;
        m_packing = layout.packing();
        m_lanes = layout.lanes();
        m_width = layout.width();
        m_re = re;
        m_im = im;
        final int padded = padded(m_width);
        m_owners = new int[m_packing.families()];
        Arrays.setAll(m_owners, m_packing::owner);
        m_own = m_lanes * (int) Arrays.stream(m_owners).takeWhile(owner -> owner >= 0).count();
        m_numbers = new int[3 * grid.harmonics()];
        for (int c = 0; c < m_numbers.length; c++) {
            m_numbers[c] = grid.harmonic(c / 3, c % 3);
        }
        m_cos = new double[2 * m_lanes];
        m_sin = new double[2 * m_lanes];
        m_first = new double[2][padded];
        m_second = new double[2][padded];
        m_parts = new double[m_packing.components() + 1][2][m_lanes];
    }

    /** The same rows for another thread. */
    BlockRows shared() {
        return new BlockRows(m_grid, m_fft, m_layout, m_re, m_im);
    }

    /** A length with which arrays that are made one after the other are aligned alike for vectors of 32 bytes. */
    private static int padded(final int width) {
        return (width + 1) / 4 * 4 + 2;
    }

    double[][] re() {
        return m_re;
    }

    double[][] im() {
        return m_im;
    }

    /** Scratch for components of a mode a lane at a harmonic and one more, [component][real, imaginary part][lane]. */
    double[][][] parts() {
        return m_parts;
    }

    /** The number of columns that are used. */
    int width() {
        return m_width;
    }

    /** Where the lanes of a family begin. */
    int column(final int family) {
        return family * m_lanes;
    }

    /** Copies a component of the modes j (0) or B + j (1) at a point to values from an index on. */
    void take(final int point, final int second, final int component, final double[] values, final int at) {
        System.arraycopy(part(second, component)[point], column(m_packing.family(second, component)), values, at,
            m_lanes);
    }

    /** Copies it back. */
    void give(final int point, final int second, final int component, final double[] values, final int at) {
        System.arraycopy(values, at, part(second, component)[point], column(m_packing.family(second, component)),
            m_lanes);
    }

    private double[][] part(final int second, final int component) {
        return m_packing.part(second, component) == 0 ? m_re : m_im;
    }

    /** The row of the mean that holds a component; fields are real, so that it is a part of its family. */
    double[] mean(final int second, final int component) {
        return part(second, component)[m_fft.row(0)];
    }

    /** The column there of its first mode. */
    int meanColumn(final int second, final int component) {
        return column(m_packing.family(second, component));
    }

    /** Copies a harmonic to its row. */
    void put(final double[] y, final int h) {
        final int row = m_fft.row(h);
        System.arraycopy(y, m_layout.at(0, 0, h), m_re[row], 0, m_width);
        System.arraycopy(y, m_layout.at(0, 1, h), m_im[row], 0, m_width);
    }

    /** Copies a harmonic from its row. */
    void get(final double[] y, final int h) {
        final int row = m_fft.row(h);
        System.arraycopy(m_re[row], 0, y, m_layout.at(0, 0, h), m_width);
        System.arraycopy(m_im[row], 0, y, m_layout.at(0, 1, h), m_width);
    }

    /** Multiplies the mean by a factor. */
    void scaleMean(final double factor) {
        for (final double[][] part : new double[][][]{m_re, m_im}) {
            for (int c = 0; c < m_width; c++) {
                part[m_fft.row(0)][c] *= factor;
            }
        }
    }

    /** Takes the rows of a group on their way to points; those of harmonics that are not kept are cleared. */
    void joinGroup(final int group) {
        m_fft.joinGroup(group, m_re, m_im, m_re[0].length);
    }

    /** Makes the points of columns. */
    void joinColumns(final int from, final int to) {
        m_fft.joinColumns(from, to, m_re, m_im, m_re[0].length);
    }

    /** Takes the points of columns on their way to harmonics. */
    void splitColumns(final int from, final int to) {
        m_fft.splitColumns(from, to, m_re, m_im, m_re[0].length);
    }

    /** Makes the rows of the harmonics of a group, times the number of points. */
    void splitGroup(final int group) {
        m_fft.splitGroup(group, m_re, m_im, m_re[0].length);
    }

    /** Lets the harmonics h and g, which is the opposite, precess forward or back. */
    void precess(final Phases phases, final int h, final int g, final int sign) {
        if (!phases.precession().isNone()) {
            phases.precession().turn(this, m_fft.row(h), m_fft.row(g), sign);
        }
    }

    /** Multiplies the harmonics h and h + 1, which is the opposite, by factor exp(sign (i k.v + kappa) tau). */
    void turn(final Phases phases, final int h, final int sign, final double factor) {
        phases.write(m_numbers, 3 * h, factor, m_cos, m_sin);
        if (!phases.relaxation().isNone()) {
            phases.relaxation().scale(m_cos, m_sin, sign < 0);
        }
        for (int f = 0; f < m_owners.length; f++) {
            copyPhases(Math.max(0, m_owners[f]), f, m_first);
            if (m_owners[f] < 0) {
                copyPhases(1, f, m_second);
            }
        }
        final int plus = m_fft.row(sign > 0 ? h : h + 1);
        final int minus = m_fft.row(sign > 0 ? h + 1 : h);
        turnOpposite(plus, minus);
        if (m_own < m_width) {
            separate(plus, minus);
            turn(plus, m_first);
            turn(minus, m_second);
            unite(plus, minus);
        }
    }

    private void copyPhases(final int owner, final int family, final double[][] to) {
        System.arraycopy(m_cos, owner * m_lanes, to[0], column(family), m_lanes);
        System.arraycopy(m_sin, owner * m_lanes, to[1], column(family), m_lanes);
    }

    /** One row of the families of one mode by the phase, another by the opposite one. */
    private void turnOpposite(final int plus, final int minus) {
        final double[] x = m_re[plus];
        final double[] y = m_im[plus];
        final double[] u = m_re[minus];
        final double[] v = m_im[minus];
        final double[] cos = m_first[0];
        final double[] sin = m_first[1];
        for (int j = 0; j < m_own; j++) {
            final double a = x[j];
            final double b = y[j];
            final double c = u[j];
            final double d = v[j];
            final double p = cos[j];
            final double q = sin[j];
            v[j] = d * p - c * q;
            u[j] = c * p + d * q;
            y[j] = a * q + b * p;
            x[j] = a * p - b * q;
        }
    }

    private void turn(final int row, final double[][] phase) {
        final double[] x = m_re[row];
        final double[] y = m_im[row];
        final double[] cos = phase[0];
        final double[] sin = phase[1];
        for (int j = m_own; j < m_width; j++) {
            final double a = x[j];
            final double b = y[j];
            final double p = cos[j];
            final double q = sin[j];
            y[j] = a * q + b * p;
            x[j] = a * p - b * q;
        }
    }

    /** a_n + i b_n and a_-n + i b_-n to a_n and b_n, where a and b are real fields with velocities of their own. */
    private void separate(final int n, final int opposite) {
        final double[] x = m_re[n];
        final double[] y = m_im[n];
        final double[] u = m_re[opposite];
        final double[] v = m_im[opposite];
        for (int j = m_own; j < m_width; j++) {
            final double a = x[j];
            final double b = y[j];
            final double c = u[j];
            final double d = v[j];
            v[j] = 0.5 * (c - a);
            u[j] = 0.5 * (b + d);
            y[j] = 0.5 * (b - d);
            x[j] = 0.5 * (a + c);
        }
    }

    /** Puts them together again. */
    private void unite(final int n, final int opposite) {
        final double[] x = m_re[n];
        final double[] y = m_im[n];
        final double[] u = m_re[opposite];
        final double[] v = m_im[opposite];
        for (int j = m_own; j < m_width; j++) {
            final double a = x[j];
            final double b = y[j];
            final double c = u[j];
            final double d = v[j];
            v[j] = c - b;
            u[j] = a + d;
            y[j] = b + c;
            x[j] = a - d;
        }
    }
}
