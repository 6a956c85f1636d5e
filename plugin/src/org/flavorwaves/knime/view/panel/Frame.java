package org.flavorwaves.knime.view.panel;

import java.util.List;

/**
 * Another frame in which the page can show a panel: its curves moved along both axes.
 *
 * @param name what it is called where one is chosen: "shifted k, ω"
 * @param base what the frame of the panel itself is called: "physical K, Ω"
 * @param title what the panel shows then
 * @param x axis to the right
 * @param y axis upwards
 * @param byX what is added to places along x, times the shifts of the {@link Series}
 * @param byY what is added to places along y, times the shifts of the {@link Series}
 * @param own curves that only this frame has, such as its light cone
 */
public record Frame(String name, String base, String title, Axis x, Axis y, double byX, double byY, List<Series> own) {
    /** The shifted frame of flavomons beside the physical one. */
    public static Frame shifted(final String title, final Axis x, final Axis y, final double byX, final double byY,
        final Series... own) {
        return new Frame("shifted k, ω", "physical K, Ω", title, x, y, byX, byY, List.of(own));
    }
}
