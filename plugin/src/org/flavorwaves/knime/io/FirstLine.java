package org.flavorwaves.knime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The beginning of a file, by which its format is told. */
public final class FirstLine {
    private static final int LOOK = 512;

    private FirstLine() {
    }

    /**
     * The first line that is not blank, within the first bytes, whatever they mean.
     *
     * @param path the file
     * @return the line without blanks around it; empty if there is none
     * @throws IOException if it cannot be read
     */
    public static String of(final Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return new String(stream.readNBytes(LOOK), StandardCharsets.ISO_8859_1).stripLeading().lines().findFirst()
                .orElse("").strip();
        }
    }
}
