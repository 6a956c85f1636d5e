package org.flavorwaves.knime.io.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.FileCell;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileReaderTest {
    private static final String RINGS = "species,mu,weight,P0,Px,Py,Pz\nnu,0.5,2,0.6,0.1,0,0.3\n"
        + "nubar,-1,1.5,0.5,0,-0.2,-0.4\n";

    private static StateFile read(final String text) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new StateFileReader(0.5).read(new ByteArrayInputStream(bytes), bytes.length, Progress.NONE);
    }

    private static void assertRings(final StateFile file) {
        final FlavorState state = file.cells().get(0).state();
        assertThat(file.columns().rings()).isTrue();
        assertThat(file.columns().cells()).isFalse();
        assertThat(file.columns().energies()).isFalse();
        assertThat(file.size()).isEqualTo(2);
        assertThat(state.modes().species(1)).isEqualTo(Species.NUBAR);
        assertThat(state.modes().vzs()).containsExactly(0.5, -1);
        assertThat(state.modes().weights()).containsExactly(2, 1.5);
        assertThat(state.traces()).containsExactly(0.6, 0.5);
        assertThat(state.pxs()).containsExactly(0.1, 0);
        assertThat(state.pys()).containsExactly(0, -0.2);
        assertThat(state.pzs()).containsExactly(0.3, -0.4);
    }

    @Test
    void separatorsLineEndsQuotesCommentsAndTheByteOrderMarkAreFoundOut() throws IOException {
        assertRings(read(RINGS));
        assertRings(read(RINGS.replace(',', '\t')));
        assertRings(read(RINGS.replace(',', ';')));
        assertRings(read(RINGS.replace("\n", "\r\n")));
        assertRings(read("\uFEFF" + RINGS));
        assertRings(read("# made by hand, with commas; and more\n\n" + RINGS.replace("nu,", "\"nu\", ")));
        assertThat(read(RINGS).columns().unit()).isEmpty();
    }

    @Test
    void allColumnsInAnyOrderAndCellsInTheOrderOfTheFile() throws IOException {
        final StateFile file = read("Pz,Py,Px,P0,D,omega,weight,vz,vy,vx,E,species,note,cell\n"
            + "0.3,0,0.1,0.6,0.01,0.2,2,0.8,0,0.6,12,nu,hello,B\n-0.3,0,0,0.6,0,-0.2,1,0,1,0,13,nubar,,A\n"
            + "0.1,0,0,0.1,0,0.4,3,0,0,1,14,nu,x,B\n");
        assertThat(file.cells()).extracting(FileCell::key).containsExactly(Optional.of("B"), Optional.of("A"));
        assertThat(file.columns().omega()).isTrue();
        assertThat(file.columns().depolarization()).isTrue();
        assertThat(file.columns().rings()).isFalse();
        assertThat(file.ignoredColumns()).containsExactly("note");
        assertThat(file.cells().get(0).energies().orElseThrow()).containsExactly(12, 14);
        final FlavorState state = file.cells().get(0).state();
        assertThat(state.modes().vxs()).containsExactly(0.6, 1);
        assertThat(state.modes().omegas()).containsExactly(0.2, 0.4);
        assertThat(state.modes().depolarization(0)).isEqualTo(0.01);
        assertThat(file.cells().get(1).state().pzs()).containsExactly(-0.3);
    }

    @Test
    void jsonInItsFourShapes() throws IOException {
        final String rows = "[{\"species\":\"nu\",\"mu\":0.5,\"weight\":2,\"P0\":0.6,\"Px\":0.1,\"Py\":0,\"Pz\":0.3},"
            + "{\"Pz\":-4e-1,\"species\":\"nubar\",\"mu\":-1,\"weight\":1.5,\"P0\":0.5,\"Px\":0,\"Py\":-0.2}]";
        final String columns = "{\"species\":[\"nu\",\"nubar\"],\"mu\":[0.5,-1],\"weight\":[2,1.5],\"P0\":[0.6,0.5],"
            + "\n\"Px\":[0.1,0],\"Py\":[0,-0.2],\"Pz\":[0.3,-0.4]}";
        assertRings(read(rows));
        assertRings(read(" \n" + columns));
        assertRings(read("{\"units\":\"cm^-3\",\"modes\":" + rows + "}"));
        assertRings(read("{\"modes\":" + columns + ",\"units\":\"natural\"}"));
        assertThat(read("{\"units\":\"cm^-3\",\"modes\":" + rows + "}").columns().unit()).contains(DensityUnit.PER_CM3);
        assertThat(read("{\"modes\":" + columns + ",\"units\":\"natural\"}").columns().unit())
            .contains(DensityUnit.NATURAL);
    }

    @Test
    void missingColumnsAreNamedWithThoseFound() {
        assertThatThrownBy(() -> read(RINGS.replace("Pz", "pz"))).isInstanceOf(StateFormatException.class)
            .hasMessage("Column 'Pz' (number) is missing; found: species, mu, weight, P0, Px, Py, pz.");
        assertThatThrownBy(() -> read(RINGS.replace("mu", "m")))
            .hasMessageContaining("'vx'").hasMessageContaining("'mu'");
        assertThatThrownBy(() -> read(RINGS.replace("Py", "Px"))).hasMessage("Column 'Px' occurs twice.");
    }

    @Test
    void wrongValuesAreNamedWithTheirLine() {
        assertThatThrownBy(() -> read(RINGS.replace("nubar", "anti")))
            .hasMessageContaining("Line 3 has species 'anti'");
        assertThatThrownBy(() -> read(RINGS.replace("1.5", "NaN")))
            .hasMessageContaining("Line 3 has NaN in column 'weight'");
        assertThatThrownBy(() -> read(RINGS.replace("1.5", "heavy"))).hasMessageContaining("Line 3 has 'heavy'");
        assertThatThrownBy(() -> read(RINGS.replace("1.5", "")))
            .hasMessageContaining("Line 3 has no value in column 'weight'");
        assertThatThrownBy(() -> read(RINGS.replace("-0.4", "-0.9"))).hasMessageStartingWith("Line 3 has |P| = 0.92")
            .hasMessageContaining("P0 = 0.5");
        assertThatThrownBy(() -> read(RINGS.replace("-1,", "-1.5,"))).hasMessageContaining("Line 3 has |v| = 1.5");
        assertThatThrownBy(() -> read(RINGS + "\n\nnu,1\n")).hasMessageContaining("Line 6 has 2 values")
            .hasMessageContaining("7 columns");
        assertThatThrownBy(() -> read(RINGS.replace("species", "E,species").replace("\nnu", "\n0,nu")))
            .hasMessageContaining("Line 2 has energy E = 0.0");
        assertThatThrownBy(() -> read("species,mu,weight,P0,Px,Py,Pz\n")).hasMessageContaining("no rows");
        assertThatThrownBy(() -> read(" \n")).hasMessageContaining("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"species\":\"nu\"", "{\"a\":[1,2],\"b\":[1]}", "[1,2]", "{\"modes\":3}",
        "{\"units\":\"pound\",\"modes\":[]}", "[{\"species\":\"nu\",\"mu\":0.5,\"weight\":2,\"P0\":0.6,\"Px\":true}]",
        "[{\"species\":\"nu\",\"species\":\"nu\"}]", "[] 1"})
    void malformedJsonIsRefused(final String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(StateFormatException.class);
    }

    @Test
    void jsonValuesAreNamedWithTheirMode() {
        assertThatThrownBy(() -> read("[{\"species\":\"nu\",\"mu\":0.5,\"weight\":2,\"P0\":0.6,\"Px\":0,"
            + "\"Py\":0,\"Pz\":0},{\"species\":\"nu\",\"mu\":0.5,\"weight\":2,\"P0\":0.6,\"Px\":0,\"Py\":0}]"))
            .hasMessage("Mode 2 has no value in column 'Pz'.");
    }

    @Test
    void binaryFilesAreRefused() {
        assertThatThrownBy(() -> new StateFileReader(0.5).read(
            new ByteArrayInputStream(new byte[]{(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'}), 0, Progress.NONE))
            .isInstanceOf(StateFormatException.class).hasMessageContaining("HDF5");
        assertThatThrownBy(() -> new StateFileReader(0.5).read(
            new ByteArrayInputStream(new byte[]{(byte) 0xff, (byte) 0xfe, 3}), 0, Progress.NONE))
            .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> new StateFileReader(0)).hasMessageContaining("0.0");
    }

    @Test
    void longFilesReportProgressAndCanBeCancelled(@TempDir final Path directory) throws IOException {
        final StringBuilder text = new StringBuilder("species,mu,weight,P0,Px,Py,Pz\n");
        for (int i = 0; i < 20000; i++) {
            text.append("nu,").append(i / 20000.0).append(",1,0.5,0,0,0.5\n");
        }
        final Path path = Files.writeString(directory.resolve("state.csv"), text);
        final List<Double> fractions = new ArrayList<>();
        final StateFile file = new StateFileReader(0.5).read(path, (fraction, message) -> fractions.add(fraction));
        assertThat(file.size()).isEqualTo(20000);
        assertThat(fractions).hasSizeGreaterThan(3).isSorted().allMatch(f -> f >= 0 && f <= 1);
        assertThat(fractions.get(fractions.size() - 1)).isGreaterThan(0.5);
        assertThatThrownBy(() -> new StateFileReader(0.5).read(path, (fraction, message) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
    }

    /** Cells that differ by a letter with an accent in Latin-1 must not become one. */
    @Test
    void otherEncodingsAreRefused() {
        final byte[] bytes = ("cell," + RINGS.replace("nu", "\u00e9,nu")).getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new StateFileReader(0.5).read(new ByteArrayInputStream(bytes), bytes.length,
            Progress.NONE)).hasMessage("The file is not text in UTF-8.");
    }

    @Test
    void javaNotationIsNoNumber() {
        assertThatThrownBy(() -> read(RINGS.replace("0.6", "0.6d")))
            .hasMessage("Line 2 has '0.6d' in column 'P0', which is not a number.");
        assertThatThrownBy(() -> read(RINGS.replace("0.6", "0x1p-1")))
            .hasMessage("Line 2 has '0x1p-1' in column 'P0', which is not a number.");
    }

    /** A mode at rest is none beside directions on the sphere; alone, (0, 0, 0) is the ring at 90 degrees. */
    @Test
    void aVelocityOfZeroIsRefusedOnTheSphere() throws IOException {
        final String start = "species,vx,vy,vz,weight,P0,Px,Py,Pz\nnu,0,0,0,1,1,0,0,1\n";
        assertThat(read(start + "nubar,0,0,1,1,1,0,0,1\n").size()).isEqualTo(2);
        assertThatThrownBy(() -> read(start + "nubar,0.6,0,0.8,1,1,0,0,1\n"))
            .hasMessageStartingWith("Line 2 has |v| = 0.0, but beside directions on the sphere");
    }

    @Test
    void momentsAreSentToTheirNode() {
        assertThatThrownBy(() -> read("cell,species,n,fx,fy,fz\n1,nu_e,1e33,0,0,0.3\n"))
            .hasMessageStartingWith("Column 'vx' (number) is missing").hasMessageContaining("Moments to Distribution");
    }
}
