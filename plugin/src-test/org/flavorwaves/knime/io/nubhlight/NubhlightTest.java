package org.flavorwaves.knime.io.nubhlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import org.flavorwaves.knime.io.AngleBasis;
import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Local angles of nubhlight's dumps, written here by the sums of its accumulate_local_angles. */
class NubhlightTest {
    private static final int[] GRID = {3, 2};

    private static final int BINS = 6;

    private static final double VOLUME = 7e14;

    @TempDir
    private Path m_folder;

    /** Numbers of a kind in a bin: the same kinds in both bases, turned to the other end in the second one. */
    private static double number(final int b, final int i, final int j, final int kind, final int bin) {
        if (i == 2 && j == 1) {
            return 0;
        }
        final double slope = new double[]{0.1, 0.3, 0.2, 0.2}[kind];
        final double x = (b == 0 ? bin : BINS - 1 - bin) - (BINS - 1) / 2.0;
        return 1e48 * (1 + i + 0.5 * j) * (new double[]{1, 0.9, 0.8, 0.6}[kind] + slope * x * (b == 0 ? 1 : 0.5));
    }

    private Path write(final int zones, final int packets, final double lie) {
        final Path path = m_folder.resolve("dump_00000012.h5");
        final double[][][][][] angles = new double[2][GRID[0]][GRID[1]][4][BINS];
        final double[][][][] lepton = new double[2][GRID[0]][GRID[1]][BINS];
        final double[][][][] counts = new double[2][GRID[0]][GRID[1]][BINS];
        final float[][][] density = new float[zones][GRID[1]][2];
        final int[][][] packetsOfZones = new int[zones][GRID[1]][2];
        final double[][][] places = new double[GRID[0]][GRID[1]][3];
        for (int i = 0; i < GRID[0]; i++) {
            for (int j = 0; j < GRID[1]; j++) {
                double sum = 0;
                for (int bin = 0; bin < BINS; bin++) {
                    for (int b = 0; b < 2; b++) {
                        for (int kind = 0; kind < 4; kind++) {
                            angles[b][i][j][kind][bin] = number(b, i, j, kind, bin);
                            sum += b == 0 ? angles[b][i][j][kind][bin] : 0;
                        }
                        final double[][] f = angles[b][i][j];
                        final double g = f[0][bin] - f[1][bin] - 0.5 * (f[2][bin] - f[3][bin]);
                        lepton[b][i][j][bin] = Math.abs(g) > 5e46 ? g * lie : 0;
                        counts[b][i][j][bin] = 10;
                    }
                }
                density[i][j] = new float[]{(float) (0.5 * sum / VOLUME), (float) (1.5 * sum / VOLUME)};
                packetsOfZones[i][j] = new int[]{packets, 10 * BINS - 20};
                places[i][j] = new double[]{0, 10 + i, 0.5 + j};
            }
        }
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset("local_angles", angles);
            file.putDataset("Gnu", lepton);
            file.putDataset("local_Ns", counts);
            file.putDataset("local_moments", new double[2][2][GRID[0]][GRID[1]]);
            file.putDataset("nph", density);
            file.putDataset("Nsph", packetsOfZones);
            file.putDataset("local_angles_Xbl", places);
            file.putDataset("L_unit", 4e5);
            file.putDataset("T_unit", 1.5e-5);
            file.putDataset("t", 200.0);
        }
        return path;
    }

    private static StateFile read(final Path path, final double volume, final AngleBasis basis) throws IOException {
        return new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN, volume, basis, Optional.empty()),
            CellChoice.ALL).read(path, Progress.NONE);
    }

    /** Gnu = ELN - XLN/2 in numbers of each bin. */
    @Test
    void theLeptonNumberIsGnuOverTheVolume() throws IOException {
        for (final double volume : new double[]{0, VOLUME}) {
            final StateFile file = read(write(GRID[0], 20, 1), volume, AngleBasis.X2);
            assertThat(file.cells()).extracting(cell -> cell.key().orElseThrow()).containsExactly("0_0", "0_1", "1_0",
                "1_1", "2_0");
            assertThat(file.time()).hasValueCloseTo(200 * 1.5e-5, within(1e-15));
            assertThat(file.doubts()).contains("1 cells have no neutrinos and were left out.")
                .anySatisfy(doubt -> assertThat(doubt).contains("below their Monte Carlo noise"));
            final FileCell cell = file.cells().get(3);
            assertThat(cell.extras()).containsExactly(new double[]{11 * 4e5 * Math.sin(1.5), 11 * 4e5 * Math.cos(1.5)},
                within(1e-6));
            final FlavorState state = cell.state();
            final double[] g = new double[BINS];
            double total = 0;
            for (int m = 0; m < state.size(); m++) {
                final int bin = (int) Math.floor((state.modes().vz(m) + 1) * BINS / 2);
                g[bin] += state.modes().species(m).sign() * state.modes().weight(m) * state.pz(m);
                total += state.modes().weight(m) * (state.trace(m) + (state.trace(m) - state.pz(m)) / 2);
            }
            double sum = 0;
            for (int bin = 0; bin < BINS; bin++) {
                final double[] n = new double[4];
                for (int kind = 0; kind < 4; kind++) {
                    n[kind] = number(1, 1, 1, kind, bin);
                    sum += n[kind];
                }
                assertThat(g[bin]).isEqualTo((n[0] - n[1] - 0.5 * (n[2] - n[3])) / VOLUME, within(1e-6 * sum / VOLUME));
            }
            assertThat(total).isEqualTo(sum / VOLUME, within(1e-6 * sum / VOLUME));
        }
    }

    /** nubhlight's local_b_osc: the basis with the larger |B - A|; here both have the same sum but for noise. */
    @Test
    void theStrongerBasisIsThatOfGnu() throws IOException {
        final Path path = write(GRID[0], 20, 1);
        final double[] sums = new double[2];
        for (int b = 0; b < 2; b++) {
            for (int bin = 0; bin < BINS; bin++) {
                final double g = number(b, 0, 0, 0, bin) - number(b, 0, 0, 1, bin)
                    - 0.5 * (number(b, 0, 0, 2, bin) - number(b, 0, 0, 3, bin));
                sums[b] += Math.abs(g) > 5e46 ? g : 0;
            }
        }
        final AngleBasis expected = Math.abs(sums[1]) > Math.abs(sums[0]) ? AngleBasis.X2 : AngleBasis.X1;
        final FlavorState stronger = read(path, 0, AngleBasis.STRONGER).cells().get(0).state();
        final FlavorState wanted = read(path, 0, expected).cells().get(0).state();
        final FlavorState other = read(path, 0, expected == AngleBasis.X1 ? AngleBasis.X2 : AngleBasis.X1).cells()
            .get(0).state();
        assertThat(stronger.pz(0) * stronger.modes().weight(0)).isEqualTo(wanted.pz(0) * wanted.modes().weight(0));
        assertThat(stronger.pz(0) * stronger.modes().weight(0))
            .isNotEqualTo(other.pz(0) * other.modes().weight(0));
    }

    @Test
    void whatIsNotKnownOrLiesIsRefused() throws IOException {
        assertThatThrownBy(() -> read(write(5, 20, 1), 0, AngleBasis.X1))
            .hasMessageContaining("no density nph on the same grid").hasMessageContaining("volume of a cell");
        assertThatThrownBy(() -> read(write(GRID[0], 19, 1), 0, AngleBasis.X1))
            .hasMessageContaining("the angles of 60.0 packets, but its zones have 59.0");
        assertThatThrownBy(() -> read(write(GRID[0], 20, 0.99), 0, AngleBasis.X1)).hasMessageContaining("has Gnu = ");
        final Path path = write(GRID[0], 20, 1);
        final byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length += 131) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(path, 0, AngleBasis.X1)).as("%d bytes", length)
                .isInstanceOf(StateFormatException.class);
        }
    }
}
