/** State tables of three flavors: their columns, and what the modes of one pair of flavors are. */
package org.flavorwaves.knime.table.threeflavor;
