package org.flavorwaves.knime.nodes.distributionwriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.io.AngleBasis;
import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.reader.StateFileReader;
import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;

/** The node Distribution Writer: what it writes is read back. */
class DistributionWriterNodeTest {
    @TempDir
    private Path m_folder;

    private Path file() {
        return m_folder.resolve("written.dat");
    }

    private NodeTester node(final String format) {
        return NodeTester.of(DistributionWriterNodeFactory::configure, DistributionWriterNodeFactory::execute,
            new DistributionWriterParameters()).set("path", file().toString()).set("format", format)
            .set("units", "CGS");
    }

    private StateFile read(final CosenuGrid grid) throws IOException {
        return new StateFileReader(new StateHints(0.5, grid), CellChoice.ALL).read(file(), Progress.NONE);
    }

    /** Momenta of both species, of one, and one with other weights; P of all kinds. */
    private static BufferedDataTable directions() {
        return Tables.of("species:text", "E", "vx", "vy", "vz", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", 10.0, 0.6, 0.0, 0.8, 3e33, 0.9, 0.1, 0.2, 0.3)
            .row("nu", 20.0, 0.0, -1.0, 0.0, 2e33, 0.8, -0.1, 0.0, -0.5)
            .row("nubar", 10.0, 0.6, 0.0, 0.8, 3e33, 0.7, 0.05, -0.3, 0.1)
            .row("nubar", 20.0, 0.0, -1.0, 0.0, 1e33, 1.0, 0.0, 0.7, 0.2).build();
    }

    /** Reading what was written gives the same modes; with an independent look at one line. */
    @Test
    void emuParticlesComeBack() throws Exception {
        for (final String format : List.of("EMU_NAMED", "EMU_PLAIN")) {
            final BufferedDataTable[] out = node(format).set("overwrite", true).run(directions());
            assertThat(Tables.texts(out[0], "result").get(0)).contains("3 particles, densities in cm^-3");
            final List<String> lines = Files.readAllLines(file());
            final boolean named = "EMU_NAMED".equals(format);
            assertThat(lines.get(0)).isEqualTo(named ? "number_of_flavors = 2" : "2");
            final String[] first = lines.get(named ? 2 : 1).split(" ");
            assertThat(Double.parseDouble(first[3]) / 1.602176634e-5).isEqualTo(1, within(1e-15));
            assertThat(Double.parseDouble(first[4])).isEqualTo(3e33 * 0.6, within(1e18));
            assertThat(Double.parseDouble(first[6])).isEqualTo(-3e33 * 0.1, within(1e18));
            assertThat(Double.parseDouble(first[10])).isEqualTo(-3e33 * 0.15, within(1e18));
            final FlavorState state = read(CosenuGrid.UNKNOWN).cells().get(0).state();
            final double[] energies = read(CosenuGrid.UNKNOWN).cells().get(0).energies().orElseThrow();
            assertThat(energies).containsExactly(new double[]{10, 20, 10, 20}, within(1e-14));
            final double[] weights = {3e33, 2e33, 3e33, 1e33};
            final double[][] p = {{0.9, 0.1, 0.2, 0.3}, {0.8, -0.1, 0, -0.5}, {0.7, 0.05, -0.3, 0.1}, {1, 0, 0.7, 0.2}};
            for (int i = 0; i < 4; i++) {
                assertThat(state.modes().species(i)).isEqualTo(i < 2 ? Species.NU : Species.NUBAR);
                assertThat(state.modes().vz(i)).isEqualTo(i % 2 == 0 ? 0.8 : 0, within(1e-15));
                assertThat(state.modes().weight(i) / weights[i]).isEqualTo(1, within(1e-14));
                assertThat(new double[]{state.trace(i), state.px(i), state.py(i), state.pz(i)})
                    .containsExactly(p[i], within(1e-14));
            }
        }
    }

    /** The density matrices of three flavors, those of antineutrinos conjugate in the file. */
    @Test
    void threeFlavorsComeBack() throws Exception {
        final String[] names = {"rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im", "rho_et_re", "rho_et_im",
            "rho_mt_re", "rho_mt_im"};
        final double[] rho = {0.5, 0.3, 0.2, 0.1, 0.05, -0.04, 0.08, 0.02, -0.03};
        final List<String> columns = new ArrayList<>(List.of("species:text", "E", "vx", "vy", "vz", "weight"));
        columns.addAll(List.of(names));
        final Tables table = Tables.of(columns.toArray(new String[0]));
        for (final String species : List.of("nu", "nubar")) {
            final List<Object> row = new ArrayList<>(List.of(species, 10.0, 0.0, 0.0, 1.0, 2e33));
            Arrays.stream(rho).forEach(row::add);
            table.row(row.toArray());
        }
        node("EMU_NAMED").run(table.build());
        final String[] header = Files.readAllLines(file()).get(1).split(" ");
        final String[] line = Files.readAllLines(file()).get(2).split(" ");
        assertThat(Double.parseDouble(line[List.of(header).indexOf("N12_Im")])).isEqualTo(-0.03 * 2e33, within(1e18));
        assertThat(Double.parseDouble(line[List.of(header).indexOf("N02_Imbar")])).isEqualTo(-0.08 * 2e33,
            within(1e18));
        final FileCell cell = new StateFileReader(new StateHints(0.5, CosenuGrid.UNKNOWN, 0, AngleBasis.X1,
            Optional.empty(), true), CellChoice.ALL).read(file(), Progress.NONE).cells().get(0);
        for (int i = 0; i < 2; i++) {
            assertThat(cell.three().orElseThrow().rho(i)).containsExactly(rho, within(1e-14));
            assertThat(cell.modes().weight(i) / 2e33).isEqualTo(1, within(1e-14));
        }
        assertThatThrownBy(() -> read(CosenuGrid.UNKNOWN)).hasMessageContaining("two flavors cannot represent");
    }

    @Test
    void ringsBecomeAzimuths() throws Exception {
        final BufferedDataTable rings = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("a", "nu", 0.5, 4e33, 0.5, 0.0, 0.0, 0.5).row("b", "nubar", 0.5, 1e33, 0.5, 0.0, 0.0, 0.5).build();
        assertThatThrownBy(() -> node("EMU_NAMED").set("energy", 15.0).run(rings)).hasMessageContaining("a, b");
        assertThatThrownBy(() -> node("EMU_NAMED").set("cell", "a").run(rings)).hasMessageContaining("no column E");
        node("EMU_NAMED").set("cell", "a").set("energy", 15.0).set("nPhi", 5).run(rings);
        final FlavorState state = read(CosenuGrid.UNKNOWN).cells().get(0).state();
        final double[] sums = new double[4];
        for (int i = 0; i < 5; i++) {
            final double w = state.modes().weight(i) * state.pz(i);
            sums[0] += w;
            sums[1] += w * state.modes().vx(i);
            sums[2] += w * state.modes().vy(i);
            sums[3] += w * state.modes().vz(i);
        }
        assertThat(state.size()).isEqualTo(5);
        assertThat(sums).containsExactly(new double[]{2e33, 0, 0, 1e33}, within(1e19));
    }

    /** Strengths dv G of each velocity and place come back; the reader chooses weights by itself. */
    @Test
    void cosenuFilesComeBack() throws Exception {
        final Tables table = Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz");
        for (int z = 0; z < 3; z++) {
            for (int v = 0; v < 4; v++) {
                table.row("z" + z, "nu", -0.75 + 0.5 * v, 2.0 + v, 0.8, 0.1, 0.2 - 0.1 * z, 0.3);
                table.row("z" + z, "nubar", -0.75 + 0.5 * v, 1.0 + z, 0.6, 0.0, 0.1 * v, 0.2);
            }
        }
        final BufferedDataTable state = table.build();
        final BufferedDataTable[] out = node("COSENU_STATE").set("units", "NATURAL").set("repeats", 2)
            .set("scale", 4.0).run(state);
        assertThat(Tables.texts(out[0], "result").get(0)).contains("nz = 6, nvz = 4");
        assertThat(Files.size(file())).isEqualTo(6 * 4 * 64);
        final StateFile file = read(new CosenuGrid(6, 4, 0, 6));
        for (int z = 0; z < 6; z++) {
            final FlavorState cell = file.cells().get(z).state();
            for (int i = 0; i < 8; i++) {
                final int v = i % 4;
                final double w = (i < 4 ? 2.0 + v : 1.0 + z / 2) / 4;
                final double strength = cell.modes().weight(i);
                assertThat(new double[]{strength * cell.trace(i), strength * cell.px(i), strength * cell.py(i),
                    strength * cell.pz(i)}).containsExactly(i < 4
                        ? new double[]{w * 0.8, w * 0.1, w * (0.2 - 0.1 * (z / 2)), w * 0.3}
                        : new double[]{w * 0.6, 0, w * 0.1 * v, w * 0.2}, within(1e-15));
            }
        }
        assertThatThrownBy(() -> node("COSENU_DENSITIES").set("units", "NATURAL").set("overwrite", true).run(state))
            .hasMessageContaining("not of electron flavor alone");
        assertThat(Files.size(file())).as("the old file is still there").isEqualTo(6 * 4 * 64);
        assertThat(m_folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void densitiesOfElectronFlavorComeBack() throws Exception {
        final BufferedDataTable state = Tables.of("species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
            .row("nu", -0.5, 2.0, 0.5, 0.0, 0.0, 0.5).row("nu", 0.5, 3.0, 0.5, 0.0, 0.0, 0.5)
            .row("nubar", 0.5, 1.0, 0.5, 0.0, 0.0, 0.5).row("nubar", -0.5, 4.0, 0.5, 0.0, 0.0, 0.5).build();
        node("COSENU_DENSITIES").set("units", "NATURAL").set("repeats", 3).run(state);
        final FlavorState cell = read(new CosenuGrid(3, 2, 0, 3)).cells().get(2).state();
        for (int i = 0; i < 4; i++) {
            assertThat(cell.modes().weight(i) * cell.pz(i)).isEqualTo(new double[]{1, 1.5, 2, 0.5}[i], within(1e-15));
        }
    }

    @Test
    void nothingIsOverwrittenOrGuessed() throws Exception {
        Files.writeString(file(), "precious");
        assertThatThrownBy(() -> node("EMU_NAMED").run(directions())).hasMessageContaining("exists");
        assertThat(Files.readString(file())).isEqualTo("precious");
        assertThatThrownBy(() -> node("EMU_NAMED").set("overwrite", true).set("units", "NATURAL").run(directions()))
            .hasMessageContaining("Emu needs densities in cm^-3");
        assertThatThrownBy(() -> node("EMU_NAMED").set("path", m_folder.resolve("no/x.dat").toString())
            .run(directions())).hasMessageContaining("There is no folder");
        assertThatThrownBy(() -> node("COSENU_STATE").set("overwrite", true).run(directions()))
            .hasMessageContaining("is not one ring of a grid of 2 velocities");
        assertThatThrownBy(() -> node("EMU_NAMED").set("overwrite", true).run(Tables.of("species:text", "vx", "vy",
            "vz", "weight", "P0", "Px", "Py", "Pz").row("nu", 0.5, 0.0, 0.0, 1e33, 0.5, 0.0, 0.0, 0.5).build()))
            .hasMessageContaining("no column E");
        assertThat(Files.readString(file())).isEqualTo("precious");
    }

    @Test
    void namesTheMissingColumn() {
        assertThatThrownBy(() -> node("EMU_NAMED").run(Tables.of("species:text", "mu").row("nu", 1.0).build()))
            .hasMessageContaining("Column 'weight' (double) is missing; found: species, mu");
    }
}
