package org.knime.core.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/**
 * The cells of a table in blocks of rows. Small tables stay in memory; from a number of cells on, full blocks go to a
 * temporary file, which vanishes with the table. One thread writes; many may read a complete table.
 */
final class RowBlocks {

    /** Cells of a block; no more than two or three blocks of a large table are in memory at a time. */
    private static final int BLOCK_CELLS = 1 << 16;

    /** Blocks that stay in memory. */
    private static final int KEPT = 16;

    private final DataTableSpec m_spec;

    private final int m_rowsOfBlock;

    private final List<ColumnStore[]> m_kept = new ArrayList<>();

    private final List<Long> m_ends = new ArrayList<>(List.of(0L));

    private RandomAccessFile m_file;

    private ColumnStore[] m_last;

    private int m_rowsOfLast;

    RowBlocks(final DataTableSpec spec) {
        m_spec = spec;
        m_rowsOfBlock = Math.max(1, BLOCK_CELLS / Math.max(1, spec.getNumColumns()));
        m_last = stores();
    }

    private ColumnStore[] stores() {
        final ColumnStore[] stores = new ColumnStore[m_spec.getNumColumns()];
        for (int c = 0; c < stores.length; c++) {
            stores[c] = ColumnStore.of(m_spec.getColumnSpec(c).getType());
        }
        return stores;
    }

    void add(final DataRow row) {
        if (m_rowsOfLast == m_rowsOfBlock) {
            finish();
        }
        for (int c = 0; c < m_last.length; c++) {
            m_last[c].add(row.getCell(c));
        }
        m_rowsOfLast++;
    }

    private void finish() {
        if (m_kept.size() < KEPT) {
            m_kept.add(m_last);
        } else {
            write(m_last);
        }
        m_last = stores();
        m_rowsOfLast = 0;
    }

    private void write(final ColumnStore[] block) {
        try {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(block);
            }
            if (m_file == null) {
                m_file = temporary();
            }
            final long start = m_ends.get(m_ends.size() - 1);
            m_file.seek(start);
            m_file.write(bytes.toByteArray());
            m_ends.add(start + bytes.size());
        } catch (final IOException ex) {
            throw new UncheckedIOException("The rows of a table cannot be written to the folder "
                + System.getProperty("java.io.tmpdir") + " (java.io.tmpdir): " + ex.getMessage(), ex);
        }
    }

    /** An open file without a name, or one that goes when Java ends where open files keep their names. */
    private static RandomAccessFile temporary() throws IOException {
        final File file = File.createTempFile("flavorwaves", ".rows");
        final RandomAccessFile open = new RandomAccessFile(file, "rw");
        if (!file.delete()) {
            file.deleteOnExit();
        }
        return open;
    }

    int rowsOfBlock() {
        return m_rowsOfBlock;
    }

    /** The columns of a block. */
    ColumnStore[] block(final int index) {
        if (index < m_kept.size()) {
            return m_kept.get(index);
        }
        final int written = index - m_kept.size();
        return written < m_ends.size() - 1 ? read(written) : m_last;
    }

    private ColumnStore[] read(final int written) {
        final long start = m_ends.get(written);
        final byte[] bytes = new byte[(int) (m_ends.get(written + 1) - start)];
        try {
            synchronized (m_file) {
                m_file.seek(start);
                m_file.readFully(bytes);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                return (ColumnStore[]) in.readObject();
            }
        } catch (final IOException ex) {
            throw new UncheckedIOException(
                "The rows of a table cannot be read from its temporary file: " + ex.getMessage(), ex);
        } catch (final ClassNotFoundException ex) {
            throw new IllegalStateException(ex);
        }
    }
}
