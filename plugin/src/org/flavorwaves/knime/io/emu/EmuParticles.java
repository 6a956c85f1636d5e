package org.flavorwaves.knime.io.emu;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.StateHints;
import org.flavorwaves.physics.run.Progress;

/**
 * Reads the text of Emu's particle_input.dat: the number of flavors on the first line, or named counts on the first
 * three (number_of_flavors, number_of_directions, number_of_energies), an optional line of column names, then one line
 * a computational particle, which holds neutrinos and antineutrinos of one momentum.
 */
public final class EmuParticles {
    private static final int REPORT_EVERY = 4096;

    private static final String FLAVORS = "number_of_flavors";

    private int m_flavors;

    private long m_expected = -1;

    private long m_line;

    private final List<double[]> m_rows = new ArrayList<>();

    private final List<Long> m_lines = new ArrayList<>();

    private List<String> m_names = List.of();

    private EmuParticles() {
    }

    /** Whether a first line is Emu's. */
    public static boolean recognizes(final String firstLine) {
        final String line = firstLine.strip();
        return "2".equals(line) || "3".equals(line) || line.toLowerCase(Locale.ROOT).startsWith(FLAVORS);
    }

    /**
     * Reads an initial particle file.
     *
     * @param text the whole file
     * @param hints largest occupation, and whether three flavors are kept
     * @param progress progress and cancel
     * @return the modes
     * @throws IOException if reading fails
     */
    public static StateFile read(final BufferedReader text, final StateHints hints, final Progress progress)
        throws IOException {
        final EmuParticles particles = new EmuParticles();
        particles.readLines(text, progress);
        return particles.states(hints);
    }

    private void readLines(final BufferedReader text, final Progress progress) throws IOException {
        long directions = -1;
        long energies = -1;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            m_line++;
            if (m_rows.size() % REPORT_EVERY == 0) {
                progress.report(0, "reading line " + m_line);
            }
            final String trimmed = line.strip();
            if (trimmed.isEmpty()) {
                continue;
            }
            if (m_flavors == 0) {
                m_flavors = (int) count(trimmed);
                if (m_flavors != 2 && m_flavors != 3) {
                    throw new StateFormatException("Line " + m_line + " says " + m_flavors
                        + " flavors; Emu has 2 or 3.");
                }
            } else if (trimmed.startsWith("number_of_directions")) {
                directions = count(trimmed);
            } else if (trimmed.startsWith("number_of_energies")) {
                energies = count(trimmed);
            } else if (Character.isLetter(trimmed.charAt(0)) && m_rows.isEmpty() && m_names.isEmpty()
                && !isNumber(trimmed.split("\\s+")[0])) {
                m_names = Arrays.asList(trimmed.split("\\s+"));
            } else {
                refuseCounts(trimmed);
                addRow(trimmed);
            }
        }
        m_expected = directions > 0 && energies > 0 ? directions * energies : -1;
    }

    /** A line of one number after the number of flavors: a head whose lines Emu has not documented. */
    private void refuseCounts(final String line) {
        if (m_rows.isEmpty() && m_names.isEmpty() && line.split("\\s+").length == 1 && isNumber(line)) {
            throw new StateFormatException("Line " + m_line + " holds the single number " + line + ": this is the head "
                + "of an Emu particle file with numbers of directions and energies, whose layout is not known. Name "
                + "the columns on the line after the number of flavors, and leave the other numbers out.");
        }
    }

    private long count(final String line) {
        final String[] tokens = line.replace('=', ' ').strip().split("\\s+");
        try {
            return Long.parseLong(tokens[tokens.length - 1]);
        } catch (final NumberFormatException e) {
            throw new StateFormatException("Line " + m_line + " must end with a whole number but is '" + line
                + "'.", e);
        }
    }

    private static boolean isNumber(final String token) {
        try {
            PlainNumber.parse(token);
            return true;
        } catch (final NumberFormatException e) {
            return false;
        }
    }

    private void addRow(final String line) {
        final StringTokenizer tokens = new StringTokenizer(line);
        final double[] row = new double[tokens.countTokens()];
        for (int c = 0; c < row.length; c++) {
            final String token = tokens.nextToken();
            if (!isNumber(token) || !Double.isFinite(PlainNumber.parse(token))) {
                throw new StateFormatException("Line " + m_line + " has '" + token + "' in column " + (c + 1)
                    + ", which is not a finite number.");
            }
            row[c] = PlainNumber.parse(token);
        }
        if (!m_rows.isEmpty() && m_rows.get(0).length != row.length) {
            throw new StateFormatException("Line " + m_line + " has " + row.length + " columns, but line "
                + m_lines.get(0) + " has " + m_rows.get(0).length + ".");
        }
        m_rows.add(row);
        m_lines.add(m_line);
    }

    private StateFile states(final StateHints hints) {
        if (m_rows.isEmpty()) {
            throw new StateFormatException("There are no particles after the header of the Emu particle file.");
        }
        if (m_expected >= 0 && m_expected != m_rows.size()) {
            throw new StateFormatException("The header announces " + m_expected
                + " particles (directions times energies), but there are " + m_rows.size() + ".");
        }
        final int count = m_rows.get(0).length;
        if (!m_names.isEmpty() && m_names.size() != count) {
            throw new StateFormatException("There are " + m_names.size() + " column names, but line " + m_lines.get(0)
                + " has " + count + " columns.");
        }
        final EmuColumns columns = m_names.isEmpty() ? EmuLayouts.of(m_flavors, m_rows, m_lines)
            : new EmuColumns(m_names, m_flavors);
        return new StateFile(List.of(new EmuStates(columns, m_rows, m_lines, "Line",
            hints.threeFlavors()).cell(Optional.empty(),
            hints)), EmuStates.COLUMNS, List.of(), List.of());
    }
}
