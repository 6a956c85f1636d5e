package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.hdf.HdfArray;
import org.flavorwaves.knime.io.hdf.HdfData;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsFormat;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.physics.run.Progress;

/**
 * The two-flavor quantum M1 moments of FLASH as Emu's reduction script reads them: of the one energy group 01, {@code
 * ee01} and {@code fe01}, {@code ge01}, {@code he01} are energy density over 4 pi in units of G = c = solar mass = 1
 * and flux factors of nu_e; the second letters a, m, n stand for nubar_e, nu_x and nubar_x. Elements off the diagonal
 * have no moments of flavors. Blocks have the shape (block, k, j, i); those with refined ones below are passed over.
 */
public final class FlashMoments implements MomentsFile {
    private static final String FIRST = "ee01";

    private static final List<String> SPECIES = List.of("nu_e", "nubar_e", "nu_x", "nubar_x");

    private static final String MOMENTS = "efgh";

    private static final String COMPONENTS = "eamn";

    /** The energy of the neutrinos in MeV. */
    private static final double ENERGY = 50;

    /** Energy of the code for 1 MeV, as the script has it. */
    private static final double ENERGY_PER_MEV = 1.60217733e-6 * 5.59424238e-55;

    /** Length of the code for 1 cm, as the script has it. */
    private static final double LENGTH_PER_CM = 6.77140812e-06;

    private static final double PER_CCM =
        4 * Math.PI / (ENERGY * ENERGY_PER_MEV / (LENGTH_PER_CM * LENGTH_PER_CM * LENGTH_PER_CM));

    /** Node type of blocks without refined ones below. */
    private static final int LEAF = 1;

    private static final int MOST_BLOCKS = 1 << 22;

    private static final int CELLS = 1 << 17;

    private final HdfData m_file;

    /** Blocks and cells along z, y, x. */
    private final int[] m_shape;

    private final double[] m_types;

    /** Lower and upper end along each axis of each block, in cm. */
    private final double[] m_boxes;

    private final int m_axes;

    private final HdfArray[][] m_data = new HdfArray[SPECIES.size()][MOMENTS.length()];

    /**
     * Finds the moments.
     *
     * @param file an HDF5 file
     * @throws StateFormatException if a moment is missing or the blocks do not fit together
     */
    public FlashMoments(final HdfData file) {
        m_file = file;
        m_shape = file.require(FIRST).requireShape(-1, -1, -1, -1).shape();
        for (int s = 0; s < SPECIES.size(); s++) {
            for (int c = 0; c < MOMENTS.length(); c++) {
                m_data[s][c] = file.require("" + MOMENTS.charAt(c) + COMPONENTS.charAt(s) + "01").requireShape(m_shape);
            }
        }
        if (file.find("ee02").isPresent()) {
            throw new StateFormatException("The FLASH file has more than the one energy group 01, whose energies are "
                + "not known.");
        }
        m_types = file.require("node type").requireShape(m_shape[0]).readAll(MOST_BLOCKS);
        final HdfArray boxes = file.require("bounding box").requireShape(m_shape[0], -1, 2);
        m_axes = boxes.shape()[1];
        if (m_axes < 1 || m_axes > 3) {
            throw new StateFormatException("The bounding box has " + m_axes + " axes; 1 to 3 are possible.");
        }
        m_boxes = boxes.readAll(MOST_BLOCKS);
    }

    /**
     * Whether it has such moments.
     *
     * @param file an HDF5 file
     * @return true if {@code ee01} and {@code fe01} are there
     */
    public static boolean recognizes(final HdfData file) {
        return file.names("/").containsAll(List.of(FIRST, "fe01", "bounding box"));
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.FLASH, true, false, List.of("x", "y", "z"),
            Optional.of(DensityUnit.PER_CM3));
    }

    private int cellsOfBlock() {
        return m_shape[1] * m_shape[2] * m_shape[3];
    }

    private int perPart() {
        return Math.max(Math.max(1, m_data[0][0].thickness()), CELLS / Math.max(1, cellsOfBlock()));
    }

    @Override
    public long bytes() {
        return 3L * Double.BYTES * perPart() * cellsOfBlock() * SPECIES.size() * MOMENTS.length();
    }

    @Override
    public List<String> doubts() {
        return List.of("Densities are those of neutrinos of " + (int) ENERGY + " MeV in the units of Emu's script for "
            + "FLASH; what is off the diagonal of the density matrices is left out.");
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress)
        throws IOException {
        for (int block = 0; block < m_shape[0]; block += perPart()) {
            progress.report(block / (double) m_shape[0], "reading block " + block);
            final int count = Math.min(perPart(), m_shape[0] - block);
            final double[][][] data = new double[SPECIES.size()][MOMENTS.length()][];
            for (int s = 0; s < data.length; s++) {
                for (int c = 0; c < data[s].length; c++) {
                    data[s][c] = m_data[s][c].read(new int[]{block, 0, 0, 0},
                        new int[]{count, m_shape[1], m_shape[2], m_shape[3]});
                }
            }
            for (int b = 0; b < count; b++) {
                if (m_types[block + b] == LEAF) {
                    block(block + b, b, data, choice, cells);
                }
            }
        }
    }

    private void block(final int block, final int part, final double[][][] data, final CellChoice choice,
        final CellFilter cells) {
        final int[] index = new int[3];
        for (int c = 0; c < cellsOfBlock(); c++) {
            index[0] = c % m_shape[3];
            index[1] = c / m_shape[3] % m_shape[2];
            index[2] = c / m_shape[3] / m_shape[2];
            final double[] place = {centre(block, 0, index), centre(block, 1, index), centre(block, 2, index)};
            if (index[0] % choice.every() == 0 && index[1] % choice.every() == 0 && index[2] % choice.every() == 0
                && choice.holds(place[0], place[1], place[2])) {
                final double[][] moments = new double[SPECIES.size()][MOMENTS.length()];
                for (int s = 0; s < moments.length; s++) {
                    moments[s][0] = PER_CCM * data[s][0][part * cellsOfBlock() + c];
                    for (int a = 1; a < moments[s].length; a++) {
                        moments[s][a] = moments[s][0] * data[s][a][part * cellsOfBlock() + c];
                    }
                }
                cells.fluxes(block + "_" + index[0] + "_" + index[1] + "_" + index[2], SPECIES, moments, place);
            }
        }
    }

    private double centre(final int block, final int axis, final int[] index) {
        if (axis >= m_axes) {
            return 0;
        }
        final double lower = m_boxes[(block * m_axes + axis) * 2];
        final double upper = m_boxes[(block * m_axes + axis) * 2 + 1];
        return lower + (index[axis] + 0.5) * (upper - lower) / m_shape[3 - axis];
    }

    @Override
    public void close() {
        m_file.close();
    }
}
