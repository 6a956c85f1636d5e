package org.flavorwaves.embedded.base.csv;

import java.util.regex.Pattern;

/**
 * How texts become numbers, with KNIME's rules for grouping and decimal separators.
 */
public final class NumberFormats {

    private static final char NONE = '\0';

    private final char m_decimal;

    private final String m_grouping;

    private final Pattern m_groupedInteger;

    private final Pattern m_groupedDecimal;

    /** Separators; NUL stands for no grouping separator. */
    public NumberFormats(final char grouping, final char decimal) {
        m_decimal = decimal;
        m_grouping = grouping == NONE ? "" : String.valueOf(grouping);
        final String integer = "[+-]?\\d{0,3}(?:" + Pattern.quote(m_grouping) + "\\d{3})*";
        m_groupedInteger = Pattern.compile(integer);
        m_groupedDecimal = Pattern.compile(
            integer + "(?:" + Pattern.quote(String.valueOf(decimal)) + "\\d*)?(?:e[+-]?\\d+)?[fd]?",
            Pattern.CASE_INSENSITIVE);
    }

    int parseInt(final String text) {
        return Integer.parseInt(ungrouped(text, m_groupedInteger));
    }

    long parseLong(final String text) {
        return Long.parseLong(ungrouped(text, m_groupedInteger));
    }

    double parseDouble(final String text) {
        String plain = ungrouped(text, m_groupedDecimal);
        if (m_decimal != '.') {
            if (plain.indexOf('.') >= 0) {
                throw new NumberFormatException("'" + text + "' has a '.', but '" + m_decimal
                    + "' is the decimal separator");
            }
            plain = plain.replace(m_decimal, '.');
        }
        return Double.parseDouble(plain);
    }

    private String ungrouped(final String text, final Pattern grouped) {
        if (m_grouping.isEmpty()) {
            return text;
        }
        if (!grouped.matcher(text).matches()) {
            throw new NumberFormatException("'" + text + "' is not grouped by '" + m_grouping + "'");
        }
        return text.replace(m_grouping, "");
    }
}
