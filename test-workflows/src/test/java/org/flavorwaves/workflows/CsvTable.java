package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small table of comma-separated values, compared by columns with a relative tolerance of 1e-9. */
final class CsvTable {
    private static final double TOLERANCE = 1e-9;

    private final List<String> m_columns;

    private final List<List<String>> m_rows;

    private CsvTable(final List<String> columns, final List<List<String>> rows) {
        m_columns = columns;
        m_rows = rows;
    }

    static CsvTable read(final Path file) throws IOException {
        final List<String> lines = Files.readAllLines(file);
        final List<List<String>> rows = new ArrayList<>();
        for (final String line : lines.subList(1, lines.size())) {
            rows.add(fields(line));
        }
        return new CsvTable(fields(lines.get(0)), rows);
    }

    private static List<String> fields(final String line) {
        final List<String> fields = new ArrayList<>();
        final StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (final char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    int size() {
        return m_rows.size();
    }

    double number(final int row, final String column) {
        return Double.parseDouble(text(row, column));
    }

    String text(final int row, final String column) {
        assertThat(m_columns).contains(column);
        return m_rows.get(row).get(m_columns.indexOf(column));
    }

    /** Compares the columns of the expected table, row by row. */
    void assertContains(final CsvTable expected, final String name) {
        assertThat(m_columns).as(name).containsAll(expected.m_columns);
        assertThat(size()).as("rows of %s", name).isEqualTo(expected.size());
        for (int row = 0; row < size(); row++) {
            for (final String column : expected.m_columns) {
                final String wanted = expected.text(row, column);
                final String found = text(row, column);
                final String place = name + ", row " + row + ", column " + column;
                if (isNumber(wanted)) {
                    assertThat(Double.parseDouble(found)).as(place).isCloseTo(Double.parseDouble(wanted),
                        within(TOLERANCE * (1 + Math.abs(Double.parseDouble(wanted)))));
                } else {
                    assertThat(found).as(place).isEqualTo(wanted);
                }
            }
        }
    }

    private static boolean isNumber(final String text) {
        return text.matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");
    }
}
