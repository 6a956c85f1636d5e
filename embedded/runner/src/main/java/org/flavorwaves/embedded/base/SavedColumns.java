package org.flavorwaves.embedded.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.flavorwaves.embedded.base.csv.CsvColumn;
import org.flavorwaves.embedded.base.csv.FieldType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * The columns of a character file as the dialog of KNIME's CSV Reader left them: names and types that were found when
 * the file was previewed, and what the user made of them. They are in force as long as file and format settings are
 * the same as then.
 *
 * @param fileColumns names of the columns in the file
 * @param columns the columns of the table, in order
 * @param plain whether the columns are those of the file without renaming, dropping, moving or another type
 * @param current whether file and format settings are still the same
 */
record SavedColumns(List<String> fileColumns, List<CsvColumn> columns, boolean plain, boolean current) {

    private static final String KEY = "table_spec_config_Internals";

    /** The settings that decide on the columns, by tab. */
    private static final Map<String, List<String>> FORMAT = Map.of(
        "settings", List.of("has_column_header", "has_row_id", "comment_char", "column_delimiter", "quote_char",
            "quote_escape_char", "row_delimiter", "use_line_break_row_delimiter"),
        "advanced_settings", List.of("quote_option", "replace_empty_quotes_with_missing", "limit_data_rows_scanned",
            "max_data_rows_scanned", "thousands_separator", "decimal_separator"),
        "limit_rows", List.of("skip_lines", "number_of_lines_to_skip", "skip_data_rows", "number_of_rows_to_skip"),
        "encoding", List.of("charset"));

    private static final String FACTORY = "org.knime.core.data.def.";

    private static final Map<String, FieldType> CONVERTERS = Map.of(
        FACTORY + "IntCell$IntCellFactory.create(class java.lang.Integer)", FieldType.INTEGER,
        FACTORY + "LongCell$LongCellFactory.create(class java.lang.Long)", FieldType.LONG,
        FACTORY + "DoubleCell$DoubleCellFactory.create(class java.lang.Double)", FieldType.DOUBLE,
        FACTORY + "StringCell$StringCellFactory.createCell(class java.lang.String)", FieldType.STRING,
        FACTORY + "BooleanCell$BooleanCellFactory.createCell(class java.lang.String)", FieldType.BOOLEAN);

    static Optional<SavedColumns> load(final NodeSettingsRO model, final String file) throws InvalidSettingsException {
        if (!model.containsKey(KEY)) {
            return Optional.empty();
        }
        final NodeSettingsRO saved = model.getNodeSettings(KEY);
        if (!"V4_4".equals(saved.getString("version", ""))) {
            throw KnownKeys.needsKnime("The column settings of a KNIME before 4.4");
        }
        final NodeSettingsRO specs = saved.getNodeSettings("individual_specs");
        final List<String> fileColumns = new ArrayList<>();
        for (final String item : specs) {
            final NodeSettingsRO spec = specs.getNodeSettings(item);
            for (int i = 0; i < spec.getInt("num_columns"); i++) {
                fileColumns.add(spec.getNodeSettings(String.valueOf(i)).getString("name"));
            }
        }
        final boolean current = file.equals(saved.getString("source_group_id")) && sameFormat(saved, model);
        return Optional.of(transform(saved.getNodeSettings("table_transformation"), fileColumns, current));
    }

    private static boolean sameFormat(final NodeSettingsRO saved, final NodeSettingsRO model)
        throws InvalidSettingsException {
        if (!saved.containsKey("config_id")) {
            return true;
        }
        final NodeSettingsRO then = saved.getNodeSettings("config_id").getNodeSettings("multi_table_read");
        for (final Map.Entry<String, List<String>> tab : FORMAT.entrySet()) {
            for (final String key : tab.getValue()) {
                final String before = value(then.getNodeSettings(tab.getKey()), key);
                if (!before.equals(value(model.getNodeSettings(tab.getKey()), key))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String value(final NodeSettingsRO settings, final String key) {
        return settings.containsKey(key) ? String.valueOf(((NodeSettings) settings).getEntry(key)) : "";
    }

    private static SavedColumns transform(final NodeSettingsRO transformation, final List<String> fileColumns,
        final boolean current)
        throws InvalidSettingsException {
        final NodeSettingsRO all = transformation.getNodeSettings("columns");
        final boolean skipEmpty = transformation.getBoolean("skip_empty_columns");
        boolean plain = !skipEmpty
            && transformation.getNodeSettings("unknown_columns_transformation").getBoolean("keep");
        final Map<Integer, CsvColumn> byPosition = new TreeMap<>();
        for (int i = 0; i < all.getInt("num_columns"); i++) {
            final NodeSettingsRO column = all.getNodeSettings(String.valueOf(i));
            final NodeSettingsRO external = column.getNodeSettings("external_spec");
            final String name = external.getString("name");
            final String converter = column.getNodeSettings("production_path").getString("_converter");
            final FieldType type = CONVERTERS.get(converter);
            final boolean keep = column.getBoolean("keep") && (external.getBoolean("has_type") || !skipEmpty);
            plain &= keep && name.equals(column.getString("name")) && column.getInt("position") == i && type != null
                && type.javaName().equals(external.getNodeSettings("type").getString("class"));
            if (keep && type == null) {
                throw KnownKeys.needsKnime("The type of column '" + name + "' (" + converter + ")");
            }
            if (keep) {
                byPosition.put(column.getInt("position"),
                    new CsvColumn(column.getString("name"), fileColumns.indexOf(name), type));
            }
        }
        final List<CsvColumn> columns = List.copyOf(byPosition.values());
        return new SavedColumns(List.copyOf(fileColumns), columns, plain, current);
    }

    /** What differs between the saved columns and those of the file now, empty if nothing does. */
    Optional<String> difference(final List<String> now) {
        if (now.size() != fileColumns.size()) {
            return Optional.of("Expected " + fileColumns.size() + " columns but got " + now.size());
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(fileColumns.get(i))) {
                return Optional.of("Expected column '" + fileColumns.get(i) + "' but got '" + now.get(i) + "'");
            }
        }
        return Optional.empty();
    }

    static List<String> names(final List<CsvColumn> columns) {
        return columns.stream().map(CsvColumn::name).collect(Collectors.toList());
    }
}
