package org.flavorwaves.knime.io.amrex;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFormatException;

/** The lines of a text head of AMReX, read one after the other and refused with their numbers. */
final class HeaderLines {
    /** Heads that are larger are none. */
    private static final long MOST_BYTES = 1L << 28;

    private final BufferedReader m_text;

    private final String m_name;

    private int m_line;

    HeaderLines(final BufferedReader text, final Path path) {
        m_text = text;
        m_name = path.getParent().getFileName() + "/" + path.getFileName();
    }

    /** What is made of the lines. */
    @FunctionalInterface
    interface Parser<T> {
        /** Makes it. */
        T parse(HeaderLines lines) throws IOException;
    }

    static <T> T parse(final Path path, final Parser<T> parser) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new StateFormatException("The plotfile has no " + path.getParent().getFileName() + "/"
                + path.getFileName() + ".");
        }
        if (Files.size(path) > MOST_BYTES) {
            throw new StateFormatException(path.getFileName() + " has " + Files.size(path)
                + " bytes; that is no head of a plotfile.");
        }
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
            return parser.parse(new HeaderLines(text, path));
        }
    }

    String text(final String what) throws IOException {
        final String line = m_text.readLine();
        m_line++;
        if (line == null) {
            throw new StateFormatException(m_name + " ends before line " + m_line + ", " + what + "; it is cut off.");
        }
        return line.strip();
    }

    StateFormatException wrong(final String what, final String line) {
        return new StateFormatException(m_name + " has '" + line + "' in line " + m_line + ", where " + what
            + " must be.");
    }

    double[] numbers(final String what, final int count) throws IOException {
        final String line = text(what);
        try {
            final double[] numbers = line.isEmpty() ? new double[0]
                : Arrays.stream(line.split("\\s+")).mapToDouble(PlainNumber::parse).toArray();
            if (numbers.length != count) {
                throw wrong(what + " (" + count + " numbers)", line);
            }
            for (final double number : numbers) {
                if (!Double.isFinite(number)) {
                    throw wrong(what, line);
                }
            }
            return numbers;
        } catch (final NumberFormatException e) {
            throw new StateFormatException(wrong(what, line).getMessage(), e);
        }
    }

    double number(final String what) throws IOException {
        return numbers(what, 1)[0];
    }

    /** Whole numbers that are not negative. */
    long[] wholes(final String what, final int count) throws IOException {
        final double[] numbers = numbers(what, count);
        final long[] wholes = new long[count];
        for (int i = 0; i < count; i++) {
            if (numbers[i] < 0 || numbers[i] != Math.rint(numbers[i]) || numbers[i] > 1L << 53) {
                throw wrong(what + " (whole numbers)", Double.toString(numbers[i]));
            }
            wholes[i] = (long) numbers[i];
        }
        return wholes;
    }

    int whole(final String what, final int most) throws IOException {
        final long whole = wholes(what, 1)[0];
        if (whole > most) {
            throw wrong(what + " (at most " + most + ")", Long.toString(whole));
        }
        return (int) whole;
    }

    boolean ended() throws IOException {
        for (String line = m_text.readLine(); line != null; line = m_text.readLine()) {
            if (!line.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
