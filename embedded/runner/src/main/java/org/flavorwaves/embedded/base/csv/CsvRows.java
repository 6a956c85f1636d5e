package org.flavorwaves.embedded.base.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;

/** The rows of a character file, one array of fields each; null stands for a missing field. */
final class CsvRows implements Closeable {

    private final CsvParser m_parser;

    private final CsvDialect m_dialect;

    private final Reader m_reader;

    private int m_firstLength;

    CsvRows(final Path file, final CsvDialect dialect) throws IOException {
        m_dialect = dialect;
        final BufferedReader reader = open(file, dialect);
        m_reader = reader;
        for (long i = 0; i < dialect.linesToSkip() && reader.readLine() != null; i++) {
            continue;
        }
        m_parser = new CsvParser(dialect.parserSettings());
        m_parser.beginParsing(reader);
    }

    /** The bytes of a file, unpacked. */
    static InputStream bytes(final Path file) throws IOException {
        final InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        } catch (final IOException ex) {
            in.close();
            throw ex;
        }
    }

    private static BufferedReader open(final Path file, final CsvDialect dialect) throws IOException {
        final InputStream in = bytes(file);
        try {
            final Reader reader = new InputStreamReader(withoutMark(in, dialect.charset()), dialect.charset());
            return new BufferedReader(dialect.lineBreaks() ? new LineFeedReader(reader) : reader);
        } catch (final IOException ex) {
            in.close();
            throw ex;
        }
    }

    /** Passes over the byte order mark of encodings that do not do so themselves. */
    private static InputStream withoutMark(final InputStream in, final Charset charset) throws IOException {
        if (!Arrays.asList(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
            .contains(charset)) {
            return in;
        }
        final byte[] mark = "\uFEFF".getBytes(charset);
        final PushbackInputStream back = new PushbackInputStream(in, mark.length);
        final byte[] start = back.readNBytes(mark.length);
        if (!Arrays.equals(start, mark)) {
            back.unread(start);
        }
        return back;
    }

    /** The next row, empty at the end of the file. */
    Optional<String[]> next() throws IOException {
        try {
            String[] row = m_parser.parseNext();
            while (row != null && m_firstLength > 1 && row.length == 1 && row[0] == null
                && m_dialect.keepEmptyLines()) {
                row = m_parser.parseNext();
            }
            if (m_firstLength == 0 && row != null) {
                m_firstLength = row.length;
            }
            return Optional.ofNullable(row);
        } catch (final TextParsingException ex) {
            throw explain(ex);
        }
    }

    private IOException explain(final TextParsingException ex) {
        final String cause = ex.getCause() instanceof ArrayIndexOutOfBoundsException
            ? String.valueOf(ex.getCause().getMessage()) : "";
        if (cause.startsWith("Index " + m_dialect.maxColumns() + " out of bounds")) {
            return new IOException("Number of parsed columns exceeds the defined limit (" + m_dialect.maxColumns()
                + "). Please adapt the according setting.", ex);
        }
        if (!cause.isEmpty()) {
            return new IOException("Memory limit per column exceeded. Please adapt the according setting.", ex);
        }
        return new IOException("Line " + ex.getLineIndex() + " cannot be parsed: " + ex.getMessage(), ex);
    }

    @Override
    public void close() throws IOException {
        m_parser.stopParsing();
        m_reader.close();
    }
}
