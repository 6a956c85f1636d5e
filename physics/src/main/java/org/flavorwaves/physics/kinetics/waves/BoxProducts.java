package org.flavorwaves.physics.kinetics.waves;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.numerics.fft.LaneFft;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The products of the waves n = 1..nMax of a box and their conjugates, sum_{m not in {0, n}} H_{i,n-m} x P_{i,m}
 * (JK 67), from their fields at points enough for products without aliasing: O(N nMax log nMax). Several states of the
 * waves stand side by side, so that rows are long for any number of modes. Px + i Py of a mode is one complex field,
 * Pz of two modes another. Not thread-safe.
 */
public final class BoxProducts {
    private final int m_modes;

    /** q w_j s_j, then this times each velocity. */
    private final double[][] m_factors;

    /** The velocities along those axes along which any mode moves. */
    private final double[][] m_velocities;

    private final LaneFft m_fft;

    /** The rows of the transform in which no wave stands. */
    private final int[] m_empty;

    /** Fields, [point or harmonic][field, state]. */
    private final double[][] m_fieldRe;

    private final double[][] m_fieldIm;

    /** Waves and then their products, [n - 1][component 3 i + a][state]. */
    private final double[][][] m_re;

    private final double[][][] m_im;

    /** q sum_j w_j s_j V^m_j P_{j,a} at 3 m + a, V^0 = 1, by states. */
    private final double[][] m_collective;

    private final double[][] m_h = new double[3][];

    /**
     * The products of one state.
     *
     * @param box the box
     * @param modes the modes of the gas
     * @param selfInteraction strength of the nu-nu term
     */
    public BoxProducts(final BoxModes box, final MomentumModes modes, final double selfInteraction) {
        this(box.nMax(), ModeTable.of(modes, selfInteraction), 1);
    }

    /** The products of up to so many states. */
    BoxProducts(final int waves, final ModeTable modes, final int states) {
        final double[] coupling = modes.coupling();
        m_modes = modes.size();
        m_velocities = Stream.of(modes.vx(), modes.vy(), modes.vz()).filter(v -> Arrays.stream(v).anyMatch(x -> x != 0))
            .toArray(double[][]::new);
        m_factors = new double[1 + m_velocities.length][];
        m_factors[0] = coupling;
        for (int m = 0; m < m_velocities.length; m++) {
            final double[] v = m_velocities[m];
            m_factors[m + 1] = IntStream.range(0, m_modes).mapToDouble(i -> coupling[i] * v[i]).toArray();
        }
        final int points = LaneFft.sizeFrom(Math.addExact(Math.multiplyExact(3, waves), 1));
        m_fft = new LaneFft(points);
        final boolean[] taken = new boolean[points];
        for (int n = 1; n <= waves; n++) {
            taken[m_fft.row(n)] = true;
            taken[m_fft.row(-n)] = true;
        }
        m_empty = IntStream.range(0, points).filter(row -> !taken[row]).toArray();
        m_fieldRe = new double[points][(m_modes + (m_modes + 1) / 2) * states];
        m_fieldIm = new double[points][m_fieldRe[0].length];
        m_re = new double[waves][3 * m_modes][states];
        m_im = new double[waves][3 * m_modes][states];
        m_collective = new double[3 + 3 * m_velocities.length][states];
        Arrays.setAll(m_h, a -> new double[states]);
    }

    /** Real parts of the wave n = w + 1, [component 3 i + a][state]: to be set, and products after an evaluation. */
    double[][] re(final int w) {
        return m_re[w];
    }

    /** Imaginary parts. */
    double[][] im(final int w) {
        return m_im[w];
    }

    /**
     * All products of one state.
     *
     * @param waves P_{i,n} of n = 1..nMax
     * @return what drives them
     */
    public WaveFunction[] of(final WaveFunction[] waves) {
        for (int w = 0; w < waves.length; w++) {
            for (int c = 0; c < 3 * m_modes; c++) {
                m_re[w][c][0] = waves[w].ownRe()[c];
                m_im[w][c][0] = waves[w].ownIm()[c];
            }
        }
        evaluate(1);
        final WaveFunction[] products = new WaveFunction[waves.length];
        Arrays.setAll(products, w -> WaveFunction.owning(Arrays.stream(m_re[w]).mapToDouble(row -> row[0]).toArray(),
            Arrays.stream(m_im[w]).mapToDouble(row -> row[0]).toArray()));
        return products;
    }

    /** Replaces the waves of the first states by their products. */
    void evaluate(final int states) {
        final int fields = (m_modes + (m_modes + 1) / 2) * states;
        for (final int row : m_empty) {
            Arrays.fill(m_fieldRe[row], 0, fields, 0);
            Arrays.fill(m_fieldIm[row], 0, fields, 0);
        }
        for (int w = 0; w < m_re.length; w++) {
            load(w, states);
        }
        m_fft.toPoints(m_fieldRe, m_fieldIm, fields);
        for (int p = 0; p < m_fieldRe.length; p++) {
            collect(p, states);
            for (int i = 0; i < m_modes; i++) {
                turn(p, i, states);
            }
        }
        m_fft.toHarmonics(m_fieldRe, m_fieldIm, fields);
        for (int w = 0; w < m_re.length; w++) {
            store(w, states);
        }
    }

    /** The fields a + i b of the waves a_n, b_n and their conjugates. */
    private void load(final int w, final int states) {
        final int plus = m_fft.row(w + 1);
        final int minus = m_fft.row(-w - 1);
        final double[][] re = m_re[w];
        final double[][] im = m_im[w];
        for (int i = 0; i < m_modes; i++) {
            unite(re[3 * i], im[3 * i], re[3 * i + 1], im[3 * i + 1], plus, minus, i * states, states);
        }
        for (int i = 0; i < m_modes; i += 2) {
            final int at = (m_modes + i / 2) * states;
            if (i + 1 < m_modes) {
                unite(re[3 * i + 2], im[3 * i + 2], re[3 * i + 5], im[3 * i + 5], plus, minus, at, states);
            } else {
                single(re[3 * i + 2], im[3 * i + 2], plus, minus, at, states);
            }
        }
    }

    private void unite(final double[] aRe, final double[] aIm, final double[] bRe, final double[] bIm, final int plus,
        final int minus, final int at, final int states) {
        final double[] pr = m_fieldRe[plus];
        final double[] pi = m_fieldIm[plus];
        final double[] mr = m_fieldRe[minus];
        final double[] mi = m_fieldIm[minus];
        for (int t = 0; t < states; t++) {
            pr[at + t] = aRe[t] - bIm[t];
            pi[at + t] = aIm[t] + bRe[t];
            mr[at + t] = aRe[t] + bIm[t];
            mi[at + t] = bRe[t] - aIm[t];
        }
    }

    private void single(final double[] re, final double[] im, final int plus, final int minus, final int at,
        final int states) {
        for (int t = 0; t < states; t++) {
            m_fieldRe[plus][at + t] = re[t];
            m_fieldIm[plus][at + t] = im[t];
            m_fieldRe[minus][at + t] = re[t];
            m_fieldIm[minus][at + t] = -im[t];
        }
    }

    /** The waves of the fields a + i b. */
    private void store(final int w, final int states) {
        final int plus = m_fft.row(w + 1);
        final int minus = m_fft.row(-w - 1);
        final double[][] re = m_re[w];
        final double[][] im = m_im[w];
        for (int i = 0; i < m_modes; i++) {
            separate(plus, minus, i * states, states, re[3 * i], im[3 * i], re[3 * i + 1], im[3 * i + 1]);
        }
        for (int i = 0; i < m_modes; i += 2) {
            final boolean pair = i + 1 < m_modes;
            separate(plus, minus, (m_modes + i / 2) * states, states, re[3 * i + 2], im[3 * i + 2],
                pair ? re[3 * i + 5] : m_h[0], pair ? im[3 * i + 5] : m_h[1]);
        }
    }

    private void separate(final int plus, final int minus, final int at, final int states, final double[] aRe,
        final double[] aIm, final double[] bRe, final double[] bIm) {
        final double[] pr = m_fieldRe[plus];
        final double[] pi = m_fieldIm[plus];
        final double[] mr = m_fieldRe[minus];
        final double[] mi = m_fieldIm[minus];
        final double half = 0.5 / m_fieldRe.length;
        for (int t = 0; t < states; t++) {
            aRe[t] = half * (pr[at + t] + mr[at + t]);
            aIm[t] = half * (pi[at + t] - mi[at + t]);
            bRe[t] = half * (pi[at + t] + mi[at + t]);
            bIm[t] = half * (mr[at + t] - pr[at + t]);
        }
    }

    /** The row that holds Pz of a mode at a point, from {@link #z} on. */
    private double[] rowOfZ(final int point, final int mode) {
        return mode % 2 == 0 ? m_fieldRe[point] : m_fieldIm[point];
    }

    private int z(final int mode, final int states) {
        return (m_modes + mode / 2) * states;
    }

    private void collect(final int point, final int states) {
        for (final double[] sum : m_collective) {
            Arrays.fill(sum, 0, states, 0);
        }
        for (int m = 0; m <= m_velocities.length; m++) {
            final double[] factors = m_factors[m];
            int i = 0;
            for (; i + 3 < m_modes; i += 4) {
                addFour(m_fieldRe[point], i * states, factors, i, m_collective[3 * m], states);
                addFour(m_fieldIm[point], i * states, factors, i, m_collective[3 * m + 1], states);
                addTwoPairs(m_fieldRe[point], m_fieldIm[point], z(i, states), factors, i, m_collective[3 * m + 2],
                    states);
            }
            for (; i < m_modes; i++) {
                add(m_fieldRe[point], i * states, factors[i], m_collective[3 * m], states);
                add(m_fieldIm[point], i * states, factors[i], m_collective[3 * m + 1], states);
                add(rowOfZ(point, i), z(i, states), factors[i], m_collective[3 * m + 2], states);
            }
        }
    }

    private static void addFour(final double[] p, final int at, final double[] factors, final int i,
        final double[] sum, final int states) {
        final double f0 = factors[i];
        final double f1 = factors[i + 1];
        final double f2 = factors[i + 2];
        final double f3 = factors[i + 3];
        for (int t = 0; t < states; t++) {
            sum[t] += f0 * p[at + t] + f1 * p[at + states + t] + f2 * p[at + 2 * states + t]
                + f3 * p[at + 3 * states + t];
        }
    }

    private static void addTwoPairs(final double[] even, final double[] odd, final int at, final double[] factors,
        final int i, final double[] sum, final int states) {
        final double f0 = factors[i];
        final double f1 = factors[i + 1];
        final double f2 = factors[i + 2];
        final double f3 = factors[i + 3];
        for (int t = 0; t < states; t++) {
            sum[t] += f0 * even[at + t] + f1 * odd[at + t] + f2 * even[at + states + t] + f3 * odd[at + states + t];
        }
    }

    private static void add(final double[] p, final int at, final double factor, final double[] sum,
        final int states) {
        for (int t = 0; t < states; t++) {
            sum[t] += factor * p[at + t];
        }
    }

    /** Replaces P_i at a point by H_i x P_i. */
    private void turn(final int point, final int i, final int states) {
        for (int a = 0; a < 3; a++) {
            System.arraycopy(m_collective[a], 0, m_h[a], 0, states);
            for (int m = 1; m <= m_velocities.length; m++) {
                add(m_collective[3 * m + a], 0, -m_velocities[m - 1][i], m_h[a], states);
            }
        }
        turn(m_fieldRe[point], m_fieldIm[point], i * states, rowOfZ(point, i), z(i, states), states);
    }

    private void turn(final double[] px, final double[] py, final int at, final double[] pz, final int atZ,
        final int states) {
        final double[] hx = m_h[0];
        final double[] hy = m_h[1];
        final double[] hz = m_h[2];
        for (int t = 0; t < states; t++) {
            final double x = px[at + t];
            final double y = py[at + t];
            final double z = pz[atZ + t];
            pz[atZ + t] = hx[t] * y - hy[t] * x;
            py[at + t] = hz[t] * x - hx[t] * z;
            px[at + t] = hy[t] * z - hz[t] * y;
        }
    }
}
