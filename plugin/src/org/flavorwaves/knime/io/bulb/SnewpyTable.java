package org.flavorwaves.knime.io.bulb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;

/**
 * A table of luminosities over time with SNEWPY's names: TIME in s, L_NU_E, L_NU_E_BAR, L_NU_X and optionally
 * L_NU_X_BAR in erg/s, mean energies E_NU_E ... in MeV, and ALPHA_NU_E ... or RMS_NU_E ... in MeV; separated by commas,
 * semicolons, tabs or blanks. Lines that start with # are comments; those of ECSV that name units must name these.
 */
final class SnewpyTable {
    static final List<String> KINDS = List.of("NU_E", "NU_E_BAR", "NU_X", "NU_X_BAR");

    private static final Pattern SEPARATORS = Pattern.compile("[,;\\t ]+");

    private static final Pattern UNIT = Pattern.compile("name: ([A-Z_]+), unit: ([^,}]+)");

    /** Sharper spectra are lines. */
    private static final double MOST_PINCH = 1e4;

    private static final int LOOK = 1 << 16;

    private static final int REPORT_EVERY = 4096;

    private final Path m_path;

    private final List<String> m_columns;

    /**
     * What one kind of neutrino does.
     *
     * @param luminosity in erg/s
     * @param energy mean energy in MeV
     * @param pinch alpha of the spectrum E^alpha exp(-(alpha + 1) E/mean)
     */
    record Source(double luminosity, double energy, double pinch) {
    }

    /**
     * A moment.
     *
     * @param time in s
     * @param sources of nu_e, nubar_e, nu_x and, if the table has it, nubar_x
     */
    record Moment(double time, List<Source> sources) {
    }

    SnewpyTable(final Path path) throws IOException {
        m_path = path;
        m_columns = columns(head(path)).orElseThrow(() -> new StateFormatException(
            "The file has no line of column names with TIME and L_NU_E."));
        for (final String line : head(path).split("\n")) {
            final Matcher matcher = UNIT.matcher(line);
            if (line.startsWith("#") && matcher.find()) {
                requireUnit(matcher.group(1), matcher.group(2).replace(" ", ""));
            }
        }
        for (int kind = 0; kind < kinds(); kind++) {
            require("L_" + KINDS.get(kind));
            require("E_" + KINDS.get(kind));
            if (!m_columns.contains("ALPHA_" + KINDS.get(kind))) {
                require("RMS_" + KINDS.get(kind));
            }
        }
    }

    private static String head(final Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            final byte[] start = new byte[(int) Math.min(LOOK, file.length())];
            file.readFully(start);
            return new String(start, StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<List<String>> columns(final String head) {
        return head.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').findFirst()
            .map(line -> Arrays.asList(SEPARATORS.split(line.strip())))
            .filter(names -> names.contains("TIME") && names.contains("L_NU_E"));
    }

    static boolean recognizes(final Path path) throws IOException {
        return columns(head(path)).isPresent();
    }

    private static void requireUnit(final String column, final String unit) {
        final String wanted = column.equals("TIME") ? "s" : column.startsWith("L_") ? "erg/s"
            : column.startsWith("E_") || column.startsWith("RMS_") ? "MeV" : unit;
        if (!unit.equals(wanted)) {
            throw new StateFormatException("The column '" + column + "' is in " + unit + "; it must be in " + wanted
                + ".");
        }
    }

    private void require(final String column) {
        if (!m_columns.contains(column)) {
            throw new StateFormatException("Column '" + column + "' is missing"
                + (column.startsWith("RMS") ? " and so is 'ALPHA" + column.substring(3) + "'" : "") + "; found: "
                + String.join(", ", m_columns) + ".");
        }
    }

    /** 3, or 4 if antineutrinos have a luminosity of heavy kinds of their own. */
    int kinds() {
        return m_columns.contains("L_NU_X_BAR") ? KINDS.size() : KINDS.size() - 1;
    }

    /**
     * Finds a moment.
     *
     * @param time the one nearest to this, in s; the last one if it is empty
     * @param progress told how far reading is
     * @return the moment
     * @throws IOException if the file cannot be read
     * @throws StateFormatException if there is none or its line is not whole
     */
    Moment at(final OptionalDouble time, final Progress progress) throws IOException {
        String[] best = {};
        long bestLine = 0;
        long number = 0;
        double least = Double.POSITIVE_INFINITY;
        boolean named = false;
        try (BufferedReader text = Files.newBufferedReader(m_path, StandardCharsets.UTF_8)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (number++ % REPORT_EVERY == 0) {
                    progress.report(0, "reading line " + number);
                }
                if (line.isBlank() || line.charAt(0) == '#') {
                    continue;
                }
                if (!named) {
                    named = true;
                    continue;
                }
                final String[] row = SEPARATORS.split(line.strip());
                if (row.length != m_columns.size()) {
                    throw new StateFormatException("Line " + number + " has " + row.length + " values, but there are "
                        + m_columns.size() + " columns.");
                }
                final double distance =
                    time.isPresent() ? Math.abs(number(row, "TIME", number) - time.getAsDouble()) : -number;
                if (distance < least) {
                    least = distance;
                    best = row;
                    bestLine = number;
                }
            }
        } catch (final CharacterCodingException e) {
            throw new StateFormatException("The file is not text in UTF-8.", e);
        }
        if (best.length == 0) {
            throw new StateFormatException("The table has no rows.");
        }
        if (bestLine == number && !endsALine()) {
            throw new StateFormatException("Line " + bestLine + " is the last one and does not end; the file may be "
                + "cut off. End the line, or choose an earlier time.");
        }
        return moment(best, bestLine);
    }

    private boolean endsALine() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(m_path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 1));
            return file.read() == '\n';
        }
    }

    private double number(final String[] row, final String column, final long line) {
        final String text = row[m_columns.indexOf(column)];
        try {
            final double value = PlainNumber.parse(text);
            if (Double.isFinite(value)) {
                return value;
            }
            throw new StateFormatException("Line " + line + " has " + text + " in column '" + column
                + "'; it must be finite.");
        } catch (final NumberFormatException e) {
            throw new StateFormatException("Line " + line + " has '" + text + "' in column '" + column
                + "', which is not a number.", e);
        }
    }

    private Moment moment(final String[] row, final long line) {
        final Source[] sources = new Source[kinds()];
        for (int kind = 0; kind < sources.length; kind++) {
            final String name = KINDS.get(kind);
            final double energy = number(row, "E_" + name, line);
            final double luminosity = number(row, "L_" + name, line);
            final double pinch = m_columns.contains("ALPHA_" + name) ? number(row, "ALPHA_" + name, line)
                : pinch(energy, number(row, "RMS_" + name, line));
            if (!(luminosity >= 0) || luminosity > 0 && !(energy > 0 && pinch >= 0 && pinch <= MOST_PINCH)) {
                throw new StateFormatException("Line " + line + " has the luminosity " + luminosity + " erg/s of "
                    + name + " with the mean energy " + energy + " MeV and alpha = " + pinch + "; they must be >= 0, "
                    + "> 0 and between 0 and " + MOST_PINCH + ".");
            }
            sources[kind] = new Source(luminosity, energy, pinch);
        }
        return new Moment(number(row, "TIME", line), List.of(sources));
    }

    /** alpha = (2 E^2 - rms^2)/(rms^2 - E^2). */
    private static double pinch(final double energy, final double rms) {
        return (2 * energy * energy - rms * rms) / (rms * rms - energy * energy);
    }
}
