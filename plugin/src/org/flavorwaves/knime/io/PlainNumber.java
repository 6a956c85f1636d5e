package org.flavorwaves.knime.io;

import java.util.regex.Pattern;

/**
 * Numbers as people and programs write them: digits with a decimal point and an exponent of e or E. Java alone would
 * also read the suffixes of its own language ("1d", "2f") and hexadecimal numbers ("0x1p3"), which in a file are typing
 * errors or another notation.
 */
public final class PlainNumber {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private static final Pattern SPECIAL = Pattern.compile("[+-]?(NaN|Infinity)");

    private PlainNumber() {
    }

    /**
     * Reads a number.
     *
     * @param text the whole text
     * @return its value; also NaN and infinity, which have names, and infinity for numbers that are too large
     * @throws NumberFormatException if it is no number in decimal notation
     */
    public static double parse(final String text) {
        if (DECIMAL.matcher(text).matches() || SPECIAL.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        throw new NumberFormatException("'" + text + "' is no decimal number.");
    }
}
