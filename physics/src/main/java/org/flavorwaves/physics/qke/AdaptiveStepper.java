package org.flavorwaves.physics.qke;

import org.flavorwaves.physics.numerics.DormandPrince;
import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.BoxStepper;
import org.flavorwaves.physics.qke.engine.RungeKuttaStepper;

/** Goes over an interval with the method of Dormand and Prince and steps by error control. */
final class AdaptiveStepper implements BoxStepper {
    private static final double SAFETY = 0.9;

    private static final double LEAST_FACTOR = 0.2;

    private static final double LARGEST_FACTOR = 5;

    /** A step is kept as it is if it could grow by less, which saves new tables of phases. */
    static final double KEEP_FACTOR = 1.2;

    /** Steps of one interval at which the run is given up. */
    private static final long MAX_STEPS = 100_000_000;

    private final BoxEngine m_engine;

    private final RungeKuttaStepper m_method;

    private final double m_tolerance;

    private long m_steps;

    private long m_rejected;

    AdaptiveStepper(final BoxEngine engine, final double tolerance) {
        m_engine = engine;
        m_method = new RungeKuttaStepper(engine);
        m_tolerance = tolerance;
    }

    @Override
    public void advance(final double[][] y, final double interval, final double from, final double whole) {
        double done = 0;
        final double longest = Math.min(interval, m_engine.longestStep());
        double wanted = Math.min(longest, firstStep(y));
        boolean fresh = true;
        while (done < interval) {
            final double left = interval - done;
            final double count = Math.ceil(left / wanted * (1 - 1e-12));
            final double step = left / count;
            m_engine.setFraction((from + done) / whole);
            if (!(step > 1e-14 * interval) || m_steps > MAX_STEPS) {
                throw new StepTooSmallException(from + done, step);
            }
            if (!fresh) {
                m_method.evaluateStart(y);
            }
            m_method.evaluateStages(y, step);
            final double error = m_method.error(y, step, 0) / m_tolerance;
            final double factor = factor(error);
            if (error <= 1) {
                m_method.accept(y, step);
                m_steps++;
                done = count == 1 ? interval : done + step;
                wanted = Math.min(longest,
                    factor < KEEP_FACTOR && factor >= 1 ? step * (1 + 1e-9) : step * factor);
                fresh = false;
            } else {
                m_rejected++;
                wanted = step * Math.min(1, factor);
                fresh = true;
            }
        }
    }

    /** By how much a step may grow or must shrink, from its error over the tolerance. */
    static double factor(final double error) {
        return Math.max(LEAST_FACTOR, Math.min(LARGEST_FACTOR, SAFETY * Math.pow(error, -1.0 / DormandPrince.ORDER)));
    }

    /** A step short against the fastest precession that is possible; evaluates the start. */
    private double firstStep(final double[][] y) {
        m_method.evaluateStart(y);
        return Math.pow(m_tolerance, 1.0 / DormandPrince.ORDER) / m_engine.precessionBound(y);
    }

    @Override
    public long steps() {
        return m_steps;
    }

    @Override
    public long rejected() {
        return m_rejected;
    }
}
