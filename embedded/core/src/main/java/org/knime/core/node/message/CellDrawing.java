package org.knime.core.node.message;

import java.util.ArrayList;
import java.util.List;

/** Draws some cells of a table as text and underlines one cell of the last row. */
final class CellDrawing {

    private static final int MIN_WIDTH = 6;

    private static final int MAX_WIDTH = 14;

    private CellDrawing() {
    }

    static String draw(final List<String> headers, final List<String> keys, final List<List<String>> cells,
        final int underlined,
        final String description) {
        final int[] widths = new int[headers.size() + 1];
        widths[0] = width(keys, "RowID");
        for (int c = 0; c < headers.size(); c++) {
            widths[c + 1] = width(column(cells, c), headers.get(c));
        }
        final StringBuilder out = new StringBuilder(" ").append(center("RowID", widths[0]));
        for (int c = 0; c < headers.size(); c++) {
            out.append(" | ").append(center(abbreviate(headers.get(c), widths[c + 1]), widths[c + 1]));
        }
        out.append('\n');
        for (int c = 0; c < widths.length; c++) {
            out.append("-".repeat(widths[c] + 2)).append(c == widths.length - 1 ? '\n' : '+');
        }
        for (int r = 0; r < keys.size(); r++) {
            out.append(' ').append(pad(keys.get(r), widths[0]));
            for (int c = 0; c < headers.size(); c++) {
                out.append(" | ").append(pad(cells.get(r).get(c), widths[c + 1]));
            }
            out.append('\n');
        }
        int offset = 1;
        for (int c = 0; c <= underlined; c++) {
            offset += widths[c] + 3;
        }
        final int content = cells.isEmpty() ? 1 : cells.get(cells.size() - 1).get(underlined).length();
        out.append(" ".repeat(offset)).append("^".repeat(Math.min(Math.max(1, content), widths[underlined + 1])))
            .append('\n');
        if (description != null) {
            out.append(description).append('\n');
        }
        return out.toString();
    }

    private static List<String> column(final List<List<String>> cells, final int c) {
        final List<String> column = new ArrayList<>();
        cells.forEach(row -> column.add(row.get(c)));
        return column;
    }

    private static int width(final List<String> texts, final String header) {
        int longest = header.length();
        for (final String text : texts) {
            longest = Math.max(longest, text.length());
        }
        return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, longest));
    }

    private static String abbreviate(final String s, final int width) {
        return s.length() <= width ? s : s.substring(0, width - 3) + "...";
    }

    private static String pad(final String s, final int width) {
        final String shown = abbreviate(s, width);
        return shown + " ".repeat(width - shown.length());
    }

    private static String center(final String s, final int width) {
        final int left = (width - s.length()) / 2;
        return " ".repeat(left) + s + " ".repeat(width - s.length() - left);
    }
}
