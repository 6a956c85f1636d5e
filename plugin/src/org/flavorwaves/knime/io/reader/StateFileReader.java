package org.flavorwaves.knime.io.reader;

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

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.CosenuGrid;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.knime.io.cosenu.CosenuBinary;
import org.flavorwaves.knime.io.cosenu.CosenuStates;
import org.flavorwaves.knime.io.cosenu.CosenuText;
import org.flavorwaves.knime.io.emu.EmuParticles;
import org.flavorwaves.knime.io.emu.EmuStates;
import org.flavorwaves.knime.io.text.DelimitedText;
import org.flavorwaves.knime.io.text.JsonText;
import org.flavorwaves.physics.run.Progress;

/**
 * Reads a state from a file and finds out by its content what the file is: comma-, semicolon- or tab-separated text,
 * JSON, Emu's particle_input.dat, COSEnu's snapshots and binary files, or SedonuGR's HDF5. Text is UTF-8, with or
 * without a byte order mark.
 *
 * @param hints what a file may need to be told
 * @param choice the cells that are read, of formats with many
 */
public record StateFileReader(StateHints hints, CellChoice choice) {
    private static final int LOOK_AHEAD = 1 << 16;

    private static final int BINARY_LOOK = 4096;

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads files that say their grid.
     *
     * @param peakOccupation largest occupation given to modes of a file that knows densities but no phase space, in
     *            (0, 1]
     * @throws IllegalArgumentException if the occupation is out of its bounds
     */
    public StateFileReader(final double peakOccupation) {
        this(new StateHints(peakOccupation, CosenuGrid.UNKNOWN), CellChoice.ALL);
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
        final Optional<StateSource> source = StateSources.of(path, hints, choice);
        if (source.isPresent()) {
            return source.get().read(progress);
        }
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
        if (isBinary(bytes)) {
            return CosenuBinary.read(bytes, length, hints.grid(), hints.peakOccupation(), progress);
        }
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
        final Optional<StateSource> source = StateSources.of(path, hints, choice);
        if (source.isPresent()) {
            return new StateFilePreview(source.get().format(), Optional.of(source.get().columns()));
        }
        try (InputStream stream = Files.newInputStream(path)) {
            final BufferedInputStream bytes = new BufferedInputStream(stream, LOOK_AHEAD);
            if (isBinary(bytes)) {
                return new StateFilePreview(StateFileFormat.COSENU_BINARY, Optional.of(CosenuStates.columns(true)));
            }
            final BufferedReader text = decode(bytes);
            final String first = start(text);
            final StateFileFormat format = format(text, first);
            return new StateFilePreview(format, switch (format) {
                case JSON -> Optional.empty();
                case EMU -> Optional.of(EmuStates.COLUMNS);
                case COSENU -> Optional.of(CosenuStates.columns(CosenuText.hasPlaces(first)));
                case COSENU_BINARY, SEDONU, EMU_PLOT, EMU_CELL, SNEWPY, NUBHLIGHT ->
                    throw new IllegalStateException("Text is not binary.");
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

    private StateFile readText(final BufferedReader text, final Progress progress) throws IOException {
        final String first = start(text);
        return switch (format(text, first)) {
            case JSON -> JsonText.read(text, progress);
            case EMU -> EmuParticles.read(text, hints, progress);
            case COSENU -> CosenuText.read(text, hints.peakOccupation(), progress);
            case COSENU_BINARY, SEDONU, EMU_PLOT, EMU_CELL, SNEWPY, NUBHLIGHT ->
                throw new IllegalStateException("Text is not binary.");
            case DELIMITED -> DelimitedText.read(text, DelimitedText.separator(first), progress);
        };
    }

    /** Skips the byte order mark and looks at the first line. */
    private static String start(final BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return firstLine(text);
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

    private boolean isBinary(final BufferedInputStream bytes) throws IOException {
        bytes.mark(BINARY_LOOK);
        final byte[] start = bytes.readNBytes(BINARY_LOOK);
        bytes.reset();
        if (start.length >= HDF5.length && Arrays.equals(Arrays.copyOf(start, HDF5.length), HDF5)) {
            throw new StateFormatException("The content is HDF5, which is read from files only.");
        }
        final boolean binary = CosenuBinary.isBinary(start);
        if (binary && !hints.grid().isKnown()) {
            throw new StateFormatException("The file is binary and not text in UTF-8. If it is COSEnu's G0.bin, "
                + "state0.bin or state.bin, set nz and nvz as in cosenu_configs.yaml.");
        }
        return binary;
    }

    private static StateFileFormat format(final BufferedReader text, final String first) throws IOException {
        final StateFileFormat format = StateFileFormat.ofFirstLine(first);
        return format == StateFileFormat.DELIMITED && CosenuText.recognizes(text, first) ? StateFileFormat.COSENU
            : format;
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
