package org.flavorwaves.physics.qke;

import java.util.Optional;

import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.BoxStepper;
import org.flavorwaves.physics.qke.engine.BoxTerms;
import org.flavorwaves.physics.qke.engine.FixedStepper;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;

/** A field on its way, forward and, after an echo, back. */
final class BoxMotion {
    /** Times that are nearer than this share of an output interval are equal. */
    private static final double SAME_TIME = 1e-9;

    private final BoxTerms m_terms;

    private final StepControl m_control;

    private final Optional<Echo> m_echo;

    private final double m_whole;

    private final Progress m_progress;

    private final BoxField m_start;

    private BoxField m_field;

    private BoxEngine m_engine;

    private BoxStepper m_stepper;

    private boolean m_reversed;

    private double m_reversal;

    private Optional<BoxField> m_noisy = Optional.empty();

    private Optional<Echo.Return> m_return = Optional.empty();

    private long m_steps;

    private long m_rejected;

    private long m_evaluations;

    BoxMotion(final BoxField start, final BoxTerms terms, final StepControl control, final Optional<Echo> echo,
        final double whole, final Progress progress) {
        m_start = start;
        m_field = start;
        m_terms = terms;
        m_control = control;
        m_echo = echo;
        m_whole = whole;
        m_progress = progress;
        use(start.modes(), terms);
    }

    private void use(final MomentumModes modes, final BoxTerms terms) {
        m_engine = new BoxEngine(m_start.grid(), modes, terms, true, m_progress);
        m_stepper = m_control instanceof StepControl.Fixed fixed ? new FixedStepper(m_engine, fixed.dt())
            : new AdaptiveStepper(m_engine, ((StepControl.Adaptive) m_control).tolerance());
    }

    /**
     * Goes over an output interval.
     *
     * @param from time at which it starts
     * @param interval its length
     * @return the field at its end
     */
    BoxField advance(final double from, final double interval) {
        final double same = SAME_TIME * interval;
        double done = 0;
        while (done < interval) {
            if (reversesBy(from + done + same)) {
                reverse();
            }
            final double event = nextEvent(from + done + same) - from;
            final boolean stops = event < interval - same;
            leg(from + done, stops ? event - done : interval - done);
            done = stops ? event : interval;
            if (m_reversed && m_return.isEmpty() && from + done + same >= 2 * m_echo.orElseThrow().time()) {
                m_return = Optional.of(new Echo.Return(m_reversal, distance()));
            }
        }
        return m_field;
    }

    private boolean reversesBy(final double time) {
        return !m_reversed && m_echo.isPresent() && time >= m_echo.get().time();
    }

    /** The next time at which the way must be broken, after a time; infinite if there is none. */
    private double nextEvent(final double time) {
        if (m_echo.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        final double event = m_reversed ? 2 * m_echo.get().time() : m_echo.get().time();
        return event > time ? event : Double.POSITIVE_INFINITY;
    }

    private void leg(final double from, final double length) {
        final double[][] y = m_engine.load(m_field.throughPoints());
        m_stepper.advance(y, length, from, m_whole);
        m_field = m_engine.store(y, m_field.relaxed(length));
    }

    private void reverse() {
        m_reversal = distance();
        final Echo echo = m_echo.orElseThrow();
        if (echo.noise() > 0) {
            m_field = BoxPerturbation.directionNoise(m_field, echo.noise(), echo.seed());
            m_noisy = Optional.of(m_field);
        }
        count();
        use(reversed(m_start.modes()), m_terms.reversed());
        m_reversed = true;
    }

    private void count() {
        m_steps += m_stepper.steps();
        m_rejected += m_stepper.rejected();
        m_evaluations += m_engine.evaluations();
    }

    /** The modes with opposite velocities and vacuum frequencies; collisions stay. */
    private static MomentumModes reversed(final MomentumModes modes) {
        return modes.toBuilder().velocity(negative(modes.vxs()), negative(modes.vys()), negative(modes.vzs()))
            .omega(negative(modes.omegas())).build();
    }

    private static double[] negative(final double[] values) {
        for (int c = 0; c < values.length; c++) {
            values[c] = -values[c];
        }
        return values;
    }

    /** The distance from the start relative to its rms length. */
    private double distance() {
        double squares = 0;
        double scale = 0;
        for (int i = 0; i < m_field.size(); i++) {
            final double weight = m_field.modes().weight(i);
            squares += weight * m_field.meanSquareDistance(m_start, i);
            scale += weight * m_start.meanSquare(i);
        }
        return scale > 0 ? Math.sqrt(squares / scale) : 0;
    }

    /** The field after the noise of the reversal; empty before it and without noise. */
    Optional<BoxField> noisy() {
        return m_noisy;
    }

    Optional<Echo.Return> returned() {
        return m_return;
    }

    long steps() {
        return m_steps + m_stepper.steps();
    }

    long rejected() {
        return m_rejected + m_stepper.rejected();
    }

    long evaluations() {
        return m_evaluations + m_engine.evaluations();
    }
}
