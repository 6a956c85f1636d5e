package org.flavorwaves.embedded.base;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/** Parts of settings trees that several nodes of KNIME's have. */
final class SettingsModels {

    private SettingsModels() {
    }

    /** The entry beside a setting that tells what kind of dialog component edits it. */
    static void addIdentity(final NodeSettingsWO settings, final String key, final String id) {
        final NodeSettingsWO identity = settings.addNodeSettings(key + "_Internals");
        identity.addString("SettingsModelID", id);
        identity.addBoolean("EnabledStatus", true);
    }

    /** The filter mode of a file chooser that chooses a single file. */
    static void addFilterMode(final NodeSettings chooser) {
        addIdentity(chooser, "filter_mode", "SMID_FilterMode");
        final NodeSettingsWO mode = chooser.addNodeSettings("filter_mode");
        mode.addString("filter_mode", "FILE");
        mode.addBoolean("include_subfolders", false);
        final NodeSettingsWO options = mode.addNodeSettings("filter_options");
        options.addBoolean("filter_files_extension", false);
        options.addString("files_extension_expression", "");
        options.addBoolean("files_extension_case_sensitive", false);
        options.addBoolean("filter_files_name", false);
        options.addString("files_name_expression", "*");
        options.addBoolean("files_name_case_sensitive", false);
        options.addString("files_name_filter_type", "WILDCARD");
        options.addBoolean("include_hidden_files", false);
        options.addBoolean("include_special_files", true);
        options.addBoolean("filter_folders_name", false);
        options.addString("folders_name_expression", "*");
        options.addBoolean("folders_name_case_sensitive", false);
        options.addString("folders_name_filter_type", "WILDCARD");
        options.addBoolean("include_hidden_folders", false);
        options.addBoolean("follow_links", true);
    }
}
