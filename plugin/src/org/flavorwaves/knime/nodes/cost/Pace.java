package org.flavorwaves.knime.nodes.cost;

import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

import org.flavorwaves.physics.run.Progress;

/**
 * Predicts from the pace of late, where {@link Foresight} could not, how long a node still works: says it with the
 * progress where that is more than a minute, and ends work that nobody can wait for. The pace is that of the last half
 * to three quarters of the time, so that quick first steps do not count; nothing is said while the fraction does not
 * rise.
 */
public final class Pace implements Progress {
    /** Before this time in s nothing is predicted. */
    private static final double FIRST = 5;

    /** From this time in s on, work that takes too long is ended. */
    private static final double DECIDED = 20;

    /** A rise of the fraction that may be due to rounding. */
    private static final double ROUNDING = 1e-12;

    private final Progress m_progress;

    private final LongSupplier m_nanoseconds;

    private final long m_start;

    private double m_furthest;

    /** An earlier time in s, at most half of the time so far, and the fraction then. */
    private double m_earlierTime;

    private double m_earlierFraction;

    /** The time in s of the last mark, and the fraction then. */
    private double m_markTime = 1;

    private double m_markFraction;

    /** Work that would take longer than a year. */
    public static final class TooLongException extends CancellationException {
        private static final long serialVersionUID = 1;

        TooLongException(final String message) {
            super(message);
        }
    }

    /**
     * Starts the clock.
     *
     * @param progress told of the progress; its fraction never falls
     * @param nanoseconds the clock
     */
    public Pace(final Progress progress, final LongSupplier nanoseconds) {
        m_progress = progress;
        m_nanoseconds = nanoseconds;
        m_start = nanoseconds.getAsLong();
    }

    /**
     * Passes progress on.
     *
     * @throws TooLongException if the work would take more than a year
     */
    @Override
    public void report(final double fraction, final String message) {
        final double elapsed = (m_nanoseconds.getAsLong() - m_start) * 1e-9;
        final double done;
        final double left;
        synchronized (this) {
            mark(elapsed);
            m_furthest = Math.max(m_furthest, Math.min(1, fraction));
            done = m_furthest;
            left = left(elapsed);
        }
        m_progress.report(done,
            left > Foresight.MINUTE ? message + ", about " + Foresight.duration(left) + " left" : message);
        if (elapsed > DECIDED && left > Foresight.YEAR) {
            throw new TooLongException("At the pace of the first " + Math.round(elapsed) + " s the work would take "
                + "about " + Foresight.duration(left) + ", so it is not continued.");
        }
    }

    /** Sets the marks that the time has passed; the fraction is that of the last report. */
    private void mark(final double elapsed) {
        while (elapsed >= 2 * m_markTime) {
            m_earlierTime = m_markTime;
            m_earlierFraction = m_markFraction;
            m_markTime *= 2;
            m_markFraction = m_furthest;
        }
    }

    /** The time left in s at the pace since the earlier mark; zero while it is not known. */
    private double left(final double elapsed) {
        final double rise = m_furthest - m_earlierFraction;
        return elapsed < FIRST || rise <= ROUNDING ? 0 : (1 - m_furthest) * (elapsed - m_earlierTime) / rise;
    }
}
