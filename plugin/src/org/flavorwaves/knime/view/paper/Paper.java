package org.flavorwaves.knime.view.paper;

/**
 * What a figure is drawn on. Places and sizes are points, y goes down. Paths are written as in SVG, with absolute M, L,
 * H and V, relative h, v, l, and z.
 */
interface Paper {
    /** Where a text stands relative to its place. */
    enum Anchor {
        /** The text starts there. */
        START,
        /** Its middle is there. */
        MIDDLE,
        /** It ends there. */
        END
    }

    /**
     * A pen.
     *
     * @param color as in CSS
     * @param width width of the line
     * @param dashed whether it is dashed
     * @param round whether lines end round, so that a line without length is a point
     */
    record Pen(String color, double width, boolean dashed, boolean round) {
        /** The pen of axes. */
        static final Pen AXIS = new Pen(INK, 0.6, false, false);
    }

    /** Color of axes and texts. */
    String INK = "#1d252c";

    /**
     * Fills what a path encloses.
     *
     * @param path the path
     * @param color as in CSS
     * @param opacity 0 to 1
     */
    void fill(CharSequence path, String color, double opacity);

    /**
     * Draws a line.
     *
     * @param path the path
     * @param pen the pen
     */
    void stroke(CharSequence path, Pen pen);

    /**
     * Writes a text.
     *
     * @param x place along x
     * @param y its base line
     * @param anchor what of it is at the place
     * @param size size of the font
     * @param words the text; characters may be raised numbers
     */
    void text(double x, double y, Anchor anchor, double size, String words);

    /**
     * Writes a text around which white hides what is below it.
     *
     * @param x place along x
     * @param y its base line
     * @param anchor what of it is at the place
     * @param size size of the font
     * @param words the text
     */
    void label(double x, double y, Anchor anchor, double size, String words);

    /**
     * Writes a text upwards.
     *
     * @param x place of its base line
     * @param y place of its middle
     * @param size size of the font
     * @param words the text
     */
    void upwards(double x, double y, double size, String words);

    /**
     * Draws only inside of a rectangle.
     *
     * @param left its left side
     * @param top its upper side
     * @param right its right side
     * @param bottom its lower side
     * @param inside draws
     */
    void clip(double left, double top, double right, double bottom, Runnable inside);

    /**
     * Draws areas that touch one another without seams between them.
     *
     * @param areas draws
     */
    void seamless(Runnable areas);
}
