package org.flavorwaves.knime.view.paper;

/** A drawing as SVG, 86 mm wide. */
public final class FigureSvg {
    private FigureSvg() {
    }

    /**
     * Writes a drawing.
     *
     * @param title what it shows
     * @param cell the drawing
     * @return the text of the file
     */
    public static String of(final String title, final Figure.Cell cell) {
        final SvgPaper paper = new SvgPaper();
        final double height = Sheet.draw(cell, 0, paper);
        return paper.file(Sheet.WIDTH, height, Sheet.MILLIMETERS,
            title + (cell.name().isEmpty() ? "" : ", " + cell.name()), Words.sentence(cell.caption()));
    }
}
