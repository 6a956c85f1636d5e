package org.flavorwaves.knime.io.cosenu;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;

/**
 * COSEnu's binary files: doubles, the least significant byte first, velocities outside and z inside. G0.bin has the
 * densities G of neutrinos and antineutrinos; state0.bin has the elements ee xx ex_re ex_im of both; state.bin has the
 * iteration as an integer before. Their lengths tell which.
 */
public final class CosenuBinary {
    private static final int DENSITIES = 2 * Double.BYTES;

    private static final int MATRICES = CosenuStates.ELEMENTS * Double.BYTES;

    private CosenuBinary() {
    }

    /**
     * Whether bytes are no text.
     *
     * @param start the beginning of a file
     * @return true if there are control characters other than white space
     */
    public static boolean isBinary(final byte[] start) {
        for (final byte b : start) {
            if (b >= 0 && b < '\t') {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a binary file.
     *
     * @param stream the whole file
     * @param length its bytes
     * @param grid the cells of z and of the velocity
     * @param peakOccupation the largest occupation of a mode
     * @param progress progress and cancel
     * @return the rings
     * @throws IOException if reading fails
     */
    public static StateFile read(final InputStream stream, final long length, final CosenuGrid grid,
        final double peakOccupation, final Progress progress) throws IOException {
        final long cells = (long) grid.nz() * grid.nvz();
        if (length != DENSITIES * cells && length != MATRICES * cells && length != MATRICES * cells + Integer.BYTES) {
            throw new StateFormatException("The file is binary with " + length + " bytes. COSEnu's files of "
                + grid.nz() + " cells along z and " + grid.nvz() + " velocities have " + DENSITIES * cells
                + " (G0.bin), " + MATRICES * cells + " (state0.bin) or " + (MATRICES * cells + Integer.BYTES)
                + " (state.bin). Set nz and nvz as in cosenu_configs.yaml.");
        }
        final DataInputStream data = new DataInputStream(stream);
        if (length == MATRICES * cells + Integer.BYTES) {
            data.readInt();
        }
        final boolean densities = length == DENSITIES * cells;
        final double[][] rows = new double[Math.toIntExact(cells)][];
        for (int v = 0; v < grid.nvz(); v++) {
            progress.report(v / (double) grid.nvz(), "reading velocity " + v);
            for (int z = 0; z < grid.nz(); z++) {
                rows[z * grid.nvz() + v] = row(data, grid.velocity(v), densities);
            }
        }
        final CosenuStates states = new CosenuStates();
        for (int r = 0; r < rows.length; r++) {
            final int z = r / grid.nvz();
            states.add(Optional.of(Double.toString(grid.z(z))), rows[r], "Cell " + z + " along z");
        }
        return states.build(peakOccupation);
    }

    private static double[] row(final DataInputStream data, final double velocity, final boolean densities)
        throws IOException {
        final double[] row = new double[1 + CosenuStates.ELEMENTS];
        row[0] = velocity;
        for (int e = 0; e < CosenuStates.ELEMENTS; e += densities ? CosenuStates.ELEMENTS / 2 : 1) {
            row[1 + e] = Double.longBitsToDouble(Long.reverseBytes(data.readLong()));
        }
        return row;
    }
}
