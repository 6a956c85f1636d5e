package org.flavorwaves.knime.io.emu;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Emu's cell_i_j_k.h5, written here as its write_particles_per_cell.py writes them. */
class EmuCellFileTest {
    private static final double ERG = 1.6e-5;

    private static final double VOLUME = 1e15;

    @TempDir
    private Path m_folder;

    private Path write(final String skip) {
        final Path path = m_folder.resolve("cell_3_0_7.h5");
        final double[] zero = new double[3];
        final double[][] data = {{1, 1, 1}, {2, 2, 2}, {5, 6, 7}, zero, {0, ERG, 0}, zero, {ERG, 0, -ERG},
            {ERG, ERG, ERG}, {3e48, 2e48, 1e48}, {1e47, 0, 0}, {2e47, 0, 0}, {1e48, 5e47, 2e47}, {1e48, 1e48, 1e48},
            {0, 1e47, 0}, {0, 3e47, 0}, {4e47, 4e47, 4e47}, zero, zero};
        final String[] names = {"pos_x", "pos_y", "pos_z", "time", "pupx", "pupy", "pupz", "pupt", "N00_Re", "N01_Re",
            "N01_Im", "N11_Re", "N00_Rebar", "N01_Rebar", "N01_Imbar", "N11_Rebar", "TrHN", "Vphase"};
        try (WritableHdfFile file = HdfFile.write(path)) {
            for (int q = 0; q < names.length; q++) {
                if (!names[q].equals(skip)) {
                    file.putDataset(names[q], data[q]);
                }
            }
        }
        return path;
    }

    private static StateFile read(final Path path, final double volume) throws IOException {
        return new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN, volume, AngleBasis.X1,
            Optional.empty()), CellChoice.ALL).read(path, Progress.NONE);
    }

    /** Emu's cell_to_init.py divides the numbers by the volume. */
    @Test
    void numbersAreDividedByTheVolume() throws IOException {
        final FileCell cell = read(write(""), VOLUME).cells().get(0);
        assertThat(cell.key()).contains("3_0_7");
        assertThat(cell.extras()).containsExactly(1, 2, 6);
        double electrons = 0;
        for (int m = 0; m < 3; m++) {
            electrons += cell.state().modes().weight(m) * (cell.state().trace(m) + cell.state().pz(m)) / 2;
        }
        assertThat(electrons).isEqualTo(6e48 / VOLUME, within(1e20));
        assertThat(cell.state().py(0) * cell.state().modes().weight(0)).isEqualTo(-4e47 / VOLUME, within(1e20));
        assertThat(cell.state().py(4) * cell.state().modes().weight(4)).isEqualTo(6e47 / VOLUME, within(1e20));
    }

    @Test
    void whatIsNotKnownOrCutOffIsRefused() throws IOException {
        assertThatThrownBy(() -> read(write(""), 0)).hasMessageContaining("Set the volume of a cell");
        assertThatThrownBy(() -> read(write("N11_Rebar"), VOLUME)).hasMessageContaining("'N11_Rebar' is missing");
        final Path path = write("");
        final byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length += 67) {
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(path, VOLUME)).as("%d bytes", length)
                .isInstanceOf(StateFormatException.class);
        }
    }
}
