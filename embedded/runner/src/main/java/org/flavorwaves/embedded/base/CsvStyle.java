package org.flavorwaves.embedded.base;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * How the CSV Writer writes cells.
 *
 * @param delimiter what separates fields
 * @param lineBreak what ends a row
 * @param quote encloses fields
 * @param quoteEscape goes before a quote in a quoted field
 * @param missing what is written for a missing cell
 * @param quoteMode which fields are quoted
 * @param delimiterReplacement what replaces the delimiter in texts that are never quoted
 * @param decimal decimal separator
 * @param javaNumbers whether numbers are written as {@code 1.5E30} rather than with all digits
 * @param trailingZero whether whole numbers of decimal columns get {@code .0}
 */
record CsvStyle(String delimiter, String lineBreak, char quote, char quoteEscape, String missing, QuoteMode quoteMode,
    String delimiterReplacement, char decimal, boolean javaNumbers, boolean trailingZero) {

    /** Which fields are quoted. */
    enum QuoteMode {
        /** Those that hold a delimiter or a line break. */
        IF_NEEDED,
        /** All that are not numbers. */
        STRINGS_ONLY,
        /** All. */
        ALWAYS,
        /** None. */
        NEVER
    }

    static CsvStyle load(final NodeSettingsRO tab, final NodeSettingsRO advanced) throws InvalidSettingsException {
        KnownKeys.check(advanced, "advanced_settings", "missing_value_pattern", "compress_with_gzip", "quote_mode",
            "separator_replacement", "decimal_separator", "use_scientific_format", "keep_trailing_zero_in_decimals");
        return new CsvStyle(tab.getString("column_delimiter"), lineBreak(tab.getString("row_delimiter")),
            tab.getChar("quote_char"), tab.getChar("quote_escape_char"), advanced.getString("missing_value_pattern"),
            quoteMode(advanced.getString("quote_mode")), advanced.getString("separator_replacement"),
            advanced.getChar("decimal_separator"), advanced.getBoolean("use_scientific_format"),
            advanced.getBoolean("keep_trailing_zero_in_decimals"));
    }

    private static String lineBreak(final String saved) throws InvalidSettingsException {
        if (saved == null) {
            return System.lineSeparator();
        }
        if (!Arrays.asList("\n", "\r\n", "\r").contains(saved)) {
            throw new InvalidSettingsException("Unable to parse the line break type");
        }
        return saved;
    }

    private static QuoteMode quoteMode(final String name) throws InvalidSettingsException {
        try {
            return QuoteMode.valueOf(name);
        } catch (final IllegalArgumentException | NullPointerException ex) {
            throw new InvalidSettingsException("\"quote_mode\" is '" + name + "'; allowed are "
                + Arrays.toString(QuoteMode.values()) + ".", ex);
        }
    }

    static void addDefaults(final NodeSettings tab, final NodeSettings advanced) {
        tab.addString("column_delimiter", ",");
        tab.addString("row_delimiter", null);
        tab.addChar("quote_char", '"');
        tab.addChar("quote_escape_char", '"');
        tab.addBoolean("write_column_header", true);
        tab.addBoolean("skip_column_header_on_append", false);
        tab.addBoolean("write_row_header", false);
        advanced.addString("missing_value_pattern", "");
        advanced.addBoolean("compress_with_gzip", false);
        advanced.addString("quote_mode", QuoteMode.STRINGS_ONLY.name());
        advanced.addString("separator_replacement", "");
        advanced.addChar("decimal_separator", '.');
        advanced.addBoolean("use_scientific_format", false);
        advanced.addBoolean("keep_trailing_zero_in_decimals", false);
    }

    /** Whether the decimal separator cannot be told from the delimiter. */
    boolean isAmbiguous() {
        return delimiter.indexOf(decimal) >= 0;
    }

    /** A field, quoted if it has to be. */
    String field(final String text, final boolean isNumber) {
        if (!isNumber && quoteMode == QuoteMode.NEVER) {
            return text.replace(delimiter, delimiterReplacement);
        }
        final boolean quoted = quoteMode == QuoteMode.ALWAYS || quoteMode == QuoteMode.STRINGS_ONLY && !isNumber
            || quoteMode == QuoteMode.IF_NEEDED
                && (text.contains(delimiter) || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0);
        if (!quoted) {
            return text;
        }
        String escaped = text;
        if (quote != quoteEscape) {
            escaped = escaped.replace(String.valueOf(quoteEscape), String.valueOf(quoteEscape) + quoteEscape);
        }
        escaped = escaped.replace(String.valueOf(quote), String.valueOf(quoteEscape) + quote);
        return quote + escaped + quote;
    }
}
