package org.flavorwaves.embedded.base.csv;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes names unique as KNIME does: the second {@code a} becomes {@code a (#1)}. */
final class UniqueNames {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)", Pattern.DOTALL);

    private final Set<String> m_names = new HashSet<>();

    String unique(final String suggested) {
        final String name = suggested.trim();
        if (m_names.add(name)) {
            return name;
        }
        final Matcher numbered = NUMBERED.matcher(name);
        String base = name;
        int number = 1;
        if (numbered.matches()) {
            base = numbered.group(1);
            number = Integer.parseInt(numbered.group(2)) + 1;
        }
        String next = base + " (#" + number + ")";
        while (!m_names.add(next)) {
            next = base + " (#" + ++number + ")";
        }
        return next;
    }
}
