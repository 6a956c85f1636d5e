package org.flavorwaves.knime.io.moments.codes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * The M1 moments of a neutron-star merger in an orthonormal frame, as Emu and Rhea read them: number densities
 * {@code n_e(1|ccm)}, {@code n_a(1|ccm)}, {@code n_x(1|ccm)} of shape (Nx, Ny, Nz) and number fluxes over c
 * {@code fn_e(1|ccm)} ... of shape (3, Nx, Ny, Nz), all in cm^-3; x is the sum of mu, tau and their antineutrinos.
 * Cells outside of the simulation are NaN. Coordinates are lines or fields in cm or km.
 */
final class MergerMoments implements MomentsFile {
    private static final String[] KINDS = {"e", "a", "x"};

    private static final List<String> SPECIES = List.of("nu_e", "nubar_e", "nu_x_sum4");

    private static final double CM_PER_KM = 1e5;

    private static final int LONGEST_AXIS = 1 << 20;

    private final HdfData m_file;

    private final HdfArray[] m_density = new HdfArray[KINDS.length];

    private final HdfArray[] m_flux = new HdfArray[KINDS.length];

    private final Map<String, Extra> m_extras = new LinkedHashMap<>();

    private final int[] m_grid;

    private final GridBlocks m_blocks;

    /** A number that every cell has: a field, or for coordinates a line along an axis. */
    private record Extra(HdfArray array, double factor, int axis) {
        double[] block(final int[] offset, final int[] shape) {
            final double[] values = axis < 0 ? array.read(offset, shape)
                : array.read(new int[]{offset[axis]}, new int[]{shape[axis]});
            for (int i = 0; i < values.length; i++) {
                values[i] *= factor;
            }
            return values;
        }

        int index(final int cell, final int[] index) {
            return axis < 0 ? cell : index[axis];
        }
    }

    MergerMoments(final HdfData file) {
        m_file = file;
        m_density[0] = file.require("n_e(1|ccm)").requireShape(-1, -1, -1);
        m_grid = m_density[0].shape();
        for (int s = 0; s < KINDS.length; s++) {
            m_density[s] = file.require("n_" + KINDS[s] + "(1|ccm)").requireShape(m_grid);
            m_flux[s] = file.require("fn_" + KINDS[s] + "(1|ccm)").requireShape(3, m_grid[0], m_grid[1], m_grid[2]);
        }
        for (int a = 0; a < 3; a++) {
            coordinate("xyz".substring(a, a + 1), a);
        }
        field("rho", "rho(g|ccm)");
        field("T", "T(MeV)");
        field("Ye", "Ye");
        m_blocks = new GridBlocks(m_density[0]);
    }

    static boolean recognizes(final HdfData file) {
        return file.names("/").contains("n_e(1|ccm)");
    }

    private void coordinate(final String name, final int axis) {
        final Optional<HdfArray> cm = m_file.find(name + "(cm)");
        final Optional<HdfArray> array = cm.isPresent() ? cm : m_file.find(name + "(km)");
        array.ifPresent(found -> {
            final boolean line = found.shape().length == 1;
            if (line) {
                found.requireShape(Math.min(m_grid[axis], LONGEST_AXIS));
            } else {
                found.requireShape(m_grid);
            }
            m_extras.put(name, new Extra(found, cm.isPresent() ? 1 : CM_PER_KM, line ? axis : -1));
        });
    }

    private void field(final String name, final String dataset) {
        m_file.find(dataset)
            .ifPresent(array -> m_extras.put(name, new Extra(array.requireShape(m_grid), 1, -1)));
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.MERGER, true, false, List.copyOf(m_extras.keySet()),
            Optional.of(DensityUnit.PER_CM3));
    }

    @Override
    public long bytes() {
        return 3 * Double.BYTES * m_blocks.cells() * (4L * KINDS.length + m_extras.size());
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress)
        throws IOException {
        for (int a = 0; a < 3; a++) {
            final String axis = "xyz".substring(a, a + 1);
            if (choice.isBounded(a) && !m_extras.containsKey(axis)) {
                throw new StateFormatException("The range of " + axis + " cannot be used, since the file has no "
                    + axis + "(cm) or " + axis + "(km).");
            }
        }
        m_blocks.each((offset, shape) -> block(offset, shape, choice, cells), progress);
    }

    private void block(final int[] offset, final int[] shape, final CellChoice choice, final CellFilter cells) {
        final double[][] density = new double[KINDS.length][];
        final double[][] flux = new double[KINDS.length][];
        for (int s = 0; s < KINDS.length; s++) {
            density[s] = m_density[s].read(offset, shape);
            flux[s] = m_flux[s].read(new int[]{0, offset[0], offset[1], offset[2]},
                new int[]{3, shape[0], shape[1], shape[2]});
        }
        final List<Extra> extras = List.copyOf(m_extras.values());
        final List<String> names = new ArrayList<>(m_extras.keySet());
        final double[][] beside = extras.stream().map(extra -> extra.block(offset, shape)).toArray(double[][]::new);
        final int[] place = {names.indexOf("x"), names.indexOf("y"), names.indexOf("z")};
        final int size = shape[0] * shape[1] * shape[2];
        final int[] index = new int[3];
        for (int c = 0; c < size; c++) {
            index[0] = c / (shape[1] * shape[2]);
            index[1] = c / shape[2] % shape[1];
            index[2] = c % shape[2];
            if (!isChosen(offset, index, choice.every())) {
                continue;
            }
            final double[] values = new double[extras.size()];
            for (int e = 0; e < values.length; e++) {
                values[e] = beside[e][extras.get(e).index(c, index)];
            }
            if (choice.holds(at(values, place[0]), at(values, place[1]), at(values, place[2]))) {
                cells.fluxes((offset[0] + index[0]) + "_" + (offset[1] + index[1]) + "_" + (offset[2] + index[2]),
                    SPECIES, moments(density, flux, c, size), values);
            }
        }
    }

    private static double at(final double[] values, final int index) {
        return index < 0 ? 0 : values[index];
    }

    private static boolean isChosen(final int[] offset, final int[] index, final int every) {
        for (int a = 0; a < 3; a++) {
            if ((offset[a] + index[a]) % every != 0) {
                return false;
            }
        }
        return true;
    }

    private static double[][] moments(final double[][] density, final double[][] flux, final int cell, final int size) {
        final double[][] moments = new double[KINDS.length][];
        for (int s = 0; s < KINDS.length; s++) {
            moments[s] = new double[]{density[s][cell], flux[s][cell], flux[s][size + cell], flux[s][2 * size + cell]};
        }
        return moments;
    }

    @Override
    public void close() {
        m_file.close();
    }
}
