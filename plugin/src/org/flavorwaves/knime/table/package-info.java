/**
 * The only place where a KNIME table becomes a flavor state and back: column names, types, units, checks, and the
 * messages that name the column, the row and the bound.
 */
package org.flavorwaves.knime.table;
