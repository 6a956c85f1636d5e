package org.flavorwaves.knime.io.emu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Particles of Emu's plotfiles, written here as AMReX writes them. */
class EmuPlotParticlesTest {
    private static final List<String> NAMES = List.of("time", "x", "y", "z", "pupx", "pupy", "pupz", "pupt",
        "rho_g_inv_ccm", "T_erg", "Ye", "N00_Re", "N01_Re", "N01_Im", "N11_Re", "N00_Rebar", "N01_Rebar", "N01_Imbar",
        "N11_Rebar", "TrHN", "Vphase");

    /** Cells of 2 x 1 x 4 cm in a box that begins at (-2, 0, 0), two along x and three along z. */
    private static final double[] SIZE = {2, 1, 4};

    private static final double VOLUME = 8;

    private static final double ERG_PER_MEV = 1.602176634e-6;

    @TempDir
    private Path m_folder;

    private Path m_head;

    /** Two directions at two places in each cell, which have half the neutrinos of the cell each. */
    private static double[] particle(final int i, final int k, final int place, final int direction) {
        final double n = 1e33 * VOLUME / 2 * (1 + i + 0.1 * k + 0.01 * direction);
        final double cosine = direction == 0 ? 0.6 : -1;
        final double e = 12 * ERG_PER_MEV;
        final double length = 2 * Math.PI * 1.973269804e-11 * ERG_PER_MEV;
        return new double[]{-2 + (i + 0.25 + 0.5 * place) * SIZE[0], 0.5, (k + 0.5) * SIZE[2], 1e-9, 0, 0, 0,
            direction == 0 ? 0.8 * e : 0, 0, cosine * e, e, 1e9 * (1 + i), 5 * ERG_PER_MEV, 0.1 * k, 0.7 * n, 0.1 * n,
            0.2 * n, 0.3 * n, 0.5 * n, -0.05 * n, 0.1 * n, 0.2 * n, 0, 4e33 * VOLUME / 2 * length * length * length};
    }

    @BeforeEach
    void write() throws IOException {
        final Path plot = Files.createDirectories(m_folder.resolve("plt00010"));
        Files.writeString(plot.resolve("Header"), "HyperCLaw-V1.1\n1\nN00_Re\n3\n2.5e-9\n0\n-2 0 0 \n2 1 12 \n\n"
            + "((0,0,0) (1,0,2) (0,0,0)) \n10 \n2 1 4 \n0\n0\n0 1 2.5e-9\n10\n-2 2\n0 1\n0 12\nLevel_0/Cell\n");
        final Path level = Files.createDirectories(plot.resolve("neutrinos/Level_0"));
        final List<double[]> particles = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 3; k++) {
                for (int place = 0; place < 2; place++) {
                    particles.add(particle(i, k, place, 0));
                    particles.add(particle(i, k, place, 1));
                }
            }
        }
        m_head = plot.resolve("neutrinos/Header");
        final String names = String.join("\n", NAMES);
        Files.writeString(m_head, "Version_Two_Dot_Zero_double\n3\n" + NAMES.size() + "\n" + names
            + "\n0\n0\n24\n25\n0\n3\n0 8 16\n1 0 0\n1 16 0\n");
        Files.write(level.resolve("DATA_00000"), bytes(particles.subList(0, 8), 16));
        Files.write(level.resolve("DATA_00001"), bytes(particles.subList(8, 24), 0));
    }

    private static byte[] bytes(final List<double[]> particles, final int offset) {
        final ByteBuffer bytes = ByteBuffer.allocate(offset + particles.size() * (3 + NAMES.size()) * Double.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN).position(offset);
        particles.forEach(particle -> Arrays.stream(particle).forEach(bytes::putDouble));
        return bytes.array();
    }

    private StateFile read(final CellChoice choice) throws IOException {
        return new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN), choice).read(m_head, Progress.NONE);
    }

    /** Emu's grid has N = sum of the particles of a cell; convertToHDF5 divides by the volume of a cell. */
    @Test
    void cellsHaveTheDensitiesOfTheGrid() throws IOException {
        final StateFile file = read(CellChoice.ALL);
        assertThat(file.cells()).extracting(FileCell::key).containsExactly(Optional.of("0_0_0"), Optional.of("0_0_1"),
            Optional.of("0_0_2"), Optional.of("1_0_0"), Optional.of("1_0_1"), Optional.of("1_0_2"));
        assertThat(file.time()).hasValue(2.5e-9);
        assertThat(file.columns().extras()).containsExactly("x", "y", "z", "rho", "T", "Ye");
        final FileCell cell = file.cells().get(5);
        assertThat(cell.extras()).containsExactly(new double[]{1, 0.5, 10, 2e9, 5, 0.2}, within(1e-12));
        final FlavorState state = cell.state();
        final double[] sums = new double[6];
        for (int m = 0; m < state.size(); m++) {
            final boolean bar = state.modes().species(m) == Species.NUBAR;
            final double w = state.modes().weight(m);
            sums[bar ? 1 : 0] += w * (state.trace(m) + state.pz(m)) / 2;
            sums[bar ? 3 : 2] += w * state.py(m) / 2;
            sums[bar ? 5 : 4] += w * state.modes().vz(m) * (state.trace(m) - state.pz(m)) / 2;
        }
        final double first = 1e33 * (1 + 1 + 0.2);
        final double second = first + 1e31;
        assertThat(sums).containsExactly(new double[]{0.7 * (first + second), 0.5 * (first + second),
            -0.2 * (first + second), 0.1 * (first + second), 0.3 * (0.6 * first - second),
            0.2 * (0.6 * first - second)}, within(1e20));
        assertThat(state.modes().weight(0)).isEqualTo(2e33, within(1e22));
    }

    @Test
    void cellsAreChosen() throws IOException {
        assertThat(read(CellChoice.everyNth(2)).cells()).extracting(cell -> cell.key().orElseThrow())
            .containsExactly("0_0_0", "0_0_2");
        final double infinity = Double.POSITIVE_INFINITY;
        assertThat(read(new CellChoice(1, new double[]{0, -infinity, 5}, new double[]{infinity, infinity, 7}, false,
            OptionalDouble.empty())).cells()).extracting(cell -> cell.key().orElseThrow()).containsExactly("1_0_1");
    }

    /** Heads and data that end early, and heads that say other numbers. */
    @Test
    void whatIsCutOffOrLiesIsRefused() throws IOException {
        final Path plot = m_head.getParent().getParent().resolve("Header");
        for (final Path path : List.of(m_head, plot, m_head.resolveSibling("Level_0").resolve("DATA_00001"))) {
            final byte[] whole = Files.readAllBytes(path);
            final boolean text = path.endsWith("Header");
            final int stop = path.equals(plot) ? new String(whole).indexOf(" (1,0,2)")
                : text ? whole.length - 3 : whole.length;
            for (int length = 0; length < stop; length += text ? 1 : 61) {
                Files.write(path, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> read(CellChoice.ALL)).as("%d bytes of %s", length, path)
                    .isInstanceOf(StateFormatException.class).hasMessageEndingWith(".");
            }
            Files.write(path, whole);
        }
        final String head = Files.readString(m_head);
        for (final String[] lie : new String[][]{{"\n24\n", "\n25\n"}, {"0 8 16", "0 9 16"}, {"1 16 0", "2 16 0"},
            {"1 16 0", "1 16 8"}, {"double\n3", "double\n2"}, {"N11_Re\n", "N12_Re\n"},
            {"\n0\n0\n24", "\n0\n1\n24"}}) {
            Files.writeString(m_head, head.replace(lie[0], lie[1]));
            assertThatThrownBy(() -> read(CellChoice.ALL)).as(lie[1]).isInstanceOf(StateFormatException.class);
        }
        Files.writeString(m_head, head);
        assertThatThrownBy(() -> new StateFileReader(0.5).read(plot, Progress.NONE))
            .hasMessageContaining("such as neutrinos/Header");
    }
}
