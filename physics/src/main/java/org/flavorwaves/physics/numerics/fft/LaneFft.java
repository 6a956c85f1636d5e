package org.flavorwaves.physics.numerics.fft;

import java.util.Arrays;

/**
 * Complex Fourier transforms of many fields at once: row p holds the values of all fields ("lanes") at point p, real
 * and imaginary parts in arrays of their own. In place, mixed radix 4, 5, 3, 2, depth first so that the later passes
 * stay in the cache; 5 n log2 n operations a lane.
 *
 * <pre>toHarmonics: c_n = sum_p x_p exp(-2 pi i n p/N),    toPoints: x_p = sum_n c_n exp(+2 pi i n p/N)</pre>
 *
 * <p>Harmonics are not in rising order: harmonic n is in row {@link #position}. Neither direction reorders, which a
 * pair of transforms with a product in between does not need. Immutable.
 */
public final class LaneFft {
    private final int m_size;

    private final int[] m_radices;

    /** Twiddle factors of each level: (radix - 1) pairs for each p. */
    private final double[][] m_twiddles;

    private final int[] m_positions;

    /**
     * A transform.
     *
     * @param size number of points, a product of 2, 3 and 5
     * @throws IllegalArgumentException if it has another prime factor
     */
    public LaneFft(final int size) {
        m_size = size;
        m_radices = radices(size);
        m_twiddles = new double[m_radices.length][];
        int n = size;
        for (int level = 0; level < m_radices.length; level++) {
            m_twiddles[level] = twiddles(n, m_radices[level]);
            n /= m_radices[level];
        }
        m_positions = new int[size];
        for (int harmonic = 0; harmonic < size; harmonic++) {
            m_positions[harmonic] = findPosition(harmonic);
        }
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

    private int findPosition(final int harmonic) {
        int position = 0;
        int n = m_size;
        int rest = harmonic;
        for (final int radix : m_radices) {
            n /= radix;
            position += rest % radix * n;
            rest /= radix;
        }
        return position;
    }

    /** The row of a harmonic, which may be negative. */
    public int position(final int harmonic) {
        return m_positions[Math.floorMod(harmonic, m_size)];
    }

    /** Points to harmonics, not normalised, of rows base, base + stride, ... */
    public void toHarmonics(final double[][] re, final double[][] im, final int base, final int stride,
        final int lanes) {
        if (m_radices.length > 0) {
            split(re, im, base, stride, lanes, m_size, 0);
        }
    }

    /** Harmonics to points of rows base, base + stride, ... */
    public void toPoints(final double[][] re, final double[][] im, final int base, final int stride, final int lanes) {
        if (m_radices.length > 0) {
            join(im, re, base, stride, lanes, m_size, 0);
        }
    }

    private void split(final double[][] re, final double[][] im, final int base, final int stride, final int lanes,
        final int n, final int level) {
        final int radix = m_radices[level];
        final int m = n / radix;
        final double[] w = m_twiddles[level];
        final int d = m * stride;
        for (int p = 0; p < m; p++) {
            Butterflies.split(radix, re, im, base + p * stride, d, w, 2 * p * (radix - 1), lanes);
        }
        for (int k = 0; m > 1 && k < radix; k++) {
            split(re, im, base + k * d, stride, lanes, m, level + 1);
        }
    }

    private void join(final double[][] re, final double[][] im, final int base, final int stride, final int lanes,
        final int n, final int level) {
        final int radix = m_radices[level];
        final int m = n / radix;
        final double[] w = m_twiddles[level];
        final int d = m * stride;
        for (int k = 0; m > 1 && k < radix; k++) {
            join(re, im, base + k * d, stride, lanes, m, level + 1);
        }
        for (int p = 0; p < m; p++) {
            Butterflies.join(radix, re, im, base + p * stride, d, w, 2 * p * (radix - 1), lanes);
        }
    }
}
