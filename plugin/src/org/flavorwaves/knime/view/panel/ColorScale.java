package org.flavorwaves.knime.view.panel;

/**
 * How values become colors: viridis, or blue over white to red about zero.
 *
 * @param quantity what is shown
 * @param unit its unit, {@link Axis#NUMBER} for pure numbers, empty for natural units
 * @param log whether it is logarithmic
 * @param diverging whether it diverges from zero
 * @param min value of the first color
 * @param max value of the last color
 */
public record ColorScale(String quantity, String unit, boolean log, boolean diverging, double min, double max) {
    /** Decades of a logarithmic scale at most. */
    public static final double DECADES = 12;

    /**
     * A scale from the smallest to the largest value.
     *
     * @param quantity what is shown
     * @param unit its unit
     * @param values what it must hold; what is not finite is passed over
     * @return the scale
     */
    public static ColorScale linear(final String quantity, final String unit, final double[] values) {
        final double[] ends = ends(values, Double.NEGATIVE_INFINITY);
        return new ColorScale(quantity, unit, false, false, ends[0], ends[1] > ends[0] ? ends[1] : ends[0] + 1);
    }

    /**
     * A logarithmic scale of whole decades up to the largest value, at most {@value #DECADES}.
     *
     * @param quantity what is shown
     * @param unit its unit
     * @param values what it must hold; what is not positive is passed over
     * @return the scale
     */
    public static ColorScale log(final String quantity, final String unit, final double[] values) {
        final double[] ends = ends(values, 0);
        final double top = ends[1] > 0 ? Math.ceil(Math.log10(ends[1])) : 0;
        final double bottom = Math.max(top - DECADES, ends[0] > 0 ? Math.floor(Math.log10(ends[0])) : top - 1);
        return new ColorScale(quantity, unit, true, false, Math.pow(10, Math.min(bottom, top - 1)),
            Math.pow(10, top));
    }

    /**
     * A scale that has zero in its middle.
     *
     * @param quantity what is shown
     * @param unit its unit
     * @param values what it must hold; what is not finite is passed over
     * @return the scale
     */
    public static ColorScale diverging(final String quantity, final String unit, final double[] values) {
        final double[] ends = ends(values, Double.NEGATIVE_INFINITY);
        final double size = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
        return new ColorScale(quantity, unit, false, true, size > 0 ? -size : -1, size > 0 ? size : 1);
    }

    private static double[] ends(final double[] values, final double above) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (final double value : values) {
            if (Double.isFinite(value) && value > above) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min <= max ? new double[]{min, max} : new double[]{0, 0};
    }

    /**
     * Where a value lies on the scale.
     *
     * @param value the value
     * @return 0 to 1; NaN if the scale has no place for it
     */
    public double share(final double value) {
        if (!Double.isFinite(value) || log && value <= 0) {
            return Double.NaN;
        }
        final double share = log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
        return Math.max(0, Math.min(1, share));
    }
}
