package org.flavorwaves.physics.transport.waves;

import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;

/**
 * Moves the intensities of waves by place and wave number, d_t I + d_z(v I) + d_K(F I) = 0 with v = d_K Omega and
 * F = -d_z Omega (JK 85). The frequency at the corners of the cells is a stream function: face velocities are its
 * differences, so that their divergence vanishes to rounding and a uniform intensity stays uniform; fluxes are upwind
 * (FW wave-stream).
 *
 * <p>Frequencies are known where waves grow. Between growing waves of a cell they are interpolated, beyond them
 * continued with the group velocity of the last two, at most that of light, since the mean of the two real waves into
 * which a growing one splits is continuous. Cells without growing waves take those of the nearest cell at the same
 * shifted wave number. A mirror sends a wave back with the opposite wave number, as if the medium were continued by its
 * image; the grid is then symmetric about K = 0.
 */
final class WaveStream {
    private final WaveGrid m_grid;

    private final int m_slots;

    private final int m_cells;

    private final double m_width;

    private final boolean m_periodic;

    private final boolean m_mirrorLeft;

    private final boolean m_mirrorRight;

    /** Physical Re Omega at cell centres, [cell][m]. */
    private final double[][] m_centre;

    private final boolean[] m_known;

    /** Re Omega at corners, [face][m]. */
    private final double[][] m_corner;

    private final double[][] m_old;

    WaveStream(final WaveGrid grid, final int slots, final int cells, final double width, final FlowBoundary left,
        final FlowBoundary right) {
        m_grid = grid;
        m_slots = slots;
        m_cells = cells;
        m_width = width;
        m_periodic = left == FlowBoundary.PERIODIC;
        m_mirrorLeft = left == FlowBoundary.REFLECTING;
        m_mirrorRight = right == FlowBoundary.REFLECTING;
        m_centre = new double[cells][grid.count()];
        m_known = new boolean[cells];
        m_corner = new double[cells + 1][grid.count() + 1];
        m_old = new double[cells][grid.count()];
    }

    /**
     * Moves the waves of one slot.
     *
     * @param cells the waves
     * @param matter lambda of each cell
     * @param slot index of the slot of each wave number
     * @param dt the time
     */
    void move(final WaveCell[] cells, final double[] matter, final int slot, final double dt) {
        boolean any = false;
        for (int c = 0; c < m_cells; c++) {
            m_known[c] = fill(cells[c].m_frequency, slot, m_centre[c]);
            any |= m_known[c];
        }
        if (!any) {
            return;
        }
        borrow(cells, matter);
        corners();
        final int parts = (int) Math.ceil(dt * fastest());
        for (int part = 0; part < parts; part++) {
            step(cells, slot, dt / parts);
        }
    }

    /** Frequencies of a cell at all wave numbers from those that are known; false if none is. */
    private boolean fill(final double[] frequency, final int slot, final double[] row) {
        int last = -1;
        int first = -1;
        for (int m = 0; m < row.length; m++) {
            row[m] = frequency[m_slots * m + slot];
            if (Double.isNaN(row[m])) {
                continue;
            }
            for (int x = last + 1; last >= 0 && x < m; x++) {
                row[x] = row[last] + (row[m] - row[last]) * (x - last) / (m - last);
            }
            first = first < 0 ? m : first;
            last = m;
        }
        if (first < 0) {
            return false;
        }
        final double before = slope(row, first, Math.min(first + 1, last));
        for (int x = 0; x < first; x++) {
            row[x] = row[first] + before * (x - first);
        }
        final double after = slope(row, Math.max(last - 1, first), last);
        for (int x = last + 1; x < row.length; x++) {
            row[x] = row[last] + after * (x - last);
        }
        return true;
    }

    /** Change of the frequency from one wave number to the next, at most that of light. */
    private double slope(final double[] row, final int from, final int to) {
        return Math.max(-m_grid.width(), Math.min(m_grid.width(), row[to] - row[from]));
    }

    /** Frequencies of the other cells, from the nearest one at the same shifted wave number. */
    private void borrow(final WaveCell[] cells, final double[] matter) {
        for (int c = 0; c < m_cells; c++) {
            if (m_known[c]) {
                continue;
            }
            int from = -1;
            for (int d = 1; from < 0; d++) {
                from = c - d >= 0 && m_known[c - d] ? c - d : c + d < m_cells && m_known[c + d] ? c + d : -1;
            }
            final double shift = (cells[c].flux() - cells[from].flux()) / m_grid.width();
            final double offset = cells[from].density() + matter[from] - cells[c].density() - matter[c];
            for (int m = 0; m < m_grid.count(); m++) {
                m_centre[c][m] = at(m_centre[from], m + shift) + offset;
            }
        }
    }

    /** Linear interpolation, continued beyond the ends. */
    private static double at(final double[] row, final double x) {
        final int m = Math.max(0, Math.min(row.length - 2, (int) Math.floor(x)));
        return row[m] + (x - m) * (row[m + 1] - row[m]);
    }

    private void corners() {
        for (int f = 0; f <= m_cells; f++) {
            for (int m = 0; m <= m_grid.count(); m++) {
                m_corner[f][m] = 0.5 * (between(m, neighbour(f - 1), f) + between(m, f, neighbour(f - 1)));
            }
        }
    }

    private int neighbour(final int c) {
        return m_periodic ? Math.floorMod(c, m_cells) : c;
    }

    /** Half of the frequency at a face along K in one of the two cells of a face along z. */
    private double between(final int m, final int cell, final int other) {
        if (cell >= 0 && cell < m_cells) {
            return at(m_centre[cell], m - 0.5);
        }
        if (m_periodic) {
            return at(m_centre[Math.floorMod(cell, m_cells)], m - 0.5);
        }
        if (cell < 0 ? m_mirrorLeft : m_mirrorRight) {
            return at(m_centre[cell < 0 ? 0 : m_cells - 1], m_grid.count() - m - 0.5);
        }
        final int inner = Math.max(0, Math.min(m_cells - 1, other < 0 || other >= m_cells ? cell : other));
        final int next = Math.max(0, Math.min(m_cells - 1, inner == 0 ? 1 : inner - 1));
        return 2 * at(m_centre[inner], m - 0.5) - at(m_centre[next], m - 0.5);
    }

    private double velocity(final int face, final int m) {
        return (m_corner[face][m + 1] - m_corner[face][m]) / m_grid.width();
    }

    private double force(final int cell, final int m) {
        return -(m_corner[cell + 1][m] - m_corner[cell][m]) / m_width;
    }

    /** The largest rate at which a cell empties. */
    private double fastest() {
        double fastest = 0;
        for (int c = 0; c < m_cells; c++) {
            for (int m = 0; m < m_grid.count(); m++) {
                final double out = (Math.max(0, velocity(c + 1, m)) + Math.max(0, -velocity(c, m))) / m_width
                    + (Math.max(0, force(c, m + 1)) + Math.max(0, -force(c, m))) / m_grid.width();
                fastest = Math.max(fastest, out);
            }
        }
        return fastest;
    }

    private void step(final WaveCell[] cells, final int slot, final double dt) {
        for (int c = 0; c < m_cells; c++) {
            for (int m = 0; m < m_grid.count(); m++) {
                m_old[c][m] = cells[c].m_intensity[m_slots * m + slot];
            }
        }
        for (int c = 0; c < m_cells; c++) {
            final double seed = cells[c].seed();
            for (int m = 0; m < m_grid.count(); m++) {
                final double here = m_old[c][m];
                final double left = m_periodic || c > 0 ? m_old[Math.floorMod(c - 1, m_cells)][m]
                    : m_mirrorLeft ? m_old[c][m_grid.count() - 1 - m] : seed;
                final double right = m_periodic || c < m_cells - 1 ? m_old[Math.floorMod(c + 1, m_cells)][m]
                    : m_mirrorRight ? m_old[c][m_grid.count() - 1 - m] : seed;
                final double below = m > 0 ? m_old[c][m - 1] : seed;
                final double above = m < m_grid.count() - 1 ? m_old[c][m + 1] : seed;
                cells[c].m_intensity[m_slots * m + slot] = here
                    - dt / m_width * (flux(velocity(c + 1, m), here, right) - flux(velocity(c, m), left, here))
                    - dt / m_grid.width() * (flux(force(c, m + 1), here, above) - flux(force(c, m), below, here));
            }
        }
    }

    private static double flux(final double velocity, final double before, final double after) {
        return velocity > 0 ? velocity * before : velocity * after;
    }
}
