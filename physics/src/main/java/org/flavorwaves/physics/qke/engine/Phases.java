package org.flavorwaves.physics.qke.engine;

import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * What a time interval does exactly: by advection harmonic n of a mode turns by exp(-i n.theta), theta_a = 2 pi v_a
 * tau/L_a, all harmonics precess about the external Hamiltonian, and modes are absorbed and emitted. Tables for each
 * axis; a phase is their product. Immutable.
 */
public final class Phases {
    /** Harmonics n below this and its multiples have a row of their own; the others are products of two such. */
    private static final int LOW = 32;

    /** For each axis cos(n theta) of n = 0 .. LOW - 1, LOW, 2 LOW, ..., [row][lane]; empty if nothing varies on it. */
    private final double[][][] m_cos = new double[3][][];

    private final double[][][] m_sin = new double[3][][];

    private final Precession m_precession;

    private final Relaxation m_relaxation;

    /**
     * Makes the tables.
     *
     * @param grid the box
     * @param velocities v of each lane, [axis][lane]
     * @param precession the precession of the interval
     * @param relaxation absorption and emission in the interval
     * @param tau time interval
     */
    Phases(final BoxGrid grid, final double[][] velocities, final Precession precession,
        final Relaxation relaxation, final double tau) {
        m_precession = precession;
        m_relaxation = relaxation;
        for (int a = 0; a < 3; a++) {
            final int largest = grid.points(a) > 1 ? grid.cutoff(a) : -1;
            final int rows = largest < LOW ? largest + 1 : LOW + largest / LOW;
            final double[] v = velocities[a];
            final double factor = 2 * Math.PI * tau / grid.length(a);
            m_cos[a] = new double[rows][v.length];
            m_sin[a] = new double[rows][v.length];
            for (int row = 0; row < rows; row++) {
                final int n = row < LOW ? row : (row - LOW + 1) * LOW;
                for (int j = 0; j < v.length; j++) {
                    m_cos[a][row][j] = Math.cos(n * (factor * v[j]));
                    m_sin[a][row][j] = Math.sin(n * (factor * v[j]));
                }
            }
        }
    }

    /** Absorption and emission in the interval. */
    Relaxation relaxation() {
        return m_relaxation;
    }

    /** The precession of the interval. */
    Precession precession() {
        return m_precession;
    }

    /**
     * Writes factor cos(n.theta) and factor sin(n.theta) of all lanes.
     *
     * @param n harmonic n_x, n_y, n_z, not 0
     * @param at where the harmonic starts in n
     */
    void write(final int[] n, final int at, final double factor, final double[] cos, final double[] sin) {
        boolean first = true;
        for (int a = 0; a < 3; a++) {
            final int size = Math.abs(n[at + a]);
            final double sign = n[at + a] < 0 ? -1 : 1;
            if (size >= LOW) {
                factor(first, factor, LOW - 1 + size / LOW, m_cos[a], m_sin[a], sign, cos, sin);
                first = false;
            }
            if (size % LOW > 0) {
                factor(first, factor, size % LOW, m_cos[a], m_sin[a], sign, cos, sin);
                first = false;
            }
        }
    }

    private static void factor(final boolean first, final double factor, final int row, final double[][] tableCos,
        final double[][] tableSin, final double sign, final double[] cos, final double[] sin) {
        if (first) {
            scale(tableCos, row, factor, cos);
            scale(tableSin, row, sign * factor, sin);
        } else {
            multiply(tableCos, tableSin, row, sign, cos, sin);
        }
    }

    private static void scale(final double[][] table, final int row, final double factor, final double[] out) {
        final double[] x = table[row];
        for (int j = 0; j < x.length; j++) {
            out[j] = factor * x[j];
        }
    }

    private static void multiply(final double[][] tableCos, final double[][] tableSin, final int row, final double sign,
        final double[] cos, final double[] sin) {
        final double[] c = tableCos[row];
        final double[] s = tableSin[row];
        for (int j = 0; j < c.length; j++) {
            final double re = cos[j];
            final double im = sin[j];
            final double x = c[j];
            final double y = sign * s[j];
            sin[j] = re * y + im * x;
            cos[j] = re * x - im * y;
        }
    }
}
