/**
 * Writes figures as SVG without a browser, for papers: one column of a journal wide, the same bytes on every machine.
 * Places are computed with strict arithmetic and texts measured by a table, not by the fonts of the machine.
 */
package org.flavorwaves.knime.view.svg;
