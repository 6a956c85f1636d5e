package org.flavorwaves.embedded.base.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import com.univocity.parsers.csv.CsvParserSettings;

/**
 * How a character file becomes fields.
 *
 * @param delimiter what separates fields
 * @param lineBreaks whether any of LF, CR and CR LF ends a row
 * @param rowDelimiter what ends a row if {@code lineBreaks} is false
 * @param quote encloses fields, or NUL
 * @param quoteEscape escapes a quote in a quoted field, or NUL
 * @param comment starts a line to skip, or NUL
 * @param keepQuotes whether quotes stay part of the field
 * @param trimQuoted whether white space at the ends of quoted fields goes
 * @param emptyQuotesMissing whether a quoted empty field is missing rather than an empty text
 * @param keepEmptyLines whether an empty line is a row in files of one column; in others it is always passed over
 * @param limitFieldSize whether fields above 512 Ki characters are refused
 * @param maxColumns the most fields in a row
 * @param linesToSkip lines to pass over before parsing starts
 * @param charset encoding of the file
 */
public record CsvDialect(String delimiter, boolean lineBreaks, String rowDelimiter, char quote, char quoteEscape,
    char comment, boolean keepQuotes, boolean trimQuoted, boolean emptyQuotesMissing, boolean keepEmptyLines,
    boolean limitFieldSize, int maxColumns, long linesToSkip, Charset charset) {

    private static final int FIELD_LIMIT = 512 * 1024;

    /** Plain CSV as this program writes it: commas, double quotes, no comments, {@code ""} is an empty text. */
    static CsvDialect plain() {
        return new CsvDialect(",", true, "\n", '"', '"', '\0', false, false, false, true, false, 100_000, 0,
            StandardCharsets.UTF_8);
    }

    /** The settings of the parser. */
    CsvParserSettings parserSettings() {
        final CsvParserSettings settings = new CsvParserSettings();
        settings.setReadInputOnSeparateThread(false);
        settings.setEmptyValue(emptyQuotesMissing ? null : "");
        settings.setMaxCharsPerColumn(limitFieldSize ? FIELD_LIMIT : -1);
        settings.setMaxColumns(maxColumns);
        settings.setKeepQuotes(keepQuotes);
        settings.trimQuotedValues(trimQuoted);
        settings.setSkipEmptyLines(!keepEmptyLines);
        settings.getFormat().setDelimiter(delimiter);
        settings.getFormat().setQuote(quote);
        settings.getFormat().setQuoteEscape(quoteEscape);
        settings.getFormat().setComment(comment);
        if (lineBreaks) {
            settings.getFormat().setLineSeparator("\n");
        } else {
            if (rowDelimiter.length() == 2) {
                settings.getFormat().setNormalizedNewline('\n');
            }
            settings.getFormat().setLineSeparator(rowDelimiter);
        }
        return settings;
    }
}
