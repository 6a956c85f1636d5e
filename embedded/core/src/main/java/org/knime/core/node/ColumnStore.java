package org.knime.core.node;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;

/**
 * The cells of one column in a block of rows. Cells of the column's own type are kept as primitive values; missing
 * cells and cells of a narrower type, such as an integer in a column of doubles, come back as they were put in.
 */
abstract class ColumnStore implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int FIRST_SIZE = 16;

    private final Class<? extends DataCell> m_native;

    private final BitSet m_missing = new BitSet();

    private final Map<Integer, DataCell> m_others = new HashMap<>();

    private int m_size;

    ColumnStore(final Class<? extends DataCell> nativeClass) {
        m_native = nativeClass;
    }

    static ColumnStore of(final DataType type) {
        if (type.equals(DoubleCell.TYPE)) {
            return new Doubles();
        }
        if (type.equals(IntCell.TYPE)) {
            return new Ints();
        }
        if (type.equals(LongCell.TYPE)) {
            return new Longs();
        }
        return type.equals(BooleanCell.TYPE) ? new Booleans() : new Cells();
    }

    final void add(final DataCell cell) {
        if (m_native.isInstance(cell)) {
            put(m_size, cell);
        } else if (cell == DataType.getMissingCell()) {
            m_missing.set(m_size);
        } else {
            m_others.put(m_size, cell);
        }
        m_size++;
    }

    final DataCell get(final int row) {
        if (m_missing.get(row)) {
            return DataType.getMissingCell();
        }
        final DataCell other = m_others.isEmpty() ? null : m_others.get(row);
        return other == null ? read(row) : other;
    }

    abstract void put(int row, DataCell cell);

    abstract DataCell read(int row);

    static int grown(final int length, final int row) {
        return row < length ? length : Math.max(FIRST_SIZE, row + (row >> 1) + 1);
    }

    private static final class Doubles extends ColumnStore {

        private static final long serialVersionUID = 1;

        private double[] m_values = new double[0];

        Doubles() {
            super(DoubleCell.class);
        }

        @Override
        void put(final int row, final DataCell cell) {
            if (row >= m_values.length) {
                m_values = Arrays.copyOf(m_values, grown(m_values.length, row));
            }
            m_values[row] = ((DoubleValue) cell).getDoubleValue();
        }

        @Override
        DataCell read(final int row) {
            return new DoubleCell(m_values[row]);
        }
    }

    private static final class Ints extends ColumnStore {

        private static final long serialVersionUID = 1;

        private int[] m_values = new int[0];

        Ints() {
            super(IntCell.class);
        }

        @Override
        void put(final int row, final DataCell cell) {
            if (row >= m_values.length) {
                m_values = Arrays.copyOf(m_values, grown(m_values.length, row));
            }
            m_values[row] = ((IntValue) cell).getIntValue();
        }

        @Override
        DataCell read(final int row) {
            return new IntCell(m_values[row]);
        }
    }

    private static final class Longs extends ColumnStore {

        private static final long serialVersionUID = 1;

        private long[] m_values = new long[0];

        Longs() {
            super(LongCell.class);
        }

        @Override
        void put(final int row, final DataCell cell) {
            if (row >= m_values.length) {
                m_values = Arrays.copyOf(m_values, grown(m_values.length, row));
            }
            m_values[row] = ((LongValue) cell).getLongValue();
        }

        @Override
        DataCell read(final int row) {
            return new LongCell(m_values[row]);
        }
    }

    private static final class Booleans extends ColumnStore {

        private static final long serialVersionUID = 1;

        private final BitSet m_values = new BitSet();

        Booleans() {
            super(BooleanCell.class);
        }

        @Override
        void put(final int row, final DataCell cell) {
            m_values.set(row, ((BooleanValue) cell).getBooleanValue());
        }

        @Override
        DataCell read(final int row) {
            return m_values.get(row) ? BooleanCell.TRUE : BooleanCell.FALSE;
        }
    }

    /** Any other column; equal cells, such as the names of species, are kept once. */
    private static final class Cells extends ColumnStore {

        private static final long serialVersionUID = 1;

        private final transient Map<DataCell, DataCell> m_pool = new HashMap<>();

        private DataCell[] m_values = new DataCell[0];

        Cells() {
            super(DataCell.class);
        }

        @Override
        void put(final int row, final DataCell cell) {
            if (row >= m_values.length) {
                m_values = Arrays.copyOf(m_values, grown(m_values.length, row));
            }
            final DataCell known = cell.isMissing() ? null : m_pool.putIfAbsent(cell, cell);
            m_values[row] = known == null ? cell : known;
        }

        @Override
        DataCell read(final int row) {
            return m_values[row];
        }
    }
}
