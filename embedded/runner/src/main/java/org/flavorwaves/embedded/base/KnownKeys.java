package org.flavorwaves.embedded.base;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Refuses settings that are not understood: a key that this program does not know may change what a node does, and
 * ignoring it would give a wrong table without a word.
 */
final class KnownKeys {

    /** KNIME's mark of keys that belong to dialogs. */
    private static final String INTERNAL = "_Internals";

    private KnownKeys() {
    }

    /** Throws if the tree has a key, other than those of dialogs, that is not among the known ones. */
    static void check(final NodeSettingsRO settings, final String where, final String... known)
        throws InvalidSettingsException {
        final List<String> unknown = settings.keySet().stream()
            .filter(k -> !k.endsWith(INTERNAL) && !Arrays.asList(known).contains(k)).collect(Collectors.toList());
        if (!unknown.isEmpty()) {
            throw new InvalidSettingsException("Setting \"" + unknown.get(0) + "\" in " + where
                + " is not understood here; a node that has it needs KNIME Analytics Platform.");
        }
    }

    /** The exception for a setting whose value only KNIME can honor. */
    static InvalidSettingsException needsKnime(final String what) {
        return new InvalidSettingsException(what + " needs KNIME Analytics Platform.");
    }
}
