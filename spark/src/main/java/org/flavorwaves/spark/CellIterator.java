package org.flavorwaves.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

import org.apache.spark.sql.Row;

/**
 * Puts the rows of a partition together that follow each other and have the same cell. A cell with fewer rows than one
 * of its neighbors may have been cut at the edge of the partition, or its rows may be scattered, so it is marked.
 */
final class CellIterator implements Iterator<CellIterator.Cell> {
    private final MomentRows m_layout;

    private final Iterator<Row> m_rows;

    private Optional<Row> m_read = Optional.empty();

    private int m_before;

    private List<Row> m_next;

    /**
     * A cell.
     *
     * @param rows its rows, at least one
     * @param problem why it cannot be assessed, or nothing
     */
    record Cell(List<Row> rows, String problem) {
    }

    CellIterator(final MomentRows layout, final Iterator<Row> rows) {
        m_layout = layout;
        m_rows = rows;
        m_next = gather();
    }

    private List<Row> gather() {
        final List<Row> cell = new ArrayList<>();
        while (m_read.isPresent() || m_rows.hasNext()) {
            final Row row = m_read.orElseGet(m_rows::next);
            m_read = Optional.of(row);
            if (!cell.isEmpty() && (!m_layout.isLong()
                || !Objects.equals(row.get(m_layout.cell()), cell.get(0).get(m_layout.cell())))) {
                return cell;
            }
            cell.add(row);
            m_read = Optional.empty();
        }
        return cell;
    }

    @Override
    public boolean hasNext() {
        return !m_next.isEmpty();
    }

    @Override
    public Cell next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        final List<Row> cell = m_next;
        m_next = gather();
        final int most = Math.max(m_before, m_next.size());
        m_before = cell.size();
        if (m_layout.isLong() && cell.get(0).isNullAt(m_layout.cell())) {
            return new Cell(cell, "There is a missing value in column 'cell'.");
        }
        return new Cell(cell, cell.size() >= most ? "" : "The cell has " + cell.size() + " rows where its neighbor has "
            + most + ": its other rows may be elsewhere. The rows of a cell must follow each other in one partition, "
            + "and kinds that are absent need rows with n = 0.");
    }
}
