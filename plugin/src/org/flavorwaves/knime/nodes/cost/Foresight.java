package org.flavorwaves.knime.nodes.cost;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.run.Progress;
import org.knime.core.node.KNIMEException;

/**
 * Predicts before it starts how long work will take at least: says it with the progress where that is more than a
 * minute, and refuses what takes more than a year. Predictions are numbers of steps or matrices times what one costs on
 * a quick machine with all its cores.
 */
public final class Foresight {
    static final double MINUTE = 60;

    private static final double HOUR = 60 * MINUTE;

    private static final double DAY = 24 * HOUR;

    static final double YEAR = 365.25 * DAY;

    private static final String[] ADVICE = {"Make the task smaller: fewer wave vectors, points or outputs, a shorter "
        + "time.", "Check the units: a time of 1 s holds 1e10 oscillations of a dense neutrino gas."};

    private Foresight() {
    }

    /**
     * Predicts the time of all cells.
     *
     * @param cells the cells
     * @param seconds time in s that a cell takes on one core
     * @param what names the work, the beginning of the message
     * @param progress shows the time
     * @param message what is done, for the progress
     * @return the message, with the time where it is long
     * @throws KNIMEException if it is more than a year; names the time
     */
    public static String of(final Collection<StateCell> cells, final ToDoubleFunction<StateCell> seconds,
        final Supplier<String> what, final Progress progress, final String message) throws KNIMEException {
        return of(cells.stream().mapToDouble(seconds).sum(), what, progress, message);
    }

    /**
     * Predicts time.
     *
     * @param seconds time in s that the work takes on one core
     * @param what names the work, the beginning of the message
     * @param progress shows the time
     * @param message what is done, for the progress
     * @return the message, with the time where it is long
     * @throws KNIMEException if it is more than a year; names the time
     */
    public static String of(final double seconds, final Supplier<String> what, final Progress progress,
        final String message) throws KNIMEException {
        final double shared = seconds / Runtime.getRuntime().availableProcessors();
        if (shared > YEAR) {
            throw tooLong(what.get() + " would take at least " + duration(shared) + ", so it is not started.");
        }
        final String said =
            shared > MINUTE ? message + ", which takes at least " + duration(shared) : message;
        progress.report(0, said);
        return said;
    }

    /**
     * The error of work that nobody can wait for.
     *
     * @param message how long it would take
     * @return the error, with what helps
     */
    public static KNIMEException tooLong(final String message) {
        return Messages.failure(message, ADVICE);
    }

    /** A time in the unit that fits. */
    static String duration(final double seconds) {
        if (seconds > 1000 * YEAR) {
            return String.format(Locale.ROOT, "%.0e years", Math.min(seconds / YEAR, 1e300));
        }
        final double[] units = {YEAR, DAY, HOUR, MINUTE};
        final String[] names = {"years", "days", "hours", "minutes"};
        int u = 0;
        while (u < units.length - 1 && seconds < 2 * units[u]) {
            u++;
        }
        return Math.max(2, Math.round(seconds / units[u])) + " " + names[u];
    }
}
