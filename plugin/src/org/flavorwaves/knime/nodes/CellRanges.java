package org.flavorwaves.knime.nodes;

import java.util.OptionalDouble;

import org.flavorwaves.knime.io.CellChoice;
import org.flavorwaves.knime.table.Messages;
import org.knime.core.node.InvalidSettingsException;

/** Parameters that choose cells of a file: every, rangeX, rangeY, rangeZ and time. */
public final class CellRanges {
    private CellRanges() {
    }

    /**
     * The cells that are read.
     *
     * @param every only every so-many-th cell
     * @param ranges of x, y and z: two numbers, or empty for all
     * @param time one number in s, or empty for the last one
     * @param finalState of files with states before and after an instability: those after it
     * @return the choice
     * @throws InvalidSettingsException if a range is not two ascending numbers, or the time not one
     */
    public static CellChoice of(final int every, final String[] ranges, final String time, final boolean finalState)
        throws InvalidSettingsException {
        final double[] lower = CellChoice.ALL.lower().clone();
        final double[] upper = CellChoice.ALL.upper().clone();
        for (int a = 0; a < ranges.length; a++) {
            if (!ranges[a].isBlank()) {
                final String key = "range" + "XYZ".charAt(a);
                final double[] range = NumberList.of(key, ranges[a]);
                if (range.length != 2 || !(range[0] <= range[1])) {
                    throw Messages.settings(key + " must be two numbers, the smaller one first, but is \"" + ranges[a]
                        + "\".");
                }
                lower[a] = range[0];
                upper[a] = range[1];
            }
        }
        return new CellChoice(every, lower, upper, finalState, time(time));
    }

    private static OptionalDouble time(final String text) throws InvalidSettingsException {
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        final double[] time = NumberList.of("time", text);
        if (time.length != 1) {
            throw Messages.settings("time must be one number in s, or empty, but is \"" + text + "\".");
        }
        return OptionalDouble.of(time[0]);
    }
}
