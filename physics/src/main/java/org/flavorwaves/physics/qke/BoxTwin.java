package org.flavorwaves.physics.qke;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.qke.engine.BoxEngine;
import org.flavorwaves.physics.qke.engine.BoxStepper;
import org.flavorwaves.physics.qke.engine.BoxTerms;
import org.flavorwaves.physics.qke.engine.FixedStepper;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxPerturbation;
import org.flavorwaves.physics.run.Progress;

/** A second run beside a run, from a start with a little noise, to see how fast the two go apart. */
final class BoxTwin {
    /** The errors of the twin in units of those of the run. */
    private static final double FACTOR = 10;

    private static final double LARGEST_TOLERANCE = 0.1;

    /** Noise where steps are fixed, so that the error of a step is not known beforehand. */
    private static final double FIXED_NOISE = 1e-10;

    private static final long SEED = 1;

    private final BoxEngine m_engine;

    private final BoxStepper m_stepper;

    private final double m_work;

    private final List<Double> m_differences = new ArrayList<>();

    private BoxField m_field;

    private double m_meanDifference;

    private boolean m_complete = true;

    /** The share of the run that the run itself has done. */
    private double m_reached;

    /**
     * Starts a twin.
     *
     * @param start the start of the run
     * @param work evaluations times modes times points after which the twin is given up
     */
    BoxTwin(final BoxField start, final BoxTerms terms, final StepControl control, final double work,
        final Progress progress) {
        m_engine = new BoxEngine(start.grid(), start.modes(), terms, true,
            (fraction, message) -> progress.report(m_reached, message));
        m_work = work / ((double) start.size() * start.grid().points());
        if (control instanceof StepControl.Adaptive adaptive) {
            final double tolerance = Math.min(LARGEST_TOLERANCE, FACTOR * adaptive.tolerance());
            m_stepper = new AdaptiveStepper(m_engine, tolerance);
            m_field = BoxPerturbation.noise(start, tolerance, SEED);
        } else {
            m_stepper = new FixedStepper(m_engine, ((StepControl.Fixed) control).dt() / 2);
            m_field = BoxPerturbation.noise(start, FIXED_NOISE, SEED);
        }
        compare(start);
    }

    /** Goes over an output interval, unless the twin is given up; from and whole as for {@link BoxStepper}. */
    void advance(final double interval, final double from, final double whole) {
        if (m_engine.evaluations() > m_work) {
            m_complete = false;
        }
        if (m_complete) {
            m_reached = (from + interval) / whole;
            try {
                final double[][] y = m_engine.load(m_field);
                m_stepper.advance(y, interval, from, whole);
                m_field = m_engine.store(y, m_field);
            } catch (final StepTooSmallException e) {
                m_complete = false;
            }
        }
    }

    /** Measures the distance from the run at an output. */
    void compare(final BoxField run) {
        if (!m_complete) {
            return;
        }
        double squares = 0;
        double scale = 0;
        for (int i = 0; i < run.size(); i++) {
            double difference = 0;
            double mean = 0;
            for (int a = 0; a < run.components(); a++) {
                for (int h = run.grid().harmonics() - 1; h >= 0; h--) {
                    final double re = m_field.re(i, a, h) - run.re(i, a, h);
                    final double im = m_field.im(i, a, h) - run.im(i, a, h);
                    difference += re * re + im * im;
                    mean += h == 0 ? re * re : 0;
                }
            }
            final double size = run.meanSquare(i);
            squares += run.modes().weight(i) * difference;
            scale += run.modes().weight(i) * size;
            if (size > 0 && !(mean / size <= m_meanDifference * m_meanDifference)) {
                m_meanDifference = Math.sqrt(mean / size);
            }
        }
        m_differences.add(scale > 0 ? Math.sqrt(squares / scale) : 0);
    }

    /** The outcome, for outputs at an interval. */
    Sensitivity result(final double interval) {
        return new Sensitivity(interval, List.copyOf(m_differences), m_meanDifference, m_complete);
    }
}
