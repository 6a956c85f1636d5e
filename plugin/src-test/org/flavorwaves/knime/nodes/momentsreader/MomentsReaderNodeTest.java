package org.flavorwaves.knime.nodes.momentsreader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** The node Moments Reader, on files that are written here as the codes write them. */
class MomentsReaderNodeTest {
    /** Sizes of the grid of the merger. */
    private static final int[] GRID = {3, 4, 5};

    private static final double PER_CCM = 1e33;

    @TempDir
    private Path m_folder;

    private static NodeTester node(final Path file) {
        return NodeTester.of(MomentsReaderNodeFactory::configure, MomentsReaderNodeFactory::execute,
            new MomentsReaderParameters()).set("path", file.toString());
    }

    /** Density of a kind in a cell, different in all of them. */
    private static double density(final int kind, final int i, final int j, final int k) {
        return PER_CCM * (1 + kind + 0.1 * i + 0.01 * j + 0.001 * k);
    }

    private Path merger(final String skip, final boolean fields) {
        final Path path = m_folder.resolve("model_rl0_orthonormal.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            for (int s = 0; s < 3; s++) {
                final double[][][] n = new double[GRID[0]][GRID[1]][GRID[2]];
                final double[][][][] f = new double[3][GRID[0]][GRID[1]][GRID[2]];
                for (int i = 0; i < GRID[0]; i++) {
                    for (int j = 0; j < GRID[1]; j++) {
                        for (int k = 0; k < GRID[2]; k++) {
                            n[i][j][k] = density(s, i, j, k);
                            for (int a = 0; a < 3; a++) {
                                f[a][i][j][k] = 0.1 * (a + 1) * (s == 1 ? -1 : 1) * n[i][j][k];
                            }
                        }
                    }
                }
                n[0][0][0] = Double.NaN;
                f[2][0][0][1] = 2 * n[0][0][1];
                put(file, skip, "n_" + "eax".charAt(s) + "(1|ccm)", n);
                put(file, skip, "fn_" + "eax".charAt(s) + "(1|ccm)", f);
            }
            put(file, skip, "x(cm)", new double[]{-1e5, 0, 1e5});
            final double[][][] rho = new double[GRID[0]][GRID[1]][GRID[2]];
            final double[][][] z = new double[GRID[0]][GRID[1]][GRID[2]];
            for (int i = 0; i < GRID[0]; i++) {
                for (int j = 0; j < GRID[1]; j++) {
                    for (int k = 0; k < GRID[2]; k++) {
                        rho[i][j][k] = 1e10 * (i + 1) + j;
                        z[i][j][k] = k;
                    }
                }
            }
            if (fields) {
                put(file, skip, "z(km)", z);
                put(file, skip, "rho(g|ccm)", rho);
            }
        }
        return path;
    }

    private static void put(final WritableHdfFile file, final String skip, final String name, final Object data) {
        if (!name.equals(skip)) {
            file.putDataset(name, data);
        }
    }

    /** Emu's initial condition scripts take n_x/4 of each heavy kind and F/n as the flux factor. */
    @Test
    void mergerFilesBecomeMomentsWithTheSumOfFour() throws Exception {
        final BufferedDataTable[] out = node(merger("", true)).run();
        assertThat(out[0].getDataTableSpec().getColumnNames()).containsExactly("cell", "species", "n", "fx", "fy",
            "fz", "x", "z", "rho");
        assertThat(out[0].getDataTableSpec().getColumnSpec("n").getProperties().getProperty("unit"))
            .isEqualTo("cm^-3");
        assertThat(out[0].size()).isEqualTo(3 * (60 - 2));
        final int last = 3 * 58 - 1;
        assertThat(Tables.texts(out[0], "cell").get(last)).isEqualTo("2_3_4");
        assertThat(Tables.texts(out[0], "species").subList(0, 3)).containsExactly("nu_e", "nubar_e", "nu_x_sum4");
        assertThat(Tables.numbers(out[0], "n")[last]).isEqualTo(density(2, 2, 3, 4));
        assertThat(Tables.numbers(out[0], "fz")[last]).isEqualTo(0.3, within(1e-15));
        assertThat(Tables.numbers(out[0], "fy")[last - 1]).isEqualTo(-0.2, within(1e-15));
        assertThat(Tables.numbers(out[0], "x")[last]).isEqualTo(1e5);
        assertThat(Tables.numbers(out[0], "z")[last]).isEqualTo(4e5);
        assertThat(Tables.numbers(out[0], "rho")[last]).isEqualTo(3e10 + 3);
        assertThat(Tables.texts(out[1], "format")).containsExactly("M1 merger HDF5");
        assertThat(Tables.numbers(out[1], "cells")).containsExactly(58);
        assertThat(Tables.numbers(out[1], "dropped_nan")).containsExactly(1);
        assertThat(Tables.numbers(out[1], "dropped_impossible")).containsExactly(1);
    }

    @Test
    void everyNthCellAndRangesAreChosen() throws Exception {
        final BufferedDataTable[] second = node(merger("", true)).set("every", 2).run();
        assertThat(Tables.texts(second[0], "cell").stream().distinct()).containsExactly("0_0_2", "0_0_4", "0_2_0",
            "0_2_2", "0_2_4", "2_0_0", "2_0_2", "2_0_4", "2_2_0", "2_2_2", "2_2_4");
        final BufferedDataTable[] range = node(merger("", true)).set("rangeX", "0, 0").set("rangeZ", "3e5 4e5").run();
        assertThat(Tables.texts(range[0], "cell").stream().distinct()).containsExactly("1_0_3", "1_0_4", "1_1_3",
            "1_1_4", "1_2_3", "1_2_4", "1_3_3", "1_3_4");
        assertThatThrownBy(() -> node(merger("", true)).set("rangeY", "0, 1").run())
            .hasMessageContaining("the file has no y(cm) or y(km)");
        assertThatThrownBy(() -> node(merger("", true)).set("rangeX", "1, 0").run())
            .hasMessageContaining("rangeX must be two numbers");
        assertThatThrownBy(() -> node(merger("", true)).set("rangeX", "7e5, 8e5").run())
            .hasMessageContaining("No cells were read");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> node(merger("fn_a(1|ccm)", false)).run())
            .hasMessageContaining("The dataset 'fn_a(1|ccm)' is missing in the HDF5 file; found: ");
        final Path unknown = m_folder.resolve("unknown.h5");
        try (WritableHdfFile file = HdfFile.write(unknown)) {
            file.putDataset("rho", new double[]{1, 2});
        }
        assertThatThrownBy(() -> node(unknown).run()).hasMessageContaining("is none of the M1 moments")
            .hasMessageContaining("found: rho");
    }

    /** Rhea: [simulation, xyzt, nu/nubar, flavor], density last of xyzt. */
    private Path rhea(final boolean alsoMerger) {
        final Path path = m_folder.resolve("asymptotic_random.h5");
        final double[][][][] f4 = new double[2][4][2][3];
        for (int sim = 0; sim < 2; sim++) {
            for (int bar = 0; bar < 2; bar++) {
                for (int flavor = 0; flavor < 3; flavor++) {
                    final double n = PER_CCM * (1 + sim + 0.1 * bar + 0.01 * flavor);
                    f4[sim][3][bar][flavor] = n;
                    f4[sim][0][bar][flavor] = 0.25 * n;
                    f4[sim][2][bar][flavor] = -0.5 * n;
                }
            }
        }
        final double[][][][] after = new double[2][4][2][3];
        after[0][3][0][0] = PER_CCM;
        after[1][3][1][2] = 2 * PER_CCM;
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset("nf", 3);
            file.putDataset("F4_initial(1|ccm)", f4);
            file.putDataset("F4_final(1|ccm)", after);
            file.putDataset("growthRate(1|s)", new double[]{1e10, 2e10});
            if (alsoMerger) {
                file.putDataset("n_e(1|ccm)", new double[2][2][2]);
            }
        }
        return path;
    }

    /** Rhea's ntotal is the sum of the density component over nu, nubar and flavors. */
    @Test
    void rheaListsKeepTheTotalDensity() throws Exception {
        final BufferedDataTable[] out = node(rhea(false)).run();
        assertThat(Tables.texts(out[0], "species").subList(0, 4)).containsExactly("nu_e", "nubar_e", "nu_x",
            "nubar_x");
        final double[] n = Arrays.stream(Tables.numbers(out[0], "n")).map(x -> x / PER_CCM).toArray();
        assertThat(n[4] + n[5] + 2 * (n[6] + n[7])).isEqualTo(6 * 2 + 0.3 + 0.06, within(1e-14));
        assertThat(n[6]).isEqualTo(2.015, within(1e-15));
        assertThat(Tables.numbers(out[0], "fx")[6]).isEqualTo(0.25, within(1e-15));
        assertThat(Tables.numbers(out[0], "fy")[6]).isZero();
        assertThat(Tables.numbers(out[0], "fz")[7]).isEqualTo(-0.5, within(1e-15));
        assertThat(Tables.numbers(out[0], "growth_rate_in_file")[7]).isEqualTo(2e10);
        final BufferedDataTable[] end = node(rhea(false)).set("moment", "FINAL").run();
        assertThat(Tables.numbers(end[0], "n")).containsExactly(PER_CCM, 0, 0, 0, 0, 0, 0, PER_CCM);
        final BufferedDataTable[] apart = node(rhea(false)).set("heavyFlavors", "SEPARATE").run();
        assertThat(Tables.texts(apart[0], "species").subList(0, 6)).containsExactly("nu_e", "nubar_e", "nu_mu",
            "nubar_mu", "nu_tau", "nubar_tau");
        assertThat(Arrays.stream(Tables.numbers(apart[0], "n")).skip(6).map(x -> x / PER_CCM).toArray())
            .containsExactly(new double[]{2, 2.1, 2.01, 2.11, 2.02, 2.12}, within(1e-14));
        assertThat(Tables.texts(apart[1], "species_meaning")).containsExactly("nu_mu and nu_tau are kinds of their "
            + "own");
    }

    @Test
    void filesOfTwoLayoutsAreRefusedWithBothNames() {
        assertThatThrownBy(() -> node(rhea(true)).run()).hasMessageContaining("n_e(1|ccm)")
            .hasMessageContaining("F4_initial(1|ccm)").hasMessageContaining("nothing tells which");
    }

    /** Emu writes each element as (time, z); sums over flavors and cells times dz are its conserved numbers. */
    @Test
    void emuLinesAreReadAtATime() throws Exception {
        final Path path = m_folder.resolve("allData.h5");
        final double[] dz = {2.5};
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset("dz(cm)", dz[0]);
            file.putDataset("t(s)", new double[]{0, 1e-10, 2e-10});
            for (int flavor = 0; flavor < 3; flavor++) {
                for (final String suffix : new String[]{"", "bar"}) {
                    final double[][] n = new double[3][4];
                    final double[][] f = new double[3][4];
                    for (int t = 0; t < 3; t++) {
                        for (int z = 0; z < 4; z++) {
                            n[t][z] = PER_CCM * (10 * t + z + 1 + flavor + (suffix.isEmpty() ? 0 : 0.5));
                            f[t][z] = n[t][z] * (flavor == 0 ? 0.3 : -0.2);
                        }
                    }
                    final String name = "" + flavor + flavor + "_Re" + suffix + "(1|ccm)";
                    file.putDataset("N" + name, n);
                    file.putDataset("Fx" + name, new double[3][4]);
                    file.putDataset("Fy" + name, new double[3][4]);
                    file.putDataset("Fz" + name, f);
                }
            }
        }
        final BufferedDataTable[] out = node(path).set("time", "0.9e-10").set("rangeZ", "2.5, 100").run();
        assertThat(Tables.texts(out[0], "cell").subList(0, 4)).containsExactly("1", "1", "1", "1");
        assertThat(Tables.texts(out[0], "species").subList(0, 4)).containsExactly("nu_e", "nubar_e", "nu_x",
            "nubar_x");
        assertThat(Tables.numbers(out[0], "z")[0]).isEqualTo(1.5 * dz[0]);
        assertThat(Arrays.stream(Tables.numbers(out[0], "n")).limit(4).map(x -> x / PER_CCM).toArray())
            .containsExactly(new double[]{12, 12.5, 13.5, 14}, within(1e-14));
        assertThat(Arrays.copyOf(Tables.numbers(out[0], "fz"), 4))
            .containsExactly(new double[]{0.3, 0.3, -0.2, -0.2}, within(1e-15));
        assertThat(Arrays.stream(Tables.numbers(node(path).set("time", "0").set("heavyFlavors", "SEPARATE").run()[0],
            "n")).limit(6).map(x -> x / PER_CCM).toArray())
            .containsExactly(new double[]{1, 1.5, 2, 2.5, 3, 3.5}, within(1e-14));
        assertThat(Tables.numbers(out[1], "time")).containsExactly(1e-10);
        assertThat(Tables.numbers(node(path).run()[1], "time")).containsExactly(2e-10);
        assertThatThrownBy(() -> node(path).set("time", "1, 2").run()).hasMessageContaining("time must be one number");
    }

    private Path text(final String content) throws IOException {
        final Path path = m_folder.resolve("moments.csv");
        Files.writeString(path, content);
        return path;
    }

    @Test
    void textIsReadByCell() throws Exception {
        final String head = "cell,species,n,fx,fy,fz,rho\n";
        final BufferedDataTable[] out = node(text(head + "a,nu_e,2e33,0,0,0.5,1e9\na,nubar_e,1e33,0,0,0.6,1e9\n"
            + "b,nu_e,NaN,0,0,0.5,1e9\nb,nubar_e,1,0,0,0,1e9\nc,nu_e,1,0,1.1,0,\nd,nu_x,3,0.1,0,0,\n")).run();
        assertThat(Tables.texts(out[0], "cell")).containsExactly("a", "a", "d");
        assertThat(Tables.numbers(out[0], "fz")).containsExactly(0.5, 0.6, 0);
        assertThat(Tables.numbers(out[1], "dropped_nan")).containsExactly(1);
        assertThat(Tables.numbers(out[1], "dropped_impossible")).containsExactly(1);
        assertThatThrownBy(() -> node(text(head + "a,nu_e,1,0,0,0,1\nb,nu_e,1,0,0,0,1\na,nu_x,1,0,0,0,1\n")).run())
            .hasMessageContaining("Line 4 belongs to the cell 'a', whose rows ended before");
        assertThatThrownBy(() -> node(text(head + "a,nu_e,many,0,0,0,1\n")).run())
            .hasMessageContaining("Line 2 has 'many' in column 'n'");
        assertThatThrownBy(() -> node(text("species,weight,mu\nnu,1,1\n")).run())
            .hasMessageContaining("Distribution Reader");
    }

    @Test
    void filesCutOffAnywhereAreRefused() throws Exception {
        final byte[] whole = Files.readAllBytes(merger("", true));
        final Path cut = m_folder.resolve("cut.h5");
        for (int length = 0; length < whole.length; length += length < 600 ? 7 : 997) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> node(cut).run()).as("%d bytes", length)
                .isInstanceOfAny(InvalidSettingsException.class, KNIMEException.class);
        }
    }

    /** A byte that is wrong may make another file of moments, but never more than a sentence. */
    @Test
    void damagedFilesAreReadOrRefused() throws Exception {
        final byte[] whole = Files.readAllBytes(rhea(false));
        final Path damaged = m_folder.resolve("damaged.h5");
        for (int at = 0; at < whole.length; at += 11) {
            final byte[] bytes = whole.clone();
            bytes[at] ^= (byte) (at % 2 == 0 ? 0xff : 0x10);
            Files.write(damaged, bytes);
            try {
                assertThat(node(damaged).run()).hasSize(2);
            } catch (final InvalidSettingsException | KNIMEException e) {
                assertThat(e.getMessage()).endsWith(".");
            }
        }
    }
}
