package org.flavorwaves.knime.io.moments.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of FLASH with the moments of two flavors, written here as FLASH writes blocks. */
class FlashMomentsTest {
    private static final String[] NAMES = {"nu_e", "nubar_e", "nu_x", "nubar_x"};

    @TempDir
    private Path m_folder;

    /** Energy density in the unit of the code, of a kind in a cell. */
    private static double energy(final int s, final int b, final int k, final int j, final int i) {
        return 1e-12 * (1 + s + 0.5 * b + 0.1 * k + 0.01 * j + 0.001 * i);
    }

    /** Three blocks of 2 x 2 x 4 cells, the first one refined. */
    private Path write(final String skip) {
        final Path path = m_folder.resolve("NSM_sim_hdf5_chk_0001");
        try (WritableHdfFile file = HdfFile.write(path)) {
            for (int s = 0; s < 4; s++) {
                final double[][][][][] data = new double[4][3][4][2][2];
                for (int b = 0; b < 3; b++) {
                    for (int k = 0; k < 4; k++) {
                        for (int j = 0; j < 2; j++) {
                            for (int i = 0; i < 2; i++) {
                                data[0][b][k][j][i] = energy(s, b, k, j, i);
                                data[1][b][k][j][i] = 0.1 * s;
                                data[2][b][k][j][i] = -0.2;
                                data[3][b][k][j][i] = 0.5 + 0.01 * i;
                            }
                        }
                    }
                }
                data[3][2][3][1][1] = 7;
                for (int c = 0; c < 4; c++) {
                    final String name = "" + "efgh".charAt(c) + "eamn".charAt(s) + "01";
                    if (!name.equals(skip)) {
                        file.putDataset(name, data[c]);
                    }
                }
            }
            file.putDataset("node type", new int[]{2, 1, 1});
            file.putDataset("bounding box", new double[][][]{{{0, 4}, {0, 4}, {0, 8}}, {{0, 2}, {0, 2}, {0, 4}},
                {{2, 4}, {0, 2}, {0, 4}}});
            if ("group".equals(skip)) {
                file.putDataset("ee02", new double[3][4][2][2]);
            }
        }
        return path;
    }

    /** Emu's script: 4 pi/(50 MeV) times the energy density, and number flux = that times the flux factor. */
    @Test
    void numbersAreThoseOfTheScript() throws Exception {
        final MomentsTable table = MomentsTable.read(write(""));
        assertThat(table.rows()).hasSize(4 * (2 * 16 - 1));
        assertThat(table.impossible()).isEqualTo(1);
        final double perMeV = 1.60217733e-6 * 5.59424238e-55;
        final double unit = 4 * Math.PI / (50 * perMeV / Math.pow(6.77140812e-06, 3));
        for (int s = 0; s < 4; s++) {
            final double[] row = table.row("2_1_0_3", NAMES[s]);
            assertThat(row[0] / (unit * energy(s, 2, 3, 0, 1))).isEqualTo(1, within(1e-14));
            assertThat(row).endsWith(3.5, 0.5, 3.5);
            assertThat(row[1]).isEqualTo(0.1 * s, within(1e-15));
            assertThat(row[3]).isEqualTo(0.51, within(1e-15));
        }
        assertThat(table.rows().keySet()).noneMatch(key -> key.startsWith("0_"));
    }

    @Test
    void whatIsCutOffOrUnknownIsRefused() throws Exception {
        assertThatThrownBy(() -> MomentsTable.read(write("hm01"))).hasMessageContaining("'hm01' is missing");
        assertThatThrownBy(() -> MomentsTable.read(write("group"))).hasMessageContaining("more than the one energy");
        MomentsTable.assertCutsRefused(write(""), new MomentsHints(List.of(), false), 100);
    }
}
