package org.flavorwaves.knime.table;

import java.util.List;

/**
 * A state table as states, one a cell, in the order in which the cells first appear.
 *
 * @param layout where the columns are
 * @param units how weights were read and how results are reported
 * @param cells the cells, one without a key if the table is not divided
 * @param rowCount number of rows of the table
 */
public record StateTable(StateLayout layout, StateUnits units, List<StateCell> cells, int rowCount) {
}
