/**
 * Tables of moments, one row a cell and species: {@link org.flavorwaves.knime.table.moments.MomentsReader} reads a row,
 * {@link org.flavorwaves.knime.table.moments.MomentsStream} cell by cell.
 */
package org.flavorwaves.knime.table.moments;
