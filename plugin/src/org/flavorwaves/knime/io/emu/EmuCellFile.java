package org.flavorwaves.knime.io.emu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.hdf.HdfArray;
import org.flavorwaves.knime.io.hdf.HdfData;

/**
 * Emu's {@code cell_i_j_k.h5}: the particles of one cell, a dataset a quantity. Numbers count the cell, whose volume
 * the file does not say.
 */
public final class EmuCellFile {
    private static final int MOST_PARTICLES = 1 << 24;

    private EmuCellFile() {
    }

    /**
     * Whether it is such a file.
     *
     * @param file an HDF5 file
     * @return true if there are momenta and density matrices
     */
    public static boolean recognizes(final HdfData file) {
        return file.names("/").containsAll(List.of("pupt", "pos_x")) && (file.names("/").contains("N00_Re")
            || file.names("/").contains("f00_Re"));
    }

    private static List<String> names(final HdfData file) {
        return List.copyOf(file.names("/"));
    }

    /**
     * The optional columns.
     *
     * @param path the file
     * @return its columns
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is not whole
     */
    public static StateFileColumns columns(final Path path) throws IOException {
        try (HdfData file = HdfData.open(path)) {
            return columns(new EmuCounts(names(file)));
        }
    }

    private static StateFileColumns columns(final EmuCounts counts) {
        return new StateFileColumns(true, true, false, false, false, false, Optional.of(DensityUnit.PER_CM3),
            counts.extras());
    }

    /**
     * Reads the cell.
     *
     * @param path the file
     * @param hints volume of the cell, largest occupation, and whether three flavors are kept
     * @return one cell
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is not whole or holds no state, or the volume is not known
     */
    public static StateFile read(final Path path, final StateHints hints)
        throws IOException {
        final double volume = hints.cellVolume();
        if (!(volume > 0)) {
            throw new StateFormatException("Emu's cell_i_j_k.h5 counts the neutrinos of a cell, whose volume it does "
                + "not say. Set the volume of a cell in cm^3; Emu's own script assumes 1e15.");
        }
        try (HdfData file = HdfData.open(path)) {
            final List<String> names = names(file);
            final EmuCounts counts = new EmuCounts(names);
            final HdfArray first = file.require("pupt").requireShape(-1);
            final int size = (int) Math.min(Integer.MAX_VALUE, first.size());
            final List<double[]> rows = new ArrayList<>();
            for (int q = 0; q < names.size(); q++) {
                final double[] values = file.require(names.get(q)).requireShape(size).readAll(MOST_PARTICLES);
                for (int i = 0; i < size; i++) {
                    if (q == 0) {
                        rows.add(new double[names.size()]);
                    }
                    rows.get(i)[q] = values[i];
                }
            }
            final double[] place = new double[3];
            for (final double[] row : rows) {
                if (!counts.divide(row, volume)) {
                    throw new StateFormatException("The cell holds NaN or infinity.");
                }
                for (int a = 0; a < place.length; a++) {
                    place[a] += row[counts.columns().index("pos_" + "xyz".charAt(a))] / size;
                }
            }
            final List<Long> numbers = LongStream.rangeClosed(1, size).boxed().toList();
            final String name = path.getFileName().toString().replaceFirst("^cell_", "").replaceFirst("\\.h5$", "");
            return new StateFile(List.of(new EmuStates(counts.columns(), rows, numbers, "Particle",
                hints.threeFlavors())
                .cell(Optional.of(name), hints, counts.extras(place, rows))), columns(counts), List.of(),
                List.of());
        }
    }
}
