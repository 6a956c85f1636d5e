package org.flavorwaves.knime.io.moments.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.physics.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields of Emu's plotfiles, written here as AMReX writes them. */
class EmuPlotMomentsTest {
    private static final double VOLUME = 8;

    /** Two boxes that fill 3 x 1 x 4 cells. */
    private static final int[][][] BOXES = {{{0, 0, 0}, {2, 0, 1}}, {{0, 0, 2}, {2, 0, 3}}};

    @TempDir
    private Path m_folder;

    private static List<String> names() {
        final List<String> names = new ArrayList<>(List.of("rho", "Ye"));
        for (final String bar : List.of("", "bar")) {
            for (final String letter : List.of("N", "Fx", "Fy", "Fz")) {
                for (final String element : List.of("00_Re", "01_Re", "01_Im", "11_Re")) {
                    names.add(letter + element + bar);
                }
            }
        }
        return names;
    }

    private static double value(final String name, final int i, final int k) {
        if (!name.contains("_")) {
            return "Ye".equals(name) ? 0.1 * k : 1e9 + i;
        }
        final double n = VOLUME * 1e33 * (1 + i + 0.1 * k + (name.contains("11") ? 0.5 : 0)
            + (name.endsWith("bar") ? 0.25 : 0));
        return name.contains("01") ? 1e30 : n * (name.startsWith("N") ? 1 : name.startsWith("Fx") ? 0.3
            : name.startsWith("Fy") ? -0.2 : 0.1);
    }

    private Path write(final boolean single, final ByteOrder order) throws IOException {
        final Path plot = Files.createDirectories(m_folder.resolve("plt00020"));
        final List<String> names = names();
        Files.writeString(plot.resolve("Header"), "HyperCLaw-V1.1\n" + names.size() + "\n" + String.join("\n", names)
            + "\n3\n1e-9\n0\n0 0 -8 \n6 1 8 \n\n((0,0,0) (2,0,3) (0,0,0)) \n20 \n2 1 4 \n0\n0\n0 2 1e-9\n20\n");
        final Path level = Files.createDirectories(plot.resolve("Level_0"));
        final ByteArrayOutputStream data = new ByteArrayOutputStream();
        final StringBuilder list = new StringBuilder("1\n1\n" + names.size() + "\n0\n(2 0\n");
        final StringBuilder places = new StringBuilder(")\n2\n");
        for (final int[][] box : BOXES) {
            final String text = "((" + box[0][0] + "," + box[0][1] + "," + box[0][2] + ") (" + box[1][0] + ","
                + box[1][1] + "," + box[1][2] + ") (0,0,0))";
            list.append(text).append('\n');
            places.append("FabOnDisk: Cell_D_00000 ").append(data.size()).append('\n');
            final String bytes = single ? order == ByteOrder.BIG_ENDIAN ? "1 2 3 4" : "4 3 2 1"
                : order == ByteOrder.BIG_ENDIAN ? "1 2 3 4 5 6 7 8" : "8 7 6 5 4 3 2 1";
            data.write(("FAB ((8, (" + (single ? "32 8 23 0 1 9 0 127" : "64 11 52 0 1 12 0 1023") + ")),("
                + (single ? 4 : 8) + ", (" + bytes + ")))" + text + " " + names.size() + "\n")
                .getBytes(StandardCharsets.US_ASCII));
            for (final String name : names) {
                for (int k = box[0][2]; k <= box[1][2]; k++) {
                    for (int i = box[0][0]; i <= box[1][0]; i++) {
                        final ByteBuffer number = ByteBuffer.allocate(single ? 4 : 8).order(order);
                        if (single) {
                            number.putFloat((float) value(name, i, k));
                        } else {
                            number.putDouble(value(name, i, k));
                        }
                        data.write(number.array());
                    }
                }
            }
        }
        Files.write(level.resolve("Cell_D_00000"), data.toByteArray());
        Files.writeString(level.resolve("Cell_H"), list.append(places).append("\n2,34\n0,\n").toString());
        return plot.resolve("Header");
    }

    /** Emu's convertToHDF5.py divides each field by the volume of a cell. */
    @Test
    void fieldsAreDividedByTheVolume() throws IOException {
        final MomentsTable table = MomentsTable.read(write(false, ByteOrder.LITTLE_ENDIAN));
        assertThat(table.rows()).hasSize(4 * 12);
        assertThat(table.time()).hasValue(1e-9);
        assertThat(table.header().extras()).containsExactly("x", "y", "z", "rho", "Ye");
        final double[] row = table.row("2_0_3", "nubar_x");
        assertThat(row[0] / 1e33).isEqualTo(1 + 2 + 0.3 + 0.5 + 0.25, within(1e-14));
        assertThat(Arrays.copyOfRange(row, 1, 9)).containsExactly(new double[]{0.3, -0.2, 0.1, 5, 0.5, 6, 1e9 + 2, 0.3},
            within(1e-14 * 1e9));
        assertThat(MomentsTable.read(write(false, ByteOrder.LITTLE_ENDIAN), MomentsHints.NONE,
            CellChoice.everyNth(2)).rows().keySet()).extracting(key -> key.substring(0, 5)).containsOnly("0_0_0",
                "2_0_0", "0_0_2", "2_0_2");
    }

    /** A box of 64 x 64 x 128 cells, of which the file has the head and the place of the last number. */
    @Test
    void largeBoxesAreReadInParts() throws IOException {
        final Path plot = Files.createDirectories(m_folder.resolve("plt00030"));
        final List<String> names = names();
        Files.writeString(plot.resolve("Header"), "HyperCLaw-V1.1\n" + names.size() + "\n" + String.join("\n", names)
            + "\n3\n0\n0\n0 0 0\n64 64 128\n\n((0,0,0) (63,63,127) (0,0,0)) \n0 \n1 1 1 \n0\n0\n");
        final Path level = Files.createDirectories(plot.resolve("Level_0"));
        final String box = "((0,0,0) (63,63,127) (0,0,0))";
        Files.writeString(level.resolve("Cell_H"), "1\n1\n" + names.size() + "\n0\n(1 0\n" + box
            + "\n)\n1\nFabOnDisk: Cell_D_00000 0\n\n");
        final String head = "FAB ((8, (64 11 52 0 1 12 0 1023)),(8, (8 7 6 5 4 3 2 1)))" + box + " " + names.size()
            + "\n";
        final long cells = 64L * 64 * 128;
        try (FileChannel data = FileChannel.open(level.resolve("Cell_D_00000"), StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            data.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            final ByteBuffer one = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(7).flip();
            data.write(one, head.length() + (cells * (names.indexOf("N00_Re") + 1) - 1) * Double.BYTES);
            data.write(ByteBuffer.allocate(1), head.length() + cells * names.size() * Double.BYTES - 1);
        }
        final long[] rows = new long[1];
        final double[] sum = new double[1];
        final String[] last = new String[1];
        try (MomentsFile file = MomentsFiles.open(plot.resolve("Header"), MomentsHints.NONE)) {
            assertThat(file.bytes()).isLessThan(32 << 20);
            file.read(CellChoice.everyNth(1), new CellFilter((cell, species, energy, moments, extras) -> {
                rows[0]++;
                sum[0] += moments[0];
                last[0] = moments[0] == 0 ? last[0] : cell + " " + species;
            }), Progress.NONE);
        }
        assertThat(rows[0]).isEqualTo(4 * cells);
        assertThat(sum[0]).isEqualTo(7);
        assertThat(last[0]).isEqualTo("63_63_127 nu_e");
    }

    @Test
    void allPrecisionsAndOrdersAreRead() throws IOException {
        final double[] expected = MomentsTable.read(write(false, ByteOrder.LITTLE_ENDIAN)).row("1_0_2", "nu_e");
        assertThat(MomentsTable.read(write(false, ByteOrder.BIG_ENDIAN)).row("1_0_2", "nu_e"))
            .containsExactly(expected);
        final double[] single = MomentsTable.read(write(true, ByteOrder.LITTLE_ENDIAN)).row("1_0_2", "nu_e");
        assertThat(single[0] / expected[0]).isEqualTo(1, within(1e-6));
    }

    @Test
    void whatIsCutOffOrLiesIsRefused() throws IOException {
        final Path head = write(false, ByteOrder.LITTLE_ENDIAN);
        final Path list = head.resolveSibling("Level_0").resolve("Cell_H");
        for (final Path path : List.of(list, head.resolveSibling("Level_0").resolve("Cell_D_00000"))) {
            final byte[] whole = Files.readAllBytes(path);
            final int stop = path.equals(list) ? new String(whole, StandardCharsets.US_ASCII).indexOf("\n\n") - 1
                : whole.length;
            for (int length = 0; length < stop; length += path.equals(list) ? 1 : 53) {
                Files.write(path, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> MomentsTable.read(head)).as("%d bytes of %s", length, path)
                    .isInstanceOf(StateFormatException.class).hasMessageEndingWith(".");
            }
            Files.write(path, whole);
        }
        final String text = Files.readString(list);
        for (final String[] lie : new String[][]{{"(2,0,3)", "(2,0,4)"}, {"(2,0,3)", "(1,0,3)"}, {"00000 0", "00001 0"},
            {"1\n1\n34", "1\n1\n35"}, {"34\n0\n", "34\n1\n"}, {"Cell_D_00000 0", "../Level_0/Cell_D_00000 0"}}) {
            Files.writeString(list, text.replace(lie[0], lie[1]));
            assertThatThrownBy(() -> MomentsTable.read(head)).as(lie[1]).isInstanceOf(StateFormatException.class);
        }
        final Path particles = m_folder.resolve("Header");
        Files.writeString(particles, "Version_Two_Dot_Zero_double\n3\n");
        assertThatThrownBy(() -> MomentsTable.read(particles)).hasMessageContaining("node Distribution Reader");
    }
}
