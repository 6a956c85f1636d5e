package org.flavorwaves.physics.qke;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.qke.engine.BoxTerms;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.run.TimedText;
import org.flavorwaves.physics.state.InvalidModeException;

/**
 * A run of a box, of any number of flavors, from output to output, with a twin or an echo beside it.
 *
 * @param <S> what is measured at an output
 */
final class BoxEvolution<S> {
    private final BoxTerms m_terms;

    private final StepControl m_control;

    private final boolean m_keepSpectra;

    private final double m_twinWork;

    private final Optional<Echo> m_echo;

    private final Watches<S> m_watches;

    /** Measures fields against the one that it was made for. */
    interface Watch<S> {
        /**
         * Measures a field.
         *
         * @throws InvalidModeException if its mean is no state
         */
        S sample(double time, BoxField field);

        /** What is broken beyond the tolerance, a sentence. */
        Optional<TimedText> broken(S sample);
    }

    /** Makes watches. */
    @FunctionalInterface
    interface Watches<S> {
        /** A watch that takes a field as the start. */
        Watch<S> of(BoxField start, double time);
    }

    BoxEvolution(final BoxTerms terms, final StepControl control, final boolean keepSpectra, final double twinWork,
        final Optional<Echo> echo, final Watches<S> watches) {
        m_terms = terms;
        m_control = control;
        m_keepSpectra = keepSpectra;
        m_twinWork = twinWork;
        m_echo = echo;
        m_watches = watches;
    }

    /** Runs; see {@link QkeBox#evolveBy}. */
    BoxRun<S> run(final BoxField start, final double interval, final int intervals, final Progress progress) {
        if (!(interval > 0) || Double.isInfinite(interval) || intervals < 1) {
            throw new IllegalArgumentException("A run needs a positive finite duration and at least one interval, not "
                + interval * intervals + " and " + intervals + ".");
        }
        final double whole = interval * intervals;
        final BoxMotion motion = new BoxMotion(start, m_terms, m_control, m_echo, whole, progress);
        Watch<S> watch = m_watches.of(start, 0);
        final BoxSpectra spectra = new BoxSpectra(start.grid(), start.size(), m_keepSpectra);
        final List<S> samples = new ArrayList<>();
        samples.add(watch.sample(0, start));
        spectra.add(start);
        final Optional<BoxTwin> twin = m_twinWork > 0
            ? Optional.of(new BoxTwin(start.throughPoints(), m_terms, m_control, m_twinWork, progress))
            : Optional.empty();
        BoxField last = start;
        Optional<TimedText> broken = Optional.empty();
        for (int n = 1; n <= intervals && broken.isEmpty(); n++) {
            final double from = (n - 1) * interval;
            final boolean quiet = motion.noisy().isEmpty();
            final BoxField field = motion.advance(from, interval);
            try {
                if (quiet && motion.noisy().isPresent()) {
                    watch = m_watches.of(motion.noisy().get(), m_echo.orElseThrow().time());
                }
                final S sample = watch.sample(n * interval, field);
                broken = watch.broken(sample);
                last = field;
                samples.add(sample);
                spectra.add(field);
            } catch (final InvalidModeException e) {
                broken = Optional.of(new TimedText("At t = " + TimedText.PLACE + " the mean field is no state: "
                    + e.getMessage() + " Make the time steps smaller.", n * interval));
            }
            twin.ifPresent(t -> {
                t.advance(interval, from, whole);
                t.compare(field);
            });
        }
        return new BoxRun<>(List.copyOf(samples), spectra, last, motion.steps(), motion.rejected(),
            motion.evaluations(), twin.map(t -> t.result(interval)), motion.returned(), broken);
    }
}
