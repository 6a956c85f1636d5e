package org.flavorwaves.knime.io.moments.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import com.univocity.parsers.csv.CsvParser;
import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.moments.CellFilter;
import org.flavorwaves.knime.io.moments.MomentsFile;
import org.flavorwaves.knime.io.moments.MomentsFormat;
import org.flavorwaves.knime.io.moments.MomentsHeader;
import org.flavorwaves.knime.io.text.DelimitedText;
import org.flavorwaves.physics.run.Progress;

/**
 * Delimited text with the columns [cell] species [E] n fx fy fz and any of x y z rho T Ye, the rows of a cell together.
 */
final class DelimitedMoments implements MomentsFile {
    private static final List<String> MOMENTS = List.of("n", "fx", "fy", "fz");

    private static final List<String> EXTRAS = List.of("x", "y", "z", "rho", "T", "Ye");

    private static final int REPORT_EVERY = 4096;

    private static final int ROW_BYTES = 1 << 16;

    private final Path m_path;

    private final char m_separator;

    private final List<String> m_header;

    DelimitedMoments(final Path path) throws IOException {
        m_path = path;
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            final String first = text.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').findFirst()
                .orElseThrow(() -> new StateFormatException("The file is empty; it needs a line of column names."));
            m_separator = DelimitedText.separator(first);
        } catch (final UncheckedIOException e) {
            throw notText(e);
        }
        m_header = parse((parser, header) -> header);
        for (final String name : Stream.concat(Stream.of("species"), MOMENTS.stream()).toList()) {
            if (!m_header.contains(name)) {
                throw new StateFormatException("Column '" + name + "' is missing; found: "
                    + String.join(", ", m_header) + "." + (m_header.contains("weight")
                        ? " These are momentum modes: read them with the node Distribution Reader." : ""));
            }
        }
        for (final String name : m_header) {
            if (m_header.indexOf(name) != m_header.lastIndexOf(name)) {
                throw new StateFormatException("Column '" + name + "' occurs twice.");
            }
        }
    }

    private static StateFormatException notText(final Exception e) {
        return new StateFormatException("The file is neither HDF5 nor text in UTF-8.", e);
    }

    private <T> T parse(final BiFunction<CsvParser, List<String>, T> afterHeader)
        throws IOException {
        try (BufferedReader text = Files.newBufferedReader(m_path, StandardCharsets.UTF_8)) {
            return DelimitedText.parse(text, m_separator, afterHeader);
        } catch (final CharacterCodingException e) {
            throw notText(e);
        }
    }

    @Override
    public MomentsHeader header() {
        return new MomentsHeader(MomentsFormat.DELIMITED, m_header.contains("cell"), m_header.contains("E"),
            EXTRAS.stream().filter(m_header::contains).toList(), Optional.empty());
    }

    @Override
    public long bytes() {
        return ROW_BYTES;
    }

    @Override
    public void read(final CellChoice choice, final CellFilter cells, final Progress progress)
        throws IOException {
        final List<String> extras = header().extras();
        for (int a = 0; a < 3; a++) {
            if (choice.isBounded(a) && !extras.contains("xyz".substring(a, a + 1))) {
                throw new StateFormatException("The range of " + "xyz".charAt(a)
                    + " cannot be used, since the file has no such column.");
            }
        }
        parse((parser, header) -> {
            rows(parser, choice, cells, progress, extras);
            return null;
        });
    }

    private void rows(final CsvParser parser, final CellChoice choice, final CellFilter cells,
        final Progress progress, final List<String> extras) {
        final Set<String> seen = new HashSet<>();
        final int key = m_header.indexOf("cell");
        Rows rows = new Rows("");
        long count = 0;
        for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
            final long line = parser.getContext().currentLine();
            if (count++ % REPORT_EVERY == 0) {
                progress.report(0, "reading line " + line);
            }
            if (row.length != m_header.size()) {
                throw new StateFormatException("Line " + line + " has " + row.length + " values, but there are "
                    + m_header.size() + " columns.");
            }
            final String cell = key < 0 ? "" : text(row, key, line);
            if (!cell.equals(rows.m_cell) || seen.isEmpty()) {
                rows.end(cells);
                if (!seen.add(cell)) {
                    throw new StateFormatException("Line " + line + " belongs to the cell '" + cell
                        + "', whose rows ended before; sort the file by cell.");
                }
                rows = new Rows(cell);
            }
            if ((seen.size() - 1) % choice.every() == 0) {
                add(rows, row, line, choice, extras);
            }
        }
        rows.end(cells);
    }

    private void add(final Rows rows, final String[] row, final long line, final CellChoice choice,
        final List<String> extras) {
        final double[] beside = new double[extras.size()];
        for (int e = 0; e < beside.length; e++) {
            final int index = m_header.indexOf(extras.get(e));
            beside[e] = row[index] == null ? Double.NaN : number(row, index, line);
        }
        if (choice.holds(at(extras, beside, "x"), at(extras, beside, "y"), at(extras, beside, "z"))) {
            final int energy = m_header.indexOf("E");
            rows.m_species.add(text(row, m_header.indexOf("species"), line));
            rows.m_energies.add(energy < 0 ? 0 : number(row, energy, line));
            rows.m_moments.add(
                MOMENTS.stream().mapToDouble(name -> number(row, m_header.indexOf(name), line)).toArray());
            rows.m_extras.add(beside);
        }
    }

    /** The rows of one cell. */
    private static final class Rows {
        private final String m_cell;

        private final List<String> m_species = new ArrayList<>();

        private final List<Double> m_energies = new ArrayList<>();

        private final List<double[]> m_moments = new ArrayList<>();

        private final List<double[]> m_extras = new ArrayList<>();

        Rows(final String cell) {
            m_cell = cell;
        }

        void end(final CellFilter cells) {
            if (!m_species.isEmpty()) {
                cells.factors(m_cell, m_species, m_energies, m_moments, m_extras);
            }
        }
    }

    private static double at(final List<String> names, final double[] values, final String name) {
        final int index = names.indexOf(name);
        return index < 0 ? 0 : values[index];
    }

    private String text(final String[] row, final int index, final long line) {
        if (row[index] == null || row[index].isBlank()) {
            throw new StateFormatException("Line " + line + " has no value in column '" + m_header.get(index) + "'.");
        }
        return row[index].strip();
    }

    private double number(final String[] row, final int index, final long line) {
        final String text = text(row, index, line);
        try {
            return PlainNumber.parse(text);
        } catch (final NumberFormatException e) {
            throw new StateFormatException("Line " + line + " has '" + text + "' in column '" + m_header.get(index)
                + "', which is not a number.", e);
        }
    }

    @Override
    public void close() {
        // nothing is open between the calls
    }
}
