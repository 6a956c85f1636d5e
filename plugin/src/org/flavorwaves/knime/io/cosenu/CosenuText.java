package org.flavorwaves.knime.io.cosenu;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;

/**
 * COSEnu's snapshots rho_ITERATION.dat: rows Z vz ee xx ex_re ex_im bee bxx bex_re bex_im, a blank line after each Z;
 * or the same without Z, at one place. Lines that start with # are skipped.
 */
public final class CosenuText {
    private static final int COLUMNS = 1 + CosenuStates.ELEMENTS;

    private static final Pattern NAMES = Pattern.compile("\\s*#[^\n]*\\brho_ee\\b[^\n]*\\brho_xx\\b");

    private static final Pattern NUMBER = Pattern.compile("[-+.0-9eE]+");

    private static final int HEAD = 256;

    private static final int REPORT_EVERY = 4096;

    private CosenuText() {
    }

    /**
     * Looks at a file: nine or ten numbers stand in the first line that is no comment, or a comment names the elements.
     *
     * @param text the file; consumes nothing
     * @param first its first line that is no comment
     * @return whether it is one of COSEnu
     * @throws IOException if it cannot be read
     */
    public static boolean recognizes(final BufferedReader text, final String first) throws IOException {
        text.mark(HEAD + 1);
        final char[] start = new char[HEAD];
        final int length = Math.max(0, text.read(start));
        text.reset();
        return NAMES.matcher(new String(start, 0, length)).lookingAt() || isRow(first);
    }

    private static boolean isRow(final String line) {
        final String[] tokens = line.strip().split("\\s+");
        return (tokens.length == COLUMNS || tokens.length == COLUMNS + 1)
            && Arrays.stream(tokens).allMatch(NUMBER.asMatchPredicate());
    }

    /**
     * Whether a snapshot says where its rows are.
     *
     * @param first the first row
     * @return true if it begins with Z
     */
    public static boolean hasPlaces(final String first) {
        return first.strip().split("\\s+").length == COLUMNS + 1;
    }

    /**
     * Reads a printed snapshot.
     *
     * @param text the whole snapshot
     * @param peakOccupation the largest occupation of a mode
     * @param progress progress and cancel
     * @return the rings
     * @throws IOException if reading fails
     */
    public static StateFile read(final BufferedReader text, final double peakOccupation, final Progress progress)
        throws IOException {
        final CosenuStates states = new CosenuStates();
        long number = 0;
        int columns = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            if (number++ % REPORT_EVERY == 0) {
                progress.report(0, "reading line " + number);
            }
            if (line.isBlank() || line.strip().charAt(0) == '#') {
                continue;
            }
            final String[] tokens = line.strip().split("\\s+");
            columns = columns == 0 ? tokens.length : columns;
            if (tokens.length != columns || columns != COLUMNS && columns != COLUMNS + 1) {
                throw new StateFormatException("Line " + number + " has " + tokens.length + " numbers; a snapshot of "
                    + "COSEnu has " + (COLUMNS + 1) + " in each line (Z, vz and two density matrices), or "
                    + COLUMNS + " without Z.");
            }
            final double[] row = new double[COLUMNS];
            for (int c = 0; c < COLUMNS; c++) {
                row[c] = number(tokens[tokens.length - COLUMNS + c], number);
            }
            states.add(columns == COLUMNS ? Optional.empty() : Optional.of(tokens[0]), row, "Line " + number);
        }
        return states.build(peakOccupation);
    }

    private static double number(final String token, final long line) {
        try {
            return PlainNumber.parse(token);
        } catch (final NumberFormatException e) {
            throw new StateFormatException("Line " + line + " has '" + token + "', which is not a number.", e);
        }
    }
}
