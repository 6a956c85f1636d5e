package org.flavorwaves.knime.view;

import java.util.ArrayList;
import java.util.List;

/** Mollweide's map of a sphere: equal solid angles have equal areas. The axis z is up, x in the middle. */
final class Mollweide {
    /** Half of the width of the map. */
    static final double WIDTH = 2 * Math.sqrt(2);

    /** Half of its height. */
    static final double HEIGHT = Math.sqrt(2);

    private static final double PRECISION = 1e-12;

    /** Steps of a line of equal azimuth from the middle to a pole. */
    private static final int STEPS = 18;

    /** Lines of equal cos theta and of equal azimuth, and the outline: places along x and y. */
    static final double[][] GRATICULE = graticule();

    private Mollweide() {
    }

    /** The direction that is shown at a place; empty outside the map. */
    static double[] direction(final double x, final double y) {
        final double sine = y / HEIGHT;
        final double cosine = Math.sqrt(Math.max(0, 1 - sine * sine));
        if (Math.abs(sine) >= 1 || Math.abs(x) > WIDTH * cosine) {
            return new double[0];
        }
        final double theta = Math.asin(sine);
        final double z = (2 * theta + Math.sin(2 * theta)) / Math.PI;
        final double azimuth = Math.PI * x / (WIDTH * cosine);
        final double ring = Math.sqrt(1 - z * z);
        return new double[]{ring * Math.cos(azimuth), ring * Math.sin(azimuth), z};
    }

    /** The place at which a direction is shown. */
    static double[] place(final double x, final double y, final double z) {
        return place(Math.atan2(y, x), Math.max(-1, Math.min(1, z)));
    }

    /** Bisection solves 2 theta + sin 2 theta = pi z, whose slope vanishes at the poles. */
    private static double[] place(final double azimuth, final double z) {
        double low = -Math.PI / 2;
        double high = Math.PI / 2;
        while (high - low > PRECISION) {
            final double middle = (low + high) / 2;
            if (2 * middle + Math.sin(2 * middle) < Math.PI * z) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new double[]{WIDTH / Math.PI * azimuth * Math.cos(low), HEIGHT * Math.sin(low)};
    }

    /** A thousandth of the map, which no figure can show. */
    static double rounded(final double place) {
        return Double.isNaN(place) ? place : Math.round(1000 * place) / 1000.0;
    }

    private static double[][] graticule() {
        final List<double[]> points = new ArrayList<>();
        for (final double azimuth : new double[]{-1, -0.5, 0, 0.5, 1}) {
            for (int i = -STEPS; i <= STEPS; i++) {
                points.add(place(Math.PI * azimuth, Math.sin(Math.PI / 2 * i / STEPS)));
            }
            points.add(new double[]{Double.NaN, Double.NaN});
        }
        for (final double z : new double[]{-0.5, 0, 0.5}) {
            points.add(place(-Math.PI, z));
            points.add(place(Math.PI, z));
            points.add(new double[]{Double.NaN, Double.NaN});
        }
        return new double[][]{points.stream().mapToDouble(p -> rounded(p[0])).toArray(),
            points.stream().mapToDouble(p -> rounded(p[1])).toArray()};
    }
}
