package org.flavorwaves.knime.io.moments.codes;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFormatException;

/** A .tsv file of CarpetX, row by row: {@code # 1:iteration 2:time 3:patch 4:level ... x y z} and the variables. */
final class CarpetTable implements Closeable {
    /** What a first line begins with. */
    static final String HEAD = "# 1:iteration";

    private static final List<String> PLACES = List.of("iteration", "time", "patch", "level", "i", "j", "k", "x", "y",
        "z");

    private final String m_name;

    private final BufferedReader m_text;

    private final List<String> m_columns = new ArrayList<>();

    private final int[] m_places;

    private double[] m_row = {};

    private long m_line = 1;

    CarpetTable(final Path path) throws IOException {
        m_name = path.getFileName().toString();
        if (!Files.isRegularFile(path)) {
            throw new StateFormatException("The file " + m_name + " is missing beside the others of nuX.");
        }
        requireEnd(path);
        m_text = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1);
        try {
            final String head = m_text.readLine();
            if (head == null || !head.startsWith(HEAD)) {
                throw new StateFormatException(m_name + " does not begin with '" + HEAD + "' as CarpetX writes it.");
            }
            for (final String column : head.substring(1).strip().split("\t")) {
                m_columns.add(column.substring(column.indexOf(':') + 1));
            }
            m_places = PLACES.stream().mapToInt(this::index).toArray();
        } catch (final StateFormatException | IOException e) {
            m_text.close();
            throw e;
        }
    }

    private void requireEnd(final Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 1));
            if (file.length() == 0 || file.read() != '\n') {
                throw new StateFormatException(m_name + " ends within a line; it is cut off.");
            }
        }
    }

    int index(final String column) {
        final int index = m_columns.indexOf(column);
        if (index < 0) {
            throw new StateFormatException(m_name + " has no column '" + column + "'; found: "
                + String.join(", ", m_columns) + ".");
        }
        return index;
    }

    boolean has(final String column) {
        return m_columns.contains(column);
    }

    /** Goes to the next row; false after the last one. */
    boolean next() throws IOException {
        final String line = m_text.readLine();
        m_line++;
        if (line == null) {
            return false;
        }
        final String[] tokens = line.split("\t");
        if (tokens.length != m_columns.size()) {
            throw new StateFormatException(m_name + " has " + tokens.length + " values in line " + m_line
                + ", but there are " + m_columns.size() + " columns.");
        }
        m_row = new double[tokens.length];
        for (int c = 0; c < tokens.length; c++) {
            m_row[c] = number(tokens[c].strip());
        }
        return true;
    }

    private double number(final String token) {
        if (token.endsWith("nan") || token.endsWith("inf")) {
            return Double.NaN;
        }
        try {
            return PlainNumber.parse(token);
        } catch (final NumberFormatException e) {
            throw new StateFormatException(m_name + " has '" + token + "' in line " + m_line
                + ", which is not a number.", e);
        }
    }

    double value(final int column) {
        return m_row[column];
    }

    /** Iteration, time, patch, level, i, j, k, x, y, z. */
    double[] place() {
        final double[] place = new double[m_places.length];
        for (int p = 0; p < place.length; p++) {
            place[p] = m_row[m_places[p]];
        }
        return place;
    }

    String name() {
        return m_name;
    }

    long line() {
        return m_line;
    }

    @Override
    public void close() throws IOException {
        m_text.close();
    }
}
