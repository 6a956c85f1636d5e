package org.flavorwaves.knime.io.text;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFileColumns;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;

/**
 * Delimited text of the state schema: a line of column names, then one line a mode. Lines that start with # are
 * skipped.
 */
public final class DelimitedText {
    private static final int REPORT_EVERY = 4096;

    private static final String PLACE = "Line";

    private DelimitedText() {
    }

    /**
     * Chooses the separator that occurs most often in the line of column names.
     *
     * @param header the first line
     * @return comma, semicolon or tab
     */
    public static char separator(final String header) {
        char best = ',';
        for (final char c : new char[]{';', '\t'}) {
            if (count(header, c) > count(header, best)) {
                best = c;
            }
        }
        return best;
    }

    private static long count(final String text, final char c) {
        return text.chars().filter(x -> x == c).count();
    }

    /**
     * Reads the line of column names alone.
     *
     * @param text the file
     * @param separator what separates the names
     * @return which optional columns there are
     */
    public static StateFileColumns columns(final Reader text, final char separator) {
        return parse(text, separator, (parser, header) -> new ModeRows(header, PLACE).columns(Optional.empty()));
    }

    /**
     * Reads modes.
     *
     * @param text the file
     * @param separator what separates the values
     * @param progress told the number of lines
     * @return the modes
     * @throws StateFormatException if a line is malformed; names it
     */
    public static StateFile read(final Reader text, final char separator, final Progress progress) {
        return parse(text, separator, (parser, header) -> {
            final ModeRows rows = new ModeRows(header, PLACE);
            long count = 0;
            for (String[] values = parser.parseNext(); values != null; values = parser.parseNext()) {
                if (count++ % REPORT_EVERY == 0) {
                    progress.report(0, "reading line " + parser.getContext().currentLine());
                }
                rows.add(parser.getContext().currentLine(), values);
            }
            return rows.build(Optional.empty());
        });
    }

    /**
     * Reads text behind its line of column names.
     *
     * @param text the file
     * @param separator what separates the names
     * @param afterHeader takes the parser, which has read the first line, and the names
     * @param <T> what is read
     * @return what it makes of the rest
     */
    public static <T> T parse(final Reader text, final char separator,
        final BiFunction<CsvParser, List<String>, T> afterHeader) {
        final CsvParserSettings settings = new CsvParserSettings();
        settings.setReadInputOnSeparateThread(false);
        settings.getFormat().setDelimiter(separator);
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setMaxColumns(4096);
        settings.setSkipEmptyLines(true);
        final CsvParser parser = new CsvParser(settings);
        try {
            parser.beginParsing(text);
            final String[] names = parser.parseNext();
            if (names == null) {
                throw new StateFormatException("The file is empty; it needs a line of column names.");
            }
            return afterHeader.apply(parser, header(names));
        } catch (final TextParsingException e) {
            throw new StateFormatException("Line " + (e.getLineIndex() + 1) + " cannot be read as delimited text: "
                + e.getMessage().lines().findFirst().orElse("it is malformed."), e);
        } finally {
            parser.stopParsing();
        }
    }

    private static List<String> header(final String[] names) {
        final List<String> header = new ArrayList<>();
        for (int c = 0; c < names.length; c++) {
            if (names[c] == null || names[c].isBlank()) {
                throw new StateFormatException("Column " + (c + 1) + " of the first line has no name.");
            }
            header.add(names[c].strip());
        }
        return header;
    }
}
