package org.flavorwaves.physics.equilibrium.path;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.equilibrium.system.CollectiveSums;
import org.flavorwaves.physics.equilibrium.system.EquilibriumSystem;
import org.flavorwaves.physics.numerics.ArclengthStepper;
import org.flavorwaves.physics.numerics.CurveEvents;
import org.flavorwaves.physics.numerics.CurvePoint;
import org.flavorwaves.physics.numerics.NewtonSolver;
import org.flavorwaves.physics.run.Progress;

/**
 * Follows one curve of equilibria along a {@link ParameterTrack}, lands on its points, and finds folds (the slope of t
 * changes sign) and bifurcations (the second variation changes its number of negative eigenvalues otherwise) on the
 * way. Steps grow after quick corrections; they are halved after failures, sharp bends and where an H_i might pass
 * zero.
 */
final class EquilibriumTracer {
    private static final int QUICK = 3;

    private static final double GROWTH = 1.6;

    private static final double FIRST_STEP = 0.01;

    private static final double LONGEST_STEP = 0.25;

    private static final double SHORTEST_STEP = 1e-12;

    private static final double LEAST_COSINE = 0.95;

    /** Tolerance of a correction between the points of the track. */
    private static final double BETWEEN = 1e-8;

    /** Farthest move to full tolerance from a point of the curve. */
    private static final double NEARBY = 1e-6;

    /** Least slope with which a point of the track is landed on directly. */
    private static final double STEEP = 0.05;

    /** |dt/ds| that counts as zero at a fold; t is then exact to its square. */
    private static final double FLAT = 1e-9;

    /** t within which a point of the track is met. */
    private static final double NEAR = 1e-12;

    /** Times the longest |H_i| of a step that an H_i must fall below where the curve stops, to be the reason. */
    private static final double VANISHING = 1e-6;

    /** |H_i| relative to the size of the H_i below which its mode becomes the reference of the rotation rate. */
    private static final double SMALL = 1e-3;

    /** Distance in t from the last point of the track within which the curve has come to its limit. */
    private static final double LIMIT = 1e-9;

    /** Steps after which the curve must have gone on by a share of the track. */
    private static final int PATIENCE = 400;

    private static final double LEAST_PROGRESS = 1e-7;

    private final EquilibriumSystem m_system;

    private final CollectiveSums m_sums;

    private final boolean m_refers;

    private final TrackCouplings m_path;

    private final int m_last;

    private final ArclengthStepper m_stepper;

    private final CurveEvents m_events;

    private final FieldTurns m_turns;

    private final SecondVariation m_variation;

    private final double m_tolerance;

    private final double m_rateScale;

    private final List<CurveMark> m_marks = new ArrayList<>();

    private CurvePoint m_here;

    private double m_smallest;

    private int m_smallestMode;

    private int m_index;

    private int m_direction = 1;

    private int m_next = 1;

    private int m_sheet;

    private boolean m_atFold;

    /** Whether a fold was passed since the second variation was known. */
    private boolean m_foldPassed;

    private int m_steps;

    private int m_newtons;

    /** The end of a step, and how long it is. */
    private record Target(CurvePoint at, double length, boolean full, boolean fold, boolean station) {
    }

    /**
     * Prepares.
     *
     * @param system the equations
     * @param sums their sums
     * @param path coefficients along the track
     * @param variation second variation at a point
     * @param last index of the last point of the track
     * @param tolerance of |F|_inf at the points of the track
     * @param rateScale size of the H_i, in the units of the potentials
     */
    EquilibriumTracer(final EquilibriumSystem system, final CollectiveSums sums, final TrackCouplings path,
        final SecondVariation variation, final int last, final double tolerance, final double rateScale) {
        m_system = system;
        m_sums = sums;
        m_refers = system.refers();
        m_path = path;
        m_variation = variation;
        m_last = last;
        m_tolerance = tolerance;
        m_rateScale = rateScale;
        m_stepper = new ArclengthStepper(system);
        m_events = new CurveEvents(m_stepper);
        m_turns = new FieldTurns(sums);
    }

    /**
     * Follows.
     *
     * @param x solution at the first point of the track
     * @param roundFolds whether to go on at folds
     * @param maxSteps most steps
     * @param progress asked at every step whether to go on
     * @return where it ended
     */
    PathEnd follow(final double[] x, final boolean roundFolds, final int maxSteps, final Progress progress) {
        m_path.leg(0);
        m_here = m_stepper.at(x, 0, m_stepper.along(1));
        m_index = m_variation.negatives(m_here.point());
        look(m_here);
        keep(CurveMark.What.STATION, m_here, 0, 0, 0);
        m_turns.move();
        double step = FIRST_STEP;
        double length = 0;
        while (m_steps < maxSteps && step > SHORTEST_STEP) {
            m_steps++;
            if (m_steps % PATIENCE == 0) {
                if (length < LEAST_PROGRESS) {
                    break;
                }
                length = 0;
            }
            progress.report(Math.min(1, Math.max(0, m_here.parameter())), "Following the equilibrium");
            final Optional<Target> target = target(step);
            if (target.isEmpty() || !passable(target.get())) {
                step = target.map(Target::length).orElse(step) / 2;
                continue;
            }
            accept(target.get());
            length += target.get().length();
            if (target.get().fold() && !roundFolds) {
                return PathEnd.FOLD;
            }
            if (target.get().station() && (m_next > m_last || m_next < 0)) {
                return m_next > m_last ? PathEnd.REACHED : PathEnd.RETURNED;
            }
            step = target.get().full() && m_here.corrections() <= QUICK ? Math.min(LONGEST_STEP, GROWTH * step) : step;
        }
        return stop();
    }

    /** The end of a step of at most a given length: a point of the track, a fold, or the step in full. */
    private Optional<Target> target(final double step) {
        final double left = (m_path.parameter(m_next) - m_here.parameter()) / m_here.slope();
        if (left > 0 && left <= step && Math.abs(m_here.slope()) > STEEP) {
            final Optional<CurvePoint> landed = land(m_here, left);
            return landed.isPresent() ? landed.map(p -> new Target(p, left, false, false, true))
                : full(left / 2);
        }
        return full(step);
    }

    private Optional<Target> full(final double step) {
        final Optional<CurvePoint> next = advance(step);
        if (next.isEmpty() || next.get().cosine(m_here) < LEAST_COSINE) {
            return Optional.empty();
        }
        if (next.get().slope() * m_direction >= 0) {
            return beforeStation(new Target(next.get(), step, true, false, false));
        }
        if (m_atFold) {
            return Optional.empty();
        }
        final Optional<CurveEvents.Place> fold =
            m_events.zero(m_here, next.get(), step, p -> -p.slope() * m_direction, FLAT);
        return fold.flatMap(f -> beforeStation(new Target(f.at(), f.length(), false, true, false)));
    }

    /** The path may stop where an H_i vanishes: points there are as good as those of the track if they can be. */
    private Optional<CurvePoint> advance(final double step) {
        final Optional<CurvePoint> best =
            m_smallest < SMALL * m_rateScale ? m_stepper.step(m_here, step, m_tolerance) : Optional.empty();
        return best.isPresent() ? best : m_stepper.step(m_here, step, Math.min(BETWEEN, m_tolerance * 1e4));
    }

    /** The point of the track that comes before the end of a step, or the end. */
    private Optional<Target> beforeStation(final Target target) {
        final double station = m_path.parameter(m_next);
        if ((target.at().parameter() - station) * m_direction < 0) {
            return Optional.of(target);
        }
        return m_events.zero(m_here, target.at(), target.length(),
            p -> (p.parameter() - station) * m_direction, NEAR)
            .flatMap(place -> land(place.at(), 0)
                .map(landed -> new Target(landed, place.length(), false, false, true)));
    }

    /** Newton at the next point of the track from a point of the curve, or from a step ahead of it. */
    private Optional<CurvePoint> land(final CurvePoint from, final double step) {
        return settle(from, step, m_path.parameter(m_next));
    }

    private Optional<CurvePoint> settle(final CurvePoint from, final double step, final double t) {
        final double[] start = new double[from.point().length - 1];
        for (int c = 0; c < start.length; c++) {
            start[c] = from.point()[c] + step * from.tangent()[c];
        }
        final double[] x = start.clone();
        final NewtonSolver newton = new NewtonSolver(m_system, m_tolerance);
        final boolean converged = newton.solve(x, t, ArclengthStepper.MAX_CORRECTIONS);
        m_newtons += newton.iterations();
        double moved = 0;
        for (int c = 0; c < start.length; c++) {
            moved = Math.max(moved, Math.abs(x[c] - start[c]));
        }
        if (!converged || moved > Math.max(step, NEARBY)) {
            return Optional.empty();
        }
        final CurvePoint landed = m_stepper.at(x, t, from.tangent());
        return landed.cosine(from) < LEAST_COSINE || landed.slope() * m_direction <= 0 ? Optional.empty()
            : Optional.of(landed);
    }

    private void look(final CurvePoint p) {
        m_turns.look(m_system.fieldOf(p.point()), m_system.couplings(p.point(), p.parameter()));
    }

    private boolean passable(final Target target) {
        look(target.at());
        return m_turns.clear();
    }

    private void accept(final Target target) {
        final int directions = target.fold() ? 1 : bifurcation(target);
        look(target.at());
        if (target.fold()) {
            keep(CurveMark.What.FOLD, target.at(), -1, 0, directions);
            m_direction = -m_direction;
            m_next += m_direction;
            m_sheet++;
        } else if (target.station()) {
            keep(CurveMark.What.STATION, target.at(), m_next, 0, 0);
            m_next += m_direction;
        }
        m_smallest = m_turns.smallestLength();
        m_smallestMode = m_turns.smallest();
        m_turns.move();
        m_atFold = target.fold();
        m_foldPassed |= m_atFold;
        m_here = target.at();
        if (target.station() && m_next >= 0 && m_next <= m_last) {
            m_path.leg(Math.min(m_next, m_next - m_direction));
            m_here = m_stepper.at(m_here.point(), m_here.parameter(), m_stepper.along(m_direction));
        }
        refer();
    }

    /** Counts Omega from the frequency of the mode with the smallest |H_i| once that is small. */
    private void refer() {
        final double frequency = m_sums.signedFrequency(m_smallestMode);
        if (m_refers && m_smallest < SMALL * m_rateScale && frequency != m_sums.reference()) {
            final double[] point = m_here.point().clone();
            m_system.refer(point, m_here.parameter(), frequency);
            m_here = m_stepper.at(point, m_here.parameter(), m_here.tangent());
        }
    }

    /** Keeps the bifurcation between here and the end of a step, if there is one. */
    private int bifurcation(final Target target) {
        final int before = m_index;
        final int after = m_variation.negatives(target.at().point());
        m_index = after == SecondVariation.UNKNOWN ? before : after;
        final int surplus = Math.abs(m_index - before) - (m_foldPassed ? 1 : 0);
        m_foldPassed &= after == SecondVariation.UNKNOWN;
        if (surplus == 0 || before == SecondVariation.UNKNOWN || after == SecondVariation.UNKNOWN) {
            return 0;
        }
        final CurveEvents.Place place = m_events.begin(m_here, target.at(), target.length(),
            p -> m_variation.negatives(p.point()) == m_index ? 1 : 0);
        look(place.at());
        keep(CurveMark.What.BIFURCATION, place.at(), -1, place.interval() / 2 * Math.abs(place.at().slope()),
            Math.abs(surplus));
        return surplus;
    }

    private void keep(final CurveMark.What what, final CurvePoint p, final int station, final double uncertainty,
        final int directions) {
        m_marks.add(new CurveMark(what, p, m_path.leg(), station, m_sheet, m_sums.reference(), m_index,
            m_turns.smallest(), m_turns.smallestLength(), uncertainty, directions));
    }

    private PathEnd stop() {
        m_here = settle(m_here, 0, m_here.parameter()).orElse(m_here);
        look(m_here);
        if (m_turns.smallestLength() > VANISHING * m_rateScale) {
            return PathEnd.STALLED;
        }
        if (m_next == m_last && 1 - m_here.parameter() < LIMIT) {
            keep(CurveMark.What.STATION, m_here, m_last, 0, 0);
            return PathEnd.LIMIT;
        }
        keep(CurveMark.What.ZERO_FIELD, m_here, -1, 0, 0);
        return PathEnd.ZERO_FIELD;
    }

    /** The places that were kept, in the order in which the curve passes them. */
    List<CurveMark> marks() {
        return Collections.unmodifiableList(m_marks);
    }

    /** The last point reached. */
    CurveMark last() {
        look(m_here);
        return new CurveMark(CurveMark.What.STATION, m_here, m_path.leg(), -1, m_sheet, m_sums.reference(), m_index,
            m_turns.smallest(),
            m_turns.smallestLength(), 0, 0);
    }

    int steps() {
        return m_steps;
    }

    /** Linearizations in all but those of the second variation. */
    int iterations() {
        return m_stepper.iterations() + m_newtons;
    }
}
