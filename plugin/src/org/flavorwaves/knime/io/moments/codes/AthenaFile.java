package org.flavorwaves.knime.io.moments.codes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.hdf.HdfArray;
import org.flavorwaves.knime.io.hdf.HdfData;

/**
 * An .athdf file of Athena++ and its descendants: variables of shape (variable, block, k, j, i) on blocks of equal
 * numbers of cells, with the centres of the cells and, of uniform grids, the layers of ghost cells that blocks share.
 */
final class AthenaFile implements Closeable {
    private static final int AXES = 3;

    private static final int MOST_COORDINATES = 1 << 26;

    /** Deviation of an edge from its place, in cells. */
    private static final double MISPLACED = 1e-3;

    private final HdfData m_file;

    private final int m_blocks;

    /** Cells of a block along x, y, z with the ghost cells. */
    private final int[] m_size = new int[AXES];

    private final int[] m_ghosts = new int[AXES];

    private final double[][] m_centres = new double[AXES][];

    private final double[] m_locations;

    private final Map<String, Variable> m_variables = new HashMap<>();

    /** A variable that is stored with others. */
    private record Variable(HdfArray array, int index) {
    }

    AthenaFile(final HdfData file) {
        m_file = file;
        m_blocks = whole("NumMeshBlocks", file.numbers("NumMeshBlocks")[0]);
        final double[] size = file.numbers("MeshBlockSize");
        if (size.length != AXES) {
            throw new StateFormatException("MeshBlockSize has " + size.length + " numbers; it needs 3.");
        }
        m_locations = file.require("LogicalLocations").requireShape(m_blocks, AXES).readAll(MOST_COORDINATES);
        for (int a = 0; a < AXES; a++) {
            m_size[a] = whole("MeshBlockSize", size[a]);
            m_centres[a] =
                file.require("x" + (a + 1) + "v").requireShape(m_blocks, m_size[a]).readAll(MOST_COORDINATES);
            m_ghosts[a] = m_size[a] == 1 ? 0 : ghosts(a);
        }
        variables();
    }

    static boolean recognizes(final HdfData file) {
        return file.names("/").containsAll(List.of("LogicalLocations", "Levels", "x1f", "x1v"));
    }

    static AthenaFile open(final Path path) throws IOException {
        final HdfData file = HdfData.open(path);
        try {
            if (!recognizes(file)) {
                throw new StateFormatException("The HDF5 file is no .athdf file; it lacks LogicalLocations.");
            }
            return new AthenaFile(file);
        } catch (final StateFormatException e) {
            file.close();
            throw new StateFormatException(path.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static int whole(final String name, final double value) {
        if (!(value >= 1 && value <= Integer.MAX_VALUE && value == Math.rint(value))) {
            throw new StateFormatException("The attribute '" + name + "' is " + value
                + "; it must be a positive whole number.");
        }
        return (int) value;
    }

    /**
     * Layers of ghost cells: a block that is number l at its level begins g cells before l blocks of n - 2 g cells.
     */
    private int ghosts(final int axis) {
        final double[] root = m_file.numbers("RootGridX" + (axis + 1));
        final double[] edges = m_file.require("x" + (axis + 1) + "f").requireShape(m_blocks, m_size[axis] + 1)
            .readAll(MOST_COORDINATES);
        int layers = -1;
        for (int b = 0; b < m_blocks; b++) {
            final double first = edges[b * (m_size[axis] + 1)];
            final double last = edges[(b + 1) * (m_size[axis] + 1) - 1];
            final double width = (last - first) / m_size[axis];
            final double location = m_locations[b * AXES + axis];
            final double found = (location * m_size[axis] - (first - root[0]) / width) / (2 * location + 1);
            final long whole = Math.round(found);
            if (!(width > 0) || !(Math.abs(found - whole) < MISPLACED) || whole < 0 || 2 * whole >= m_size[axis]
                || layers >= 0 && whole != layers) {
                throw new StateFormatException("Block " + b + " has the edges " + first + " and " + last + " along x"
                    + (axis + 1) + ", which do not fit to its logical location " + location + " in a uniform grid "
                    + "from " + root[0] + " on; stretched grids are not read.");
            }
            layers = (int) whole;
        }
        return layers;
    }

    private void variables() {
        final List<String> datasets = m_file.texts("DatasetNames");
        final List<String> names = m_file.texts("VariableNames");
        final double[] counts = m_file.numbers("NumVariables");
        if (counts.length != datasets.size() || Arrays.stream(counts).sum() != names.size()) {
            throw new StateFormatException("The file says " + Arrays.toString(counts) + " variables in the datasets "
                + datasets + ", but names " + names.size() + ".");
        }
        int next = 0;
        for (int d = 0; d < counts.length; d++) {
            final HdfArray array = m_file.require(datasets.get(d)).requireShape((int) counts[d], m_blocks, m_size[2],
                m_size[1], m_size[0]);
            for (int v = 0; v < counts[d]; v++) {
                m_variables.put(names.get(next++), new Variable(array, v));
            }
        }
    }

    /** In the unit of time of the code. */
    double time() {
        return m_file.numbers("Time")[0];
    }

    boolean has(final String variable) {
        return m_variables.containsKey(variable);
    }

    List<String> names() {
        return m_variables.keySet().stream().sorted().toList();
    }

    int blocks() {
        return m_blocks;
    }

    /** Cells of a block, with the ghost cells. */
    int cells() {
        return m_size[0] * m_size[1] * m_size[2];
    }

    /**
     * Where a cell of a block is.
     *
     * @param cell its number, i fastest
     * @return its indices i, j, k among the cells that are no ghosts; negative or beyond them if it is one
     */
    int[] index(final int cell) {
        return new int[]{cell % m_size[0] - m_ghosts[0], cell / m_size[0] % m_size[1] - m_ghosts[1],
            cell / m_size[0] / m_size[1] - m_ghosts[2]};
    }

    boolean isGhost(final int[] index) {
        for (int a = 0; a < AXES; a++) {
            if (index[a] < 0 || index[a] >= m_size[a] - 2 * m_ghosts[a]) {
                return true;
            }
        }
        return false;
    }

    /** Coordinate of the centre of a cell. */
    double centre(final int axis, final int block, final int[] index) {
        return m_centres[axis][block * m_size[axis] + index[axis] + m_ghosts[axis]];
    }

    /**
     * Reads a variable.
     *
     * @param name its name
     * @param block first block
     * @param count number of blocks
     * @return its values, i fastest
     */
    double[] read(final String name, final int block, final int count) {
        final Variable variable = m_variables.get(name);
        if (variable == null) {
            throw new StateFormatException("The variable '" + name + "' is missing; found: "
                + String.join(", ", names()) + ".");
        }
        return variable.array().read(new int[]{variable.index(), block, 0, 0, 0},
            new int[]{1, count, m_size[2], m_size[1], m_size[0]});
    }

    /** Refuses a file of other cells or another time. */
    void requireSame(final AthenaFile other, final String what) {
        if (!Arrays.equals(m_size, other.m_size) || m_blocks != other.m_blocks
            || !Arrays.equals(m_locations, other.m_locations) || !Arrays.deepEquals(m_centres, other.m_centres)) {
            throw new StateFormatException(what + " has other blocks or cells; it must be of the same output.");
        }
        if (time() != other.time()) {
            throw new StateFormatException(what + " is of the time " + other.time() + ", but the moments are of "
                + time() + " (units of the code).");
        }
    }

    @Override
    public void close() {
        m_file.close();
    }
}
