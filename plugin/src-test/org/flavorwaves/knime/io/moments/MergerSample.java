package org.flavorwaves.knime.io.moments;

import java.nio.file.Path;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;

/**
 * A merger remnant as M1 simulations see it, made up of simple functions and written as Emu and Rhea read it: a disk
 * about z shines with more electron antineutrinos than neutrinos towards the poles and fewer at the equator;
 * antineutrinos leave deeper layers, and heavy-lepton neutrinos still deeper ones, so that they flow more outward.
 * Below 12 km and beyond 60 km there is nothing (NaN).
 */
final class MergerSample {
    /** Of the files of the workflows: a slice of 5 km on either side of y = 0. */
    private static final int[] SLICE = {25, 3, 17};

    /** Distance of cells of the slice in km. */
    private static final double SLICE_STEP = 5;

    private static final double CM_PER_KM = 1e5;

    private static final double INNER = 12;

    private static final double OUTER = 60;

    /** Density near the disk in cm^-3. */
    private static final double DENSITY = 2e33;

    private static final double DISK = 20;

    /** Share of the sum of the four heavy-lepton kinds in the density of nu_e. */
    private static final double HEAVY = 0.8;

    /** Distance in km from which the kinds e, a, x flow freely. */
    private static final double[] FREE = {30, 24, 14};

    private final int[] m_grid;

    private final double m_step;

    private MergerSample(final int[] grid, final double step) {
        m_grid = grid;
        m_step = step;
    }

    /**
     * Writes a file: the one of the workflows, or the half space above z = 0 with many cells.
     *
     * @param arguments its path, and if wanted the least number of cells that are not NaN
     */
    public static void main(final String[] arguments) {
        if (arguments.length == 1) {
            write(Path.of(arguments[0]));
            return;
        }
        final double volume = 2 * Math.PI / 3 * (OUTER * OUTER * OUTER - INNER * INNER * INNER);
        final int half = (int) Math.ceil(OUTER * Math.cbrt(Double.parseDouble(arguments[1]) / volume));
        new MergerSample(new int[]{2 * half + 1, 2 * half + 1, half + 1}, OUTER / half).make(Path.of(arguments[0]));
    }

    static void write(final Path path) {
        new MergerSample(SLICE, SLICE_STEP).make(path);
    }

    private void make(final Path path) {
        final float[][][][] density = new float[3][m_grid[0]][m_grid[1]][m_grid[2]];
        final float[][][][][] flux = new float[3][3][m_grid[0]][m_grid[1]][m_grid[2]];
        final float[][][][] matter = new float[3][m_grid[0]][m_grid[1]][m_grid[2]];
        for (int i = 0; i < m_grid[0]; i++) {
            for (int j = 0; j < m_grid[1]; j++) {
                for (int k = 0; k < m_grid[2]; k++) {
                    cell(i, j, k, density, flux, matter);
                }
            }
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            for (int s = 0; s < 3; s++) {
                file.putDataset("n_" + "eax".charAt(s) + "(1|ccm)", density[s]);
                file.putDataset("fn_" + "eax".charAt(s) + "(1|ccm)", flux[s]);
            }
            file.putDataset("rho(g|ccm)", matter[0]);
            file.putDataset("T(MeV)", matter[1]);
            file.putDataset("Ye", matter[2]);
            for (int a = 0; a < 3; a++) {
                final double[] line = new double[m_grid[a]];
                for (int c = 0; c < line.length; c++) {
                    line[c] = CM_PER_KM * place(a, c);
                }
                file.putDataset("xyz".charAt(a) + "(cm)", line);
            }
        }
    }

    /** The plane z = 0 is the first one, the others are symmetric. */
    private double place(final int axis, final int index) {
        return m_step * (axis == 2 ? index : index - m_grid[axis] / 2);
    }

    private void cell(final int i, final int j, final int k, final float[][][][] density,
        final float[][][][][] flux, final float[][][][] matter) {
        final double[] x = {place(0, i), place(1, j), place(2, k)};
        final double r = Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
        final double cos2 = r == 0 ? 0 : x[2] * x[2] / (r * r);
        matter[0][i][j][k] = (float) (1e12 * Math.exp(-r / 6 - 3 * cos2));
        matter[1][i][j][k] = (float) (8 * Math.exp(-r / 25));
        matter[2][i][j][k] = (float) (0.1 + 0.35 * cos2);
        final boolean inside = r > INNER && r < OUTER;
        final double electrons = DENSITY * DISK * DISK / (r * r + DISK * DISK) * (1 + 0.2 * cos2);
        final double[] n = {electrons, electrons * (0.75 + 0.6 * cos2), electrons * HEAVY};
        for (int s = 0; s < 3; s++) {
            density[s][i][j][k] = (float) (inside ? n[s] : Double.NaN);
            for (int a = 0; a < 3; a++) {
                flux[s][a][i][j][k] = (float) (inside ? n[s] * r / (r + FREE[s]) * x[a] / r : Double.NaN);
            }
        }
    }
}
