package org.flavorwaves.embedded.base;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * The settings of the CSV Writer.
 *
 * @param file the file
 * @param createFolders whether missing folders are made
 * @param ifExists what to do if the file exists
 * @param header whether the column names are written
 * @param skipHeaderOnAppend whether they are left out where rows are appended
 * @param rowIds whether the row keys are written
 * @param style how cells are written
 * @param comments the comment lines before the table
 * @param gzip whether the file is compressed
 * @param charset encoding of the file
 */
record CsvWriterSettings(FileLocation file, boolean createFolders, IfExists ifExists, boolean header,
    boolean skipHeaderOnAppend, boolean rowIds, CsvStyle style, CsvComments comments, boolean gzip, Charset charset) {

    /** What to do if the file exists. */
    enum IfExists {
        /** The execution fails. */
        FAIL,
        /** The file is replaced. */
        OVERWRITE,
        /** Rows are added at its end. */
        APPEND
    }

    private static final String TAB = "settings";

    private static final String CHOOSER = "file_chooser_settings";

    private static final String ADVANCED = "advanced_settings";

    private static final String COMMENT = "comment_header_settings";

    private static final String ENCODING = "encoding";

    static CsvWriterSettings load(final NodeSettingsRO model) throws InvalidSettingsException {
        KnownKeys.check(model, "model", TAB, ADVANCED, COMMENT, ENCODING);
        final NodeSettingsRO tab = model.getNodeSettings(TAB);
        final NodeSettingsRO chooser = tab.getNodeSettings(CHOOSER);
        final NodeSettingsRO advanced = model.getNodeSettings(ADVANCED);
        final NodeSettingsRO encoding = model.getNodeSettings(ENCODING);
        KnownKeys.check(tab, TAB, CHOOSER, "column_delimiter", "row_delimiter", "quote_char", "quote_escape_char",
            "write_column_header", "skip_column_header_on_append", "write_row_header");
        KnownKeys.check(chooser, CHOOSER, "path", "filter_mode", "create_missing_folders", "if_path_exists");
        KnownKeys.check(encoding, ENCODING, "character_set");
        final CsvWriterSettings settings = new CsvWriterSettings(FileLocation.load(chooser),
            chooser.getBoolean("create_missing_folders"), ifExists(chooser.getString("if_path_exists")),
            tab.getBoolean("write_column_header"), tab.getBoolean("skip_column_header_on_append"),
            tab.getBoolean("write_row_header"), CsvStyle.load(tab, advanced),
            CsvComments.load(model.getNodeSettings(COMMENT)), advanced.getBoolean("compress_with_gzip"),
            CsvReaderSettings.charset(encoding.getString("character_set")));
        settings.check();
        return settings;
    }

    private static IfExists ifExists(final String name) throws InvalidSettingsException {
        for (final IfExists value : IfExists.values()) {
            if (value.name().equalsIgnoreCase(name)) {
                return value;
            }
        }
        throw new InvalidSettingsException("\"if_path_exists\" is '" + name + "'; allowed are "
            + Arrays.toString(IfExists.values()).toLowerCase(Locale.ROOT) + ".");
    }

    private void check() throws InvalidSettingsException {
        if (style.delimiter() == null || style.delimiter().isEmpty()) {
            throw new InvalidSettingsException("The column delimiter can not be empty!");
        }
        if (style.missing() != null && style.missing().contains(style.delimiter())) {
            throw new InvalidSettingsException("The missing value replacement ('" + style.missing()
                + "') must not contain the column delimiter ('" + style.delimiter() + "').");
        }
        if (comments.marker() != null && comments.marker().contains(style.delimiter())) {
            throw new InvalidSettingsException("The comment line start ('" + comments.marker()
                + "') must not contain the column delimiter ('" + style.delimiter() + "').");
        }
        if (gzip && ifExists == IfExists.APPEND) {
            throw new InvalidSettingsException("Can't append to existing file if output is gzip compressed");
        }
    }

    /** The settings of a new CSV Writer that replaces a file. */
    static NodeSettings defaults(final FileLocation file) {
        final NodeSettings model = new NodeSettings("model");
        final NodeSettings tab = (NodeSettings) model.addNodeSettings(TAB);
        SettingsModels.addIdentity(tab, CHOOSER, "SMID_WriterFileChooser");
        final NodeSettings chooser = (NodeSettings) tab.addNodeSettings(CHOOSER);
        file.save(chooser);
        SettingsModels.addIdentity(chooser, "filter_mode", "SMID_FilterMode");
        chooser.addBoolean("create_missing_folders", false);
        chooser.addString("if_path_exists", "overwrite");
        CsvStyle.addDefaults(tab, (NodeSettings) model.addNodeSettings(ADVANCED));
        CsvComments.addDefaults((NodeSettings) model.addNodeSettings(COMMENT));
        model.addNodeSettings(ENCODING).addString("character_set", "UTF-8");
        return model;
    }
}
