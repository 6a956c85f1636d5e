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
    private static final int[] GRID = {25, 3, 17};

    /** Distance of cells in km. */
    private static final double STEP = 5;

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

    private MergerSample() {
    }

    /**
     * Writes the file.
     *
     * @param arguments its path
     */
    public static void main(final String[] arguments) {
        write(Path.of(arguments[0]));
    }

    static void write(final Path path) {
        final float[][][][] density = new float[3][GRID[0]][GRID[1]][GRID[2]];
        final float[][][][][] flux = new float[3][3][GRID[0]][GRID[1]][GRID[2]];
        final float[][][][] matter = new float[3][GRID[0]][GRID[1]][GRID[2]];
        for (int i = 0; i < GRID[0]; i++) {
            for (int j = 0; j < GRID[1]; j++) {
                for (int k = 0; k < GRID[2]; k++) {
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
                final double[] line = new double[GRID[a]];
                for (int c = 0; c < line.length; c++) {
                    line[c] = CM_PER_KM * place(a, c);
                }
                file.putDataset("xyz".charAt(a) + "(cm)", line);
            }
        }
    }

    /** The plane z = 0 is the first one, the others are symmetric. */
    private static double place(final int axis, final int index) {
        return STEP * (axis == 2 ? index : index - GRID[axis] / 2);
    }

    private static void cell(final int i, final int j, final int k, final float[][][][] density,
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
