package org.flavorwaves.embedded.base;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * The comment lines that the CSV Writer puts before a table.
 *
 * @param marker what a comment line starts with
 * @param indent what follows the marker
 * @param time whether the time is told
 * @param user whether the user is told
 * @param table whether the name of the table is told
 * @param custom whether there is a text of the user's
 * @param text that text
 */
record CsvComments(String marker, String indent, boolean time, boolean user, boolean table, boolean custom,
    String text) {

    static CsvComments load(final NodeSettingsRO settings) throws InvalidSettingsException {
        KnownKeys.check(settings, "comment_header_settings", "comment_line_marker", "comment_indentation",
            "add_time_to_comment", "add_user_to_comment", "add_table_name_to_comment", "add_custom_text_to_comment",
            "custom_comment_text");
        return new CsvComments(settings.getString("comment_line_marker"), settings.getString("comment_indentation"),
            settings.getBoolean("add_time_to_comment"), settings.getBoolean("add_user_to_comment"),
            settings.getBoolean("add_table_name_to_comment"), settings.getBoolean("add_custom_text_to_comment"),
            settings.getString("custom_comment_text"));
    }

    static void addDefaults(final NodeSettings settings) {
        settings.addString("comment_line_marker", "#");
        settings.addString("comment_indentation", "\t");
        settings.addBoolean("add_time_to_comment", false);
        settings.addBoolean("add_user_to_comment", false);
        settings.addBoolean("add_table_name_to_comment", false);
        settings.addBoolean("add_custom_text_to_comment", false);
        settings.addString("custom_comment_text", "");
    }

    /** The lines for a table. */
    List<String> lines(final String tableName, final boolean appending) {
        final boolean hasText = text != null && !text.isEmpty();
        final List<String> lines = new ArrayList<>();
        if (!time && !user && !table && !(custom && hasText)) {
            return lines;
        }
        if (time || user) {
            lines.add((appending ? "The following data was added" : "This file was created")
                + (time ? " on " + new Date() : "") + (user ? " by user '" + System.getProperty("user.name") + "'" : "")
                + ".");
        }
        if (table) {
            lines.add("The data was read from the \"" + tableName + "\" data table.");
        }
        if (hasText) {
            lines.addAll(text.lines().collect(Collectors.toList()));
        }
        return lines.stream().map(l -> marker + indent + l).collect(Collectors.toList());
    }
}
