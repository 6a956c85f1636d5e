package org.flavorwaves.embedded.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;

/**
 * What a CSV file cannot say about its columns, in the file {@code NAME.csv-metadata.json} beside it: type, unit and
 * meaning, as the W3C's recommendation "CSV on the Web" has it. Units and meanings are the column properties
 * {@value #UNIT} and {@value #DESCRIPTION}.
 *
 * @param columns the columns by name
 */
public record TableMetadata(Map<String, Column> columns) {

    /** The column property that holds a unit. */
    public static final String UNIT = "unit";

    /** The column property that holds the meaning of a column. */
    public static final String DESCRIPTION = "description";

    private static final String CONTEXT = "http://www.w3.org/ns/csvw";

    private static final String SCHEMA = "tableSchema";

    private static final String TYPE_KEY = "datatype";

    private static final String UNIT_KEY = "schema:unitText";

    private static final String DESCRIPTION_KEY = "dc:description";

    private static final Map<DataType, String> TYPES = Map.of(DoubleCell.TYPE, "double", IntCell.TYPE, "int",
        LongCell.TYPE, "long", BooleanCell.TYPE, "boolean", StringCell.TYPE, "string");

    private static final Map<String, DataType> NAMES = Map.of("double", DoubleCell.TYPE, "number", DoubleCell.TYPE,
        "int", IntCell.TYPE, "long", LongCell.TYPE, "integer", LongCell.TYPE, "boolean", BooleanCell.TYPE, "string",
        StringCell.TYPE);

    /**
     * What is known about a column.
     *
     * @param type its type, if it is one that tables have here
     * @param properties its unit and its meaning, as far as they are known
     */
    public record Column(Optional<DataType> type, Map<String, String> properties) {
    }

    /**
     * Where the description of a table is.
     *
     * @param table the CSV file
     * @return the file beside it
     */
    public static Path fileOf(final Path table) {
        return table.resolveSibling(table.getFileName() + "-metadata.json");
    }

    /**
     * Describes a table.
     *
     * @param spec its columns
     * @param table its file
     * @param title what the table is
     * @param meanings what its columns mean; for others the column property counts
     * @param out where to; it stays open
     * @throws IOException if writing fails
     */
    public static void write(final DataTableSpec spec, final Path table, final String title,
        final Map<String, String> meanings, final OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .createGenerator(out, JsonEncoding.UTF8).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("@context", CONTEXT);
            json.writeStringField("url", table.getFileName().toString());
            json.writeStringField("dc:title", title);
            json.writeObjectFieldStart(SCHEMA);
            json.writeArrayFieldStart("columns");
            for (final DataColumnSpec column : spec) {
                json.writeStartObject();
                json.writeStringField("titles", column.getName());
                json.writeStringField(TYPE_KEY, TYPES.getOrDefault(column.getType(), "string"));
                writeIfPresent(json, UNIT_KEY, column.getProperties().getProperty(UNIT));
                writeIfPresent(json, DESCRIPTION_KEY, meanings.getOrDefault(column.getName(),
                    column.getProperties().getProperty(DESCRIPTION)));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeIfPresent(final JsonGenerator json, final String key, final String text)
        throws IOException {
        if (text != null && !text.isBlank()) {
            json.writeStringField(key, text);
        }
    }

    /**
     * Reads the description of a table.
     *
     * @param table the CSV file
     * @return its description, empty if there is no file
     * @throws IOException if the file is not such a description; says what to do
     */
    public static Optional<TableMetadata> of(final Path table) throws IOException {
        final Path file = fileOf(table);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
            return Optional.of(read(json));
        } catch (final JsonProcessingException ex) {
            throw new IOException(file + " is no description of a table: " + reason(ex)
                + ". Mend it, or delete it to read the table without types and units.", ex);
        }
    }

    /**
     * Reads the description of a table from a text.
     *
     * @param text what {@link #write} wrote
     * @return the description
     * @throws IOException if the text is not such a description
     */
    public static TableMetadata parse(final String text) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            return read(json);
        } catch (final JsonProcessingException ex) {
            throw new IOException("The description of the columns is none: " + reason(ex), ex);
        }
    }

    private static TableMetadata read(final JsonParser json) throws IOException {
        final Map<String, Column> columns = new LinkedHashMap<>();
        require(json.nextToken() == JsonToken.START_OBJECT, "it is no JSON object");
        readFields(json, columns, false);
        require(!columns.isEmpty(), "it has no tableSchema with columns");
        return new TableMetadata(columns);
    }

    private static String reason(final JsonProcessingException failure) {
        return failure.getOriginalMessage() + " in line "
            + Optional.ofNullable(failure.getLocation()).map(l -> l.getLineNr()).orElse(1);
    }

    private static void require(final boolean condition, final String problem) throws JsonProcessingException {
        if (!condition) {
            throw new Malformed(problem);
        }
    }

    /** The JSON is not what is expected. */
    private static final class Malformed extends JsonProcessingException {

        private static final long serialVersionUID = 1;

        Malformed(final String problem) {
            super(problem);
        }
    }

    /** Reads the fields of the table or of its schema, and passes over those that say nothing about columns. */
    private static void readFields(final JsonParser json, final Map<String, Column> columns, final boolean isSchema)
        throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            final String key = json.currentName();
            final JsonToken value = json.nextToken();
            if (isSchema && "columns".equals(key) && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    readColumn(json, columns);
                }
            } else if (!isSchema && SCHEMA.equals(key) && value == JsonToken.START_OBJECT) {
                readFields(json, columns, true);
            } else {
                json.skipChildren();
            }
        }
        require(json.currentToken() == JsonToken.END_OBJECT, "an object does not end");
    }

    private static void readColumn(final JsonParser json, final Map<String, Column> columns) throws IOException {
        final Map<String, String> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            final String key = json.currentName();
            readText(json, key, fields);
        }
        final String name = fields.getOrDefault("titles", fields.get("name"));
        require(name != null, "a column has neither titles nor name");
        final Map<String, String> properties = new LinkedHashMap<>();
        Optional.ofNullable(fields.get(UNIT_KEY)).ifPresent(unit -> properties.put(UNIT, unit));
        Optional.ofNullable(fields.get(DESCRIPTION_KEY)).ifPresent(text -> properties.put(DESCRIPTION, text));
        columns.put(name, new Column(Optional.ofNullable(NAMES.get(fields.getOrDefault(TYPE_KEY, ""))), properties));
    }

    /** Takes the text of a field, or that of the member "base" if a datatype is given by an object. */
    private static void readText(final JsonParser json, final String key, final Map<String, String> fields)
        throws IOException {
        final JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING) {
            fields.put(key, json.getText());
        } else if (value == JsonToken.START_OBJECT && TYPE_KEY.equals(key)) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                readText(json, "base".equals(json.currentName()) ? key : "", fields);
            }
        } else {
            json.skipChildren();
        }
    }

    /**
     * The properties of a column.
     *
     * @param name the column
     * @return its unit and meaning, none if it is not described
     */
    public DataColumnProperties properties(final String name) {
        return new DataColumnProperties(
            Optional.ofNullable(columns.get(name)).map(Column::properties).orElse(Map.of()));
    }
}
