package org.flavorwaves.knime.view.paper;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.knime.view.panel.Panel;

/**
 * What a node shows: one drawing a cell. The page of the view draws it, and {@link FigureSvg} writes it without a
 * browser.
 *
 * @param title what is shown
 * @param choice what a cell is called where one is chosen: "Cell", "Slice"
 * @param nothing why there may be nothing to show, as the end of a sentence: "no wave grows"
 * @param all number of all cells of the node
 * @param cells the cells that are drawn
 * @param left names of cells for which the page has no room, the first of them if they are many
 */
public record Figure(String title, String choice, String nothing, int all, List<Cell> cells, List<String> left) {
    /**
     * One cell.
     *
     * @param name its name, empty if the table is not divided into cells
     * @param caption what the figure says, in the words and numbers of the node's sentence of result
     * @param panels its panels from top to bottom; none if there is nothing to show
     */
    public record Cell(String name, String caption, List<Panel> panels) {
    }

    /**
     * Writes the drawings in the width of a journal's column.
     *
     * @param format svg or png
     * @return the file of each drawing by the name of its cell
     */
    public Map<String, byte[]> drawn(final String format) {
        final Map<String, byte[]> drawings = new LinkedHashMap<>();
        for (final Cell cell : cells) {
            if (!cell.panels().isEmpty()) {
                drawings.put(cell.name(), format.equals("png") ? FigurePng.of(cell)
                    : FigureSvg.of(title, cell).getBytes(StandardCharsets.UTF_8));
            }
        }
        return drawings;
    }
}
