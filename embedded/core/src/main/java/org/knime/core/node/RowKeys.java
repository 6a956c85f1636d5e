package org.knime.core.node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.knime.core.data.RowKey;
import org.knime.core.util.DuplicateKeyException;

/** The keys of a table, all different; the keys Row0, Row1, ... take no memory as long as no other key comes. */
final class RowKeys {

    private static final int MAX_COUNTED_LENGTH = "Row".length() + 10;

    private int m_counted;

    private List<String> m_others;

    private Set<String> m_seen;

    void add(final String key) {
        if (m_others == null) {
            if (key.equals(counted(m_counted))) {
                m_counted++;
                return;
            }
            m_others = new ArrayList<>();
            m_seen = new HashSet<>();
        }
        if (!m_seen.add(key) || isCounted(key)) {
            throw new DuplicateKeyException("Encountered duplicate row ID \"" + key + "\"");
        }
        m_others.add(key);
    }

    private boolean isCounted(final String key) {
        if (m_counted == 0 || !key.startsWith("Row") || key.length() > MAX_COUNTED_LENGTH) {
            return false;
        }
        long number = 0;
        for (int i = 3; i < key.length(); i++) {
            final int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            number = 10 * number + digit;
        }
        return number < m_counted && key.equals(counted((int) number));
    }

    RowKeys freeze() {
        m_seen = null;
        return this;
    }

    int size() {
        return m_counted + (m_others == null ? 0 : m_others.size());
    }

    RowKey get(final int row) {
        return new RowKey(row < m_counted ? counted(row) : m_others.get(row - m_counted));
    }

    private static String counted(final int row) {
        return "Row" + row;
    }
}
