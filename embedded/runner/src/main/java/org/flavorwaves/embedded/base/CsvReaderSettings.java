package org.flavorwaves.embedded.base;

import java.nio.charset.Charset;
import java.util.Optional;

import org.flavorwaves.embedded.base.csv.CsvDialect;
import org.flavorwaves.embedded.base.csv.CsvLayout;
import org.flavorwaves.embedded.base.csv.NumberFormats;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * The settings of the CSV Reader.
 *
 * @param file the file
 * @param dialect how characters become fields
 * @param layout which rows are data
 * @param saved the columns as the dialog left them, if it did
 * @param checkColumns whether the file must still have the saved columns
 */
record CsvReaderSettings(FileLocation file, CsvDialect dialect, CsvLayout layout, Optional<SavedColumns> saved,
    boolean checkColumns) {

    private static final String TAB = "settings";

    private static final String ADVANCED = "advanced_settings";

    private static final String LIMIT = "limit_rows";

    private static final String ENCODING = "encoding";

    private static final char NONE = '\0';

    static CsvReaderSettings load(final NodeSettingsRO model) throws InvalidSettingsException {
        KnownKeys.check(model, "model", TAB, ADVANCED, LIMIT, ENCODING);
        final NodeSettingsRO tab = model.getNodeSettings(TAB);
        final NodeSettingsRO advanced = model.getNodeSettings(ADVANCED);
        final NodeSettingsRO limit = model.getNodeSettings(LIMIT);
        final NodeSettingsRO encoding = model.getNodeSettings(ENCODING);
        checkKeys(tab, advanced, limit, encoding);
        checkUnderstood(tab, advanced);
        final FileLocation file = FileLocation.load(tab.getNodeSettings("file_selection"));
        final boolean skipLines = limit.getBoolean("skip_lines");
        final long lines = limit.getLong("number_of_lines_to_skip");
        final boolean trim = "REMOVE_QUOTES_AND_TRIM".equals(advanced.getString("quote_option"));
        final CsvDialect dialect = new CsvDialect(tab.getString("column_delimiter"),
            tab.getBoolean("use_line_break_row_delimiter", false), tab.getString("row_delimiter"),
            character(tab, "quote_char"), character(tab, "quote_escape_char"), character(tab, "comment_char"), !trim,
            trim, advanced.getBoolean("replace_empty_quotes_with_missing"), false,
            advanced.getBoolean("limit_memory_per_column"), advanced.getInt("maximum_number_of_columns"),
            skipLines ? lines : 0, charset(encoding.getString("charset")));
        final NumberFormats formats = new NumberFormats(
            advanced.containsKey("thousands_separator") ? character(advanced, "thousands_separator") : NONE,
            advanced.containsKey("decimal_separator") ? character(advanced, "decimal_separator") : '.');
        final CsvLayout layout = new CsvLayout(tab.getBoolean("has_column_header"), tab.getBoolean("has_row_id"),
            tab.getBoolean("prepend_file_idx_to_row_id", false), tab.getBoolean("support_short_data_rows"),
            optional(limit, "skip_data_rows", "number_of_rows_to_skip"), optional(limit, "limit_data_rows", "max_rows"),
            optional(advanced, "limit_data_rows_scanned", "max_data_rows_scanned"), formats);
        final Optional<SavedColumns> saved = SavedColumns.load(model, file.path());
        return new CsvReaderSettings(file, dialect, layout, saved, advanced.getBoolean("check_table_spec", false));
    }

    private static void checkKeys(final NodeSettingsRO tab, final NodeSettingsRO advanced, final NodeSettingsRO limit,
        final NodeSettingsRO encoding) throws InvalidSettingsException {
        KnownKeys.check(tab, TAB, "has_column_header", "has_row_id", "support_short_data_rows",
            "skip_empty_data_rows", "prepend_file_idx_to_row_id", "comment_char", "column_delimiter", "quote_char",
            "quote_escape_char", "use_line_break_row_delimiter", "row_delimiter", "autodetect_buffer_size",
            "file_selection");
        KnownKeys.check(advanced, ADVANCED, "fail_on_differing_specs", "limit_data_rows_scanned",
            "max_data_rows_scanned", "check_table_spec", "limit_memory_per_column", "maximum_number_of_columns",
            "quote_option", "replace_empty_quotes_with_missing", "no_row_delimiters_in_quotes",
            "min_chunk_size_in_bytes", "max_num_chunks_per_file", "thousands_separator", "decimal_separator",
            "spec_merge_mode");
        KnownKeys.check(limit, LIMIT, "skip_lines", "number_of_lines_to_skip", "skip_data_rows",
            "number_of_rows_to_skip", "limit_data_rows", "max_rows");
        KnownKeys.check(encoding, ENCODING, "charset");
    }

    /** Reads what has no effect on a single file and refuses what only KNIME can do. */
    private static void checkUnderstood(final NodeSettingsRO tab, final NodeSettingsRO advanced)
        throws InvalidSettingsException {
        tab.getBoolean("skip_empty_data_rows");
        tab.getInt("autodetect_buffer_size");
        final String quotes = advanced.getString("quote_option");
        if (!"REMOVE_QUOTES_AND_TRIM".equals(quotes) && !"KEEP_QUOTES".equals(quotes)) {
            throw new InvalidSettingsException("\"quote_option\" is '" + quotes
                + "'; allowed are REMOVE_QUOTES_AND_TRIM and KEEP_QUOTES.");
        }
        if (advanced.getBoolean("append_path_column_Internals", false)) {
            throw KnownKeys.needsKnime("Appending the path as a column");
        }
        final String mode =
            tab.getNodeSettings("file_selection").getNodeSettings("filter_mode").getString("filter_mode");
        if (!"FILE".equals(mode)) {
            throw KnownKeys.needsKnime("Reading more than a single file (filter mode " + mode + ")");
        }
    }

    private static long optional(final NodeSettingsRO settings, final String flag, final String count)
        throws InvalidSettingsException {
        final boolean use = settings.getBoolean(flag);
        final long value = settings.getLong(count);
        if (use && value < 0) {
            throw new InvalidSettingsException("\"" + count + "\" is " + value + ", but must not be negative.");
        }
        return use ? value : -1;
    }

    private static char character(final NodeSettingsRO settings, final String key) throws InvalidSettingsException {
        final String text = settings.getString(key);
        final String clean = text == null ? "" : text.replace("\0", "");
        if (clean.length() > 1) {
            throw new InvalidSettingsException("\"" + key + "\" is '" + clean + "', but must be a single character.");
        }
        return clean.isEmpty() ? NONE : clean.charAt(0);
    }

    static Charset charset(final String name) throws InvalidSettingsException {
        if (name == null) {
            return Charset.defaultCharset();
        }
        try {
            return Charset.forName(name);
        } catch (final IllegalArgumentException ex) {
            throw new InvalidSettingsException("There is no character encoding '" + name + "'.", ex);
        }
    }

    /** The settings of a new CSV Reader for a file. */
    static NodeSettings defaults(final FileLocation file) {
        final NodeSettings model = new NodeSettings("model");
        final NodeSettings tab = (NodeSettings) model.addNodeSettings(TAB);
        tab.addBoolean("has_column_header", true);
        tab.addBoolean("has_row_id", false);
        tab.addBoolean("support_short_data_rows", false);
        tab.addBoolean("skip_empty_data_rows", false);
        tab.addBoolean("prepend_file_idx_to_row_id", false);
        tab.addString("comment_char", "#");
        tab.addString("column_delimiter", ",");
        tab.addString("quote_char", "\"");
        tab.addString("quote_escape_char", "\"");
        tab.addBoolean("use_line_break_row_delimiter", true);
        tab.addString("row_delimiter", "\n");
        tab.addInt("autodetect_buffer_size", 1 << 20);
        SettingsModels.addIdentity(tab, "file_selection", "SMID_ReaderFileChooser");
        final NodeSettings chooser = (NodeSettings) tab.addNodeSettings("file_selection");
        file.save(chooser);
        SettingsModels.addFilterMode(chooser);
        addAdvanced((NodeSettings) model.addNodeSettings(ADVANCED));
        final NodeSettings limit = (NodeSettings) model.addNodeSettings(LIMIT);
        limit.addBoolean("skip_lines", false);
        limit.addLong("number_of_lines_to_skip", 1);
        limit.addBoolean("skip_data_rows", false);
        limit.addLong("number_of_rows_to_skip", 1);
        limit.addBoolean("limit_data_rows", false);
        limit.addLong("max_rows", 50);
        model.addNodeSettings(ENCODING).addString("charset", "UTF-8");
        return model;
    }

    private static void addAdvanced(final NodeSettings advanced) {
        advanced.addString("spec_merge_mode_Internals", "UNION");
        advanced.addBoolean("fail_on_differing_specs", true);
        advanced.addBoolean("append_path_column_Internals", false);
        advanced.addString("path_column_name_Internals", "File Path");
        advanced.addBoolean("limit_data_rows_scanned", true);
        advanced.addLong("max_data_rows_scanned", 10000);
        advanced.addBoolean("save_table_spec_config_Internals", true);
        advanced.addBoolean("check_table_spec", true);
        advanced.addBoolean("limit_memory_per_column", true);
        advanced.addInt("maximum_number_of_columns", 8192);
        advanced.addString("quote_option", "REMOVE_QUOTES_AND_TRIM");
        advanced.addBoolean("replace_empty_quotes_with_missing", true);
        advanced.addBoolean("no_row_delimiters_in_quotes", false);
        advanced.addLong("min_chunk_size_in_bytes", 1 << 26);
        advanced.addInt("max_num_chunks_per_file", 1);
        advanced.addString("thousands_separator", "\0");
        advanced.addString("decimal_separator", ".");
    }
}
