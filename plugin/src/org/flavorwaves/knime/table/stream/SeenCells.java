package org.flavorwaves.knime.table.stream;

import org.knime.core.data.DataCell;

/** A set of names of cells by their hashes, in 16 to 32 bytes each. */
public final class SeenCells {
    private long[] m_slots = new long[1024];

    private int m_size;

    /**
     * Adds a cell.
     *
     * @param key its name
     * @return whether its hash is new; two names that share one are rare
     */
    public boolean add(final DataCell key) {
        final long hash = hashOf(key);
        final long value = hash == 0 ? 1 : hash;
        if (2 * m_size > m_slots.length) {
            final long[] old = m_slots;
            m_slots = new long[2 * old.length];
            for (final long one : old) {
                if (one != 0) {
                    m_slots[slot(one)] = one;
                }
            }
        }
        final int slot = slot(value);
        if (m_slots[slot] == value) {
            return false;
        }
        m_slots[slot] = value;
        m_size++;
        return true;
    }

    private int slot(final long value) {
        int slot = (int) (value & m_slots.length - 1);
        while (m_slots[slot] != 0 && m_slots[slot] != value) {
            slot = slot + 1 & m_slots.length - 1;
        }
        return slot;
    }

    /** 64 bits of the text of a cell (the hash of Fowler, Noll and Vo, its bits mixed once more). */
    private static long hashOf(final DataCell key) {
        final String text = key.toString();
        long hash = 0xcbf29ce484222325L;
        for (int c = 0; c < text.length(); c++) {
            hash = (hash ^ text.charAt(c)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L;
        return hash ^ hash >>> 29;
    }
}
