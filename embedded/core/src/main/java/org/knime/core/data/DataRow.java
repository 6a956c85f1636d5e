package org.knime.core.data;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One row of a table: a key and as many cells as the table has columns. */
public interface DataRow extends Iterable<DataCell> {

    /**
     * The number of cells.
     *
     * @return the number of columns
     */
    int getNumCells();

    /**
     * The key.
     *
     * @return the key of this row
     */
    RowKey getKey();

    /**
     * One cell.
     *
     * @param index column from zero
     * @return the cell, never null
     */
    DataCell getCell(int index);

    /**
     * All cells.
     *
     * @return the cells from left to right
     */
    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
