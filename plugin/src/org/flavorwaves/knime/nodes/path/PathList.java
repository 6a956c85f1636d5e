package org.flavorwaves.knime.nodes.path;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.knime.core.node.InvalidSettingsException;

/** Reads a list of points "lambda:q, lambda:q, ...". */
final class PathList {
    private PathList() {
    }

    /**
     * Reads a list.
     *
     * @param text the list
     * @param thetaMix mixing angle in rad
     * @return the track
     * @throws InvalidSettingsException if a point is not two numbers, or the track is refused; names the point
     */
    static ParameterTrack parse(final String text, final double thetaMix) throws InvalidSettingsException {
        final String[] points = text.isBlank() ? new String[0] : text.strip().split("\\s*[,;]\\s*");
        final double[] lambda = new double[points.length];
        final double[] q = new double[points.length];
        for (int k = 0; k < points.length; k++) {
            final String[] numbers = points[k].split(":", -1);
            if (numbers.length != 2) {
                throw refused(k, points[k]);
            }
            lambda[k] = number(numbers[0], k, points[k]);
            q[k] = number(numbers[1], k, points[k]);
        }
        try {
            return ParameterTrack.of(thetaMix, lambda, q);
        } catch (final IllegalArgumentException e) {
            throw Messages.settings("list: " + e.getMessage(), "Write at least two different points, as in 10:1, 0:1.");
        }
    }

    private static double number(final String text, final int k, final String point) throws InvalidSettingsException {
        try {
            final double value = PlainNumber.parse(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (final NumberFormatException e) {
            throw refused(k, point);
        }
        throw refused(k, point);
    }

    private static InvalidSettingsException refused(final int k, final String point) {
        return Messages.settings("list: point " + (k + 1) + " must be two numbers 'lambda:q' but is '" + point + "'.",
            "Write the points as in 10:1, 1:1, 0:0.5.");
    }
}
