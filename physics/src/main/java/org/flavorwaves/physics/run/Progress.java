package org.flavorwaves.physics.run;

import java.util.concurrent.CancellationException;

/**
 * How long work reports itself and learns that it is no longer wanted. Implementations are called from several threads.
 */
@FunctionalInterface
public interface Progress {
    /** Reports to nobody and is never cancelled. */
    Progress NONE = (fraction, message) -> {
    };

    /**
     * Reports progress and checks for cancellation; called at least a few times a second by every solver.
     *
     * @param fraction done so far, 0 to 1
     * @param message what is being done, a short phrase
     * @throws CancellationException if the work is no longer wanted
     */
    void report(double fraction, String message);

    /**
     * A part of this progress.
     *
     * @param from fraction of the whole at which the part starts
     * @param to fraction of the whole at which it ends
     * @return a progress whose 0..1 is from..to of this one
     */
    default Progress part(final double from, final double to) {
        return (fraction, message) -> report(from + (to - from) * fraction, message);
    }

    /**
     * This progress for steps whose share of the whole is not known: they are named and can be cancelled, but move
     * nothing.
     *
     * @return a progress that is at its start whatever it is told
     */
    default Progress standing() {
        return (fraction, message) -> report(0, message);
    }
}
