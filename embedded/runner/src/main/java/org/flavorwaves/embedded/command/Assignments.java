package org.flavorwaves.embedded.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.embedded.settings.UsageException;

/** Arguments of the form {@code key=value}. */
final class Assignments {

    private Assignments() {
    }

    /**
     * Splits at the first equals sign.
     *
     * @param option the option, for messages
     * @param texts what was given
     * @return values by key, in the order given
     */
    static Map<String, String> of(String option, List<String> texts) throws UsageException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : texts) {
            int at = text.indexOf('=');
            if (at < 1) {
                throw new UsageException("'" + option + " " + text + "' must be of the form key=value.");
            }
            values.put(text.substring(0, at), text.substring(at + 1));
        }
        return values;
    }

    /** Reads the number of a port or node. */
    static int number(String what, String text) throws UsageException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException ex) {
            throw new UsageException("'" + text + "' is no number of " + what + ".");
        }
    }
}
