package org.flavorwaves.embedded.base.csv;

import java.util.Optional;

/** Refuses rows that are not as long as the first one, unless that is allowed. */
final class RowLength {

    private final boolean m_any;

    private int m_length = -1;

    private long m_rows;

    RowLength(final CsvLayout layout) {
        m_any = layout.shortRows();
    }

    Optional<String[]> check(final Optional<String[]> row) {
        if (!m_any && row.isPresent()) {
            final int length = row.get().length;
            if (m_length < 0) {
                m_length = length;
            }
            m_rows++;
            if (length != m_length) {
                throw new IllegalArgumentException("The data row has too " + (length < m_length ? "few" : "many")
                    + " data elements: " + length + " in row " + m_rows + " of the file, " + m_length
                    + " in the first.");
            }
        }
        return row;
    }
}
