package org.flavorwaves.knime.io;

import java.util.List;
import java.util.Optional;

/**
 * What a file holds.
 *
 * @param cells at least one cell, in the order of the file
 * @param unit the unit of the weights, if the file or its format says it
 * @param rings whether the modes are axisymmetric rings (a column mu instead of vx, vy, vz)
 * @param hasOmega whether vacuum frequencies are given
 * @param hasDepolarization whether depolarization rates are given
 * @param hasAbsorption whether absorption and its source are given
 * @param ignoredColumns names of columns that mean nothing here
 * @param doubts sentences about what is not as it should be
 */
public record StateFile(List<FileCell> cells, Optional<DensityUnit> unit, boolean rings, boolean hasOmega,
    boolean hasDepolarization, boolean hasAbsorption, List<String> ignoredColumns, List<String> doubts) {

    /**
     * Copies the lists.
     */
    public StateFile {
        cells = List.copyOf(cells);
        ignoredColumns = List.copyOf(ignoredColumns);
        doubts = List.copyOf(doubts);
    }

    /**
     * What a format gathers.
     *
     * @param cells at least one cell
     * @param columns the optional columns of the file
     * @param ignoredColumns names of columns that mean nothing here
     * @param doubts sentences about what is not as it should be
     */
    public StateFile(final List<FileCell> cells, final StateFileColumns columns, final List<String> ignoredColumns,
        final List<String> doubts) {
        this(cells, columns.unit(), columns.rings(), columns.omega(), columns.depolarization(), columns.absorption(),
            ignoredColumns, doubts);
    }

    /**
     * Whether the file is divided into cells.
     *
     * @return true if it has a column "cell"
     */
    public boolean hasCells() {
        return cells.get(0).key().isPresent();
    }

    /**
     * Whether the file gives energies.
     *
     * @return true if each mode has an energy in MeV
     */
    public boolean hasEnergies() {
        return cells.get(0).energies().isPresent();
    }

    /**
     * The number of modes.
     *
     * @return sum over the cells
     */
    public int size() {
        return cells.stream().mapToInt(cell -> cell.state().size()).sum();
    }

    /**
     * The optional columns.
     *
     * @return which of them the file has
     */
    public StateFileColumns columns() {
        return new StateFileColumns(hasCells(), hasEnergies(), rings, hasOmega, hasDepolarization, hasAbsorption,
            unit);
    }
}
