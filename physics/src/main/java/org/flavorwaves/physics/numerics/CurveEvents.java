package org.flavorwaves.physics.numerics;

import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Finds places on a step of a curve to rounding: where a function of the point changes its sign. */
public final class CurveEvents {
    /** |f|_inf on the way to a place. */
    private static final double TOLERANCE = 1e-12;

    private static final int MAX_ITERATIONS = 60;

    /** Interval of the arclength within which a place is known. */
    private static final double RESOLUTION = 1e-9;

    private final ArclengthStepper m_stepper;

    /** A place on a step: where it is, and how far its ends are apart in arclength. */
    public record Place(CurvePoint at, double length, double interval) {
    }

    /** Events on the curve that a stepper follows. */
    public CurveEvents(final ArclengthStepper stepper) {
        m_stepper = stepper;
    }

    /**
     * The zero of a smooth function on a step by false position (Illinois).
     *
     * @param base start of the step, where the function is negative
     * @param end a point further on, where it is not
     * @param length of the step to that point
     * @param function of the point
     * @param resolution |function| that counts as zero
     * @return the zero; empty if the curve could not be followed there
     */
    public Optional<Place> zero(final CurvePoint base, final CurvePoint end, final double length,
        final ToDoubleFunction<CurvePoint> function, final double resolution) {
        double low = 0;
        double high = length;
        double atLow = function.applyAsDouble(base);
        double atHigh = function.applyAsDouble(end);
        Place best = new Place(end, length, length);
        int side = 0;
        for (int it = 0; it < MAX_ITERATIONS && Math.abs(function.applyAsDouble(best.at())) > resolution
            && high - low > Math.ulp(length); it++) {
            final double s = low + (high - low) * atLow / (atLow - atHigh);
            final Optional<CurvePoint> middle = m_stepper.step(base, s, TOLERANCE);
            if (middle.isEmpty()) {
                return Optional.empty();
            }
            final double value = function.applyAsDouble(middle.get());
            if (value < 0) {
                low = s;
                atLow = value;
                atHigh = side < 0 ? atHigh / 2 : atHigh;
                side = -1;
            } else {
                high = s;
                atHigh = value;
                atLow = side > 0 ? atLow / 2 : atLow;
                side = 1;
            }
            best = new Place(middle.get(), s, high - low);
        }
        return Optional.of(best);
    }

    /**
     * Where a condition begins to hold on a step, by bisection.
     *
     * @param base start of the step, where it does not hold
     * @param end a point further on, where it does
     * @param length of the step to that point
     * @param condition 1 where it holds, else 0
     * @return the place; where the curve cannot be followed nearer, as near as it can
     */
    public Place begin(final CurvePoint base, final CurvePoint end, final double length,
        final ToDoubleFunction<CurvePoint> condition) {
        double low = 0;
        Place best = new Place(end, length, length);
        while (best.interval() > RESOLUTION) {
            final double s = (low + best.length()) / 2;
            final Optional<CurvePoint> middle = m_stepper.step(base, s, TOLERANCE);
            if (middle.isEmpty()) {
                break;
            }
            if (condition.applyAsDouble(middle.get()) > 0) {
                best = new Place(middle.get(), s, s - low);
            } else {
                low = s;
                best = new Place(best.at(), best.length(), best.length() - low);
            }
        }
        return best;
    }
}
