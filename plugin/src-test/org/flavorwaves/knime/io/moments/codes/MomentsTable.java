package org.flavorwaves.knime.io.moments.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.knime.io.moments.MomentsHints;
import org.flavorwaves.physics.run.Progress;

/** What came out of a file of moments, for tests. */
record MomentsTable(MomentsHeader header, OptionalDouble time, List<String> doubts, long notFinite, long impossible,
    Map<String, double[]> rows) {
    /** Reads a file; rows have the key "cell species" and hold n, fx, fy, fz and the extras. */
    static MomentsTable read(final Path path, final MomentsHints hints, final CellChoice choice)
        throws IOException {
        final Map<String, double[]> rows = new LinkedHashMap<>();
        try (MomentsFile file = MomentsFiles.open(path, hints)) {
            final CellFilter cells = new CellFilter((cell, species, energy, moments, extras) -> {
                final double[] row = Arrays.copyOf(moments, 4 + extras.length);
                System.arraycopy(extras, 0, row, 4, extras.length);
                assertThat(rows.put(cell + " " + species, row)).as("twice: %s %s", cell, species).isNull();
            });
            file.read(choice, cells, Progress.NONE);
            return new MomentsTable(file.header(), file.time(choice), file.doubts(), cells.notFinite(),
                cells.impossible(), rows);
        }
    }

    static MomentsTable read(final Path path) throws IOException {
        return read(path, MomentsHints.NONE, CellChoice.ALL);
    }

    double[] row(final String cell, final String species) {
        return rows.get(cell + " " + species);
    }

    /** A file that ends early is refused with a sentence, wherever it ends. */
    static void assertCutsRefused(final Path path, final MomentsHints hints, final int cuts) throws IOException {
        final byte[] whole = Files.readAllBytes(path);
        for (int cut = 0; cut < cuts; cut++) {
            final int length = (int) ((long) whole.length * cut / cuts);
            Files.write(path, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(path, hints, CellChoice.ALL)).as("%d of %d bytes", length, whole.length)
                .isInstanceOf(StateFormatException.class).hasMessageEndingWith(".");
        }
        Files.write(path, whole);
    }
}
