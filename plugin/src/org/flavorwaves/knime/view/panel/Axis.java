package org.flavorwaves.knime.view.panel;

/**
 * An axis.
 *
 * @param quantity what it shows: "Im Ω"
 * @param unit its unit: "s^-1"; "1" for pure numbers, empty for natural units
 * @param log whether it is logarithmic
 * @param min its lower end; NaN to take it from the data
 * @param max its upper end; NaN to take it from the data
 */
public record Axis(String quantity, String unit, boolean log, double min, double max) {
    /** The unit of pure numbers. */
    public static final String NUMBER = "1";

    /**
     * A linear axis.
     *
     * @param quantity what it shows
     * @param unit its unit, {@link #NUMBER} for pure numbers, empty for natural units
     * @return the axis
     */
    public static Axis linear(final String quantity, final String unit) {
        return new Axis(quantity, unit, false, Double.NaN, Double.NaN);
    }

    /**
     * A logarithmic axis. What is not positive is not drawn.
     *
     * @param quantity what it shows
     * @param unit its unit, {@link #NUMBER} for pure numbers, empty for natural units
     * @return the axis
     */
    public static Axis log(final String quantity, final String unit) {
        return new Axis(quantity, unit, true, Double.NaN, Double.NaN);
    }

    /**
     * This axis with given ends.
     *
     * @param from lower end
     * @param to upper end
     * @return the axis
     */
    public Axis from(final double from, final double to) {
        return new Axis(quantity, unit, log, from, to);
    }

    /**
     * This axis over points at whose ends there is nothing beyond, such as the times of a run.
     *
     * @param points rising
     * @return the axis from the first to the last one; this one if there are not two
     */
    public Axis over(final double... points) {
        return points.length > 1 ? from(points[0], points[points.length - 1]) : this;
    }
}
