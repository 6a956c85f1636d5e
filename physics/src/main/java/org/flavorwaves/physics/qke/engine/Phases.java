package org.flavorwaves.physics.qke.engine;

import org.flavorwaves.physics.qke.field.BoxGrid;

/**
 * What a time interval does exactly: by advection harmonic n of a mode turns by exp(-i n.theta), theta_a = 2 pi v_a
 * tau/L_a, all harmonics precess about the external Hamiltonian, and modes are absorbed and emitted. Tables for each
 * axis; a phase is their product. Immutable.
 */
public final class Phases {
    /** Harmonics whose phase is computed on its own; the others are products of two such. */
    private static final int DIRECT = 32;

    private final int m_lanes;

    /** For each axis cos(n theta) of lane j at n lanes + j; empty for an axis along which nothing varies. */
    private final double[][] m_cos = new double[3][];

    private final double[][] m_sin = new double[3][];

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
        m_lanes = velocities[0].length;
        m_precession = precession;
        m_relaxation = relaxation;
        for (int a = 0; a < 3; a++) {
            final int count = grid.points(a) > 1 ? grid.cutoff(a) + 1 : 0;
            m_cos[a] = new double[count * m_lanes];
            m_sin[a] = new double[count * m_lanes];
            for (int n = 0; n < count; n++) {
                if (n < DIRECT || n % DIRECT == 0) {
                    direct(a, n, velocities[a], 2 * Math.PI * tau / grid.length(a));
                } else {
                    product(a, n);
                }
            }
        }
    }

    private void direct(final int axis, final int n, final double[] v, final double factor) {
        for (int j = 0; j < m_lanes; j++) {
            m_cos[axis][n * m_lanes + j] = Math.cos(n * (factor * v[j]));
            m_sin[axis][n * m_lanes + j] = Math.sin(n * (factor * v[j]));
        }
    }

    private void product(final int axis, final int n) {
        final double[] cos = m_cos[axis];
        final double[] sin = m_sin[axis];
        final int low = n % DIRECT * m_lanes;
        final int high = (n - n % DIRECT) * m_lanes;
        for (int j = 0; j < m_lanes; j++) {
            cos[n * m_lanes + j] = cos[high + j] * cos[low + j] - sin[high + j] * sin[low + j];
            sin[n * m_lanes + j] = cos[high + j] * sin[low + j] + sin[high + j] * cos[low + j];
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
     * Writes cos(n.theta) and sin(n.theta) of all lanes.
     *
     * @param n harmonic n_x, n_y, n_z
     * @param at where the harmonic starts in n
     */
    void write(final int[] n, final int at, final double[] cos, final double[] sin) {
        boolean first = true;
        for (int a = 0; a < 3; a++) {
            final int size = Math.abs(n[at + a]) * m_lanes;
            if (m_cos[a].length > 0 && (size > 0 || a == 2 && first)) {
                multiply(m_cos[a], m_sin[a], size, n[at + a] < 0 ? -1 : 1, first, cos, sin);
                first = false;
            }
        }
    }

    private void multiply(final double[] tableCos, final double[] tableSin, final int from, final int sign,
        final boolean first, final double[] cos, final double[] sin) {
        for (int j = 0; j < m_lanes; j++) {
            final double c = tableCos[from + j];
            final double s = sign * tableSin[from + j];
            final double oldCos = first ? 1 : cos[j];
            final double oldSin = first ? 0 : sin[j];
            cos[j] = oldCos * c - oldSin * s;
            sin[j] = oldCos * s + oldSin * c;
        }
    }
}
