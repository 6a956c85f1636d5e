package org.flavorwaves.knime.io.text;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import org.flavorwaves.knime.io.DensityUnit;
import org.flavorwaves.knime.io.StateFile;
import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.physics.run.Progress;

/**
 * JSON of the state schema. Modes are an array of objects, one a mode, or an object of arrays, one a column; either is
 * the document itself or the member "modes" of an object that may also have "units", "natural" or "cm^-3".
 */
public final class JsonText {
    private static final int REPORT_EVERY = 4096;

    private static final String MODES = "modes";

    private static final String UNITS = "units";

    private final JsonParser m_parser;

    private final Progress m_progress;

    private final Map<String, List<String>> m_columns = new LinkedHashMap<>();

    private int m_count;

    private JsonText(final JsonParser parser, final Progress progress) {
        m_parser = parser;
        m_progress = progress;
    }

    /**
     * Reads modes.
     *
     * @param text the file
     * @param progress told the number of modes
     * @return the modes
     * @throws IOException if it cannot be read
     * @throws StateFormatException if it is malformed; names the line
     */
    public static StateFile read(final Reader text, final Progress progress) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return new JsonText(parser, progress).read();
        } catch (final JsonProcessingException e) {
            throw new StateFormatException("Line " + e.getLocation().getLineNr() + " is not valid JSON: "
                + e.getOriginalMessage(), e);
        }
    }

    private StateFile read() throws IOException {
        Optional<DensityUnit> unit = Optional.empty();
        if (m_parser.nextToken() == JsonToken.START_ARRAY) {
            readModes();
        } else {
            expect(m_parser.currentToken() == JsonToken.START_OBJECT, "an object or an array");
            while (m_parser.nextToken() == JsonToken.FIELD_NAME) {
                final String name = m_parser.currentName();
                m_parser.nextToken();
                if (UNITS.equals(name)) {
                    expect(m_parser.currentToken() == JsonToken.VALUE_STRING, "a text for 'units'");
                    unit = Optional.of(DensityUnit.ofLabel(m_parser.getText()));
                } else if (!MODES.equals(name)) {
                    readColumn(name);
                } else if (m_parser.currentToken() == JsonToken.START_ARRAY) {
                    readModes();
                } else {
                    expect(m_parser.currentToken() == JsonToken.START_OBJECT, "an array or an object for 'modes'");
                    while (m_parser.nextToken() == JsonToken.FIELD_NAME) {
                        final String column = m_parser.currentName();
                        m_parser.nextToken();
                        readColumn(column);
                    }
                }
            }
        }
        expect(m_parser.nextToken() == null, "the end of the file");
        return rows().build(unit);
    }

    private void readModes() throws IOException {
        for (JsonToken token = m_parser.nextToken(); token != JsonToken.END_ARRAY; token = m_parser.nextToken()) {
            expect(token == JsonToken.START_OBJECT, "an object for mode " + (m_count + 1));
            if (m_count % REPORT_EVERY == 0) {
                m_progress.report(0, "reading mode " + (m_count + 1));
            }
            while (m_parser.nextToken() == JsonToken.FIELD_NAME) {
                final String name = m_parser.currentName();
                m_parser.nextToken();
                final List<String> column = m_columns.computeIfAbsent(name, n -> new ArrayList<>());
                expect(column.size() <= m_count, "'" + name + "' once in mode " + (m_count + 1));
                while (column.size() < m_count) {
                    column.add(null);
                }
                column.add(scalar(name));
            }
            m_count++;
        }
    }

    private void readColumn(final String name) throws IOException {
        expect(m_parser.currentToken() == JsonToken.START_ARRAY, "an array for column '" + name + "'");
        expect(!m_columns.containsKey(name), "column '" + name + "' once");
        m_progress.report(0, "reading column " + name);
        final List<String> column = new ArrayList<>();
        while (m_parser.nextToken() != JsonToken.END_ARRAY) {
            column.add(scalar(name));
        }
        if (!m_columns.isEmpty() && column.size() != m_count) {
            throw new StateFormatException("Column '" + name + "' has " + column.size() + " values, but column '"
                + m_columns.keySet().iterator().next() + "' has " + m_count + ".");
        }
        m_count = column.size();
        m_columns.put(name, column);
    }

    private String scalar(final String name) throws IOException {
        final JsonToken token = m_parser.currentToken();
        expect(token != null && token.isScalarValue() && !token.isBoolean(), "a number or a text for '" + name + "'");
        return token == JsonToken.VALUE_NULL ? null : m_parser.getText();
    }

    private void expect(final boolean met, final String what) {
        if (!met) {
            throw new StateFormatException("Line " + m_parser.currentTokenLocation().getLineNr() + " must have " + what
                + ".");
        }
    }

    private ModeRows rows() {
        if (m_count == 0) {
            throw new StateFormatException("There are no modes; a state needs at least one.");
        }
        final List<String> header = List.copyOf(m_columns.keySet());
        final ModeRows rows = new ModeRows(header, "Mode");
        final String[] values = new String[header.size()];
        for (int i = 0; i < m_count; i++) {
            for (int c = 0; c < values.length; c++) {
                final List<String> column = m_columns.get(header.get(c));
                values[c] = i < column.size() ? column.get(i) : null;
            }
            rows.add(i + 1, values);
        }
        return rows;
    }
}
