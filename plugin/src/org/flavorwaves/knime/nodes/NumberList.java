package org.flavorwaves.knime.nodes;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;

/** Parameters that are lists of numbers. */
public final class NumberList {
    private NumberList() {
    }

    /**
     * Reads numbers.
     *
     * @param key the parameter, for messages
     * @param text numbers separated by commas, semicolons or blanks
     * @return at least one number, all finite
     * @throws InvalidSettingsException if a part is no finite number
     */
    public static double[] of(final String key, final String text) throws InvalidSettingsException {
        final String[] parts = text.strip().split("[,;\\s]+");
        final double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = PlainNumber.parse(parts[i]);
            } catch (final NumberFormatException e) {
                throw Messages.settings(key + " must be numbers separated by commas, but \"" + parts[i]
                    + "\" is not a number.");
            }
            if (!Double.isFinite(numbers[i])) {
                throw Messages.settings(key + " must hold finite numbers but has " + parts[i] + ".");
            }
        }
        return numbers;
    }
}
