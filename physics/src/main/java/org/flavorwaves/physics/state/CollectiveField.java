package org.flavorwaves.physics.state;

import java.util.Arrays;

/**
 * The 12 collective numbers J^m_a = sum_j w_j s_j V^m_j P_{j,a}, m = 0..3 (V^m = (1, v)), a = x, y, z, in the units of
 * the potentials. J^0 is D_0 and J^1..3 are D_1 (JK 15). Immutable.
 *
 * <p>Everything the modes know of each other is in these numbers, so every algorithm on top of them is O(N).
 */
public final class CollectiveField {
    /** Number of collective numbers. */
    public static final int SIZE = 12;

    /** Modes summed on their own before they are added, which keeps the rounding error of many modes small. */
    private static final int BLOCK = 512;

    private final double[] m_values;

    /**
     * Wraps 12 numbers.
     *
     * @param values J^0_x, J^0_y, J^0_z, J^1_x, ... J^3_z; copied
     * @throws IllegalArgumentException if there are not 12 of them
     */
    public CollectiveField(final double... values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException("There are 12 collective numbers, not " + values.length + ".");
        }
        m_values = values.clone();
    }

    /**
     * Sums a state, O(N).
     *
     * @param state the state
     * @return its collective numbers
     */
    public static CollectiveField of(final FlavorState state) {
        final MomentumModes modes = state.modes();
        final double[] sums = new double[SIZE];
        final double[] block = new double[SIZE];
        final double[] ws = modes.signedWeights();
        final double[][] v = {modes.vxs(), modes.vys(), modes.vzs()};
        final double[][] p = {state.pxs(), state.pys(), state.pzs()};
        for (int from = 0; from < ws.length; from += BLOCK) {
            Arrays.fill(block, 0);
            accumulate(from, Math.min(ws.length, from + BLOCK), ws, v[0], v[1], v[2], p[0], p[1], p[2], block);
            for (int c = 0; c < SIZE; c++) {
                sums[c] += block[c];
            }
        }
        return new CollectiveField(sums);
    }

    private static void accumulate(final int from, final int to, final double[] ws, final double[] vx,
        final double[] vy, final double[] vz, final double[] px, final double[] py, final double[] pz,
        final double[] sums) {
        for (int i = from; i < to; i++) {
            add(sums, 0, ws[i] * px[i], ws[i] * py[i], ws[i] * pz[i], vx[i], vy[i], vz[i]);
        }
    }

    /**
     * Adds V^m (x, y, z) to 12 sums, the share of one mode.
     *
     * @param sums holds the sums in the order of {@link #toArray}
     * @param at where they start
     * @param x flavor component x of the mode, with its weight and sign
     * @param y flavor component y
     * @param z flavor component z
     * @param vx velocity of the mode
     * @param vy velocity of the mode
     * @param vz velocity of the mode
     */
    public static void add(final double[] sums, final int at, final double x, final double y, final double z,
        final double vx, final double vy, final double vz) {
        sums[at] += x;
        sums[at + 1] += y;
        sums[at + 2] += z;
        sums[at + 3] += vx * x;
        sums[at + 4] += vx * y;
        sums[at + 5] += vx * z;
        sums[at + 6] += vy * x;
        sums[at + 7] += vy * y;
        sums[at + 8] += vy * z;
        sums[at + 9] += vz * x;
        sums[at + 10] += vz * y;
        sums[at + 11] += vz * z;
    }

    /**
     * The product g_mn V^m J^n of one flavor component with the velocity of a mode (JK 14).
     *
     * @param sums holds 12 numbers in the order of {@link #toArray}
     * @param at where J^0 of the component is
     * @param vx velocity of the mode
     * @param vy velocity of the mode
     * @param vz velocity of the mode
     * @return J^0 - v.J
     */
    public static double contract(final double[] sums, final int at, final double vx, final double vy,
        final double vz) {
        return sums[at] - vx * sums[at + 3] - vy * sums[at + 6] - vz * sums[at + 9];
    }

    /**
     * One number.
     *
     * @param m space-time index 0..3
     * @param a flavor index 0..2 for x, y, z
     * @return J^m_a in the units of the potentials
     */
    public double get(final int m, final int a) {
        return m_values[3 * m + a];
    }

    /**
     * All numbers.
     *
     * @return a new array of length 12, ordered J^0_x, J^0_y, J^0_z, J^1_x, ... J^3_z
     */
    public double[] toArray() {
        return m_values.clone();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof CollectiveField field && Arrays.equals(m_values, field.m_values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(m_values);
    }

    @Override
    public String toString() {
        return "CollectiveField" + Arrays.toString(m_values);
    }
}
