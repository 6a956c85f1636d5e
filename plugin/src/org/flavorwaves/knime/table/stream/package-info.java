/**
 * Tables of many cells, read one cell at a time: {@link org.flavorwaves.knime.table.stream.StateStream}, for which
 * {@code SplitCells} gathers cells whose rows do not follow each other.
 */
package org.flavorwaves.knime.table.stream;
