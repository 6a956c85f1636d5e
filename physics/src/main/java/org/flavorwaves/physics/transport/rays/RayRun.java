package org.flavorwaves.physics.transport.rays;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.transport.rays.RayEvent.Kind;

/** Follows one ray from its start to its end. */
final class RayRun {
    private static final double SAFETY = 0.9;

    private static final double LEAST_FACTOR = 0.2;

    private static final double LARGEST_FACTOR = 4;

    /** Order of the method that the step control assumes. */
    private static final double ORDER = 8;

    /** A ray is lost at steps below this share of its length in time. */
    private static final double SHORTEST = 1e-12;

    /** Largest change of z or k_z in one step, as a share of their scales. */
    private static final double LARGEST_MOVE = 0.1;

    /** Most steps of a ray. */
    private static final int MAX_STEPS = 200_000;

    /** Condition at which a band is too near to an exceptional point. */
    private static final double CONDITION = 1e3;

    /** Speeds up to this are not past a branch point. */
    private static final double SPEED = 1 + 1e-9;

    /** Slower waves stand still. */
    private static final double STANDING = 1e-8;

    /** Bisections that locate an event. */
    private static final int BISECTIONS = 50;

    private final BackgroundProfile m_profile;

    private final RayOptions m_options;

    private final RayFamily m_family;

    private final int m_index;

    private final int m_parent;

    private final TrackedWave m_base;

    private final RayStepper m_stepper;

    private final boolean m_transport;

    private final double[] m_scales;

    private final AvoidedCrossings m_crossings;

    private final List<RayPoint> m_points = new ArrayList<>();

    private final List<RayEvent> m_events = new ArrayList<>();

    private double m_t;

    private double[] m_y;

    private double m_action;

    private double m_omega;

    /** n/|A|^2 of the first point where the amplitude is carried. */
    private double m_first;

    private double m_drift;

    private double m_condition;

    private int m_steps;

    RayRun(final BackgroundProfile profile, final RayOptions options, final RayFamily family, final int index,
        final RayFamily.Branch branch) {
        m_profile = profile;
        m_options = options;
        m_family = family;
        m_index = index;
        m_parent = branch.parent();
        m_t = branch.t();
        m_y = branch.y().clone();
        m_action = branch.action();
        final TrackedWave wave = RayFamily.waveOf(profile, branch.wave().block());
        wave.copyFrom(branch.wave());
        m_base = RayFamily.waveOf(profile, branch.wave().block());
        m_transport = options.law() == RayOptions.Law.ACTION && grows(branch.wave());
        final double k = Math.abs(branch.y()[1]) + Math.hypot(family.kx(), family.ky()) + branch.wave().scale();
        final double length = profile.to() - profile.from();
        m_scales = new double[]{Double.isFinite(length) ? length : 1, k, 1 + options.tEnd() * branch.wave().scale(), 1};
        m_stepper = new RayStepper(wave, family.kx(), family.ky(), m_transport, m_scales);
        m_crossings = new AvoidedCrossings(profile, family.kx(), family.ky(), branch.wave().block());
    }

    private static boolean grows(final TrackedWave wave) {
        return wave.m_im > RayStepper.GROWTH * wave.scale();
    }

    Ray trace(final Progress progress) {
        if (!m_stepper.evaluate(m_y)) {
            end(Kind.LOST);
            return result();
        }
        begin();
        double step = m_options.tEnd() / m_options.outputs();
        while (m_t < m_options.tEnd() && !ended()) {
            progress.report(0, "Rays");
            step = advance(Math.min(step, nextOutput() - m_t));
        }
        return result();
    }

    private void begin() {
        m_omega = m_stepper.wave().m_re;
        m_condition = m_stepper.wave().character().condition();
        record();
        if (outside(m_y) == null && exceptional() > 0) {
            end(Kind.EXCEPTIONAL_POINT);
        }
        m_crossings.reset(m_stepper, m_t, m_y);
    }

    private double nextOutput() {
        final double interval = m_options.tEnd() / m_options.outputs();
        final long next = (long) Math.floor(m_t / interval * (1 + 1e-12)) + 1;
        return next >= m_options.outputs() ? m_options.tEnd() : next * interval;
    }

    private boolean ended() {
        return !m_events.isEmpty() && m_events.get(m_events.size() - 1).kind().isLast();
    }

    /** One accepted step of at most the given length; returns the next one to try. */
    private double advance(final double longest) {
        final double target = nextOutput();
        final double[] start = m_y;
        final double[] out = new double[RayStepper.SIZE];
        m_base.copyFrom(m_stepper.wave());
        final double growth = m_stepper.wave().m_im;
        final double speed = m_stepper.wave().m_group[4];
        double step = longest;
        while (true) {
            if (m_steps > MAX_STEPS || !(step > SHORTEST * m_options.tEnd())) {
                restore(start);
                end(Kind.LOST);
                return step;
            }
            final double error = m_stepper.step(start, step, out) / m_options.tolerance();
            final double move = Math.max(Math.abs(out[0] - start[0]) / m_scales[0],
                Math.abs(out[1] - start[1]) / m_scales[1]);
            final boolean accepted = error <= 1 && move <= LARGEST_MOVE && m_stepper.evaluate(out);
            final double factor = Math.max(LEAST_FACTOR,
                Math.min(LARGEST_FACTOR, SAFETY * Math.pow(error, -1 / ORDER)));
            if (accepted) {
                m_steps++;
                final double taken = step;
                final boolean complete = step == target - m_t;
                if (settle(start, taken, out, speed, growth)) {
                    m_t = complete ? target : m_t + taken;
                    m_y = out;
                    afterStep(complete);
                }
                return taken * factor;
            }
            restore(start);
            step *= error <= 1 ? 0.5 : Math.min(0.5, Double.isNaN(factor) ? LEAST_FACTOR : factor);
        }
    }

    private void restore(final double[] start) {
        m_stepper.wave().copyFrom(m_base);
        m_stepper.evaluate(start);
    }

    /** Looks for events in an accepted step; false if one of them ended the ray. */
    private boolean settle(final double[] start, final double step, final double[] out, final double speed,
        final double growth) {
        final Kind side = outside(out);
        if (side != null) {
            final double edge = side == Kind.LEFT ? m_profile.from() : m_profile.to();
            return stop(side, start, step, y -> side == Kind.LEFT ? edge - y[0] : y[0] - edge);
        }
        if (exceptional() > 0) {
            return stop(Kind.EXCEPTIONAL_POINT, start, step, y -> exceptional());
        }
        final TrackedWave wave = m_stepper.wave();
        if (speed * wave.m_group[4] < 0 && Math.min(Math.abs(speed), Math.abs(wave.m_group[4])) > STANDING) {
            mark(Kind.TURNING, start, step, y -> Math.signum(wave.m_group[4]) != Math.signum(speed) ? 1 : -1);
        }
        final boolean before = growth > RayStepper.GROWTH * wave.scale();
        if (before != grows(wave)) {
            mark(before ? Kind.STABLE : Kind.UNSTABLE, start, step, y -> grows(wave) != before ? 1 : -1);
        }
        return true;
    }

    private Kind outside(final double[] y) {
        return y[0] < m_profile.from() ? Kind.LEFT : y[0] > m_profile.to() ? Kind.RIGHT : null;
    }

    /** Positive past a branch point. */
    private double exceptional() {
        final double[] v = m_stepper.wave().m_group;
        final double speed = Math.sqrt(v[0] * v[0] + v[2] * v[2] + v[4] * v[4]);
        return Math.max(speed - SPEED, m_stepper.wave().character().condition() / CONDITION - 1);
    }

    /** The share of a step after which a quantity is positive, and the state there; the wave is left there. */
    private double locate(final double[] start, final double step, final ToDoubleFunction<double[]> sign,
        final double[] at) {
        double low = 0;
        double high = step;
        for (int b = 0; b < BISECTIONS && high - low > SHORTEST * m_options.tEnd(); b++) {
            final double middle = low + (high - low) / 2;
            restore(start);
            final boolean reached = !Double.isFinite(m_stepper.step(start, middle, at)) || !m_stepper.evaluate(at)
                || sign.applyAsDouble(at) > 0;
            if (reached) {
                high = middle;
            } else {
                low = middle;
            }
        }
        restore(start);
        if (low > 0) {
            m_stepper.step(start, low, at);
            m_stepper.evaluate(at);
        } else {
            System.arraycopy(start, 0, at, 0, at.length);
        }
        return low;
    }

    private boolean stop(final Kind kind, final double[] start, final double step,
        final ToDoubleFunction<double[]> sign) {
        final double[] at = new double[RayStepper.SIZE];
        m_t += locate(start, step, sign, at);
        m_y = at;
        end(kind);
        return false;
    }

    private void mark(final Kind kind, final double[] start, final double step,
        final ToDoubleFunction<double[]> sign) {
        final double[] at = new double[RayStepper.SIZE];
        final double[] end = new double[RayStepper.SIZE];
        final double when = m_t + locate(start, step, sign, at);
        m_events.add(RayEvent.of(kind, when, at));
        restore(start);
        m_stepper.step(start, step, end);
        m_stepper.evaluate(end);
    }

    private void afterStep(final boolean output) {
        m_drift = Math.max(m_drift, Math.abs(m_stepper.wave().m_re - m_omega));
        if (!m_transport) {
            final AvoidedCrossings.Found found = m_crossings.after(m_stepper, m_t, m_y);
            if (found != null) {
                cross(found);
            }
        }
        if (output) {
            record();
        }
    }

    /** Decides at an avoided crossing which band the ray goes on with. */
    private void cross(final AvoidedCrossings.Found found) {
        m_events.add(new RayEvent(Kind.AVOIDED_CROSSING, found.t(), found.z(), found.kz(), found.gap(),
            found.probability()));
        final double p = found.probability();
        final boolean change = switch (m_options.degeneracy()) {
            case FOLLOW -> false;
            case DIABATIC -> true;
            case SPLIT -> p >= 0.5;
        };
        if (m_options.degeneracy() == RayOptions.Degeneracy.SPLIT && p > 0.01 && p < 0.99) {
            final TrackedWave other = change == found.changed() ? found.other() : found.own();
            final double share = change ? 1 - p : p;
            if (m_family.add(new RayFamily.Branch(m_index, other, m_t, m_y, m_action * share))) {
                m_action *= 1 - share;
            }
        }
        if (change != found.changed()) {
            m_stepper.wave().copyFrom(found.other());
            m_stepper.evaluate(m_y);
            m_omega = m_stepper.wave().m_re;
        }
        m_crossings.reset(m_stepper, m_t, m_y);
    }

    private void end(final Kind kind) {
        m_events.add(RayEvent.of(kind, m_t, m_y));
        record();
    }

    private void record() {
        if (!m_points.isEmpty() && m_points.get(m_points.size() - 1).t() == m_t) {
            return;
        }
        final TrackedWave wave = m_stepper.wave();
        final TrackedWave.Measures character = wave.character();
        m_condition = Math.max(m_condition, character.condition());
        final boolean growing = grows(wave);
        final double signature = growing ? 0 : character.signature();
        if (m_points.isEmpty()) {
            m_first = growing || m_options.law() == RayOptions.Law.ACTION ? 1 : Math.abs(signature);
        }
        final double gain = Math.exp(2 * m_y[3]);
        final boolean carriesAction = m_options.law() == RayOptions.Law.ACTION && !m_transport;
        final double square = m_action * gain / (carriesAction ? Math.abs(signature) : m_first);
        final double action = growing ? Double.NaN : carriesAction ? m_action * gain : Math.abs(signature) * square;
        final double[] v = wave.m_group;
        m_points.add(new RayPoint(m_t, m_y[0], new WaveVector(m_family.kx(), m_family.ky(), m_y[1]), wave.m_re,
            RayStepper.growth(wave), m_y[2], action, Math.sqrt(square), signature, new WaveVector(v[0], v[2], v[4]),
            character.condition()));
    }

    private Ray result() {
        return new Ray(m_family.launch(), m_parent, m_points, m_events,
            new Ray.Monitors(m_drift, m_condition, m_steps));
    }
}
