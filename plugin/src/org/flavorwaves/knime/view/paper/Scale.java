package org.flavorwaves.knime.view.paper;

import java.util.ArrayList;
import java.util.List;

/**
 * From values to places on paper, and the ticks.
 *
 * @param log whether it is logarithmic
 * @param min value at the start
 * @param max value at the end
 * @param power the power of ten that the ticks leave out
 * @param start place of the start
 * @param end place of the end
 */
record Scale(boolean log, double min, double max, int power, double start, double end) {
    /** Decades of a logarithmic axis at most. */
    private static final double DECADES = 1e-12;

    /** Ratio of the ends of a logarithmic axis beyond which ticks are decades. */
    private static final double WIDE = 30;

    /** Least range of a linear axis as a share of its values, so that its ticks differ in few digits. */
    private static final double LEAST = 1e-3;

    private static final double[] DIGITS = {1, 2, 5};

    /** Share of the data that stays free at the ends of an axis. */
    private static final double ROOM = 0.04;

    /**
     * A tick.
     *
     * @param place where
     * @param text its label
     */
    record Tick(double place, String text) {
    }

    /**
     * A scale that ends at decades if it is logarithmic, else a little beyond the data, unless the ends are fixed.
     *
     * @param log whether it is logarithmic
     * @param data smallest and largest value
     * @param fixed ends that must be, or NaN
     */
    static Scale of(final boolean log, final double[] data, final double[] fixed) {
        double min = Double.isFinite(fixed[0]) ? fixed[0] : data[0];
        double max = Double.isFinite(fixed[1]) ? fixed[1] : data[1];
        if (log) {
            min = Double.isFinite(fixed[0]) ? min
                : decade(StrictMath.floor(StrictMath.log10(Math.max(min, max * DECADES)) + 1e-6));
            max = Double.isFinite(fixed[1]) ? max : decade(StrictMath.ceil(StrictMath.log10(max) - 1e-6));
            max = max > min ? max : 10 * min;
            return new Scale(true, min, max, max / min > WIDE ? 0 : exponent(min), 0, 1);
        }
        final double least = LEAST * Math.max(Math.abs(min), Math.abs(max));
        if (max - min < least || max == min) {
            final double half = max - min > 1e-3 * least ? least / 2 : Math.abs(min) / 2 > 0 ? Math.abs(min) / 2 : 0.5;
            final double middle = (min + max) / 2;
            final double low = Double.isFinite(fixed[0]) ? fixed[0] : middle - half;
            max = Double.isFinite(fixed[1]) ? fixed[1] : Double.isFinite(fixed[0]) ? low + 2 * half : middle + half;
            min = low;
        }
        final int power = exponent(Math.max(Math.abs(min), Math.abs(max)));
        final double room = ROOM * (max - min);
        min = Double.isFinite(fixed[0]) ? min : min == 0 ? 0 : min - room;
        max = Double.isFinite(fixed[1]) ? max : max == 0 ? 0 : max + room;
        return new Scale(false, min, max, power, 0, 1);
    }

    private static double decade(final double exponent) {
        return StrictMath.pow(10, exponent);
    }

    private static int exponentOf(final double size) {
        return (int) StrictMath.floor(StrictMath.log10(size) + 1e-9);
    }

    private static int exponent(final double size) {
        final int exponent = exponentOf(size);
        return exponent >= 4 || exponent <= -3 ? exponent : 0;
    }

    Scale between(final double from, final double to) {
        return new Scale(log, min, max, power, from, to);
    }

    double place(final double value) {
        final double share = log ? StrictMath.log(value / min) / StrictMath.log(max / min)
            : (value - min) / (max - min);
        return start + share * (end - start);
    }

    /** The 1, 2 or 5 times a power of ten that is next to a step from above. */
    private static double step(final double rough) {
        final double size = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
        final double digit = rough / size;
        return size * (digit <= 1.000001 ? 1 : digit <= 2.000001 ? 2 : digit <= 5.000001 ? 5 : 10);
    }

    /** Ticks that are at least so far apart. */
    List<Tick> ticks(final double apart) {
        final double many = Math.max(1, Math.floor(Math.abs(end - start) / apart));
        final List<Tick> ticks = new ArrayList<>();
        if (log && max / min > WIDE) {
            final int low = (int) StrictMath.ceil(StrictMath.log10(min) - 1e-6);
            final int high = (int) StrictMath.floor(StrictMath.log10(max) + 1e-6);
            final int stride = Math.max(1, (int) Math.ceil((high - low) / many));
            for (int e = low; e <= high; e += stride) {
                ticks.add(new Tick(place(StrictMath.pow(10, e)), Words.power(e)));
            }
            return ticks;
        }
        final double unit = StrictMath.pow(10, power);
        if (log) {
            for (double decade = exponentOf(min); decade <= exponentOf(max); decade++) {
                for (final double digit : DIGITS) {
                    final double value = digit * StrictMath.pow(10, decade);
                    if (value >= min * 0.999999 && value <= max * 1.000001) {
                        ticks.add(new Tick(place(value), Words.number(value / unit)));
                    }
                }
            }
            return ticks;
        }
        final double step = step((max - min) / many);
        for (double n = StrictMath.ceil(min / step - 1e-6); n * step <= max + 1e-6 * step; n++) {
            ticks.add(new Tick(place(n * step), Words.number(n * step / unit)));
        }
        return ticks;
    }
}
