package org.flavorwaves.knime.io.cosenu;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/**
 * Writes COSEnu's initial conditions: doubles, the least significant byte first, velocities outside and z inside.
 * state0.bin has the elements ee xx ex_re ex_im of neutrinos and of antineutrinos, G0.bin their traces G and Gbar;
 * matrices are w rho/dv over a scale, those of antineutrinos complex conjugates.
 */
public final class CosenuWriter {
    /** Deviation of a velocity from its place, in units of dv. */
    private static final double MISPLACED = 1e-4;

    /** What may be off the diagonal, or in the other flavor, of a state that G0.bin can hold. */
    private static final double PURE = 1e-12;

    private final List<FlavorState> m_cells;

    private final int m_repeats;

    private final double m_scale;

    /** Of each cell, species and velocity: the mode. */
    private final int[][][] m_modes;

    private final int m_velocities;

    /**
     * Sorts the modes.
     *
     * @param cells at least one, in the order of z; rings about z
     * @param repeats how often each cell is written along z
     * @param scale what the matrices are divided by
     * @throws StateFormatException if the velocities are not those of COSEnu's grid
     */
    public CosenuWriter(final List<FlavorState> cells, final int repeats, final double scale) {
        m_cells = List.copyOf(cells);
        m_repeats = repeats;
        m_scale = scale;
        m_velocities = count(cells.get(0));
        m_modes = new int[cells.size()][][];
        for (int c = 0; c < cells.size(); c++) {
            m_modes[c] = sort(cells.get(c), c);
        }
    }

    private static int count(final FlavorState state) {
        int nu = 0;
        for (int i = 0; i < state.size(); i++) {
            nu += state.modes().species(i) == Species.NU ? 1 : 0;
        }
        return Math.max(nu, state.size() - nu);
    }

    private int[][] sort(final FlavorState state, final int cell) {
        final MomentumModes modes = state.modes();
        final int[][] sorted = new int[2][m_velocities];
        Arrays.fill(sorted[0], -1);
        Arrays.fill(sorted[1], -1);
        for (int i = 0; i < modes.size(); i++) {
            final double place = (modes.vz(i) + 1) * m_velocities / 2 - 0.5;
            final int v = (int) Math.rint(place);
            final int bar = modes.species(i) == Species.NU ? 0 : 1;
            if (modes.vx(i) != 0 || modes.vy(i) != 0 || v < 0 || v >= m_velocities || Math.abs(place - v) > MISPLACED
                || sorted[bar][v] >= 0) {
                throw new StateFormatException("Mode " + i + " of cell " + cell + " (" + modes.species(i).label()
                    + ", v = " + modes.vx(i) + ", " + modes.vy(i) + ", " + modes.vz(i) + ") is not one ring of a grid "
                    + "of " + m_velocities + " velocities at the middles of equal parts of -1 to 1, as COSEnu has "
                    + "them.");
            }
            sorted[bar][v] = i;
        }
        return sorted;
    }

    /**
     * COSEnu's nz.
     *
     * @return number of cells along z
     */
    public int cells() {
        return m_cells.size() * m_repeats;
    }

    /**
     * COSEnu's nvz.
     *
     * @return number of velocities
     */
    public int velocities() {
        return m_velocities;
    }

    /**
     * Writes the file.
     *
     * @param out takes the bytes
     * @param densities whether only the traces are written, as in G0.bin
     * @throws IOException if it cannot be written
     * @throws StateFormatException if only traces are wanted of a state that is not of electron flavor
     */
    public void write(final OutputStream out, final boolean densities) throws IOException {
        final DataOutputStream data = new DataOutputStream(out);
        for (int v = 0; v < m_velocities; v++) {
            for (int c = 0; c < m_cells.size(); c++) {
                final double[] row = new double[densities ? 2 : CosenuStates.ELEMENTS];
                for (int bar = 0; bar < 2; bar++) {
                    final double[] matrix = matrix(c, bar, v);
                    if (densities) {
                        requireElectrons(matrix, c, v);
                        row[bar] = matrix[0] + matrix[1];
                    } else {
                        System.arraycopy(matrix, 0, row, bar * matrix.length, matrix.length);
                    }
                }
                for (int r = 0; r < m_repeats; r++) {
                    for (final double value : row) {
                        data.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(value)));
                    }
                }
            }
        }
        data.flush();
    }

    /** ee, xx, ex_re, ex_im. */
    private double[] matrix(final int cell, final int bar, final int v) {
        final int i = m_modes[cell][bar][v];
        if (i < 0) {
            return new double[CosenuStates.ELEMENTS / 2];
        }
        final FlavorState state = m_cells.get(cell);
        final double strength = state.modes().weight(i) * m_velocities / 2 / m_scale;
        return new double[]{strength * (state.trace(i) + state.pz(i)) / 2,
            strength * (state.trace(i) - state.pz(i)) / 2, strength * state.px(i) / 2,
            (bar == 0 ? -1 : 1) * strength * state.py(i) / 2};
    }

    private static void requireElectrons(final double[] matrix, final int cell, final int v) {
        final double rest = Math.abs(matrix[1]) + Math.abs(matrix[2]) + Math.abs(matrix[3]);
        if (rest > PURE * matrix[0]) {
            throw new StateFormatException("Velocity " + v + " of cell " + cell + " is not of electron flavor alone; "
                + "G0.bin holds densities only. Write state0.bin.");
        }
    }
}
