/**
 * Draws figures without a browser, for papers: one column of a journal wide. {@link FigureSvg} writes the same bytes on
 * every machine: places are computed with strict arithmetic and texts measured by a table, not by the fonts of the
 * machine. {@link FigurePng} paints the same drawing with the graphics and the fonts of Java.
 */
package org.flavorwaves.knime.view.paper;
