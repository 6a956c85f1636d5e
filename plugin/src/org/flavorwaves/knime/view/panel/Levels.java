package org.flavorwaves.knime.view.panel;

import java.util.Arrays;

/**
 * Many values as a list of the different ones and a text that says which comes where: two letters a value, or three a
 * run of equal ones, the first of which is the length. A page carries maps so in a fifth of the room of their numbers.
 *
 * @param levels the different values; the first is NaN, which stands for no value
 * @param runs whether the text has lengths
 * @param cells the text
 */
public record Levels(double[] levels, boolean runs, String cells) {
    /** Letters that neither JSON nor HTML writes in another way. */
    private static final String LETTERS = letters();

    private static final int BASE = LETTERS.length();

    private static final int DIGITS = 4;

    private static String letters() {
        final StringBuilder letters = new StringBuilder();
        for (char c = '#'; c <= '~'; c++) {
            if ("&'<>\\`".indexOf(c) < 0) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** Values with four digits, or with fewer if they would differ too much. */
    static Levels of(final double[] values) {
        double[] rounded = values;
        double[] levels = {};
        for (int digits = DIGITS; digits > 0; digits--) {
            rounded = Rounded.to(values, digits);
            levels = Arrays.stream(rounded).filter(Double::isFinite).sorted().distinct().toArray();
            if (levels.length < BASE * BASE / 4) {
                break;
            }
        }
        final int[] cells = new int[values.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Double.isFinite(rounded[i]) ? 1 + Arrays.binarySearch(levels, rounded[i]) : 0;
        }
        final String plain = plain(cells);
        final String runs = runs(cells);
        final double[] all = new double[levels.length + 1];
        all[0] = Double.NaN;
        System.arraycopy(levels, 0, all, 1, levels.length);
        return new Levels(all, runs.length() < plain.length(), runs.length() < plain.length() ? runs : plain);
    }

    private static String plain(final int[] cells) {
        final StringBuilder text = new StringBuilder();
        Arrays.stream(cells).forEach(cell -> add(cell, text));
        return text.toString();
    }

    private static void add(final int cell, final StringBuilder text) {
        text.append(LETTERS.charAt(cell / BASE)).append(LETTERS.charAt(cell % BASE));
    }

    private static String runs(final int[] cells) {
        final StringBuilder text = new StringBuilder();
        int from = 0;
        for (int i = 1; i <= cells.length; i++) {
            if (i == cells.length || cells[i] != cells[from] || i - from == BASE - 1) {
                text.append(LETTERS.charAt(i - from));
                add(cells[from], text);
                from = i;
            }
        }
        return text.toString();
    }

    /** The values again. */
    double[] values() {
        final int stride = runs ? 3 : 2;
        final double[] values = new double[runs ? cells.length() / 3 * BASE : cells.length() / 2];
        int n = 0;
        for (int i = 0; i < cells.length(); i += stride) {
            final int length = runs ? LETTERS.indexOf(cells.charAt(i)) : 1;
            final int at = i + stride - 2;
            Arrays.fill(values, n, n + length,
                levels[LETTERS.indexOf(cells.charAt(at)) * BASE + LETTERS.indexOf(cells.charAt(at + 1))]);
            n += length;
        }
        return Arrays.copyOf(values, n);
    }

    /**
     * The letters, for the script of the pages.
     *
     * @return a JavaScript string
     */
    public static String script() {
        return "'" + LETTERS + "'";
    }
}
