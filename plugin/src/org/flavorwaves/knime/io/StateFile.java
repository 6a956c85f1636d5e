package org.flavorwaves.knime.io;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a file holds.
 *
 * @param cells at least one cell, in the order of the file
 * @param columns the optional columns
 * @param time in s, of files that say it
 * @param ignoredColumns names of columns that mean nothing here
 * @param doubts sentences about what is not as it should be
 */
public record StateFile(List<FileCell> cells, StateFileColumns columns, OptionalDouble time,
    List<String> ignoredColumns, List<String> doubts) {

    /**
     * Copies the lists.
     */
    public StateFile {
        cells = List.copyOf(cells);
        ignoredColumns = List.copyOf(ignoredColumns);
        doubts = List.copyOf(doubts);
    }

    /**
     * What a format without times gathers.
     *
     * @param cells at least one cell
     * @param columns the optional columns of the file
     * @param ignoredColumns names of columns that mean nothing here
     * @param doubts sentences about what is not as it should be
     */
    public StateFile(final List<FileCell> cells, final StateFileColumns columns, final List<String> ignoredColumns,
        final List<String> doubts) {
        this(cells, columns, OptionalDouble.empty(), ignoredColumns, doubts);
    }

    /**
     * The number of modes.
     *
     * @return sum over the cells
     */
    public int size() {
        return cells.stream().mapToInt(cell -> cell.modes().size()).sum();
    }
}
