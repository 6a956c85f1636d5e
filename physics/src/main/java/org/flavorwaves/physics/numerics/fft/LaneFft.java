package org.flavorwaves.physics.numerics.fft;

import java.util.Arrays;

/**
 * Complex Fourier transforms of many fields at once: row p holds the values of all fields ("lanes") at point p, real
 * and imaginary parts in arrays of their own. Fields have one axis or more, of which the last runs fastest. In place,
 * mixed radix 4, 5, 3, 2, depth first so that the later passes stay in the cache; 5 n log2 n operations a lane.
 *
 * <pre>toHarmonics: c_n = sum_p x_p exp(-2 pi i n p/N),    toPoints: x_p = sum_n c_n exp(+2 pi i n p/N)</pre>
 *
 * <p>Harmonics are not in rising order: harmonic n is in row {@link #row}. Neither direction reorders, which a pair of
 * transforms with a product in between does not need. Immutable.
 *
 * <p>A transform may be made in parts, those of one kind at once in several threads, each row being visited twice. The
 * first levels couple the rows of a column, one in each section; the others are transforms of sections. Both are so
 * short that they stay in the cache with what is done to their points or harmonics. To harmonics it is
 * {@link #splitColumns} and {@link #splitSection}, to points {@link #joinSection} and {@link #joinColumns}.
 */
public final class LaneFft {
    /** Rows of a section at most, unless columns have as many: two with 98 lanes are 400 kB. */
    private static final int SECTION = 128;

    private final int[] m_sizes;

    /** The radices of all levels, those of the first axis first. */
    private final int[] m_radices;

    /** Rows in which one point of the axis of a level lies, by level. */
    private final int[] m_strides;

    /** Twiddle factors of each level: (radix - 1) pairs for each p. */
    private final double[][] m_twiddles;

    private final int m_rows;

    /** Levels within columns. */
    private final int m_outer;

    private final int m_section;

    /**
     * A transform.
     *
     * @param sizes number of points of each axis, products of 2, 3 and 5
     * @throws IllegalArgumentException if one has another prime factor
     */
    public LaneFft(final int... sizes) {
        m_sizes = sizes.clone();
        m_rows = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
        m_radices = Arrays.stream(sizes).flatMap(size -> Arrays.stream(radices(size))).toArray();
        m_strides = new int[m_radices.length];
        m_twiddles = new double[m_radices.length][];
        int level = 0;
        int stride = m_rows;
        for (final int size : sizes) {
            stride /= size;
            for (int n = size; n > 1; n /= m_radices[level++]) {
                m_strides[level] = stride;
                m_twiddles[level] = twiddles(n, m_radices[level]);
            }
        }
        int section = m_rows;
        int outer = 0;
        while (outer < m_radices.length && (outer == 0 || section > Math.max(SECTION, m_rows / section))) {
            section /= m_radices[outer++];
        }
        m_section = section;
        m_outer = outer;
    }

    /** Refuses numbers of points that have another prime factor than 2, 3 and 5. */
    public static void requireSize(final int size) {
        radices(size);
    }

    /**
     * The next number of points that can be transformed.
     *
     * @param least at least 1
     * @return the smallest product of 2, 3 and 5 that is not smaller
     */
    public static int sizeFrom(final int least) {
        int size = least;
        while (withoutFactors(size) != 1) {
            size++;
        }
        return size;
    }

    private static int withoutFactors(final int size) {
        int rest = size;
        for (final int prime : new int[]{2, 3, 5}) {
            while (rest % prime == 0) {
                rest /= prime;
            }
        }
        return rest;
    }

    private static int[] radices(final int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A Fourier transform needs at least 1 point, not " + size + ".");
        }
        final int[] found = new int[Integer.SIZE];
        int count = 0;
        int rest = size;
        for (final int radix : new int[]{4, 5, 3, 2}) {
            while (rest % radix == 0) {
                found[count++] = radix;
                rest /= radix;
            }
        }
        if (rest != 1) {
            throw new IllegalArgumentException("The number of points must be a product of 2, 3 and 5, but " + size
                + " has the factor " + rest + ".");
        }
        return Arrays.copyOf(found, count);
    }

    private static double[] twiddles(final int n, final int radix) {
        final int m = n / radix;
        final double[] table = new double[2 * m * (radix - 1)];
        int at = 0;
        for (int p = 0; p < m; p++) {
            for (int k = 1; k < radix; k++) {
                final double angle = -2 * Math.PI * ((long) p * k % n) / n;
                table[at++] = Math.cos(angle);
                table[at++] = Math.sin(angle);
            }
        }
        return table;
    }

    /**
     * The row of a harmonic.
     *
     * @param harmonic n along each axis, which may be negative
     * @return where it stands
     */
    public int row(final int... harmonic) {
        int row = 0;
        int rows = m_rows;
        int level = 0;
        for (int axis = 0; axis < m_sizes.length; axis++) {
            int rest = Math.floorMod(harmonic[axis], m_sizes[axis]);
            for (int n = m_sizes[axis]; n > 1; n /= m_radices[level++]) {
                rows /= m_radices[level];
                row += rest % m_radices[level] * rows;
                rest /= m_radices[level];
            }
        }
        return row;
    }

    /** The number of sections, which is that of the rows of a column. */
    public int sections() {
        return m_rows / m_section;
    }

    /**
     * The number of rows of a section, which is that of columns: section s has the rows from s times that on, and
     * column p has the p-th of each.
     */
    public int columns() {
        return m_section;
    }

    /** Points to harmonics, not normalised, in place. */
    public void toHarmonics(final double[][] re, final double[][] im, final int lanes) {
        new Part(re, im, lanes, 0, 1, 1, m_radices.length).split(0, m_rows, 0);
    }

    /** Harmonics to points, in place. */
    public void toPoints(final double[][] re, final double[][] im, final int lanes) {
        new Part(im, re, lanes, 0, 1, 1, m_radices.length).join(0, m_rows, 0);
    }

    /** The part of {@link #toHarmonics} that couples the rows of columns, from one to below another. */
    public void splitColumns(final int from, final int to, final double[][] re, final double[][] im,
        final int lanes) {
        new Part(re, im, lanes, from, to - from, m_section, m_outer).split(0, m_rows, 0);
    }

    /** The part of {@link #toHarmonics} that makes the harmonics of a section. */
    public void splitSection(final int section, final double[][] re, final double[][] im, final int lanes) {
        new Part(re, im, lanes, 0, 1, 1, m_radices.length).split(section * m_section, m_section, m_outer);
    }

    /** The part of {@link #toPoints} that takes the harmonics of a section. */
    public void joinSection(final int section, final double[][] re, final double[][] im, final int lanes) {
        new Part(im, re, lanes, 0, 1, 1, m_radices.length).join(section * m_section, m_section, m_outer);
    }

    /** The part of {@link #toPoints} that makes the points of columns, from one to below another. */
    public void joinColumns(final int from, final int to, final double[][] re, final double[][] im, final int lanes) {
        new Part(im, re, lanes, from, to - from, m_section, m_outer).join(0, m_rows, 0);
    }

    /**
     * As many rows as count from first on, from first + step on, ... of ranges of rows, up to a level. To points, real
     * and imaginary parts change places.
     */
    private final class Part {
        private final double[][] m_re;

        private final double[][] m_im;

        private final int m_lanes;

        private final int m_first;

        private final int m_count;

        private final int m_step;

        private final int m_end;

        Part(final double[][] re, final double[][] im, final int lanes, final int first, final int count,
            final int step, final int end) {
            m_re = re;
            m_im = im;
            m_lanes = lanes;
            m_first = first;
            m_count = count;
            m_step = step;
            m_end = end;
        }

        void split(final int base, final int n, final int level) {
            if (level >= m_end) {
                return;
            }
            final int radix = m_radices[level];
            final int m = n / radix;
            for (int first = m_first; first < m; first += m_step) {
                for (int p = first; p < first + m_count; p++) {
                    Butterflies.split(radix, m_re, m_im, base + p, m, m_twiddles[level], factor(p, level), m_lanes);
                }
            }
            for (int k = 0; k < radix; k++) {
                split(base + k * m, m, level + 1);
            }
        }

        void join(final int base, final int n, final int level) {
            if (level >= m_end) {
                return;
            }
            final int radix = m_radices[level];
            final int m = n / radix;
            for (int k = 0; k < radix; k++) {
                join(base + k * m, m, level + 1);
            }
            for (int first = m_first; first < m; first += m_step) {
                for (int p = first; p < first + m_count; p++) {
                    Butterflies.join(radix, m_re, m_im, base + p, m, m_twiddles[level], factor(p, level), m_lanes);
                }
            }
        }

        private int factor(final int p, final int level) {
            return p / m_strides[level] * 2 * (m_radices[level] - 1);
        }
    }
}
