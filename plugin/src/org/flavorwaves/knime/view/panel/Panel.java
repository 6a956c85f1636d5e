package org.flavorwaves.knime.view.panel;

import java.util.List;

/**
 * A panel of a figure: curves and points, over a heat map if there is one.
 *
 * @param title what it shows, empty if its axes say it
 * @param x axis to the right
 * @param y axis upwards
 * @param map whether it is a map of a sphere: without axes, x and y of the same scale
 * @param colors scale of the heat map and of points with values; a list of one, or empty
 * @param heat the heat map; a list of one, or empty
 * @param series curves and points, later ones on top
 * @param frames another frame in which the page can show it; a list of one, or empty
 */
public record Panel(String title, Axis x, Axis y, boolean map, List<ColorScale> colors, List<HeatMap> heat,
    List<Series> series, List<Frame> frames) {
    /**
     * A panel of curves and points.
     *
     * @param title what it shows, empty if its axes say it
     * @param x axis to the right
     * @param y axis upwards
     * @param series curves and points, later ones on top
     * @return the panel
     */
    public static Panel of(final String title, final Axis x, final Axis y, final List<Series> series) {
        return new Panel(title, x, y, false, List.of(), List.of(), series.stream().map(Series::thinned).toList(),
            List.of());
    }

    /**
     * This panel with a scale for points with values.
     *
     * @param scale the scale
     * @return the panel
     */
    public Panel colored(final ColorScale scale) {
        return new Panel(title, x, y, map, List.of(scale), heat, series, frames);
    }

    /**
     * This panel with a heat map under its curves; the axes end where the heat map does.
     *
     * @param values the heat map, of which is kept what lies between the ends of the axes
     * @param scale its scale
     * @return the panel
     */
    public Panel heated(final HeatMap values, final ColorScale scale) {
        final HeatMap shown = values.within(x, y);
        return new Panel(title, ended(x, shown.x()), ended(y, shown.y()), map, List.of(scale), List.of(shown), series,
            frames);
    }

    /**
     * This panel with other curves and points.
     *
     * @param others they
     * @return the panel
     */
    public Panel with(final List<Series> others) {
        return new Panel(title, x, y, map, colors, heat, others, frames);
    }

    /**
     * This panel with another frame in which the page can show it.
     *
     * @param frame the frame
     * @return the panel
     */
    public Panel alsoIn(final Frame frame) {
        return new Panel(title, x, y, map, colors, heat, series, List.of(frame));
    }

    private static Axis ended(final Axis axis, final double[] edges) {
        return axis.from(edges[0], edges[edges.length - 1]);
    }

    /**
     * This panel as a map of a sphere.
     *
     * @return the panel
     */
    public Panel asMap() {
        return new Panel(title, x, y, true, colors, heat, series, frames);
    }
}
