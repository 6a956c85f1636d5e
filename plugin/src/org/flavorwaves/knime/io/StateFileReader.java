package org.flavorwaves.knime.io;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.flavorwaves.physics.run.Progress;

/**
 * Reads a state from a file and finds out by its content what the file is: comma-, semicolon- or tab-separated text,
 * JSON, or Emu's particle_input.dat. UTF-8, with or without a byte order mark.
 *
 * @param peakOccupation largest occupation given to modes of a file that knows densities but no phase space, in (0, 1]
 */
public record StateFileReader(double peakOccupation) {
    private static final int LOOK_AHEAD = 1 << 16;

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};

    private static final int COSENU_COLUMNS = 10;

    private static final Pattern COSENU_NAMES = Pattern.compile("\\s*#[^\n]*\\brho_ee\\b[^\n]*\\brho_xx\\b");

    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Checks the option.
     *
     * @throws IllegalArgumentException if the occupation is out of its bounds
     */
    public StateFileReader {
        if (!(peakOccupation > 0 && peakOccupation <= 1)) {
            throw new IllegalArgumentException("The largest occupation must be in (0, 1] but is " + peakOccupation
                + ".");
        }
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @param progress told how far reading is
     * @return what it holds
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it does not hold a state; names the line or the column, the value and what was
     *             expected
     */
    public StateFile read(final Path path, final Progress progress) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            return read(stream, Files.size(path), progress);
        }
    }

    /**
     * Reads a stream to its end; does not close it.
     *
     * @param stream the content of a file
     * @param length number of bytes, 0 or less if unknown; only for the progress
     * @param progress told how far reading is
     * @return what it holds
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it does not hold a state; names the line or the column, the value and what was
     *             expected
     */
    public StateFile read(final InputStream stream, final long length, final Progress progress) throws IOException {
        final Counter counter = new Counter(stream);
        final BufferedInputStream bytes = new BufferedInputStream(counter, LOOK_AHEAD);
        refuseBinary(bytes);
        final Progress counted = (fraction, message) -> progress
            .report(length > 0 ? Math.min(1, counter.m_count / (double) length) : 0, message);
        try {
            return readText(decode(bytes), counted);
        } catch (final CharacterCodingException e) {
            throw notText(e);
        }
    }

    /**
     * Looks at the beginning of a file.
     *
     * @param path the file
     * @return what it is and, where the beginning tells, its columns
     * @throws IOException if it cannot be read
     * @throws StateFormatException if its beginning is not that of a state; names the column that is missing
     */
    public StateFilePreview preview(final Path path) throws IOException {
        try (InputStream stream = Files.newInputStream(path)) {
            final BufferedInputStream bytes = new BufferedInputStream(stream, LOOK_AHEAD);
            refuseBinary(bytes);
            final BufferedReader text = decode(bytes);
            final String first = start(text);
            final StateFileFormat format = StateFileFormat.ofFirstLine(first);
            return new StateFilePreview(format, switch (format) {
                case JSON -> Optional.empty();
                case EMU -> Optional.of(EmuStates.COLUMNS);
                case DELIMITED -> Optional.of(DelimitedText.columns(text, DelimitedText.separator(first)));
            });
        } catch (final CharacterCodingException e) {
            throw notText(e);
        }
    }

    private static StateFormatException notText(final CharacterCodingException e) {
        return new StateFormatException("The file is not text in UTF-8.", e);
    }

    private static BufferedReader decode(final InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), LOOK_AHEAD);
    }

    /**
     * Snapshots of COSEnu have ten columns of numbers (Z vz, then the matrices of both species) or nine (without Z),
     * and may begin with a comment that names the elements of the matrix.
     */
    private static void refuseCosenu(final BufferedReader text, final String first) throws IOException {
        text.mark(LOOK_AHEAD);
        final char[] start = new char[256];
        final int length = Math.max(0, text.read(start));
        text.reset();
        final boolean named = COSENU_NAMES.matcher(new String(start, 0, length)).lookingAt();
        final String[] tokens = first.split("\\s+");
        if (named || (tokens.length == COSENU_COLUMNS || tokens.length == COSENU_COLUMNS - 1)
            && Arrays.stream(tokens).allMatch(NUMBER.asMatchPredicate())) {
            throw new StateFormatException("The file is a snapshot of COSEnu, which this reader does not read. Its "
                + "matrices become a state of delimited text with weight = dv, P0 = ee + xx, Px = 2 Re ex, "
                + "Py = -2 Im ex (+2 Im ex for antineutrinos), Pz = ee - xx.");
        }
    }

    private StateFile readText(final BufferedReader text, final Progress progress) throws IOException {
        final String first = start(text);
        return switch (StateFileFormat.ofFirstLine(first)) {
            case JSON -> JsonText.read(text, progress);
            case EMU -> EmuParticles.read(text, peakOccupation, progress);
            case DELIMITED -> DelimitedText.read(text, DelimitedText.separator(first), progress);
        };
    }

    /** Skips the byte order mark and looks at the first line. */
    private static String start(final BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        final String first = firstLine(text);
        refuseCosenu(text, first);
        return first;
    }

    /** The first line that is neither blank nor a comment, within the look-ahead, stripped; consumes nothing. */
    private static String firstLine(final BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        final StringBuilder line = new StringBuilder();
        for (int i = 0; i < LOOK_AHEAD - 1; i++) {
            final int c = text.read();
            if (c == '\n' || c == '\r' || c < 0) {
                if (!line.toString().isBlank() && line.charAt(0) != '#' || c < 0) {
                    break;
                }
                line.setLength(0);
            } else {
                line.append((char) c);
            }
        }
        text.reset();
        return line.toString().strip();
    }

    private static void refuseBinary(final BufferedInputStream bytes) throws IOException {
        bytes.mark(HDF5.length);
        final byte[] start = bytes.readNBytes(HDF5.length);
        bytes.reset();
        if (Arrays.equals(start, HDF5)) {
            throw new StateFormatException("The file is HDF5, which this reader does not read; convert it to text.");
        }
    }

    /** Counts the bytes read. */
    private static final class Counter extends FilterInputStream {
        private long m_count;

        Counter(final InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            final int b = super.read();
            m_count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(final byte[] buffer, final int offset, final int length) throws IOException {
            final int n = super.read(buffer, offset, length);
            m_count += Math.max(0, n);
            return n;
        }
    }
}
