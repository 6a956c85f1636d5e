package org.flavorwaves.embedded.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of columns in the description of a port: items {@code <li><tt>NAME</tt>, <tt>NAME</tt> (UNIT): TEXT</li>}.
 */
final class ColumnList {

    private static final String NAMES = "<tt>[^<]*</tt>(?:, <tt>[^<]*</tt>)*";

    private static final Pattern ITEM =
        Pattern.compile("<li>(" + NAMES + ")(?: \\(([^)]*)\\))?: (.*?)</li>", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("<tt>([^<]*)</tt>");

    private ColumnList() {
    }

    /** What the columns mean, with their units, as plain text by name. */
    static Map<String, String> of(final String description) {
        final Map<String, String> columns = new LinkedHashMap<>();
        final Matcher item = ITEM.matcher(description);
        while (item.find()) {
            final String meaning = PlainText.line(item.group(3))
                + (item.group(2) == null ? "" : " Unit: " + PlainText.line(item.group(2)) + ".");
            final Matcher name = NAME.matcher(item.group(1));
            while (name.find()) {
                columns.put(PlainText.line(name.group(1)), meaning);
            }
        }
        return columns;
    }
}
