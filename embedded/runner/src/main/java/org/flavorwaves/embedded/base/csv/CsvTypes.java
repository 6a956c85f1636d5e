package org.flavorwaves.embedded.base.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds names and types of the columns of a character file from its first rows. */
final class CsvTypes {

    private final CsvLayout m_layout;

    /** The type of each data field so far; null for a field without a value. */
    private final List<FieldType> m_types = new ArrayList<>();

    private CsvTypes(final CsvLayout layout) {
        m_layout = layout;
    }

    /** Reads rows until the types are known and names the columns. */
    static List<CsvColumn> find(final CsvRows rows, final CsvLayout layout) throws IOException {
        return new CsvTypes(layout).find(rows);
    }

    /** Reads the header, which there must be, and names the columns; their types are not known. */
    static List<CsvColumn> findNames(final CsvRows rows, final CsvLayout layout) throws IOException {
        final CsvTypes types = new CsvTypes(layout);
        return types.columns(types.dataFields(types.header(rows, new RowLength(layout)).orElseThrow()));
    }

    private Optional<String[]> header(final CsvRows rows, final RowLength length) throws IOException {
        final Optional<String[]> header = m_layout.header() ? length.check(rows.next()) : Optional.empty();
        if (m_layout.header() && header.isEmpty()) {
            throw new IllegalArgumentException(
                "The row containing the table headers (row number 0) was not part of the table.");
        }
        return header;
    }

    private List<CsvColumn> find(final CsvRows rows) throws IOException {
        final RowLength length = new RowLength(m_layout);
        final Optional<String[]> header = header(rows, length);
        Optional<String[]> row = Optional.of(new String[0]);
        for (long i = 0; i < m_layout.rowsToSkip() && row.isPresent(); i++) {
            row = length.check(rows.next());
        }
        boolean done = false;
        for (long i = 0; i != m_layout.maxRowsForTypes() && !done && row.isPresent(); i++) {
            row = length.check(rows.next());
            done = row.isPresent() && update(row.get()) && !m_layout.shortRows();
        }
        return columns(header.map(h -> dataFields(h)).orElse(new String[0]));
    }

    private String[] dataFields(final String[] row) {
        return Arrays.copyOfRange(row, Math.min(m_layout.firstField(), row.length), row.length);
    }

    /** Takes a row into account and tells whether no later row can change the types of its fields. */
    private boolean update(final String[] row) {
        boolean allStrings = true;
        final String[] fields = dataFields(row);
        for (int i = 0; i < fields.length; i++) {
            if (i == m_types.size()) {
                m_types.add(null);
            }
            FieldType type = m_types.get(i);
            if (fields[i] != null) {
                type = (type == null ? FieldType.INTEGER : type).accepting(fields[i], m_layout.formats());
                m_types.set(i, type);
            }
            allStrings &= type == FieldType.STRING;
        }
        return allStrings;
    }

    private List<CsvColumn> columns(final String[] header) {
        final int count = Math.max(header.length, m_types.size());
        final String[] names = Arrays.copyOf(header, count);
        final UniqueNames unique = new UniqueNames();
        for (int i = 0; i < count; i++) {
            names[i] = names[i] == null ? null : unique.unique(names[i]);
        }
        final List<CsvColumn> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final FieldType type = i < m_types.size() && m_types.get(i) != null ? m_types.get(i) : FieldType.STRING;
            columns.add(new CsvColumn(names[i] == null ? unique.unique("Column" + i) : names[i], i, type));
        }
        return columns;
    }
}
